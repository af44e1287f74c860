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
/// A relief loan may start with a ``grace``, whose periods count among its own, and a ``Subsidy`` may
/// pay part of its interest. What the lender gets is always the whole rate: interest and subsidy add
/// up to it.
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
  public struct Row: Hashable, Encodable, Sendable {
    /// The number of the period from 1, of several the last.
    public internal(set) var period = 0
    /// The interest that the borrower pays, without what is subsidised.
    public internal(set) var interest = Money.zero
    /// The principal that the borrower pays back.
    public internal(set) var principal = Money.zero
    /// The principal that is still owed afterwards.
    public internal(set) var balance = Money.zero
    /// The part of the interest that the treasury pays.
    public internal(set) var subsidy = Money.zero

    /// The amount that the borrower pays: interest and principal.
    public var payment: Money { interest + principal }

    /// Takes the next period together with those before.
    static func += (sum: inout Self, next: Self) {
      sum.period = next.period
      sum.interest += next.interest
      sum.principal += next.principal
      sum.balance = next.balance
      sum.subsidy += next.subsidy
    }
  }

  /// The amount that is lent.
  public let principal: Money

  /// The lender's rate for one period.
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

  /// True if no interest accrues in the grace; the lender goes without.
  public let isGraceInterestFree: Bool

  /// The part of the interest that a treasury pays.
  public let subsidy: Subsidy

  /// The rounding of equal instalments, or of equal parts of the principal.
  public let rounding: Rounding

  /// The periods in order.
  public private(set) var rows: [Row] = []

  /// The most periods a loan may run for: a hundred years of months.
  static let mostPeriods = 1_200

  /// Works out what a loan costs.
  ///
  /// - Parameters:
  ///   - principal: What is lent.
  ///   - rate: The lender's rate for one period.
  ///   - periods: The number of periods, those of grace among them.
  ///   - repayment: How the principal is repaid.
  ///   - isPaidInAdvance: Whether payments are made at the beginning of each period and not at its end.
  ///   - grace: The number of first periods without repayment.
  ///   - isGraceInterestFree: Whether no interest accrues in the grace.
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
    interestFree isGraceInterestFree: Bool = false,
    subsidy: Subsidy = .none,
    rounded rounding: Rounding = .halfUp(to: .fen)
  ) throws(BenefitError) {
    self.principal = principal
    self.rate = rate
    self.periods = periods
    self.repayment = repayment
    self.isPaidInAdvance = isPaidInAdvance
    self.grace = grace
    self.isGraceInterestFree = isGraceInterestFree
    self.subsidy = subsidy
    self.rounding = rounding
    try check()
    rows = try calculatedRows()
  }

  /// The periods together: what the borrower and the treasury pay in all.
  public var total: Row { rows.reduce(into: Row()) { $0 += $1 } }
}

extension LoanSchedule: Codable, StoredInParts {
  package enum CodingKeys: CodingKey {
    case principal, rate, periods, repayment, isPaidInAdvance, grace, isGraceInterestFree, subsidy
    case rounding
  }

  /// Decodes the terms and works the rows out anew.
  ///
  /// - Throws: `DecodingError` with the text of the ``BenefitError``.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      of: parts[.principal],
      at: parts[.rate],
      over: parts[.periods],
      repaid: parts[.repayment],
      inAdvance: parts[ifPresent: .isPaidInAdvance] ?? false,
      grace: parts[ifPresent: .grace] ?? 0,
      interestFree: parts[ifPresent: .isGraceInterestFree] ?? false,
      subsidy: parts[ifPresent: .subsidy] ?? .none,
      rounded: parts[.rounding]
    )
  }
}
