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
  public var description: String { lines(.full, in: .english).joined(separator: "\n") }

  /// The lines of the derivation to a depth.
  package func lines(_ depth: Depth, in language: Language = .english) -> [String] {
    let value =
      switch language {
      case .english: English(currency).value(value)
      case .simplifiedChinese: Chinese(currency).value(value)
      }
    return ["\(value) = \(formula(in: language))"] + explanation(depth, in: language)
  }

  /// The lines below the first: those of the parts, further in.
  func explanation(_ depth: Depth, in language: Language) -> [String] {
    shownParts(depth).flatMap { part in part.lines(depth, in: language).map { "  " + $0 } }
  }

  /// The rule in words, with the values it was applied to where they are not explained below it.
  public var formula: String { formula(in: .english) }

  /// Returns the rule in a language.
  public func formula(in language: Language) -> String {
    switch language {
    case .english: english
    case .simplifiedChinese: chinese.withSpacedFigures
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
    // A price is its own fact, in units of money.
    if case .product(let a, let b) = expression, case .price = Expression.multiple(a, b) {
      return []
    }
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

  /// The sum that earlier tiers took of a pot.
  var taken: Value { parts.dropFirst(2).reduce(parts[1].value) { $0.adding($1.value) ?? $0 } }

  /// The part of an account's balance that a draw leaves, whatever the tiers take of it.
  var kept: Value { parts[1].value.subtracting(value) ?? value }

  /// The weight over all weights.
  var weightOverAll: String {
    let isClaim = if case .cutClaim = rule { true } else { false }
    return parts[isClaim ? 2 : 1].value.text(over: parts[isClaim ? 1 : 2].value, of: currency)
  }

  /// The rounding from an exact part to the amount that is paid, and the odd step that was given; `nil` where
  /// the part is exact.
  func rounding(_ apportionment: Apportionment) -> (rounding: Rounding, odd: Value?)? {
    let isClaim = if case .cutClaim = rule { true } else { false }
    let (own, all) = isClaim ? (parts[2], parts[1]) : (parts[1], parts[2])
    let exact = own.value.divided(by: all.value).flatMap { parts[0].value.multiplied(by: $0) }
    if exact == value { return nil }
    let rounding = apportionment.rounding
    guard let exact, apportionment.residue.isHandedOut, exact < value else {
      return (rounding, nil)
    }
    return (rounding, Value(Int128(rounding.step.fen), value.dimension))
  }
}

extension Derivation {
  /// True if the value counts a unit and not money.
  var isQuantity: Bool { value.isQuantity }
}

extension Derivation.Value {
  /// True if the value counts a unit.
  fileprivate var isQuantity: Bool { if case .quantity = dimension { true } else { false } }
}

extension Derivation.Value: CustomStringConvertible {
  /// The value as it is written with the unit of a quantity, but not of money; what does not end is cut off and marked so.
  public var description: String { text(in: .english) }

  /// The value as it is written in a language, of money in a currency.
  func text(in language: Language, of currency: Currency = .yuan) -> String {
    Figure.text(numerator, over: denominator, dimension, in: language, of: currency)
  }

  /// The value over another one, in figures that do not have to be cut off.
  func text(over whole: Self, of currency: Currency) -> String {
    let ends = [self, whole].allSatisfy { value in
      value.dimension != .ratio && !value.description.contains("…")
    }
    if ends {
      return [self, whole].map {
        Figure.text($0.numerator, over: $0.denominator, $0.dimension, withUnit: false, of: currency)
      }.joined(separator: "/")
    }
    let divisor = greatestCommonDivisor(denominator, whole.denominator)
    return
      "\(numerator * (whole.denominator / divisor))/\(whole.numerator * (denominator / divisor))"
  }
}
