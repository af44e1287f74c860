import BenefitAssessment
import BenefitBinding
import Foundation
import Testing
import TestSupport

/// The library's own logarithm and exponential against the C library's, which err by less than one
/// unit in the last place.
struct ElementaryTests {
  /// How many units in the last place two numbers differ by.
  private func distance(_ value: Double, _ expected: Double) -> Double {
    value == expected ? 0 : abs(value - expected) / expected.ulp
  }

  /// The largest distance over a million numbers, half of them near zero, and where it is.
  private func largest(
    _ ours: (Double) -> Double,
    _ theirs: (Double) -> Double,
    _ numbers: (inout SplitMix64) -> Double
  ) -> (Double, Double) {
    var random = SplitMix64(seed: 2)
    var worst = (0.0, 0.0)
    for _ in 0..<200_000 {
      let x = numbers(&random)
      let distance = distance(ours(x), theirs(x))
      if distance > worst.0 { worst = (distance, x) }
    }
    return worst
  }

  @Test func `A logarithm is right to the last place but one`() {
    let anywhere = largest(Elementary.log, Foundation.log) { random in
      Double(bitPattern: .random(in: 1..<0x7FF0_0000_0000_0000, using: &random))
    }
    #expect(anywhere.0 <= 1, "at \(anywhere.1)")
    let nearOne = largest(Elementary.log, Foundation.log) { .random(in: 0.5...2, using: &$0) }
    #expect(nearOne.0 <= 1, "at \(nearOne.1)")
    #expect(Elementary.log(1) == 0)
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(Elementary.log(.leastNonzeroMagnitude) == Foundation.log(.leastNonzeroMagnitude))
  }

  @Test func `A logarithm of one and a little loses nothing`() {
    let small = largest(Elementary.log1p, Foundation.log1p) { random in
      Double(
        sign: .random(in: 0...1, using: &random) == 0 ? .plus : .minus,
        exponent: .random(in: -60 ... -1, using: &random),
        significand: .random(in: 1..<2, using: &random)
      )
    }
    #expect(small.0 <= 2, "at \(small.1)")
    let large = largest(Elementary.log1p, Foundation.log1p) {
      .random(in: -0.999999...1e6, using: &$0)
    }
    #expect(large.0 <= 2, "at \(large.1)")
    #expect(Elementary.log1p(0) == 0)
    #expect(Elementary.log1p(-1) == -.infinity)
    #expect(Elementary.log1p(.infinity) == .infinity)
  }

  @Test func `An exponential is right to the last place but one`() {
    let anywhere = largest(Elementary.exp, Foundation.exp) { .random(in: -708...709.7, using: &$0) }
    #expect(anywhere.0 <= 1, "at \(anywhere.1)")
    let near = largest(Elementary.expm1, Foundation.expm1) { .random(in: -2...2, using: &$0) }
    #expect(near.0 <= 2, "at \(near.1)")
    let far = largest(Elementary.expm1, Foundation.expm1) { .random(in: -50...709, using: &$0) }
    #expect(far.0 <= 2, "at \(far.1)")
    #expect(Elementary.exp(0) == 1)
    #expect(Elementary.expm1(0) == 0)
    #expect(Elementary.exp(-.infinity) == 0)
    #expect(Elementary.exp(1_000) == .infinity)
    #expect(Elementary.exp(-740) == Foundation.exp(-740))
    #expect(Elementary.expm1(-.infinity) == -1)
    #expect(Elementary.expm1(.infinity) == .infinity)
  }

  @Test func `A power errs by what its logarithm magnifies`() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<100_000 {
      let base = Double.random(in: 0.001...1_000, using: &random)
      let exponent = Double.random(in: -4...4, using: &random)
      let expected = pow(base, exponent)
      let units = distance(Elementary.power(base, exponent), expected)
      #expect(units <= 2 + 2 * abs(exponent * log(base)), "\(base) to the \(exponent)")
    }
    #expect(Elementary.power(0, 0.5) == 0)
    #expect(Elementary.power(0, -0.5) == .infinity)
  }

  @Test func `A compensated sum keeps what plain addition loses`() {
    var sum = CompensatedSum()
    for term in [1, 1e100, 1, -1e100] { sum += term }
    #expect(sum.value == 2)
    var infinite = CompensatedSum()
    for term in [1, .infinity, 1] { infinite += term }
    #expect(infinite.value == .infinity)
  }
}
