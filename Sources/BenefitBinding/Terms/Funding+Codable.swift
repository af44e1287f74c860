extension Funding.Contribution: Codable, StoredInParts {
  package enum CodingKeys: String, CodingKey {
    case amount, each, count = "for", part, cap = "upTo", source = "from", householdShare, gaqa
    case interest, subsidised, disposition
  }

  /// Decodes a contribution, refusing what
  /// ``contribution(_:for:part:upTo:from:householdShare:gaqa:interest:subsidised:disposition:)`` would.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    each = try parts[ifPresent: .each]
    source = try parts[.source]
    householdShare = try parts[.householdShare, or: source == .enterprise ? .zero : .whole]
    gaqa = try parts[ifPresent: .gaqa]
    interest = try parts[.interest, or: .zero]
    subsidised = try parts[.subsidised, or: .zero]
    disposition = try parts[ifPresent: .disposition]
    let reckoning = try Reckoning(
      of: each == nil ? parts[.amount] : parts[.amount, or: .zero],
      count: parts[ifPresent: .count],
      part: parts[.part, or: .whole],
      cap: parts[ifPresent: .cap]
    )
    let isStated = try each == nil || parts[ifPresent: .amount] as Money? != nil
    amount = isStated ? reckoning.amount : nil
    self.reckoning = reckoning.isPlain ? nil : reckoning
    if isStated && amount == nil {
      throw BenefitError(.overflow, found: source.isTooMuch)
    }
    if let problem { throw BenefitError(.malformed, found: problem) }
  }

  /// Encodes what was agreed; what goes without saying is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(reckoning?.of ?? amount, forKey: .amount)
    try container.encodeIfPresent(each, forKey: .each)
    try container.encodeIfPresent(reckoning?.count, forKey: .count)
    try container.encode(reckoning?.part ?? .whole, forKey: .part, unless: .whole)
    try container.encodeIfPresent(reckoning?.cap, forKey: .cap)
    try container.encode(source, forKey: .source)
    let share: Ratio = source == .enterprise ? .zero : .whole
    try container.encode(householdShare, forKey: .householdShare, unless: share)
    try container.encodeIfPresent(gaqa, forKey: .gaqa)
    try container.encode(interest, forKey: .interest, unless: .zero)
    try container.encode(subsidised, forKey: .subsidised, unless: .zero)
    try container.encodeIfPresent(disposition, forKey: .disposition)
  }
}

extension Funding.Source {
  /// The sentence about a contribution that no amount can hold.
  var isTooMuch: Phrase {
    Phrase(
      en: "What \(self) puts in is more money than 64 bits can hold.",
      zh: "「\(words(in: .simplifiedChinese))」的投入过大，超出 64 位。"
    )
  }
}

extension Funding.Disposition: Codable {
  private enum CodingKeys: CodingKey { case returned }

  private enum Word: String, Codable, CaseIterable {
    case returned, collectiveTitle, householdTitle, usedUp
  }

  /// Decodes what is to become of the principal: a word, or the day on which it goes back.
  public init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: CodingKeys.self) {
      self = .returned(on: try container.decode(Day.self, forKey: .returned))
      return
    }
    let word = try decoder.singleValueContainer().decode(Word.self)
    self =
      switch word {
      case .returned: .returned(on: nil)
      case .collectiveTitle: .collectiveTitle
      case .householdTitle: .householdTitle
      case .usedUp: .usedUp
      }
  }

  /// Encodes the word or the day.
  public func encode(to encoder: any Encoder) throws {
    let word: Word
    switch self {
    case .returned(let day?):
      var container = encoder.container(keyedBy: CodingKeys.self)
      return try container.encode(day, forKey: .returned)
    case .returned(nil): word = .returned
    case .collectiveTitle: word = .collectiveTitle
    case .householdTitle: word = .householdTitle
    case .usedUp: word = .usedUp
    }
    var container = encoder.singleValueContainer()
    try container.encode(word)
  }
}

extension Funding: Codable {
  /// Decodes a list of contributions.
  ///
  /// - Throws: `DecodingError` where all together are more money than 64 bits of fen can hold.
  public init(from decoder: any Decoder) throws {
    contributions = try [Contribution](from: decoder)
    try decoder.refuse(problem)
  }

  /// Encodes the list of contributions.
  public func encode(to encoder: any Encoder) throws { try contributions.encode(to: encoder) }

  /// The reason why the contributions cannot be added up, or `nil`.
  var problem: Phrase? {
    Int64(exactly: sums.total) == nil
      ? Phrase(
        en: "All contributions together are more money than 64 bits can hold.",
        zh: "各项投入合计过大，超出 64 位。"
      ) : nil
  }
}
