/// A day of the Gregorian calendar, without a time or a time zone.
///
/// ```swift
/// let entry: Day = "2015-01-01"
/// let end = Day(2016, 4, 1)
/// print(end - entry)            // 456
/// print(entry + 59)             // 2015-03-01
/// ```
public struct Day: Hashable, Sendable {
  /// The number of days after 1970-01-01, below zero for earlier ones.
  public let number: Int

  /// Creates a day from its number.
  ///
  /// - Precondition: The day is from ``first`` to ``end``.
  public init(number: Int) {
    require(
      (Self.first.number...Self.end.number).contains(number),
      "A day \(number) days after 1970-01-01 is not in the years from 1 to 9999."
    )
    self.number = number
  }

  private init(unchecked number: Int) { self.number = number }

  /// The first day of the calendar, 0001-01-01.
  public static let first = Self(unchecked: days(before: 1))

  /// The end of the calendar, the day after 9999-12-31; periods may end with it.
  public static let end = Self(unchecked: days(before: 10_000))

  /// The day before, which of the first day stands for all time before the calendar.
  package var dayBefore: Self { Self(unchecked: number - 1) }

  /// The day so many days later, or the end of the calendar where it would be beyond.
  package func clamped(after days: Int) -> Self {
    Self(number: days >= Self.end - self ? Self.end.number : max(number + days, Self.first.number))
  }

  /// Creates a day of a year from 1 to 9999, or the end of the calendar, 10000-01-01.
  ///
  /// - Precondition: The calendar has such a day.
  public init(_ year: Int, _ month: Int, _ day: Int) {
    guard let found = Self(year: year, month: month, day: day) else {
      stop("The calendar has no day \(day) of month \(month) in year \(year).")
    }
    self = found
  }

  /// The day, or `nil` where the calendar has none such.
  package init?(year: Int, month: Int, day: Int) {
    guard
      (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(of: month, in: year)
    else {
      guard (year, month, day) == (10_000, 1, 1) else { return nil }
      self = .end
      return
    }
    number = Self.days(before: year) + Self.days(before: month, in: year) + day - 1
  }

  /// The year, the month from 1 and the day of the month from 1.
  public var components: (year: Int, month: Int, day: Int) {
    // A year has at least 365 days, so this guess is never too early by more than the loop mends.
    var year = 1970 + number / 366
    while Self.days(before: year) > number { year -= 1 }
    while Self.days(before: year + 1) <= number { year += 1 }
    var left = number - Self.days(before: year)
    var month = 1
    while left >= Self.length(of: month, in: year) {
      left -= Self.length(of: month, in: year)
      month += 1
    }
    return (year, month, left + 1)
  }

  /// Returns true if a year has a 29 February.
  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The number of the first day of a year.
  private static func days(before year: Int) -> Int {
    let past = year - 1
    return past * 365 + past / 4 - past / 100 + past / 400 - 719_162
  }

  private static func days(before month: Int, in year: Int) -> Int {
    (1..<month).reduce(0) { $0 + length(of: $1, in: year) }
  }
}

extension Day: Strideable {
  /// The number of days until another day.
  public func distance(to other: Self) -> Int { other.number - number }

  /// The day a number of days later.
  ///
  /// - Precondition: The day is from ``first`` to ``end``.
  public func advanced(by days: Int) -> Self {
    let (number, overflowed) = number.addingReportingOverflow(days)
    require(
      !overflowed,
      "A day \(days) days after \(self) is not in the years from 1 to 9999."
    )
    return Self(number: number)
  }
}

extension Day {
  /// The number of days from the second day to the first.
  public static func - (lhs: Self, rhs: Self) -> Int { lhs.number - rhs.number }

  /// The day a number of days later.
  ///
  /// - Precondition: The day is from ``first`` to ``end``.
  public static func + (lhs: Self, days: Int) -> Self { lhs.advanced(by: days) }

  /// Reads a day as year, month and day, such as `2016-02-29`.
  ///
  /// - Throws: ``BenefitError`` where the text is anything else or the calendar has no such day.
  public init(parsing text: some StringProtocol) throws(BenefitError) {
    let parts = Substring(text).split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.map { part in
      part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        ? Int(part) : nil
    }
    guard
      parts.map(\.utf8.count) == [4, 2, 2] || text == "10000-01-01",
      let year = numbers[0], let month = numbers[1], let day = numbers[2],
      let found = Self(year: year, month: month, day: day)
    else {
      throw DecimalText.Problem.notADay.error(
        text,
        write: Phrase(
          en: "a day of the calendar as year, month and day, such as 2016-02-29",
          zh: "日历上的日期，依年、月、日写，如 2016-02-29"
        )
      )
    }
    self = found
  }
}

extension Day: ExpressibleByStringLiteral {
  /// Creates a day from a literal such as `"2016-02-29"`.
  ///
  /// - Precondition: The literal is a day; see ``init(parsing:)`` for text from elsewhere.
  public init(stringLiteral literal: String) {
    do {
      try self.init(parsing: literal)
    } catch {
      stop(error.description)
    }
  }
}

extension Day: CustomStringConvertible {
  /// The day as year, month and day, such as `2016-02-29`.
  public var description: String {
    let (year, month, day) = components
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension Day: Codable {
  /// Decodes the text that ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    self = try decoder.decodeText { (text) throws(BenefitError) in try Self(parsing: text) }
  }

  /// Encodes the day as a single text, such as `"2016-02-29"`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
