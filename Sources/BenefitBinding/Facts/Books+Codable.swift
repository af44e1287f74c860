extension Books.Balance: CustomStringConvertible {
  /// The balance with its place, on one line.
  public var description: String {
    let place = [scheme ?? "the programme", gaqa.map { "gaqa \($0)" }].compactMap(\.self)
    return "\(place.joined(separator: ", ")): \(item.words) of \(amount)".escaped
  }

  /// The balance with its place, in both languages.
  fileprivate var words: Phrase {
    let place = [scheme.map { "「\($0)」" }, gaqa.map { "嘎查「\($0)」" }].compactMap(\.self)
    let what = item.words.chinese
    return Phrase(
      en: description,
      zh: "\((place + [what]).joined(separator: "，")) \(amount)".escaped
    )
  }

  /// Refuses a balance that no settlement would have left.
  func check() throws(BenefitError) {
    if let problem { throw error(problem) }
  }

  /// The error of the balance, with what is wrong with it.
  fileprivate func error(_ problem: Phrase) -> BenefitError {
    .malformed(words, problem)
  }

  /// The reason why no settlement would have left the balance, or `nil` if there is none.
  private var problem: Phrase? {
    let isOfProgramme =
      if case .account(let account) = item { account.owner == .programme } else { false }
    if isOfProgramme != (scheme == nil) {
      return isOfProgramme
        ? Phrase(
          en: "names a scheme. An account of the programme has none.",
          zh: "写有方案。全项目共用的账户不属于任何方案。"
        )
        : Phrase(
          en: "names no scheme. Only an account of the programme has none.",
          zh: "没有写方案。只有全项目共用的账户不写方案。"
        )
    }
    if item == .loss && amount < .zero {
      return Phrase(en: "is no loss. One is zero or more.", zh: "不是亏损。亏损应为零或以上。")
    }
    let owner = Phrase(en: "A scheme or gaqa", zh: "方案或嘎查")
    for name in [scheme, gaqa] {
      if let name, let problem = OneLine.problem(with: name, of: owner) {
        return .impossibleName(problem)
      }
    }
    return nil
  }
}

extension Books.Item {
  /// The item in words.
  fileprivate var words: Phrase {
    switch self {
    case .loss: Phrase(en: "a loss", zh: "亏损")
    case .residue(let line):
      Phrase(
        en: "a balance carried for \"\(line)\"",
        zh: "「\(StandardLine.words(line, in: .simplifiedChinese))」结转"
      )
    case .account(let account):
      Phrase(
        en: "a balance of account \"\(account)\"",
        zh: "\(account.words(in: .simplifiedChinese))账户余额"
      )
    }
  }
}

extension BenefitError {
  /// The error of something in the books, said first, with what is wrong with it.
  static func malformed(_ subject: Phrase, _ problem: Phrase) -> Self {
    Self(
      .malformed,
      found: Phrase(en: "\(subject) \(problem)", zh: subject.chinese + problem.chinese)
    )
  }
}

extension Phrase {
  /// The part of a sentence on a name that cannot be, with the reason.
  static func impossibleName(_ problem: Phrase) -> Self {
    Self(
      en: "has a name that cannot be. \(problem)",
      zh: "的名称不合要求。\(problem.chinese)"
    )
  }
}

extension Books: Codable, StoredInParts {
  package enum CodingKeys: CodingKey { case currency, balances, holdings }

  /// Decodes books, in which each balance and each holding stands once; those without holdings need not
  /// say so.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      in: parts[ifPresent: .currency] ?? .yuan,
      balances: parts[.balances],
      holdings: parts[ifPresent: .holdings] ?? []
    )
    var places: Set<Place> = []
    for balance in balances {
      try balance.check()
      guard places.insert(balance.place).inserted else {
        throw balance.error(
          Phrase(
            en: "stands in the books before. Give each balance once.",
            zh: "在前面已经出现过。每项余额请只填一次。"
          )
        )
      }
    }
    var lines: Set<[String]> = []
    for holding in holdings where !lines.insert([holding.scheme, holding.line]).inserted {
      throw BenefitError(
        .duplicate,
        found: Phrase(
          en: "\(holding.words) stands in the books twice. Give it once.",
          zh: "\(holding.words.chinese)出现了两次。请只填一次。"
        )
      )
    }
  }

  /// Encodes the currency where it is not the yuan, the balances, and the holdings where there are any.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(currency, forKey: .currency)
    try container.encode(balances, forKey: .balances)
    if !holdings.isEmpty { try container.encode(holdings, forKey: .holdings) }
  }
}
