extension Formula where Value: FormulaNumber {
  /// A fraction of a value: a share of a profit, the part of an interest rate that is subsidised.
  public static func fraction(_ rate: Rate, of base: Self) -> Self {
    rate == .whole ? base : Self(.product(base.expression, rate.expression))
  }

  /// The greater of two values.
  public static func greater(of first: Self, _ second: Self) -> Self {
    Self(.greatest([first.expression, second.expression]))
  }

  /// The lesser of two values.
  public static func lesser(of first: Self, _ second: Self) -> Self {
    Self(.least([first.expression, second.expression]))
  }

  /// The value, but never more than a cap.
  public func capped(at cap: Self) -> Self { .lesser(of: self, cap) }

  /// The value, or a guaranteed minimum where it is less.
  public func atLeast(_ minimum: Self) -> Self { .greater(of: self, minimum) }

  /// The excess of a value over a threshold, or nothing where it is not above it.
  public static func excess(of value: Self, over threshold: Self) -> Self {
    let zero =
      switch dimension {
      case .quantity: threshold.expression.noUnits
      case .money: Expression.constant(Figure(.zero, .money))
      case .ratio, .bit, .truth: Expression.constant(Figure(.zero, .ratio))
      }
    return Self(.greatest([zero, value.expression - threshold.expression]))
  }

  /// One value where a condition holds and another where it does not.
  public static func either(
    _ value: Self,
    otherwise other: Self,
    where condition: Condition
  ) -> Self {
    Self(.choice(condition.expression, value.expression, other.expression))
  }

  /// The mean of a value over this season and those before it, exact until it is rounded.
  ///
  /// Each fact in it is looked up in each season's facts; the households and whatever the register says
  /// of them are as they are now, so earlier seasons state each measure in it. It is an error if the
  /// ``Season`` was not given enough seasons before it, or if the value is not made from facts alone:
  /// losses, lines and accounts of earlier seasons are not known.
  ///
  /// ```swift
  /// let steady = Amount.fraction("30%", of: .mean(of: .fact(.profit), seasons: 3))
  /// let season = Season(2016, after: [
  ///   Season(2014) { $0[.profit] = .yuan(90_000) }, Season(2015) { $0[.profit] = .yuan(-30_000) },
  /// ]) { $0[.profit] = .yuan(60_000) }
  /// // steady is 12,000.00
  /// ```
  ///
  /// - Precondition: There is at least one season.
  public static func mean(of value: Self, seasons: Int) -> Self {
    Self(.mean(value.expression, SeasonCount(seasons)))
  }
}

extension Formula where Value: FormulaNumber {
  /// The value where a condition holds, and none elsewhere.
  func counted(where condition: Condition, orElse none: Self) -> Self {
    condition == .always ? self : .either(self, otherwise: none, where: condition)
  }
}

extension Expression {
  /// Nothing of a quantity, in the unit that the formula is counted in.
  var noUnits: Expression { .constant(Figure(.zero, .quantity(requiredUnit))) }

  /// The unit of a formula that is known to be for a quantity.
  var requiredUnit: Quantity.Unit {
    guard let unit else { stop("The formula \"\(self)\" is no quantity of any unit.") }
    return unit
  }

  /// The unit that a formula for a quantity is counted in.
  var unit: Quantity.Unit? {
    switch self {
    case .constant(let figure):
      if case .quantity(let unit) = figure.dimension { unit } else { nil }
    case .measure(let measure): measure.unit
    case .line(_, let unit), .total(_, let unit): unit
    case .persons: .person
    case .household: .household
    case .product(let a, let b): b.unit ?? a.unit
    case .quotient(let a, let b): a.unit == b.unit ? nil : a.unit
    case .choice(_, let a, _): a.unit
    default: parts.first?.unit
    }
  }
}
