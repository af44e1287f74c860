/// A rule for the odd fen of a pot: the amount left when exact shares have been rounded.
///
/// The first three hand it out, one ``Rounding/Step`` apiece to households that have a weight; the
/// others leave it with someone and say so. Either way it is shown: what is paid plus what is left
/// is always what was in the pot.
public enum Residue: Hashable, Sendable {
  /// One step more to each of the households whose exact share was cut by most.
  ///
  /// This is the method of largest remainders (Hamilton, Hare quota). Of equal remainders the
  /// earlier household comes first.
  case largestRemainder

  /// One step more to each household in order, from the first.
  case first

  /// One step more to each household in reverse order, from the last.
  case last

  /// Posted to an account, such as the collective; an account also bears a pot overdrawn by
  /// rounding up.
  case posted(to: Account)

  /// Added to what the same tier shares out in the next season.
  case carriedForward

  /// Written off: left out, and shown as such.
  case writtenOff

  /// True if the residue is handed out to households as far as whole steps go.
  var isHandedOut: Bool {
    switch self {
    case .largestRemainder, .first, .last: true
    case .posted, .carriedForward, .writtenOff: false
    }
  }
}

extension Residue: CustomStringConvertible {
  /// The rule in words.
  public var description: String { English(.yuan).residue(self) }

  /// The place that what is odd goes to.
  var english: String {
    switch self {
    case .largestRemainder: "to the largest remainders"
    case .first: "in order from the first"
    case .last: "in order from the last"
    case .posted(let account): "to \(account)"
    case .carriedForward: "carried forward to the next season"
    case .writtenOff: "written off"
    }
  }

  /// The rule in Chinese.
  package var chinese: String {
    switch self {
    case .largestRemainder: "差额按尾数由大到小依次分给各户"
    case .first: "差额从第一户起依次分给各户"
    case .last: "差额从最后一户起依次分给各户"
    case .posted(let account): "差额计入\(account.words(in: .simplifiedChinese))"
    case .carriedForward: "差额结转下期"
    case .writtenOff: "差额核销"
    }
  }
}

extension English {
  /// A rule for what rounding leaves of money or of a quantity.
  func residue(_ residue: Residue, ofUnits: Bool = false) -> String {
    "odd \(ofUnits ? "units" : currency.hundredths.description) \(residue.english)"
  }
}

extension Residue: Codable {
  private enum CodingKeys: CodingKey { case rule, account }

  private enum Rule: String, Codable {
    case largestRemainder, first, last, posted, carriedForward, writtenOff
  }

  private var rule: Rule {
    switch self {
    case .largestRemainder: .largestRemainder
    case .first: .first
    case .last: .last
    case .posted: .posted
    case .carriedForward: .carriedForward
    case .writtenOff: .writtenOff
    }
  }

  /// Decodes a rule by its name.
  public init(from decoder: any Decoder) throws {
    self = try decoder.checked(CodingKeys.self) {
      switch try $0[.rule] as Rule {
      case .largestRemainder: .largestRemainder
      case .first: .first
      case .last: .last
      case .posted: .posted(to: try $0[.account])
      case .carriedForward: .carriedForward
      case .writtenOff: .writtenOff
      }
    }
  }

  /// Encodes the rule by its name, and the account where there is one.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rule, forKey: .rule)
    if case .posted(let account) = self { try container.encode(account, forKey: .account) }
  }
}
