import BenefitAssessment
import BenefitBinding
import OrdosProgramme
import Testing

/// What an auditor would ask about the schemes of the documents.
struct AuditTests {
  @Test func `The documents' programme raises these questions and no others`() throws {
    var audit = Audit()
    audit.examine(try OrdosProgramme.settlement())
    let found = audit.findings.map { "\($0.severity), \($0.rule), \($0.subject)" }
    #expect(
      found == [
        // Lent on at 6 % with nobody named who covers it, the terms assumed for this mode.
        "high, debt left with households, scheme Enriched-Farmers loans lent on",
        "medium, no computable claim, scheme Dalad service stations",
        "medium, no computable claim, scheme Subsidy to Lvmei Company",
        "medium, yield on the stake, scheme Nalinxili breeding cooperative",
        "low, debt left with households, scheme Enriched-Farmers loans used at home",
        "low, double counting, claim households reached",
        "low, fixed coupon, scheme Sishililiang pig cooperative",
      ]
    )
    let yield = audit.findings.first { $0.rule == .stakeYield }?.value("yield")
    #expect(yield == .ratio(Ratio(164_000, 860_000)))
    let once = audit.findings.first { $0.rule == .doubleCounting }?.value("each counted once")
    let settlement = try OrdosProgramme.settlement()
    #expect(once == .count(Int64(settlement.householdsReached), of: "households"))
  }

  @Test func `With a risk fund behind the loans lent on nothing is high`() throws {
    var audit = Audit()
    audit.examine(
      try OrdosProgramme.settlement(),
      cover: ["Enriched-Farmers loans lent on": .yuan(500_000)]
    )
    #expect(audit.findings.first?.severity == .medium)
  }
}
