public import BenefitBinding

/// A poverty line by year, each figure with its source.
///
/// ```swift
/// let local = try PovertyLines("monitoring range of the banner", [
///   PovertyLine("monitoring range", .yuan(8_000), in: 2023, of: "Ordos", source: "banner office")
/// ])
/// print(try local.line(in: 2023).perPerson)    // 8,000.00
/// ```
public struct PovertyLines: Hashable, Sendable {
  /// The name of the table.
  public let name: String

  /// The lines by rising year.
  public let lines: [PovertyLine]

  /// Creates a table from lines in any order.
  ///
  /// - Throws: `BenefitError` where a year has two lines.
  public init(_ name: String, _ lines: [PovertyLine]) throws(BenefitError) {
    let sorted = lines.sorted { $0.year < $1.year }
    for (line, next) in zip(sorted, sorted.dropFirst()) where line.year == next.year {
      throw BenefitError(
        .duplicate,
        at: .init("table", name),
        .init("year", line.year),
        found: "there are two lines.",
        advice: "Leave one of them out."
      )
    }
    self.name = name
    self.lines = sorted
  }

  /// Creates a table from lines that are known to be in order.
  private init(_ name: String, sorted lines: [PovertyLine]) {
    self.name = name
    self.lines = lines
  }

  /// The line of a year.
  ///
  /// - Throws: `BenefitError` where the table has none; neighbours are not carried over.
  /// - Complexity: O(n) for n years.
  public func line(in year: Int) throws(BenefitError) -> PovertyLine {
    guard let line = lines.first(where: { $0.year == year }) else {
      let years = lines.map { String($0.year) }.joined(separator: ", ")
      throw BenefitError(
        .missing,
        at: .init("table", name),
        .init("year", year),
        found: "there is no line, only for \(years.isEmpty ? "no year" : years).",
        advice: "Add one with its source; none is guessed."
      )
    }
    return line
  }
}

extension PovertyLines {
  /// China's national rural line, at prices of each year, 2010 to 2020.
  ///
  /// It is 2,300 yuan at prices of 2010, moved on each year by the prices that the rural poor pay. Figures
  /// are not all known equally well: see the ``PovertyLine/evidence`` of each. Officials also spoke of
  /// "about 3,000" for 2015.
  public static let ruralChina = Self(
    "national rural line, China",
    sorted: [
      rural(2010, 2_300, briefing, .published),
      rural(2011, 2_536, yearbook, .published),
      rural(2012, 2_625, yearbook, .published),
      rural(2013, 2_736, yearbook, .published),
      rural(2014, 2_800, "\(yearbook); \(briefing)", .published),
      rural(2015, 2_855, yearbook, .published),
      rural(2016, 2_952, yearbook, .published),
      rural(2017, 2_952, "not confirmed; a county's checklist of 2017 uses it", .recalled),
      rural(2018, 2_995, "not confirmed", .recalled),
      rural(2019, 3_218, "abstract of a lecture that cites the statistics bureau", .secondHand),
      rural(2020, 4_000, "China Daily, 2020-12-02: about 4,000, varying by place", .approximate),
    ]
  )

  private static let briefing = "National Bureau of Statistics, briefing of 2015-10-16"
  private static let yearbook = "Yunnan survey yearbook 2017, note to table 4-2"

  private static func rural(
    _ year: Int,
    _ yuan: Int64,
    _ source: String,
    _ evidence: PovertyLine.Evidence
  ) -> PovertyLine {
    PovertyLine(
      "national rural line",
      .yuan(yuan),
      year,
      "rural China",
      "of the year",
      source,
      evidence
    )
  }
}

extension PovertyLines: Codable {
  private enum CodingKeys: CodingKey { case name, lines }

  /// Decodes a table and checks it as ``init(_:_:)`` does.
  ///
  /// - Throws: `DecodingError` with the text of the `BenefitError`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.checked(CodingKeys.self) {
      try Self($0[.name], $0[.lines])
    }
  }
}
