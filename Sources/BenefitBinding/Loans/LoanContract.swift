/// A loan that one household took out on one day: what falls due when.
///
/// A ``LoanSchedule`` counts periods; a contract gives them dates, so that a season can be told what fell
/// due in it. A schedule with interest by days has its dates already.
///
/// ```swift
/// let loan = try LoanContract(
///   of: "NLX-07", on: "2016-11-10",
///   LoanSchedule(of: .yuan(24_000), at: "4.8%" / 12, over: 24, repaid: .equalPrincipal))
/// let due = loan.due(in: .year(2016))    // a first payment on 10 December
/// print(due.principal, due.interest, due.balance)    // 1,000.00 96.00 23,000.00
/// ```
public struct LoanContract: Hashable, Sendable {
  /// The household that borrowed.
  public let borrower: Household.ID

  /// The day on which the money was lent.
  public let day: Day

  /// The payments of the loan, period by period.
  public let schedule: LoanSchedule

  /// The length of a period, where the schedule does not say the due days.
  public let monthsPerPeriod: Int

  /// Dates the periods of a loan.
  ///
  /// - Parameters:
  ///   - borrower: The household that borrowed.
  ///   - day: The day on which the money was lent.
  ///   - schedule: What is paid in each period.
  ///   - monthsPerPeriod: The length of a period: 1 for months, 3 for quarters, 12 for years. It is
  ///     not read where interest is by days, as the schedule then says when payments are due.
  /// - Throws: ``BenefitError`` where a period has no month, the loan outlasts the calendar or the
  ///   schedule is of another day.
  public init(
    of borrower: Household.ID,
    on day: Day,
    _ schedule: LoanSchedule,
    every monthsPerPeriod: Int = 1
  ) throws(BenefitError) {
    guard (1...LoanSchedule.mostPeriods).contains(monthsPerPeriod) else {
      throw BenefitError(
        .outOfRange,
        found: Phrase(
          en: "A period of a loan cannot be \(monthsPerPeriod) months long.",
          zh: "贷款每期不能为 \(monthsPerPeriod) 个月。"
        ),
        advice: Phrase(
          en: "Give from 1 to \(LoanSchedule.mostPeriods).",
          zh: "请填 1 到 \(LoanSchedule.mostPeriods)。"
        )
      )
    }
    if case .byDays(_, let start, _) = schedule.accrual {
      guard day == start else {
        throw BenefitError(
          .mismatch,
          at: .day(day),
          found: Phrase(
            en: "the loan is of that day, its schedule of \(start).",
            zh: "贷款合同是这一天的，还款计划却从 \(start) 起算。"
          ),
          advice: Phrase(en: "Give both the day of the loan.", zh: "两处都请填放款日。")
        )
      }
    } else if day.dayAfter(months: schedule.periods * monthsPerPeriod) == nil {
      throw BenefitError(
        .outOfRange,
        found: Phrase(
          en: "A loan of \(day) over \(schedule.periods) periods of \(monthsPerPeriod) months ends "
            + "beyond the year 9999.",
          zh: "\(day) 的贷款共 \(schedule.periods) 期，每期 \(monthsPerPeriod) 个月，"
            + "到期日在 9999 年以后。"
        ),
        advice: Phrase(en: "Check the day and the length of a period.", zh: "请核对日期和每期月数。")
      )
    }
    self.borrower = borrower
    self.day = day
    self.schedule = schedule
    self.monthsPerPeriod = monthsPerPeriod
  }
}

// MARK: - What falls due

extension LoanContract {
  /// The day on which the payment of a period is due.
  ///
  /// Months are counted from the day of the loan, so a loan of the 31st is paid on the last day of
  /// shorter months; with interest by days the schedule has the days. Days off are not known here:
  /// payments are due on the day, working day or not.
  ///
  /// - Parameter period: The number of the period from 1, as in the rows of the schedule.
  /// - Returns: The day; that of the loan for the first period of a loan paid at the beginning.
  /// - Precondition: The schedule has such a period.
  public func dueDay(ofPeriod period: Int) -> Day {
    require(
      (1...schedule.periods).contains(period),
      "A loan over \(schedule.periods) periods has no period \(period)."
    )
    if case .byDays(_, _, let due) = schedule.accrual { return due[period - 1] }
    let passed = schedule.isPaidInAdvance ? period - 1 : period
    return day.advanced(byMonths: passed * monthsPerPeriod)
  }

  /// Returns the amounts that fall due in a season by the schedule, paid or not.
  ///
  /// Nothing is due of a loan that is not yet made or was paid back before; its balance is zero too.
  /// Over seasons that join, the parts add up to the schedule.
  ///
  /// - Complexity: O(n) for n periods of the loan.
  public func due(in season: Period) -> LoanSchedule.Row {
    var due = LoanSchedule.Row()
    guard day < season.end else { return due }
    due.balance = schedule.principal
    for row in schedule.rows {
      let date = dueDay(ofPeriod: row.period)
      guard date < season.end else { break }
      if date >= season.start {
        due += row
      } else {
        (due.period, due.balance) = (row.period, row.balance)
      }
    }
    return due
  }
}

extension LoanContract: Codable, StoredInParts {
  package enum CodingKeys: CodingKey { case borrower, day, schedule, monthsPerPeriod }

  /// Decodes a contract, refusing what ``init(of:on:_:every:)`` would.
  ///
  /// - Throws: `DecodingError` with the text of the ``BenefitError``.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      of: parts[.borrower],
      on: parts[.day],
      parts[.schedule],
      every: parts[.monthsPerPeriod]
    )
  }
}
