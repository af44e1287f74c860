// The places and sentences that several errors of settling name.

extension BenefitError.Place {
  static let pot = part(Phrase(en: "the pot", zh: "分配总额"))
  static let tiers = part(Phrase(en: "tiers", zh: "各分配项"))
  static let amount = part(Phrase(en: "amount", zh: "金额"))
  static let total = part(Phrase(en: "a total", zh: "合计"))
  static let stake = part(Phrase(en: "stake", zh: "农户入股资金"))
  static let funding = part(Phrase(en: "funding", zh: "投入资金"))
  static let carriedLosses = part(Phrase(en: "losses brought forward", zh: "以前各期未弥补亏损"))

  /// The weights by which a tier shares.
  static func weight(by key: Phrase) -> Self {
    part(Phrase(en: "weight by \(key)", zh: "权重（按\(key.chinese)）"))
  }

  /// The balance of an account.
  static func balance(of account: Account) -> Self {
    let name = "\(account)"
    let words = Phrase(
      en: "balance of account \"\(name.escaped)\"",
      zh: "\(account.words(in: .simplifiedChinese).escaped)余额"
    )
    return Self("balance of account", name, as: words)
  }
}

extension Binder {
  /// The key in words.
  func phrase(of key: Key) -> Phrase {
    Phrase(en: "\(key)", zh: Chinese(terms.currency).key(key))
  }

  /// The formula in words.
  func phrase(of expression: Expression) -> Phrase {
    let chinese = Chinese(terms.currency).formula(expression).withSpacedFigures
    return Phrase(en: English(terms.currency).formula(expression), zh: chinese)
  }

  /// The place of a formula, in words.
  func place(of expression: Expression) -> BenefitError.Place {
    let formula = phrase(of: expression)
    let (english, chinese) = (formula.description, formula.chinese)
    let words = Phrase(en: "formula \"\(english.escaped)\"", zh: "计算式「\(chinese.escaped)」")
    return .init("formula", english, as: words)
  }
}

extension Phrase {
  static let tooLarge = Self(
    en: "it is too large to be kept exactly.",
    zh: "数额过大，无法精确保存。"
  )
  static let noCommonDenominator = Self(
    en: "its fractions have no common denominator of 64 bits.",
    zh: "各分数的公分母超出 64 位。"
  )
  static let giveOwnNames = Self(en: "Give each a name of its own.", zh: "请分别命名。")

  /// A sentence that lists lines by their names.
  static func list(_ title: Self, of lines: [String]) -> Self {
    let names = lines.map { "「\($0)」" }.joined(separator: "、")
    return Self(
      en: "\(title): \(lines.isEmpty ? "none" : lines.joined(separator: ", ")).",
      zh: "\(title.chinese)：\(lines.isEmpty ? "无" : names)。"
    )
  }
}
