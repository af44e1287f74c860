extension Expression {
  /// The number of formulas that may stand one within another.
  static let maximumDepth = 32

  /// The number of parts that a formula may have; a mean counts its part once for each season.
  static let maximumSize = 10_000

  /// The number of totals for all members that may stand one within another; each is worked out
  /// anew wherever the one around it looks.
  private static let maximumTotals = 3

  static let depthProblem = Phrase(
    en: "A formula is nested more than \(maximumDepth) deep. "
      + "Write sums as one sum, or give a part of it a line of its own.",
    zh: "计算式嵌套超过 \(maximumDepth) 层。请把各个加数并为一个和，或将其中一部分另列项目。"
  )

  /// The reason why the formula is too large to be settled, or `nil`.
  ///
  /// - Complexity: O(n) for n parts, at most ``maximumSize``.
  var sizeProblem: Phrase? {
    var size = Size()
    return size.problem(with: self, depth: 1, totals: 0, weight: 1)
  }

  /// The reason why explanations could not print the names in the formula, or `nil`.
  var nameProblem: Phrase? {
    var problem: Phrase?
    _ = contains { part in
      problem = part.ownNameProblem
      return problem != nil
    }
    return problem
  }

  private var ownNameProblem: Phrase? {
    switch self {
    case .named(let name, _):
      OneLine.problem(with: name, of: Phrase(en: "A formula", zh: "计算式"))
    case .gaqa(let names):
      names.lazy.compactMap { OneLine.problem(with: $0, of: .gaqa) }.first
    case .id(let ids): ids.lazy.compactMap { OneLine.problem(with: $0, of: .household) }.first
    case .line(let name, _), .total(let name, _), .held(let name):
      OneLine.problem(with: name, of: Phrase(en: "A line", zh: "项目"))
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
    ) -> Phrase? {
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
        return Phrase(
          en: "A formula has more than \(maximumSize) parts, those of a mean counted for each "
            + "season. Divide it among several lines.",
          zh: "计算式超过 \(maximumSize) 个部分（平均数的各部分按期计数）。请分列为几个项目。"
        )
      }
      if totals > maximumTotals {
        return Phrase(
          en: "A formula has more than \(maximumTotals) totals for all members one within another. "
            + "Give one of them a line of its own.",
          zh: "计算式中各户合计嵌套超过 \(maximumTotals) 层。请将其中一个合计另列项目。"
        )
      }
      for part in formula.parts {
        let problem = problem(with: part, depth: depth + 1, totals: totals, weight: weight)
        if let problem { return problem }
      }
      return nil
    }
  }
}
