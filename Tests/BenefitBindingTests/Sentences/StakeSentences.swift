import BenefitBinding
import Testing

/// Sentences on who takes part, what was put in, and what is paid on it.
extension SentenceTests {
  // MARK: Who takes part

  @Test func `1. Registered households only`() throws {
    let terms = Terms(
      name: "Sheep farm",
      members: .status(.belowNationalLine, .belowMunicipalAllowance)
    ) {
      Distribution(of: .fact(.profit)) { Tier(.rest, by: .household, as: .property) }
    }
    let settlement = try terms.year { $0[.profit] = .yuan(30_000) }
    #expect(settlement.gross(at: 0) == "15,000.00")
    #expect(settlement.gross(at: 2) == "0.00")
  }

  @Test func `2. What freed shares earn`() throws {
    let terms = Terms(name: "Sheep farm") {
      let poor = !Condition.status(.exited)
      let shares = QuantityFormula.measure(.shares)
      let left = Rate.ratio(of: .membersTotal(shares, where: poor), to: .membersTotal(shares))
      Distribution(of: .fact(.profit)) {
        Tier(.fraction(left, of: .pot), by: .measure(.shares), where: poor, as: .property)
        Tier(.rest, to: .villageWelfare)
      }
    }
    let settlement = try terms.year { $0[.profit] = .yuan(20_000) }
    #expect(settlement.gross(at: 0) == "10,000.00")
    #expect(try settlement.received(by: .villageWelfare) == "4,000.00")
  }

  // MARK: What was put in

  @Test func `3. A grant in equal stakes`() throws {
    let terms = Terms(
      name: "Sheep farm",
      funding: [.contribution(.yuan(600_000), from: .fiscalReliefFund)]
    ) {
      Distribution("stake", of: .stake) { Tier(.rest, by: .household, as: .holding) }
    }
    let settlement = try terms.year()
    #expect(try settlement.line("stake")[0] == "200,000.00")
    #expect(settlement.gross == .zero)
  }

  @Test func `4. Six tenths to the households`() throws {
    let terms = Terms(
      name: "Projects",
      funding: [.contribution(.yuan(1_000_000), from: .specialFund, householdShare: "60%")]
    ) {
      Distribution("stake", of: .stake) { Tier(.rest, by: .person, as: .holding) }
    }
    let settlement = try terms.year()
    #expect(try settlement.line("stake")[0] == "180,000.00")
  }

  @Test func `5. Capital of two parties`() throws {
    let funding: Funding = [
      .contribution(.yuan(600_000), from: .fiscalReliefFund),
      .contribution(.yuan(900_000), from: .enterprise),
    ]
    let share = Amount.fraction(.stakeFraction, of: .profit)
    let terms = Terms(name: "Joint farm", funding: funding) {
      Distribution(of: share) { Tier(.rest, by: .household, as: .property) }
    }
    let settlement = try terms.year { $0[.profit] = .yuan(150_000) }
    #expect(settlement.gross(at: 0) == "20,000.00")
  }

  @Test func `44. So much for each person`() throws {
    let terms = Terms(
      name: "Sheep farm",
      funding: [.contribution(each: .each(.yuan(4_000), per: .persons), from: .fiscalReliefFund)]
    ) {
      Payment("dividend", each: .fraction("8%", of: .stake), as: .property)
    }
    let settlement = try terms.year()
    #expect(settlement.gross(at: 0) == "960.00")
    #expect(try settlement.funding().total == "40,000.00")
  }

  // MARK: Guaranteed and floating dividends

  @Test func `6. A guaranteed dividend`() throws {
    let terms = Terms(name: "Sheep farm", funding: Self.grant) {
      Distribution(of: .fraction("8%", of: .stake)) {
        Tier(.rest, by: .household, as: .property)
      }
    }
    let settlement = try terms.year { $0[.profit] = .yuan(-10_000) }
    #expect(settlement.gross(at: 0) == "16,000.00")
  }

  @Test func `7. Guaranteed, and a part of the profit`() throws {
    let terms = Terms(name: "Sheep farm", funding: Self.grant) {
      Distribution(of: .fraction("5%", of: .stake) + .fraction("30%", of: .profit)) {
        Tier(.rest, by: .household, as: .property)
      }
    }
    let settlement = try terms.year { $0[.profit] = .yuan(100_000) }
    #expect(settlement.gross(at: 0) == "20,000.00")
  }

  @Test func `8. The higher of two`() throws {
    let terms = Terms(name: "Sheep farm", funding: Self.grant) {
      let floor = Amount.fraction("5%", of: .stake)
      let share = Amount.fraction("20%", of: .profit)
      Distribution(of: .greater(of: floor, share)) { Tier(.rest, by: .household, as: .property) }
    }
    let settlement = try terms.year { $0[.profit] = .yuan(210_000) }
    #expect(settlement.gross(at: 0) == "14,000.00")
  }

  @Test func `9. A floor for land and a part of the excess`() throws {
    let terms = Terms(name: "Sheep farm") {
      let floor = Amount.each(.yuan(500), per: .measure(.landArea))
      let excess = Amount.excess(of: .profit, over: .membersTotal(floor))
      Distribution(of: floor + .fraction("40%", of: excess)) {
        Tier(.rest, by: .measure(.landArea), as: .property)
      }
    }
    let settlement = try terms.year { $0[.profit] = .yuan(15_000) }
    #expect(settlement.gross(at: 0) == "2,400.00")
  }
}
