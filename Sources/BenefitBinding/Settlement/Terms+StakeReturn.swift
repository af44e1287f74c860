extension Terms {
  /// Whether a line is a return on the stake: property income from a pot, or property or transfer
  /// income that is measured by the stake.
  package func isStakeReturn(_ line: Line) -> Bool {
    guard line.flow == .property || line.flow == .transfer else { return false }
    if line.flow == .property, case .distribution = clauses[line.clause] { return true }
    return formulas(behind: line, .measuring).contains { formula in
      formula.contains { part in
        switch part {
        case .stake: true
        case .line(let name), .total(let name), .held(let name): name == Funding.stakeLine
        default: false
        }
      }
    }
  }

  /// Whether a result decides a line: one that the season states, or one that filled the account it is paid from.
  package func restsOnResults(_ line: Line, of season: Season) -> Bool {
    if case .distribution(let distribution) = clauses[line.clause], distribution.source != nil {
      return true
    }
    return formulas(behind: line, .deciding).contains { season.decides($0, self) }
  }

  /// The formulas behind a line: its own, and those of the pot, tiers and lines that they refer to.
  fileprivate func formulas(behind line: Line, _ purpose: FormulaTrail.Purpose) -> [Expression] {
    var trail = FormulaTrail(terms: self, purpose: purpose)
    trail.follow(line.clause, line.part)
    return trail.formulas
  }
}

/// The formulas of a scheme that one of its lines rests on.
private struct FormulaTrail {
  enum Purpose {
    /// The formulas that an amount and its key are made of.
    case measuring
    /// The formulas that decide how much is paid, with conditions and what the pot can bear.
    case deciding
  }

  let terms: Terms
  let purpose: Purpose
  private(set) var formulas: [Expression] = []
  private var visited: Set<[Int]> = []

  init(terms: Terms, purpose: Purpose) {
    self.terms = terms
    self.purpose = purpose
  }

  /// Follows a line, by the positions of its clause and of its tier or payment.
  mutating func follow(_ clause: Int, _ part: Int) {
    guard visited.insert([clause, part]).inserted else { return }
    switch terms.clauses[clause] {
    case .distribution(let distribution):
      let tier = distribution.tiers[part]
      var own = [tier.amount.expression]
      if purpose == .deciding { own.append(distribution.pot.expression) }
      switch (tier.recipient, purpose) {
      case (.households(let key, _, _), .measuring): own.append(key.expression)
      case (.households(_, let condition, _), .deciding): own.append(condition.expression)
      case (.claims(let condition, let pool), .deciding):
        own += [condition.expression] + (pool.map { [$0.amount.expression] } ?? [])
      case (.claims, .measuring), (.account, _): break
      }
      for formula in own { follow(formula, clause, part, distribution) }
    case .payment(let payment): follow(payment, clause, part)
    case .purchase(let purchase): follow(purchase.payments[part], clause, part)
    case .employment(let employment): follow(employment.payments[part], clause, part)
    }
  }

  private mutating func follow(_ payment: Payment, _ clause: Int, _ part: Int) {
    follow(payment.amount.expression, clause, part, nil)
    if purpose == .deciding { follow(payment.condition.expression, clause, part, nil) }
  }

  private mutating func follow(
    _ formula: Expression,
    _ clause: Int,
    _ part: Int,
    _ distribution: Distribution?
  ) {
    formulas.append(formula)
    for reference in formula.references {
      switch reference {
      case .pot, .remainder:
        guard let distribution else { continue }
        if visited.insert([clause, -1]).inserted {
          follow(distribution.pot.expression, clause, part, distribution)
        }
        if reference == .remainder { for earlier in 0..<part { follow(clause, earlier) } }
      case .line(let name), .total(let name), .held(let name):
        guard name != Funding.stakeLine else { continue }
        for (clause, terms) in terms.clauses.enumerated() {
          for line in terms.lines where line.name == name { follow(clause, line.part) }
        }
      default: continue
      }
    }
  }
}

extension Expression {
  /// The parts that refer to the pot or to a line, each once.
  fileprivate var references: [Expression] {
    var references: [Expression] = []
    _ = contains { part in
      switch part {
      case .pot, .remainder, .line, .total, .held:
        if !references.contains(part) { references.append(part) }
      default: break
      }
      return false
    }
    return references
  }
}

extension Season {
  /// Whether something that the season states, or an account that results filled, decides a formula.
  ///
  /// A measure that the register carries, such as shares held, is no result of the season.
  fileprivate func decides(_ formula: Expression, _ terms: Terms) -> Bool {
    formula.contains { part in
      switch part {
      case .money, .rate, .carriedLoss, .balance: true
      case .measure(let measure):
        facts.measures[measure] != nil || self[terms.name].measures[measure] != nil
      default: false
      }
    }
  }
}
