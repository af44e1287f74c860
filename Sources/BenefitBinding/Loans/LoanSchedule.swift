/// The cost of a loan, period by period, to the fen: interest, repayment, balance and subsidy.
///
/// ```swift
/// let loan = try LoanSchedule(of: .yuan(50_000), at: "4.35%", over: 3)
/// for row in loan.rows { print(row.period, row.payment, row.balance) }
/// // 1 18,137.24 34,037.76
/// // 2 18,137.24 17,381.16
/// // 3 18,137.24 0.00
/// ```
///
/// The rate is that of one period: a yearly rate of 12 % repaid by the month is `"12%" / 12`; or
/// that of a year, with interest by days (``Accrual``). The interest of a period is the balance
/// before it times the rate, to the fen; instalments are rounded as the terms say, and the last one
/// pays whatever is left, so that the balance ends at zero. ``unrounded`` has the same rows before
/// any rounding.
///
/// A relief loan may start with a ``grace``, whose periods count among its own, keep a ``balloon``
/// for the end, and a ``Subsidy`` may pay part of its interest. What the lender gets is always the
/// whole rate: interest and subsidy add up to it.
public struct LoanSchedule: Hashable, Sendable {
  /// The amount that is lent.
  public let principal: Money

  /// The lender's rate: for one period, or for a year where interest accrues by days.
  public let rate: Ratio

  /// The number of periods, those of grace among them.
  public let periods: Int

  /// The way the principal is repaid.
  public let repayment: Repayment

  /// True if each payment is made at the beginning of its period, as of an annuity due.
  ///
  /// The first is then made as soon as the money is lent and holds no interest, each later one holds that
  /// of the period before.
  public let isPaidInAdvance: Bool

  /// The number of first periods in which no principal is due.
  public let grace: Int

  /// The treatment of the interest of the grace.
  public let graceInterest: GraceInterest

  /// The part of the principal that is kept for the last payment.
  ///
  /// ```swift
  /// let loan = try LoanSchedule(of: .yuan(10_000), at: "1%", over: 3, balloon: .yuan(4_000))
  /// print(loan.rows.map(\.payment))        // [2,080.13, 2,080.13, 6,080.14]
  /// ```
  ///
  /// It is a part of what was lent; capitalised interest is repaid before it.
  public let balloon: Money

  /// The time for which a period bears interest.
  public let accrual: Accrual

  /// The part of the interest that a treasury pays.
  public let subsidy: Subsidy

  /// The rounding of equal instalments, or of equal parts of the principal.
  public let rounding: Rounding

  /// The periods in order.
  public private(set) var rows: [Row] = []

  /// Works out what a loan costs.
  ///
  /// - Parameters:
  ///   - principal: What is lent.
  ///   - rate: The lender's rate, for one period or, by days, for a year.
  ///   - periods: The number of periods, those of grace among them.
  ///   - repayment: How the principal is repaid.
  ///   - isPaidInAdvance: Whether payments are made at the beginning of each period and not at its end.
  ///   - grace: The number of first periods without repayment.
  ///   - graceInterest: What becomes of the interest of the grace.
  ///   - balloon: The part of the principal that is kept for the last payment. With interest only
  ///     that is all of it in any case.
  ///   - accrual: Whether each period bears the whole rate, or its days' part of a yearly one.
  ///   - subsidy: What a treasury pays of the interest.
  ///   - rounding: How equal instalments, or equal parts of the principal, are rounded. Interest
  ///     goes the same way, but to the fen.
  /// - Throws: ``BenefitError`` where the terms make no loan or an amount leaves 64 bits.
  /// - Complexity: O(n²) for n periods with equal instalments, else O(n).
  public init(
    of principal: Money,
    at rate: Ratio,
    over periods: Int,
    repaid repayment: Repayment = .equalInstalments,
    inAdvance isPaidInAdvance: Bool = false,
    grace: Int = 0,
    graceInterest: GraceInterest = .paid,
    balloon: Money = .zero,
    accruing accrual: Accrual = .byPeriod,
    subsidy: Subsidy = .none,
    rounded rounding: Rounding = .halfUp(to: .fen)
  ) throws(BenefitError) {
    self.principal = principal
    self.rate = rate
    self.periods = periods
    self.repayment = repayment
    self.isPaidInAdvance = isPaidInAdvance
    self.grace = grace
    self.graceInterest = graceInterest
    self.balloon = balloon
    self.accrual = accrual
    self.subsidy = subsidy
    self.rounding = rounding
    try check()
    rows = try calculatedRows()
  }

  /// The periods together: what the borrower and the treasury pay in all.
  public var total: Row { rows.reduce(into: Row()) { $0 += $1 } }
}
