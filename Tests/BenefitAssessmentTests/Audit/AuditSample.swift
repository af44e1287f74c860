import BenefitAssessment
import BenefitBinding
import TestSupport

extension Audit {
  /// What an audit by these thresholds finds.
  static func findings(
    by thresholds: Thresholds = Thresholds(),
    without: [Audit.Rule] = [],
    _ examine: (inout Audit) throws -> Void
  ) rethrows -> [Finding] {
    var audit = Audit(by: thresholds, without: without)
    try examine(&audit)
    return audit.findings
  }
}

extension [Audit.Finding] {
  /// The findings of one rule.
  func of(_ rule: Audit.Rule) -> [Audit.Finding] { filter { $0.rule == rule } }
}

/// A stake of 860,000 yuan of 41 households, with a dividend and what becomes of the principal.
func stake(
  paying dividend: Amount,
  dispositions: [Funding.Disposition?] = [nil],
  profit: Money = .zero
) throws -> Settlement {
  let part = Money.yuan(860_000 / Int64(dispositions.count))
  let scheme = Shareholding(
    name: "cooperative",
    funding: Funding(
      dispositions.map { .contribution(part, from: .fiscalReliefFund, disposition: $0) }
    ),
    dividend: dividend,
    key: .household
  )
  return try scheme.settle(Season(2016) { $0[.profit] = profit }, for: likeHouseholds(41))
}
