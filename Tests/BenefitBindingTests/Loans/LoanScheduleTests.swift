import BenefitBinding
import TestSupport
import Testing

struct LoanScheduleTests {
  private static let seeds: ClosedRange<UInt64> = 1...40

  /// A random loan that can be computed, the same for the same seed.
  private func loan(_ seed: UInt64) throws -> LoanSchedule {
    var random = SplitMix64(seed: seed)
    let periods = Int.random(in: 1...60, using: &random)
    let grace = Int.random(in: 0..<periods, using: &random)
    let rate = Ratio(
      .random(in: 0...400, using: &random),
      .random(in: 2_000...12_000, using: &random)
    )
    let subsidies: [LoanSchedule.Subsidy] = [
      .none, .fraction(Ratio(.random(in: 0...7, using: &random), 7)),
      .borrowerRate(rate * Ratio(.random(in: 0...7, using: &random), 7)),
    ]
    let principal = Money(fen: .random(in: 1...20_000_000, using: &random))
    let balloon = Money(fen: .random(in: 0...principal.fen, using: &random))
    let isInAdvance = Bool.random(using: &random)
    let start = ("2015-01-01" as Day) + Int.random(in: 0...800, using: &random)
    let byDays = LoanSchedule.Accrual.byDays(
      try #require(DayCount.allCases.randomElement(using: &random)),
      from: start,
      due: (0..<periods).map { start.advanced(byMonths: isInAdvance ? $0 : $0 + 1) }
    )
    return try LoanSchedule(
      of: principal,
      at: rate,
      over: periods,
      repaid: #require(LoanSchedule.Repayment.allCases.randomElement(using: &random)),
      inAdvance: isInAdvance,
      grace: #require([0, grace].randomElement(using: &random)),
      graceInterest: #require(LoanSchedule.GraceInterest.allCases.randomElement(using: &random)),
      balloon: #require([.zero, balloon].randomElement(using: &random)),
      accruing: #require([.byPeriod, byDays].randomElement(using: &random)),
      subsidy: #require(subsidies.randomElement(using: &random)),
      rounded: Rounding(
        #require(Rounding.Direction.allCases.randomElement(using: &random)),
        to: #require(Rounding.Step.allCases.randomElement(using: &random))
      )
    )
  }

  /// The part of the rate that the payment of a period holds, from the days alone.
  private func part(of loan: LoanSchedule, _ period: Int) -> Ratio {
    guard case .byDays(let count, let start, let due) = loan.accrual else { return 1 }
    let before = period == 1 ? start : due[period - 2]
    return count.yearFraction(of: Period(from: before, until: due[period - 1]))
  }

  // MARK: - Laws

  @Test(arguments: seeds) func `Nothing is lost between the rows`(seed: UInt64) throws {
    let loan = try loan(seed)
    var balance = loan.principal
    for (index, row) in loan.rows.enumerated() {
      #expect(row.period == index + 1)
      #expect(row.payment == row.interest - row.capitalised + row.principal)
      #expect(row.balance == balance + row.capitalised - row.principal)
      #expect([row.interest, row.principal, row.balance, row.subsidy].allSatisfy { $0 >= .zero })
      let isCapitalised = row.period <= loan.grace && loan.graceInterest == .capitalised
      #expect(row.capitalised == (isCapitalised ? row.interest : .zero))
      // A payment at the beginning of a period holds the interest of the one before.
      let accruing = loan.isPaidInAdvance ? index : row.period
      let free = loan.graceInterest == .waived ? loan.grace : 0
      let isFree = accruing <= free
      let due = balance.multiplied(
        by: isFree ? 0 : loan.rate * part(of: loan, row.period),
        rounding: Rounding(loan.rounding.direction, to: .fen)
      )
      #expect(row.interest + row.subsidy == due)
      #expect(row.period > loan.grace || row.principal == .zero)
      #expect(row.period == loan.periods || row.balance >= loan.balloon)
      balance = row.balance
    }
    #expect(loan.rows.count == loan.periods)
    #expect(loan.rows.last?.balance == .zero)
    #expect(loan.total.principal == loan.principal + loan.total.capitalised)
    #expect(loan.total.payment == loan.principal + loan.total.interest)
  }

  @Test(arguments: seeds) func `Twice the principal pays twice but for rounding`(
    seed: UInt64
  ) throws {
    let sample = try self.loan(seed)
    func loan(of principal: Money) throws -> LoanSchedule {
      try LoanSchedule(
        of: principal,
        at: sample.rate,
        over: sample.periods,
        repaid: sample.repayment,
        inAdvance: sample.isPaidInAdvance,
        grace: sample.grace,
        graceInterest: sample.graceInterest,
        balloon: principal == sample.principal ? sample.balloon : sample.balloon * 2,
        accruing: sample.accrual,
        subsidy: sample.subsidy
      )
    }
    let growth = 1 + Double(sample.rate.numerator) / Double(sample.rate.denominator)
    var moved = 0.0
    for (one, two) in zip(
      try loan(of: sample.principal).rows,
      try loan(of: sample.principal * 2).rows
    ) {
      // Instalment and interest are each rounded by half a fen once and, doubled, by one fen.
      moved = moved * growth + 3
      #expect(abs(Double(two.balance.fen - 2 * one.balance.fen)) <= moved)
      #expect(abs(Double(two.interest.fen - 2 * one.interest.fen)) <= moved)
    }
  }

  /// What makes an instalment the exact one: with it, rounded up, the loan is repaid in time, and
  /// with a fen less it is not.
  @Test(arguments: seeds, [false, true])
  func `An instalment repays the loan and a fen less does not`(
    seed: UInt64,
    inAdvance: Bool
  ) throws {
    var random = SplitMix64(seed: seed)
    let principal = Int64.random(in: 1_000_000...9_000_000, using: &random)
    // The last instalment absorbs the rounding, so a loan of one period would be no evidence.
    let periods = Int64.random(in: 2...6, using: &random)
    let percent = Int64.random(in: 1...30, using: &random)
    let loan = try LoanSchedule(
      of: Money(fen: principal),
      at: .percent(percent),
      over: Int(periods),
      inAdvance: inAdvance,
      rounded: .up(to: .fen)
    )
    // What is left after all instalments, times 100ⁿ so that nothing is rounded.
    func left(_ instalment: Int64) -> Int128 {
      var scale: Int128 = 1
      var balance = Int128(principal)
      for period in 0..<periods {
        if !inAdvance || period > 0 {
          scale *= 100
          balance *= Int128(100 + percent)
        }
        balance -= Int128(instalment) * scale
      }
      return balance
    }
    let row = try #require(loan.rows.first)
    #expect(left(row.payment.fen) <= 0 && left(row.payment.fen - 1) > 0)
  }

  // MARK: - Kinds

  @Test func `The example of the documentation`() throws {
    let loan = try LoanSchedule(of: .yuan(50_000), at: "4.35%", over: 3)
    #expect(loan.rows.map(\.payment) == ["18,137.24", "18,137.24", "18,137.24"])
    #expect(loan.rows.map(\.balance) == ["34,037.76", "17,381.16", "0"])
  }

  @Test func `Equal parts of the principal are exact and the last takes the odd fen`() throws {
    let loan = try LoanSchedule(of: .yuan(100), at: "1%", over: 3, repaid: .equalPrincipal)
    #expect(loan.rows.map(\.principal) == ["33.33", "33.33", "33.34"])
    #expect(loan.rows.map(\.interest) == ["1.00", "0.67", "0.33"])
    let even = try LoanSchedule(of: .yuan(1_200_000), at: "1%", over: 24, repaid: .equalPrincipal)
    #expect(even.rows.allSatisfy { $0.principal == .yuan(50_000) })
    #expect(even.total.interest == .yuan(150_000))
  }

  @Test func `A subsidised fraction is taken off equal instalments`() throws {
    let whole = try LoanSchedule(of: .yuan(50_000), at: "4.35%", over: 3)
    let half = try LoanSchedule(
      of: .yuan(50_000),
      at: "4.35%",
      over: 3,
      subsidy: .fraction(.percent(50))
    )
    #expect(zip(whole.rows, half.rows).allSatisfy { $0.payment == $1.payment + $1.subsidy })
    #expect(whole.rows.map(\.balance) == half.rows.map(\.balance))
    let free = try LoanSchedule(
      of: .yuan(50_000),
      at: "4.35%",
      over: 3,
      repaid: .interestOnly,
      subsidy: .fraction(.whole)
    )
    #expect(free.total.interest == .zero)
    #expect(free.total.subsidy == .yuan(6_525))
  }

  @Test func `Half up and half even differ on ties`() throws {
    func interest(_ direction: Rounding.Direction) throws -> Money {
      try LoanSchedule(
        of: "0.50",
        at: "1%",
        over: 1,
        rounded: Rounding(direction, to: .fen)
      ).total.interest
    }
    #expect(try Rounding.Direction.allCases.map(interest) == ["0", "0.01", "0.01", "0"])
  }

  @Test func `A coarse step neither overpays nor lets the balance grow`() throws {
    let early = try LoanSchedule(of: .yuan(250), at: 0, over: 5, rounded: .up(to: .hundred))
    #expect(early.rows.map(\.payment) == [.yuan(100), .yuan(100), .yuan(50), .zero, .zero])
    let late = try LoanSchedule(of: .yuan(100), at: "1%", over: 24, rounded: .down(to: .hundred))
    #expect(late.rows.dropLast().allSatisfy { $0.payment == .yuan(1) })
    #expect(late.rows.last?.payment == .yuan(101))
  }

  /// The powers in this annuity have thousands of digits; its payments are those of exact fractions.
  @Test func `The longest loan is computed exactly`() throws {
    let loan = try LoanSchedule(of: .yuan(1_000_000), at: "4.35%" / 12, over: 1_200)
    #expect(loan.rows.first?.interest == .yuan(3_625))
    #expect(loan.rows.first?.payment == "3,672.78")
    #expect(loan.rows.last?.payment == "3,634.24")
    #expect(loan.rows.last?.balance == .zero)
  }

  @Test func `A loan comes back from its terms`() throws {
    for seed in Self.seeds {
      let (decoded, isSameBytes) = try roundTrip(try loan(seed))
      #expect(try decoded == loan(seed))
      #expect(isSameBytes)
    }
  }
}
