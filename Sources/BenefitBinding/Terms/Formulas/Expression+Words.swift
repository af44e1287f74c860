extension Expression: CustomStringConvertible {
  /// The formula in words, as explanations print it; by itself it is of yuan.
  var description: String { English(.yuan).formula(self) }

  /// Two formulas of which each is at least the other.
  var equals: (Expression, Expression)? {
    guard case .all(let parts) = self, parts.count == 2, case .atLeast(let a, let b) = parts[0],
      parts[1] == .atLeast(b, a)
    else { return nil }
    return (a, b)
  }

  /// A formula and what it may exceed, where this is the excess, which is never below zero.
  var excess: (Expression, Expression)? {
    guard case .greatest(let parts) = self, parts.count == 2, parts[0].isZero,
      case .difference(let value, let threshold) = parts[1]
    else { return nil }
    return (value, threshold)
  }

  /// True if the formula ends in a rounding.
  var isRounded: Bool {
    if case .rounded = self { true } else { false }
  }

  /// True if the formula is the fixed number zero.
  var isZero: Bool {
    if case .constant(let figure) = self { figure.value == .zero } else { false }
  }

  /// True if the formula is a fixed value.
  var isFixed: Bool {
    if case .constant = self { true } else { false }
  }

  /// The product as it is spoken of.
  enum Multiple {
    /// A fraction or a multiple of something.
    case part(Ratio, of: Expression)
    /// Something at a rate that is not fixed.
    case rate(Expression, of: Expression)
    /// A number of units of money that the season states as a rate for one.
    case price(Expression)
    /// So much for each unit of a quantity.
    case each(Expression, Quantity.Unit, of: Expression)
    /// Any other product.
    case other(Expression, Expression)
  }

  /// The product of two formulas as it is spoken of.
  static func multiple(_ a: Self, _ b: Self) -> Multiple {
    if case .constant(let figure) = b, figure.dimension == .ratio {
      return .part(figure.value, of: a)
    }
    if case .constant(let figure) = a, figure == Figure(.yuan(1)), case .rate = b {
      return .price(b)
    }
    let dimension = try? b.dimension()
    if dimension == .ratio || dimension == .bit { return .rate(b, of: a) }
    if let unit = a.unit, (try? a.dimension()) == .quantity { return .each(b, unit, of: a) }
    return .other(a, b)
  }
}
