import BenefitBinding
import TestSupport
import Testing

/// Pots that meet nobody, nothing or too little, and what the reader is told.
struct EdgeTests {
  private func pot(
    _ pot: Amount = .yuan(100),
    _ register: Register? = nil,
    members: Condition = .always,
    @ListBuilder<Tier> tiers: () -> [Tier]
  ) throws -> Settlement {
    let tiers = tiers()
    let terms = Terms(name: "s", members: members) { Distribution(of: pot) { tiers } }
    return try terms.settle(Season(2016), for: register ?? likeHouseholds(3))
  }

  @Test(arguments: [Distribution.Scope.members, .gaqa])
  func `An empty register is settled`(scope: Distribution.Scope) throws {
    let terms = Terms(name: "s") {
      Distribution(of: .yuan(100), per: scope) { Tier(.rest, by: .person, as: .property) }
      Payment("p", each: "1", as: .cost)
      Purchase("q", of: .persons, at: "1")
    }
    let settlement = try terms.settle(Season(2016), for: Register([]))
    #expect(settlement.gross == .zero)
    #expect(settlement.lines.map(\.name) == ["dividend", "p", "q"])
    #expect(settlement.statement(for: "nobody") == nil)
    #expect(settlement.waterfalls[0].count == (scope == .gaqa ? 0 : 1))
    #expect(settlement.notices.count == (scope == .gaqa ? 0 : 2))
  }

  @Test func `A scheme that all members left pays nobody and says so`() throws {
    let roster = try Roster(
      households: [Household("A", gaqa: "G", persons: 2), Household("B", gaqa: "G", persons: 2)],
      events: [
        .init(of: "A", on: "2015-01-01", .entry, because: "poor"),
        .init(of: "B", on: "2015-01-01", .entry, because: "poor"),
        .init(of: "A", on: "2015-07-01", .exit, because: "moved"),
        .init(of: "B", on: "2016-01-01", .exit, because: "above the line"),
      ]
    )
    func settled(_ register: Register, members: Condition = .always) throws -> Settlement {
      try pot(.yuan(100), register, members: members) {
        Tier(.percentOfPot(60), by: .household, as: .property)
        Tier(.rest, to: .collective)
      }
    }
    let first = try settled(roster.register(for: .year(2015)))
    #expect(try first.gross == .yuan(60) && first.received(by: .collective) == .yuan(40))
    let second = try settled(roster.register(for: .year(2016)))
    #expect(try second.register.isEmpty && second.received(by: .collective) == .yuan(100))
    let words = "s, dividend: 60.00 could not be paid because nobody is eligible."
    #expect(second.noticeTexts == [words])
    // The same where the households stay in the register and leave the scheme.
    let left = try settled(likeHouseholds(3), members: .status(.exited))
    #expect(left.gross == .zero && left.noticeTexts == [words])
  }

  @Test func `Weights of zero are told apart from nobody`() throws {
    let register = try Register([
      Household("A-1", gaqa: "A", persons: 1, measures: [.shares: "0 shares"])
    ])
    let settlement = try pot(.yuan(100), register) {
      Tier(.percentOfPot(60), by: .person, where: .status(.exited), as: .property, named: "a")
      Tier(.percentOfPot(10), by: .measure(.shares), as: .property, named: "b")
    }
    #expect(
      settlement.noticeTexts == [
        "s, dividend: a: 60.00 could not be paid because nobody is eligible.",
        "s, dividend: b: 10.00 could not be paid because all weights are zero.",
        "s, dividend: 100.00 is left in the pot after all tiers.",
      ]
    )
    #expect(try settlement.received(by: .leftInPot) == .yuan(100))
    #expect(
      settlement.derivation("dividend: a") == """
        0.00 = nothing, as the household is not eligible
          no = status "exited from poverty"; it is below the national poverty line
        """
    )
    #expect(settlement.derivation("dividend: b").hasSuffix("has no weight by shares"))
  }

  @Test func `The rest takes what earlier tiers could not pay`() throws {
    let settlement = try pot {
      Tier(.percentOfPot(60), by: .person, where: .status(.exited), as: .property, named: "a")
      Tier(.rest, to: .collective)
    }
    #expect(try settlement.received(by: .collective) == .yuan(100))
    #expect(settlement.notices.map(\.code) == [.nobodyEligible])
  }

  @Test func `Percentages of all leave nothing, whatever rounding did`() throws {
    for fen in Int64(0)...200 {
      let settlement = try pot(.fixed(Money(fen: fen))) {
        Tier(.fraction("1/3", of: .pot), by: .person, as: .property)
        Tier(each: .zero, as: .transfer, named: "none")
        Tier(.fraction("1/3", of: .pot), to: .reserve)
        Tier(.fraction("1/3", of: .pot), to: .collective)
      }
      #expect(settlement.waterfalls[0].left(0) == .zero)
      #expect(settlement.notices.isEmpty)
    }
  }

  @Test func `Claims above the pot share what is left and tell the shortfall`() throws {
    let settlement = try pot {
      Tier(.percentOfPot(70), to: .reserve)
      Tier(each: .each(.yuan(25), per: .persons), as: .transfer, named: "award")
      Tier(each: .yuan(1), as: .transfer, named: "late")
    }
    let award = try settlement.line("dividend: award")
    #expect((0..<3).map { award[$0] } == [.yuan(10), .yuan(10), .yuan(10)])
    #expect(
      settlement.noticeTexts == [
        "s, dividend: award: the pot is 45.00 short of what the tier was to pay.",
        "s, dividend: late: the pot is 3.00 short of what the tier was to pay.",
      ]
    )
    let derived = settlement.derivation("dividend: award")
    #expect(
      derived == """
        10.00 = 25.00, cut to its part of what was left: 30.00 x 25.00/75.00
          25.00 = persons x 25.00
            1 person = persons
          30.00 = 100.00 - 70.00 that earlier tiers took
            100.00 = 100.00
        """
    )
    // It had a claim; there was nothing left to meet it.
    #expect(settlement.derivation("dividend: late").hasPrefix("0.00 = 1.00, cut to its part of"))
  }

  @Test func `A claim that was only rounded was not cut`() throws {
    let settlement = try pot {
      Tier(
        each: .fraction("1/3", of: .yuan(10)),
        where: .always && !.gaqa("B"),
        as: .transfer,
        named: "award"
      )
    }
    #expect(settlement.derivation("dividend: award").hasPrefix("3.33 = 3.333333… rounded half up"))
  }

  @Test func `Who is not eligible for a payment is told so`() throws {
    let terms = Terms(name: "s", members: .gaqa("A")) {
      Payment("rent", each: .yuan(5), where: .status(.exited), as: .property)
      Payment("wage", each: .yuan(5), as: .wage)
    }
    let register = try Register([
      Household("A-1", gaqa: "A", persons: 1),
      Household("B-1", gaqa: "B", persons: 1, status: .exited),
    ])
    let settlement = try terms.settle(Season(2016), for: register)
    #expect(
      settlement.derivation("rent", 0) == """
        0.00 = nothing, as the household is not eligible
          no = status "exited from poverty"; it is below the national poverty line
        """
    )
    let stranger = """
      0.00 = nothing, as the household is not a member
        no = gaqa A; it is B
      """
    #expect(settlement.derivation("rent", 1) == stranger)
    #expect(settlement.derivation("wage", 1) == stranger)
    #expect(settlement.derivation("wage", 0) == "5.00 = 5.00")
  }

  @Test func `A fact taken away from one gaqa leaves the season's alone`() {
    var facts = Facts()
    facts[.profit] = .yuan(5)
    facts[.profit, gaqa: "A"] = nil
    #expect(facts[.profit] == .yuan(5))
    facts[.profit, gaqa: "A"] = .yuan(1)
    #expect(facts[.profit] == nil)
    #expect(facts[.profit, gaqa: "A"] == .yuan(1))
  }
}
