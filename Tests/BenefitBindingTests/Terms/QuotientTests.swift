import BenefitBinding
import TestSupport
import Testing

/// Means, ratios and amounts for each unit of what all have.
struct QuotientTests {
  private static func register() throws -> Register {
    try Register([
      Household("1", gaqa: "A", persons: 3, status: .atRisk, measures: [.landArea: "10 mu"]),
      Household("2", gaqa: "A", persons: 2, measures: [.landArea: "5 mu"]),
      Household("3", gaqa: "B", persons: 5, status: .atRisk, measures: [.landArea: "0 mu"]),
    ])
  }

  private static let shared = Terms(name: "s") {
    Distribution("dividend", of: .profit) { Tier(.rest, by: .person, as: .property) }
  }

  private static func settled(_ profit: Money = .yuan(1_000)) throws -> Settlement {
    try shared.settle(Season(2016) { $0[.profit] = profit }, for: register())
  }

  private static func paid(_ amount: Amount, _ profit: Money = .yuan(1_000)) throws -> Settlement {
    try Terms(name: "s") { Payment("paid", each: amount, as: .transfer) }
      .settle(Season(2016) { $0[.profit] = profit }, for: register())
  }

  /// Hanggin Banner, 2017: 815 households of 2,028 persons gain 600 yuan a person.
  @Test func `A mean over persons is the published one`() throws {
    let households = (0..<815).map { Household("\($0)", gaqa: "A", persons: $0 < 398 ? 3 : 2) }
    let settlement = try Self.shared.settle(
      Season(2016) { $0[.profit] = .yuan(1_216_800) },
      for: Register(households)
    )
    let mean = try settlement.value(of: Amount.mean(of: .line("dividend"), per: .persons))
    #expect(mean.value.money == .yuan(600) && mean.holds)
    #expect(
      try settlement.value(of: QuantityFormula.membersTotal(.persons)).value.description
        == "2,028 persons"
    )
  }

  @Test func `A mean times what it is over is the total, whoever is counted`() throws {
    let conditions: [Condition] = [
      .always, .status(.atRisk), .gaqa("A"), .atLeast(.measure(.landArea), "5 mu"),
      .status(.atRisk) && .gaqa("B"), !.gaqa("B"),
    ]
    let settlement = try Self.settled("1000.01")
    for condition in conditions {
      for over in [QuantityFormula.household, .persons] {
        let mean = try settlement.value(
          of: Amount.mean(of: .line("dividend"), per: over, where: condition)
        )
        let again = try settlement.value(
          of: Amount.each(
            .mean(of: .line("dividend"), per: over, where: condition),
            per: .membersTotal(over, where: condition)
          )
        )
        let total = try settlement.value(
          of: Amount.membersTotal(.line("dividend"), where: condition)
        )
        #expect(again.value == total.value && mean.holds && again.holds && total.holds)
      }
    }
  }

  @Test func `Those who count are told apart`() throws {
    let settlement = try Self.settled()
    let poor = Condition.status(.atRisk)
    #expect(
      try settlement.value(of: Amount.membersTotal(.line("dividend"), where: poor)).value.money
        == .yuan(800)
    )
    #expect(
      try settlement.value(of: QuantityFormula.membersTotal(.household, where: poor)).value
        .description == "2 households"
    )
    #expect(
      try settlement.value(of: Amount.mean(of: .line("dividend"), where: poor)).value.money
        == .yuan(400)
    )
    // What is asked of a line without more is its total.
    #expect(try settlement.value(of: Amount.line("dividend")).value.money == .yuan(1_000))
  }

  @Test func `A formula of the terms may be a mean, and says what it follows from`() throws {
    // Each household gets half of the mean profit of a person, for each of its persons.
    let perPerson = Amount.fact(.profit) / .membersTotal(.persons)
    let settlement = try Self.paid(.each(perPerson * "50%", per: .persons))
    #expect(settlement.lines[0].map(\.self) == [.yuan(150), .yuan(100), .yuan(250)])
    #expect(settlement.derivation("paid").contains("100.00 = profit / (persons for all members)"))
    #expect(settlement.statements.allSatisfy { $0.entries.allSatisfy(\.derivation.holds) })
  }

  @Test func `A ratio of amounts is a rate, and one of quantities of one unit too`() throws {
    let share = Rate.ratio(of: .yuan(250), to: .fact(.profit))
    #expect(try Self.paid(.yuan(8) * share).lines[0][0] == .yuan(2))
    let land = Rate.ratio(of: .measure(.landArea), to: .membersTotal(.measure(.landArea)))
    let amounts = try Self.paid(.fact(.profit) * land).lines[0].map(\.self)
    #expect(amounts == ["666.67", "333.33", .zero])
  }

  @Test func `A quotient by what each household has is rounded at once`() throws {
    let each = (Amount.fact(.profit) / .persons).rounded(.down(to: .yuan))
    let settlement = try Self.paid(each)
    #expect(settlement.lines[0].map(\.self) == [.yuan(333), .yuan(500), .yuan(200)])
    #expect(settlement.statements.allSatisfy { $0.entries.allSatisfy(\.derivation.holds) })
  }

  @Test func `What cannot be divided is refused with a sentence`() throws {
    func refusal(_ amount: Amount) -> String? {
      do {
        _ = try Self.paid(amount)
        return nil
      } catch {
        return "\(error)"
      }
    }
    #expect(
      refusal(.yuan(1) / .membersTotal(.household, where: .status(.exited)))
        == "Scheme \"s\", clause \"paid\", formula \"1.00 / ((1 household where status \"exited from "
        + "poverty\", otherwise 0 households) for all members)\": it divides by zero or less. Check what "
        + "it divides by: nobody may meet its condition, or have any of it."
    )
    #expect(
      refusal(.yuan(1) / .persons)
        == "Scheme \"s\", clause \"paid\", formula \"1.00 / persons\": it divides by what differs from "
        + "household to household. Round the quotient at once, or divide by a total."
    )
    #expect(
      refusal((Amount.yuan(1) / .measure(.landArea)).rounded(.down(to: .fen)))?
        .contains("household \"3\": it divides by zero or less.") == true
    )
    #expect(
      refusal(.yuan(1) * .ratio(of: .measure(.landArea), to: .membersTotal(.persons)))?
        .contains("it holds mu against person. Use quantities of one unit.") == true
    )
  }

  @Test func `Only those who ask for a quotient need a divisor`() throws {
    let perMu = (Amount.yuan(100) / .measure(.landArea)).rounded(.down(to: .fen))
    let hasLand = Condition.atLeast(.measure(.landArea), "1 mu")
    let expected: [Money] = [.yuan(10), .yuan(20), .zero]
    let guarded = try Self.paid(.either(perMu, otherwise: .zero, where: hasLand))
    #expect(guarded.lines[0].map(\.self) == expected)
    let others: [Terms] = [
      Terms(name: "s") { Payment("paid", each: perMu, where: hasLand, as: .transfer) },
      Terms(name: "s", members: hasLand) { Payment("paid", each: perMu, as: .transfer) },
    ]
    for terms in others {
      let settlement = try terms.settle(Season(2016), for: Self.register())
      #expect(settlement.lines[0].map(\.self) == expected)
      #expect(settlement.statements.allSatisfy { $0.entries.allSatisfy(\.derivation.holds) })
    }
    let nobody = Amount.mean(of: .baselineIncome, where: .status(.exited))
    let either = Amount.either(nobody, otherwise: .yuan(1), where: .status(.exited))
    #expect(try Self.paid(either).gross == .yuan(3))
  }

  @Test func `Nobody is no mistake where nobody asks`() throws {
    let terms = Terms(name: "s") {
      Distribution("d", of: .mean(of: .baselineIncome)) { Tier(.rest, by: .person, as: .property) }
    }
    let settlement = try terms.settle(Season(2016), for: Register([] as [Household]))
    #expect(settlement.gross == .zero)
    #expect(try json(settlement.certificate).contains("\"constant\""))
    #expect(
      throws: BenefitError.self,
      performing: {
        try Terms(name: "s", members: .gaqa("none")) {
          Payment("p", each: .mean(of: .baselineIncome), as: .transfer)
        }.settle(Season(2016), for: Self.register()).value(of: Amount.mean(of: .baselineIncome))
      }
    )
  }

  @Test func `A value that is asked for is of one scheme and of what outlives settling`() throws {
    let settlement = try Self.settled()
    func refusal(_ formula: Amount, in scheme: String? = nil) -> String? {
      do throws(BenefitError) {
        _ = try settlement.value(of: formula, in: scheme)
        return nil
      } catch {
        return "\(error)"
      }
    }
    #expect(
      refusal(.pot)
        == "Scheme \"s\", formula \"the pot\": it is known only while the scheme is settled. Ask for "
        + "lines, facts and what the register says."
    )
    var deep = Amount.yuan(1)
    for _ in 0..<40 { deep = deep.capped(at: .yuan(2)) }
    #expect(refusal(deep)?.contains("a formula: A formula is nested more than 32 deep.") == true)
    #expect(refusal(Amount.yuan(1).named("a\nb"))?.contains("line break") == true)
    #expect(refusal(.yuan(1), in: "t")?.contains("there is no such scheme") == true)
    #expect(refusal(.membersTotal(.line("divided")))?.contains("Settled so far: dividend.") == true)
  }

  @Test func `Quotients are stored and said in both languages`() throws {
    let terms = Terms(name: "s") {
      Payment("paid", each: .mean(of: .baselineIncome, where: .gaqa("A")) * "10%", as: .transfer)
    }
    #expect(try roundTripped(terms) == terms)
    #expect(
      terms.contract(in: Language.english).joined(separator: " ").contains(
        "divided by (the sum over the households of"
      )
    )
    #expect(terms.contract(in: Language.simplifiedChinese).joined(separator: " ").contains("除以"))
  }
}
