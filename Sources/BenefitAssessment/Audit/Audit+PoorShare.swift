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
    guard
      let all = Int64(exactly: all), let reached = Int64(exactly: reached),
      let share = Ratio(checking: reached, all), let severity = poorShareSeverity(share)
    else { return nil }
    var evidence = [
      Evidence("benefit to the poor", Money(fen: reached)),
      Evidence("benefit to all households", Money(fen: all)),
      Evidence("part of the poor", share),
    ]
    let funds = benefit.terms.funding.contributions.filter {
      thresholds.publicSources.contains($0.source)
    }
    let money = funds.reduce(0 as Int128) { $0 + Int128($1.amount.fen) }
    if let money = Int64(exactly: money), let part = Ratio(checking: reached, money) {
      evidence += [
        Evidence("public money", Money(fen: money)),
        Evidence("benefit to the poor by public money", part),
      ]
    }
    return poorShare(.scheme(benefit.terms.name), severity, evidence)
  }

  private func poorShare(_ claim: String, poor: Value, all: Value) -> Finding? {
    guard let share = poor.ratio(to: all), let severity = poorShareSeverity(share) else {
      return nil
    }
    let evidence = [
      Evidence("to the poor", poor), Evidence("in all", all), Evidence("part of the poor", share),
    ]
    return poorShare(.claim(claim), severity, evidence)
  }

  private func poorShareSeverity(_ share: Ratio) -> Severity? {
    share >= thresholds.mediumPoorShare
      ? nil : share >= thresholds.highPoorShare ? .medium : .high
  }

  private func poorShare(_ subject: Subject, _ severity: Severity, _ evidence: [Evidence])
    -> Finding
  {
    Finding(
      .poorShare,
      severity,
      subject,
      evidence: evidence,
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
    report([poorShare(claim, poor: poor, all: all)])
  }
}
