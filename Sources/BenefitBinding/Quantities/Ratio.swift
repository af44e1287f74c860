/// An exact fraction: a rate, a share or a stake.
///
/// A ratio is always in lowest terms with a positive denominator, so equal fractions are equal
/// values. There is no floating-point number inside.
///
/// ```swift
/// let stake = Ratio(29, 100)              // 29 %
/// let rate: Ratio = "4.35%"
/// print(stake * rate)                     // 2523/200000
/// print(rate.percentText(decimals: 1))    // 4.4 %
/// ```
///
/// Arithmetic whose reduced result leaves 64 bits traps with a sentence.
public struct Ratio: Hashable, Sendable {
  /// The number above the line.
  public let numerator: Int64

  /// The number below the line, always positive.
  public let denominator: Int64

  /// Creates the fraction `numerator / denominator` in lowest terms.
  ///
  /// - Precondition: `denominator` is not zero.
  public init(_ numerator: Int64, _ denominator: Int64 = 1) {
    require(denominator != 0, "A ratio needs a denominator other than zero.")
    self.init(reducing: Int128(numerator), Int128(denominator))
  }

  /// Creates the fraction in lowest terms from wider integers.
  private init(reducing numerator: Int128, _ denominator: Int128) {
    guard let reduced = Self(exactly: numerator, denominator) else {
      stop("\(numerator)/\(denominator) does not fit a ratio of 64-bit integers.")
    }
    self = reduced
  }

  /// Creates the fraction in lowest terms, or `nil` where it does not fit 64 bits.
  package init?(exactly numerator: Int128, _ denominator: Int128) {
    let divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0 ? -1 : 1)
    guard
      let reducedNumerator = Int64(exactly: numerator / divisor),
      let reducedDenominator = Int64(exactly: denominator / divisor)
    else { return nil }
    self.numerator = reducedNumerator
    self.denominator = reducedDenominator
  }

  /// Nothing of the whole.
  public static let zero = Self(0)

  /// All of the whole.
  public static let whole = Self(1)

  /// A whole number of hundredths.
  public static func percent(_ percent: Int64) -> Self { Self(percent, 100) }
}

extension Ratio: Comparable {
  /// Returns true if the first fraction is smaller.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    Int128(lhs.numerator) * Int128(rhs.denominator)
      < Int128(rhs.numerator) * Int128(lhs.denominator)
  }
}

extension Ratio: AdditiveArithmetic {
  /// The sum of two fractions.
  ///
  /// - Precondition: The reduced sum fits 64-bit integers.
  public static func + (lhs: Self, rhs: Self) -> Self {
    guard let sum = lhs.adding(rhs) else {
      stop("\(lhs) + \(rhs) does not fit a ratio of 64-bit integers.")
    }
    return sum
  }

  /// The sum with another fraction, or `nil` where it does not fit 64-bit integers.
  package func adding(_ other: Self) -> Self? {
    Self(
      exactly: Int128(numerator) * Int128(other.denominator)
        + Int128(other.numerator) * Int128(denominator),
      Int128(denominator) * Int128(other.denominator)
    )
  }

  /// The difference to another fraction, or `nil` where it does not fit 64-bit integers.
  package func subtracting(_ other: Self) -> Self? {
    Self(
      exactly: Int128(numerator) * Int128(other.denominator)
        - Int128(other.numerator) * Int128(denominator),
      Int128(denominator) * Int128(other.denominator)
    )
  }

  /// The difference of two fractions.
  ///
  /// - Precondition: The reduced difference fits 64-bit integers.
  public static func - (lhs: Self, rhs: Self) -> Self {
    guard let difference = lhs.subtracting(rhs) else {
      stop("\(lhs) - \(rhs) does not fit a ratio of 64-bit integers.")
    }
    return difference
  }

  /// The product of two fractions.
  ///
  /// - Precondition: The reduced product fits 64-bit integers.
  public static func * (lhs: Self, rhs: Self) -> Self {
    guard let product = lhs.multiplied(exactly: rhs) else {
      stop("\(lhs) x \(rhs) does not fit a ratio of 64-bit integers.")
    }
    return product
  }

  /// The product with another fraction, or `nil` where it does not fit 64-bit integers.
  package func multiplied(exactly other: Self) -> Self? {
    Self(
      exactly: Int128(numerator) * Int128(other.numerator),
      Int128(denominator) * Int128(other.denominator)
    )
  }

  /// The quotient of two fractions.
  ///
  /// - Precondition: The divisor is not zero and the reduced quotient fits 64-bit integers.
  public static func / (lhs: Self, rhs: Self) -> Self {
    require(rhs.numerator != 0, "\(lhs) cannot be divided by zero.")
    return Self(
      reducing: Int128(lhs.numerator) * Int128(rhs.denominator),
      Int128(lhs.denominator) * Int128(rhs.numerator)
    )
  }
}

extension Ratio: ExpressibleByIntegerLiteral {
  /// Creates a whole number.
  public init(integerLiteral value: Int64) { self.init(value) }
}

/// The largest positive integer that divides both; `b` must not be zero.
///
/// - Complexity: O(log(min(|a|, |b|))).
func greatestCommonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
  var (a, b) = (a.magnitude, b.magnitude)
  while b != 0 { (a, b) = (b, a % b) }
  return Int128(a)
}
