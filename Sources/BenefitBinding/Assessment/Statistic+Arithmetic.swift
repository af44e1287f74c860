// Fractions stay fractions as long as they fit; a reason passes through.
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

  /// A whole number.
  static func whole(_ number: Int64) -> Self { .exact(Ratio(number)) }

  /// The sum of two statistics, of which not both are infinite.
  static func + (lhs: Self, rhs: Self) -> Self {
    combined(lhs, rhs, { $0.adding($1) }, +)
  }

  /// The difference of two statistics, of which not both are infinite.
  static func - (lhs: Self, rhs: Self) -> Self {
    combined(lhs, rhs, { $0.subtracting($1) }, -)
  }

  /// The product of two statistics.
  static func * (lhs: Self, rhs: Self) -> Self {
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
    // Zero times infinity: a part of a population that weighs nothing adds nothing.
    return .number(number.isNaN ? 0 : number)
  }
}
