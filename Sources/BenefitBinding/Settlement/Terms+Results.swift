extension Terms {
  /// True if a result decides a line: one that the season states, or one that filled the account it is
  /// paid from.
  package func restsOnResults(_ line: Line, of season: Season) -> Bool {
    if case .distribution(let distribution) = clauses[line.clause], distribution.source != nil {
      return true
    }
    return formulas(deciding: line).contains { season.decides($0, self) }
  }

  /// The formulas that decide how much a line pays: its amount and conditions, and those of the pot, tiers
  /// and lines that they refer to.
  fileprivate func formulas(deciding line: Line) -> [Expression] {
    var trail = FormulaTrail(terms: self)
    trail.follow(line.clause, line.part)
    return trail.formulas
  }
}

/// The formulas that decide how much one line of a scheme pays.
private struct FormulaTrail {
  private let clauses: [(pot: Expression?, parts: [ClausePart])]
  private(set) var formulas: [Expression] = []
  private var visited: Set<[Int]> = []

  init(terms: Terms) { clauses = terms.clauses.map { ($0.pot, $0.parts) } }

  /// Follows a line, by the positions of its clause and of its tier or payment.
  mutating func follow(_ clause: Int, _ index: Int) {
    guard visited.insert([clause, index]).inserted else { return }
    let part = clauses[clause].parts[index]
    // A key divides what is paid and does not decide how much it is.
    let own = [part.amount, clauses[clause].pot, part.condition, part.pool]
    for formula in own.compactMap(\.self) { follow(formula, clause, index) }
  }

  private mutating func follow(_ formula: Expression, _ clause: Int, _ index: Int) {
    formulas.append(formula)
    for reference in formula.references {
      switch reference {
      // The pot of the clause is followed with each of its tiers.
      case .remainder: for earlier in 0..<index { follow(clause, earlier) }
      case .line(let name, _), .total(let name, _), .held(let name):
        guard name != Funding.stakeLine else { continue }
        for (clause, other) in clauses.enumerated() {
          for (index, part) in other.parts.enumerated() where part.line == name {
            follow(clause, index)
          }
        }
      default: continue
      }
    }
  }
}

extension Expression {
  /// The parts that refer to what is left of the pot or to a line, each once.
  fileprivate var references: [Expression] {
    var references: [Expression] = []
    _ = contains { part in
      switch part {
      case .remainder, .line, .total, .held:
        if !references.contains(part) { references.append(part) }
      default: break
      }
      return false
    }
    return references
  }
}

extension Season {
  /// Returns true if a formula depends on a fact that the season states or an account that results
  /// filled.
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
