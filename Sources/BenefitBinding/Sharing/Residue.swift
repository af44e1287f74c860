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
    "odd \(ofUnits ? "units" : currency.smallests.description) \(residue.english)"
  }
}

extension Residue: Codable {
  private enum CodingKeys: CodingKey { case postedTo }

  /// The rules that need no account.
  private static let plain: [Self] = [
    .largestRemainder, .first, .last, .carriedForward, .writtenOff,
  ]

  /// The rule as files carry it.
  private var word: String {
    switch self {
    case .largestRemainder: "largest remainder"
    case .first: "first"
    case .last: "last"
    case .posted: "posted"
    case .carriedForward: "carried forward"
    case .writtenOff: "written off"
    }
  }

  /// Decodes a rule by its words, or the account that what is odd is posted to.
  public init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: CodingKeys.self) {
      self = .posted(to: try container.decode(Account.self, forKey: .postedTo))
      return
    }
    self = try decoder.decodeText { (text) throws(BenefitError) in
      if let rule = Self.plain.first(where: { $0.word == text }) { return rule }
      let words = Self.plain.map(\.word)
      throw BenefitError(
        .malformed,
        found: Phrase(
          en: "\"\(text.escaped)\" is no rule for what is odd.",
          zh: "「\(text.escaped)」不是差额处理规则。"
        ),
        advice: Phrase(
          en: "Write one of \(words.joined(separator: ", ")), or {\"postedTo\": \"account\"}.",
          zh: "请填写「\(words.joined(separator: "」「"))」之一，或「{\"postedTo\": \"账户\"}」。"
        )
      )
    }
  }

  /// Encodes the rule by its words, or the account.
  public func encode(to encoder: any Encoder) throws {
    if case .posted(let account) = self {
      var container = encoder.container(keyedBy: CodingKeys.self)
      return try container.encode(account, forKey: .postedTo)
    }
    var container = encoder.singleValueContainer()
    try container.encode(word)
  }
}
