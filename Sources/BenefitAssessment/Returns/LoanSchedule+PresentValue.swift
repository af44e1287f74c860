public import BenefitBinding

/// The present cost of a loan, its rate, and the part of a subsidised loan that is a gift.
///
/// ```swift
/// let loan = try LoanSchedule(
///   of: .yuan(1_200_000), at: "18%" / 12, over: 24, subsidy: .borrowerRate("5%" / 12))
/// print(loan.presentValue(of: \.payment)) // 1054514.07…
/// print(loan.grantElement())              // 0.12123…
/// print(loan.borrowersFlows.internalRate) // 0.42 %, the borrower's rate of a month
/// ```
extension LoanSchedule {
  /// The borrower's receipts and payments: the principal at time 0, a payment at the end of each
  /// period.
  public var borrowersFlows: CashFlows { .periodic([principal] + rows.map { -$0.payment }) }

  /// The lender's payments and receipts; the subsidy comes with the borrower's payments.
  public var lendersFlows: CashFlows {
    .periodic([-principal] + rows.map { $0.payment + $0.subsidy })
  }

  /// Returns the value of a column of payments at the time of the loan, in yuan: the borrower's or the treasury's.
  ///
  /// At the lender's rate the subsidies are worth what the borrower's payments are worth less than the principal, but
  /// for the rounding of payments to the fen.
  ///
  /// - Parameters:
  ///   - column: The payments, such as `\.payment` or `\.subsidy`.
  ///   - rate: The rate of a period to discount at, the lender's if left out.
  /// - Returns: Σ paymentₖ / (1 + r)ᵏ.
  /// - Precondition: The rate is above −1.
  public func presentValue(of column: (Row) -> Money, at rate: Ratio? = nil) -> Double {
    let flows = CashFlows.periodic([.zero] + rows.map(column))
    return flows.netPresentValue(at: rate ?? self.rate)
  }

  /// The part of the principal that is as good as given: 1 − present value of payments / principal.
  ///
  /// Zero for a loan at the rate it is discounted at, below zero for a dearer one. Source: the definition of
  /// the OECD's Development Assistance Committee, with the market rate in the place of its fixed one.
  ///
  /// - Parameter rate: The rate of a period that a loan without subsidy would bear, the lender's if left
  ///   out.
  /// - Returns: A fraction, at most 1.
  /// - Precondition: The rate is above −1.
  public func grantElement(at rate: Ratio? = nil) -> Double {
    // The flows together are principal less payments, so nothing is lost by the difference.
    borrowersFlows.netPresentValue(at: rate ?? self.rate) * 100 / Double(principal.fen)
  }

  /// Returns the number of end-of-period payments that repay a loan, parts of a period included.
  ///
  /// ```swift
  /// print(LoanSchedule.periods(toRepay: .yuan(1_200_000), at: "1%", paying: .yuan(60_000)) ?? .infinity)
  /// // 22.4257…
  /// ```
  ///
  /// - Parameters:
  ///   - principal: What is lent.
  ///   - rate: The rate of a period.
  ///   - payment: What is paid in each period.
  /// - Returns: −ln(1 − P·r / A) / ln(1 + r), P / A without a rate; `nil` where the payment does not exceed the
  ///   interest, so that the debt is never repaid.
  /// - Precondition: Principal and payment are above zero, the rate is not below it.
  public static func periods(
    toRepay principal: Money,
    at rate: Ratio,
    paying payment: Money
  ) -> Double? {
    require(
      principal > .zero && payment > .zero && rate >= .zero,
      "\(payment) a period at \(rate) does not repay \(principal); give amounts above zero."
    )
    let interest = Int128(principal.fen) * Int128(rate.numerator)
    let paid = Int128(payment.fen) * Int128(rate.denominator)
    guard interest < paid else { return nil }
    let growth = Elementary.log1p(Double(rate.numerator) / Double(rate.denominator))
    return growth == 0
      ? Double(principal.fen) / Double(payment.fen)
      : Elementary.log1p(Double(interest) / Double(paid - interest)) / growth
  }
}
