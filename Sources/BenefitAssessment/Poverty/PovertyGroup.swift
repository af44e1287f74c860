public import BenefitBinding

/// The poverty of one group of households before and after a settlement, all that is owed counting as paid.
///
/// ```swift
/// let assessment = try Assessment(of: settlement, below: .yuan(3_335))
/// for group in assessment.groups where group.kind == .gaqa {
///   print(group.name, group.everybody, group.before.headcount, group.after.headcount)
/// }
/// ```
///
/// Any other index of a group is that of its rows, such as those of ``BenefitBinding/Register/rows(with:)`` and
/// ``BenefitBinding/Settlement/rowsReached(by:)``, in ``Incomes/rows(_:)``.
public struct PovertyGroup: Hashable, Sendable {
  /// The trait that the households of a group have in common.
  public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
    /// The gaqa they live in.
    case gaqa
    /// The status they are registered with.
    case status
    /// A scheme they have income from; a household may have several.
    case scheme

    /// Returns the trait in a language.
    public func text(in language: Language) -> String {
      switch language {
      case .english: rawValue
      case .simplifiedChinese: chinese
      }
    }

    private var chinese: String {
      switch self {
      case .gaqa: "嘎查"
      case .status: "类别"
      case .scheme: "方案"
      }
    }
  }

  /// The trait that they have in common.
  public let kind: Kind
  /// The name of the gaqa, the status or the scheme.
  public let name: String
  /// All of the group.
  public private(set) var everybody = Population.zero
  /// The poverty of the group before.
  public private(set) var before: Side
  /// The poverty of the group after.
  public private(set) var after: Side

  private init(_ kind: Kind, _ name: String, _ line: Money) {
    self.kind = kind
    self.name = name
    before = Side(line)
    after = Side(line)
  }

  /// The poverty of a group at one time.
  public struct Side: Hashable, Sendable {
    /// The population that is poor.
    public private(set) var poor = Population.zero
    /// The money that the poor lack together.
    public private(set) var gap = Money.zero

    private let line: Money
    private var persons: Int64 = 0
    /// The sum of everybody's squared gaps, as parts of the line.
    private var squares = CompensatedSum()

    fileprivate init(_ line: Money) { self.line = line }

    /// The part of the group's persons who are poor.
    public var headcount: Statistic { Statistic(poor.persons, of: persons, orElse: .nobody) }

    /// The severity, the mean over the group's persons of the squared gap as a part of the line.
    public var severity: Statistic {
      if persons == 0 { return .undefined(.nobody) }
      return line > .zero ? .number(squares.value / Double(persons)) : .undefined(.noLine)
    }

    /// Counts a household; the gap of all households was found to fit before.
    fileprivate mutating func count(_ household: Gap) {
      persons += household.persons
      guard household.fen > 0 else { return }
      poor.count(household.persons)
      gap += Money(fen: Int64(household.fen))
      if line > .zero { squares += household.square }
    }
  }

  /// A household and how far its income is below the line, above it where less than zero.
  fileprivate struct Gap {
    let persons: Int64
    let fen: Int128
    /// The sum of the persons' squared gaps, each gap as a part of the line.
    let square: Double

    init(_ line: Money, _ persons: Int64, _ income: Int64) {
      self.persons = persons
      fen = Int128(line.fen) * Int128(persons) - Int128(income)
      // A gap that counts fits 64 bits, and 128 of them become floating-point numbers slowly.
      let part = Double(Int64(clamping: fen)) / (Double(line.fen) * Double(persons))
      square = Double(persons) * part * part
    }
  }
}

extension PovertyGroup {
  /// The groups of a settlement: the gaqas, the statuses by name, the schemes in order.
  static func all(
    of settlement: Settlement,
    _ before: Incomes,
    _ after: Incomes,
    below line: Money
  ) -> [Self] {
    let register = settlement.register
    var gaqas = register.gaqas.map { Self(.gaqa, $0, line) }
    var statuses = register.statuses.map { Self(.status, $0.name, line) }
    var schemes = settlement.schemes.map { Self(.scheme, $0.name, line) }
    let gains = schemes.map { settlement.grossColumn(of: $0.name) }
    for (row, persons) in register.persons.enumerated() {
      let was = Gap(line, persons, before.fen[row])
      let now = Gap(line, persons, after.fen[row])
      gaqas[Int(register.gaqaIndices[row])].count(was, now)
      statuses[Int(register.statusIndices[row])].count(was, now)
      for scheme in schemes.indices where gains[scheme][row] > .zero {
        schemes[scheme].count(was, now)
      }
    }
    return gaqas.filter { !register.households(in: $0.name).isEmpty } + statuses + schemes
  }

  /// The name in a language, where it is that of a status.
  func name(in language: Language) -> String {
    kind == .status ? StandardName.words(name, in: language) : name
  }

  private mutating func count(_ was: Gap, _ now: Gap) {
    everybody.count(was.persons)
    before.count(was)
    after.count(now)
  }
}
