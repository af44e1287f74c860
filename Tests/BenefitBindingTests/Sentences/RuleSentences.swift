import BenefitBinding
import Testing

/// Sentences on caps, floors, steps, switches, rounding and losses.
extension SentenceTests {
  // MARK: Caps, floors, steps and switches

  @Test func `18. A cap on all`() throws {
    let terms = Terms(name: "Sheep farm") {
      let subsidy = Amount.membersTotal(.each(.yuan(2_000), per: .household))
      Distribution("subsidy", of: subsidy.capped(at: .yuan(5_000))) { Tier(.rest, to: .operator) }
    }
    #expect(try terms.year().received(by: .operator) == "5,000.00")
  }

  @Test func `19. A floor and a cap for each`() throws {
    let terms = Terms(name: "Sheep farm") {
      let dividend = Amount.each(.yuan(240), per: .measure(.shares))
      let paid = dividend.atLeast(.yuan(500)).capped(at: .yuan(1_000))
      Payment("dividend", each: paid, as: .property)
    }
    let settlement = try terms.year()
    #expect(settlement.gross(at: 0) == "1,000.00")
    #expect(settlement.gross(at: 2) == "500.00")
  }

  @Test func `20. Two brackets`() throws {
    let terms = Terms(name: "Sheep farm") {
      let low = Amount.fraction("30%", of: .lesser(of: .profit, .yuan(100_000)))
      let high = Amount.fraction("50%", of: .excess(of: .profit, over: .yuan(100_000)))
      Distribution(of: low + high) { Tier(.rest, by: .household, as: .property) }
    }
    let settlement = try terms.year { $0[.profit] = .yuan(160_000) }
    #expect(settlement.gross(at: 0) == "20,000.00")
  }

  @Test func `21. A switch on revenue`() throws {
    let terms = Terms(name: "Sheep farm") {
      let reached = Condition.atLeast(.revenue, .yuan(200_000))
      let rate = Rate.either("15%", otherwise: "10%", where: reached)
      Distribution(of: .fraction(rate, of: .revenue)) { Tier(.rest, by: .household, as: .property) }
    }
    let high = try terms.year { $0[.revenue] = .yuan(240_000) }
    let low = try terms.year { $0[.revenue] = .yuan(180_000) }
    #expect(high.gross(at: 0) == "12,000.00")
    #expect(low.gross(at: 0) == "6,000.00")
  }

  @Test func `22. A rent that steps up`() throws {
    let terms = Terms(name: "Sheep farm") {
      let year = QuantityFormula.measure(Measure("contract year", in: Quantity.Unit("year")))
      let rent = Amount.either(.yuan(660), otherwise: .yuan(600), where: .atLeast(year, "4 years"))
      Payment("rent", each: .each(rent, per: .measure(.landArea)), as: .property)
    }
    let number = Measure("contract year", in: Quantity.Unit("year"))
    let third = try terms.year { $0[number] = "3 years" }
    let fourth = try terms.year { $0[number] = "4 years" }
    #expect(third.gross(at: 0) == "2,400.00")
    #expect(fourth.gross(at: 0) == "2,640.00")
  }

  // MARK: Odd fen and rounding

  @Test func `23. Whole yuan`() throws {
    let terms = Terms(name: "Sheep farm") {
      let yuan = Apportionment(rounding: .down(to: .yuan), residue: .posted(to: .collective))
      Distribution(of: .fact(.profit)) {
        Tier(.rest, by: .household, apportioned: yuan, as: .property)
      }
    }
    let settlement = try terms.year { $0[.profit] = .yuan(10_000) }
    #expect(settlement.gross(at: 0) == "3,333.00")
    #expect(try settlement.received(by: .collective) == "1.00")
  }

  @Test func `24. A rate in jiao`() throws {
    let terms = Terms(name: "Sheep farm") {
      let rate = Apportionment(rate: .down(to: .jiao), residue: .carriedForward)
      Distribution(of: .fact(.profit)) {
        Tier(.rest, by: .measure(.shares), apportioned: rate, as: .property)
      }
    }
    let first = try terms.year { $0[.profit] = "1,234.56" }
    let second = try terms.year(2026, books: first.closingBooks) { $0[.profit] = "999.44" }
    #expect(first.gross(at: 0) == "617.00")
    #expect(second.gross(at: 0) == "500.00")
  }

  // MARK: Losses

  @Test func `25. Losses first`() throws {
    let terms = Terms(name: "Sheep farm") {
      Distribution(of: .profit) { Tier(.rest, by: .household, as: .property) }
    }
    let lean = try terms.year { $0[.profit] = .yuan(-20_000) }
    let better = try terms.year(2026, books: lean.closingBooks) { $0[.profit] = .yuan(50_000) }
    #expect(lean.gross == .zero)
    #expect(better.gross(at: 0) == "10,000.00")
  }

  @Test func `26. A loss borne together`() throws {
    let terms = Terms(name: "Sheep farm") {
      Distribution("loss", of: .excess(of: .zero, over: .fact(.profit))) {
        Tier(.percentOfPot(70), to: .operator)
        Tier(.percentOfPot(30), by: .measure(.shares), as: .cost)
      }
    }
    let settlement = try terms.year { $0[.profit] = .yuan(-40_000) }
    #expect(settlement.costs(at: 0) == "6,000.00")
  }
}
