import BenefitBinding
import TestSupport
import Testing

/// Products, differences and quotients beyond 128 bits, held against what 128 bits can check.
struct NaturalTests {
  private static let words: [UInt64] = [0, 1, 2, 3, 10, 1 << 32, 1 << 63, .max - 1, .max]

  @Test(arguments: words, words) func `A product divided by a factor is the other one`(
    a: UInt64,
    b: UInt64
  ) {
    let product = Natural(a) * b
    #expect(product == Natural(b) * a)
    guard b > 0, a < 1 << 63 else { return }
    #expect(product.divided(by: Natural(b), rounding: .down) == Int64(a))
  }

  @Test(arguments: words, words) func `A difference and its subtrahend are the whole`(
    a: UInt64,
    b: UInt64
  ) {
    // The low words of this are zeros, so a difference borrows through them.
    let high = Natural.power(1 << 63, 4)
    #expect(high * a - high * a == Natural(0))
    guard b > 0 else { return }
    let rest = high * b - Natural(b)
    #expect(rest < high * b)
    #expect(high * b - rest == Natural(b))
  }

  /// A carry or a borrow that is lost shows here.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `A product is distributed over a difference`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let base = Natural.power(random.next(), 6)
    let (a, b) = (random.next(), random.next())
    #expect(base * max(a, b) - base * min(a, b) == base * (max(a, b) - min(a, b)))
    #expect(base * a * b == base * b * a)
  }

  @Test(arguments: words, words) func `A sum and a part of it give the other part`(
    a: UInt64,
    b: UInt64
  ) {
    // The low words of the second are all ones, so that a sum carries through them.
    for whole in [Natural(0), Natural.power(1 << 63, 4) - Natural(1)] {
      let sum = whole * a + Natural(b)
      #expect(sum - Natural(b) == whole * a && sum == Natural(b) + whole * a)
      #expect(sum + sum == sum * 2)
    }
  }

  @Test(arguments: words, words) func `A ratio is the quotient to the last digits`(
    a: UInt64,
    b: UInt64
  ) {
    guard b > 0 else { return }
    for scale in [Natural(1), Natural.power(.max, 7), Natural.power(10, 900)] {
      let expected = Double(a) / Double(b)
      #expect(abs((scale * a).ratio(to: scale * b) - expected) <= 2 * expected.ulp)
    }
  }

  @Test func `Powers grow beyond any word`() {
    #expect(Natural.power(7, 0) == Natural(1))
    #expect(Natural.power(10, 3) == Natural(1_000))
    let (more, less) = (Natural.power(10, 400), Natural.power(10, 390))
    #expect(more.divided(by: less, rounding: .down) == 10_000_000_000)
    #expect(less < more && !(more < less) && !(more < more))
  }

  @Test(arguments: Rounding.Direction.allCases)
  func `A quotient is rounded as a machine integer's is`(direction: Rounding.Direction) {
    for numerator: UInt64 in 0...60 {
      for divisor: UInt64 in 1...12 {
        let expected = Int64(numerator).divided(by: Int64(divisor), rounding: direction)
        // Widened by a common factor, so that many words take part.
        let scale = Natural.power(.max, 5)
        #expect(
          (scale * numerator).divided(by: scale * divisor, rounding: direction) == expected
        )
      }
    }
  }

  @Test func `A quotient that leaves 64 bits is none`() {
    let most = Natural(UInt64(Int64.max))
    #expect(most.divided(by: Natural(1), rounding: .down) == .max)
    #expect(Natural(1 << 63).divided(by: Natural(1), rounding: .down) == nil)
    #expect((most * 2).divided(by: Natural(2), rounding: .up) == .max)
    // 2⁶³ − 1/2 is below 2⁶³ but rounds to it.
    #expect(Natural(.max).divided(by: Natural(2), rounding: .down) == .max)
    #expect(Natural(.max).divided(by: Natural(2), rounding: .up) == nil)
  }
}
