import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct PovertyLineTests {
  private func refusal(_ work: () throws(BenefitError) -> Void) -> String {
    do {
      try work()
      return "made"
    } catch {
      return error.description
    }
  }

  /// Yunnan survey yearbook 2017 for 2011 to 2016; later years as their evidence says.
  @Test func `The national line is what each year's source says`() throws {
    let lines = PovertyLine.ruralChina
    #expect(
      lines.map(\.perPerson)
        == [
          2_300, 2_536, 2_625, 2_736, 2_800, 2_855, 2_952, 2_952, 2_995, 3_218, 4_000,
        ].map(Money.yuan)
    )
    #expect(lines.map(\.year) == Array(2010...2020))
    #expect(
      lines.map(\.evidence)
        == .init(repeating: .published, count: 7) + [
          .recalled, .recalled, .secondHand, .approximate,
        ]
    )
    #expect(
      try lines.line(in: 2014).description
        == "national rural line, rural China, 2014: 2,800.00 yuan a person at prices of the year "
        + "(published: Yunnan survey yearbook 2017, note to table 4-2; National Bureau of Statistics, "
        + "briefing of 2015-10-16)"
    )
  }

  @Test func `A year without a line is refused, and so are two lines for one`() throws {
    #expect(
      refusal { () throws(BenefitError) in _ = try PovertyLine.ruralChina.line(in: 2021) }
        == "Year 2021: there is no poverty line, only for 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020. Add one with its source; none is guessed."
    )
    let line = try PovertyLine("local line", .yuan(1), in: 2023, of: "Ordos", source: "us")
    #expect(
      refusal { () throws(BenefitError) in _ = try [line, line].line(in: 2023) }
        == "Year 2023: there are 2 poverty lines. Leave one of them in."
    )
    #expect(
      refusal { () throws(BenefitError) in _ = try [PovertyLine]().line(in: 2020) }
        .contains("only for no year")
    )
    let zero = "Poverty line \"free\": it is 0.00 a person. Give more than zero."
    #expect(
      refusal { () throws(BenefitError) in
        _ = try PovertyLine("free", .zero, in: 2023, of: "Ordos", source: "us")
      } == zero
    )
    #expect(try roundTripped([line]) == [line])
    let stored = try json([line])
    #expect(
      try decodingProblem([PovertyLine].self, from: stored.replacing("\"1.00\"", with: "\"0.00\""))
        == "Poverty line \"local line\": it is 0.00 a person. Give more than zero."
    )
  }

  /// "About 6,000" on a line of about 4,000 (China Daily, 2020-12-02).
  @Test func `Relapses are watched for below one and a half lines`() throws {
    let watched = try PovertyLine.ruralChina.line(in: 2020).multiplied(by: "3/2")
    #expect(watched.perPerson == .yuan(6_000))
    #expect(watched.name == "3/2 x national rural line")
    #expect(watched.evidence == .approximate)
    let line = try PovertyLine.ruralChina.line(in: 2019)
    #expect(try line.multiplied(by: "1/3").perPerson == "1,072.67")
    #expect(try line.multiplied(by: "1/3", rounding: .up(to: .ten)).perPerson == "1,080.00")
    #expect(
      refusal { () throws(BenefitError) in _ = try line.multiplied(by: 0) }.contains(
        "it is 0.00 a person."
      )
    )
    #expect(
      refusal { () throws(BenefitError) in _ = try line.multiplied(by: Ratio(.max)) }
        == "Poverty line \"9223372036854775807 x national rural line\": it cannot be worked out exactly in 64 bits. "
        + "Give factors with fewer digits."
    )
  }

  /// 2.15 · 3.9 = 8.385, times 1.05 = 8.80425, times 365 = 3,213.55125.
  @Test func `Dollars a day become yuan a year by the user's factors, rounded once`() throws {
    let yearly = try InternationalPovertyLine.extreme2017.line(
      in: 2019,
      of: "rural China",
      yuanPerDollar: "3.9",
      priceLevel: "1.05",
      source: "for illustration"
    )
    #expect(yearly.perPerson == "3,213.55")
    #expect(yearly.name == "extreme poverty, 2.15 dollars of 2017 a day")
    #expect(yearly.evidence == .stated)
    let lines: [(InternationalPovertyLine, Ratio, Int)] = [
      (.extreme2011, "1.9", 2011), (.extreme2017, "2.15", 2017), (.extreme2021, 3, 2021),
      (.lowerMiddle2017, "3.65", 2017), (.lowerMiddle2021, "4.2", 2021),
      (.upperMiddle2017, "6.85", 2017), (.upperMiddle2021, "8.3", 2021),
      (.other(name: "upper middle income", dollars: "5.50", priceYear: 2011), "5.5", 2011),
    ]
    for (line, dollars, year) in lines {
      #expect(line.terms.dollars == dollars && line.terms.priceYear == year)
    }
  }

  @Test func `Factors that make no line are refused`() {
    func refused(_ perDollar: Ratio, _ level: Ratio) -> String {
      refusal { () throws(BenefitError) in
        _ = try InternationalPovertyLine.extreme2021.line(
          in: 2023,
          of: "China",
          yuanPerDollar: perDollar,
          priceLevel: level,
          source: "us"
        )
      }
    }
    #expect(
      refused(0, 1)
        == "Poverty line \"extreme poverty\": it cannot be converted with yuan per dollar of 0. Give more than zero."
    )
    #expect(refused(1, "-1").contains("with a price level of -1."))
    #expect(refused(Ratio(.max, 2), Ratio(.max, 5)).contains("cannot be worked out exactly"))
    #expect(refused(Ratio(.max), 1).contains("cannot be worked out exactly"))
  }
}
