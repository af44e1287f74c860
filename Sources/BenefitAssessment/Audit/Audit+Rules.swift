extension Audit {
  /// The rules of an audit with their thresholds; `nil` switches one off.
  ///
  /// ```swift
  /// var rules = Audit.Rules()
  /// rules.stakeYield?.usual = "4%"..."12%"
  /// rules.fixedCoupon?.loanRate = "4.75%"
  /// rules.concentration = nil
  /// let audit = Audit(by: rules)
  /// ```
  ///
  /// Each rule says where its thresholds come from; where no source draws a line, it says that too.
  public struct Rules: Hashable, Codable, Sendable {
    /// The yield on a stake against the band that was observed.
    public var stakeYield: StakeYield? = StakeYield()
    /// Stakes that earn what a loan would earn.
    public var fixedCoupon: FixedCoupon? = FixedCoupon()
    /// Few recipients who take most of a benefit.
    public var concentration: Concentration? = Concentration()
    /// What reaches the registered poor.
    public var poorShare: PoorShare? = PoorShare()
    /// Households that are counted more than once.
    public var doubleCounting: DoubleCounting? = DoubleCounting()
    /// Links that give households nothing computable.
    public var missingClaim: MissingClaim? = MissingClaim()
    /// Debts that households answer for.
    public var debtLeft: DebtLeft? = DebtLeft()
    /// Published figures that do not add up.
    public var unreconciled: Unreconciled? = Unreconciled()
    /// Reported quantities that were not found.
    public var unverified: Unverified? = Unverified()
    /// Exits decided on income that was not paid.
    public var expectedExit: ExpectedExit? = ExpectedExit()
    /// Promises that were not kept.
    public var brokenPromise: BrokenPromise? = BrokenPromise()
    /// Dividends that no profit covers.
    public var paidOutOfCapital: PaidOutOfCapital? = PaidOutOfCapital()
    /// Money that lies idle.
    public var idleCapital: IdleCapital? = IdleCapital()
    /// Principal that is overdue.
    public var overduePrincipal: OverduePrincipal? = OverduePrincipal()

    /// Creates all rules with their thresholds.
    public init() {}
  }
}
