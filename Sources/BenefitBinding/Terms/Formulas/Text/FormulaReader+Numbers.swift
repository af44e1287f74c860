extension FormulaReader.Part {
  /// The part as money where it is a bare number.
  var asMoney: Expression {
    isBare ? expression.counted(in: .money, Ratio(100)) ?? expression : expression
  }

  /// Makes a bare number here or there what the other part is: money, or a quantity of its unit.
  mutating func adapt(to other: inout Self) {
    guard isBare != other.isBare else { return }
    if isBare { become(like: other) } else { other.become(like: self) }
  }

  mutating func become(like other: Self) {
    switch try? other.expression.dimension() {
    case .money: expression = asMoney
    case .quantity:
      if let unit = other.expression.unit {
        expression = expression.counted(in: .quantity(unit), .whole) ?? expression
      }
    default: break
    }
    isBare = false
  }
}

extension Expression {
  /// A formula of pure numbers as one of a dimension, or `nil` where a number cannot be kept exactly.
  fileprivate func counted(in dimension: Figure.Dimension, _ scale: Ratio) -> Self? {
    func parts(_ parts: [Self]) -> [Self]? {
      let counted = parts.compactMap { $0.counted(in: dimension, scale) }
      return counted.count == parts.count ? counted : nil
    }
    switch self {
    case .constant(let figure):
      return figure.value.multiplied(exactly: scale).map { .constant(Figure($0, dimension)) }
    case .sum(let all): return parts(all).map(Self.sum)
    case .greatest(let all): return parts(all).map(Self.greatest)
    case .least(let all): return parts(all).map(Self.least)
    case .difference(let a, let b): return parts([a, b]).map { .difference($0[0], $0[1]) }
    case .product(let a, let b): return a.counted(in: dimension, scale).map { .product($0, b) }
    case .choice(let condition, let a, let b):
      return parts([a, b]).map { .choice(condition, $0[0], $0[1]) }
    default: return nil
    }
  }
}

extension Expression {
  /// Nothing of what the formula stands for.
  var none: Expression {
    switch try? dimension() {
    case .money: .constant(Figure(.zero, .money))
    case .quantity: noUnits
    default: .constant(Figure(.zero, .ratio))
    }
  }
}
