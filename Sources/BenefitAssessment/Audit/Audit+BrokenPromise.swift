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
  /// Reports a payment of `met` out of `due` where it falls short, or where more was promised than is owed.
  private mutating func reportPromise(
    _ claim: String,
    _ evidence: [(name: String, value: Value?)],
    due: Money,
    met: Money,
    promisesMore: Bool
  ) {
    let isShort = met < due
    guard isShort || promisesMore else { return }
    let part = isShort ? Ratio(checking: met.fen, due.fen) : nil
    let isHigh = part.map { $0 < thresholds.highPartPaid } ?? false
    report([
      Finding(
        .promise,
        isHigh ? .high : isShort ? .medium : .low,
        .claim(claim),
        evidence: evidence + [("part paid", part.map(Value.ratio))],
        advice: isShort
          ? "Check when the rest is paid and what the households were told."
          : "Check on what the promise was founded; the terms make less of it owed."
      )
    ])
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
    reportPromise(
      claim,
      [("promised", .money(promised)), ("owed", owed.map(Value.money)), ("paid", .money(paid))],
      due: owed ?? promised,
      met: paid,
      promisesMore: owed.map { $0 < promised } ?? false
    )
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
    reportPromise(
      fulfilment.line,
      [
        ("promised", .money(fulfilment.total(\.promised))),
        ("owed", .money(owed)),
        ("paid", .money(fulfilment.total(\.paid))),
        ("arrears", .money(arrears)),
        ("paid too little", .households(short)),
        ("promised too much", .households(disappointed)),
      ],
      due: owed,
      met: owed - arrears,
      promisesMore: disappointed > 0
    )
  }
}
