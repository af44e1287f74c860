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
    let cost = ProgrammeCost(of: funding, delivery: [.init("cadres", 3, at: .yuan(20_000))])
    let effect = ProgrammeEffect(
      households: 41,
      persons: 102,
      personsLifted: 80,
      gapBefore: .yuan(120_000),
      gapAfter: .yuan(20_000)
    )
    #expect(cost.publicMoney == .yuan(500_000))
    #expect(cost.otherMoney == .yuan(360_000))
    #expect(cost.deliveryCost == .yuan(60_000))
    #expect(cost.spending == .yuan(560_000))
    #expect(cost.leverage == .exact("18/25"))
    #expect(cost.perHousehold(effect) == .exact("560000/41", .money))
    #expect(cost.perHousehold(effect).money(.halfUp(to: .fen)) == "13,658.54")
    #expect(cost.perPerson(effect) == .exact("560000/102", .money))
    #expect(cost.perPersonLifted(effect) == .exact(7_000, .money))
    #expect(cost.perYuanOfGap(effect) == .exact("28/5"))
    #expect(
      cost.table(effect).rows.map { $0[1] } == [
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
    let none = ProgrammeEffect()
    for figure in [
      cost.perHousehold(none), cost.perPerson(none), cost.perPersonLifted(none),
      cost.perYuanOfGap(none), cost.perYuanOfGap(.init(gapBefore: .yuan(1))),
    ] {
      #expect(figure == .undefined(.notStated))
    }
    let nothing = ProgrammeEffect(
      households: 0,
      persons: 0,
      personsLifted: 0,
      gapBefore: .yuan(5),
      gapAfter: .yuan(5)
    )
    #expect(cost.perHousehold(nothing) == .undefined(.noHousehold))
    #expect(cost.perPerson(nothing) == .undefined(.noPerson))
    #expect(cost.perPersonLifted(nothing) == .undefined(.nobodyLifted))
    #expect(cost.perYuanOfGap(nothing) == .undefined(.gapNotSmaller))
    #expect(
      cost.perYuanOfGap(nothing).description == "undefined: the poverty gap did not get smaller"
    )
    #expect(cost.perYuanOfGap(nothing).money(.down(to: .fen)) == nil)
  }

  /// 735 work teams and at their peak 2,476 resident cadres; no source says what one costs.
  @Test func `Cadres without a stated cost leave costs undefined, not zero`() {
    let cadres = ProgrammeCost.Delivery("resident cadres", 2_476, at: nil)
    let cost = ProgrammeCost(of: funding, delivery: [.init("work teams", 735, at: .zero), cadres])
    let effect = ProgrammeEffect(households: 7_176)
    #expect(cost.deliveryCost == nil)
    #expect(cost.spending == nil)
    #expect(cost.perHousehold(effect) == .undefined(.costNotStated))
    #expect(
      cost.perYuanOfGap(.init(gapBefore: .yuan(9), gapAfter: .zero)) == .undefined(.costNotStated)
    )
    #expect(cost.table(effect).rows[2] == ["delivery", "not stated"])
    #expect(cadres.households(effect) == .exact("7176/2476"))
    #expect(cadres.households(.init()) == .undefined(.notStated))
    #expect(
      ProgrammeCost.Delivery("teams", 0, at: nil).households(effect) == .undefined(.noDelivery)
    )
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
    let cost = ProgrammeCost(of: funding, delivery: [.init("cadres", 3, at: .yuan(20_000))])
    #expect(try roundTripped(cost) == cost)
    let stored = try json(cost)
    #expect(
      try decodingProblem(
        ProgrammeCost.self,
        from: stored.replacing("\"count\":3", with: "\"count\":-3")
      )
        == "There cannot be -3 cadres. Give a number of zero or more."
    )
    #expect(
      try decodingProblem(
        ProgrammeCost.self,
        from: stored.replacing("\"20000.00\"", with: "\"-1.00\"")
      )
        == "One of the cadres cannot cost -1.00. Give a cost of zero or more."
    )
  }

  @Test func `Stored costs that are too much together are refused, however many they are`() throws {
    let delivery = #"{"name":"cadres","count":9223372036854775807,"each":"92233720368547758.07"}"#
    let stored = try json(ProgrammeCost(of: funding))
    for count in [1, 2, 3, 5] {
      let parts = Array(repeating: delivery, count: count).joined(separator: ",")
      #expect(
        try decodingProblem(
          ProgrammeCost.self,
          from: stored.replacing("\"delivery\":[]", with: "\"delivery\":[\(parts)]")
        ) == "All costs together are more money than 64 bits of fen can hold."
      )
    }
  }
}
