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
/// The rate is that of one period: a yearly rate of 12 % repaid by the month is `"12%" / 12`. The
/// interest of a period is the balance before it times the rate, to the fen; instalments are rounded
/// as the terms say, and the last one pays whatever is left, so that the balance ends at zero.
///
/// A relief loan may start with a ``Grace``, and a ``Subsidy`` may pay part of its interest. What the
/// lender gets is always the whole rate: interest and subsidy add up to it.
public struct LoanSchedule: Hashable, Sendable {
  /// The way the principal is repaid once the grace is over.
  public enum Repayment: String, Hashable, Codable, Sendable, CaseIterable {
    /// Interest and principal together are the same in each period: an annuity.
    case equalInstalments
    /// The principal is repaid in equal parts; the interest falls with the balance.
    case equalPrincipal
    /// Interest only, and the whole principal in the last period.
    case interestOnly
  }

  /// The first periods of a loan, in which no principal is due; they count among its periods.
  public enum Grace: Hashable, Codable, Sendable {
    /// There is none.
    case none
    /// Interest is paid from the start.
    case interestPaid(periods: Int)
    /// No interest accrues either; the lender goes without.
    case interestFree(periods: Int)

    /// The number of periods without repayment.
    public var periods: Int {
      switch self {
      case .none: 0
      case .interestPaid(let periods), .interestFree(let periods): periods
      }
    }
  }

  /// The time in a period at which its payment is made.
  public enum Timing: String, Hashable, Codable, Sendable, CaseIterable {
    /// At the end: each payment holds the interest of the period that ends with it.
    case atEnd
    /// At the beginning: the first payment is made as soon as the money is lent and holds no interest,
    /// each later one holds that of the period before. Also called an annuity due.
    case atBeginning
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

  /// One period of a loan.
  public struct Row: Hashable, Encodable, Sendable {
    /// The number of the period from 1.
    public let period: Int
    /// The amount that the borrower pays: interest and principal.
    public let payment: Money
    /// The interest in the payment, without what is subsidised.
    public let interest: Money
    /// The principal in the payment.
    public let principal: Money
    /// The principal that is still owed afterwards.
    public let balance: Money
    /// The part of the period's interest that the treasury pays.
    public let subsidy: Money
  }

  /// The amount that is lent.
  public let principal: Money

  /// The lender's rate for one period.
  public let rate: Ratio

  /// The number of periods, those of grace among them.
  public let periods: Int

  /// The way the principal is repaid.
  public let repayment: Repayment

  /// The time in a period at which its payment is made.
  public let timing: Timing

  /// The periods without repayment.
  public let grace: Grace

  /// The part of the interest that a treasury pays.
  public let subsidy: Subsidy

  /// The rounding of equal instalments, or of equal parts of the principal.
  public let rounding: Rounding

  /// The periods in order.
  public let rows: [Row]

  /// The most periods a loan may run for: a hundred years of months.
  public static let mostPeriods = 1_200

  /// Works out what a loan costs.
  ///
  /// - Parameters:
  ///   - principal: What is lent.
  ///   - rate: The lender's rate for one period.
  ///   - periods: The number of periods, those of grace among them.
  ///   - repayment: How the principal is repaid.
  ///   - timing: When in a period its payment is made.
  ///   - grace: The periods without repayment.
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
    paid timing: Timing = .atEnd,
    grace: Grace = .none,
    subsidy: Subsidy = .none,
    rounded rounding: Rounding = .halfUp(to: .fen)
  ) throws(BenefitError) {
    self.principal = principal
    self.rate = rate
    self.periods = periods
    self.repayment = repayment
    self.timing = timing
    self.grace = grace
    self.subsidy = subsidy
    self.rounding = rounding
    let calculation = Calculation(
      principal: principal,
      rate: rate,
      periods: periods,
      repayment: repayment,
      timing: timing,
      grace: grace,
      subsidy: subsidy,
      rounding: rounding
    )
    rows = try calculation.rows()
  }

  /// The amount that the borrower pays in all.
  public var totalPayment: Money { rows.reduce(.zero) { $0 + $1.payment } }

  /// The interest that the borrower pays in all.
  public var totalInterest: Money { rows.reduce(.zero) { $0 + $1.interest } }

  /// The amount that the treasury pays in all.
  public var totalSubsidy: Money { rows.reduce(.zero) { $0 + $1.subsidy } }
}

extension LoanSchedule: Codable {
  private enum CodingKeys: CodingKey {
    case principal, rate, periods, repayment, timing, grace, subsidy, rounding
  }

  /// Decodes the terms and works the rows out anew.
  ///
  /// - Throws: `DecodingError` with the text of the ``BenefitError``.
  public init(from decoder: any Decoder) throws {
    self = try decoder.checked(CodingKeys.self) {
      try Self(
        of: $0[.principal],
        at: $0[.rate],
        over: $0[.periods],
        repaid: $0[.repayment],
        // Payments are at the end of a period where nothing is said.
        paid: $0[ifPresent: .timing] ?? .atEnd,
        grace: $0[.grace],
        subsidy: $0[.subsidy],
        rounded: $0[.rounding]
      )
    }
  }
}
