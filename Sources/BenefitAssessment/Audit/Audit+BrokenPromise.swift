public import BenefitBinding

extension Audit.Rule {
  /// Less paid than was owed or, where nothing else is known, than was promised.
  ///
  /// At Huangling 4,000 yuan were promised to a household and 3,500 paid (2017, possibly for a part of
  /// the year); at Longxian dividends promised from 2012 on and the principal after five years were not
  /// paid in 2018. No source draws a line; by default the severity is high where less than half
  /// was paid, and low where all that is owed was paid but more was promised.
  public static let promise = Self("promised and paid")
}

extension Audit {
  /// Returns the finding on a payment of `met` out of `due`, or `nil` if there is nothing to
  /// report.
  private func promise(
    _ claim: String,
    _ evidence: [Evidence],
    due: Money,
    met: Money,
    promisesMore: Bool
  ) -> Finding? {
    guard met < due else {
      guard promisesMore else { return nil }
      return Finding(
        .promise,
        .low,
        .claim(claim),
        evidence: evidence,
        advice: "Check on what the promise was founded; the terms make less of it owed."
      )
    }
    let part = Ratio(checking: met.fen, due.fen)
    return Finding(
      .promise,
      part.map { $0 < thresholds.highPartPaid } ?? false ? .high : .medium,
      .claim(claim),
      evidence: evidence + (part.map { [Evidence("part paid", $0)] } ?? []),
      advice: "Check when the rest is paid and what the households were told."
    )
  }

  /// Asks whether what was promised is owed, and what is owed was paid.
  ///
  /// ```swift
  /// audit.examine("dividend at Huangling", promised: .yuan(4_000), paid: .yuan(3_500))
  /// ```
  ///
  /// - Parameters:
  ///   - claim: What was promised.
  ///   - promised: What was promised.
  ///   - owed: What the terms make of it, or `nil` where that is not known.
  ///   - paid: What was paid.
  public mutating func examine(
    _ claim: String,
    promised: Money,
    owed: Money? = nil,
    paid: Money
  ) {
    var evidence = [Evidence("promised", promised)]
    if let owed { evidence.append(Evidence("owed", owed)) }
    evidence.append(Evidence("paid", paid))
    let finding = promise(
      claim,
      evidence,
      due: owed ?? promised,
      met: paid,
      promisesMore: owed.map { $0 < promised } ?? false
    )
    report([finding])
  }

  /// Asks whether households were paid what they are owed, and are owed what they were promised.
  ///
  /// What one household got beyond what it is owed makes up for no other.
  ///
  /// - Complexity: O(n) for n households.
  public mutating func examine(_ fulfilment: Fulfilment) {
    let short = fulfilment.entries.count { $0.arrears > .zero }
    let disappointed = fulfilment.entries.count { $0.shortfall > .zero }
    let (owed, arrears) = (fulfilment.total(\.owed), fulfilment.total(\.arrears))
    let finding = promise(
      fulfilment.line,
      [
        Evidence("promised", fulfilment.total(\.promised)),
        Evidence("owed", owed),
        Evidence("paid", fulfilment.total(\.paid)),
        Evidence("arrears", arrears),
        Evidence("paid too little", short, of: "households"),
        Evidence("promised too much", disappointed, of: "households"),
      ],
      due: owed,
      met: owed - arrears,
      promisesMore: disappointed > 0
    )
    report([finding])
  }
}
