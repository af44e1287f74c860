/// A rule for the part of a year that the days of a period make up.
///
/// ```swift
/// let winter = Period(from: "2003-11-01", until: "2004-05-01")
/// print(DayCount.actualActual.yearFraction(of: winter))    // 66491/133590, 61/365 + 121/366
/// print(DayCount.actual365.yearFraction(of: winter))       // 182/365
/// print(DayCount.thirtyE360.yearFraction(of: winter))      // 1/2
/// ```
///
/// A period holds its first day and not its end, as everywhere; the one exception says so. Source:
/// the ISDA Definitions of 2006, section 4.16.
public enum DayCount: String, Hashable, Codable, Sendable, CaseIterable {
  /// Actual/Actual (ISDA): days in a leap year are each 1/366 of a year, other days 1/365.
  case actualActual
  /// Actual/Actual with the first day of a period left out and its end, the day due, taken in.
  ///
  /// It differs from ``actualActual`` only where a period crosses a year's end: of 12 December 2023
  /// to 12 January 2024, 19 days and not 20 are of 2023. Apache Fineract counts so.
  case actualActualDayDue
  /// Actual/365 (Fixed): each day is 1/365 of a year, in leap years too.
  case actual365
  /// 30E/360 (Eurobond basis): a month is 1/12 of a year, and its 31st day is none.
  case thirtyE360

  /// Returns the part of a year that the days of a period make up.
  ///
  /// Parts of periods that join add up to that of the whole.
  ///
  /// - Returns: A fraction of zero or more; by ``thirtyE360`` zero from the 30th to the 31st of a
  ///   month.
  public func yearFraction(of period: Period) -> Ratio {
    position(of: period.end) - position(of: period.start)
  }

  /// The position of a day in time, in years.
  private func position(of day: Day) -> Ratio {
    let (year, month, dayOfMonth) = day.components
    switch self {
    case .actualActual, .actualActualDayDue:
      let passed = day - Day(year, 1, 1) + (self == .actualActual ? 0 : 1)
      let length = Day.isLeap(year) ? 366 : 365
      return Ratio(Int64(year * length + passed), Int64(length))
    case .actual365:
      return Ratio(Int64(day.number), 365)
    case .thirtyE360:
      return Ratio(Int64(360 * year + 30 * month + min(dayOfMonth, 30)), 360)
    }
  }
}
