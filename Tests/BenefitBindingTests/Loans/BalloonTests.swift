import BenefitBinding
import TestSupport
import Testing

/// Interest that is capitalised, and a balloon at the end.
struct BalloonTests {
  private static let seeds: ClosedRange<UInt64> = 1...40

  /// A capitalised grace only moves the start: from then on it is a loan of what is owed.
  @Test(arguments: seeds) func `After a capitalised grace a loan is one of its balance`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let grace = Int.random(in: 1...12, using: &random)
    let periods = grace + Int.random(in: 1...36, using: &random)
    let rate = Ratio(.random(in: 0...50, using: &random), 1_000)
    let balloon = Money(fen: .random(in: 0...100_000, using: &random))
    let repayment = try #require(LoanSchedule.Repayment.allCases.randomElement(using: &random))
    let loan = try LoanSchedule(
      of: Money(fen: .random(in: 100_000...9_000_000, using: &random)),
      at: rate,
      over: periods,
      repaid: repayment,
      grace: grace,
      graceInterest: .capitalised,
      balloon: balloon
    )
    var owed = loan.principal
    for row in loan.rows.prefix(grace) {
      owed += owed.multiplied(by: rate, rounding: .halfUp(to: .fen))
      #expect(row.balance == owed && row.payment == .zero)
    }
    let rest = try LoanSchedule(
      of: owed,
      at: rate,
      over: periods - grace,
      repaid: repayment,
      balloon: balloon
    )
    #expect(loan.rows.dropFirst(grace).map(\.payment) == rest.rows.map(\.payment))
    #expect(loan.rows.dropFirst(grace).map(\.interest) == rest.rows.map(\.interest))
    #expect(loan.total.payment == rest.total.payment)
    #expect(loan.total.interest == rest.total.interest + loan.total.capitalised)
  }

  @Test func `A treasury pays its part of the interest that is capitalised`() throws {
    let half = try LoanSchedule(
      of: .yuan(10_000),
      at: "4%",
      over: 4,
      grace: 2,
      graceInterest: .capitalised,
      subsidy: .fraction("1/2")
    )
    #expect(half.rows.map(\.balance).prefix(2) == ["10,200", "10,404"])
    #expect(half.rows.map(\.subsidy).prefix(2) == ["200", "204"])
    let free = try LoanSchedule(
      of: .yuan(10_000),
      at: "4%",
      over: 4,
      grace: 2,
      graceInterest: .capitalised,
      subsidy: .borrowerRate(0)
    )
    #expect(free.rows.map(\.payment) == [.zero, .zero, .yuan(5_000), .yuan(5_000)])
  }

  /// All of the principal at the end is interest only; and the loan with a part of it at the end is
  /// two loans side by side, one of each kind.
  @Test(arguments: seeds) func `A balloon is a loan of interest only beside the other`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let principal = Money(fen: .random(in: 1...9_000_000, using: &random))
    let balloon = Money(fen: .random(in: 0..<principal.fen, using: &random))
    let rate = Ratio(.random(in: 0...90, using: &random), 1_000)
    let periods = Int.random(in: 1...48, using: &random)
    func loan(
      _ principal: Money,
      _ repayment: LoanSchedule.Repayment,
      _ balloon: Money = .zero
    ) throws -> LoanSchedule {
      try LoanSchedule(of: principal, at: rate, over: periods, repaid: repayment, balloon: balloon)
    }
    let bullet = try loan(principal, .interestOnly)
    for repayment in [LoanSchedule.Repayment.equalInstalments, .equalPrincipal] {
      #expect(try loan(principal, repayment, principal).rows == bullet.rows)
      let whole = try loan(principal, repayment, balloon)
      #expect((whole.rows.last?.principal ?? .zero) >= balloon)
      let (part, rest) = (try loan(principal - balloon, repayment).unrounded, whole.unrounded)
      guard balloon > .zero else { continue }
      let kept = try loan(balloon, .interestOnly).unrounded
      for (row, (one, other)) in zip(rest, zip(part, kept)) {
        #expect(abs(row.payment - one.payment - other.payment) < 1e-9)
        #expect(abs(row.balance - one.balance - other.balance) < 1e-9)
      }
    }
  }

  @Test func `The examples of the documentation`() throws {
    let orchard = try LoanSchedule(
      of: .yuan(10_000),
      at: "4%",
      over: 4,
      grace: 2,
      graceInterest: .capitalised
    )
    #expect(orchard.rows.map(\.payment) == ["0", "0", "5,734.60", "5,734.60"])
    #expect(orchard.rows.map(\.balance) == ["10,400", "10,816", "5,514.04", "0"])
    let loan = try LoanSchedule(of: .yuan(10_000), at: "1%", over: 3, balloon: .yuan(4_000))
    #expect(loan.rows.map(\.payment) == ["2,080.13", "2,080.13", "6,080.14"])
  }

  /// Rounded up by the hundred, an instalment repays early but leaves the balloon.
  @Test func `A coarse step does not eat the balloon`() throws {
    let loan = try LoanSchedule(
      of: .yuan(250),
      at: 0,
      over: 5,
      balloon: .yuan(90),
      rounded: .up(to: .hundred)
    )
    #expect(loan.rows.map(\.payment) == [.yuan(100), .yuan(60), .zero, .zero, .yuan(90)])
  }
}
