/// An exact figure, or why there is none.
///
/// ```swift
/// let cost = ProgrammeCost(of: [.contribution(.yuan(400_000), from: .specialFund)])
/// print(cost.perHousehold(ProgrammeEffect(households: 41)))    // 400000/41
/// print(cost.perHousehold(ProgrammeEffect(households: 0)))     // undefined: no household was reached
/// ```
public enum CostFigure: Hashable, Codable, Sendable {
  /// The figure: yuan for one of what it is divided by, or yuan for a yuan.
  case exactly(Ratio)
  /// There is none.
  case undefined(Reason)

  /// Why there is no figure.
  public enum Reason: String, Hashable, Codable, Sendable, CaseIterable {
    /// The number of households, persons or the gap is not stated.
    case notStated = "it is not stated"
    /// What a unit of delivery costs is not stated.
    case costNotStated = "what delivery costs is not stated"
    /// No household was reached.
    case noHousehold = "no household was reached"
    /// No person was reached.
    case noPerson = "no person was reached"
    /// No person was lifted over the line.
    case nobodyLifted = "nobody was lifted over the line"
    /// The poverty gap did not get smaller.
    case gapNotSmaller = "the poverty gap did not get smaller"
    /// No public money was put in.
    case noPublicMoney = "no public money was put in"
    /// There is nobody and nothing that delivers.
    case noDelivery = "there is nobody to deliver"
    /// Nobody is to be paid.
    case emptyCaseload = "nobody is to be paid"
    /// There is no poverty gap.
    case noGap = "there is no poverty gap"
    /// The exact fraction does not fit 64 bits.
    case tooLarge = "it cannot be kept exactly in 64 bits"
  }

  /// The figure, or `nil` where there is none.
  public var ratio: Ratio? {
    if case .exactly(let ratio) = self { ratio } else { nil }
  }

  /// The figure as an amount of money, or `nil` where there is none or it does not fit 64 bits of fen.
  public func money(_ rounding: Rounding) -> Money? {
    guard let ratio else { return nil }
    let step = Int128(rounding.step.fen)
    let steps = (Int128(ratio.numerator) * 100).divided(
      by: Int128(ratio.denominator) * step,
      rounding: rounding.direction
    )
    return Int64(exactly: steps * step).map(Money.init(fen:))
  }

  /// Divides yuan by a count, or says why it cannot.
  static func yuan(_ money: Money, per count: Int64, orElse reason: Reason) -> Self {
    guard count > 0 else { return .undefined(reason) }
    return quotient(Int128(money.fen), 100 * Int128(count))
  }

  /// Divides money by money, or says why it cannot.
  static func share(_ part: Money, of whole: Money, orElse reason: Reason) -> Self {
    guard whole > .zero else { return .undefined(reason) }
    return quotient(Int128(part.fen), Int128(whole.fen))
  }

  private static func quotient(_ numerator: Int128, _ denominator: Int128) -> Self {
    Ratio(exactly: numerator, denominator).map(Self.exactly) ?? .undefined(.tooLarge)
  }
}

extension CostFigure: CustomStringConvertible {
  /// The exact fraction, or why there is none.
  public var description: String {
    switch self {
    case .exactly(let ratio): ratio.description
    case .undefined(let reason): "undefined: \(reason.rawValue)"
    }
  }
}
