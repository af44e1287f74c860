import BenefitBinding
import TestSupport
import Testing

struct UnroundedLoanTests {
  private struct Rows: Decodable {
    var payment, interest, principal, balance: [Double]
  }

  private struct Inputs: Decodable { var principal: Int64 }

  private func isNear(_ value: Double, _ expected: Double) -> Bool {
    abs(value - expected) <= 1e-14 * 1_200_000
  }

  /// The files' numbers are exact fractions to the nearest double; each names its sources.
  @Test(
    arguments: [
      ("loan_annuity_24m", 24, .equalInstalments, 0, .paid),
      ("loan_equal_principal_24m", 24, .equalPrincipal, 0, .paid),
      ("loan_interest_only_balloon_12m", 12, .interestOnly, 0, .paid),
      ("loan_grace_interest_paid", 24, .equalInstalments, 6, .paid),
      ("loan_grace_interest_free", 24, .equalInstalments, 6, .waived),
    ] as [(String, Int, LoanSchedule.Repayment, Int, LoanSchedule.GraceInterest)]
  )
  func `Every row is the reference's to the last digits`(
    name: String,
    periods: Int,
    repayment: LoanSchedule.Repayment,
    grace: Int,
    graceInterest: LoanSchedule.GraceInterest
  ) throws {
    let file: Reference<Inputs, Rows> = try reference(name)
    let loan = try LoanSchedule(
      of: .yuan(file.inputs.principal),
      at: "1%",
      over: periods,
      repaid: repayment,
      grace: grace,
      graceInterest: graceInterest
    )
    #expect(loan.unrounded.count == file.expected.payment.count)
    for (index, row) in loan.unrounded.enumerated() {
      #expect(row.period == index + 1)
      #expect(isNear(row.payment, file.expected.payment[index]))
      #expect(isNear(row.interest, file.expected.interest[index]))
      #expect(isNear(row.principal, file.expected.principal[index]))
      #expect(isNear(row.balance, file.expected.balance[index]))
    }
  }

  @Test func `A subsidy to the borrower's rate is the reference's`() throws {
    struct Expected: Decodable { var subsidyPerPeriod: [Double] }
    let file: Reference<Inputs, Expected> = try reference("loan_subsidised_interest")
    let loan = try LoanSchedule(
      of: .yuan(file.inputs.principal),
      at: "18%" / 12,
      over: 24,
      subsidy: .borrowerRate("5%" / 12)
    )
    for (row, expected) in zip(loan.unrounded, file.expected.subsidyPerPeriod) {
      #expect(isNear(row.subsidy, expected))
    }
  }

  /// Whatever the terms, each row follows from the one before, and rounding moves it by little.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `A row follows from the one before`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let periods = Int.random(in: 1...40, using: &random)
    let rate = Ratio(.random(in: 1...300, using: &random), 10_000)
    let start: Day = "2015-11-30"
    let accruals: [LoanSchedule.Accrual] = [
      .byPeriod,
      .byDays(.actualActual, from: start, due: (1...periods).map { start.advanced(byMonths: $0) }),
    ]
    let subsidies: [LoanSchedule.Subsidy] = [.none, .fraction("3/7"), .borrowerRate(rate / 3)]
    let loan = try LoanSchedule(
      of: .yuan(.random(in: 1_000...90_000, using: &random)),
      at: rate,
      over: periods,
      repaid: #require(LoanSchedule.Repayment.allCases.randomElement(using: &random)),
      grace: .random(in: 0..<periods, using: &random),
      graceInterest: #require(LoanSchedule.GraceInterest.allCases.randomElement(using: &random)),
      balloon: .yuan(.random(in: 0...1_000, using: &random)),
      accruing: #require(accruals.randomElement(using: &random)),
      subsidy: #require(subsidies.randomElement(using: &random))
    )
    var balance = Double(loan.principal.fen) / 100
    let tolerance = balance * 1e-13
    for (row, rounded) in zip(loan.unrounded, loan.rows) {
      let part = rounded.period > loan.grace || loan.graceInterest != .waived ? 1.0 : 0
      let years: Ratio =
        if case .byDays(let count, _, let due) = loan.accrual {
          count.yearFraction(
            of: Period(
              from: row.period == 1 ? start : due[row.period - 2],
              until: due[row.period - 1]
            )
          )
        } else {
          1
        }
      let due = rate * years
      let interest = balance * part * Double(due.numerator) / Double(due.denominator)
      #expect(abs(row.interest + row.subsidy - interest) <= tolerance)
      #expect(abs(balance + row.capitalised - row.principal - row.balance) <= tolerance)
      // Half a fen of interest and of an instalment a period, and interest on what that moves.
      let moved = Double(row.period) * 0.02
      #expect(abs(row.balance - Double(rounded.balance.fen) / 100) <= moved)
      #expect(abs(row.interest - Double(rounded.interest.fen) / 100) <= moved)
      balance = row.balance
    }
    #expect(balance == 0)
  }

  @Test func `The longest loan has rows before rounding`() throws {
    let loan = try LoanSchedule(of: .yuan(1_000_000), at: "4.35%" / 12, over: 1_200)
    let rows = loan.unrounded
    #expect(rows.allSatisfy { abs($0.payment / rows[0].payment - 1) < 1e-14 })
    // 1,000,000 · r / (1 − (1 + r)⁻¹²⁰⁰) with r = 0.003625, in decimal numbers of 50 places.
    #expect(abs(rows[0].payment - 3_672.778_178_778_769) < 1e-11)
  }
}
