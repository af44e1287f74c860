import BenefitBinding
import TestSupport
import Testing

struct StatementTests {
  private func statement(
    persons: Int,
    income: Money,
    gain: Money = .zero,
    cost: Money = .zero
  ) throws -> Statement {
    let terms = Terms(name: "s") {
      Payment("gain", each: .fixed(gain), as: .transfer)
      Payment("cost", each: .fixed(cost), as: .cost)
      Payment("held", each: .yuan(9), as: .holding)
    }
    let register = try Register([
      Household("H-1", gaqa: "A", persons: persons, baselineIncome: income)
    ])
    return try #require(terms.settle(Season(2016), for: register).statement(for: "H-1"))
  }

  @Test func `Gross, costs and net are kept apart and holdings are neither`() throws {
    let statement = try statement(persons: 3, income: .zero, gain: .yuan(100), cost: "0.01")
    #expect(statement.gross == .yuan(100))
    #expect(statement.costs == "0.01")
    #expect(statement.net == "99.99")
    #expect(statement.netPerPerson == "33.33")
    #expect(statement.total(of: .transfer) == .yuan(100))
    #expect(statement.entries.map(\.flow) == [.transfer, .cost, .holding])
  }

  @Test(arguments: [("0.05", "0.03"), ("0.04", "0.02"), ("-0.05", "-0.03")] as [(Money, Money)])
  func `Amounts a person round half up, away from zero`(net: Money, perPerson: Money) throws {
    let statement = try statement(
      persons: 2,
      income: .zero,
      gain: net > .zero ? net : .zero,
      cost: net < .zero ? -net : .zero
    )
    #expect(statement.netPerPerson == perPerson)
  }

  @Test func `An income exactly at the line is not poor`() throws {
    let at = try statement(persons: 3, income: .yuan(8_856)).compared(to: .yuan(2_952))
    #expect(!at.isPoorBefore && !at.isPoorAfter && !at.isLifted)
    #expect(at.before == .yuan(2_952))
  }

  /// A household a fen short shows the line itself and is below it all the same.
  @Test func `One fen below the line is poor though it shows as the line`() throws {
    let below = try statement(persons: 3, income: "8,855.99").compared(to: .yuan(2_952))
    #expect(below.before == .yuan(2_952))
    #expect(below.isPoorBefore && below.isPoorAfter)
    let lifted = try statement(persons: 3, income: "8,855.99", gain: "0.01")
      .compared(to: .yuan(2_952))
    #expect(lifted.isPoorBefore && !lifted.isPoorAfter && lifted.isLifted)
  }

  @Test func `Costs can push a household below the line`() throws {
    let pushed = try statement(persons: 1, income: .yuan(3_000), gain: "1", cost: "48.01")
      .compared(to: .yuan(2_953))
    #expect(pushed.after == "2,952.99")
    #expect(!pushed.isPoorBefore && pushed.isPoorAfter && !pushed.isLifted)
  }

  @Test func `A tier of what is left says what earlier tiers took`() throws {
    let terms = Terms(name: "s") {
      Distribution(of: .yuan(100)) {
        Tier(.yuan(40), to: .reserve)
        Tier(.rest - "10.00", by: .household, as: .property)
      }
    }
    let register = try Register([Household("H-1", gaqa: "A", persons: 1)])
    let settlement = try terms.settle(Season(2016), for: register)
    let derivation = settlement.derivation(of: try #require(settlement.lines.first), at: 0)
    #expect(derivation.value.money == "50.00")
    #expect("\(derivation)".contains("60.00 = 100.00 - 40.00 that earlier tiers took"))
  }

  @Test func `A statement reads as a table with its reasons`() throws {
    let text = try statement(persons: 1, income: .zero, gain: .yuan(5), cost: "1.50").description
    let words = text.split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }
    #expect(
      words == [
        "H-1, A, 1 person, 2016 yuan", "s", "gain (transfer income) 5.00", "= 5.00",
        "cost (cost) -1.50", "= 1.50", "held (holding) 9.00", "= 9.00", "gross gain 5.00",
        "net gain 3.50", "net gain per person 3.50",
      ]
    )
  }
}
