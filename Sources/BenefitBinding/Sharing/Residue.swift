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
  case carried

  /// Written off: left out, and shown as such.
  case writtenOff

  /// True if the residue is handed out to households as far as whole steps go.
  var isHandedOut: Bool {
    switch self {
    case .largestRemainder, .first, .last: true
    case .posted, .carried, .writtenOff: false
    }
  }
}

extension Residue: CustomStringConvertible {
  /// The rule in words.
  public var description: String {
    switch self {
    case .largestRemainder: "odd fen to the largest remainders"
    case .first: "odd fen in order from the first"
    case .last: "odd fen in order from the last"
    case .posted(let account): "odd fen to \(account)"
    case .carried: "odd fen carried to the next season"
    case .writtenOff: "odd fen written off"
    }
  }
}

extension Residue: Codable {
  private enum CodingKeys: CodingKey { case rule, account }

  private enum Rule: String, Codable {
    case largestRemainder, first, last, posted, carried, writtenOff
  }

  /// Decodes a rule by its name.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self =
      switch try container.decode(Rule.self, forKey: .rule) {
      case .largestRemainder: .largestRemainder
      case .first: .first
      case .last: .last
      case .posted: .posted(to: try container.decode(Account.self, forKey: .account))
      case .carried: .carried
      case .writtenOff: .writtenOff
      }
  }

  /// Encodes the rule by its name, and the account where there is one.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .largestRemainder: try container.encode(Rule.largestRemainder, forKey: .rule)
    case .first: try container.encode(Rule.first, forKey: .rule)
    case .last: try container.encode(Rule.last, forKey: .rule)
    case .posted(let account):
      try container.encode(Rule.posted, forKey: .rule)
      try container.encode(account, forKey: .account)
    case .carried: try container.encode(Rule.carried, forKey: .rule)
    case .writtenOff: try container.encode(Rule.writtenOff, forKey: .rule)
    }
  }
}
