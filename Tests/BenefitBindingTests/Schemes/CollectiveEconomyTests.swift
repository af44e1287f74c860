import BenefitBinding
import TestSupport
import Testing

struct CollectiveEconomyTests {
  /// Source: Hanggin banner, Ordos: 17,700,000 yuan, 60 % of it the stake of 2,028 persons.
  @Test func `Hanggin pays 600 yuan a person and the collective the rest`() throws {
    let register = try Register(
      (0..<815).map { number in
        Household("HG-\(1_000 + number)", gaqa: "Hanggin", persons: number < 398 ? 3 : 2)
      }
    )
    try #require(register.personCount == 2_028)
    let economy = CollectiveEconomy(
      name: "Hanggin",
      funding: [
        .contribution(.yuan(17_700_000), from: .fiscalReliefFund, householdShare: .percent(60))
      ],
      returns: .fact(.projectReturn),
      collectiveUses: [(.reserve, .percent(30)), (.publicPosts, .percent(20))]
    )
    let settlement = try economy.settle(
      Season(2016) { $0[.projectReturn] = .yuan(2_028_000) },
      for: register
    )
    #expect(register.indices.allSatisfy { settlement.statements[$0].netPerPerson == "600.00" })
    #expect(try settlement.line("stake").total == .yuan(10_620_000))
    #expect(try settlement.received(by: .reserve) == "243,360.00")
    #expect(try settlement.received(by: .publicPosts) == "162,240.00")
    #expect(try settlement.received(by: .collective) == "405,600.00")
    #expect(settlement.gross + "811,200.00" == .yuan(2_028_000))
  }

  private func perGaqa(
    _ scope: Distribution.Scope = .gaqa,
    uses: [(Account, Ratio)] = []
  ) -> CollectiveEconomy {
    CollectiveEconomy(
      name: "economy",
      funding: [
        .contribution(.yuan(400), from: .fiscalReliefFund, householdShare: .percent(50), gaqa: "A"),
        .contribution(.yuan(600), from: .fiscalReliefFund, householdShare: .percent(50), gaqa: "B"),
      ],
      returns: .fact(.projectReturn),
      collectiveUses: uses,
      scope: scope
    )
  }

  private var register: Register {
    get throws {
      try Register([
        Household("A-1", gaqa: "A", persons: 1), Household("A-2", gaqa: "A", persons: 3),
        Household("B-1", gaqa: "B", persons: 2),
      ])
    }
  }

  @Test func `Each gaqa shares its own return among its own`() throws {
    let season = Season(2016) {
      $0[.projectReturn, gaqa: "A"] = .yuan(80)
      $0[.projectReturn, gaqa: "B"] = .yuan(20)
    }
    let settlement = try perGaqa().settle(season, for: register)
    let dividend = try settlement.line("dividend")
    #expect([dividend[0], dividend[1], dividend[2]] == [.yuan(10), .yuan(30), .yuan(10)])
    let stake = try settlement.line("stake")
    #expect([stake[0], stake[1], stake[2]] == [.yuan(50), .yuan(150), .yuan(300)])
    #expect(
      settlement.closingBooks.amount(of: .account(.collective), scheme: "economy", gaqa: "A")
        == .yuan(40)
    )
  }

  /// A contribution's gaqa says whose households hold the stake, whoever shares the return.
  @Test func `A stake that names its gaqa stays there when one pot is shared`() throws {
    let settlement = try perGaqa(.members).settle(
      Season(2016) { $0[.projectReturn] = .yuan(120) },
      for: register
    )
    let stake = try settlement.line("stake")
    #expect([stake[0], stake[1], stake[2]] == [.yuan(50), .yuan(150), .yuan(300)])
    let dividend = try settlement.line("dividend")
    #expect([dividend[0], dividend[1], dividend[2]] == [.yuan(10), .yuan(30), .yuan(20)])
  }

  @Test func `Uses above the whole of the collective part are refused`() throws {
    let economy = perGaqa(.members, uses: [(.reserve, .percent(130))])
    #expect(
      economy.refusal(Season(2016) { $0[.projectReturn] = .yuan(120) }, try register)
        == "Scheme \"economy\", clause \"dividend\", tiers: together they take 115 % of the "
        + "pot. They may take 100 % at most."
    )
  }

  @Test func `Nothing funded makes no stake and no part for households`() throws {
    let economy = CollectiveEconomy(name: "bare", funding: [], returns: .yuan(10))
    let settlement = try economy.settle(Season(2016), for: register)
    #expect(!settlement.lines.contains { $0.name == "stake" })
    #expect(settlement.gross == .zero)
    #expect(try settlement.received(by: .collective) == .yuan(10))
  }
}
