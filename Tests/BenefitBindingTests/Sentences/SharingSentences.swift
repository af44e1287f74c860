import BenefitBinding
import Testing

/// Sentences on how a pot is shared, and the funds that take from it first.
extension SentenceTests {
  // MARK: Sharing by household, person, share, land and stake

  @Test func `10. By household and by person`() throws {
    let terms = Terms(name: "Sheep farm") {
      Distribution(of: .fact(.profit)) {
        Tier(.percentOfPot(40), by: .household, as: .property)
        Tier(.percentOfPot(60), by: .person, as: .property)
      }
    }
    let settlement = try terms.year { $0[.profit] = .yuan(30_000) }
    #expect(settlement.gross(at: 0) == "9,400.00")
  }

  @Test func `11. By share`() throws {
    let terms = Terms(name: "Sheep farm") {
      Payment("dividend", each: .each(.yuan(120), per: .measure(.shares)), as: .property)
    }
    let settlement = try terms.year()
    #expect(settlement.gross(at: 0) == "600.00")
  }

  @Test func `12. By land`() throws {
    let terms = Terms(name: "Sheep farm") {
      Distribution("tickets", of: .fraction("6%", of: .fact(.takings))) {
        Tier(.percentOfPot(70), by: .measure(.landArea), as: .property)
        Tier(.percentOfPot(30), by: .household, as: .property)
      }
    }
    let settlement = try terms.year { $0[.takings] = .yuan(1_000_000) }
    #expect(settlement.gross(at: 0) == "14,400.00")
  }

  @Test func `13. By what each put in`() throws {
    let terms = Terms(name: "Sheep farm") {
      let paidIn = MoneyFact("money put in")
      let key = Key.amount(.fact(paidIn), name: "money put in")
      Distribution(of: .fact(.profit)) { Tier(.rest, by: key, as: .property) }
    }
    let settlement = try terms.year {
      let paidIn = MoneyFact("money put in")
      $0[.profit] = .yuan(12_000)
      $0[paidIn, household: "N-1"] = .yuan(20_000)
      $0[paidIn, household: "N-2"] = .yuan(30_000)
      $0[paidIn, household: "X-1"] = .yuan(50_000)
    }
    #expect(settlement.gross(at: 0) == "2,400.00")
  }

  // MARK: Funds and reserves

  @Test func `14. Two funds first`() throws {
    let terms = Terms(name: "Sheep farm") {
      Distribution(of: .profit) {
        Tier(.percentOfPot(10), to: .reserve)
        Tier(.percentOfPot(5), to: .villageWelfare)
        Tier(.rest, by: .measure(.shares), as: .property)
      }
    }
    let settlement = try terms.year { $0[.profit] = .yuan(20_000) }
    #expect(settlement.gross(at: 0) == "8,500.00")
  }

  @Test func `15. A reserve that fills up`() throws {
    let terms = Terms(name: "Sheep farm") {
      let missing = Amount.excess(of: .yuan(50_000), over: .balance(of: .reserve))
      Distribution(of: .profit) {
        Tier(.lesser(of: .percentOfPot(10), missing), to: .reserve)
        Tier(.rest, by: .household, as: .property)
      }
    }
    let first = try terms.year { $0[.profit] = .yuan(480_000) }
    let second = try terms.year(2026, books: first.closingBooks) { $0[.profit] = .yuan(32_000) }
    #expect(second.gross(at: 0) == "10,000.00")
  }

  @Test func `16. Drawing on a fund`() throws {
    let terms = Terms(name: "Sheep farm") {
      Distribution("relief", of: .each(.yuan(200), per: .persons), from: Account("risk fund")) {
        Tier(.rest, by: .person, as: .transfer)
      }
    }
    var books = Books()
    try books.enter(.yuan(1_500), as: .account(Account("risk fund")), of: "Sheep farm")
    let settlement = try terms.year(books: books)
    #expect(settlement.gross(at: 0) == "450.00")
  }

  @Test func `17. Awards from a pool`() throws {
    let terms = Terms(name: "Sheep farm") {
      let pool = AwardPool(.percentOfPot(30), carriesUnspent: true, backstop: .collective)
      let worked = Condition.atLeast(.measure(.monthsWorked), "6 months")
      Distribution(of: .fact(.profit)) {
        Tier(each: .yuan(600), where: worked, as: .transfer, named: "award", from: pool)
        Tier(.percentOfPot(70), to: .collective)
      }
    }
    let settlement = try terms.year { $0[.profit] = .yuan(3_000) }
    #expect(settlement.gross(at: 0) == "600.00")
    #expect(try settlement.received(by: .collective) == "1,800.00")
  }
}
