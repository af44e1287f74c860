import BenefitAssessment
import BenefitBinding
import Foundation
import TestSupport
import Testing

/// Grant elements at a yearly rate, as the OECD and the IMF have them.
struct GrantElementTests {
  /// By hand, at 21 % a year, which is 10 % in half a year: twice 50 are worth 50/1.1 + 50/1.21 =
  /// 10,500/121 of 100, so 16/121 are a gift; 100 after a year 100/1.21, so 21/121.
  @Test func `Two half-years by hand`() throws {
    let parts = try LoanSchedule(of: .yuan(100), at: 0, over: 2, repaid: .equalPrincipal)
    #expect(abs(parts.grantElement(atYearly: "21%", periodsPerYear: 2) - 16.0 / 121) < 1e-15)
    let once = try LoanSchedule(of: .yuan(100), at: 0, over: 2, repaid: .interestOnly)
    #expect(abs(once.grantElement(atYearly: "21%", periodsPerYear: 2) - 21.0 / 121) < 1e-15)
    // Its own rate makes a loan worth its face value: 10 % in half a year is 21 % a year.
    let dear = try LoanSchedule(of: .yuan(100), at: "10%", over: 2, repaid: .equalPrincipal)
    #expect(abs(dear.grantElement(atYearly: "21%", periodsPerYear: 2)) < 1e-15)
    #expect(dear.grantElement(atYearly: "10%", periodsPerYear: 2) < 0)
  }

  /// The formula of the OECD's Development Assistance Committee for equal principal payments, (1 −
  /// r / d)·(1 − (vᵍ − vᵐ) / (d·(m − g))) with the rate r and the discount rate d of a period, g
  /// periods of grace of m.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `Equal principal payments have the OECD's formula`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let perYear = try #require([1, 2, 4, 12].randomElement(using: &random))
    let grace = Int.random(in: 0...20, using: &random)
    let repaid = Int.random(in: 1...60, using: &random)
    let rate = Ratio(.random(in: 0...300, using: &random), 10_000)
    let yearly = Ratio(.random(in: 1...12, using: &random), 100)
    // So large that the rounding of payments to the fen is far below what is compared.
    let loan = try LoanSchedule(
      of: .yuan(1_000_000_000_000),
      at: rate,
      over: grace + repaid,
      repaid: .equalPrincipal,
      grace: grace
    )
    func double(_ ratio: Ratio) -> Double { Double(ratio.numerator) / Double(ratio.denominator) }
    let discount = pow(1 + double(yearly), 1 / Double(perYear)) - 1
    func factor(_ periods: Int) -> Double { pow(1 + discount, -Double(periods)) }
    let spread = (factor(grace) - factor(grace + repaid)) / (discount * Double(repaid))
    let expected = (1 - double(rate) / discount) * (1 - spread)
    let found = loan.grantElement(atYearly: yearly, periodsPerYear: perYear)
    #expect(abs(found - expected) < 1e-11, "\(perYear) a year, \(grace) + \(repaid) periods")
  }

  /// A credit on the terms that the International Development Association calls regular: 38 years,
  /// 6 of them of grace, a charge of 0.75 %, in half-years.
  ///
  /// By the formula above (1 − 0.00375/0.024695)·(1 − (1.05⁻⁶ − 1.05⁻³⁸) / (64·0.024695))
  /// = 0.8481·0.6269.
  @Test func `A long soft credit is half a gift`() throws {
    let credit = try LoanSchedule(
      of: .yuan(64_000_000),
      at: "0.75%" / 2,
      over: 76,
      repaid: .equalPrincipal,
      grace: 12
    )
    let found = Statistic.number(credit.grantElement(atYearly: "5%", periodsPerYear: 2))
    #expect(found.text(decimals: 4) == "0.5317")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `One period a year is the rate of a period`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let loan = try LoanSchedule(
      of: .yuan(.random(in: 1_000...90_000, using: &random)),
      at: Ratio(.random(in: 0...20, using: &random), 100),
      over: .random(in: 1...20, using: &random)
    )
    for rate in ["-5%", 0, "3%", "40%"] as [Ratio] {
      #expect(loan.grantElement(atYearly: rate, periodsPerYear: 1) == loan.grantElement(at: rate))
    }
  }

  @Test func `A year without periods, or a rate that takes everything, stops the program`() async {
    let timeless = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let loan = try LoanSchedule(of: .yuan(1), at: 0, over: 1)
      _ = loan.grantElement(atYearly: "5%", periodsPerYear: 0)
    }
    #expect(
      output(timeless?.standardErrorContent, says: "A year has at least one period, not 0.")
    )
    let everything = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent])
    {
      let loan = try LoanSchedule(of: .yuan(1), at: 0, over: 1)
      _ = loan.grantElement(atYearly: -1, periodsPerYear: 2)
    }
    #expect(
      output(everything?.standardErrorContent, says: "Money cannot be discounted at -1")
    )
  }
}
