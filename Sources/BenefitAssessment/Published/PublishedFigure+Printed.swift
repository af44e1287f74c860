import BenefitBinding

extension PublishedFigure.Number {
  init(parsing text: some StringProtocol) throws(BenefitError) {
    func failure(_ problem: DecimalText.Problem) -> BenefitError {
      problem.error(
        text,
        write: "a number as it was printed, such as 46.77, 125,000 or 2.0 million"
      )
    }
    var digits = Substring(text)
    let relation = PublishedFigure.Relation.allCases.first {
      $0 != .exactly && digits.hasPrefix("\($0.rawValue) ")
    }
    if let relation { digits.removeFirst(relation.rawValue.count + 1) }
    var scale: Int64 = 1
    if let (word, size) = Self.sizes.first(where: { digits.hasSuffix($0.word) }) {
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

  private static let sizes: [(word: String, size: Int64)] = [
    ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000), ("万", 10_000),
    ("亿", 100_000_000),
  ]
}
