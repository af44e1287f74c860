import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct PublishedFigureTests {
  private func verdict(_ printed: String, _ computed: Ratio) throws -> PublishedFigure.Verdict {
    try PublishedFigure("dividend of a household", parsing: printed, in: "yuan")
      .verdict(on: computed)
  }

  @Test func `An exact figure is met to its digits or not at all`() throws {
    #expect(try verdict("4,000", 4_000) == .equal)
    #expect(try verdict("0.5", Ratio(2, 4)) == .equal)
    #expect(try verdict("4,000.00", Ratio(400_001, 100)) == .differs)
    #expect(try verdict("4,000", 4_001) == .differs)
    #expect(try verdict("4,000", -4_000) == .differs)
  }

  @Test func `More than a figure is above it`() throws {
    #expect(try verdict("more than 4,000", Ratio(400_001, 100)) == .exceeds)
    #expect(try verdict("more than 4,000", 4_000) == .differs)
    #expect(try verdict("more than 4,000", 3_999) == .differs)
    #expect(try verdict("more than -1", 0) == .exceeds)
  }

  @Test func `A bound counts as within`() throws {
    #expect(try verdict("at least 4,000", 4_000) == .within)
    #expect(try verdict("at least 4,000", 4_001) == .within)
    #expect(try verdict("at least 4,000", Ratio(399_999, 100)) == .differs)
    #expect(try verdict("at most 4,000", 4_000) == .within)
    #expect(try verdict("at most 4,000", 3_999) == .within)
    #expect(try verdict("at most 4,000", Ratio(400_001, 100)) == .differs)
  }

  @Test func `About a figure is within a twentieth of it`() throws {
    for near in [3_800, 3_900, 4_000, 4_200] as [Ratio] {
      #expect(try verdict("about 4,000", near) == .about)
      #expect(try verdict("about -4,000", .zero - near) == .about)
    }
    for far in [Ratio(379_999, 100), Ratio(420_001, 100), 0, -4_000] {
      #expect(try verdict("about 4,000", far) == .differs)
      #expect(try verdict("about -4,000", .zero - far) == .differs)
    }
    #expect(try verdict("about 0", 0) == .about)
    #expect(try verdict("about 0", Ratio(1, .max)) == .differs)
  }

  // Differences of such fractions do not fit a ratio; a comparison still has an answer.
  @Test func `Fractions at the limit are compared like any other`() throws {
    let (most, least) = ("about 9223372036854775807", "about -9223372036854775808")
    #expect(try verdict("about 1", Ratio(.max - 1, .max)) == .about)
    #expect(try verdict("about 1.00000001", Ratio(.max - 1, .max)) == .about)
    #expect(try verdict("about 0.00000001", Ratio(1, .max)) == .differs)
    #expect(try verdict("about 92233720368.54775807", Ratio(.max, 99_999_999)) == .about)
    #expect(try verdict(least, Ratio(.min)) == .about)
    #expect(try verdict(least, Ratio(.max)) == .differs)
    #expect(try verdict(most, Ratio(1, .max)) == .differs)
    #expect(try verdict(most, Ratio(.max / 20 * 19)) == .differs)
    #expect(try verdict(most, Ratio(.max / 20 * 19 + 8)) == .about)
  }

  @Test func `Without a figure there is no verdict`() throws {
    for computed in [0, 4_000, Ratio(.min)] {
      #expect(try verdict("not stated", computed) == .unknown)
    }
    #expect(PublishedFigure("", "not stated", in: "").deviation(from: 4_000) == nil)
  }

  @Test(arguments: [
    "4,000", "more than 0.29", "about -0.3", "at least 2.0 million", "at most 12.5万", "not stated",
  ])
  func `A figure keeps its wire form`(_ printed: String) throws {
    let figure = try PublishedFigure("户均分红", parsing: printed, in: "yuan")
    let (value, isSameBytes) = try roundTrip(figure)
    #expect(value == figure && value.printed == printed)
    #expect(isSameBytes)
  }

  @Test func `A figure that is no number is refused`() throws {
    let wire = #"{"printed":"about 1e5","quantity":"dividend","unit":"yuan"}"#
    #expect(
      try decodingProblem(PublishedFigure.self, from: wire)
        == "\"about 1e5\" is not a number. Write a number as it was printed, such as 46.77, 125,000 or "
        + "2.0 million."
    )
  }
}
