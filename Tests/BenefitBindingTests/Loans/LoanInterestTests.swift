import BenefitBinding
import TestSupport
import Testing

/// Interest on loans inside the households' stake.
struct LoanInterestTests {
  private func settle(_ funding: Funding, gaqas: [String] = ["A", "A"]) throws -> Settlement {
    let scheme = Shareholding(
      name: "shares",
      funding: funding,
      dividend: .fraction("10%", of: .stake)
    )
    let register = try Register(
      gaqas.enumerated().map { Household("H-\($0)", gaqa: $1, persons: 2) }
    )
    return try scheme.settle(Season(2016), for: register)
  }

  @Test func `A subsidy takes its part off the interest`() throws {
    let settlement = try settle([
      .contribution(.yuan(300_000), from: .reliefLoan, interest: "4.35%", subsidised: .percent(50)),
      .contribution(.yuan(60_000), from: .householdFunds),
    ])
    let interest = try settlement.line("interest")
    #expect(interest.flow == .cost)
    #expect(interest.total == .yuan(6_525))
    #expect(settlement.net(at: 0) == .yuan(18_000) - "3,262.50")
  }

  @Test func `A fully subsidised loan has no line of interest`() throws {
    let settlement = try settle([
      .contribution(.yuan(1_000), from: .reliefLoan, interest: "4.35%", subsidised: .whole)
    ])
    #expect(!settlement.lines.contains { $0.name == "interest" })
    #expect(settlement.costs == .zero)
  }

  @Test func `Loans of two gaqas are borne where they were lent`() throws {
    let settlement = try settle(
      [
        .contribution(.yuan(1_000), from: .reliefLoan, gaqa: "A", interest: "5%"),
        .contribution(.yuan(2_000), from: .reliefLoan, gaqa: "B", interest: "10%"),
      ],
      gaqas: ["A", "B", "B"]
    )
    #expect(
      (0..<3).map { settlement.costs(at: $0) } == [.yuan(50), .yuan(100), .yuan(100)]
    )
    #expect(
      try (0..<3).map { try settlement.line("stake")[$0] } == [
        .yuan(1_000), .yuan(1_000), .yuan(1_000),
      ]
    )
    #expect(try settlement.line("interest: poverty relief loan, B").total == .yuan(200))
  }

  /// Two loans from one source would otherwise give two lines one name.
  @Test func `Two loans from one source are both charged`() throws {
    let settlement = try settle([
      .contribution(.yuan(1_000), from: .reliefLoan, interest: "5%"),
      .contribution(.yuan(2_000), from: .reliefLoan, interest: "10%"),
    ])
    #expect(settlement.costs == .yuan(250))
  }

  /// Interest follows the stake: what the enterprise borrowed for itself is its own affair.
  @Test func `An enterprise's own loan costs the households nothing`() throws {
    let settlement = try settle([
      .contribution(.yuan(1_000), from: .fiscalReliefFund),
      .contribution(.yuan(9_000), from: .enterprise, interest: "5%"),
    ])
    #expect(try settlement.line("stake").total == .yuan(1_000))
    #expect(settlement.costs == .zero)
  }

  @Test func `The odd fen of interest is borne by somebody`() throws {
    let settlement = try settle(
      [.contribution(.yuan(100), from: .reliefLoan, interest: "0.01%")],
      gaqas: ["A", "A", "A"]
    )
    #expect(settlement.costs == "0.01")
    let derived = settlement.derivation("interest")
    #expect(derived.hasPrefix("0.01 = 0.01 x 33.34/100.00 by stake, down to the fen + 0.01"))
  }

  @Test func `Funding tells its total, its sources and its stake`() {
    let funding: Funding = [
      .contribution(.yuan(300), from: .fiscalReliefFund, householdShare: "1/3"),
      .contribution("0.05", from: .fiscalReliefFund, householdShare: "1/2"),
      .contribution(.yuan(100), from: .enterprise),
    ]
    #expect(funding.total == "400.05")
    #expect(funding.total(from: .fiscalReliefFund) == "300.05")
    #expect(funding.stake == "100.02")
    #expect(funding.stakeRatio == Ratio(10_002, 40_005))
    #expect(Funding([]).stakeRatio == .zero)
  }
}
