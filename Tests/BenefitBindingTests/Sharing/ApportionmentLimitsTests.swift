import BenefitBinding
import TestSupport
import Testing

/// Sharing where totals, weights or lists are large, and what is refused.
struct ApportionmentLimitsTests {
  @Test(arguments: ApportionmentTests.rules)
  func `Large totals and weights are the textbook answer`(_ rule: Apportionment) throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<150 {
      let total = Int64(bitPattern: random.next()) >> Int64.random(in: 2..<60, using: &random)
      let bits = Int64.random(in: 1..<62, using: &random)
      let weights = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        Int64.random(in: 0...(1 << bits), using: &random)
      }
      guard weights.contains(where: { $0 > 0 }) else { continue }
      let expected = NaiveSharing(total, by: weights, rule)
      do {
        let outcome = try rule.parts(of: Money(fen: total), by: weights)
        #expect(NaiveSharing(outcome) == expected)
      } catch {
        let fits = (expected.parts + [expected.residue]).allSatisfy { Int64(exactly: $0) != nil }
        #expect(error.code == .overflow && !fits)
      }
    }
  }

  @Test(
    arguments: ApportionmentTests.rules.filter { $0.basis == .payout && $0.rounding.step == .fen }
  )
  func `Totals and weights go up to the limits of 64 bits`(_ rule: Apportionment) throws {
    let weightLists: [[Int64]] = [
      [1], [.max], [.max, .max, .max], [1, .max], [.max - 1, .max, 1],
    ]
    for weights in weightLists + [[0, .max, 0], [3, 5, 7]] {
      for total in [Int64.min, .min + 1, .max - 1, .max] {
        let outcome = try rule.parts(of: Money(fen: total), by: weights)
        #expect(NaiveSharing(outcome) == NaiveSharing(total, by: weights, rule))
      }
    }
  }

  @Test func `Products just below 64 bits are the textbook answer`() throws {
    var random = SplitMix64(seed: 12)
    for _ in 0..<2_000 {
      let bits = Int64.random(in: 1..<60, using: &random)
      let weights = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        Int64.random(in: 1...(1 << bits), using: &random)
      }
      guard let sum = UInt64(exactly: weights.reduce(0 as UInt128) { $0 + UInt128($1) }) else {
        continue
      }
      let total =
        Int64(min(UInt64.max / sum, UInt64(Int64.max))) - .random(in: 0...1, using: &random)
      let outcome = try Apportionment.exact.parts(of: Money(fen: total), by: weights)
      #expect(NaiveSharing(outcome) == NaiveSharing(total, by: weights, .exact))
    }
  }

  @Test func `Ten thousand equal weights share out evenly`() throws {
    let weights = Array(repeating: Int64(3), count: 10_000)
    for odd in [0, 1, 4_999, 9_999] as [Int64] {
      let outcome = try Apportionment.exact.parts(of: Money(fen: 70_000 + odd), by: weights)
      #expect(outcome.parts.prefix(Int(odd)).allSatisfy { $0.fen == 8 })
      #expect(outcome.parts.dropFirst(Int(odd)).allSatisfy { $0.fen == 7 })
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `Ten thousand mixed weights are the textbook answer`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    // Few distinct weights make long runs of ties at the cut.
    let ascending = (0..<10_000).map { Int64($0 / 500) }
    for weights in [ascending, ascending.reversed(), ascending.shuffled(using: &random)] {
      let total = Int64.random(in: 1...1_000_000_000, using: &random)
      let outcome = try Apportionment.exact.parts(of: Money(fen: total), by: weights)
      #expect(NaiveSharing(outcome) == NaiveSharing(total, by: weights, .exact))
    }
  }

  @Test func `Rounding out of range is refused with its place`() throws {
    let up = Apportionment(rounding: .up(to: .hundred), residue: .writtenOff)
    let part = #expect(throws: BenefitError.self) {
      try up.parts(of: Money(fen: .max), by: [0, 1])
    }
    #expect(part?.code == .overflow && part?.places == [.init("weight", 2)])
    #expect(
      part?.description
        == "Weight 2: its part, once rounded, is more than 64 bits can hold."
    )
    // Each part fits here; it is all of them that overdraw the pot out of range.
    let rate = Apportionment(rate: .up(to: .hundred), residue: .writtenOff)
    let all = #expect(throws: BenefitError.self) {
      try rate.parts(
        of: Money(fen: 1),
        by: Array(repeating: 100_000_000_000_000, count: 100)
      )
    }
    #expect(all?.code == .overflow && all?.places == [])
    #expect(
      all?.description == "All parts together, once rounded, are more than 64 bits can hold."
    )
  }

  @Test func `Weights that cannot be paid are refused`() throws {
    for weights in [[], [0], [0, 0, 0]] as [[Int64]] {
      let error = #expect(throws: BenefitError.self) {
        try Apportionment.exact.parts(of: .yuan(1), by: weights)
      }
      #expect(error?.code == .nobody)
      #expect(error?.description == "Nobody is there to be paid: no weight is above zero.")
    }
    let error = #expect(throws: BenefitError.self) {
      try Apportionment.exact.parts(of: .zero, by: [3, -1])
    }
    #expect(error?.code == .negative && error?.places == [.init("weight", 2)])
    #expect(error?.description == "Weight 2: it is below zero. Weights are zero or more.")
  }
}
