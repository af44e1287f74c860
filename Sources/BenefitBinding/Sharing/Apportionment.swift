/// A rule that shares a total among weights: how each part is rounded and where the odd fen goes.
///
/// ```swift
/// let shared = try Apportionment.exact.parts(of: .yuan(860_000), by: Array(repeating: 1, count: 41))
/// print(shared.parts[0], shared.parts[40])    // 20,975.61 20,975.60
/// ```
///
/// With the weights wᵢ, their sum W and the total T, the exact part is T·wᵢ/W. It is rounded to the
/// step of ``rounding``, and the ``residue`` rule disposes of T less all parts, so that parts and
/// residue always add up to T. A weight of zero gets nothing. A negative total gives the mirror
/// image of the positive one. Products are formed in 128 bits where 64 do not hold them, so totals
/// and weights may go up to the limits of `Int64`.
///
/// With ``Basis/rate`` it is not each part that is rounded but what one unit of weight gets, and the
/// rounded rate is then multiplied: a pool of 47,617.98 yuan over 821 heads pays 58 yuan a head, and
/// 232 to a family of four.
public struct Apportionment: Hashable, Sendable {
  /// The figure that is rounded.
  public enum Basis: String, Hashable, Codable, Sendable {
    /// Each part.
    case payout
    /// The amount for one unit of weight, which is then multiplied by the weight.
    case rate
  }

  /// The rounding of the parts, or of the rate.
  public let rounding: Rounding

  /// The figure that is rounded: each part, or the rate.
  public let basis: Basis

  /// The rule for the difference between the total and the parts.
  public let residue: Residue

  /// Creates a rule.
  ///
  /// - Precondition: A residue that is handed out goes with parts that are rounded down: there must
  ///   be something left to hand out, and the rate, where one is rounded, must be the same for all.
  public init(
    rounding: Rounding = .down(to: .fen),
    of basis: Basis = .payout,
    residue: Residue = .largestRemainder
  ) {
    require(
      Self.isConsistent(rounding, basis, residue),
      "Odd fen can be handed out only where payouts are rounded down; choose .posted(to:), .carried "
        + "or .writtenOff with other roundings."
    )
    self.rounding = rounding
    self.basis = basis
    self.residue = residue
  }

  private static func isConsistent(
    _ rounding: Rounding,
    _ basis: Basis,
    _ residue: Residue
  ) -> Bool {
    !residue.isHandedOut || (rounding.direction == .down && basis == .payout)
  }

  /// To the fen, odd fen to the largest remainders: nothing is left over.
  public static let exact = Self()

  /// Whole steps for each, rounded down, whole odd steps to the largest remainders.
  public static func whole(_ step: Rounding.Step) -> Self { Self(rounding: .down(to: step)) }

  /// The parts of a total and what was left of it.
  public struct Outcome: Hashable, Encodable, Sendable {
    /// One part for each weight.
    public let parts: [Money]
    /// The total less all parts; below zero where rounding overdrew it.
    public let residue: Money
  }

  /// Shares a total among weights.
  ///
  /// - Parameters:
  ///   - total: What is shared; a negative total is shared as a burden.
  ///   - weights: What each is entitled to, in any common unit; none below zero.
  /// - Returns: One part for each weight, and the residue.
  /// - Throws: ``BenefitError`` where there is nobody to pay, a weight is negative, or
  ///   rounding up leaves the range of 64 bits.
  /// - Complexity: O(n) on average.
  public func parts(of total: Money, by weights: [Int64]) throws(BenefitError) -> Outcome {
    var parts = [Int64](repeating: 0, count: weights.count)
    var span = parts.mutableSpan
    let residue = try share(
      total.fen,
      among: weights.indices,
      by: weights.span,
      into: &span
    )
    return Outcome(parts: parts.map(Money.init(fen:)), residue: Money(fen: residue))
  }
}

extension Apportionment: Codable {
  private enum CodingKeys: CodingKey { case rounding, basis, residue }

  /// Decodes a rule, refusing a residue that cannot be handed out.
  public init(from decoder: any Decoder) throws {
    self = try decoder.checked(CodingKeys.self) {
      let (rounding, basis, residue): (Rounding, Basis, Residue) = try (
        $0[.rounding], $0[.basis], $0[.residue]
      )
      guard Self.isConsistent(rounding, basis, residue) else {
        throw decoder.refusal("\(residue) needs payouts rounded down, not \(rounding).")
      }
      return Self(rounding: rounding, of: basis, residue: residue)
    }
  }
}
