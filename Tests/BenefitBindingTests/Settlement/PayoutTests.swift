import BenefitBinding
import TestSupport
import Testing

/// What is owed and what is paid.
struct PayoutTests {
  private static func line(_ total: Money, _ register: Register) throws -> Line {
    let terms = Terms(name: "s") {
      Distribution(of: .fixed(total)) { Tier(.rest, by: .person, as: .property) }
    }
    return try terms.settle(Season(2016), for: register).line("dividend")
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

  /// A household that leaves and comes back is still owed what it was; nothing lapses on the way.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `What is owed to those who are away stays owed`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var earlier: Payout?
    var open: [Household.ID: Money] = [:]
    for _ in 0..<6 {
      let ids = (0..<5).map { "H\($0)" }.filter { _ in Bool.random(using: &random) }
      let register = try Register(ids.map { Household($0, gaqa: "g", persons: 2) })
      let owed = ids.isEmpty ? Money.zero : Money(fen: .random(in: 0...9_999, using: &random))
      let line = try Self.line(owed, register)
      for (row, id) in register.map(\.id).enumerated() { open[id, default: .zero] += line[row] }
      let payout = Payout(
        of: line,
        to: register,
        with: Money(fen: .random(in: 0...4_000, using: &random)),
        arrears: .cumulative,
        after: earlier
      )
      for (row, id) in register.map(\.id).enumerated() {
        open[id, default: .zero] -= payout.paid(at: row)
      }
      #expect(payout.arrears == open.values.reduce(.zero, +))
      for (row, id) in register.map(\.id).enumerated() {
        #expect(payout.arrears(at: row) == open[id])
      }
      earlier = try roundTripped(payout)
      #expect(earlier == payout)
    }
  }

  @Test(
    arguments: [
      (#""owing":[50000,50000]"#, #""owing":[50000]"#, "has 2 households and another number"),
      (#"["H-1000","H-1001"]"#, #"["H-1000","H-1000"]"#, "holds \"H-1000\" twice."),
      (#""paidFen":[350000,"#, #""paidFen":[500000,"#, "pays \"H-1000\" 5,000.00 of 4,000.00"),
      (#""owing":[50000,"#, #""owing":[1,"#, "pays \"H-1000\" 3,500.00 of 4,000.00"),
    ]
  )
  func `A stored payout keeps its form`(part: String, other: String, problem: String) throws {
    let register = try likeHouseholds(2)
    let owed = try Self.line(.yuan(8_000), register)
    let text = try json(
      Payout(of: owed, to: register, with: .yuan(7_000), arrears: .cumulative)
    )
    #expect(text.contains(part))
    let refusal = try decodingProblem(Payout.self, from: text.replacing(part, with: other))
    #expect(refusal?.hasPrefix("The payout of \"dividend\" " + problem) == true, "\(refusal ?? "")")
  }
}
