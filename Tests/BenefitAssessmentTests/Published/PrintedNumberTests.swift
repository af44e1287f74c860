import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct PrintedNumberTests {
  @Test func `A number is read with the step of its last digit`() {
    let numbers: [(PrintedNumber, Ratio, Ratio)] = [
      ("98", 98, 1),
      ("46.77", Ratio(4_677, 100), Ratio(1, 100)),
      ("125,000", 125_000, 1),
      ("12.5万", 125_000, 1_000),
      ("2.0 million", 2_000_000, 100_000),
      ("2 million", 2_000_000, 1_000_000),
      ("1.234567 thousand", Ratio(1_234_567, 1_000), Ratio(1, 1_000)),
      ("8.43亿", 843_000_000, 1_000_000),
      ("1.954 billion", 1_954_000_000, 1_000_000),
      ("-0.5", Ratio(-1, 2), Ratio(1, 10)),
    ]
    for (number, value, step) in numbers {
      #expect(number.value == value, "\(number)")
      #expect(number.lastDigit == step, "\(number)")
    }
  }

  /// Prints a number of thousandths with one decimal, rounded half up or cut off.
  private func printed(_ thousandths: Int64) -> (rounded: Int64, cut: Int64) {
    ((thousandths + 50) / 100, thousandths / 100)
  }

  @Test func `A printed number agrees with what is rounded or cut off to it and with nothing else`()
    throws
  {
    for tenths in 1...12 as ClosedRange<Int64> {
      let text = "\(tenths / 10).\(tenths % 10)"
      let number = try PrintedNumber(parsing: text)
      let negative = try PrintedNumber(parsing: "-" + text)
      let wrong = (0...1_400 as ClosedRange<Int64>).filter { thousandths in
        let (rounded, cut) = printed(thousandths)
        let isSo = rounded == tenths || cut == tenths
        return number.agrees(with: Ratio(thousandths, 1_000)) != isSo
          || negative.agrees(with: Ratio(-thousandths, 1_000)) != isSo
      }
      #expect(wrong.isEmpty, "\(text)")
    }
  }

  @Test func `Numbers at the limit have an answer`() {
    let most: PrintedNumber = "9223372036854775807"
    #expect(most.agrees(with: Ratio(.max)))
    #expect(!most.agrees(with: Ratio(.min)))
    #expect(!most.agrees(with: Ratio(1, .max)))
    let least: PrintedNumber = "-9223372036854775808"
    #expect(least.agrees(with: Ratio(.min)))
    #expect(!least.agrees(with: Ratio(.max)))
    #expect(!least.agrees(with: Ratio(.max, .max - 1)))
    let fine: PrintedNumber = "92233720368.54775807"
    #expect(fine.agrees(with: Ratio(.max, 100_000_000)))
    #expect(!fine.agrees(with: Ratio(.max, 99_999_999)))
  }

  @Test(arguments: ["", "million", "2.0 trillion", "2 million people", "1.123456789", "2,00"])
  func `A text that is no printed number is refused`(_ text: String) {
    #expect(throws: QuantityError.self) { try PrintedNumber(parsing: text) }
  }

  @Test func `A refusal says what was expected`() throws {
    #expect(
      try decodingProblem(PrintedNumber.self, from: #""about 5""#)
        == "\"about 5\" is not a number; write a number as it was printed, such as 46.77, 125,000 or "
        + "2.0 million."
    )
    #expect(throws: QuantityError.self) { try PrintedNumber(parsing: "92233720368547758 billion") }
  }
}
