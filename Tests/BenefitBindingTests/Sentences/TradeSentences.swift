import BenefitBinding
import BenefitLedgers
import Testing

/// Sentences on work, trade, loans, livestock and instalments.
extension SentenceTests {
  // MARK: Wages and work

  @Test func `27. Pay by the month`() throws {
    let terms = Terms(name: "Sheep farm") {
      Employment("cleaning", work: .measure(.monthsWorked), pay: .yuan(1_800))
    }
    let settlement = try terms.year()
    #expect(settlement.gross(at: 0) == "10,800.00")
  }

  @Test func `28. A supplement for registered households`() throws {
    let terms = Terms(name: "Sheep farm") {
      let pay = Amount.either("130", otherwise: "120", where: .status(.belowNationalLine))
      Employment("picking", work: .measure(Measure("days worked", in: .day)), pay: pay)
    }
    let settlement = try terms.year { $0[Measure("days worked", in: .day)] = "20 days" }
    #expect(settlement.gross(at: 0) == "2,600.00")
    #expect(settlement.gross(at: 2) == "2,400.00")
  }

  // MARK: Purchases and protective prices

  @Test func `29. A protective price, feed taken off`() throws {
    let terms = Terms(name: "Sheep farm") {
      let eggs = QuantityFormula.measure(.eggsDelivered)
      let price = Amount.greater(of: "1.00", .fact(.marketPrice))
      Purchase("eggs", of: eggs, at: price, inputs: .each("0.25", per: eggs))
    }
    let settlement = try terms.year { $0[.marketPrice] = "1.10" }
    #expect(settlement.gross(at: 0) == "660.00")
    #expect(settlement.net(at: 0) == "510.00")
  }

  @Test func `30. A premium up to a quantity`() throws {
    let terms = Terms(name: "Sheep farm") {
      let grain = QuantityFormula.measure(.produceDelivered)
      Purchase("grain", of: grain, at: .fact(.marketPrice))
      Payment("premium", each: .each("0.20", per: grain.capped(at: "800 kg")), as: .business)
    }
    let settlement = try terms.year { $0[.marketPrice] = "3.00" }
    #expect(settlement.gross(at: 0) == "3,160.00")
  }

  // MARK: Loans lent on

  @Test func `31. A loan lent on, a part retained`() throws {
    let loans = HouseholdLoan(
      name: "Firm loans",
      principal: .yuan(50_000),
      use: .lentOn(coupon: "6%", retained: "1/4"),
      subsidised: .whole
    )
    let settlement = try loans.year { $0[.recoveredPrincipal] = .zero }
    #expect(settlement.gross(at: 0) == "2,250.00")
    #expect(try settlement.line("coupon: retained")[0] == "750.00")
    #expect(try settlement.line("debt that stays")[0] == "50,000.00")
  }

  @Test func `32. Half the interest paid`() throws {
    let loans = HouseholdLoan(
      name: "Sheep loans",
      use: .atHome(returns: .fact(.returnOnUse)),
      interest: "4.8%",
      subsidised: "1/2"
    )
    let settlement = try loans.year {
      $0[.loanPrincipal] = .yuan(20_000)
      $0[.returnOnUse] = .yuan(3_000)
      $0[.recoveredPrincipal] = .zero
    }
    #expect(settlement.net(at: 0) == "2,520.00")
  }

  // MARK: Livestock and return in kind

  @Test func `33. A fee for each head`() throws {
    let kept = EntrustedBreeding(name: "Sheep kept", feePerHead: .yuan(160))
    let settlement = try kept.year()
    #expect(settlement.gross(at: 0) == "3,200.00")
  }

  @Test func `34. Lambs for ewes`() throws {
    let terms = InKindTerms(
      lent: .ewe,
      owed: [
        .perHead(1, .lamb, after: .months(12)),
        .perHead(1, .lamb, after: .months(24)),
      ]
    )
    let ledger = try InKindLedger(
      terms,
      contracts: [.init("1", borrower: "N-1", lender: "village", on: "2024-05-01", heads: 5)]
    )
    let first = ledger.position(of: "N-1", as: .borrower, on: "2025-05-01")
    let second = ledger.position(of: "N-1", as: .borrower, on: "2026-05-01")
    #expect(first[.arrears] == 5)
    #expect(second[.arrears] == 10)
  }

  // MARK: Instalments

  @Test func `35. An advance and the balance`() throws {
    let terms = Terms(name: "Sheep farm") {
      Distribution(of: .fact(.profit)) { Tier(.rest, by: .household, as: .property) }
    }
    let settlement = try terms.year { $0[.profit] = .yuan(30_000) }
    let parts = try settlement.line("dividend").instalments([40, 60])
    #expect(parts[0][0] == "4,000.00")
    #expect(parts[1][0] == "6,000.00")
  }
}
