public import BenefitBinding

/// The poverty of one group of households before and after a settlement, all that is owed counting as paid.
///
/// ```swift
/// let assessment = try Assessment(of: settlement, below: .yuan(3_335))
/// for group in assessment.groups where group.kind == .gaqa {
///   print(group.name, group.everybody, group.headcountBefore, group.headcountAfter)
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
  }

  /// The trait that they have in common.
  public let kind: Kind
  /// The name of the gaqa, the status or the scheme.
  public let name: String
  /// All of the group.
  public private(set) var everybody = Population.zero
  /// The population that was poor before.
  public private(set) var poorBefore = Population.zero
  /// The population that is poor after.
  public private(set) var poorAfter = Population.zero
  /// The money that the poor lacked together before.
  public private(set) var gapBefore = Money.zero
  /// The money that the poor lack together after.
  public private(set) var gapAfter = Money.zero

  /// The sums of everybody's squared gaps, as parts of the line, before and after.
  private var squaresBefore = CompensatedSum()
  private var squaresAfter = CompensatedSum()

  private let hasLine: Bool

  private init(_ kind: Kind, _ name: String, hasLine: Bool) {
    self.kind = kind
    self.name = name
    self.hasLine = hasLine
  }

  /// The part of the group's persons who were poor before.
  public var headcountBefore: Statistic {
    Statistic(poorBefore.persons, of: everybody.persons, orElse: .nobody)
  }

  /// The part of the group's persons who are poor after.
  public var headcountAfter: Statistic {
    Statistic(poorAfter.persons, of: everybody.persons, orElse: .nobody)
  }

  /// The severity before, the mean over the group's persons of the squared gap as a part of the line.
  public var severityBefore: Statistic { severity(squaresBefore) }

  /// The severity after.
  public var severityAfter: Statistic { severity(squaresAfter) }

  private func severity(_ squares: CompensatedSum) -> Statistic {
    if everybody.persons == 0 { return .undefined(.nobody) }
    return hasLine
      ? .number(squares.value / Double(everybody.persons)) : .undefined(.noLine)
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
    func group(_ kind: Kind, _ name: String) -> Self {
      Self(kind, name, hasLine: line > .zero)
    }
    var gaqas = register.gaqas.map { group(.gaqa, $0) }
    var statuses = register.statuses.map { group(.status, $0.name) }
    var schemes = settlement.schemes.map { group(.scheme, $0.name) }
    let gains = schemes.map { settlement.grossColumn(of: $0.name) }
    for row in register.indices {
      let household = Gaps(line, register.persons[row], before.fen[row], after.fen[row])
      gaqas[Int(register.gaqaIndices[row])].add(household)
      statuses[Int(register.statusIndices[row])].add(household)
      for scheme in schemes.indices where gains[scheme][row] > .zero {
        schemes[scheme].add(household)
      }
    }
    return gaqas + statuses + schemes
  }

  /// A household and how far its income is below the line, above it where less than zero.
  private struct Gaps {
    let persons: Int64
    let before: Int128
    let after: Int128
    /// The sums of the persons' squared gaps, each gap as a part of the line.
    let squaresBefore: Double
    let squaresAfter: Double

    init(_ line: Money, _ persons: Int64, _ fenBefore: Int64, _ fenAfter: Int64) {
      let threshold = Int128(line.fen) * Int128(persons)
      let before = threshold - Int128(fenBefore)
      let after = threshold - Int128(fenAfter)
      // A gap that counts fits 64 bits, and 128 of them become floating-point numbers slowly.
      func squares(_ gap: Int128) -> Double {
        let part = Double(Int64(clamping: gap)) / (Double(line.fen) * Double(persons))
        return Double(persons) * part * part
      }
      self.persons = persons
      self.before = before
      self.after = after
      squaresBefore = squares(before)
      squaresAfter = squares(after)
    }
  }

  /// Counts a household; the gap of all households was found to fit before.
  private mutating func add(_ household: Gaps) {
    everybody.count(household.persons)
    if household.before > 0 {
      poorBefore.count(household.persons)
      gapBefore += .fen(Int64(household.before))
      if hasLine { squaresBefore += household.squaresBefore }
    }
    if household.after > 0 {
      poorAfter.count(household.persons)
      gapAfter += .fen(Int64(household.after))
      if hasLine { squaresAfter += household.squaresAfter }
    }
  }
}
