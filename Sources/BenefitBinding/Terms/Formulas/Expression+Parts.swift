extension Expression {
  /// The formulas that this one is made of, in the order in which it names them.
  var parts: [Expression] {
    switch self {
    case .sum(let parts), .greatest(let parts), .least(let parts), .all(let parts), .any(let parts):
      parts
    case .difference(let a, let b), .product(let a, let b), .quotient(let a, let b),
      .atLeast(let a, let b):
      [a, b]
    case .choice(let condition, let a, let b): [condition, a, b]
    case .rounded(let part, _), .named(_, let part), .membersTotal(let part), .not(let part),
      .mean(let part, _):
      [part]
    case .constant, .money, .rate, .measure, .persons, .household, .baselineIncome, .status,
      .gaqa, .id, .stake, .stakeRatio, .carriedLoss, .pot, .remainder, .line, .total, .balance,
      .held:
      []
    }
  }

  /// True if the formula is true or false by what it does.
  var isCondition: Bool {
    switch self {
    case .atLeast, .all, .any, .not: true
    default: false
    }
  }

  /// True if the value is there only while the scheme is settled.
  var isKnownWhileSettling: Bool {
    switch self {
    case .pot, .remainder, .balance, .carriedLoss, .held: true
    default: false
    }
  }

  /// Returns true if the formula or any part of it satisfies the predicate.
  func contains(where predicate: (Expression) -> Bool) -> Bool { first(where: predicate) != nil }

  /// The first that is as asked of the formula and its parts.
  func first(where predicate: (Expression) -> Bool) -> Expression? {
    // A list of its own in place of recursion, as it is asked before the depth is known.
    var waiting = [self]
    while let next = waiting.popLast() {
      if predicate(next) { return next }
      waiting += next.parts.reversed()
    }
    return nil
  }

  /// The sum of two formulas, as one list however it is put together.
  static func + (lhs: Self, rhs: Self) -> Self { total([(lhs, true), (rhs, true)]) }

  /// The difference of two formulas; what is taken from one formula is one list.
  static func - (lhs: Self, rhs: Self) -> Self { total([(lhs, true), (rhs, false)]) }

  /// The sum of formulas of which some are taken away, as one list of those added and one of those taken.
  ///
  /// The first is added; a difference that is taken away stays one.
  static func total(_ terms: [(formula: Self, isAdded: Bool)]) -> Self {
    var (added, taken): ([Self], [Self]) = ([], [])
    for (formula, isAdded) in terms {
      let own = formula.signed
      if isAdded {
        added += own.added
        taken += own.taken
      } else {
        taken += own.taken.isEmpty ? own.added : [formula]
      }
    }
    return (added.count == 1 ? added[0] : .sum(added)).less(taken)
  }

  private func less(_ parts: [Self]) -> Self {
    switch parts.count {
    case 0: self
    case 1: .difference(self, parts[0])
    default: .difference(self, .sum(parts))
    }
  }

  /// The formulas that a sum or difference adds and those that it takes away.
  var signed: (added: [Self], taken: [Self]) {
    switch self {
    case .sum(let parts): (parts, [])
    case .difference(.sum(let added), .sum(let taken)): (added, taken)
    case .difference(.sum(let added), let part): (added, [part])
    case .difference(let part, .sum(let taken)): ([part], taken)
    case .difference(let a, let b): ([a], [b])
    default: ([self], [])
    }
  }

  /// The fixed fraction of the pot that this formula is, or `nil` where it is anything else.
  var fractionOfPot: Ratio? {
    switch self {
    case .pot: .whole
    case .product(let base, let rate):
      base.fractionOfPot.flatMap { base in
        rate.fixedRatio.flatMap { base.multiplied(exactly: $0) }
      }
    case .named(_, let part): part.fractionOfPot
    default: nil
    }
  }
}

extension Expression {
  /// The fixed number that this formula is, or `nil` where it depends on anything.
  private var fixedRatio: Ratio? {
    switch self {
    case .constant(let figure) where figure.dimension == .ratio: figure.value
    case .sum(let parts):
      parts.reduce(.zero) { sum, part in
        sum.flatMap { sum in part.fixedRatio.flatMap { sum.adding($0) } }
      }
    case .difference(let a, let b):
      a.fixedRatio.flatMap { a in b.fixedRatio.flatMap { a.subtracting($0) } }
    case .product(let a, let b):
      a.fixedRatio.flatMap { a in b.fixedRatio.flatMap { a.multiplied(exactly: $0) } }
    default: nil
    }
  }
}

extension Expression {
  /// The formulas that explanations show side by side: those of a sum or difference in one list,
  /// however it was put together.
  var shownParts: [Expression] {
    switch self {
    case .sum(let parts): (parts.first?.addends ?? []) + parts.dropFirst()
    case .difference(let a, let b): a.addends + b.terms
    default: parts
    }
  }

  /// The formulas that a sum lists, or the formula alone.
  var terms: [Expression] {
    if case .sum(let parts) = self, !parts.isEmpty { parts } else { [self] }
  }

  /// The formula as the beginning of a sum or difference.
  private var addends: [Expression] {
    switch self {
    case .sum, .difference: shownParts
    default: [self]
    }
  }
}
