import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct PrintedFigureTests {
  private func printed(_ text: some StringProtocol) throws -> PublishedFigure {
    try PublishedFigure("figure", parsing: text, in: "yuan")
  }

  /// Whether an exact number is what was printed.
  private func agrees(_ text: String, _ exact: Ratio) throws -> Bool {
    try printed(text).verdict(on: exact) == .equal
  }

  @Test func `A number is read with the step of its last digit`() throws {
    let numbers: [(String, Ratio, Ratio)] = [
      ("98", 98, 1),
      ("46.77", Ratio(4_677, 100), Ratio(1, 100)),
      ("125,000", 125_000, 1),
      ("12.5万", 125_000, 1_000),
      ("2.0 million", 2_000_000, 100_000),
      ("2 million", 2_000_000, 1_000_000),
      ("1.234567 thousand", Ratio(1_234_567, 1_000), Ratio(1, 1_000)),
      ("8.43亿", 843_000_000, 1_000_000),
      ("1.954 billion", 1_954_000_000, 1_000_000),
    ]
    for (text, value, step) in numbers {
      #expect(try printed(text).value == value, "\(text)")
      // A step more would be printed otherwise, and anything less than a step is cut off.
      #expect(try !agrees(text, value + step), "\(text)")
      #expect(try agrees(text, value + step * Ratio(999, 1_000)), "\(text)")
      #expect(try agrees("-" + text, .zero - value), "\(text)")
      #expect(try !agrees("-" + text, .zero - value - step), "\(text)")
    }
  }

  /// Prints a number of thousandths with one decimal, rounded half up or cut off.
  private func onPaper(_ thousandths: Int64) -> (rounded: Int64, cut: Int64) {
    ((thousandths + 50) / 100, thousandths / 100)
  }

  @Test func `A printed number agrees with what is rounded or cut off to it and with nothing else`()
    throws
  {
    for tenths in 1...12 as ClosedRange<Int64> {
      let text = "\(tenths / 10).\(tenths % 10)"
      let (number, negative) = (try printed(text), try printed("-" + text))
      let wrong = (0...1_400 as ClosedRange<Int64>).filter { thousandths in
        let (rounded, cut) = onPaper(thousandths)
        let isSo = rounded == tenths || cut == tenths
        let verdict: PublishedFigure.Verdict = isSo ? .equal : .differs
        return number.verdict(on: Ratio(thousandths, 1_000)) != verdict
          || negative.verdict(on: Ratio(-thousandths, 1_000)) != verdict
      }
      #expect(wrong.isEmpty, "\(text)")
    }
  }

  @Test func `Numbers at the limit have an answer`() throws {
    let most = "9223372036854775807"
    #expect(try agrees(most, Ratio(.max)))
    #expect(try !agrees(most, Ratio(.min)))
    #expect(try !agrees(most, Ratio(1, .max)))
    let least = "-9223372036854775808"
    #expect(try agrees(least, Ratio(.min)))
    #expect(try !agrees(least, Ratio(.max)))
    #expect(try !agrees(least, Ratio(.max, .max - 1)))
    let fine = "92233720368.54775807"
    #expect(try agrees(fine, Ratio(.max, 100_000_000)))
    #expect(try !agrees(fine, Ratio(.max, 99_999_999)))
  }

  @Test func `Words before a number say how it is meant`() throws {
    #expect(try printed("98").relation == .exactly)
    #expect(try printed("about 2.0 million").relation == .about)
    #expect(try printed("more than 12.5万").relation == .moreThan)
    #expect(try printed("at least 3").relation == .atLeast)
    #expect(try printed("at most 3").relation == .atMost)
    #expect(try printed("more than 12.5万").value == 125_000)
    #expect(try printed("not stated").value == nil)
  }

  @Test(arguments: [
    "", "million", "2.0 trillion", "2 million people", "1.123456789", "2,00", "about", "about ",
    "nearly 5", "exactly 5", "about more than 5", "about  5", "not stated 5",
  ])
  func `A text that is no printed number is refused`(_ text: String) {
    #expect(throws: BenefitError.self) { try printed(text) }
  }

  @Test func `A refusal says what was expected`() throws {
    #expect(
      try decodingProblem(
        PublishedFigure.self,
        from: #"{"quantity":"a","unit":"yuan","printed":"nearly 5"}"#
      )
        == "\"nearly 5\" is not a number. Write a number as it was printed, such as 46.77, 125,000 or "
        + "2.0 million."
    )
    #expect(throws: BenefitError.self) { try printed("92233720368547758 billion") }
  }
}
