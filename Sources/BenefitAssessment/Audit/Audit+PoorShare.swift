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
    let funds = benefit.funding.contributions.filter {
      thresholds.publicSources.contains($0.source)
    }
    let money = Int64(exactly: funds.reduce(0 as Int128) { $0 + $1.fen })
    let part = money.flatMap { Ratio(checking: reached, $0) }
    return poorShare(
      .scheme(benefit.terms.name),
      Ratio(checking: reached, all),
      [
        (Phrase(en: "benefit to the poor", zh: "贫困户所得"), .money(Money(fen: reached))),
        (Phrase(en: "benefit to all households", zh: "各户所得"), .money(Money(fen: all))),
      ],
      [
        (
          Phrase(en: "public money", zh: "公共资金"),
          part == nil ? nil : money.map { .money(Money(fen: $0)) }
        ),
        (
          Phrase(en: "benefit to the poor by public money", zh: "贫困户所得与公共资金之比"),
          part.map(Value.ratio)
        ),
      ]
    )
  }

  private func poorShare(
    _ subject: Subject,
    _ share: Ratio?,
    _ evidence: [(name: Phrase, value: Value?)],
    _ more: [(name: Phrase, value: Value?)] = []
  ) -> Finding? {
    guard let share, share < thresholds.poorShare.upperBound else { return nil }
    return Finding(
      .poorShare,
      share < thresholds.poorShare.lowerBound ? .high : .medium,
      subject,
      evidence: evidence + [(Phrase(en: "part of the poor", zh: "贫困户占比"), .ratio(share))] + more,
      advice: Phrase(
        en: "Check who else benefits and whether the money was meant for the registered poor.",
        zh: "请核查还有谁受益，以及资金是否专用于建档立卡贫困户。"
      )
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
    let evidence: [(Phrase, Value?)] = [
      (Phrase(en: "to the poor", zh: "给贫困户"), poor), (Phrase(en: "in all", zh: "合计"), all),
    ]
    report([poorShare(.claim(claim), poor.ratio(to: all), evidence)])
  }
}
