import BenefitBinding

/// A number with twice the digits of a `Double`, as the unevaluated sum of two.
///
/// Internal rates are found with it, so that they are right to the last digit of the `Double` that is
/// reported even where flows cancel. It keeps about 31 decimal digits.
///
/// Source: Dekker, A floating-point technique for extending the available precision, 1971.
struct DoubleDouble: Hashable, Sendable {
  /// The number rounded to a `Double`.
  let high: Double

  /// The remainder of the rounding, at most half a unit in the last place of ``high``.
  let low: Double

  private init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  /// Creates a number from a `Double`.
  init(_ value: Double) {
    self.init(high: value, low: 0)
  }

  /// Creates a number from a whole one, exactly up to 106 bits.
  init(_ value: Int128) {
    let high = Double(value)
    self.init(high: high, low: Double(value - Int128(high)))
  }

  /// Creates the nearest number to a fraction.
  init(_ ratio: Ratio) {
    self = Self(Int128(ratio.numerator)) / Self(Int128(ratio.denominator))
  }

  static let zero = Self(0.0)
  static let one = Self(1.0)

  /// The size of the number, to a `Double`'s precision.
  var magnitude: Double { high.magnitude }

  static prefix func - (operand: Self) -> Self { Self(high: -operand.high, low: -operand.low) }

  static func + (lhs: Self, rhs: Self) -> Self {
    let (sum, error) = exactSum(lhs.high, rhs.high)
    let (lowSum, lowError) = exactSum(lhs.low, rhs.low)
    let first = renormalized(sum, error + lowSum)
    return renormalized(first.high, first.low + lowError)
  }

  static func - (lhs: Self, rhs: Self) -> Self { lhs + -rhs }

  static func * (lhs: Self, rhs: Self) -> Self {
    let (product, error) = exactProduct(lhs.high, rhs.high)
    return renormalized(product, error + (lhs.high * rhs.low + lhs.low * rhs.high))
  }

  static func * (lhs: Self, factor: Double) -> Self {
    let (product, error) = exactProduct(lhs.high, factor)
    return renormalized(product, error + lhs.low * factor)
  }

  static func / (lhs: Self, rhs: Self) -> Self {
    // Three steps of long division, each on what the one before left.
    let first = lhs.high / rhs.high
    let rest = lhs - rhs * first
    let second = rest.high / rhs.high
    let third = (rest - rhs * second).high / rhs.high
    return renormalized(first, second) + Self(third)
  }

  /// The quotient to a `Double`'s precision, infinite where it is larger than any.
  ///
  /// The other operations are for numbers below 2⁹⁰⁰, since halving larger ones overflows.
  func dividedRounded(by divisor: Self) -> Double {
    let quotient = high / divisor.high
    return quotient.magnitude < 0x1p900 ? (self / divisor).high : quotient
  }

  /// A power with a whole exponent of zero or more.
  ///
  /// - Complexity: O(log n) for an exponent n.
  func power(_ exponent: Int) -> Self {
    var (result, square, left) = (Self.one, self, exponent)
    while left > 0 {
      if left & 1 == 1 { result = result * square }
      left >>= 1
      if left > 0 { square = square * square }
    }
    return result
  }

  /// The sum of two numbers and what rounding it lost.
  private static func exactSum(_ a: Double, _ b: Double) -> (sum: Double, error: Double) {
    let sum = a + b
    let other = sum - a
    return (sum, (a - (sum - other)) + (b - other))
  }

  /// The product of two numbers and what rounding it lost, from their halves of 26 bits.
  ///
  /// A fused multiplication would do, but calls a C library that a program may not be linked with.
  private static func exactProduct(_ a: Double, _ b: Double) -> (product: Double, error: Double) {
    let product = a * b
    let (aHigh, aLow) = halves(a)
    let (bHigh, bLow) = halves(b)
    return (product, ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow)
  }

  private static func halves(_ value: Double) -> (high: Double, low: Double) {
    let spread = (0x1p27 + 1) * value
    let high = spread - (spread - value)
    return (high, value - high)
  }

  /// The same number with as much as possible of it in the high part, which is the larger one.
  private static func renormalized(_ high: Double, _ low: Double) -> Self {
    let sum = high + low
    return Self(high: sum, low: low - (sum - high))
  }
}

extension DoubleDouble: Comparable {
  static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.high < rhs.high || (lhs.high == rhs.high && lhs.low < rhs.low)
  }
}
