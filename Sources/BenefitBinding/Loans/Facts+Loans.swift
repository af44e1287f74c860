extension MoneyFact {
  /// The interest on loans that falls due in the season, without what is subsidised.
  public static let interestDue = Self("interest due")
  /// The principal of loans that falls due in the season.
  public static let principalDue = Self("principal due")
}

extension Facts {
  /// States what each household owes on its loans in a season, by their schedules.
  ///
  /// It gives ``MoneyFact/interestDue``, ``MoneyFact/principalDue``, ``MoneyFact/loanPrincipal`` and
  /// ``MoneyFact/recoveredPrincipal`` for each household, zero for one without a loan. What is recovered
  /// is what the schedules say; where a household is behind with its payments, state
  /// ``MoneyFact/recoveredPrincipal`` anew, and the debt that stays is what it is.
  ///
  /// Open loans of households that the register does not hold, as of one that has left, are set aside:
  /// ``Programme/unusedFacts(of:for:)`` lists them, and a settlement has a ``Notice`` with their sum.
  ///
  /// ```swift
  /// let loans = [
  ///   try LoanContract(
  ///     of: "NLX-07", on: "2016-11-10", LoanSchedule(of: .yuan(24_000), at: "0.4%", over: 24))
  /// ]
  /// var season = Season(2017)
  /// try season["Sheep loans"].state(loans, in: .year(2017), for: register)
  /// ```
  ///
  /// - Parameters:
  ///   - loans: The loans, any number for a household.
  ///   - season: The days of the season.
  ///   - register: The households.
  /// - Throws: ``BenefitError`` where the loans of a household add up to too much.
  /// - Complexity: O(h + l · (p + log h)) for h households, l loans and p periods of each.
  public mutating func state(
    _ loans: [LoanContract],
    in season: Period,
    for register: Register
  ) throws(BenefitError) {
    var sums = [LoanContract.Due](repeating: LoanContract.Due(), count: register.count)
    var strangers: [Household.ID: LoanContract.Due] = [:]
    for loan in loans {
      let due = loan.due(in: season)
      guard due.lent > .zero else { continue }
      if let row = register.row(of: loan.borrower) {
        try loan.add(due, to: &sums[row])
      } else {
        try loan.add(due, to: &strangers[loan.borrower, default: LoanContract.Due()])
      }
    }
    setAside = strangers.sorted { $0.key < $1.key }
      .map { LoanSetAside(borrower: $0.key, lent: $0.value.lent) }
    func set(_ fact: MoneyFact, _ amount: (LoanContract.Due) -> Money) {
      self.set(fact, HouseholdColumn(sums.map(amount), of: register))
    }
    set(.loanPrincipal) { $0.lent }
    set(.recoveredPrincipal) { $0.lent - $0.balance }
    set(.interestDue) { $0.interest }
    set(.principalDue) { $0.principal }
  }
}

extension LoanContract {
  /// Adds what falls due of the loan to what falls due of others.
  fileprivate func add(_ due: Due, to sum: inout Due) throws(BenefitError) {
    // What was lent is at least what of it is due or stays.
    for (sum, more) in [(sum.lent, due.lent), (sum.interest, due.interest)]
    where sum.fen.addingReportingOverflow(more.fen).overflow {
      throw BenefitError(
        .overflow,
        at: .household(borrower),
        found: "its loans add up to more than can be kept exactly in 64 bits of fen."
      )
    }
    sum.lent += due.lent
    sum.interest += due.interest
    sum.principal += due.principal
    sum.balance += due.balance
  }
}
