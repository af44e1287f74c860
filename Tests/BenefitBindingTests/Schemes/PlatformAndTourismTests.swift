import BenefitBinding
import TestSupport
import Testing

struct PlatformAndTourismTests {
  private static let eggs = QuantityFormula.measure(.eggsDelivered)

  private func platform(_ sales: Money, price: Money = "0.90") throws -> Settlement {
    let scheme = ECommerce(
      name: "eggs",
      givenFree: .yuan(80),
      produce: Purchase(
        "Eggs",
        of: Self.eggs,
        at: .greater(of: "1.00", .fact(.marketPrice)),
        inputs: .each("0.40", per: Self.eggs),
        where: .atLeast(.measure(.eggsDelivered), "1 egg")
      ),
      sales: .fact(.platformSales),
      platformCosts: .each("0.15", per: Self.eggs),
      marginFraction: .percent(20),
      marginKey: .measure(.eggsDelivered)
    )
    let register = try Register([
      Household("D-1", gaqa: "D", persons: 2, measures: [.eggsDelivered: "300 eggs"]),
      Household("D-2", gaqa: "D", persons: 2, measures: [.eggsDelivered: "100 eggs"]),
      Household("D-3", gaqa: "D", persons: 2),
    ])
    return try scheme.settle(
      Season(2016) {
        $0[.platformSales] = sales
        $0[.marketPrice] = price
      },
      for: register
    )
  }

  @Test func `A margin is what purchase and costs leave of the sales`() throws {
    let settlement = try platform(.yuan(560))
    // 560 - 400 - 60.
    #expect(try settlement.waterfall("platform margin").pot(0) == .yuan(100))
    let shared = try settlement.line("platform margin" + ": shared back")
    #expect([shared[0], shared[1], shared[2]] == [.yuan(15), .yuan(5), .zero])
    #expect(try settlement.received(by: .operator) == .yuan(80))
    #expect(settlement.gross(at: 0) == .yuan(315))
    #expect(settlement.net(at: 0) == .yuan(195))
  }

  @Test func `A negative margin pays nothing, takes nothing and is told`() throws {
    let settlement = try platform(.yuan(459))
    #expect(
      settlement.noticeTexts == [
        "eggs, platform margin: the pot came to -1.00; nothing was shared."
      ]
    )
    #expect(try settlement.received(by: .operator) == .zero)
    #expect(settlement.gross == .yuan(400))
    let derived = settlement.derivation("platform margin: shared back")
    #expect(derived.contains("below zero"), "\(derived)")
  }

  @Test func `Without sales there is no margin and no notice of one`() throws {
    let eggs = Purchase("Eggs", of: .measure(.eggsDelivered), at: "1.00")
    let scheme = ECommerce(name: "eggs", produce: eggs)
    let register = try likeHouseholds(1, measures: [.eggsDelivered: "300 eggs"])
    let settlement = try scheme.settle(Season(2016), for: register)
    #expect(settlement.notices.isEmpty && settlement.waterfalls.isEmpty)
    #expect(settlement.gross == .yuan(300))
  }

  @Test func `A margin without sales is refused in a file`() throws {
    let text = """
      {"name": "p", "schemes": [{"model": "e-commerce", "name": "eggs", "marginFraction": "0",
        "produce": {"purchase": "Eggs", "of": "eggs delivered", "at": "1.00"}}]}
      """
    let eggs = Purchase("Eggs", of: .measure(.eggsDelivered), at: "1.00")
    #expect(
      try decoded(Programme.self, from: text).schemes == [
        ECommerce(name: "eggs", produce: eggs).terms
      ]
    )
    #expect(
      try decodingProblem(Programme.self, from: text.replacing(#""0""#, with: #""1/5""#))
        == "A platform's margin is what it takes in less its costs; say its sales too."
    )
  }

  @Test func `What is given free is shown but is no income`() throws {
    let settlement = try platform(.yuan(460))
    #expect(try settlement.line("given free").total == .yuan(160))
    #expect(try settlement.line("given free").flow == .addition)
    #expect(settlement.householdsReached == 2)
    #expect(settlement.personsReached == 4)
    #expect(settlement.statements[2].entries.isEmpty)
  }

  @Test func `A protective price follows the market only upwards`() throws {
    #expect(try platform(.yuan(900), price: "1.20").line("Eggs").total == .yuan(480))
    #expect(try platform(.yuan(900), price: "0.20").line("Eggs").total == .yuan(400))
  }

  @Test func `Tourism pays for produce, work and a share of the takings`() throws {
    let tourism = Tourism(
      name: "village",
      produce: [
        Purchase("Greens", of: .measure(.produceDelivered), at: "1.25", inputs: .yuan(10))
      ],
      jobs: [
        Employment(
          "Cleaning",
          work: .measure(.monthsWorked),
          pay: .fact(.monthlyWage),
          displaced: .each(.yuan(300), per: .measure(.monthsWorked)),
          where: .atLeast(.measure(.monthsWorked), "0.5 months")
        )
      ],
      takings: .fraction(.percent(7), of: .fact(.takings)),
      takingsKey: .person
    )
    let register = try Register([
      Household(
        "T-1",
        gaqa: "T",
        persons: 3,
        measures: [.produceDelivered: "10.4 kg", .monthsWorked: "1.5 months"]
      ),
      Household("T-2", gaqa: "T", persons: 4, measures: [.monthsWorked: "0.4 months"]),
    ])
    let settlement = try tourism.settle(
      Season(2016) {
        $0[.monthlyWage] = .yuan(2_000)
        $0[.takings] = .yuan(100)
      },
      for: register
    )
    let statement = settlement.statements[0]
    #expect(statement.total(of: .business) == .yuan(13))
    #expect(statement.total(of: .wage) == .yuan(3_000))
    #expect(statement.total(of: .property) == .yuan(3))
    #expect(statement.total(of: .transfer) == .zero)
    #expect(statement.costs == .yuan(460))
    #expect(statement.net == .yuan(2_556))
    #expect(
      statement.entries.map(\.name) == [
        "Greens", "Greens: inputs", "Cleaning", "Cleaning: displaced", "share of takings",
      ]
    )
    #expect(try settlement.line("Cleaning")[1] == .zero)
  }
}
