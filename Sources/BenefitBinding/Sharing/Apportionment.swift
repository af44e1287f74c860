/// A rule that shares a total among weights: how each part is rounded and where the odd fen goes.
///
/// ```swift
/// let shared = try Apportionment.exact.parts(of: .yuan(860_000), by: Array(repeating: 1, count: 41))
/// print(shared.parts[0], shared.parts[40])    // 20,975.61 20,975.60
/// ```
///
/// With the weights wᵢ, their sum W and the total T, the exact part is T·wᵢ/W. It is rounded to the
/// step of the rounding, and the ``Residue`` rule disposes of T less all parts, so that parts and
/// residue always add up to T. A weight of zero gets nothing. A negative total gives the mirror
/// image of the positive one. Products are formed in 128 bits where 64 do not hold them, so totals
/// and weights may go up to the limits of `Int64`.
///
/// With ``init(rate:residue:)`` it is not each part that is rounded but what one unit of weight gets, and
/// the rounded rate is then multiplied: a pool of 47,617.98 yuan over 821 heads pays 58 yuan a head, and
/// 232 to a family of four.
public struct Apportionment: Hashable, Sendable {
  /// The figure that is rounded.
  package enum Basis: Hashable, Sendable {
    /// Each part.
    case payout
    /// The amount for one unit of weight, which is then multiplied by the weight.
    case rate
  }

  /// The rounding of the parts, or of the rate.
  package let rounding: Rounding

  /// The figure that is rounded: each part, or the rate.
  package let basis: Basis

  /// The rule for the difference between the total and the parts.
  package let residue: Residue

  /// Creates a rule that rounds each part.
  ///
  /// - Precondition: A residue that is handed out goes with parts that are rounded down: there must
  ///   be something left to hand out.
  public init(rounding: Rounding = .down(to: .fen), residue: Residue = .largestRemainder) {
    self.init(rounding, of: .payout, residue)
  }

  /// Creates a rule that rounds what one unit of weight gets, which is then multiplied.
  ///
  /// - Precondition: The residue is not handed out: the rate must be the same for all.
  public init(rate rounding: Rounding, residue: Residue) {
    self.init(rounding, of: .rate, residue)
  }

  package init(_ rounding: Rounding, of basis: Basis, _ residue: Residue) {
    require(
      Self.isConsistent(rounding, basis, residue),
      "Odd steps can be handed out only where payouts are rounded down; choose .posted(to:), "
        + ".carriedForward or .writtenOff with other roundings."
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

  /// The rule as a currency has it: to its smallest step where the rule says a finer one.
  func inSteps(of currency: Currency) -> Self {
    Self(rounding.inSteps(of: currency), of: basis, residue)
  }

  /// Shares a total among weights.
  ///
  /// - Parameters:
  ///   - total: What is shared; a negative total is shared as a burden.
  ///   - weights: What each is entitled to, in any common unit; none below zero.
  /// - Returns: One part for each weight, and the total less all parts, which is below zero where rounding
  ///   overdrew it.
  /// - Throws: ``BenefitError`` where there is nobody to pay, a weight is negative, or
  ///   rounding up leaves the range of 64 bits.
  /// - Complexity: O(n) on average.
  public func parts(
    of total: Money,
    by weights: [Int64]
  ) throws(BenefitError) -> (parts: [Money], residue: Money) {
    var parts = [Int64](repeating: 0, count: weights.count)
    var span = parts.mutableSpan
    var remainders = Remainders()
    let residue = try share(
      total.fen,
      among: weights.indices,
      by: weights.span,
      into: &span,
      using: &remainders
    ).residue
    return (parts.map(Money.init(fen:)), Money(fen: residue))
  }
}

extension Apportionment: Codable, StoredInParts {
  package enum CodingKeys: CodingKey { case rounding, rate, residue }

  /// Decodes how payouts or the rate are rounded and where what is odd goes, which must go together.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    let rate: Rounding? = try parts[ifPresent: .rate]
    basis = rate == nil ? .payout : .rate
    rounding = try rate ?? parts[.rounding, or: Self.exact.rounding]
    residue = try parts[.residue, or: Self.exact.residue]
    if rate != nil, try parts[ifPresent: .rounding] as Rounding? != nil {
      throw BenefitError(
        .mismatch,
        found: Phrase(
          en: "Payouts and the rate are both rounded.",
          zh: "各户金额和单价都规定了取整。"
        ),
        advice: Phrase(en: "Give rounding or rate.", zh: "「rounding」和「rate」只填一项。")
      )
    }
    guard Self.isConsistent(rounding, basis, residue) else {
      throw BenefitError(
        .mismatch,
        found: Phrase(
          en: "What is odd can go \(residue.english) only where payouts are rounded down, not "
            + "\(rounding.direction.words(in: .english)).",
          zh: "\(residue.chinese)的，各户金额须舍去尾数，"
            + "此处为\(rounding.direction.words(in: .simplifiedChinese))。"
        )
      )
    }
  }

  /// Encodes what is not the exact rule's.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch basis {
    case .payout: try container.encode(rounding, forKey: .rounding, unless: Self.exact.rounding)
    case .rate: try container.encode(rounding, forKey: .rate)
    }
    try container.encode(residue, forKey: .residue, unless: Self.exact.residue)
  }
}
