extension FormulaReader.Part {
  /// The part as money where it is a bare number.
  var asMoney: Expression {
    isBare ? expression.counted(in: .money, Ratio(100)) ?? expression : expression
  }

  /// The parts with bare numbers as what the first other one is, and whether all are bare.
  static func alike(_ parts: [Self]) -> (parts: [Self], areBare: Bool) {
    guard let model = parts.first(where: { !$0.isBare })?.expression else { return (parts, true) }
    let dimension: Figure.Dimension? =
      switch try? model.dimension() {
      case .money: .money
      case .quantity: model.unit.map(Figure.Dimension.quantity)
      default: nil
      }
    let alike = parts.map { part in
      var part = part
      guard part.isBare else { return part }
      part.isBare = false
      if let dimension {
        let scale = dimension == .money ? Ratio(100) : .whole
        part.expression = part.expression.counted(in: dimension, scale) ?? part.expression
      }
      return part
    }
    return (alike, false)
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
    case .named(let name, let part):
      return part.counted(in: dimension, scale).map { .named(name, $0) }
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
    case .quantity where unit != nil: noUnits
    default: .constant(Figure(.zero, .ratio))
    }
  }
}
