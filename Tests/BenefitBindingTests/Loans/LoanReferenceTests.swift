import BenefitBinding
import TestSupport
import Testing

/// Schedules that other programs agree on; each file names its sources.
///
/// Their rows are unrounded, so ours may differ by what rounding to the fen moves.
struct LoanReferenceTests {
  private struct Rows: Decodable {
    var payment: [Double]
    var interest: [Double]
    var principal: [Double]
    var balance: [Double]
    var totalInterest: Double
  }

  private struct File<Expected: Decodable>: Decodable {
    struct Inputs: Decodable {
      var principal: Int64
    }
    var inputs: Inputs
    var expected: Expected
  }

  private func yuan(_ money: Money) -> Double { Double(money.fen) / 100 }

  private func isNear(_ money: Money, _ expected: Double, fen: Double) -> Bool {
    abs(yuan(money) * 100 - expected * 100) <= fen + 1e-4
  }

  private func compare(_ loan: LoanSchedule, _ expected: Rows) throws {
    try #require(expected.payment.count == loan.periods)
    for (index, row) in loan.rows.enumerated() {
      // A rounding of each period so far is in the balance, and the last payment pays for them.
      let moved = Double(row.period)
      let isLast = row.period == loan.periods
      #expect(isNear(row.payment, expected.payment[index], fen: isLast ? moved : 0.5), "\(row)")
      #expect(isNear(row.balance, expected.balance[index], fen: moved), "\(row)")
      #expect(isNear(row.interest, expected.interest[index], fen: 1), "\(row)")
      #expect(isNear(row.principal, expected.principal[index], fen: isLast ? moved : 1), "\(row)")
    }
    #expect(isNear(loan.total.interest, expected.totalInterest, fen: Double(loan.periods)))
  }

  @Test(
    arguments: [
      ("loan_annuity_24m", 24, .equalInstalments, 0),
      ("loan_equal_principal_24m", 24, .equalPrincipal, 0),
      ("loan_interest_only_balloon_12m", 12, .interestOnly, 0),
      ("loan_grace_interest_paid", 24, .equalInstalments, 6),
      ("loan_grace_interest_free", 24, .equalInstalments, 6),
    ] as [(String, Int, LoanSchedule.Repayment, Int)]
  )
  func `Every row is the reference's to the fen`(
    name: String,
    periods: Int,
    repayment: LoanSchedule.Repayment,
    grace: Int
  ) throws {
    let file: File<Rows> = try reference(name)
    let principal = Money.yuan(file.inputs.principal)
    try compare(
      LoanSchedule(
        of: principal,
        at: "1%",
        over: periods,
        repaid: repayment,
        grace: grace,
        graceInterest: name == "loan_grace_interest_free" ? .waived : .paid
      ),
      file.expected
    )
  }

  @Test func `A subsidy pays the difference of the rates on the balance`() throws {
    struct Expected: Decodable {
      var subsidyPerPeriod: [Double]
      var totalSubsidyUndiscounted: Double
      var schedule: Rows
    }
    let file: File<Expected> = try reference("loan_subsidised_interest")
    let loan = try LoanSchedule(
      of: .yuan(file.inputs.principal),
      at: "18%" / 12,
      over: 24,
      subsidy: .borrowerRate("5%" / 12)
    )
    try compare(loan, file.expected.schedule)
    for (row, expected) in zip(loan.rows, file.expected.subsidyPerPeriod) {
      #expect(isNear(row.subsidy, expected, fen: 1.5), "\(row)")
    }
    #expect(isNear(loan.total.subsidy, file.expected.totalSubsidyUndiscounted, fen: 24))
  }

  @Test func `Payments at the beginning are those of the reference`() throws {
    struct Expected: Decodable { var paymentAtBeginning: Double }
    let file: File<Expected> = try reference("loan_annuity_due_and_zero_rate")
    // A principal 10⁹ times as large shows nine more digits of the exact instalment.
    for (scale, tolerance) in [(1, 0.005), (1_000_000_000, 1e-9)] as [(Int64, Double)] {
      let loan = try LoanSchedule(
        of: .yuan(file.inputs.principal * scale),
        at: "1%",
        over: 24,
        inAdvance: true
      )
      let payment = yuan(loan.rows[0].payment) / Double(scale)
      #expect(abs(payment - file.expected.paymentAtBeginning) <= tolerance)
      #expect(loan.rows[0].interest == .zero && loan.rows[23].balance == .zero)
      #expect(loan.rows.dropLast().allSatisfy { $0.payment == loan.rows[0].payment })
    }
  }

  @Test func `Without a rate the instalments are equal parts`() throws {
    struct Expected: Decodable { var paymentZeroRate: Double }
    let file: File<Expected> = try reference("loan_annuity_due_and_zero_rate")
    let loan = try LoanSchedule(of: .yuan(file.inputs.principal), at: 0, over: 24)
    #expect(loan.rows.allSatisfy { yuan($0.payment) == file.expected.paymentZeroRate })
    #expect(loan.total.interest == .zero)
  }

  /// A principal 10⁹ times as large shows nine more digits of the exact instalment.
  @Test(arguments: [("loan_annuity_24m", 0), ("loan_grace_interest_paid", 6)])
  func `The exact instalment agrees to the last digit of the reference`(
    name: String,
    grace: Int
  ) throws {
    let file: File<Rows> = try reference(name)
    let loan = try LoanSchedule(
      of: .yuan(file.inputs.principal) * 1_000_000_000,
      at: "1%",
      over: 24,
      grace: grace
    )
    let expected = file.expected.payment[12]
    #expect(abs(yuan(loan.rows[12].payment) / 1e9 / expected - 1) < 1e-14)
  }
}
