public import BenefitBinding

extension PublishedFigure.Number {
  init(parsing text: some StringProtocol) throws(BenefitError) {
    func failure(_ problem: DecimalText.Problem) -> BenefitError {
      problem.error(
        text,
        write: Phrase(
          en: "a number as it was printed, such as 46.77, 125,000 or 2.0 million",
          zh: "原文印出的数字，如 46.77、125,000 或 12.5万"
        )
      )
    }
    var digits = Substring(text)
    let relation = PublishedFigure.Relation.allCases.first {
      $0 != .exactly && digits.hasPrefix("\($0.rawValue) ")
    }
    if let relation { digits.removeFirst(relation.rawValue.count + 1) }
    var scale: Int64 = 1
    if let (word, size, _) = Self.sizes.first(where: { digits.hasSuffix($0.word) }) {
      digits.removeLast(word.count)
      if digits.last == " " { digits.removeLast() }
      scale = size
    }
    let written = digits.split(separator: ".", maxSplits: 1).dropFirst().first?.utf8.count ?? 0
    switch DecimalText.read(digits, decimals: min(written, 8)) {
    case .failure(let problem): throw failure(problem)
    case .success(let units):
      let step = Ratio(scale, (0..<written).reduce(1) { power, _ in power * 10 })
      guard let value = Ratio(units).multiplied(exactly: step) else { throw failure(.outOfRange) }
      self.init(relation: relation ?? .exactly, value: value, lastDigit: step)
    }
  }

  fileprivate static let sizes: [(word: String, size: Int64, chinese: String)] = [
    ("thousand", 1_000, "千"), ("million", 1_000_000, "百万"), ("billion", 1_000_000_000, "十亿"),
    ("万", 10_000, "万"), ("亿", 100_000_000, "亿"),
  ]
}

// MARK: - Words

extension PublishedFigure {
  /// Returns the figure as it was printed, the words beside its digits in a language.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return printed
    case .simplifiedChinese:
      guard number != nil else { return "未说明" }
      var digits = printed
      if relation != .exactly { digits.removeFirst(relation.rawValue.count + 1) }
      if let (word, _, chinese) = Number.sizes.first(where: { digits.hasSuffix($0.word) }) {
        digits = digits.dropLast(word.count).filter { $0 != " " } + chinese
      }
      return relation == .exactly ? digits : "\(relation.text(in: language)) \(digits)"
    }
  }
}

extension PublishedFigure.Relation {
  /// Returns the way in words of a language.
  public func text(in language: Language) -> String {
    switch language {
    case .english: rawValue
    case .simplifiedChinese: chinese
    }
  }

  private var chinese: String {
    switch self {
    case .exactly: "为"
    case .about: "约"
    case .moreThan: "超过"
    case .atLeast: "不少于"
    case .atMost: "不超过"
    }
  }
}

extension PublishedFigure.Verdict {
  /// Returns the answer in a word of a language.
  public func text(in language: Language) -> String {
    switch language {
    case .english: rawValue
    case .simplifiedChinese: chinese
    }
  }

  private var chinese: String {
    switch self {
    case .equal: "相符"
    case .about: "接近"
    case .exceeds: "超过"
    case .within: "在限内"
    case .differs: "不符"
    case .unknown: "无从比较"
    }
  }
}
