public import BenefitBinding

extension PovertyLine {
  /// China's national rural line, at prices of each year, 2010 to 2020.
  ///
  /// It is 2,300 yuan at prices of 2010, moved on each year by the prices that the rural poor pay. Figures
  /// are not all known equally well: see the ``evidence`` of each. Officials also spoke of "about 3,000" for 2015.
  public static let ruralChina: [Self] = {
    let briefing = "National Bureau of Statistics, briefing of 2015-10-16"
    let yearbook = "Yunnan survey yearbook 2017, note to table 4-2"
    let lines: [(year: Int, yuan: Int64, source: String, evidence: Evidence)] = [
      (2010, 2_300, briefing, .published),
      (2011, 2_536, yearbook, .published),
      (2012, 2_625, yearbook, .published),
      (2013, 2_736, yearbook, .published),
      (2014, 2_800, "\(yearbook); \(briefing)", .published),
      (2015, 2_855, yearbook, .published),
      (2016, 2_952, yearbook, .published),
      (2017, 2_952, "not confirmed; a county's checklist of 2017 uses it", .recalled),
      (2018, 2_995, "not confirmed", .recalled),
      (2019, 3_218, "abstract of a lecture that cites the statistics bureau", .secondHand),
      (2020, 4_000, "China Daily, 2020-12-02: about 4,000, varying by place", .approximate),
    ]
    return lines.map { line in
      Self(
        name: "national rural line",
        perPerson: .yuan(line.yuan),
        year: line.year,
        place: "rural China",
        prices: "of the year",
        source: line.source,
        evidence: line.evidence
      )
    }
  }()
}

extension [PovertyLine] {
  /// The line of a year.
  ///
  /// ```swift
  /// let local = [
  ///   try PovertyLine("monitoring range", .yuan(8_000), in: 2023, of: "Ordos", source: "banner office")
  /// ]
  /// print(try local.line(in: 2023).perPerson)    // 8,000.00
  /// ```
  ///
  /// - Throws: `BenefitError` where there is none, as neighbours are not carried over, or more than one.
  /// - Complexity: O(n) for n years.
  public func line(in year: Int) throws(BenefitError) -> PovertyLine {
    let found = filter { $0.year == year }
    guard let line = found.first else {
      let years = map { String($0.year) }.joined(separator: ", ")
      throw BenefitError(
        .missing,
        at: .init("year", year),
        found: "there is no poverty line, only for \(years.isEmpty ? "no year" : years).",
        advice: "Add one with its source; none is guessed."
      )
    }
    guard found.count == 1 else {
      throw BenefitError(
        .duplicate,
        at: .init("year", year),
        found: "there are \(found.count) poverty lines.",
        advice: "Leave one of them in."
      )
    }
    return line
  }
}
