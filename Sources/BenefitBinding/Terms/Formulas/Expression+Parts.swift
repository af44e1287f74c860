extension Expression {
  /// The formulas that this one is made of, in the order in which it names them.
  var parts: [Expression] {
    switch self {
    case .sum(let parts), .greatest(let parts), .least(let parts), .all(let parts), .any(let parts):
      parts
    case .difference(let a, let b), .product(let a, let b), .atLeast(let a, let b): [a, b]
    case .choice(let condition, let a, let b): [condition, a, b]
    case .rounded(let part, _), .named(_, let part), .membersTotal(let part), .not(let part),
      .mean(let part, _):
      [part]
    case .constant, .money, .rate, .measure, .persons, .household, .baselineIncome, .status,
      .gaqa, .stake, .stakeRatio,
      .carriedLoss, .pot, .remainder, .line, .total, .balance, .held:
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
  static func + (lhs: Self, rhs: Self) -> Self {
    let (left, right) = (lhs.signed, rhs.signed)
    return .sum(left.added + right.added).less(left.taken + right.taken)
  }

  /// The difference of two formulas; what is taken from one formula is one list.
  static func - (lhs: Self, rhs: Self) -> Self {
    let (left, right) = (lhs.signed, rhs.signed)
    let first = left.added.count == 1 ? left.added[0] : .sum(left.added)
    return first.less(left.taken + (right.taken.isEmpty ? right.added : [rhs]))
  }

  private func less(_ parts: [Self]) -> Self {
    switch parts.count {
    case 0: self
    case 1: .difference(self, parts[0])
    default: .difference(self, .sum(parts))
    }
  }

  /// The formulas that a sum or difference adds and those that it takes away.
  private var signed: (added: [Self], taken: [Self]) {
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

extension Expression: CustomStringConvertible {
  /// The formula in words, as explanations print it.
  var description: String {
    switch self {
    case .constant(let figure): figure.description
    case .money(let fact): fact.name
    case .rate(let fact): fact.name
    case .measure(let measure): measure.name
    case .persons: "persons"
    case .household: "1 household"
    case .baselineIncome: "baseline income"
    case .status(let statuses):
      "status " + statuses.map { "\"\($0)\"" }.joined(separator: " or ")
    case .gaqa(let names): "gaqa " + names.joined(separator: " or ")
    case .stake: "stake"
    case .stakeRatio: "the stake's part of the funding"
    case .carriedLoss: "losses brought forward"
    case .pot: "the pot"
    case .remainder: "the rest of the pot"
    case .line(let name): name
    case .total(let name): "\(name) in all"
    case .held(let name): "\(name) held from earlier seasons"
    case .balance(let account): "balance of \(account)"
    case .sum(let parts):
      (parts.prefix(1).map(\.addend) + parts.dropFirst().map(\.operand)).joined(separator: " + ")
    case .difference(let a, let b):
      ([a.addend] + b.terms.map(\.operand)).joined(separator: " - ")
    case .product(let a, let b): "\(a.operand) x \(b.operand)"
    case .greatest(let parts):
      "the greater of " + parts.map(\.operand).joined(separator: " and ")
    case .least(let parts): "the lesser of " + parts.map(\.operand).joined(separator: " and ")
    case .rounded(let part, let rounding): "\(part.operand) rounded \(Self.words(rounding))"
    case .atLeast(let a, let b): "\(a.operand) at least \(b.operand)"
    case .not(.atLeast(let a, let b)): "\(a.operand) less than \(b.operand)"
    case .all(let parts):
      if let (a, b) = equals {
        "\(a.operand) equal to \(b.operand)"
      } else {
        parts.map(\.operand).joined(separator: " and ")
      }
    case .any(let parts): parts.map(\.operand).joined(separator: " or ")
    case .not(let part): "not \(part.operand)"
    case .choice(let condition, let a, let b):
      "\(a.operand) where \(condition.operand), otherwise \(b.operand)"
    case .mean(let part, let seasons): "the mean of \(part.operand) over \(seasons)"
    case .membersTotal(let part): "\(part.operand) for all members"
    case .named(let name, _): name
    }
  }

  /// Two formulas of which each is at least the other.
  private var equals: (Expression, Expression)? {
    guard case .all(let parts) = self, parts.count == 2, case .atLeast(let a, let b) = parts[0],
      parts[1] == .atLeast(b, a)
    else { return nil }
    return (a, b)
  }

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
  private var terms: [Expression] {
    if case .sum(let parts) = self, !parts.isEmpty { parts } else { [self] }
  }

  /// The formula as the beginning of a sum or difference.
  private var addends: [Expression] {
    switch self {
    case .sum, .difference: shownParts
    default: [self]
    }
  }

  /// The formula as the beginning of a sum or difference, in words.
  private var addend: String {
    switch self {
    case .sum, .difference: description
    default: operand
    }
  }

  /// The formula as a part of another one.
  private var operand: String {
    switch self {
    case .sum, .difference, .product, .greatest, .least, .rounded, .atLeast, .choice, .all, .any,
      .membersTotal, .mean, .not(.atLeast):
      "(\(description))"
    default: description
    }
  }

  /// A rounding in words; a step of one is a fen or a unit, which the formula itself shows.
  private static func words(_ rounding: Rounding) -> String {
    let words = rounding.description
    return rounding.step == .fen ? String(words.dropLast(" to the fen".count)) : words
  }
}

extension Figure: CustomStringConvertible {
  /// The number as it is written with its unit; what does not end is cut off and marked so.
  var description: String {
    Self.text(Int128(value.numerator), over: Int128(value.denominator), dimension)
  }

  /// An exact number of any width as it is written with its unit.
  static func text(
    _ numerator: Int128,
    over denominator: Int128,
    _ dimension: Dimension,
    withUnit: Bool = true
  ) -> String {
    switch dimension {
    case .money: yuan(numerator, over: denominator)
    case .quantity(let unit):
      decimal(numerator, over: denominator, atLeast: 0)
        + (withUnit
          ? " \(Plural.of(unit.name, if: numerator.magnitude != denominator.magnitude))" : "")
    case .ratio: ratio(numerator, over: denominator)
    case .truth: numerator == 0 ? "no" : "yes"
    }
  }

  /// An amount of fen in yuan; where hundredths of it are too fine for 128 bits, a fraction of fen.
  private static func yuan(_ numerator: Int128, over denominator: Int128) -> String {
    let (hundredths, overflowed) = denominator.multipliedReportingOverflow(by: 100)
    if overflowed { return "\(numerator)/\(denominator) fen" }
    return decimal(numerator, over: hundredths, atLeast: 2)
  }

  /// A rate in percent where that is short, else as a fraction.
  private static func ratio(_ numerator: Int128, over denominator: Int128) -> String {
    guard let ratio = Ratio(exactly: numerator, denominator) else {
      return decimal(numerator, over: denominator, atLeast: 0)
    }
    let decimals = (0...4).first { decimals in
      let scale = (0..<decimals).reduce(100 as Int128) { scale, _ in scale * 10 }
      return scale % Int128(ratio.denominator) == 0
    }
    guard ratio.denominator > 1, let decimals else { return ratio.description }
    return ratio.percentText(decimals: decimals)
  }

  /// A fraction as a decimal number with at most six digits after the point, fewer where it is
  /// very large.
  private static func decimal(
    _ numerator: Int128,
    over denominator: Int128,
    atLeast decimals: Int
  ) -> String {
    for places in [6, decimals] {
      let scale = (0..<places).reduce(1 as Int128) { scale, _ in scale * 10 }
      let (scaled, overflowed) = numerator.multipliedReportingOverflow(by: scale)
      let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: denominator)
      guard !overflowed, let digits = Int64(exactly: quotient) else { continue }
      var text = DecimalText.write(digits, decimals: places, grouped: true)
      if remainder != 0 { return text + "…" }
      for _ in decimals..<places where text.last == "0" { text.removeLast() }
      if text.last == "." { text.removeLast() }
      return text
    }
    return "\(numerator)/\(denominator)"
  }
}
