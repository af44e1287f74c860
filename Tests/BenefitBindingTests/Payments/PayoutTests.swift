import BenefitBinding
import TestSupport
import Testing

/// What is owed and what is paid.
struct PayoutTests {
  private static func settle(
    _ total: Money,
    _ register: Register,
    in year: Int = 2016
  ) throws -> Settlement {
    let terms = Terms(name: "s") {
      Distribution(of: .fixed(total)) { Tier(.rest, by: .person, as: .property) }
    }
    return try terms.settle(Season(year), for: register)
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
    for year in 2016..<2020 {
      let owed = Money(fen: .random(in: 0...9_999, using: &random))
      let cash = Money(fen: .random(in: 0...9_999, using: &random))
      let payout = try Self.settle(owed, register, in: year)
        .payout(of: "dividend", with: cash, arrears: .cumulative, after: earlier)
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
    let owed = try Self.settle(.yuan(8_000), register)
    let later = try Self.settle(.yuan(8_000), register, in: 2017)
    for (rule, second) in [
      (Payout.Arrears.cumulative, Money.yuan(4_500)), (.lapsing, .yuan(4_000)),
    ] {
      let first = try owed.payout(of: "dividend", with: .yuan(7_000), arrears: rule)
      #expect(first.paid(at: 0) == .yuan(3_500))
      let next = try later.payout(
        of: "dividend",
        with: .yuan(10_000),
        arrears: rule,
        after: first
      )
      #expect(next.paid(at: 0) == second)
    }
  }

  // MARK: - Paying on

  /// 164,000 are owed for 2016 (Nalinxili).
  @Test func `What is still owed is paid on, and no more`() throws {
    let register = try likeHouseholds(41)
    let owed = try Self.settle(.yuan(164_000), register)
    let first = try owed.payout(of: "dividend", with: .yuan(100_000), arrears: .cumulative)
    let second = try first.followed(by: .yuan(200_000))
    #expect(second.paid == .yuan(64_000) && second.left == .yuan(136_000))
    #expect(second.arrears == .zero)
    for row in register.indices { #expect(second.paidInAll(at: row) == .yuan(4_000)) }
    let third = try second.followed(by: .yuan(1))
    #expect(third.paid == .zero && third.left == .yuan(1) && third.paidInAll(at: 0) == .yuan(4_000))
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `However it is paid in parts, nobody gets more than is owed`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let register = try likeHouseholds(7)
    let owed = Money(fen: .random(in: 0...99_999, using: &random))
    let settlement = try Self.settle(owed, register)
    let line = try settlement.line("dividend")
    var payout: Payout?
    var (paid, cash) = (Money.zero, Money.zero)
    for _ in 0..<5 {
      let part = Money(fen: .random(in: 0...30_000, using: &random))
      cash += part
      let next =
        try payout?.followed(by: part)
        ?? settlement.payout(of: "dividend", with: part, arrears: .cumulative)
      paid += next.paid
      #expect(paid == min(cash, owed) && paid + next.arrears == owed)
      #expect(try roundTripped(next) == next)
      for row in register.indices {
        #expect(next.paidInAll(at: row) + next.arrears(at: row) == line[row])
      }
      payout = next
    }
  }

  /// What a payout that cannot be made says.
  private func refusal(_ pay: () throws(BenefitError) -> Payout) -> String? {
    do {
      _ = try pay()
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `A payout follows no other claim and not the same season`() throws {
    let register = try likeHouseholds(2)
    let terms = Terms(name: "s") {
      Distribution(of: .yuan(10)) { Tier(.rest, by: .person, as: .property) }
      Payment("wages", each: .yuan(5), as: .wage)
      Payment("stake", each: .yuan(9), as: .holding)
    }
    let first = try terms.settle(Season(2016), for: register)
    let wages = try first.payout(of: "wages", with: .yuan(4), arrears: .cumulative)
    let second = try terms.settle(Season(2017), for: register)
    #expect(
      refusal { () throws(BenefitError) in
        try second.payout(of: "dividend", with: .yuan(9), arrears: .cumulative, after: wages)
      }
        == """
        Scheme "s", payout of "dividend" for 2017: the payout before is of "wages" of "s". Give the \
        last one of this line.
        """
    )
    #expect(
      refusal { () throws(BenefitError) in
        try first.payout(of: "wages", with: .yuan(9), arrears: .cumulative, after: wages)
      }
        == """
        Scheme "s", payout of "wages" for 2016: the payout before is of the same season. Pay on what \
        it still owes by followed(by:).
        """
    )
    #expect(
      refusal { () throws(BenefitError) in
        try first.payout(of: "stake", with: .yuan(9), arrears: .cumulative)
      }
        == """
        Scheme "s", payout of "stake" for 2016: the line is a holding, which nobody pays to households.
        """
    )
    #expect(
      refusal { () throws(BenefitError) in try wages.followed(by: Money(fen: -1)) }
        == "Scheme \"s\", payout of \"wages\" for 2016: the cash is -0.01. It is zero or more."
    )
    let next = try second.payout(of: "wages", with: .yuan(99), arrears: .lapsing, after: wages)
    #expect(next.paid == .yuan(16) && next.left == .yuan(83))
  }

  @Test func `Arrears beyond 64 bits are refused`() throws {
    let register = try likeHouseholds(1)
    let most = Money(fen: .max)
    let first = try Self.settle(most, register)
      .payout(of: "dividend", with: .zero, arrears: .cumulative)
    #expect(first.arrears == most)
    let second = try Self.settle(Money(fen: 1), register, in: 2017)
    #expect(
      refusal { () throws(BenefitError) in
        try second.payout(of: "dividend", with: .zero, arrears: .cumulative, after: first)
      }
        == """
        Scheme "s", payout of "dividend" for 2017, household "H-1000": what it is owed is more than \
        64 bits can hold.
        """
    )
  }

  @Test func `Arrears of those who are away count to what is owed in all`() throws {
    let register = try likeHouseholds(2)
    let half = Money(fen: .max / 2)
    let first = try Self.settle(half + half, register)
      .payout(of: "dividend", with: .zero, arrears: .cumulative)
    let second = try Self.settle(half, Register([register[0]]), in: 2017)
    #expect(
      refusal { () throws(BenefitError) in
        try second.payout(of: "dividend", with: .zero, arrears: .cumulative, after: first)
      }
        == """
        Scheme "s", payout of "dividend" for 2017: all that is owed is more than 64 bits can hold.
        """
    )
  }

  /// A household that leaves and comes back is still owed what it was; nothing lapses on the way.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `What is owed to those who are away stays owed`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var earlier: Payout?
    var open: [Household.ID: Money] = [:]
    for year in 2016..<2022 {
      let ids = (0..<5).map { "H\($0)" }.filter { _ in Bool.random(using: &random) }
      let register = try Register(ids.map { Household($0, gaqa: "g", persons: 2) })
      let owed = ids.isEmpty ? Money.zero : Money(fen: .random(in: 0...9_999, using: &random))
      let settlement = try Self.settle(owed, register, in: year)
      let line = try settlement.line("dividend")
      for (row, id) in register.map(\.id).enumerated() { open[id, default: .zero] += line[row] }
      let payout = try settlement.payout(
        of: "dividend",
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
      (#""coming":[400000,400000]"#, #""coming":[400000]"#, ": it has 2 households and another"),
      (#"["H-1000","H-1001"]"#, #"["H-1000","H-1000"]"#, ", household \"H-1000\": it stands there"),
      (#"[400000,"#, #"[-1,"#, ", household \"H-1000\": it has -0.01 coming."),
      (#"[400000,"#, #"[9223372036854775807,"#, ": all that is owed is more than 64 bits"),
      (#""cash":"7000.00""#, #""cash":"-0.01""#, ": the cash is -0.01."),
    ]
  )
  func `A stored payout is made anew`(part: String, other: String, problem: String) throws {
    let payout = try Self.settle(.yuan(8_000), likeHouseholds(2))
      .payout(of: "dividend", with: .yuan(7_000), arrears: .cumulative)
    let text = try json(payout)
    #expect(text.contains(part), "\(text)")
    let refusal = try decodingProblem(Payout.self, from: text.replacing(part, with: other))
    let start = "Scheme \"s\", payout of \"dividend\" for 2016"
    #expect(refusal?.hasPrefix(start + problem) == true, "\(refusal ?? "")")
  }
}
