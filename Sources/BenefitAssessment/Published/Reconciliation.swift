public import BenefitBinding

/// A published figure held against what follows from the other figures of the report.
///
/// It is taken at its printed digits: what would be rounded or cut off to them agrees.
///
/// ```swift
/// // 6.7 % of 148,000 yuan over 212 persons are 46.77 yuan, and the report claims 98.
/// let claim = Reconciliation(
///   of: "dividend of a person", stated: "98", in: "yuan", follows: "6.7%" * 148_000 / 212)
/// print(claim.agrees)    // false
/// var audit = Audit()
/// audit.examine(claim)
/// ```
public struct Reconciliation: Hashable, Codable, Sendable {
  /// What the figure measures.
  public let claim: String

  /// The figure as it was printed.
  public let stated: PrintedNumber

  /// The unit of both figures.
  public let unit: String

  /// What follows from the other figures, exactly.
  public let follows: Ratio

  /// Holds a figure against what follows from others.
  ///
  /// - Parameters:
  ///   - claim: What the figure measures.
  ///   - stated: The figure as it was printed.
  ///   - unit: The unit of both figures.
  ///   - follows: What follows from the other figures.
  public init(of claim: String, stated: PrintedNumber, in unit: String, follows: Ratio) {
    self.claim = claim
    self.stated = stated
    self.unit = unit
    self.follows = follows
  }

  /// Holds a total in yuan against its parts.
  ///
  /// - Parameters:
  ///   - claim: What the total measures.
  ///   - stated: The total as it was printed.
  ///   - parts: The parts that it should be the sum of.
  /// - Precondition: The sum fits in 64 bits of fen.
  public init(of claim: String, stated: PrintedNumber, parts: [Money]) {
    let sum = parts.reduce(.zero, +)
    self.init(of: claim, stated: stated, in: "yuan", follows: Ratio(sum.fen, 100))
  }

  /// Whether what follows would be printed as was stated.
  public var agrees: Bool { stated.agrees(with: follows) }

  /// By what part of what follows the stated figure is too high or, below zero, too low.
  ///
  /// It is `nil` where nothing follows, or where the fraction does not fit 64-bit integers.
  public var deviation: Ratio? {
    let stated = Int128(stated.value.numerator) * Int128(follows.denominator)
    let follows = Int128(follows.numerator) * Int128(self.stated.value.denominator)
    return Ratio(checking: stated - follows, follows)
  }
}
