extension Derivation {
  /// The reader that an explanation is written for.
  public enum Depth: Sendable {
    /// A villager: one line for each amount.
    case brief
    /// An accountant: also what was cut, rounded, brought forward or drawn.
    case postings
    /// An auditor: everything.
    case full
  }
}

extension Derivation: CustomStringConvertible {
  /// The derivation in full over several lines, each part two spaces further in than the whole.
  public var description: String { lines(.full).joined(separator: "\n") }

  /// The lines of the derivation to a depth.
  package func lines(_ depth: Depth) -> [String] {
    ["\(value) = \(formula)"] + explanation(depth)
  }

  /// The lines below the first: those of the parts, further in.
  func explanation(_ depth: Depth) -> [String] {
    shownParts(depth).flatMap { part in part.lines(depth).map { "  " + $0 } }
  }

  /// The rule in words, with the values it was applied to where they are not explained below it.
  public var formula: String {
    switch rule {
    case .formula(let expression): expression.words(chosen: parts)
    case .given(let expression, _): expression.description
    case .contribution(let money) where money.householdShare == .whole: "from \(money.source)"
    case .contribution(let money):
      "\(Figure(money.householdShare, .ratio)) of \(money.amount) from \(money.source)"
    case .named(let name): "\(name): \(parts[0].formula)"
    case .isOne(let asked, let own): "\(asked); it is \(own)"
    case .total(let expression, let domain): "\(expression), for all \(domain.members)"
    case .others(let domain, let count): "of \(Plural.counted(Int64(count), "other \(domain)"))"
    case .rounded(let rounding): "\(parts[0].value) rounded \(rounding)"
    case .notBelowZero: "\(parts[0].value) is below zero and pays nothing"
    case .drawn(let account) where parts[0].value == value: "\(value), drawn from \(account)"
    case .drawn(let account): "\(parts[0].value), cut to the balance of \(account)"
    case .roundedWithOthers: "\(parts[0].value) rounded with the other tiers"
    case .cutToRest where parts[0].value.numerator < 0:
      "\(parts[0].value) is below zero and takes nothing"
    case .cutToRest: "\(parts[0].value), cut to what was left"
    case .rest: "\(parts[0].value) - \(taken) that earlier tiers took"
    case .taken(let tier): "taken by \(tier)"
    case .withBroughtForward:
      "\(parts[0].value) + \(parts[1].value) brought forward\(parts[1].formerLine)"
    case .broughtForward: "brought forward\(formerLine)"
    case .share(let sharing, let odd):
      "\(share) by \(sharing.key)\(rounding(sharing.apportionment, odd))"
    case .cutClaim(let odd):
      "\(parts[2].value), cut to its part of what was left: \(parts[0].value) x "
        + parts[2].value.text(over: parts[1].value) + rounding(.exact, odd)
    case .rate(let sharing, let left):
      "\(parts[0].value) / \(parts[1].value) by \(sharing.key) rounded "
        + "\(sharing.apportionment.rounding), \(left) left, \(sharing.apportionment.residue)"
    case .atRate(let sharing): "\(parts[0].value) x \(parts[1].value) by \(sharing.key)"
    case .nothing(let reason): "nothing, as \(reason)"
    }
  }

  /// The parts that have a line of their own at a depth.
  private func shownParts(_ depth: Depth) -> [Derivation] {
    switch depth {
    case .brief: []
    case .postings: shownParts.filter(\.isDecided)
    case .full: shownParts
    }
  }

  /// True if the value, or one that it follows from, was decided by more than a formula.
  private var isDecided: Bool {
    switch rule {
    case .formula, .given, .contribution, .named, .isOne, .total, .others, .taken:
      parts.contains(where: \.isDecided)
    default: true
    }
  }

  /// The parts with a line of their own: neither numbers of the terms nor what the formula says in full.
  private var shownParts: [Derivation] {
    switch rule {
    case .named: parts[0].shownParts
    case .formula(.choice): [parts[0]] + parts[1].shownParts
    case .formula(let expression): operands(of: expression)
    case .share, .atRate: [parts[0]] + (parts[1].parts.isEmpty ? [] : [parts[1]])
    case .rate: [parts[0]]
    case .cutClaim: [parts[2], parts[0]]
    case .rest where parts.count == 2: [parts[0]]
    case .cutToRest where parts[0].value.numerator < 0: [parts[0]]
    case .withBroughtForward: [parts[0]]
    case .nothing(.noWeight), .nothing(.noClaim): parts.filter { !$0.parts.isEmpty }
    default: parts
    }
  }

  /// The operands that a formula names and does not state itself; those of a sum or difference in one list,
  /// however it was put together.
  private func operands(of expression: Expression) -> [Derivation] {
    guard expression.parts.count == parts.count else { return parts }
    return zip(expression.parts, parts).enumerated().flatMap { index, operand in
      operand.1.listed(as: operand.0, in: expression, isFirst: index == 0)
    }
  }

  private func listed(
    as operand: Expression,
    in expression: Expression,
    isFirst: Bool
  ) -> [Derivation] {
    switch rule {
    case .formula: break
    case .given(.household, _): return []
    default: return [self]
    }
    return switch (expression, operand) {
    case (_, .constant): []
    case (.sum, .sum) where isFirst, (.sum, .difference) where isFirst,
      (.difference, .difference) where isFirst, (.difference, .sum):
      operands(of: operand)
    default: [self]
    }
  }

  private var formerLine: String {
    if case .broughtForward(let former?) = rule { ", taking over \"\(former)\"" } else { "" }
  }

  /// The sum that earlier tiers took of a pot.
  private var taken: Value {
    parts.dropFirst(2).reduce(parts[1].value) { $0.adding($1.value) ?? $0 }
  }

  /// The sum that is shared, times the weight over all weights.
  private var share: String {
    "\(parts[0].value) x \(parts[1].value.text(over: parts[2].value))"
  }

  /// The rounding from an exact part to the amount that is paid, in words; nothing where it is exact.
  private func rounding(_ apportionment: Apportionment, _ odd: OddStep?) -> String {
    let total = parts[0].value
    let (own, all) = if case .cutClaim = rule { (parts[2], parts[1]) } else { (parts[1], parts[2]) }
    let exact = own.value.divided(by: all.value).flatMap { total.multiplied(by: $0) }
    if exact == value { return "" }
    let words = ", \(apportionment.rounding)"
    guard let exact, apportionment.residue.isHandedOut, exact < value else { return words }
    let step = Money(fen: apportionment.rounding.step.fen)
    return "\(words) + \(step), \(apportionment.residue)"
  }
}

extension Derivation.Reason: CustomStringConvertible {
  var description: String {
    switch self {
    case .notMember: "the household is not a member"
    case .notEligible: "the household is not eligible"
    case .noWeight(let key): "the household has no weight by \(key)"
    case .noClaim: "the household has no claim"
    case .overpaid: "rounding overpaid earlier pots by more"
    }
  }
}

extension Derivation.Value: CustomStringConvertible {
  /// The value as it is written with its unit; what does not end is cut off and marked so.
  public var description: String { Figure.text(numerator, over: denominator, dimension) }

  /// The value over another one, in figures that do not have to be cut off.
  func text(over whole: Self) -> String {
    let ends = [self, whole].allSatisfy { value in
      value.dimension != .ratio && !value.description.contains("…")
    }
    if ends {
      return [self, whole].map {
        Figure.text($0.numerator, over: $0.denominator, $0.dimension, withUnit: false)
      }.joined(separator: "/")
    }
    let divisor = greatestCommonDivisor(denominator, whole.denominator)
    return
      "\(numerator * (whole.denominator / divisor))/\(whole.numerator * (denominator / divisor))"
  }
}

extension Domain {
  /// The places that a total over the domain covers.
  fileprivate var members: String { self == .gaqa ? "gaqas" : "members" }
}

extension Expression {
  /// The formula in words; of a choice, what was chosen and why.
  fileprivate func words(chosen parts: [Derivation]) -> String {
    guard case .choice(let condition, _, _) = self, parts.count == 2 else { return description }
    let reason = parts[0].value.isZero ? Expression.not(condition) : condition
    return "\(parts[1].formula), as \(reason)"
  }
}
