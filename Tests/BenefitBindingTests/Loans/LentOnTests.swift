import BenefitBinding
import TestSupport
import Testing

/// Loans lent on for a coupon of money, with the parties that answer for the principal.
struct LentOnTests {
  /// A solar plant pays 5,000 yuan a year for three years on a loan of 50,000 yuan, and the government repays it.
  ///
  /// Source: 小额信贷用的好 产业帮扶全覆盖 (东南网 2017-11-02; Xiaojiafang, Fujian).
  private static let solar = HouseholdLoan(
    name: "solar plant",
    use: .lentOnFor(coupon: .yuan(5_000)),
    interest: .zero,
    principalDue: .fact(.principalDue),
    liability: Liability(repaidBy: .treasury)
  )

  private static func settled(
    _ year: Int,
    _ loans: HouseholdLoan = solar
  ) throws -> Settlement {
    let register = try likeHouseholds(2)
    let loan = try LoanContract(
      of: "H-1000",
      on: "2017-12-31",
      LoanSchedule(of: .yuan(50_000), at: 0, over: 3, repaid: .interestOnly),
      every: 12
    )
    var season = Season(year)
    try season["solar plant"].state([loan], in: .year(year), for: register)
    return try loans.settle(season, for: register)
  }

  @Test func `Principal comes in and goes out apart from income`() throws {
    for year in 2018...2020 {
      let settlement = try Self.settled(year)
      let due = year == 2020 ? Money.yuan(50_000) : .zero
      #expect(try settlement.line("principal returned")[0] == due)
      #expect(try settlement.line("principal due")[0] == due)
      #expect(try settlement.line("debt that stays")[0] == .yuan(50_000) - due)
      #expect(settlement.gross(at: 0) == .yuan(5_000) && settlement.net(at: 0) == .yuan(5_000))
      // Who has no loan gets no coupon.
      #expect(settlement.gross(at: 1) == .zero)
    }
    #expect(try Self.settled(2021).gross == .zero)
  }

  @Test func `Where the household repays, nothing comes back that the terms do not say`() throws {
    var loans = Self.solar
    for liability in [nil, Liability(), Liability(borneBy: .treasury)] {
      loans.liability = liability
      let settlement = try Self.settled(2020, loans)
      #expect(settlement.lines.map(\.name) == ["coupon", "principal due", "debt that stays"])
      #expect(try settlement.line("debt that stays").liability == liability)
    }
  }

  @Test func `A statement names who repays`() throws {
    let statement = try Self.settled(2020).statements[0]
    #expect(
      statement.text(.brief).hasSuffix(
        """
        owed and paid back, no part of the gain
          solar plant
            principal returned (recovery)                                  50,000.00
              the treasury repays it; the household bears what is not paid
              = principal due
            principal due (repayment)                                      50,000.00
              = principal due
        """
      ),
      "\(statement.text(.brief))"
    )
    let chinese = try Self.settled(2018).statements[0].text(.brief, in: .simplifiedChinese)
    #expect(chinese.contains("由财政偿还，未还部分由农户承担"), "\(chinese)")
  }

  @Test func `The contract says who repays and who bears the loss`() {
    #expect(
      Self.solar.contract(in: .english)[1...4] == [
        "2. \"coupon\": each household that qualifies gets 5,000.00 yuan. A household qualifies where "
          + "the loan principal is more than 0.00 yuan. It counts as property income.",
        "3. \"principal returned\": each household gets back the principal due. It is principal that "
          + "comes back and is no income. The treasury repays it; the household bears what is not paid.",
        "4. \"principal due\": each household pays back the principal due. It repays a debt and is no "
          + "cost.",
        "5. \"debt that stays\": each household owes the excess, if any, of the loan principal over the "
          + "recovered principal. It is a debt and no cost. The treasury repays it; the household bears "
          + "what is not paid.",
      ]
    )
    #expect(
      Self.solar.contract(in: .simplifiedChinese)[2]
        == "3. 「还回本金」：各户收回：应还本金。属本金收回，不计收入。由财政偿还，未还部分由农户承担。"
    )
  }

  @Test(
    arguments: [
      (Liability(), "无他方代偿", "nobody bears"),
      (Liability(borneBy: .treasury), "由农户偿还，未还部分由财政承担", "the treasury bears what it"),
      (Liability(repaidBy: .leadEntity), "未还部分由农户承担", "The lead entity repays it; the household"),
      (
        Liability(repaidBy: .leadEntity, borneBy: .treasury), "由带动主体偿还，未还部分由财政承担",
        "the treasury bears what is not"
      ),
      (Liability(repaidBy: .treasury, borneBy: .treasury), "农户不承担", "bears none of it"),
    ]
  )
  func `Each pair of parties has its sentence`(
    _ liability: Liability,
    _ chinese: String,
    _ english: String
  ) {
    let terms = Terms(name: "s") {
      Payment("loan", each: .yuan(9), as: .debt).under(liability)
    }
    #expect(terms.contract(in: .simplifiedChinese)[1].contains(chinese))
    #expect(terms.contract(in: .english)[1].contains(english))
  }

  @Test func `What comes back can be paid and be short`() throws {
    let settlement = try Self.settled(2020)
    let payout = try settlement.payout(
      of: "principal returned",
      with: .yuan(20_000),
      arrears: .cumulative
    )
    #expect(payout.arrears(of: "H-1000") == .yuan(30_000))
  }

  @Test func `A coupon of money is split to the fen`() throws {
    var loans = Self.solar
    loans.use = .lentOnFor(coupon: "100.01", retained: "1/3")
    let settlement = try Self.settled(2018, loans)
    #expect(try settlement.line("coupon: retained")[0] == "33.34")
    #expect(try settlement.line("coupon")[0] == "66.67")
  }
}
