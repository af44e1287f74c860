import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

/// Present values of loans with interest by days, and of payments before rounding.
struct DatedLoanValueTests {
  /// Whatever the terms, at the lender's rate what the borrower and the treasury pay is worth the
  /// principal: to the last digits before rounding, and to half a fen a period after it.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `Payments and subsidies are worth the principal`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let periods = Int.random(in: 1...40, using: &random)
    let start: Day = "2015-11-30"
    let count = try #require(DayCount.allCases.randomElement(using: &random))
    let rate = Ratio(.random(in: 1...1_500, using: &random), 10_000)
    let accruals: [(LoanSchedule.Accrual, Ratio)] = [
      (.byPeriod, rate / 12),
      (.byDays(count, from: start, due: (1...periods).map { start.advanced(byMonths: $0) }), rate),
    ]
    for (accrual, rate) in accruals {
      let subsidies: [LoanSchedule.Subsidy] = [.none, .fraction("3/7"), .borrowerRate(rate / 3)]
      let interests: [LoanSchedule.GraceInterest] = [.paid, .capitalised]
      let loan = try LoanSchedule(
        of: .yuan(.random(in: 1_000...90_000, using: &random)),
        at: rate,
        over: periods,
        repaid: #require(LoanSchedule.Repayment.allCases.randomElement(using: &random)),
        grace: .random(in: 0..<periods, using: &random),
        graceInterest: #require(interests.randomElement(using: &random)),
        balloon: .yuan(.random(in: 0...1_000, using: &random)),
        accruing: accrual,
        subsidy: #require(subsidies.randomElement(using: &random))
      )
      let principal = Double(loan.principal.fen) / 100
      let exact =
        loan.presentValue(ofUnrounded: \.payment) + loan.presentValue(ofUnrounded: \.subsidy)
      #expect(abs(exact / principal - 1) < 1e-13)
      let rounded = loan.presentValue(of: \.payment) + loan.presentValue(of: \.subsidy)
      #expect(abs(rounded - principal) < 0.02 * Double(periods))
      #expect(abs(loan.grantElement() - (1 - loan.presentValue(of: \.payment) / principal)) < 1e-12)
    }
  }

  /// 3,650 yuan for 100 and 265 days: interest of a yuan a day at 10 %, and all is paid at the end.
  @Test func `Flows of a loan by days are dated`() throws {
    let loan = try LoanSchedule(
      of: .yuan(3_650),
      at: "10%",
      over: 2,
      repaid: .interestOnly,
      accruing: .byDays(.actual365, from: "2017-01-01", due: ["2017-04-11", "2018-01-01"])
    )
    #expect(
      loan.borrowersFlows
        == .dated([
          .init(.yuan(3_650), on: "2017-01-01"), .init(.yuan(-100), on: "2017-04-11"),
          .init(.yuan(-3_915), on: "2018-01-01"),
        ])
    )
    // 100 / (1 + 0.2 · 100/365) + 3,915 / ((1 + 0.2 · 100/365)(1 + 0.2 · 265/365)), and 1 − that /
    // 3,650.
    let expected = 100 / (385 / 365.0) + 3_915 / (385 / 365.0 * (418 / 365.0))
    #expect(abs(loan.presentValue(of: \.payment, at: "20%") - expected) < 1e-9)
    #expect(abs(loan.grantElement(at: "20%") - (1 - expected / 3_650)) < 1e-12)
    #expect(abs(loan.grantElement()) < 1e-12)
  }

  @Test func `A rate of minus one discounts nothing`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let loan = try LoanSchedule(of: .yuan(1), at: 0, over: 1)
      _ = loan.presentValue(ofUnrounded: \.payment, at: -1)
    }
    #expect(output(result?.standardErrorContent, says: "Money cannot be discounted at -1"))
  }
}
