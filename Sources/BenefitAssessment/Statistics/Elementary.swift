import BenefitBinding

/// The logarithm and the exponential function, which Swift has only through a platform's C library.
///
/// Both reduce the argument by a power of two, with ln 2 in two parts so that nothing is lost, and
/// sum a Taylor series whose first left-out term is below the last bit. Measured against the
/// C library, `log`, `log1p`, `exp` and `expm1` are within 2 units in the last
/// place; a power x^a is within 2 + 2·|a·ln x| units.
package enum Elementary {
  // ln 2 = high + low, where the high part ends in 20 zero bits, so that a multiple of it by an
  // exponent is exact.
  private static let ln2High = 0x1.62e42fefp-1
  private static let ln2Low = 0x1.473de6af278edp-34

  /// The natural logarithm.
  ///
  /// - Precondition: `x` is not below zero; of zero it is minus infinity.
  package static func log(_ x: Double) -> Double {
    require(x >= 0, "There is no logarithm of \(x).")
    if x == 0 { return -.infinity }
    if x == .infinity { return .infinity }
    let (mantissa, exponent) = balanced(x)
    return logarithm(of: mantissa - 1, exponent: exponent, correction: 0)
  }

  /// The natural logarithm of 1 + x, exact in its last places where `x` is small.
  ///
  /// - Precondition: `x` is not below −1; of −1 it is minus infinity.
  package static func log1p(_ x: Double) -> Double {
    require(x >= -1, "There is no logarithm of 1 + \(x).")
    if x == -1 { return -.infinity }
    if x == .infinity { return .infinity }
    if x > -0.29, x < 0.41 { return logarithm(of: x, exponent: 0, correction: 0) }
    let sum = 1 + x
    // What the sum rounded away, to first order.
    let lost = x >= 1 ? 1 - (sum - x) : x - (sum - 1)
    let (mantissa, exponent) = balanced(sum)
    return logarithm(of: mantissa - 1, exponent: exponent, correction: lost / sum)
  }

  /// A positive number as a mantissa from √½ to √2 and a power of two.
  private static func balanced(_ x: Double) -> (mantissa: Double, exponent: Double) {
    let (mantissa, exponent) = (x.significand, Double(x.exponent))
    return mantissa > 1.4142135623730951 ? (mantissa / 2, exponent + 1) : (mantissa, exponent)
  }

  /// ln(1 + f) + k · ln 2 + c for 1 + f from √½ to √2.
  ///
  /// With s = f / (2 + f), ln(1 + f) = 2 artanh s = 2s + 2s³/3 + 2s⁵/5 + …, and 2s = f − f²/2 + s·f²/2.
  private static func logarithm(of f: Double, exponent k: Double, correction c: Double) -> Double {
    let s = f / (2 + f)
    let z = s * s
    let half = f * f / 2
    var series = 2.0 / 25
    series = series * z + 2.0 / 23
    series = series * z + 2.0 / 21
    series = series * z + 2.0 / 19
    series = series * z + 2.0 / 17
    series = series * z + 2.0 / 15
    series = series * z + 2.0 / 13
    series = series * z + 2.0 / 11
    series = series * z + 2.0 / 9
    series = series * z + 2.0 / 7
    series = series * z + 2.0 / 5
    series = series * z + 2.0 / 3
    let rest = s * (half + z * series)
    return k * ln2High - ((half - (rest + (k * ln2Low + c))) - f)
  }

  /// e to the power x.
  package static func exp(_ x: Double) -> Double {
    if x > 710 { return .infinity }
    if x < -746 { return 0 }
    let (exponent, fraction) = reduced(x)
    return Double(sign: .plus, exponent: exponent, significand: 1 + fraction)
  }

  /// e to the power x, less 1, exact in its last places where `x` is small.
  package static func expm1(_ x: Double) -> Double {
    if x < -40 { return -1 }
    if x > 700 { return exp(x) }
    let (exponent, fraction) = reduced(x)
    if exponent == 0 { return fraction }
    let scale = Double(sign: .plus, exponent: exponent, significand: 1)
    return (scale - 1) + scale * fraction
  }

  /// The k and the f with eˣ = 2ᵏ · (1 + f), where 1 + f is from √½ to √2.
  private static func reduced(_ x: Double) -> (exponent: Int, fraction: Double) {
    let k = (x * 1.4426950408889634).rounded()
    let high = x - k * ln2High
    let low = k * ln2Low
    let r = high - low
    let lost = (high - r) - low
    var series = 1.0 / 87_178_291_200  // 14!
    series = series * r + 1.0 / 6_227_020_800
    series = series * r + 1.0 / 479_001_600
    series = series * r + 1.0 / 39_916_800
    series = series * r + 1.0 / 3_628_800
    series = series * r + 1.0 / 362_880
    series = series * r + 1.0 / 40_320
    series = series * r + 1.0 / 5_040
    series = series * r + 1.0 / 720
    series = series * r + 1.0 / 120
    series = series * r + 1.0 / 24
    series = series * r + 1.0 / 6
    series = series * r + 1.0 / 2
    return (Int(k), r + (r * r * series + lost))
  }

  /// A positive number to any power.
  package static func power(_ base: Double, _ exponent: Double) -> Double {
    exp(exponent * log(base))
  }
}
