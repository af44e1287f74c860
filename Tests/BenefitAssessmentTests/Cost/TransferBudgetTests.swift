import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct TransferBudgetTests {
  /// The World Bank's exercise: 10,000 persons, 2,000 of them poor, each 200 below the line.
  @Test func `The exercise of the World Bank comes out`() throws {
    struct Inputs: Decodable {
      var pop, poor, gapPerPoor, fixedCost, variableCostPerPerson, budget: Int64
    }
    struct Scenario: Decodable { var transfers, benefit, gapReduction: Double }
    struct Needed: Decodable { var budget: Int64 }
    struct Expected: Decodable {
      var uniform, perfect, leakage, uniformWithCosts, targetedWithCosts: Scenario
      var leakageBudgetToEliminate: Needed
    }
    let file: Reference<Inputs, Expected> = try reference("targeting_budget_exercise")
    let (given, expected) = (file.inputs, file.expected)
    func budget(_ caseload: Int64, withCosts: Bool = false) throws -> TransferBudget {
      try TransferBudget(
        .yuan(given.budget),
        caseload: caseload,
        poor: given.poor,
        fixedCost: withCosts ? .yuan(given.fixedCost) : .zero,
        costPerPerson: withCosts ? .yuan(given.variableCostPerPerson) : .zero
      )
    }
    for (budget, scenario) in [
      (try budget(given.pop), expected.uniform),
      (try budget(given.poor), expected.perfect),
      (try budget(3_000), expected.leakage),
      (try budget(given.pop, withCosts: true), expected.uniformWithCosts),
      (try budget(3_000, withCosts: true), expected.targetedWithCosts),
    ] {
      #expect(Double(budget.transfers.fen) / 100 == scenario.transfers)
      let benefit = try #require(budget.benefit.ratio)
      #expect(Double(benefit.numerator) / Double(benefit.denominator) == scenario.benefit)
      let closed = try #require(
        budget.gapClosed(of: .yuan(given.gapPerPoor), among: given.poor).ratio
      )
      #expect(Double(closed.numerator) / Double(closed.denominator) == scenario.gapReduction)
    }
    #expect(
      try budget(3_000).budgetToClose(.yuan(given.gapPerPoor))
        == .yuan(expected.leakageBudgetToEliminate.budget)
    )
    #expect(try budget(3_000).leakage == .exact("1/3"))
    #expect(try budget(3_000, withCosts: true).budgetToClose(.yuan(200)) == .yuan(650_000))
    let error = #expect(throws: TransferBudgetError.self) {
      try budget(3_000).budgetToClose(Money(fen: .max))
    }
    #expect(error?.code == .overflow)
  }

  /// With the budget that closes the gap, it is closed; with a fen less for a person it is not.
  @Test(arguments: 0..<100)
  func `The budget that closes the gap closes it`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let caseload = Int64.random(in: 1...5_000, using: &random)
    let poor = Int64.random(in: 1...caseload, using: &random)
    let gap = Money.fen(.random(in: 1...50_000, using: &random))
    let (fixed, each) = (
      Money.fen(.random(in: 0...9_999_999, using: &random)),
      Money.fen(.random(in: 0...999, using: &random))
    )
    func budget(_ money: Money) throws -> TransferBudget {
      try TransferBudget(
        money,
        caseload: caseload,
        poor: poor,
        fixedCost: fixed,
        costPerPerson: each
      )
    }
    let needed = try budget(.zero).budgetToClose(gap)
    #expect(try budget(needed).gapClosed(of: gap, among: poor) == .exact(.whole))
    #expect(try budget(needed + .yuan(1)).gapClosed(of: gap, among: poor) == .exact(.whole))
    let less = try #require(budget(needed - .fen(1)).gapClosed(of: gap, among: poor).ratio)
    #expect(less < .whole)
    // Half of the poor go unreached.
    #expect(try budget(needed).gapClosed(of: gap, among: 2 * poor) == .exact("1/2"))
  }

  @Test func `Costs beyond the budget leave nothing to transfer`() throws {
    let budget = try TransferBudget(.yuan(100), caseload: 50, poor: 50, costPerPerson: .yuan(3))
    #expect(budget.transfers == .zero)
    #expect(budget.shortfall == .yuan(50))
    #expect(budget.benefit == .money(.zero))
  }

  @Test func `Without anyone to pay, or a gap, there is no figure`() throws {
    let budget = try TransferBudget(.yuan(100), caseload: 0, poor: 0)
    #expect(budget.benefit == .undefined(.emptyCaseload))
    #expect(budget.leakage == .undefined(.emptyCaseload))
    #expect(budget.gapClosed(of: .yuan(1), among: 5) == .undefined(.emptyCaseload))
    #expect(budget.gapClosed(of: .zero, among: 5) == .undefined(.noGap))
    #expect(budget.gapClosed(of: .yuan(1), among: 0) == .undefined(.noGap))
  }

  @Test func `Impossible numbers are refused, stored ones too`() throws {
    func refusal(
      _ money: Money = .yuan(1),
      _ caseload: Int64 = 1,
      _ poor: Int64 = 1,
      each: Money = .zero
    ) -> String {
      do {
        _ = try TransferBudget(money, caseload: caseload, poor: poor, costPerPerson: each)
        return "made"
      } catch {
        return error.description
      }
    }
    #expect(refusal("-1") == "The budget is -1.00 yuan. Give zero or more.")
    #expect(refusal(each: "-1") == "The cost of a person is -1.00 yuan. Give zero or more.")
    let caseload =
      "4 poor among a caseload of 3 do not do. Give a caseload of zero or more, and from none to all of it "
      + "as poor."
    #expect(refusal(.yuan(1), 3, 4) == caseload)
    #expect(refusal(.yuan(1), -1, 0).hasPrefix("0 poor among a caseload of -1"))
    #expect(
      refusal(.yuan(1), .max, each: .yuan(1)).hasSuffix(
        "than can be kept exactly in 64 bits of fen."
      )
    )
    let budget = try TransferBudget(.yuan(1), caseload: 3, poor: 2)
    #expect(try roundTripped(budget) == budget)
    let stored = try json(budget).replacing("\"poor\":2", with: "\"poor\":4")
    #expect(try decodingProblem(TransferBudget.self, from: stored) == caseload)
  }
}
