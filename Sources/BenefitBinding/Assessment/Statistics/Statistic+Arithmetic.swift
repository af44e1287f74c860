// Fractions stay fractions as long as they fit, and a reason passes through. What infinities leave
// open, such as one less another, is undefined.
extension Statistic {
  /// The quotient of two integers, exact where it fits in lowest terms.
  ///
  /// - Precondition: The divisor is not zero.
  init(_ numerator: Int128, over denominator: Int128) {
    if let ratio = Ratio(exactly: numerator, denominator) {
      self = .exact(ratio)
    } else {
      self = .number(Double(numerator) / Double(denominator))
    }
  }

  /// The sum of two statistics, such as what groups add to an index.
  public static func + (lhs: Self, rhs: Self) -> Self {
    combined(lhs, rhs, { $0.adding($1) }, +)
  }

  /// The difference of two statistics, such as an index before and after.
  public static func - (lhs: Self, rhs: Self) -> Self {
    combined(lhs, rhs, { $0.subtracting($1) }, -)
  }

  /// The product of two statistics.
  public static func * (lhs: Self, rhs: Self) -> Self {
    combined(lhs, rhs, { $0.multiplied(exactly: $1) }, *)
  }

  /// The quotient of two statistics; by zero it is undefined for the reason given.
  func divided(by divisor: Self, orElse reason: Reason) -> Self {
    if divisor.value == 0 { return .undefined(reason) }
    return Self.combined(
      self,
      divisor,
      { $1.numerator == 0 ? nil : $0.multiplied(exactly: Ratio($1.denominator, $1.numerator)) },
      /
    )
  }

  private static func combined(
    _ lhs: Self,
    _ rhs: Self,
    _ exactly: (Ratio, Ratio) -> Ratio?,
    _ nearly: (Double, Double) -> Double
  ) -> Self {
    if let reason = lhs.reason ?? rhs.reason { return .undefined(reason) }
    if let left = lhs.ratio, let right = rhs.ratio, let exact = exactly(left, right) {
      return .exact(exact)
    }
    guard let left = lhs.value, let right = rhs.value else { return .undefined(.nobody) }
    let number = nearly(left, right)
    return number.isNaN ? .undefined(.indeterminate) : .number(number)
  }
}
