extension Binder {
  /// A formula that says one thing for each pot, whatever its parts were given for.
  ///
  /// Where a term was given for finer places than the pots are for, it is its sum over those places:
  /// 15 fen for each egg, taken from a platform's sales, is 15 fen times all the eggs. A sum is
  /// totalled term by term, so what is given once counts once.
  ///
  /// - Throws: ``SettlementError`` where that has no meaning, such as the greater of one amount for
  ///   all and another for each household.
  func total(_ expression: Expression) throws(SettlementError) -> Bound {
    let bound = try bind(expression)
    if bound.domain <= groups.domain { return bound }
    switch expression {
    case .named(_, let part): return try total(part)
    case .sum(let parts):
      let totals = try totals(parts)
      return try combining(expression) { () throws(TooFine) in try fold(totals) { .sum($0, $1) } }
    case .difference(let a, let b):
      let totals = try totals([a, b])
      return try combining(expression) { () throws(TooFine) in
        try fold(totals) { .difference($0, $1) }
      }
    case .product(let a, let b):
      // What is the same for all can be taken out of the sum.
      let isCoarse = try [a, b].map { (part) throws(SettlementError) in
        try bind(part).domain <= groups.domain
      }
      if isCoarse[0] || isCoarse[1] {
        let totals = try totals([a, b])
        return try combining(expression) { () throws(TooFine) in
          try .product(totals[0], totals[1])
        }
      }
    default: break
    }
    guard try isUniform(expression, in: bound.domain) else {
      throw failure(
        .finerThanPot,
        "formula \"\(expression)\"",
        "it holds an amount for all against one for each \(bound.domain). Say which is meant: "
          + "Amount.membersTotal(_:) makes one amount of the finer one."
      )
    }
    return try summed(bound)
  }

  private func totals(_ parts: [Expression]) throws(SettlementError) -> [Bound] {
    try parts.map { (part) throws(SettlementError) in try total(part) }
  }

  /// Whether amounts are only ever held against amounts that were given for the same places.
  ///
  /// A fixed amount could be meant for each place or for all together, so none but zero is one.
  private func isUniform(
    _ expression: Expression,
    in domain: Domain
  ) throws(SettlementError) -> Bool {
    for part in expression.parts {
      guard try isUniform(part, in: domain) else { return false }
      if case .product = expression { continue }
      let bound = try bind(part)
      switch bound.domain {
      case domain: continue
      case .constant where expression.holdsAmountsAgainstEachOther && bound.dimension == .money:
        guard case .constant(0) = bound.node else { return false }
      case .constant: continue
      default: return false
      }
    }
    return true
  }

  /// The sum of a formula within each group over the places where its facts were given.
  private func summed(_ bound: Bound) throws(SettlementError) -> Bound {
    let values = try column(of: bound, over: bound.domain, subject: "a total")
    var sums = [Int128](repeating: 0, count: groups.count)
    for (lane, value) in values.enumerated() {
      if bound.domain == .gaqa {
        if hasMembers[lane] { sums[0] += Int128(value) }
      } else if isIn(members, lane) {
        sums[groups.domain == .gaqa ? Int(register.gaqaIndices[lane]) : 0] += Int128(value)
      }
    }
    var narrow: [Int64] = []
    for sum in sums {
      guard let sum = Int64(exactly: sum) else {
        throw failure(.overflow, "a total", "it is too large to be kept exactly in 64 bits of fen.")
      }
      narrow.append(sum)
    }
    return Bound(.column(narrow), over: bound.denominator, groups.domain, bound.dimension)
  }
}

extension Expression {
  /// Whether the formula chooses between amounts by their size.
  fileprivate var holdsAmountsAgainstEachOther: Bool {
    switch self {
    case .greatest, .least: true
    default: false
    }
  }
}
