extension Terms {
  /// Refuses names that statements could not print on one line, or tell apart, formulas too large to be
  /// settled, and funding that cannot be added up.
  ///
  /// It comes before anything else is asked of the formulas.
  func requireSettleable() throws(SettlementError) {
    try requireFormulas([members.expression], of: nil)
    for clause in clauses { try requireFormulas(clause.allFormulas, of: clause.name) }

    if let problem = funding.problem { throw failure(.overflow, nil, "funding", problem) }

    var names: Set<String> = []
    for name in [name] + clauses.flatMap(\.names) where name.isEmpty || !name.isOneLine {
      throw failure(
        .emptyName,
        nil,
        "a name",
        "one is empty or runs over several lines. Give it one line."
      )
    }
    for clause in clauses where !names.insert(clause.name).inserted {
      throw failure(
        .duplicateName,
        nil,
        "clause \"\(clause.name)\"",
        "another clause of the scheme has that name. Give each a name of its own."
      )
    }
  }

  private func requireFormulas(
    _ formulas: [Expression],
    of clause: String?
  ) throws(SettlementError) {
    for formula in formulas {
      if let problem = formula.sizeProblem {
        throw failure(.formulaTooLarge, clause, "a formula", problem)
      }
      if let problem = formula.nameProblem {
        throw failure(.emptyName, clause, "a name in a formula", problem)
      }
    }
  }

  private func failure(
    _ code: SettlementError.Code,
    _ clause: String?,
    _ subject: String,
    _ advice: String
  ) -> SettlementError {
    SettlementError(code, of: name.escaped, clause: clause?.escaped, subject, advice)
  }
}
