import BenefitBinding
import TestSupport
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
    let dividend = try settlement.line("dividend")
    #expect(register.indices.allSatisfy { dividend[$0] == .yuan(4_000) })
    #expect(dividend.total == .yuan(164_000))
    let stake = try settlement.line("stake")
    #expect(register.indices.count { stake[$0] == "20,975.61" } == 40)
    #expect(register.indices.count { stake[$0] == "20,975.60" } == 1)
  }

  @Test func `A dividend by stake follows what each household holds`() throws {
    let register = try Register([
      Household("A-1", gaqa: "A", persons: 1, measures: [.shares: "3 shares"]),
      Household("A-2", gaqa: "A", persons: 1, measures: [.shares: "1 share"]),
      Household("B-1", gaqa: "B", persons: 9, status: .notPoor),
    ])
    let cooperative = Shareholding(
      name: "by shares",
      members: !.status(.notPoor),
      funding: [
        .contribution(.yuan(800), from: .specialFund, householdShare: .percent(50)),
        .contribution(.yuan(10_000), from: .enterprise),
      ],
      dividend: .fraction("10%", of: .stake),
      stakeKey: .measure(.shares)
    )
    let settlement = try cooperative.settle(Season(2016), for: register)
    #expect(
      try (0..<3).map { try settlement.line("stake")[$0] } == [.yuan(300), .yuan(100), .zero]
    )
    #expect((0..<3).map { settlement.gross(at: $0) } == [.yuan(30), .yuan(10), .zero])
    #expect(settlement.personsReached == 2)
    #expect(try settlement.line("stake").householdCount == 2)
    #expect(settlement.statements[0].gross == .yuan(30))
  }

  @Test func `A statement explains the dividend down to the profit`() throws {
    let cooperative = Shareholding(
      name: "explained",
      funding: [],
      dividend: .fraction("29%", of: .profit),
      key: .household
    )
    let settlement = try cooperative.settle(
      Season(2016) { $0[.profit] = .yuan(100) },
      for: likeHouseholds(4)
    )
    #expect(
      settlement.derivation("dividend")
        == """
        7.25 = 29.00 x 1/4 by household
          29.00 = distributable profit x 29 %
            100.00 = distributable profit: the greater of 0.00 and (profit - losses brought forward)
              100.00 = profit - losses brought forward
                100.00 = profit
                0.00 = losses brought forward
        """
    )
  }

  @Test func `A pot for each gaqa needs a stake for each gaqa`() throws {
    let cooperative = Shareholding(
      name: "common",
      funding: [.contribution(.yuan(1), from: .specialFund)],
      dividend: .yuan(1),
      scope: .gaqa
    )
    #expect(
      cooperative.refusal(Season(2016), try likeHouseholds(1))
        == "Scheme \"common\", clause \"stake\", the pot: there is one for each gaqa, but "
        + "\"stake\" is one amount for all of them. Give it for each gaqa."
    )
  }
}
