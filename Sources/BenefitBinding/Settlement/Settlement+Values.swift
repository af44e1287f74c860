extension Settlement {
  /// Returns the value of a formula for all members of a scheme, as the season was settled, with its derivation.
  ///
  /// It may name facts, what the register says, and lines of the scheme: totals, means and counts over all
  /// members or those who meet a condition.
  ///
  /// ```swift
  /// let perPerson = try settlement.value(
  ///   of: Amount.mean(of: .line("dividend"), per: .persons, where: .status(.belowNationalLine))
  /// )
  /// print(perPerson.value, perPerson.holds)    // 600.00 true
  /// let poor = try settlement.value(of: QuantityFormula.membersTotal(.household, where: .status(.atRisk)))
  /// ```
  ///
  /// - Parameters:
  ///   - formula: A formula that has one value for all members.
  ///   - scheme: The scheme whose members and lines are meant; may be left out where there is one.
  /// - Returns: The exact value with all that it follows from.
  /// - Throws: ``BenefitError`` where the scheme is not there or has no members, or as settling does where the formula has no
  ///   value, such as a mean over nobody.
  /// - Complexity: O(n · f) for n households and a formula of f parts.
  public func value<Value: FormulaNumber>(
    of formula: Formula<Value>,
    in scheme: String? = nil
  ) throws(BenefitError) -> Derivation {
    let expression = formula.expression
    var binder = try binder(of: scheme)
    if let passing = expression.first(where: \.isKnownWhileSettling) {
      throw binder.failure(
        .missing,
        binder.place(of: passing),
        found: Phrase(
          en: "it is known only while the scheme is settled.",
          zh: "只有结算过程中才有此数。"
        ),
        advice: Phrase(
          en: "Ask for lines, facts and what the register says.",
          zh: "请改用项目、数据或名册中的数。"
        )
      )
    }
    // It is not named where it may be too deep to be written.
    let place = BenefitError.Place.part(Phrase(en: "a formula", zh: "计算式"))
    if let problem = expression.sizeProblem {
      throw binder.failure(.formulaTooLarge, place, found: problem)
    }
    if let problem = expression.nameProblem {
      throw binder.failure(.invalidName, place, found: problem)
    }
    guard binder.memberCounts.contains(where: { $0 > 0 }) else {
      throw binder.failure(
        .nobody,
        .part(Phrase(en: "members", zh: "参加户")),
        found: Phrase(en: "there are none.", zh: "没有参加户。")
      )
    }
    binder.groups = PotGroups(.members, register)
    let total = try binder.total(expression)
    // What cannot be kept is an error here, and no derivation later.
    _ = try binder.column(of: total, over: .season, subject: binder.place(of: expression))
    return Explainer(binder).derivation(of: total, at: .init(row: nil, gaqa: nil))
      .denominated(in: currency)
  }

  /// Returns the funding of a scheme with what the members put in added up.
  ///
  /// ```swift
  /// let cost = ProgrammeCost(of: try settlement.funding())
  /// ```
  ///
  /// - Parameter scheme: The scheme that is meant; may be left out where there is one.
  /// - Returns: Contributions whose amounts are all stated.
  /// - Throws: ``BenefitError`` where the scheme is not there.
  /// - Complexity: O(n) for n households where members put in amounts of their own.
  public func funding(of scheme: String? = nil) throws(BenefitError) -> Funding {
    try binder(of: scheme).fundingAddedUp()
  }

  /// The funding of one of the schemes, added up; it was when that was settled.
  package func funding(of terms: Terms) -> Funding {
    guard let funding = try? funding(of: terms.name) else {
      stop("Funding that was settled cannot be added up again.")
    }
    return funding
  }

  private func binder(of scheme: String?) throws(BenefitError) -> Binder {
    let found = binders.filter { scheme == nil || $0.terms.name == scheme }
    guard found.count == 1 else {
      throw lookupError(
        Sought(place: .part(Phrase(en: "a value", zh: "数值")), scheme: scheme),
        found.isEmpty ? .unknownName : .ambiguousName,
        found.map { Phrase(quoting: $0.terms.name) }
      )
    }
    return found[0]
  }
}
