import BenefitBinding
import TestSupport
import Testing

/// What is owed and what is paid.
struct PayoutTests {
  private static func line(_ total: Money, _ register: Register) throws -> Line {
    let terms = Terms(name: "s") { Distribution(of: .fixed(total)) { Tier(.rest, by: .person) } }
    return try #require(try terms.settle(Season(2016), for: register).line("dividend"))
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `What is coming is paid or owed, and cash is paid or left`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let register = try Register(
      (0..<Int.random(in: 1...9, using: &random)).map {
        Household("H\($0)", gaqa: "g", persons: Int.random(in: 1...7, using: &random))
      }
    )
    var earlier: Payout?
    for _ in 0..<4 {
      let owed = Money(fen: .random(in: 0...9_999, using: &random))
      let cash = Money(fen: .random(in: 0...9_999, using: &random))
      let payout = Payout(
        of: try Self.line(owed, register),
        to: register,
        with: cash,
        arrears: .cumulative,
        after: earlier
      )
      #expect(payout.paid + payout.left == cash)
      #expect(payout.paid + payout.arrears == owed + (earlier?.arrears ?? .zero))
      for row in register.indices {
        #expect(payout.coming(at: row) == payout.paid(at: row) + payout.arrears(at: row))
        #expect(payout.paid(at: row) >= .zero && payout.arrears(at: row) >= .zero)
      }
      #expect(payout.left == .zero || payout.arrears == .zero)
      earlier = payout
    }
  }

  /// 3,500 of a promised 4,000 were paid to a household in one year (Huangling, 2017).
  @Test func `Arrears stay owed or lapse as agreed`() throws {
    let register = try likeHouseholds(2)
    let owed = try Self.line(.yuan(8_000), register)
    for (rule, second) in [
      (Payout.Arrears.cumulative, Money.yuan(4_500)), (.lapsing, .yuan(4_000)),
    ] {
      let first = Payout(of: owed, to: register, with: .yuan(7_000), arrears: rule)
      #expect(first.paid(at: 0) == .yuan(3_500))
      let next = Payout(of: owed, to: register, with: .yuan(10_000), arrears: rule, after: first)
      #expect(next.paid(at: 0) == second)
    }
  }

  /// A third of 20,000 in advance leaves two thirds; quarters of a year add up to the year.
  @Test func `Instalments add up to the line`() throws {
    let register = try likeHouseholds(3)
    let line = try Self.line("20000.02", register)
    for weights in [[2, 1], [1, 1, 1, 1], [0, 5], [7]] as [[Int64]] {
      let parts = line.instalments(weights)
      for row in register.indices {
        #expect(parts.reduce(.zero) { $0 + $1[row] } == line[row])
      }
    }
    // 1,275 a quarter, 5,100 a year (Changzhi, 2018).
    let quarters = try Self.line(.yuan(5_100), likeHouseholds(1)).instalments([1, 1, 1, 1])
    #expect(quarters == Array(repeating: [.yuan(1_275)], count: 4))
  }
}
