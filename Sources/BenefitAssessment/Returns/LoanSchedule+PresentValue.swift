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
  /// period, or at its beginning, the first at time 0 too.
  ///
  /// Of a loan with interest by days they are dated, and rates are effective ones of a year.
  public var borrowersFlows: CashFlows { flows(principal, rows.map { -$0.payment }) }

  /// The lender's payments and receipts; the subsidy comes with the borrower's payments.
  public var lendersFlows: CashFlows { flows(-principal, rows.map { $0.payment + $0.subsidy }) }

  private func flows(_ first: Money, _ others: [Money]) -> CashFlows {
    switch accrual {
    case .byPeriod: .periodic(inTime(first, others))
    case .byDays(_, let start, let due):
      .dated(zip([first] + others, [start] + due).map { .init($0, on: $1) })
    }
  }

  /// An amount at time 0 and those of the periods, the first of which is of time 0 if it is paid in advance.
  private func inTime(_ first: Money, _ others: [Money]) -> [Money] {
    isPaidInAdvance ? [first + others[0]] + others.dropFirst() : [first] + others
  }

  /// Returns the value of a column of payments at the time of the loan, in yuan: the borrower's or the treasury's.
  ///
  /// At the lender's rate the subsidies are worth what the borrower's payments are worth less than the principal, but
  /// for the rounding of payments to the fen.
  ///
  /// - Parameters:
  ///   - column: The payments, such as `\.payment` or `\.subsidy`.
  ///   - rate: The rate to discount at, of a period or, by days, of a year; the lender's if left
  ///     out.
  /// - Returns: Σ paymentₖ / (1 + r)ᵏ, in advance Σ paymentₖ / (1 + r)ᵏ⁻¹, or with the parts t of a year
  ///   Σ paymentₖ / Πⱼ₍ⱼ≤ₖ₎ (1 + r·tⱼ).
  /// - Precondition: The rate is above −1.
  public func presentValue(of column: (Row) -> Money, at rate: Ratio? = nil) -> Double {
    guard case .byPeriod = accrual else {
      return discounted(rows.map { Double(column($0).fen) / 100 }, at: rate)
    }
    let flows = CashFlows.periodic(inTime(.zero, rows.map(column)))
    return flows.netPresentValue(at: rate ?? self.rate)
  }

  /// Returns the value of a column of payments before rounding at the time of the loan, in yuan.
  ///
  /// At the lender's rate payments and subsidies together are worth the principal, to the last
  /// digits.
  ///
  /// - Parameters:
  ///   - column: The payments, such as `\.payment` or `\.subsidy`.
  ///   - rate: The rate to discount at, of a period or, by days, of a year; the lender's if left
  ///     out.
  /// - Returns: The sum of ``presentValue(of:at:)``, of numbers that are not rounded.
  /// - Precondition: The rate is above −1.
  /// - Complexity: O(n²) for n periods.
  public func presentValue(
    ofUnrounded column: (Amounts<Double>) -> Double,
    at rate: Ratio? = nil
  ) -> Double {
    discounted(unrounded.map(column), at: rate)
  }

  /// The sum of amounts, each discounted over the periods before it as these bear interest.
  private func discounted(_ amounts: [Double], at rate: Ratio?) -> Double {
    let rate = rate ?? self.rate
    require(rate > -1, "Money cannot be discounted at \(rate); a rate is above -1.")
    let interest = Double(rate.numerator) / Double(rate.denominator)
    var (value, growth) = (0.0, 1.0)
    for (amount, part) in zip(amounts, accruals) {
      growth *= 1 + interest * Double(part.numerator) / Double(part.denominator)
      value += amount / growth
    }
    return value
  }

  /// The part of the principal that is as good as given: 1 − present value of payments / principal.
  ///
  /// Zero for a loan at the rate it is discounted at, below zero for a dearer one. Source: the definition of
  /// the OECD's Development Assistance Committee, with the market rate in the place of its fixed one.
  ///
  /// - Parameter rate: The rate that a loan without subsidy would bear, of a period or, by days, of
  ///   a year; the lender's if left out.
  /// - Returns: A fraction, at most 1.
  /// - Precondition: The rate is above −1.
  public func grantElement(at rate: Ratio? = nil) -> Double {
    guard case .byPeriod = accrual else {
      return 1 - presentValue(of: \.payment, at: rate) * 100 / Double(principal.fen)
    }
    // The flows together are principal less payments, so nothing is lost by the difference.
    return borrowersFlows.netPresentValue(at: rate ?? self.rate) * 100 / Double(principal.fen)
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
