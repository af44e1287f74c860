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
  /// - Throws: ``LoanError`` where the borrower of a loan that is open in the season is no household of
  ///   the register, or a sum is too large.
  /// - Complexity: O(h + l · (p + log h)) for h households, l loans and p periods of each.
  public mutating func state(
    _ loans: [LoanContract],
    in season: Period,
    for register: Register
  ) throws(LoanError) {
    var sums = [LoanContract.Due](repeating: LoanContract.Due(), count: register.count)
    for loan in loans {
      let due = loan.due(in: season)
      guard due.lent > .zero else { continue }
      guard let row = register.row(of: loan.borrower) else { throw .unknownBorrower(loan) }
      // What was lent is at least what of it is due or stays.
      for (sum, more) in [(sums[row].lent, due.lent), (sums[row].interest, due.interest)]
      where sum.fen.addingReportingOverflow(more.fen).overflow {
        throw .tooMuchBorrowed(loan)
      }
      sums[row].lent += due.lent
      sums[row].interest += due.interest
      sums[row].principal += due.principal
      sums[row].balance += due.balance
    }
    func set(_ fact: MoneyFact, _ amount: (LoanContract.Due) -> Money) {
      self.set(fact, HouseholdColumn(sums.map(amount), of: register))
    }
    set(.loanPrincipal) { $0.lent }
    set(.recoveredPrincipal) { $0.lent - $0.balance }
    set(.interestDue) { $0.interest }
    set(.principalDue) { $0.principal }
  }
}
