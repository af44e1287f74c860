import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct MinimumAllowanceTests {
  private func refusal(_ make: () throws(BenefitError) -> MinimumAllowance) -> String {
    do {
      _ = try make()
      return "made"
    } catch {
      return error.description
    }
  }

  @Test(arguments: 0..<200)
  func `A full top-up brings everyone to the line, so gains below it are lost`(seed: UInt64) throws
  {
    var random = SplitMix64(seed: seed)
    let line = Money(fen: .random(in: 1...1_000_000, using: &random))
    let persons = Int.random(in: 1...9, using: &random)
    let allowance = try MinimumAllowance(line: line)
    let income = Money(fen: .random(in: -500_000...9_000_000, using: &random))
    let gain = Money(fen: .random(in: 1...2_000_000, using: &random))
    let threshold = line * Int64(persons)
    let topUp = try allowance.amount(income: income, persons: persons)
    #expect(income + topUp == max(income, threshold))
    let change = try allowance.change(income: income, persons: persons, gain: gain)
    #expect(change.net == max(income + gain, threshold) - max(income, threshold))
    let lost = change.before - change.after
    #expect(lost + change.net == gain)
    #expect((Money.zero...gain).contains(lost))
  }

  @Test(arguments: 0..<200)
  func `A partial withdrawal leaves its part and is never a notch when rounded to the fen`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let withdrawal = Ratio(.random(in: 0...7, using: &random), 7)
    let direction = try #require(Rounding.Direction.allCases.randomElement(using: &random))
    let allowance = try MinimumAllowance(
      line: .yuan(4_000),
      withdrawal: withdrawal,
      rounded: Rounding(direction, to: .fen)
    )
    let income = Money(fen: .random(in: 0...3_000_000, using: &random))
    let gain = Money(fen: .random(in: 1...100, using: &random))
    let change = try allowance.change(income: income, persons: 3, gain: gain)
    #expect(change.net >= .zero)
    // 7 times the exact allowance is whole; the rounded one is within a fen of it.
    let exact = max(
      0,
      7 * 1_200_000 - 7 / withdrawal.denominator * withdrawal.numerator * income.fen
    )
    #expect(abs(7 * change.before.fen - exact) < 7)
  }

  /// By hand: 4,000 x 3 - 9,000 / 2 = 7,500; it ends at an income of 24,000.
  @Test func `Half a withdrawal ends at twice the line`() throws {
    let allowance = try MinimumAllowance(line: .yuan(4_000), withdrawal: "1/2")
    #expect(try allowance.amount(income: .yuan(9_000), persons: 3) == .yuan(7_500))
    #expect(try allowance.amount(income: "23999.98", persons: 3) == "0.01")
    #expect(try allowance.amount(income: .yuan(24_000), persons: 3) == .zero)
    #expect(try allowance.notches(persons: 3).isEmpty)
  }

  @Test func `Rounding to the yuan can make a gain of a fen a loss`() throws {
    let allowance = try MinimumAllowance(line: .yuan(4_000), rounded: .down(to: .yuan))
    let change = try allowance.change(income: .yuan(3_000), persons: 1, gain: "0.01")
    #expect(change.before == .yuan(1_000))
    #expect(change.after == .yuan(999))
    #expect(change.net == "-0.99")
  }

  @Test func `Steps are strict and drop at their limits`() throws {
    let steps = try MinimumAllowance(
      steps: [
        (.yuan(1_000), .yuan(3_000)), (.yuan(2_000), .yuan(3_500)), (.yuan(4_000), .yuan(1_500)),
      ]
    )
    let amounts: [(Money, Int64)] = [
      ("1999.99", 6_000), ("2000.00", 7_000), ("3999.99", 7_000), ("4000.00", 3_000),
      ("7999.99", 3_000), ("8000.00", 0), ("-5.00", 6_000),
    ]
    for (income, yuan) in amounts {
      #expect(try steps.amount(income: income, persons: 2) == .yuan(yuan), "\(income)")
    }
    let notches = try steps.notches(persons: 2)
    #expect(notches.map(\.income) == [.yuan(4_000), .yuan(8_000)])
    #expect(notches.map(\.drop) == [.yuan(4_000), .yuan(3_000)])
    for notch in notches {
      func net(_ gain: Money) throws -> Money {
        try steps.change(income: notch.income - Money(fen: 1), persons: 2, gain: gain).net
      }
      #expect(try net(Money(fen: 1)) < .zero)
      #expect(try net(notch.drop - Money(fen: 1)) < .zero)
      #expect(try net(notch.drop) >= .zero)
    }
    let rise = try steps.change(income: "1999.99", persons: 2, gain: "0.01")
    #expect(rise.before - rise.after == .yuan(-1_000) && rise.net == "1000.01")
  }

  @Test func `A settlement's gains are held against what they cost`() throws {
    let register = try Register([
      Household("A", gaqa: "Nalinxili", persons: 3, baselineIncome: .yuan(9_000)),
      Household("B", gaqa: "Nalinxili", persons: 2, baselineIncome: .yuan(30_000)),
    ])
    let cooperative = Shareholding(
      name: "Cooperative",
      funding: [.contribution(.yuan(10_000), from: .fiscalReliefFund)],
      dividend: .profit,
      key: .household
    )
    let settlement = try cooperative.settle(
      Season(2016) { $0[.profit] = .yuan(8_000) },
      for: register
    )
    let changes = try MinimumAllowance(line: .yuan(4_000)).changes(in: settlement)
    #expect(changes.map(\.gain) == [.yuan(4_000), .yuan(4_000)])
    #expect(changes.map { $0.before - $0.after } == [.yuan(3_000), .zero])
    #expect(changes.map(\.net) == [.yuan(1_000), .yuan(4_000)])
  }

  @Test func `Terms without sense are refused, stored ones too`() throws {
    #expect(
      refusal { () throws(BenefitError) in try MinimumAllowance(line: .zero) }
        == "A line of 0.00 a person tops nobody up. Give more than zero."
    )
    let text = "3/2 of a gain cannot be withdrawn. Give a fraction from 0 to 1."
    #expect(
      refusal { () throws(BenefitError) in try MinimumAllowance(line: .yuan(1), withdrawal: "3/2") }
        == text
    )
    #expect(
      refusal { () throws(BenefitError) in try MinimumAllowance(line: .yuan(1), withdrawal: "-1") }
        .hasPrefix("-1 of a gain")
    )
    #expect(
      refusal { () throws(BenefitError) in try .init(steps: [(.yuan(2), .zero), (.yuan(2), .zero)])
      }
        == "The step below 2.00 a person follows that below 2.00. Give the steps by rising limits."
    )
    #expect(
      refusal { () throws(BenefitError) in try .init(steps: [(.yuan(2), "-1")]) }
        == "The step below 2.00 a person gives -1.00. Give zero or more."
    )
    #expect(refusal { () throws(BenefitError) in try .init(steps: []) } == "made")
    let allowance = try MinimumAllowance(line: .yuan(1), withdrawal: "1/2")
    #expect(try roundTripped(allowance) == allowance)
    let stored = try json(allowance).replacing("\"1/2\"", with: "\"3/2\"")
    #expect(try decodingProblem(MinimumAllowance.self, from: stored) == text)
  }

  @Test func `What 64 bits cannot hold is refused`() throws {
    func problem(_ work: () throws(BenefitError) -> Void) throws -> String {
      let error = try #require(throws: BenefitError.self) { try work() }
      #expect(error.code == .overflow)
      return error.description
    }
    let widest = Money(fen: .max)
    let line = try MinimumAllowance(line: widest, withdrawal: Ratio(1, .max))
    #expect(
      try problem { () throws(BenefitError) in _ = try line.amount(income: .zero, persons: 2) }
        == "With an income of 0.00, the allowance for 2 persons cannot be worked out in 64 bits. "
        + "Check the amounts."
    )
    let full = try MinimumAllowance(line: widest)
    _ = try problem { () throws(BenefitError) in
      _ = try full.amount(income: Money(fen: .min), persons: .max)
    }
    #expect(
      try problem { () throws(BenefitError) in
        _ = try full.change(income: .yuan(1), persons: 1, gain: widest)
      }
        == "With an income of 1.00 and a gain of 92,233,720,368,547,758.07, the allowance for 1 "
        + "persons cannot be worked out in 64 bits. Check the amounts."
    )
    let prize = try MinimumAllowance(steps: [(.zero, .zero), (.yuan(1), widest)])
    _ = try problem { () throws(BenefitError) in
      _ = try prize.change(income: Money(fen: -1), persons: 1, gain: Money(fen: 2))
    }
    for limit in [widest, Money(fen: .min)] {
      let steps = try MinimumAllowance(steps: [(limit, .zero)])
      #expect(
        try problem { () throws(BenefitError) in _ = try steps.notches(persons: 2) }
          == "The step below \(limit) a person is, for 2 persons, more than 64 bits can "
          + "hold. Give a smaller limit."
      )
    }
    let lowest = try MinimumAllowance(steps: [(Money(fen: .min), .zero)])
    _ = try problem { () throws(BenefitError) in _ = try lowest.notches(persons: 1) }
    #expect(try full.amount(income: widest, persons: 1) == .zero)
    #expect(try full.amount(income: .zero, persons: 1) == widest)
  }
}
