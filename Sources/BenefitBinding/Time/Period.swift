/// A span of days from a first day up to, and not including, an end.
///
/// With the end left out, periods join without gap or overlap: the four quarters of a year have as
/// many days as the year.
///
/// ```swift
/// print(Period.year(2016).days)                              // 366
/// print(Period(from: "2015-01-01", until: "2016-04-01").days)  // 456
/// ```
public struct Period: Hashable, Codable, Sendable {
  /// The first day in the period.
  public let start: Day

  /// The first day after the period.
  public let end: Day

  /// Creates a period.
  ///
  /// - Precondition: The end is not before the start.
  public init(from start: Day, until end: Day) {
    self.start = start
    self.end = end
    if let problem { stop(problem.description) }
  }

  /// A calendar year from 1 to 9999.
  ///
  /// - Precondition: There is such a year.
  public static func year(_ year: Int) -> Self {
    Self(from: Day(year, 1, 1), until: Day(year + 1, 1, 1))
  }

  /// A quarter of a calendar year, from 1 to 4.
  ///
  /// - Precondition: There is such a quarter.
  public static func quarter(_ quarter: Int, of year: Int) -> Self {
    require((1...4).contains(quarter), "A year has quarters 1 to 4, not \(quarter).")
    let start = Day(year, 3 * quarter - 2, 1)
    return Self(
      from: start,
      until: quarter == 4 ? Day(year + 1, 1, 1) : Day(year, 3 * quarter + 1, 1)
    )
  }

  /// The number of days.
  public var days: Int { end - start }

  /// Returns true if a day is in the period.
  public func contains(_ day: Day) -> Bool { start <= day && day < end }

  /// The days that two periods have in common, or `nil` where they have none.
  public func overlap(with other: Self) -> Self? {
    let (first, last) = (max(start, other.start), min(end, other.end))
    return first < last ? Self(from: first, until: last) : nil
  }
}

extension Period: CustomStringConvertible {
  /// The first day and the last one that is in the period.
  public var description: String { days == 0 ? "no day" : "\(start) to \(end.dayBefore)" }
}

extension Period {
  private enum CodingKeys: CodingKey { case start, end }

  /// The problem that makes the period impossible, or `nil` if there is none.
  private var problem: Phrase? {
    if start <= end { return nil }
    return Phrase(
      en: "A period cannot end on \(end), before it starts on \(start).",
      zh: "期间的结束日 \(end) 不能早于开始日 \(start)。"
    )
  }

  /// Decodes a period, refusing what ``init(from:until:)`` would.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    start = try container.decode(Day.self, forKey: .start)
    end = try container.decode(Day.self, forKey: .end)
    try decoder.refuse(problem)
  }
}
