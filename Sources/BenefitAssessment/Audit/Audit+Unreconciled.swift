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
  private func reconciliation(_ claim: Reconciliation) -> Finding? {
    if claim.agrees { return nil }
    var evidence = [
      Evidence("stated", .number(claim.stated.value, in: claim.unit)),
      Evidence("follows", .number(claim.follows, in: claim.unit)),
    ]
    let deviation = claim.deviation
    if let deviation { evidence.append(Evidence("deviation", deviation)) }
    // Without a fraction that can be written down the figures have nothing to do with each other.
    let high = thresholds.highDeviation
    let isSmall = deviation.map { high > .zero && .zero - high < $0 && $0 < high } ?? false
    return Finding(
      .reconciliation,
      isSmall ? .medium : .high,
      .claim(claim.claim),
      evidence: evidence,
      advice: "Check which of the figures of the report is wrong or what it leaves out."
    )
  }

  /// Asks whether a published figure follows from the others.
  public mutating func examine(_ claim: Reconciliation) {
    report([reconciliation(claim)])
  }
}
