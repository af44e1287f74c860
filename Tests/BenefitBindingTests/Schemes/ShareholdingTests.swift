import BenefitBinding
import Testing

struct ShareholdingTests {
  /// Source: Ordos propaganda department, Xinhua Silk Road, 2017-09-10.
  @Test func `Nalinxili pays 41 households 4,000 yuan each`() throws {
    let register = try Register(
      (10...50).map { Household("NLX-\($0)", gaqa: "Nalinxili", persons: 4) }
    )
    let cooperative = Shareholding(
      name: "Nalinxili",
      funding: [.contribution(.yuan(860_000), from: .fiscalReliefFund)],
      dividend: .profit,
      key: .household
    )
    let settlement = try cooperative.settle(
      Season(2016) { $0[.profit] = .yuan(164_000) },
      for: register
    )
    let dividend = try #require(settlement.line("dividend"))
    #expect(register.indices.allSatisfy { dividend[$0] == .yuan(4_000) })
    #expect(dividend.total == .yuan(164_000))
    let stake = try #require(settlement.line("stake"))
    #expect(register.indices.count { stake[$0] == "20,975.61" } == 40)
    #expect(register.indices.count { stake[$0] == "20,975.60" } == 1)
  }
}
