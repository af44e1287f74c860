import BenefitBinding

// Fractions stay fractions as long as they fit, money stays money, and a reason passes through. What
// infinities leave open, such as one less another, is undefined.
extension Statistic {
  /// The quotient of two integers, exact where it fits in lowest terms.
  ///
  /// - Precondition: The divisor is not zero.
  init(_ numerator: Int128, over denominator: Int128, _ dimension: Dimension = .number) {
    self.init(
      Ratio(exactly: numerator, denominator).map(Content.exact)
        ?? .number(Double(numerator) / Double(denominator)),
      dimension
    )
  }

  /// The sum of two statistics, such as what groups add to an index.
  ///
  /// - Precondition: Both are money in one currency or both are numbers.
  public static func + (lhs: Self, rhs: Self) -> Self {
    combined(lhs, rhs, { $0.adding($1) }, +, of: same)
  }

  /// The difference of two statistics, such as an index before and after.
  ///
  /// - Precondition: Both are money in one currency or both are numbers.
  public static func - (lhs: Self, rhs: Self) -> Self {
    combined(lhs, rhs, { $0.subtracting($1) }, -, of: same)
  }

  /// The product of two statistics, such as a part of a mean income.
  public static func * (lhs: Self, rhs: Self) -> Self {
    combined(lhs, rhs, { $0.multiplied(exactly: $1) }, *, of: { product($0, $1) })
  }

  /// The quotient of two statistics; by zero it is undefined for the reason given.
  func divided(by divisor: Self, orElse reason: Reason) -> Self {
    if divisor.value == 0 { return .undefined(reason) }
    return Self.combined(
      self,
      divisor,
      { $1.numerator == 0 ? nil : $0.multiplied(exactly: Ratio($1.denominator, $1.numerator)) },
      /,
      of: { Self.product($0, $1, sign: -1) }
    )
  }

  /// The dimension of what is added up.
  private static func same(_ lhs: Self, _ rhs: Self) -> Dimension {
    require(
      lhs.dimension == rhs.dimension,
      "\(lhs) and \(rhs) cannot be added up: money goes with money of its currency and numbers with numbers."
    )
    return lhs.dimension
  }

  /// The dimension of a product, or of a quotient where the second power is taken off.
  private static func product(_ lhs: Self, _ rhs: Self, sign: Int = 1) -> Dimension {
    let (left, right) = (lhs.dimension, rhs.dimension)
    require(
      left.power == 0 || right.power == 0 || left.currency == right.currency,
      "\(lhs) and \(rhs) do not go together: nothing converts one currency into another."
    )
    let currency = left.power == 0 ? right.currency : left.currency
    return Dimension(left.power + sign * right.power, of: currency)
  }

  private static func combined(
    _ lhs: Self,
    _ rhs: Self,
    _ exactly: (Ratio, Ratio) -> Ratio?,
    _ nearly: (Double, Double) -> Double,
    of dimension: (Self, Self) -> Dimension
  ) -> Self {
    if let reason = lhs.reason ?? rhs.reason { return .undefined(reason) }
    let dimension = dimension(lhs, rhs)
    if let left = lhs.ratio, let right = rhs.ratio, let exact = exactly(left, right) {
      return Self(.exact(exact), dimension)
    }
    guard let left = lhs.value, let right = rhs.value else { return .undefined(.nobody) }
    return Self(.number(nearly(left, right)), dimension)
  }
}
