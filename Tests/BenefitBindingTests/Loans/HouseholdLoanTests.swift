import BenefitBinding
import TestSupport
import Testing

struct HouseholdLoanTests {
  private let unpaid = Season(2017) { $0[.recoveredPrincipal] = .zero }

  // MARK: - Published cases

  /// 50,000 yuan at 10 % pay 5,000 a year for five years: 3,000 in cash, 2,000 kept as equity.
  ///
  /// Source: 怀化市金融精准扶贫, Hunan Daily, 2017-09-06 (Hongjiang, 600 households).
  @Test func `Hongjiang pays 3,000 yuan a year and keeps 2,000`() throws {
    let citrus = HouseholdLoan(
      name: "Hongjiang citrus",
      principal: .yuan(50_000),
      use: .lentOn(coupon: "10%", retained: .percent(40)),
      interest: "4.35%",
      subsidised: .whole
    )
    let register = try likeHouseholds(600)
    let (cash, kept) = try (2017..<2022).reduce((Money.zero, Money.zero)) { sums, year in
      let season = Season(year) { $0[.recoveredPrincipal] = year == 2021 ? .yuan(50_000) : .zero }
      let settlement = try citrus.settle(season, for: register)
      #expect(settlement.lines.map(\.name) == ["coupon", "coupon: retained", "debt that stays"])
      #expect(settlement.net(at: 0) == .yuan(3_000))
      #expect(try settlement.line("coupon: retained")[599] == .yuan(2_000))
      let debt = year == 2021 ? Money.zero : .yuan(30_000_000)
      #expect(try settlement.line("debt that stays").total == debt)
      return (
        try sums.0 + settlement.line("coupon")[0],
        try sums.1 + settlement.line("coupon: retained")[0]
      )
    }
    #expect(cash == .yuan(15_000) && kept == .yuan(10_000))
  }

  /// 1,275 yuan a quarter, four of which are 5,100 and 10.2 % of 50,000.
  ///
  /// Source: 长治县:20户贫困户喜获分红款, 2018.
  @Test func `Changzhi pays 1,275 yuan a quarter`() throws {
    let loans = HouseholdLoan(
      name: "Changzhi cooperative",
      principal: .yuan(50_000),
      use: .lentOn(coupon: .fraction("1/4", of: "10.2%")),
      interest: .zero
    )
    let register = try likeHouseholds(20)
    let year = try (1...4).reduce(Money.zero) { year, quarter in
      let season = Season("2018, quarter \(quarter)") { $0[.recoveredPrincipal] = .zero }
      let settlement = try loans.settle(season, for: register)
      #expect(settlement.net(at: 19) == .yuan(1_275))
      #expect(try settlement.line("coupon").total == .yuan(25_500))
      return year + settlement.net(at: 0)
    }
    #expect(year == .yuan(5_100))
    #expect(year.ratio(to: .yuan(50_000)) == "10.2%")
  }

  // MARK: - Laws

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `Paid out and retained are the coupon, recovered and debt the principal`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let register = try likeHouseholds(7)
    let principals = register.map { _ in Money(fen: .random(in: 0...9_000_000, using: &random)) }
    let recovered = principals.map { Money(fen: .random(in: 0...$0.fen, using: &random)) }
    let coupon = Ratio(.random(in: 0...99, using: &random), 997)
    let retained = Ratio(.random(in: 0...7, using: &random), 7)
    let season = Season(2017) {
      $0.facts.set(.loanPrincipal, rows: principals, of: register)
      $0.facts.set(.recoveredPrincipal, rows: recovered, of: register)
    }
    let settlement = try HouseholdLoan(
      name: "loans",
      use: .lentOn(coupon: .fixed(coupon), retained: .fixed(retained)),
      interest: .zero
    ).settle(season, for: register)
    let debt = try settlement.line("debt that stays")
    for row in register.indices {
      let paid = try settlement.line("coupon")[row]
      let kept =
        retained == .zero ? Money.zero : try settlement.line("coupon: retained")[row]
      let whole = principals[row].multiplied(by: coupon, rounding: .halfUp(to: .fen))
      #expect(paid + kept == whole)
      #expect(kept == whole.multiplied(by: retained, rounding: .halfUp(to: .fen)))
      #expect(recovered[row] + debt[row] == principals[row])
      #expect(settlement.gross(at: row) == paid && settlement.net(at: row) == paid)
    }
  }

  @Test func `A debt is neither income nor cost`() throws {
    let settlement = try HouseholdLoan(
      name: "loans",
      principal: .yuan(50_000),
      use: .lentOn(coupon: .zero),
      interest: .zero
    ).settle(unpaid, for: likeHouseholds(2))
    #expect(try settlement.line("debt that stays").flow == .debt)
    #expect(try settlement.line("debt that stays").total == .yuan(100_000))
    #expect(settlement.gross == .zero && settlement.costs == .zero)
    #expect(settlement.householdsReached == 0)
    #expect(!settlement.statements[0].compared(to: .yuan(1)).isLifted)
  }

  @Test func `More paid back than lent is no claim`() throws {
    let settlement = try HouseholdLoan(
      name: "loans",
      principal: .yuan(10),
      use: .lentOn(coupon: .zero),
      interest: .zero,
      recovered: .yuan(11)
    ).settle(Season(2017), for: likeHouseholds(1))
    #expect(try settlement.line("debt that stays").total == .zero)
  }

  // MARK: - Interest, use at home, texts

  @Test func `A household that uses its loan at home earns and pays interest`() throws {
    let register = try likeHouseholds(2)
    let season = Season(2017) {
      $0[.recoveredPrincipal] = .yuan(20_000)
      $0[.interestRate] = "4.75%"
      $0.facts.set(.loanPrincipal, rows: [.yuan(50_000), .yuan(30_000)], of: register)
      $0.facts.set(.returnOnUse, rows: [.yuan(6_000), .yuan(1_000)], of: register)
    }
    let settlement = try HouseholdLoan(
      name: "sheep",
      use: .atHome(returns: .fact(.returnOnUse)),
      subsidised: "60%"
    ).settle(season, for: register)
    #expect(settlement.statements[0].total(of: .business) == .yuan(6_000))
    #expect((0..<2).map { settlement.costs(at: $0) } == [.yuan(950), .yuan(570)])
    #expect((0..<2).map { settlement.net(at: $0) } == [.yuan(5_050), .yuan(430)])
    #expect(try settlement.line("debt that stays")[1] == .yuan(10_000))
    #expect(
      settlement.derivation("interest")
        == """
        950.00 = (loan principal x interest rate) - subsidy
          2,375.00 = loan principal x interest rate
            50,000.00 = loan principal
            4.75 % = interest rate
          1,425.00 = subsidy: (loan principal x interest rate) x 60 %
            2,375.00 = loan principal x interest rate
              50,000.00 = loan principal
              4.75 % = interest rate
        """
    )
  }

  @Test func `A statement shows the debt beside the gain`() throws {
    let settlement = try HouseholdLoan(
      name: "Citrus loans",
      principal: .yuan(50_000),
      use: .lentOn(coupon: "10%", retained: .percent(40)),
      interest: "4.35%",
      subsidised: .percent(50)
    ).settle(unpaid, for: likeHouseholds(1))
    #expect(
      settlement.statements[0].description
        == """
        H-1000, A, 1 person, 2017                                               yuan
          Citrus loans
            coupon (property income)                                        3,000.00
              = whole coupon - retained
                5,000.00 = whole coupon: (50,000.00 x 10 %) rounded half up
                  5,000.00 = 50,000.00 x 10 %
                2,000.00 = retained: (whole coupon x 40 %) rounded half up
                  2,000.00 = whole coupon x 40 %
                    5,000.00 = whole coupon: (50,000.00 x 10 %) rounded half up
                      5,000.00 = 50,000.00 x 10 %
            coupon: retained (addition to holdings)                         2,000.00
              = (whole coupon x 40 %) rounded half up
                2,000.00 = whole coupon x 40 %
                  5,000.00 = whole coupon: (50,000.00 x 10 %) rounded half up
                    5,000.00 = 50,000.00 x 10 %
            interest (cost)                                                -1,087.50
              = (50,000.00 x 4.35 %) - subsidy
                2,175.00 = 50,000.00 x 4.35 %
                1,087.50 = subsidy: (50,000.00 x 4.35 %) x 50 %
                  2,175.00 = 50,000.00 x 4.35 %
          gross gain                                                        3,000.00
          net gain                                                          1,912.50
          net gain per person                                               1,912.50
        owed and paid back, no part of the gain
          Citrus loans
            debt that stays (debt)                                         50,000.00
              = the greater of 0.00 and (50,000.00 - recovered principal)
                50,000.00 = 50,000.00 - recovered principal
                  0.00 = recovered principal
        """
    )
  }

  @Test func `What was paid back must be said`() throws {
    let loans = HouseholdLoan(
      name: "loans",
      principal: .yuan(1),
      use: .lentOn(coupon: "10%"),
      interest: .zero
    )
    #expect(
      loans.refusal(Season(2017), try likeHouseholds(1))
        == "Scheme \"loans\", clause \"debt that stays\", fact \"recovered principal\": season 2017 "
        + "does not state it. Give it for the season, for each gaqa or for each household."
    )
  }

  @Test func `The terms come back`() throws {
    let uses: [HouseholdLoan.Use] = [
      .lentOn(coupon: .fact(.returnRate), retained: "1/3"), .atHome(returns: .fact(.returnOnUse)),
      .lentOnFor(coupon: .yuan(3_500)),
    ]
    for use in uses {
      let loans = HouseholdLoan(
        name: "loans",
        members: .status(.atRisk),
        use: use,
        liability: Liability(repaidBy: .leadEntity)
      )
      let (terms, isSame) = try roundTrip(loans.terms)
      #expect(terms == loans.terms && isSame)
    }
  }
}
