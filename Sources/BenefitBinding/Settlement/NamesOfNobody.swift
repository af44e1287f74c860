// Conditions that hold for nobody, as they name what the register does not know.

extension Terms {
  /// Notices of the statuses and gaqas that conditions name and no household of a register has: what is misspelt would
  /// pay nobody without a word.
  ///
  /// One of the library's own statuses is not misspelt, and says something only where the register has nearly it.
  ///
  /// - Complexity: O(p · (g + s)) for p parts of formulas, g gaqas and s statuses.
  func namesOfNobody(in register: Register) -> [Notice] {
    let clauses = clauses.map { ($0.name, $0.allFormulas) }
    let terms = [("members", [members.expression]), ("funding", funding.formulas)]
    let known = RegisterNames(register)
    return (terms + clauses).flatMap { line, formulas in
      known.missing(from: formulas).map { name in
        Notice(
          .namesNobody,
          in: currency,
          scheme: self.name,
          line: line,
          gaqa: name.gaqa,
          status: name.status,
          amount: nil,
          counterpart: name.nearest
        )
      }
    }
  }
}

/// The names by which conditions may ask for households of a register.
private struct RegisterNames {
  private let (statuses, gaqas): (Set<String>, Set<String>)
  private let inOrder: (statuses: [String], gaqas: [String])

  init(_ register: Register) {
    inOrder = (register.statuses.map(\.name), register.gaqas)
    (statuses, gaqas) = (Set(inOrder.statuses), Set(inOrder.gaqas))
  }

  /// The names that formulas ask for in vain, each once, and the nearest that the register has.
  func missing(
    from formulas: [Expression]
  ) -> [(status: Status?, gaqa: String?, nearest: String?)] {
    var (missing, seen) = ([(status: Status?, gaqa: String?, nearest: String?)](), Set<String>())
    for part in formulas.flatMap(\.namesOfHouseholds) {
      switch part {
      case .status(let asked):
        for status in asked where !statuses.contains(status.name) {
          guard seen.insert("status \(status.name)").inserted else { continue }
          let isOwn = !Status.standard.contains(status)
          let others = inOrder.statuses + (isOwn ? Status.standard.map(\.name) : [])
          let nearest = nearest(to: status.name, among: others)
          if isOwn || nearest != nil {
            missing.append((status, nil, nearest))
          }
        }
      case .gaqa(let asked):
        for gaqa in asked where !gaqas.contains(gaqa) {
          guard seen.insert("gaqa \(gaqa)").inserted else { continue }
          missing.append((nil, gaqa, nearest(to: gaqa, among: inOrder.gaqas)))
        }
      default: continue
      }
    }
    return missing
  }
}

extension Expression {
  /// The parts that hold by the status or the gaqa of a household, in the order of the formula.
  fileprivate var namesOfHouseholds: [Expression] {
    switch self {
    case .status, .gaqa: [self]
    default: parts.flatMap(\.namesOfHouseholds)
    }
  }
}
