extension LoanSchedule {
  /// The way the principal is repaid once the grace is over.
  public enum Repayment: String, Hashable, Codable, Sendable, CaseIterable {
    /// Interest and principal together are the same in each period: an annuity.
    case equalInstalments
    /// The principal is repaid in equal parts; the interest falls with the balance.
    case equalPrincipal
    /// Interest only, and the whole principal in the last period.
    case interestOnly
  }

  /// The treatment of the interest of the grace.
  ///
  /// Capitalised, it is repaid with the principal and bears interest itself:
  ///
  /// ```swift
  /// let orchard = try LoanSchedule(
  ///   of: .yuan(10_000), at: "4%", over: 4, grace: 2, graceInterest: .capitalised)
  /// print(orchard.rows.map(\.payment))     // [0.00, 0.00, 5,734.60, 5,734.60]
  /// print(orchard.rows.map(\.balance))     // [10,400.00, 10,816.00, 5,514.04, 0.00]
  /// ```
  public enum GraceInterest: String, Hashable, Codable, Sendable, CaseIterable {
    /// It is paid in each period.
    case paid
    /// None accrues; the lender goes without.
    case waived
    /// It is added to the principal, the part of it that no treasury pays.
    case capitalised
  }

  /// The time for which a period bears interest.
  ///
  /// Interest by days needs the days on which payments are due:
  ///
  /// ```swift
  /// let lent: Day = "2023-12-12"
  /// let loan = try LoanSchedule(
  ///   of: .yuan(10_000), at: "12%", over: 6,
  ///   accruing: .byDays(
  ///     .actual365, from: lent, due: (1...6).map { lent.advanced(byMonths: $0) }))
  /// print(loan.rows[0].interest)           // 101.92, 31/365 of 1,200.00
  /// ```
  public enum Accrual: Hashable, Codable, Sendable {
    /// The rate is that of one period, and each period bears it whole.
    case byPeriod
    /// The rate is that of a year, and a period bears the part of it that its days are: those from
    /// the day before on which a payment was due, or for the first from the day of the loan, to its
    /// own. The first of payments made in advance is due on the day of the loan.
    case byDays(DayCount, from: Day, due: [Day])
  }

  /// The part of the interest that a treasury pays.
  public enum Subsidy: Hashable, Codable, Sendable {
    /// Nothing.
    case none
    /// A fraction of each period's interest, to the fen. Instalments are worked out at the whole
    /// rate, and the subsidy is taken off them.
    case fraction(Ratio)
    /// All above a lower rate. Instalments are worked out at the borrower's rate, and the treasury
    /// pays the difference of the rates on the balance.
    case borrowerRate(Ratio)
  }

  /// The amounts of one period of a loan, or of several together.
  ///
  /// They are whole fen as ``Row``, or numbers of yuan where they are not rounded.
  public struct Amounts<Value>: Hashable, Encodable, Sendable
  where Value: AdditiveArithmetic & Hashable & Encodable & Sendable {
    /// The number of the period from 1, of several the last.
    public internal(set) var period = 0
    /// The interest that the borrower bears, without what is subsidised: paid, or capitalised.
    public internal(set) var interest = Value.zero
    /// The part of the interest that is not paid but added to the principal.
    public internal(set) var capitalised = Value.zero
    /// The principal that the borrower pays back.
    public internal(set) var principal = Value.zero
    /// The principal that is still owed afterwards.
    public internal(set) var balance = Value.zero
    /// The part of the interest that the treasury pays.
    public internal(set) var subsidy = Value.zero

    /// The amount that the borrower pays: interest, unless it is capitalised, and principal.
    public var payment: Value { interest - capitalised + principal }

    /// Takes the next period together with those before.
    static func += (sum: inout Self, next: Self) {
      sum.period = next.period
      sum.interest += next.interest
      sum.capitalised += next.capitalised
      sum.principal += next.principal
      sum.balance = next.balance
      sum.subsidy += next.subsidy
    }
  }

  /// The amounts of a period, or of several, to the fen.
  public typealias Row = Amounts<Money>
}
