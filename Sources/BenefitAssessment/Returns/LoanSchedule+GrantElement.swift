public import BenefitBinding

extension LoanSchedule {
  /// The part of the principal that is as good as given, at a yearly rate: (face value − present
  /// value of the debt service) / face value.
  ///
  /// The yearly rate d is turned into that of a period, (1 + d)^(1 / k) − 1 for k periods a year.
  /// The IMF and the World Bank call a loan concessional whose grant element at 5 % is at least 35 %.
  ///
  /// ```swift
  /// let loan = try LoanSchedule(of: .yuan(100_000), at: 0, over: 2, repaid: .equalPrincipal)
  /// // Half a year at 10 %: 1 - (50 / 1.1 + 50 / 1.21) / 100.
  /// print(loan.grantElement(atYearly: "21%", periodsPerYear: 2))    // 0.1322…
  /// ```
  ///
  /// Source: the definition of the OECD's Development Assistance Committee, and of the IMF with its
  /// unified rate of 5 %.
  ///
  /// - Parameters:
  ///   - rate: The effective rate of a year to discount at.
  ///   - periodsPerYear: The number of the loan's periods in a year; of no account where its
  ///     interest is by days.
  /// - Returns: A fraction, at most 1; below zero for a loan that is dearer than the rate.
  /// - Precondition: The rate is above −1, and a year has at least one period.
  public func grantElement(atYearly rate: Ratio, periodsPerYear: Int) -> Double {
    require(periodsPerYear > 0, "A year has at least one period, not \(periodsPerYear).")
    let flows = borrowersFlows
    let units = if case .periodic = flows { periodsPerYear } else { flows.unitsPerRate }
    let factors = UnitFactors(rate, unitsPerRate: units)
    return CashFlows.presentValue(of: flows.nodes, factors) * 100 / Double(principal.fen)
  }
}
