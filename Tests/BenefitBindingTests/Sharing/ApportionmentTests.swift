import BenefitBinding
import TestSupport
import Testing

struct ApportionmentTests {
  /// Every list of one to four weights from 0 to 4 that leaves somebody to pay.
  private static let weightVectors: [[Int64]] = (1...4).flatMap { length in
    (0..<length).reduce([[]]) { vectors, _ in
      vectors.flatMap { vector in (0...4).map { vector + [$0] } }
    }
  }.filter { $0.contains { $0 > 0 } }

  /// Those of at most three weights, for laws that a fourth does not test further.
  private static let shortVectors = weightVectors.filter { $0.count <= 3 }

  /// Every rule to the fen and to the jiao: twelve totals on either side pass a jiao.
  static let rules: [Apportionment] = [.fen, .jiao].flatMap { (step: Rounding.Step) in
    [.largestRemainder, .first, .last].map {
      Apportionment(rounding: .down(to: step), residue: $0)
    }
      + Rounding.Direction.allCases.flatMap { direction in
        let rounding = Rounding(direction, to: step)
        return [
          Apportionment(rounding: rounding, residue: .writtenOff),
          Apportionment(rate: rounding, residue: .writtenOff),
        ]
      }
  }

  /// The first total and weights for which a law does not hold.
  private static func counterexample(
    _ rule: Apportionment,
    _ vectors: [[Int64]] = shortVectors,
    totals: some Sequence<Int64> = -12...12,
    _ law: (Money, [Int64], (parts: [Money], residue: Money)) throws -> Bool
  ) throws -> (Money, [Int64])? {
    for weights in vectors {
      for fen in totals {
        let total = Money(fen: fen)
        let outcome = try rule.parts(of: total, by: weights)
        if try !law(total, weights, outcome) { return (total, weights) }
      }
    }
    return nil
  }

  @Test(arguments: rules)
  func `Every small case is the textbook answer`(_ rule: Apportionment) throws {
    let wrong = try Self.counterexample(rule, Self.weightVectors) { total, weights, outcome in
      NaiveSharing(outcome) == NaiveSharing(total.fen, by: weights, rule)
    }
    #expect(wrong == nil)
  }

  @Test(arguments: rules)
  func `Parts and residue add up and a weight of zero gets nothing`(
    _ rule: Apportionment
  ) throws {
    let wrong = try Self.counterexample(rule) { total, weights, outcome in
      outcome.parts.reduce(outcome.residue, +) == total
        && zip(weights, outcome.parts).allSatisfy { $0 > 0 || $1 == .zero }
    }
    #expect(wrong == nil)
  }

  @Test(arguments: rules)
  func `A negative total gives the mirror image`(_ rule: Apportionment) throws {
    let wrong = try Self.counterexample(rule, totals: 1...12) { total, weights, outcome in
      let mirrored = try rule.parts(of: -total, by: weights)
      return mirrored.parts == outcome.parts.map { -$0 } && mirrored.residue == -outcome.residue
    }
    #expect(wrong == nil)
  }

  // A rounded rate depends on the unit of the weights, so it is left out.
  @Test(arguments: rules.filter { $0.basis == .payout })
  func `Weights in another unit change nothing`(_ rule: Apportionment) throws {
    let wrong = try Self.counterexample(rule, totals: [-7, 11]) { total, weights, outcome in
      try [3, 1_000, .max / 16].allSatisfy { scale in
        try rule.parts(of: total, by: weights.map { $0 * scale }) == outcome
      }
    }
    #expect(wrong == nil)
  }

  @Test(arguments: rules.filter { $0.basis == .payout })
  func `Each part is within a step of the exact share`(_ rule: Apportionment) throws {
    let step = rule.rounding.step.fen
    let wrong = try Self.counterexample(rule) { total, weights, outcome in
      let sum = weights.reduce(0, +)
      // Rules that hand out whole steps first set aside what is below one.
      let shared = rule.residue == .writtenOff ? total.fen : total.fen / step * step
      return zip(weights, outcome.parts).allSatisfy { weight, part in
        let error = abs(part.fen * sum - shared * weight)
        // Handing out in order may give a step to somebody whose share had no remainder.
        let isInOrder = rule.residue == .first || rule.residue == .last
        return isInOrder ? error <= step * sum : error < step * sum
      }
    }
    #expect(wrong == nil)
  }

  @Test(arguments: rules.filter { $0.residue == .largestRemainder || $0.residue == .writtenOff })
  func `A larger weight never gets less`(_ rule: Apportionment) throws {
    let wrong = try Self.counterexample(rule, totals: 0...12) { _, weights, outcome in
      weights.indices.allSatisfy { a in
        weights.indices.allSatisfy { b in
          weights[a] <= weights[b] || outcome.parts[a] >= outcome.parts[b]
        }
      }
    }
    #expect(wrong == nil)
  }

  @Test func `Parts follow their weights where no remainders tie`() throws {
    var random = SplitMix64(seed: 7)
    // The weights add up to a prime, so distinct weights have distinct remainders.
    let weights: [Int64] = [1, 2, 3, 5, 8, 13, 21, 34, 40]
    for fen in Int64(-130)...130 {
      let total = Money(fen: fen)
      let parts = try Apportionment.exact.parts(of: total, by: weights).parts
      let order = weights.indices.shuffled(using: &random)
      let shuffled = try Apportionment.exact.parts(of: total, by: order.map { weights[$0] }).parts
      #expect(shuffled == order.map { parts[$0] })
    }
  }

  /// Source: a pool of 47,617.98 yuan over 821 heads, published as 58.00 yuan a head.
  @Test func `A published pool pays a rounded rate and overdraws by two fen`() throws {
    let rule = Apportionment(
      rate: .halfUp(to: .fen),
      residue: .posted(to: .collective)
    )
    let heads = Array(repeating: Int64(4), count: 205) + [1]
    let outcome = try rule.parts(of: "47,617.98", by: heads)
    #expect(outcome.parts.dropLast().allSatisfy { $0 == "232" } && outcome.parts.last == "58")
    #expect(outcome.residue == "-0.02")
  }

  /// Loans to households and to enterprises in Inner Mongolia, November 2013 to November 2017: 33.17
  /// and 2.62 of 35.79 billion yuan.
  ///
  /// Source: 内蒙古累计发放357.9亿元扶贫贷款, Xinhua, 2017.
  @Test func `What Inner Mongolia placed adds up`() throws {
    let placed = try Apportionment.exact.parts(of: .yuan(35_790_000_000), by: [3_317, 262])
    #expect(placed.parts == [.yuan(33_170_000_000), .yuan(2_620_000_000)])
    let hanggin = try Apportionment.exact.parts(of: .yuan(10_000_000), by: [2, 1])
    #expect(hanggin.parts == ["6,666,666.67", "3,333,333.33"])
  }

  @Test func `Whole steps leave less than a step`() throws {
    let outcome = try Apportionment.whole(.hundred).parts(of: "1,234.56", by: [1, 1, 5])
    #expect(outcome.parts == ["200", "200", "800"])
    #expect(outcome.residue == "34.56")
  }

  @Test(arguments: rules + [Apportionment(residue: .posted(to: .reserve))])
  func `A rule keeps its wire form`(_ rule: Apportionment) throws {
    #expect(try roundTripped(rule) == rule)
  }

  @Test
  func `Odd steps can be handed out only where payouts are rounded down`() async throws {
    let wire =
      #"{"residue":"last","rounding":"up to fen"}"#
    #expect(
      try decodingProblem(Apportionment.self, from: wire)
        == "What is odd can go in order from the last only where payouts are rounded down, not up."
    )
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Apportionment(rate: .down(to: .fen), residue: .first)
    }
    #expect(
      output(
        result?.standardErrorContent,
        says: "Odd steps can be handed out only where payouts are rounded down;"
      )
    )
  }
}
