import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct MissingClaimTests {
  private func finding(_ terms: some Scheme, high: Money? = nil) throws -> Audit.Finding? {
    var thresholds = Audit.Thresholds()
    thresholds.highUnclaimed = high
    let settlement = try terms.settle(
      Season(2016) { $0[.profit] = .yuan(0) },
      for: likeHouseholds(3)
    )
    return Audit.findings(by: thresholds) { $0.examine(settlement) }.of(.missingClaim).first
  }

  // The stations of Dalad: 400,000 yuan of special funds.
  @Test func `Money without any claim is medium`() throws {
    let stations = Terms(
      name: "stations",
      funding: [.contribution(.yuan(400_000), from: .specialFund, householdShare: .zero)]
    ) {}
    #expect(
      try finding(stations)?.description
        == "medium, no computable claim, scheme stations: put in: 400,000.00 yuan. Check what the "
        + "scheme owes households and write it down as a rule with numbers."
    )
    #expect(try finding(stations, high: .yuan(400_000))?.severity == .high)
    #expect(try finding(stations, high: "400,000.01")?.severity == .medium)
  }

  @Test func `A subsidy to an enterprise gives households nothing`() throws {
    let subsidy = LeadEntitySubsidy(name: "subsidy", perHousehold: .yuan(8_000))
    let finding = try #require(try finding(subsidy))
    #expect(finding.severity == .medium)
    #expect(finding.value("paid to others") == .money(.yuan(24_000)))
    #expect(finding.value("put in") == nil)
  }

  @Test func `All that was put in and went to others is medium, not nothing`() throws {
    let passedOn = Terms(
      name: "passed on",
      funding: [.contribution(.yuan(3), from: .specialFund, householdShare: .zero)]
    ) {
      Distribution(of: .yuan(3)) { Tier(.rest, to: .villageWelfare) }
    }
    #expect(try finding(passedOn)?.severity == .medium)
  }

  @Test func `A scheme without money is low`() throws {
    #expect(try finding(Terms(name: "words") {})?.severity == .low)
    let duty = Terms(name: "duty") { Payment("fee", each: .yuan(1), as: .cost) }
    #expect(try finding(duty)?.severity == .low)
  }

  @Test func `A stake that earns nothing is no claim`() throws {
    let paper = Terms(name: "paper", funding: [.contribution(.yuan(3), from: .specialFund)]) {
      Distribution("stake", of: .stake) { Tier(.rest, by: .household, as: .holding) }
    }
    #expect(try finding(paper)?.value("put in") == .money(.yuan(3)))
  }

  @Test func `A rule for income is a claim, even in a year without any`() throws {
    let shares = Shareholding(
      name: "shares",
      funding: [.contribution(.yuan(3), from: .specialFund)],
      dividend: .profit
    )
    #expect(try finding(shares) == nil)
    let goods = Terms(name: "goods") { Payment("chicks", each: .yuan(80), as: .addition) }
    #expect(try finding(goods) == nil)
  }
}
