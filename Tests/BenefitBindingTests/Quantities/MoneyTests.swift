import BenefitBinding
import TestSupport
import Testing

struct MoneyTests {
  /// Amounts of every size: a random number of bits, so that small ones occur too.
  private static func amounts(_ count: Int, seed: UInt64) -> [Money] {
    var random = SplitMix64(seed: seed)
    let extremes: [Int64] = [.min, .min + 1, -100, -99, -1, 0, 1, 9, 10, 99, 100, .max - 1, .max]
    let others = (0..<count).map { _ in
      Int64(bitPattern: random.next()) >> Int64.random(in: 0..<64, using: &random)
    }
    return (extremes + others).map(Money.init(fen:))
  }

  @Test func `What is printed can be read back`() throws {
    for amount in Self.amounts(2_000, seed: 1) {
      #expect(try Money(parsing: amount.description) == amount)
      #expect(try Money(parsing: amount.plainText) == amount)
    }
  }

  @Test(arguments: [
    (Int64.min, "-92,233,720,368,547,758.08", "-92233720368547758.08"),
    (.max, "92,233,720,368,547,758.07", "92233720368547758.07"),
    (-100_000, "-1,000.00", "-1000.00"), (99_999, "999.99", "999.99"),
    (-5, "-0.05", "-0.05"), (0, "0.00", "0.00"), (40, "0.40", "0.40"),
  ])
  func `Amounts print in yuan with both decimals`(
    _ fen: Int64,
    _ grouped: String,
    _ plain: String
  ) {
    #expect(Money(fen: fen).description == grouped)
    #expect(Money(fen: fen).plainText == plain)
  }

  @Test(arguments: [
    ("4000", 400_000), ("4,000.00", 400_000), ("-0.5", -50), ("\u{2212}0.5", -50), ("+1", 100),
    ("-0", 0), ("0004", 400), ("1,234,567", 123_456_700), ("0.05", 5),
    ("-92233720368547758.08", Int64.min), ("92,233,720,368,547,758.07", .max),
  ])
  func `Text is read exactly`(_ text: String, _ fen: Int64) throws {
    #expect(try Money(parsing: text).fen == fen)
  }

  @Test func `Part of a longer text is read without a copy of the rest`() throws {
    #expect(try Money(parsing: "sum 4,000.00".dropFirst(4)) == .yuan(4_000))
  }

  @Test(arguments: [
    "", " ", "-", "+", ".", ".5", "5.", "1.2.3", "--1", "+-1", "1-", " 1", "1 ", "1 000", "1e5",
    "1,00", "1,0000", ",100", "1,", "1,,000", "1000,000", "1.0,0", "0x10", "NaN", "¥4", "1\n",
    "\u{FF11}\u{FF12}", "\u{0661}", "1\u{0301}", "-\u{0301}1", "1.\u{0301}5", "1\u{FF0E}5", "½",
  ])
  func `Anything else is no number`(_ text: String) {
    let error = #expect(throws: BenefitError.self) { try Money(parsing: text) }
    #expect(error?.code == .malformed)
    #expect(
      error?.description
        == "\"\(text.replacing("\n", with: "\\n"))\" is not a number. "
        + "Write an amount with at most two decimals, such as 4,000.00."
    )
  }

  @Test(arguments: ["1.234", "1.000", "92233720368547758.071"])
  func `Decimals beyond the fen are refused, not rounded`(_ text: String) {
    let error = #expect(throws: BenefitError.self) { try Money(parsing: text) }
    #expect(error?.code == .tooFine)
    #expect(
      error?.description
        == "\"\(text)\" has more decimals than can be kept. "
        + "Write an amount with at most two decimals, such as 4,000.00."
    )
  }

  @Test(arguments: [
    "92233720368547758.08", "-92233720368547758.09", "92233720368547758080",
    "99999999999999999999999999999999999999999999",
  ])
  func `Amounts beyond 64 bits are refused`(_ text: String) {
    let error = #expect(throws: BenefitError.self) { try Money(parsing: text) }
    #expect(error?.code == .overflow)
    #expect(error?.description.hasPrefix("\"\(text)\" is too large to be kept exactly.") == true)
  }

  @Test func `Files carry one plain text, and a bad one is quoted`() throws {
    #expect(try json([Money.yuan(4_000), Money(fen: -5)]) == #"["4000.00","-0.05"]"#)
    for amount in Self.amounts(200, seed: 2) { #expect(try roundTripped(amount) == amount) }
    #expect(
      try decodingProblem(Money.self, from: #""4.005""#)
        == "\"4.005\" has more decimals than can be kept. "
        + "Write an amount with at most two decimals, such as 4,000.00."
    )
    #expect(throws: DecodingError.self) { try decoded(Money.self, from: "4000") }
  }

  @Test func `Sums and differences undo each other`() {
    let amounts = Self.amounts(60, seed: 3).map { Money(fen: $0.fen / 4) }
    for a in amounts {
      #expect(a + .zero == a && a - a == .zero && -(-a) == a && a * -1 == -a)
      for b in amounts {
        #expect((a + b) - b == a && a + b == b + a && -(a - b) == b - a)
        #expect((a < b) == (a.fen < b.fen))
      }
    }
  }

  @Test func `Products are rounded once, from their exact value`() {
    var random = SplitMix64(seed: 4)
    for amount in Self.amounts(400, seed: 5) {
      let part = Ratio(Int64.random(in: -9...9, using: &random), 9)
      for direction in Rounding.Direction.allCases {
        for step in Rounding.Step.allCases {
          let exact = Int128(amount.fen) * Int128(part.numerator)
          let steps = exact.divided(
            by: Int128(part.denominator) * Int128(step.fen),
            rounding: direction
          )
          guard let fen = Int64(exactly: steps * Int128(step.fen)) else { continue }
          let rounding = Rounding(direction, to: step)
          #expect(amount.multiplied(by: part, rounding: rounding).fen == fen)
        }
      }
    }
    #expect(
      Money.yuan(79_000).multiplied(by: 1 / 138, rounding: .halfUp(to: .fen)) == "572.46"
    )
    #expect(
      Money(fen: .max).multiplied(by: Ratio(.max, .max), rounding: .halfUp(to: .fen)).fen == .max
    )
  }

  @Test func `A ratio to other money is exact`() {
    #expect(Money.yuan(164_000).ratio(to: .yuan(860_000)) == Ratio(41, 215))
    #expect(Money(fen: .min).ratio(to: Money(fen: .min)) == .whole)
    #expect(Money(fen: 3).ratio(to: Money(fen: -6)) == Ratio(-1, 2))
  }

  @Test func `Arithmetic beyond 64 bits stops with a sentence`() async {
    let sum = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Money(fen: .max) + Money(fen: 1)
    }
    #expect(
      output(
        sum?.standardErrorContent,
        says: "92,233,720,368,547,758.07 + 0.01 is more money than 64 bits can hold."
      )
    )
    let negation = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = -Money(fen: .min)
    }
    #expect(
      output(
        negation?.standardErrorContent,
        says: "0.00 - -92,233,720,368,547,758.08 is more money than 64 bits can hold."
      )
    )
    let product = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Money(fen: .max).multiplied(by: .whole, rounding: .up(to: .hundred))
    }
    #expect(
      output(
        product?.standardErrorContent,
        says: "92,233,720,368,547,758.07 x 1 is more money than 64 bits can hold."
      )
    )
    let literal = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Money(stringLiteral: "1e5")
    }
    #expect(
      output(
        literal?.standardErrorContent,
        says: "\"1e5\" is not a number. Write an amount with"
      )
    )
  }
}
