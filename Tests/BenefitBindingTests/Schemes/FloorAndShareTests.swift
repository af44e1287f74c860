import BenefitBinding
import TestSupport
import Testing

/// The ways in which contracts combine a floor on capital with a share of the profit.
struct FloorAndShareTests {
  private static let floor = Amount.fraction("5%", of: .stake)
  private static let share = Amount.fraction("29%", of: .profit)

  private func dividend(
    _ dividend: Amount,
    capital: Money = .yuan(1_000_000),
    profit: Money = .yuan(100_000)
  ) throws -> Money {
    let scheme = Shareholding(
      name: "Huangjue",
      funding: [.contribution(capital, from: .fiscalReliefFund)],
      dividend: dividend
    )
    let settlement = try scheme.settle(
      Season(2016) { $0[.profit] = profit },
      for: likeHouseholds(138)
    )
    return try settlement.line("dividend").total
  }

  /// Source: Huangjue, Sichuan: capital 1,000,000 yuan, floor 5 %, share 29 %, profit 100,000 yuan.
  @Test func `A floor and a share of profit stack up to 79,000 yuan`() throws {
    #expect(try dividend(Self.floor + Self.share) == .yuan(79_000))
  }

  @Test func `The greater of floor and share is the floor of 50,000 yuan`() throws {
    #expect(try dividend(.greater(of: Self.floor, Self.share)) == .yuan(50_000))
    #expect(
      try dividend(.greater(of: Self.floor, Self.share), profit: .yuan(1_000_000))
        == .yuan(290_000)
    )
  }

  @Test func `A share of what is beyond the floor makes 64,500 yuan`() throws {
    let beyond = Amount.fraction("29%", of: .excess(of: .profit, over: Self.floor))
    #expect(try dividend(Self.floor + beyond) == .yuan(64_500))
    // Below the floor the excess is nothing, not a deduction.
    #expect(try dividend(Self.floor + beyond, profit: .yuan(10_000)) == .yuan(50_000))
  }

  @Test func `The floor is due even in a year of loss`() throws {
    #expect(try dividend(Self.floor + Self.share, profit: .yuan(-100_000)) == .yuan(50_000))
  }

  /// Source: Changping: 8 % of 216,000 yuan, or 5 % of profit from 1,000,000 yuan on.
  @Test(arguments: [
    (Money("999,999.99"), Money.yuan(17_280)),
    (.yuan(1_000_000), .yuan(50_000)),
    ("1,000,000.01", .yuan(50_000)),
    (.yuan(-1), .yuan(17_280)),
  ])
  func `A switch changes over exactly at its threshold`(profit: Money, expected: Money) throws {
    let switched = Amount.either(
      .fraction("5%", of: .profit),
      otherwise: .fraction("8%", of: .stake),
      where: .atLeast(.profit, .yuan(1_000_000))
    )
    #expect(try dividend(switched, capital: .yuan(216_000), profit: profit) == expected)
  }

  /// Source: Qianting: 100 yuan a share, 28 households with 53 shares and 4 with 3.
  @Test func `A hundred yuan a share pays 5,300 and 300 yuan`() throws {
    let register = try Register(
      (0..<32).map { number in
        Household(
          "Q-\(10 + number)",
          gaqa: "Qianting",
          persons: 3,
          measures: [.shares: number < 28 ? "53 shares" : "3 shares"]
        )
      }
    )
    let scheme = Shareholding(
      name: "Qianting",
      funding: [],
      dividend: .each(.yuan(100), per: .measure(.shares)),
      key: .measure(.shares)
    )
    let settlement = try scheme.settle(Season(2016), for: register)
    let dividend = try settlement.line("dividend")
    #expect(dividend.total == .yuan(149_600))
    #expect(dividend[0] == .yuan(5_300))
    #expect(dividend[31] == .yuan(300))
    #expect(try settlement.waterfall("dividend").pot(0) == .yuan(149_600))
  }
}
