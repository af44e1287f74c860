extension Expression {
  /// The number of formulas that may stand one within another.
  static let maximumDepth = 32

  /// The number of parts that a formula may have; a mean counts its part once for each season.
  static let maximumSize = 10_000

  /// The number of totals for all members that may stand one within another; each is worked out
  /// anew wherever the one around it looks.
  private static let maximumTotals = 3

  static let depthProblem =
    "A formula is nested more than \(maximumDepth) deep. Write sums as one sum, or give a part of it "
    + "a line of its own."

  /// The reason why the formula is too large to be settled, or `nil`.
  ///
  /// - Complexity: O(n) for n parts, at most ``maximumSize``.
  var sizeProblem: String? {
    var size = Size()
    return size.problem(with: self, depth: 1, totals: 0, weight: 1)
  }

  /// The reason why explanations could not print the names in the formula, or `nil`.
  var nameProblem: String? {
    var problem: String?
    _ = contains { part in
      problem = part.ownNameProblem
      return problem != nil
    }
    return problem
  }

  private var ownNameProblem: String? {
    switch self {
    case .named(let name, _): OneLine.problem(with: name, of: "A formula")
    case .gaqa(let names):
      names.first { !$0.isOneLine }.flatMap { OneLine.problem(with: $0, of: "A gaqa") }
    case .line(let name) where !name.isOneLine, .total(let name) where !name.isOneLine,
      .held(let name) where !name.isOneLine:
      OneLine.problem(with: name, of: "A line")
    default: nil
    }
  }

  /// The parts counted so far.
  private struct Size {
    var parts = 0

    mutating func problem(
      with formula: Expression,
      depth: Int,
      totals: Int,
      weight: Int
    ) -> String? {
      if depth > maximumDepth { return depthProblem }
      parts += weight
      var (totals, weight) = (totals, weight)
      switch formula {
      // Both factors are small, as what is larger has been refused.
      case .mean(_, let seasons): weight *= min(seasons.value, maximumSize + 1)
      case .membersTotal: totals += 1
      default: break
      }
      if parts > maximumSize || weight > maximumSize {
        return
          "A formula has more than \(maximumSize) parts, those of a mean counted for each season. "
          + "Divide it among several lines."
      }
      if totals > maximumTotals {
        return
          "A formula has more than \(maximumTotals) totals for all members one within another. "
          + "Give one of them a line of its own."
      }
      for part in formula.parts {
        let problem = problem(with: part, depth: depth + 1, totals: totals, weight: weight)
        if let problem { return problem }
      }
      return nil
    }
  }
}
