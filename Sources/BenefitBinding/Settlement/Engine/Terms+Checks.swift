extension Terms {
  /// Refuses names that statements could not print on one line, or tell apart, formulas too large to be
  /// settled, and funding that cannot be added up.
  ///
  /// It comes before anything else is asked of the formulas.
  func requireSettleable() throws(BenefitError) {
    try requireFormulas([members.expression], of: nil)
    for clause in clauses { try requireFormulas(clause.allFormulas, of: clause.name) }

    if let problem = funding.problem {
      throw failure(.overflow, nil, .part("funding"), found: problem)
    }

    var names: Set<String> = []
    for name in [name] + clauses.flatMap(\.names) where name.isEmpty || !name.isOneLine {
      throw failure(
        .invalidName,
        nil,
        .part("a name"),
        found: "one is empty or runs over several lines.",
        advice: "Give it one line."
      )
    }
    for clause in clauses where !names.insert(clause.name).inserted {
      throw failure(
        .duplicate,
        nil,
        .clause(clause.name),
        found: "another clause of the scheme has that name.",
        advice: "Give each a name of its own."
      )
    }
  }

  private func requireFormulas(
    _ formulas: [Expression],
    of clause: String?
  ) throws(BenefitError) {
    for formula in formulas {
      if let problem = formula.sizeProblem {
        throw failure(
          .formulaTooLarge,
          clause,
          .part("a formula"),
          found: problem
        )
      }
      if let problem = formula.nameProblem {
        throw failure(
          .invalidName,
          clause,
          .part("a name in a formula"),
          found: problem
        )
      }
    }
  }

  private func failure(
    _ code: BenefitError.Code,
    _ clause: String?,
    _ place: BenefitError.Place,
    found: String,
    advice: String = ""
  ) -> BenefitError {
    BenefitError(
      code,
      at: .scheme(name),
      clause.map { .clause($0) },
      place,
      found: found,
      advice: advice
    )
  }
}
