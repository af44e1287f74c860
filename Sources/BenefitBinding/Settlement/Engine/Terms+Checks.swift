extension Terms {
  /// Refuses names that statements could not print on one line, or tell apart, formulas too large to be
  /// settled, and funding that cannot be added up.
  ///
  /// It comes before anything else is asked of the formulas.
  func requireSettleable() throws(BenefitError) {
    try requireFormulas([members.expression], of: nil)
    try requireFormulas(funding.formulas, of: nil)
    for clause in clauses { try requireFormulas(clause.allFormulas, of: clause.name) }

    if let problem = funding.problem {
      throw failure(.overflow, nil, .funding, found: problem)
    }

    for contribution in funding.contributions {
      var amounts = [contribution.fen, contribution.stakeFen].map { Figure(Money(fen: Int64($0))) }
      if case .constant(let each)? = contribution.each?.expression { amounts.append(each) }
      for amount in amounts where !currency.keeps(amount) {
        throw currency.notWhole(amount).within(.scheme(name), .funding)
      }
    }

    var names: Set<String> = []
    for name in [name] + clauses.flatMap(\.names) where name.isEmpty || !name.isOneLine {
      throw failure(
        .invalidName,
        nil,
        .part(Phrase(en: "a name", zh: "名称")),
        found: Phrase(en: "one is empty or runs over several lines.", zh: "有一个为空，或不止一行。"),
        advice: Phrase(en: "Give it one line.", zh: "请写成一行。")
      )
    }
    for clause in clauses where !names.insert(clause.name).inserted {
      throw failure(
        .duplicate,
        nil,
        .clause(clause.name),
        found: Phrase(en: "another clause of the scheme has that name.", zh: "方案中另有同名条款。"),
        advice: .giveOwnNames
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
          .part(Phrase(en: "a formula", zh: "计算式")),
          found: problem
        )
      }
      if let problem = formula.nameProblem {
        throw failure(
          .invalidName,
          clause,
          .part(Phrase(en: "a name in a formula", zh: "计算式中的名称")),
          found: problem
        )
      }
    }
  }

  private func failure(
    _ code: BenefitError.Code,
    _ clause: String?,
    _ place: BenefitError.Place,
    found: Phrase,
    advice: Phrase? = nil
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
