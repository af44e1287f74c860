extension Day {
  /// The same day of the month so many months later, or the month's last where it has no such day.
  ///
  /// ```swift
  /// let lent: Day = "2016-01-31"
  /// print(lent.advanced(byMonths: 1), lent.advanced(byMonths: 2))    // 2016-02-29 2016-03-31
  /// ```
  ///
  /// Count the months from the first day and not from one result to the next: after a short month
  /// the day of the month would be lost.
  ///
  /// - Precondition: The day it leads to is in the years from 1 to 9999.
  public func advanced(byMonths months: Int) -> Self {
    guard let day = dayAfter(months: months) else {
      stop("The calendar ends before \(months) months after \(self).")
    }
    return day
  }

  /// The day so many months later, or `nil` where it is beyond the years from 1 to 9999.
  package func dayAfter(months: Int) -> Self? {
    let (year, month, day) = components
    let (index, overflowed) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflowed, (12..<120_000).contains(index) else { return nil }
    let first = Self(index / 12, index % 12 + 1, 1)
    // No month is longer than 31 days, so the 32nd is in the next one.
    let (_, _, beyond) = (first + 31).components
    let length = 32 - beyond
    return first + (min(day, length) - 1)
  }
}
