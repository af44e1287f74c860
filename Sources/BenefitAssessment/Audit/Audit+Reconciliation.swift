public import BenefitBinding

extension Audit.Rule {
  /// Published figures that do not follow from the others of the same report.
  ///
  /// A figure that its printed digits bear out is none. No source says how far off a report may be: the
  /// default calls it high from a fifth on. Known cases: 98 yuan a person at Fengxiang where 46.77
  /// follow; 125,000 yuan at Heshui where 127 households at 1,000 are 127,000; two million yuan of eggs
  /// at Qianjiang where 9,750 hens, 120 eggs and 2 yuan are 2.34 million.
  public static let reconciliation = Self("reconciliation")
}

extension Audit {
  /// Asks whether a published figure follows from the others of its report.
  ///
  /// ```swift
  /// let claim = PublishedFigure("dividend of a person", "98", in: "yuan")
  /// audit.examine(claim, follows: "6.7%" * 148_000 / 212)    // 46.77
  /// ```
  ///
  /// - Parameters:
  ///   - figure: The figure; one that is not stated is not asked about.
  ///   - follows: What follows from the other figures, exactly.
  public mutating func examine(_ figure: PublishedFigure, follows: Ratio) {
    guard let stated = figure.value, figure.verdict(on: follows) == .differs else { return }
    let deviation = figure.deviation(from: follows)
    // Without a fraction that can be written down the figures have nothing to do with each other.
    let high = thresholds.highDeviation
    let isSmall = deviation.map { high > .zero && .zero - high < $0 && $0 < high } ?? false
    report([
      Finding(
        .reconciliation,
        isSmall ? .medium : .high,
        .claim(figure.quantity),
        evidence: [
          (Phrase(en: "stated", zh: "公布数"), .number(stated, in: figure.unit)),
          (Phrase(en: "follows", zh: "推算数"), .number(follows, in: figure.unit)),
          (Phrase(en: "deviation", zh: "偏差"), deviation.map(Value.ratio)),
        ],
        advice: Phrase(
          en: "Check which of the figures of the report is wrong or what it leaves out.",
          zh: "请核查报告中哪个数有误，或漏列了什么。"
        )
      )
    ])
  }
}
