/// An amount of money: a whole number of fen.
///
/// One yuan is 100 fen. There is no amount between two fen and no conversion from a floating-point
/// number, so nothing is ever rounded unless a ``Rounding`` says how.
///
/// ```swift
/// let dividend: Money = "4,000.00"
/// print(dividend * 41)                                        // 164,000.00
/// print(Money.yuan(79_000).multiplied(by: 1 / 138, rounding: .halfUp(to: .fen)))  // 572.46
/// ```
///
/// Arithmetic that leaves the range of ``fen`` traps with a sentence; settling never traps, it
/// throws a ``BenefitError``.
public struct Money: Hashable, Sendable {
  /// The amount in fen.
  public var fen: Int64

  /// Creates an amount from a whole number of fen.
  public init(fen: Int64) {
    self.fen = fen
  }

  /// No money.
  public static let zero = Self(fen: 0)

  /// A whole number of yuan.
  ///
  /// - Precondition: The amount in fen fits in 64 bits.
  public static func yuan(_ yuan: Int64) -> Self { Self(fen: 100) * yuan }

  /// The product with an exact fraction, rounded as told.
  ///
  /// - Precondition: The product in fen fits in 64 bits.
  public func multiplied(by ratio: Ratio, rounding: Rounding) -> Self {
    let step = Int128(rounding.step.fen)
    let exact = Int128(fen) * Int128(ratio.numerator)
    let steps = exact.divided(
      by: Int128(ratio.denominator) * step,
      rounding: rounding.direction
    )
    guard let fen = Int64(exactly: steps * step) else {
      stop("\(self) x \(ratio) is more money than 64 bits can hold.")
    }
    return Self(fen: fen)
  }

  /// The exact ratio of this amount to another one, such as a yield or a stake.
  ///
  /// - Precondition: `whole` is not zero.
  public func ratio(to whole: Self) -> Ratio {
    require(whole.fen != 0, "A ratio to no money at all has no value.")
    return Ratio(fen, whole.fen)
  }
}

extension Money: Comparable {
  /// Returns true if the first amount is smaller.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.fen < rhs.fen }
}

extension Money: AdditiveArithmetic {
  /// The sum of two amounts.
  ///
  /// - Precondition: The sum fits in 64 bits of fen.
  public static func + (lhs: Self, rhs: Self) -> Self {
    let (fen, overflowed) = lhs.fen.addingReportingOverflow(rhs.fen)
    require(!overflowed, "\(lhs) + \(rhs) is more money than 64 bits can hold.")
    return Self(fen: fen)
  }

  /// The difference of two amounts.
  ///
  /// - Precondition: The difference fits in 64 bits of fen.
  public static func - (lhs: Self, rhs: Self) -> Self {
    let (fen, overflowed) = lhs.fen.subtractingReportingOverflow(rhs.fen)
    require(!overflowed, "\(lhs) - \(rhs) is more money than 64 bits can hold.")
    return Self(fen: fen)
  }

  /// The same amount with the other sign.
  public static prefix func - (operand: Self) -> Self { .zero - operand }

  /// The amount taken a whole number of times.
  ///
  /// - Precondition: The product fits in 64 bits of fen.
  public static func * (lhs: Self, count: Int64) -> Self {
    let (fen, overflowed) = lhs.fen.multipliedReportingOverflow(by: count)
    require(!overflowed, "\(lhs) x \(count) is more money than 64 bits can hold.")
    return Self(fen: fen)
  }
}
