import BenefitAssessment
import BenefitBinding
import Foundation
import TestSupport
import Testing

struct LoanPresentValueTests {
  /// Amounts are rounded to the fen, so a loan 10⁹ times as large shows the reference's digits.
  private static let scale: Int64 = 1_000_000_000

  private func isNear(_ value: Double, _ expected: Double) -> Bool {
    abs(value / expected - 1) < 1e-13
  }

  @Test func `A subsidised loan is worth what the reference says`() throws {
    struct Inputs: Decodable { var principal: Int64 }
    struct Expected: Decodable {
      var pvOfBorrowerPaymentsAtMarket, pvOfSubsidyAtMarket, grantElement: Double
    }
    let file: Reference<Inputs, Expected> = try reference("loan_subsidised_interest")
    let loan = try LoanSchedule(
      of: .yuan(file.inputs.principal * Self.scale),
      at: "18%" / 12,
      over: 24,
      subsidy: .borrowerRate("5%" / 12)
    )
    let size = Double(Self.scale)
    #expect(
      isNear(loan.presentValue(of: \.payment) / size, file.expected.pvOfBorrowerPaymentsAtMarket)
    )
    #expect(isNear(loan.presentValue(of: \.subsidy) / size, file.expected.pvOfSubsidyAtMarket))
    #expect(isNear(loan.grantElement(), file.expected.grantElement))
    let borrowers = try #require(loan.borrowersFlows.internalRate.rate)
    let lenders = try #require(loan.lendersFlows.internalRate.rate)
    #expect(isNear(borrowers, 0.05 / 12))
    #expect(isNear(lenders, 0.18 / 12))
  }

  @Test func `Level flows are worth what the reference says, and their rate is found`() throws {
    struct Inputs: Decodable { var principal, n: Int }
    struct Expected: Decodable {
      var nperForPayment60000, rateForPayment60000, pvOf24x50000, fvOf24x50000: Double
    }
    let file: Reference<Inputs, Expected> = try reference("loan_annuity_due_and_zero_rate")
    func level(_ yuan: Int64) -> [Money] { .init(repeating: .yuan(yuan), count: file.inputs.n) }
    let flows = CashFlows.periodic([.zero] + level(50_000))
    #expect(isNear(flows.netPresentValue(at: "1%"), file.expected.pvOf24x50000))
    #expect(isNear(flows.netFutureValue(at: "1%"), file.expected.fvOf24x50000))
    let loan = CashFlows.periodic([.yuan(Int64(-file.inputs.principal))] + level(60_000))
    #expect(isNear(try #require(loan.internalRate.rate), file.expected.rateForPayment60000))
    let periods = LoanSchedule.periods(
      toRepay: .yuan(Int64(file.inputs.principal)),
      at: "1%",
      paying: .yuan(60_000)
    )
    #expect(isNear(try #require(periods), file.expected.nperForPayment60000))
  }

  /// 24 payments at the beginning of each month, 55,928.88 at 1 % on 1,200,000 as numpy-financial has them, are worth
  /// the principal; discounted as if they were paid at the end they would be 1/1.01 of it.
  @Test func `Payments in advance are discounted from their days`() throws {
    struct Inputs: Decodable { var principal, n: Int }
    struct Expected: Decodable { var paymentAtBeginning: Double }
    let file: Reference<Inputs, Expected> = try reference("loan_annuity_due_and_zero_rate")
    let size = Double(Self.scale)
    let loan = try LoanSchedule(
      of: .yuan(Int64(file.inputs.principal) * Self.scale),
      at: "1%",
      over: file.inputs.n,
      inAdvance: true
    )
    let principal = Double(file.inputs.principal)
    #expect(isNear(loan.presentValue(of: \.payment) / size, principal))
    #expect(isNear(loan.presentValue(ofUnrounded: \.payment) / size, principal))
    #expect(abs(loan.grantElement()) < 1e-13)
    #expect(isNear(try #require(loan.borrowersFlows.internalRate.rate), 0.01))
    #expect(isNear(try #require(loan.lendersFlows.internalRate.rate), 0.01))
    let worth = (0..<file.inputs.n).reduce(0.0) {
      $0 + file.expected.paymentAtBeginning / pow(1.015, Double($1))
    }
    #expect(isNear(loan.presentValue(of: \.payment, at: "1.5%") / size, worth))
    #expect(abs(loan.grantElement(at: "1.5%") - (1 - worth / principal)) < 1e-12)
    let yearly = loan.grantElement(atYearly: "12.36%", periodsPerYear: 2)
    let atSix = loan.grantElement(at: "6%")
    #expect(abs(yearly - atSix) < 1e-12)
  }

  @Test func `What is paid back at once is no gift`() throws {
    let loan = try LoanSchedule(of: .yuan(100), at: 0, over: 1, inAdvance: true)
    #expect(loan.grantElement(at: "10%") == 0)
    #expect(loan.presentValue(of: \.payment, at: "10%") == 100)
  }

  /// Whatever is paid, the payments of the whole periods and of the part are worth the principal: with
  /// n = ⌊n⌋ + f the debt left after ⌊n⌋ is A·(1 − (1 + r)⁻ᶠ) / r.
  @Test(arguments: ["0", "1/1000000000000", "0.5%", "3%", "50%"] as [Ratio])
  func `Payments go on until the debt is gone`(rate: Ratio) throws {
    let r = Double(rate.numerator) / Double(rate.denominator)
    for yuan in [501, 750, 1_000, 1_003] as [Int64] {
      let periods = LoanSchedule.periods(
        toRepay: .yuan(1_000),
        at: rate,
        paying: .yuan(yuan)
      )
      let count = try #require(periods)
      var debt = 1_000.0
      for _ in 0..<Int(count) { debt = debt * (1 + r) - Double(yuan) }
      let part = count - count.rounded(.down)
      let left = r < 1e-6 ? Double(yuan) * part : Double(yuan) * (1 - pow(1 + r, -part)) / r
      #expect(abs(debt - left) < 1e-8, "\(rate), \(yuan): \(debt), not \(left)")
    }
    // Interest alone never repays, a fen more does.
    if rate == "3%" {
      func periods(_ fen: Int64) -> Double? {
        LoanSchedule.periods(toRepay: .yuan(1_000), at: rate, paying: Money(fen: fen))
      }
      #expect(periods(3_000) == nil && periods(2_999) == nil && (periods(3_001) ?? 0) > 200)
    }
  }

  @Test func `A loan of nothing, or repaid with nothing, stops the program`() async {
    let nothing = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = LoanSchedule.periods(toRepay: .zero, at: "1%", paying: .yuan(1))
    }
    #expect(
      output(nothing?.standardErrorContent, says: "does not repay 0.00; give amounts above zero.")
    )
    let unpaid = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = LoanSchedule.periods(toRepay: .yuan(1), at: "1%", paying: .zero)
    }
    #expect(
      output(unpaid?.standardErrorContent, says: "0.00 a period at 1/100 does not repay 1.00")
    )
  }

  /// Whatever the terms, the lender earns the loan's rate, and what the treasury gives is what the
  /// borrower is given, but for half a fen a period.
  @Test(arguments: 0..<60)
  func `The lender earns the rate, and the parts make up the principal`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rate = Ratio(.random(in: 1...300, using: &random), 10_000)
    let periods = Int.random(in: 1...36, using: &random)
    let grace = Int.random(in: 0..<periods, using: &random)
    let repayment = try #require(LoanSchedule.Repayment.allCases.randomElement(using: &random))
    let principal = Money.yuan(.random(in: 10_000...1_000_000, using: &random))
    let loan = try LoanSchedule(
      of: principal,
      at: rate,
      over: periods,
      repaid: repayment,
      grace: grace,
      subsidy: .fraction(Ratio(.random(in: 0...4, using: &random), 4))
    )
    let worth = loan.presentValue(of: \.payment) + loan.presentValue(of: \.subsidy)
    #expect(abs(worth - Double(principal.fen) / 100) < 0.02 * Double(periods))
    let given = loan.presentValue(of: \.subsidy) / (Double(principal.fen) / 100)
    #expect(abs(loan.grantElement() - given) < 2e-6 * Double(periods))
    let earned = try #require(loan.lendersFlows.internalRate.rate)
    #expect(abs(earned - Double(rate.numerator) / Double(rate.denominator)) < 1e-5)
  }

  @Test func `A loan without interest is a gift at the market's rate, and none without one`() throws
  {
    let loan = try LoanSchedule(of: .yuan(50_000), at: 0, over: 3, repaid: .interestOnly)
    #expect(loan.grantElement() == 0)
    // 1 - 1 / 1.1³ = 331/1331.
    #expect(abs(loan.grantElement(at: "10%") - 331.0 / 1331) < 1e-16)
    let dear = try LoanSchedule(of: .yuan(50_000), at: "10%", over: 3)
    #expect(dear.grantElement(at: "5%") < 0)
  }
}
