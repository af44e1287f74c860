import BenefitBinding
import TestSupport
import Testing

/// Loans with interest by days.
struct DatedLoanTests {
  private func monthly(_ start: Day, _ months: ClosedRange<Int>, every step: Int = 1) -> [Day] {
    months.map { start.advanced(byMonths: $0 * step) }
  }

  // MARK: - Laws

  /// By 30E/360 a month is a twelfth, whatever its days: the loan by days is the loan by periods.
  @Test(arguments: LoanSchedule.Repayment.allCases, 0..<8 as Range<UInt64>)
  func `By 30E 360 a month is a period`(repayment: LoanSchedule.Repayment, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let start = Day(2_015, .random(in: 1...12, using: &random), .random(in: 1...28, using: &random))
    let isInAdvance = Bool.random(using: &random)
    let principal = Money(fen: .random(in: 1...9_000_000, using: &random))
    let (rate, periods) = ("5.1%" as Ratio, Int.random(in: 2...30, using: &random))
    let grace = Int.random(in: 0..<periods, using: &random)
    let graceInterest = try #require(
      LoanSchedule.GraceInterest.allCases.randomElement(using: &random)
    )
    let byPeriods = try LoanSchedule(
      of: principal,
      at: rate / 12,
      over: periods,
      repaid: repayment,
      inAdvance: isInAdvance,
      grace: grace,
      graceInterest: graceInterest
    )
    let due = monthly(start, isInAdvance ? 0...periods - 1 : 1...periods)
    let byDays = try LoanSchedule(
      of: principal,
      at: rate,
      over: periods,
      repaid: repayment,
      inAdvance: isInAdvance,
      grace: grace,
      graceInterest: graceInterest,
      accruing: .byDays(.thirtyE360, from: start, due: due)
    )
    #expect(byDays.rows == byPeriods.rows)
    #expect(zip(byDays.unrounded, byPeriods.unrounded).allSatisfy { $0 == $1 })
  }

  /// What each day bears is the same however the time is cut: interest only, due on any days.
  @Test func `Interest only is the yearly rate on the whole time`() throws {
    let start: Day = "2015-03-31"
    for count in DayCount.allCases {
      for cuts in [[900], [1, 900], [40, 350, 351, 700, 900]] {
        let loan = try LoanSchedule(
          of: .yuan(50_000),
          at: "4.35%",
          over: cuts.count,
          repaid: .interestOnly,
          accruing: .byDays(count, from: start, due: cuts.map { start + $0 })
        )
        let years = count.yearFraction(of: Period(from: start, until: start + 900))
        let due = "4.35%" * years
        let whole = 50_000 * Double(due.numerator) / Double(due.denominator)
        #expect(abs(loan.unrounded.reduce(0) { $0 + $1.interest } - whole) < 1e-9)
      }
    }
  }

  /// Ten years and then two months: an instalment would not cover the first interest, so that alone
  /// is paid, and the balance does not grow.
  @Test func `A long period among short ones pays its interest`() throws {
    let due: [Day] = ["2016-01-01", "2016-02-01", "2016-03-01"]
    let loan = try LoanSchedule(
      of: .yuan(1_000),
      at: "36.5%",
      over: 3,
      accruing: .byDays(.actual365, from: "2006-01-01", due: due)
    )
    #expect(loan.rows[0].payment == .yuan(3_652) && loan.rows[0].balance == .yuan(1_000))
    #expect(loan.unrounded[0].payment == 3_652 && loan.unrounded[0].balance == 1_000)
    #expect(loan.rows[2].balance == .zero && loan.unrounded[2].balance == 0)
  }

  // MARK: - Published schedules

  /// Source: Apache Fineract, EMICalculation-Part1.feature, scenarios C3152 and C3153:
  /// Actual/Actual, half up to the cent, 12 December 2023 to 12 January 2024 as 19 days of 365 and
  /// 12 of 366.
  @Test(
    arguments: [
      (
        "12%", "353.39", "1,725.56", "1,725.59",
        ["101.81", "85.14", "64.05", "51.58", "33.45", "17.36"],
        ["8376.25", "6735.83", "5074.32", "3400.34", "1708.23", "0"]
      ),
      (
        "9.4822%", "278.75", "1,713.12", "1,713.15",
        ["80.45", "67.20", "50.50", "40.63", "26.32", "13.65"],
        ["8367.33", "6721.41", "5058.79", "3386.30", "1699.50", "0"]
      ),
    ] as [(Ratio, Money, Money, Money, [Money], [Money])]
  )
  func `Fineract's instalments come out to the cent`(
    rate: Ratio,
    total: Money,
    instalment: Money,
    last: Money,
    interest: [Money],
    balances: [Money]
  ) throws {
    let lent: Day = "2023-12-12"
    func loan(_ count: DayCount) throws -> LoanSchedule {
      try LoanSchedule(
        of: .yuan(10_000),
        at: rate,
        over: 6,
        accruing: .byDays(count, from: lent, due: monthly(lent, 1...6))
      )
    }
    let counted = try loan(.actualActualDayDue)
    #expect(counted.rows.map(\.payment) == Array(repeating: instalment, count: 5) + [last])
    #expect(counted.rows.map(\.interest) == interest)
    #expect(counted.rows.map(\.balance) == balances)
    #expect(counted.total.interest == total)
    // ISDA's own count has 20 days of 2023, which are a fen more.
    #expect(try loan(.actualActual).total.interest == total + "0.01")
  }

  private func isNear(_ values: [Double], _ expected: [Double]) -> Bool {
    values.count == expected.count && zip(values, expected).allSatisfy { abs($0 - $1) < 1e-9 }
  }

  /// Source: ACTUS test cases, annuities: ann22, quarterly with a last period of five months, A365.
  @Test func `An annuity with a long last period is ACTUS's`() throws {
    let lent: Day = "2013-01-01"
    let loan = try LoanSchedule(
      of: .yuan(5_000),
      at: "8%",
      over: 12,
      accruing: .byDays(
        .actual365,
        from: lent,
        due: monthly("2013-02-01", 0...10, every: 3) + ["2016-01-01"]
      )
    )
    let rows = loan.unrounded
    #expect(
      isNear(
        rows.prefix(3).map(\.principal),
        [433.042146153468, 377.927790209941, 382.545539938769]
      )
    )
    #expect(isNear(rows.suffix(2).map(\.interest), [18.1623486399214, 15.152848389494]))
    #expect(isNear([rows[10].balance, rows[11].principal], [451.861900503701, 451.861900503701]))
  }

  /// Source: ACTUS test cases, annuities: ann14, interest capitalised on 1 July and paid on 1
  /// September.
  @Test func `Interest that is capitalised bears interest as ACTUS's`() throws {
    let loan = try LoanSchedule(
      of: .yuan(5_000),
      at: "8%",
      over: 2,
      grace: 1,
      graceInterest: .capitalised,
      accruing: .byDays(.actual365, from: "2013-01-01", due: ["2013-07-01", "2013-09-01"])
    )
    let rows = loan.unrounded
    #expect(isNear([rows[0].balance, rows[1].interest], [5_198.35616438356, 70.6406755488835]))
  }

  /// Source: ACTUS test cases, linear amortisers: lam19, 100 each fortnight, a balloon at the end,
  /// AA; and lam05, the first payment on the day of the loan, A365.
  @Test func `Linear amortisers are ACTUS's`() throws {
    let due = (0...7).map { ("2013-01-31" as Day) + 14 * $0 } + ["2013-05-18"]
    let balloon = try LoanSchedule(
      of: .yuan(5_000),
      at: "8%",
      over: 9,
      repaid: .equalPrincipal,
      balloon: .yuan(4_100),
      accruing: .byDays(.actualActual, from: "2013-01-01", due: due)
    ).unrounded
    #expect(isNear(balloon.map(\.principal), Array(repeating: 100, count: 8) + [4_200]))
    #expect(
      isNear(
        [balloon[0].interest, balloon[1].interest, balloon[8].interest],
        [32.8767123287671, 15.0356164383562, 8.28493150684932]
      )
    )
    let early = try LoanSchedule(
      of: .yuan(5_000),
      at: "8%",
      over: 10,
      repaid: .equalPrincipal,
      inAdvance: true,
      accruing: .byDays(.actual365, from: "2013-01-21", due: monthly("2013-01-21", 0...9))
    ).unrounded
    #expect(
      isNear(
        early.prefix(3).map(\.interest) + [early[9].interest],
        [0, 30.5753424657534, 24.5479452054794, 3.28767123287671]
      )
    )
  }

  // MARK: - Contracts

  @Test func `A contract is due on the days of its schedule`() throws {
    let due: [Day] = ["2016-11-30", "2017-11-15", "2018-11-30"]
    let schedule = try LoanSchedule(
      of: .yuan(3_000),
      at: "3.65%",
      over: 3,
      repaid: .equalPrincipal,
      accruing: .byDays(.actual365, from: "2016-03-01", due: due)
    )
    let loan = try LoanContract(of: "H-1000", on: "2016-03-01", schedule)
    #expect((1...3).map { loan.dueDay(ofPeriod: $0) } == due)
    // 274, 350 and 380 days at ten fen a day of each thousand.
    let seasons = (2015...2019).map { loan.due(in: .year($0)) }
    #expect(seasons.map(\.interest) == ["0", "82.20", "70.00", "38.00", "0"])
    #expect(seasons.map(\.balance) == ["0", "2000", "1000", "0", "0"])
    #expect(try roundTripped(loan) == loan)
    let refusal = #expect(throws: BenefitError.self) {
      try LoanContract(of: "H-1000", on: "2016-03-02", schedule)
    }
    #expect(refusal?.code == .mismatch)
    #expect(
      refusal?.description
        == "2016-03-02: the loan is of that day, its schedule of 2016-03-01. Give both the day of "
        + "the loan."
    )
    #expect(
      refusal?.text(in: .simplifiedChinese)
        == "2016-03-02：贷款合同是这一天的，还款计划却从 2016-03-01 起算。两处都请填放款日。"
    )
  }

  /// 10,000 at 4 % a year, two years capitalised: 400 and 416, then two instalments of 5,734.60.
  @Test func `Capitalised interest is a cost of its season and then a debt`() throws {
    let loan = try LoanContract(
      of: "H-1000",
      on: "2015-06-01",
      LoanSchedule(of: .yuan(10_000), at: "4%", over: 4, grace: 2, graceInterest: .capitalised),
      every: 12
    )
    let scheme = HouseholdLoan(
      name: "orchard",
      use: .atHome(returns: .zero),
      interestDue: .fact(.interestDue),
      principalDue: .fact(.principalDue)
    )
    let register = try likeHouseholds(1)
    let settlements = try (2015...2019).map { year in
      var season = Season(year)
      try season["orchard"].state([loan], in: .year(year), for: register)
      return try scheme.settle(season, for: register)
    }
    func line(_ name: String) throws -> [Money] {
      try settlements.map { try $0.line(name).total }
    }
    #expect(try line("interest") == ["0", "400", "416", "432.64", "220.56"])
    #expect(try line("principal due") == ["0", "0", "0", "5301.96", "5514.04"])
    #expect(try line("debt that stays") == ["10000", "10400", "10816", "5514.04", "0"])
    let costs = settlements.reduce(Money.zero) { $0 + $1.costs }
    #expect(loan.schedule.total.payment == loan.schedule.principal + costs)
  }
}
