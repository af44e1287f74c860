import BenefitBinding

extension Audit.Rule {
  /// The part of a benefit, or of public money, that reaches households registered as poor.
  ///
  /// Of 65.60 million yuan of subsidised loans in Xundian in 2015, 34.33 million (52.3 %) reached the
  /// registered poor, which the National Audit Office objected to (2016); of 856 head of cattle placed
  /// in Jungar 151 (17.6 %) went to poor households (2020). A figure of 60 % for the poor circulates as
  /// guidance without a source we could find; it is the default below which a part is medium, and half of
  /// it that below which it is high.
  public static let poorShare = Self("part of the poor")
}

extension Audit {
  func poorShare(_ benefit: SchemeBenefit, _ register: Register) -> Finding? {
    let codes = register.statuses.map(thresholds.registeredPoor.contains)
    var (all, reached) = (0 as Int128, 0 as Int128)
    for (row, amount) in benefit.amounts.enumerated() where amount > .zero {
      all += Int128(amount.fen)
      if codes[Int(register.statusIndices[row])] { reached += Int128(amount.fen) }
    }
    guard let all = Int64(exactly: all), let reached = Int64(exactly: reached) else { return nil }
    let funds = benefit.terms.funding.contributions.filter {
      thresholds.publicSources.contains($0.source)
    }
    let money = Int64(exactly: funds.reduce(0 as Int128) { $0 + Int128($1.amount.fen) })
    let part = money.flatMap { Ratio(checking: reached, $0) }
    return poorShare(
      .scheme(benefit.terms.name),
      Ratio(checking: reached, all),
      [
        ("benefit to the poor", .money(Money(fen: reached))),
        ("benefit to all households", .money(Money(fen: all))),
      ],
      [
        ("public money", part == nil ? nil : money.map { .money(Money(fen: $0)) }),
        ("benefit to the poor by public money", part.map(Value.ratio)),
      ]
    )
  }

  private func poorShare(
    _ subject: Subject,
    _ share: Ratio?,
    _ evidence: [(name: String, value: Value?)],
    _ more: [(name: String, value: Value?)] = []
  ) -> Finding? {
    guard let share, share < thresholds.poorShare.upperBound else { return nil }
    return Finding(
      .poorShare,
      share < thresholds.poorShare.lowerBound ? .high : .medium,
      subject,
      evidence: evidence + [("part of the poor", .ratio(share))] + more,
      advice: "Check who else benefits and whether the money was meant for the registered poor."
    )
  }

  /// Asks what part of something published reached the poor.
  ///
  /// ```swift
  /// audit.examine("cattle placed in Jungar", poor: .quantity("151 head"), all: .quantity("856 head"))
  /// ```
  ///
  /// - Parameters:
  ///   - claim: What was given.
  ///   - poor: What households registered as poor got.
  ///   - all: What all got; nothing is found where that is zero.
  /// - Precondition: Both are money, or quantities or counts of one unit.
  public mutating func examine(_ claim: String, poor: Value, all: Value) {
    report([
      poorShare(.claim(claim), poor.ratio(to: all), [("to the poor", poor), ("in all", all)])
    ])
  }
}
