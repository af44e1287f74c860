import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct ProgrammeCostTests {
  private let funding: Funding = [
    .contribution(.yuan(500_000), from: .fiscalReliefFund),
    .contribution(.yuan(300_000), from: .reliefLoan),
    .contribution(.yuan(60_000), from: .householdFunds),
  ]

  @Test func `Public money is divided by the effect, other money is its leverage`() {
    let cost = ProgrammeCost(of: funding, delivery: .yuan(60_000))
    #expect(cost.publicMoney == .yuan(500_000))
    #expect(cost.otherMoney == .yuan(360_000))
    #expect(cost.spending == .yuan(560_000))
    #expect(cost.leverage == .exact("18/25"))
    #expect(cost.per(41) == .money(.yuan(560_000)) * .exact("1/41"))
    #expect(cost.per(41).money(.halfUp(to: .fen)) == "13,658.54")
    #expect(cost.per(80) == .money(.yuan(7_000)))
    #expect(cost.perUnit(ofGap: .yuan(100_000)) == .exact("28/5"))
    let table = cost.table(
      households: 41,
      persons: 102,
      personsLifted: 80,
      gapReduction: .yuan(100_000)
    )
    #expect(
      table.rows.map { $0[1] } == [
        "500,000.00", "360,000.00", "60,000.00", "0.72", "13,658.54", "5,490.20", "7,000.00",
        "5.60",
      ]
    )
  }

  @Test func `Which sources are public is the user's to say`() {
    let cost = ProgrammeCost(of: funding, publicSources: [.reliefLoan])
    #expect(cost.publicMoney == .yuan(300_000))
    #expect(cost.leverage == .exact("28/15"))
    #expect(ProgrammeCost(of: funding, publicSources: []).leverage == .undefined(.noPublicMoney))
  }

  @Test func `What is unknown or impossible is undefined with its reason`() {
    let cost = ProgrammeCost(of: funding)
    #expect(cost.per(nil) == .undefined(.notStated))
    #expect(cost.perUnit(ofGap: nil) == .undefined(.notStated))
    #expect(cost.table().rows[4...].allSatisfy { $0[1] == "undefined: it is not stated" })
    #expect(cost.per(0) == .undefined(.noUnit))
    let none = cost.perUnit(ofGap: .zero)
    #expect(none == .undefined(.gapNotSmaller))
    #expect(none.description == "undefined: the poverty gap did not get smaller")
    #expect(none.money(.down(to: .fen)) == nil)
  }

  /// 735 work teams and at their peak 2,476 resident cadres, who no source says what they cost.
  @Test func `Cadres without a stated cost leave costs undefined, not zero`() throws {
    let cost = ProgrammeCost(of: funding, delivery: nil)
    #expect(cost.spending == nil)
    #expect(cost.per(7_176) == .undefined(.costNotStated))
    #expect(cost.perUnit(ofGap: .yuan(9)) == .undefined(.costNotStated))
    #expect(cost.table(households: 7_176).rows[2] == ["delivery", "not stated"])
    #expect(try roundTripped(cost) == cost)
  }

  /// 860,000 yuan of funds and 164,000 a year (Nalinxili, 2017).
  @Test func `A fund's payback and internal rate follow from its yearly flows`() throws {
    let flows = CashFlows.returns(
      on: .yuan(860_000),
      yearly: .init(repeating: .yuan(164_000), count: 6)
    )
    guard case .recovered(let time, let interpolated) = flows.payback() else {
      Issue.record("not recovered")
      return
    }
    #expect(time == 6)
    #expect(abs(interpolated - 860.0 / 164) < 1e-15)
    let rate = try #require(flows.internalRate.rate)
    // Six years at 4 % are worth 5.2421 payments; 860 / 164 is 5.2439.
    #expect(rate > 0.0398 && rate < 0.04)
  }

  @Test func `Stored costs are read as they were and checked again`() throws {
    let cost = ProgrammeCost(of: funding, delivery: .yuan(60_000))
    #expect(try roundTripped(cost) == cost)
    let stored = try json(cost)
    #expect(
      try decodingProblem(
        ProgrammeCost.self,
        from: stored.replacing("\"delivery\":\"60000.00\"", with: "\"delivery\":\"-1.00\"")
      )
        == "Delivery cannot cost -1.00. Give a cost of zero or more."
    )
  }

  @Test func `Stored costs that are too much together are refused`() throws {
    let stored = try json(ProgrammeCost(of: funding, delivery: "1.07"))
    #expect(
      try decodingProblem(
        ProgrammeCost.self,
        from: stored.replacing("\"1.07\"", with: "\"92233720368547758.07\"")
      ) == "All costs together are more money than 64 bits can hold."
    )
  }
}
