extension MoneyFact {
  /// The interest on loans that is due in the season, paid or capitalised, less what is subsidised.
  public static let interestDue = Self(.interestDue)
  /// The principal of loans that falls due in the season.
  public static let principalDue = Self(.principalDue)
}

extension Facts {
  /// States what each household owes on its loans in a season, by their schedules.
  ///
  /// It gives ``MoneyFact/interestDue``, ``MoneyFact/principalDue``, ``MoneyFact/loanPrincipal`` and
  /// ``MoneyFact/recoveredPrincipal`` for each household, zero for one without a loan. What is recovered
  /// is what the schedules say; where a household is behind with its payments, state
  /// ``MoneyFact/recoveredPrincipal`` anew, and the debt that stays is what it is.
  ///
  /// Interest that is capitalised is interest of the season in which it is added to the principal:
  /// a cost, though no money is paid. From then on it is principal: lent, and in its time repaid. A
  /// coupon on ``MoneyFact/loanPrincipal`` is on it too.
  ///
  /// Open loans of households that the register does not hold, as of one that has left, are set aside:
  /// a settlement has a ``Notice`` of each.
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
    let facts: [MoneyFact] = [.loanPrincipal, .recoveredPrincipal, .interestDue, .principalDue]
    var columns = facts.map { _ in [Money](repeating: .zero, count: register.count) }
    var strangers: [Household.ID: Money] = [:]
    for loan in loans {
      let due = loan.due(in: season)
      guard due.principal + due.balance > .zero else { continue }
      // What was lent, with the interest that has been capitalised, is repaid or still owed.
      let recovered = loan.due(in: Period(from: loan.day, until: season.end)).principal
      let lent = recovered + due.balance
      guard let row = register.row(of: loan.borrower) else {
        try loan.add(lent, to: &strangers[loan.borrower, default: .zero])
        continue
      }
      let amounts = [lent, recovered, due.interest, due.principal]
      for (column, amount) in amounts.enumerated() {
        try loan.add(amount, to: &columns[column][row])
      }
    }
    setAside = strangers.sorted { $0.key < $1.key }.map(LoanSetAside.init)
    for (fact, column) in zip(facts, columns) { set(fact, NamedColumn(column, of: register)) }
  }
}

extension LoanContract {
  /// Adds an amount of the loan to those of the borrower's other loans.
  fileprivate func add(_ amount: Money, to sum: inout Money) throws(BenefitError) {
    let (fen, overflowed) = sum.fen.addingReportingOverflow(amount.fen)
    guard !overflowed else {
      throw BenefitError(
        .overflow,
        at: .household(borrower),
        found: Phrase(
          en: "its loans add up to more than can be kept exactly in 64 bits.",
          zh: "该户各笔贷款合计过大，超出 64 位，无法精确保存。"
        )
      )
    }
    sum = Money(fen: fen)
  }
}
