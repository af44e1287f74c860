public import BenefitBinding

/// A figure that a report printed, and whether what was computed bears it out.
///
/// What a source calls "about" or "more than" is compared as such.
///
/// ```swift
/// let claim = PublishedFigure("dividend of a household", .exactly(4_000), in: "yuan")
/// print(claim.verdict(on: 4_000))    // equal
/// ```
public struct PublishedFigure: Hashable, Codable, Sendable {
  /// How the source states the figure.
  public enum Claim: Hashable, Codable, Sendable {
    /// The figure is exact.
    case exactly(Ratio)
    /// The figure is a lower bound that was passed.
    case moreThan(Ratio)
    /// The figure is approximate, here within a twentieth of it.
    case about(Ratio)
    /// The source states no figure.
    case unstated
  }

  /// Whether a computed figure bears a published one out.
  public enum Verdict: String, Hashable, Codable, Sendable {
    /// It is the same.
    case equal
    /// It is above the published lower bound.
    case exceeds
    /// It is near the published approximation.
    case about
    /// It does not agree.
    case differs
    /// There is nothing to compare it with.
    case unknown
  }

  /// What the figure measures.
  public let quantity: String

  /// The unit it is in.
  public let unit: String

  /// What the source states.
  public let claim: Claim

  /// Describes a published figure.
  public init(_ quantity: String, _ claim: Claim, in unit: String) {
    self.quantity = quantity
    self.claim = claim
    self.unit = unit
  }

  /// Compares an exact figure with the published one.
  public func verdict(on computed: Ratio) -> Verdict {
    switch claim {
    case .exactly(let published): return computed == published ? .equal : .differs
    case .moreThan(let published): return computed > published ? .exceeds : .differs
    case .about(let published):
      // Over the common denominator, because a difference need not fit a ratio.
      let size = Int128(published.numerator) * Int128(computed.denominator)
      let distance = Int128(computed.numerator) * Int128(published.denominator) - size
      // Distances are whole, so the remainder of a twentieth decides nothing.
      return distance.magnitude <= size.magnitude / 20 ? .about : .differs
    case .unstated: return .unknown
    }
  }
}
