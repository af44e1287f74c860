import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct PublishedFigureTests {
  private func verdict(_ claim: PublishedFigure.Claim, _ computed: Ratio) -> PublishedFigure.Verdict
  {
    PublishedFigure("dividend of a household", claim, in: "yuan").verdict(on: computed)
  }

  @Test func `An exact figure is met exactly or not at all`() {
    #expect(verdict(.exactly(4_000), 4_000) == .equal)
    #expect(verdict(.exactly("0.5"), Ratio(2, 4)) == .equal)
    #expect(verdict(.exactly(4_000), Ratio(400_001, 100)) == .differs)
    #expect(verdict(.exactly(4_000), -4_000) == .differs)
  }

  @Test func `More than a figure is above it`() {
    #expect(verdict(.moreThan(4_000), Ratio(400_001, 100)) == .exceeds)
    #expect(verdict(.moreThan(4_000), 4_000) == .differs)
    #expect(verdict(.moreThan(4_000), 3_999) == .differs)
    #expect(verdict(.moreThan(-1), 0) == .exceeds)
  }

  @Test func `About a figure is within a twentieth of it`() {
    for near in [3_800, 3_900, 4_000, 4_200] as [Ratio] {
      #expect(verdict(.about(4_000), near) == .about)
      #expect(verdict(.about(-4_000), .zero - near) == .about)
    }
    for far in [Ratio(379_999, 100), Ratio(420_001, 100), 0, -4_000] {
      #expect(verdict(.about(4_000), far) == .differs)
      #expect(verdict(.about(-4_000), .zero - far) == .differs)
    }
    #expect(verdict(.about(0), 0) == .about)
    #expect(verdict(.about(0), Ratio(1, .max)) == .differs)
  }

  // Differences of such fractions do not fit a ratio; a comparison still has an answer.
  @Test func `Fractions at the limit are compared like any other`() {
    #expect(verdict(.about(Ratio(.max, .max - 1)), Ratio(.max - 1, .max)) == .about)
    #expect(verdict(.about(Ratio(1, .max)), Ratio(1, .max - 1)) == .about)
    #expect(verdict(.about(Ratio(.min)), Ratio(.min)) == .about)
    #expect(verdict(.about(Ratio(.min)), Ratio(.max)) == .differs)
    #expect(verdict(.about(Ratio(.max)), Ratio(1, .max)) == .differs)
    #expect(verdict(.about(Ratio(.max)), Ratio(.max / 20 * 19)) == .differs)
    #expect(verdict(.about(Ratio(.max)), Ratio(.max / 20 * 19 + 8)) == .about)
  }

  @Test func `Without a figure there is no verdict`() {
    for computed in [0, 4_000, Ratio(.min)] {
      #expect(verdict(.unstated, computed) == .unknown)
    }
  }

  @Test(arguments: [
    PublishedFigure.Claim.exactly(4_000), .moreThan("29/100"), .about(Ratio(-1, 3)), .unstated,
  ])
  func `A figure keeps its wire form`(_ claim: PublishedFigure.Claim) throws {
    let figure = PublishedFigure("户均分红", claim, in: "yuan")
    #expect(try roundTripped(figure) == figure)
  }

  @Test func `A figure that is no fraction is refused`() throws {
    let wire = #"{"claim":{"about":{"_0":"1e5"}},"quantity":"dividend","unit":"yuan"}"#
    #expect(
      try decodingProblem(PublishedFigure.self, from: wire)
        == "\"1e5\" is not a number; write a rate such as 4.35%, 0.0435 or 29/100."
    )
  }
}
