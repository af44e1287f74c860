import BenefitBinding
import TestSupport
import Testing

struct RatioTests {
  /// Fractions small enough that sums of three of them stay in 64 bits.
  private static func fractions(_ count: Int, within limit: Int64, seed: UInt64) -> [Ratio] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      Ratio(
        Int64.random(in: -limit...limit, using: &random),
        Int64.random(in: 1...limit, using: &random)
      )
    }
  }

  @Test func `Fractions are kept in lowest terms over a positive denominator`() {
    for numerator in Int64(-12)...12 {
      for denominator in Int64(-12)...12 where denominator != 0 {
        let ratio = Ratio(numerator, denominator)
        #expect(ratio.denominator > 0)
        #expect(ratio.numerator * denominator == numerator * ratio.denominator)
        #expect(ratio == Ratio(numerator * -5, denominator * -5))
      }
    }
    #expect(Ratio(0, -7).denominator == 1)
    #expect(Ratio(.min, .min) == .whole)
    #expect(Ratio(.min, -2).numerator == 1 << 62)
  }

  @Test func `What is printed can be read back`() throws {
    let extremes = [Ratio(.min), Ratio(.max), Ratio(.min, .max), Ratio(1, .max), Ratio(.max, 2)]
    for ratio in extremes + Self.fractions(1_000, within: .max, seed: 1) {
      #expect(try Ratio(parsing: ratio.description) == ratio)
      #expect(try roundTripped(ratio) == ratio)
    }
  }

  @Test(arguments: [
    ("29/100", Ratio(29, 100)), ("4.35%", Ratio(87, 2_000)), ("4.35 %", Ratio(87, 2_000)),
    ("0.0435", Ratio(87, 2_000)), ("-0.5", Ratio(-1, 2)), ("\u{2212}50%", Ratio(-1, 2)),
    ("6/-4", Ratio(-3, 2)), ("-6/-4", Ratio(3, 2)), ("1,000/2,000", Ratio(1, 2)), ("0%", .zero),
    ("100%", .whole), ("0/5", .zero), ("0.000000000000000001", Ratio(1, 1_000_000_000_000_000_000)),
    ("9223372036854775807/9223372036854775807", .whole),
  ])
  func `Rates are read exactly`(_ text: String, _ ratio: Ratio) throws {
    #expect(try Ratio(parsing: text) == ratio)
  }

  @Test(arguments: [
    ("", BenefitError.Code.malformed, "is not a number"),
    (" ", .malformed, "is not a number"),
    ("%", .malformed, "is not a number"),
    ("5%%", .malformed, "is not a number"),
    ("5  %", .malformed, "is not a number"),
    ("1/2/3", .malformed, "is not a number"),
    ("1/", .malformed, "is not a number"),
    ("/2", .malformed, "is not a number"),
    ("1 / 2", .malformed, "is not a number"),
    ("29/100%", .malformed, "is not a number"),
    ("0.5/2", .tooFine, "has more decimals than can be kept"),
    (".5", .malformed, "is not a number"),
    ("1..5", .malformed, "is not a number"),
    ("1e-3", .malformed, "is not a number"),
    ("\u{FF15}%", .malformed, "is not a number"),
    // Too long a tail of something that is no number is still no number.
    ("0.see the appendix on page 12", .malformed, "is not a number"),
    ("0.1234567890123456789", .tooFine, "has more decimals than can be kept"),
    ("1/0", .malformed, "has a denominator of zero"),
    ("0/0", .malformed, "has a denominator of zero"),
    ("9223372036854775808", .overflow, "is too large to be kept exactly"),
    ("1/9223372036854775808", .overflow, "is too large to be kept exactly"),
    ("1/-9223372036854775808", .overflow, "is too large to be kept exactly"),
    ("0.000000000000000001%", .overflow, "is too large to be kept exactly"),
  ])
  func `Anything else is refused with its reason`(
    _ text: String,
    _ code: BenefitError.Code,
    _ reason: String
  ) throws {
    let error = #expect(throws: BenefitError.self) { try Ratio(parsing: text) }
    #expect(error?.code == code)
    let sentence = "\"\(text)\" \(reason). Write a rate such as 4.35%, 0.0435 or 29/100."
    #expect(error?.description == sentence)
    #expect(try decodingProblem(Ratio.self, from: try json(text)) == sentence)
  }

  @Test func `Order agrees with differences and is total`() {
    let ratios = Self.fractions(60, within: 1_000, seed: 2) + [.zero, .whole, Ratio(1, 3)]
    for a in ratios {
      for b in ratios {
        #expect([a < b, a == b, b < a].count { $0 } == 1)
        #expect((a < b) == ((b - a).numerator > 0))
        for c in ratios.prefix(12) where a < b && b < c { #expect(a < c) }
      }
    }
    // Neighbours that no floating-point number tells apart.
    #expect(Ratio(.max - 1, .max) < Ratio(.max, .max - 1))
    #expect(Ratio(.max - 2, .max - 1) < Ratio(.max - 1, .max))
    #expect(Ratio(.min) < Ratio(.min, .max))
  }

  @Test func `Fractions form a field`() {
    let ratios = Self.fractions(24, within: 1_000, seed: 3)
    for a in ratios {
      for b in ratios {
        #expect((a + b) - b == a && a + b == b + a && a * b == b * a)
        if b != .zero { #expect(a / b * b == a) }
        for c in ratios.prefix(6) {
          #expect(a * (b + c) == a * b + a * c && (a + b) + c == a + (b + c))
        }
      }
    }
    #expect(Ratio(.min, .max) - Ratio(.min, .max) == .zero)
    #expect(Ratio(.min, 3) / Ratio(.min, 3) == .whole)
    #expect(3 / Ratio(-4) == Ratio(-3, 4))
  }

  @Test(arguments: [
    (Ratio(41, 215), 4, "19.0698 %"), (Ratio(1, 8), 0, "13 %"), (Ratio(-1, 8), 0, "-13 %"),
    (Ratio(1, 1_000), 1, "0.1 %"), (Ratio(-1, 9_999), 1, "0.0 %"), (Ratio(12), 0, "1,200 %"),
    (Ratio(.max), 12, "9223372036854775807"),
  ])
  func `Percentages round half up`(_ ratio: Ratio, _ decimals: Int, _ text: String) {
    #expect(ratio.percentText(decimals: decimals) == text)
  }

  @Test func `Arithmetic without a result stops with a sentence`() async {
    let zero = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Ratio(1, 0)
    }
    #expect(
      output(zero?.standardErrorContent, says: "A ratio needs a denominator other than zero.")
    )
    let quotient = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Ratio(2, 3) / .zero
    }
    #expect(output(quotient?.standardErrorContent, says: "2/3 cannot be divided by zero."))
    let sum = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Ratio(.max) + 1
    }
    #expect(
      output(
        sum?.standardErrorContent,
        says: "9223372036854775807 + 1 does not fit a ratio of 64-bit integers."
      )
    )
  }
}
