import BenefitBinding
import TestSupport
import Testing

/// Conditions by id and by tag, and what is stated for the record alone.
struct ConditionTests {
  private static let disabled = Measure("members with a disability", in: .person)

  private static func register() throws -> Register {
    try Register([
      Household("h-1", gaqa: "A", persons: 1),
      Household("h-2", gaqa: "A", persons: 1, measures: [disabled: "1 person"]),
      Household("h-3", gaqa: "B", persons: 1, measures: [disabled: "2 persons"]),
    ])
  }

  private static func paid(where condition: Condition) throws -> [Bool] {
    let terms = Terms(name: "s") {
      Payment("care", each: .yuan(600), where: condition, as: .transfer)
    }
    let settlement = try terms.settle(Season(2020), for: register())
    for row in settlement.register.indices {
      let derivation = settlement.derivation(of: settlement.lines[0], at: row)
      #expect(derivation.holds && derivation.value.money == settlement.lines[0][row])
    }
    return settlement.lines[0].map { $0 != .zero }
  }

  @Test func `Households are named by their ids, or by having any of a measure`() throws {
    #expect(try Self.paid(where: .household("h-3", "h-1")) == [true, false, true])
    #expect(try Self.paid(where: !.household("h-3")) == [true, true, false])
    #expect(try Self.paid(where: .household([])) == [false, false, false])
    #expect(try Self.paid(where: .having(Self.disabled)) == [false, true, true])
    #expect(try Self.paid(where: .household("h-2") && .gaqa("B")) == [false, false, false])
  }

  @Test func `A household that is not there is refused by its id`() throws {
    let error = #expect(throws: BenefitError.self) {
      try Self.paid(where: .household("h-1", "h-9"))
    }
    #expect(
      error?.description
        == "Scheme \"s\", clause \"care\", formula \"household h-1 or h-9\", household \"h-9\": "
        + "the register does not hold it. Check its id, or take it out of the terms."
    )
  }

  @Test func `The contract and the derivation name the households`() throws {
    let terms = Terms(name: "s") {
      Payment("care", each: .yuan(600), where: .household("h-1", "h-2"), as: .transfer)
    }
    #expect(terms.contract(in: .english).contains { $0.contains("it is household h-1 or h-2") })
    #expect(terms.contract(in: .simplifiedChinese).contains { $0.contains("该户为「h-1」或「h-2」") })
    let settlement = try terms.settle(Season(2020), for: Self.register())
    let no = settlement.derivation(of: settlement.lines[0], at: 2)
    #expect("\(no)".contains("household h-1 or h-2; it is h-3"), "\(no)")
  }

  @Test func `A memo is told apart and counts nowhere`() throws {
    let terms = Terms(name: "training") {
      Payment("course", each: .yuan(800), as: .memo)
      Payment("allowance", each: .yuan(50), as: .transfer)
    }
    let settlement = try terms.settle(Season(2020), for: Self.register())
    #expect(settlement.gross == .yuan(150) && settlement.costs == .zero)
    #expect(settlement.householdsReached == 3 && settlement.lines[0].total == .yuan(2_400))
    let text = settlement.statements[0].text(.brief)
    let parts = text.split(separator: "spent on it, no part of the gain")
    #expect(parts.count == 2 && parts[1].contains("course (memo item)"), "\(text)")
    #expect(settlement.statements[0].text(.brief, in: .simplifiedChinese).contains("course（备查支出）"))
  }
}
