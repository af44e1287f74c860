/// A natural number of any size: just what an exact annuity needs.
///
/// The powers in an annuity leave 128 bits after a few periods, and a floating-point number could
/// put a payment on the wrong side of half a fen.
package struct Natural: Hashable, Sendable {
  /// The digits to the base 2⁶⁴ from the lowest on, the highest not zero.
  private var limbs: [UInt64]

  /// Creates a number from a machine word.
  package init(_ value: UInt64) {
    limbs = value == 0 ? [] : [value]
  }

  /// A power with a whole exponent of zero or more.
  ///
  /// - Complexity: O(n²) for an exponent n.
  package static func power(_ base: UInt64, _ exponent: Int) -> Self {
    (0..<exponent).reduce(Self(1)) { power, _ in power * base }
  }

  /// The product with a machine word.
  package static func * (lhs: Self, factor: UInt64) -> Self {
    guard factor != 0 else { return Self(0) }
    var product = lhs
    var carry: UInt64 = 0
    for index in lhs.limbs.indices {
      let (high, low) = lhs.limbs[index].multipliedFullWidth(by: factor)
      let (sum, overflowed) = low.addingReportingOverflow(carry)
      product.limbs[index] = sum
      // The high word of a product of two words is never all ones, so this cannot overflow.
      carry = high + (overflowed ? 1 : 0)
    }
    if carry != 0 { product.limbs.append(carry) }
    return product
  }

  /// The sum.
  package static func + (lhs: Self, rhs: Self) -> Self {
    let (long, other) = lhs.limbs.count < rhs.limbs.count ? (rhs, lhs) : (lhs, rhs)
    var sum = long
    var carry: UInt64 = 0
    for index in sum.limbs.indices where index < other.limbs.count || carry != 0 {
      let next = index < other.limbs.count ? other.limbs[index] : 0
      let (partial, overflowed) = sum.limbs[index].addingReportingOverflow(next)
      let (digit, overflowedAgain) = partial.addingReportingOverflow(carry)
      sum.limbs[index] = digit
      carry = overflowed || overflowedAgain ? 1 : 0
    }
    if carry != 0 { sum.limbs.append(carry) }
    return sum
  }

  /// The difference, which must not be below zero.
  package static func - (lhs: Self, rhs: Self) -> Self {
    require(lhs >= rhs, "A natural number has nothing below zero.")
    var difference = lhs
    var borrow: UInt64 = 0
    for index in lhs.limbs.indices {
      let other = index < rhs.limbs.count ? rhs.limbs[index] : 0
      let (partial, overflowed) = lhs.limbs[index].subtractingReportingOverflow(other)
      let (digit, overflowedAgain) = partial.subtractingReportingOverflow(borrow)
      difference.limbs[index] = digit
      borrow = overflowed || overflowedAgain ? 1 : 0
    }
    while difference.limbs.last == 0 { difference.limbs.removeLast() }
    return difference
  }

  /// The rounded quotient, or `nil` where it does not fit 64 bits.
  ///
  /// The quotients asked for are amounts of money, so 63 trials find one without a long division.
  ///
  /// - Precondition: `divisor` is not zero.
  package func divided(by divisor: Self, rounding direction: Rounding.Direction) -> Int64? {
    require(divisor != Self(0), "A natural number cannot be divided by zero.")
    guard self < divisor * (1 << 63) else { return nil }
    var quotient: UInt64 = 0
    for bit in (0..<63).reversed() where divisor * (quotient | 1 << bit) <= self {
      quotient |= 1 << bit
    }
    // Nothing, less than half, half, or more: four values say where the quotient is between two.
    let rest = self - divisor * quotient
    let quarters: Int128 =
      rest == Self(0) ? 0 : rest * 2 < divisor ? 1 : rest * 2 == divisor ? 2 : 3
    return Int64(exactly: (Int128(quotient) * 4 + quarters).divided(by: 4, rounding: direction))
  }
}

extension Natural {
  /// The ratio to another number, to within two units in the last place.
  ///
  /// - Precondition: `other` is not zero, and the ratio is within the range of the type.
  package func ratio(to other: Self) -> Double {
    require(other != Self(0), "A natural number has no ratio to zero.")
    guard self != Self(0) else { return 0 }
    let ((significand, exponent), (otherSignificand, otherExponent)) = (leading, other.leading)
    let ratio = significand / otherSignificand
    return Double(sign: .plus, exponent: exponent - otherExponent, significand: ratio)
  }

  /// The highest 64 bits, and the power of two that they are to be multiplied by.
  private var leading: (significand: Double, exponent: Int) {
    guard let high = limbs.last else { return (0, 0) }
    let shift = high.leadingZeroBitCount
    let next = limbs.count > 1 ? limbs[limbs.count - 2] : 0
    // A shift by all 64 bits gives zero.
    return (Double(high << shift | next >> (64 - shift)), 64 * (limbs.count - 1) - shift)
  }
}

extension Natural: Comparable {
  /// Returns true if the first number is smaller.
  package static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.limbs.count == rhs.limbs.count
      ? lhs.limbs.reversed().lexicographicallyPrecedes(rhs.limbs.reversed())
      : lhs.limbs.count < rhs.limbs.count
  }
}
