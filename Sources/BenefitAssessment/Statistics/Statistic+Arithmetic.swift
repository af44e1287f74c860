import BenefitBinding

// Fractions stay fractions as long as they fit, money stays money, and a reason passes through. What
// infinities leave open, such as one less another, is undefined.
extension Statistic {
  /// The quotient of two integers, exact where it fits in lowest terms.
  ///
  /// - Precondition: The divisor is not zero.
  init(_ numerator: Int128, over denominator: Int128, yuanPower: Int = 0) {
    self.init(
      Ratio(exactly: numerator, denominator).map(Content.exact)
        ?? .number(Double(numerator) / Double(denominator)),
      yuanPower: yuanPower
    )
  }

  /// The sum of two statistics, such as what groups add to an index.
  ///
  /// - Precondition: Both are money or both are numbers.
  public static func + (lhs: Self, rhs: Self) -> Self {
    combined(lhs, rhs, { $0.adding($1) }, +, yuanPower: samePower)
  }

  /// The difference of two statistics, such as an index before and after.
  ///
  /// - Precondition: Both are money or both are numbers.
  public static func - (lhs: Self, rhs: Self) -> Self {
    combined(lhs, rhs, { $0.subtracting($1) }, -, yuanPower: samePower)
  }

  /// The product of two statistics, such as a part of a mean income.
  public static func * (lhs: Self, rhs: Self) -> Self {
    combined(lhs, rhs, { $0.multiplied(exactly: $1) }, *) { $0.yuanPower + $1.yuanPower }
  }

  /// The quotient of two statistics; by zero it is undefined for the reason given.
  func divided(by divisor: Self, orElse reason: Reason) -> Self {
    if divisor.value == 0 { return .undefined(reason) }
    return Self.combined(
      self,
      divisor,
      { $1.numerator == 0 ? nil : $0.multiplied(exactly: Ratio($1.denominator, $1.numerator)) },
      /
    ) { $0.yuanPower - $1.yuanPower }
  }

  /// The power of money in what is added up.
  private static func samePower(_ lhs: Self, _ rhs: Self) -> Int {
    require(
      lhs.yuanPower == rhs.yuanPower,
      "\(lhs) and \(rhs) cannot be added up: money goes with money and numbers with numbers."
    )
    return lhs.yuanPower
  }

  private static func combined(
    _ lhs: Self,
    _ rhs: Self,
    _ exactly: (Ratio, Ratio) -> Ratio?,
    _ nearly: (Double, Double) -> Double,
    yuanPower: (Self, Self) -> Int
  ) -> Self {
    if let reason = lhs.reason ?? rhs.reason { return .undefined(reason) }
    let yuanPower = yuanPower(lhs, rhs)
    if let left = lhs.ratio, let right = rhs.ratio, let exact = exactly(left, right) {
      return Self(.exact(exact), yuanPower: yuanPower)
    }
    guard let left = lhs.value, let right = rhs.value else { return .undefined(.nobody) }
    return Self(.number(nearly(left, right)), yuanPower: yuanPower)
  }
}
