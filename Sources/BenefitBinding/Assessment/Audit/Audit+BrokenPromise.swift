extension Audit {
  /// Less paid than was owed or, where nothing else is known, than was promised.
  ///
  /// At Huangling 4,000 yuan were promised to a household and 3,500 paid (2017, possibly for a part of
  /// the year); at Longxian dividends promised from 2012 on and the principal after five years were not
  /// paid in 2018. No source draws a line; by default it is grave where less than half was paid. A
  /// promise beyond what the terms make owed is a note where all that is owed was paid.
  public struct BrokenPromise: Hashable, Codable, Sendable {
    /// The part of what is due below which a payment is grave; less than all of it is mild.
    public var grave: Ratio = "50%"

    /// Creates the rule with its default threshold.
    public init() {}

    func finding(
      _ claim: String,
      promised: Money,
      owed: Money?,
      paid: Money,
      more: [Evidence] = []
    ) -> Finding? {
      let due = owed ?? promised
      var evidence = [Evidence("promised", promised)]
      if let owed { evidence.append(Evidence("owed", owed)) }
      evidence.append(Evidence("paid", paid))
      if paid >= due {
        guard let owed, owed < promised else { return nil }
        return Finding(
          .promise,
          .note,
          .claim(claim),
          evidence: evidence + more,
          advice: "Check on what the promise was founded; the terms make less of it owed."
        )
      }
      let part = Ratio(checking: paid.fen, due.fen)
      if let part { evidence.append(Evidence("part paid", part)) }
      return Finding(
        .promise,
        part.map { $0 < grave } ?? false ? .grave : .mild,
        .claim(claim),
        evidence: evidence + more,
        advice: "Check when the rest is paid and what the households were told."
      )
    }
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
    let finding = rules.brokenPromise?.finding(claim, promised: promised, owed: owed, paid: paid)
    if let finding { add([finding]) }
  }
}
