/// The part of a pot that awards are paid from, and what becomes of too much or too little in it.
///
/// ```swift
/// // 30 % for awards; what is not claimed waits for next year, what is missing the collective pays.
/// let pool = AwardPool(.percentOfPot(30), carriesUnspent: true, backstop: .collective)
/// let tier = Tier(each: .yuan(800), as: .transfer, named: "start-up award", from: pool)
/// ```
///
/// Source: the "3+3+2+2" distribution of collective income (健全利益联结机制 激发脱贫内生动力).
public struct AwardPool: Hashable, Codable, Sendable {
  /// The amount that the pool takes from the pot.
  public let amount: Amount

  /// True if unclaimed money is carried to the same tier next season; else it stays in the pot for
  /// later tiers.
  public let carriesUnspent: Bool

  /// The account that pays the amount the pool lacks; `nil` if all claims are cut in proportion.
  public let backstop: Account?

  /// Describes a pool.
  public init(_ amount: Amount, carriesUnspent: Bool = false, backstop: Account? = nil) {
    self.amount = amount
    self.carriesUnspent = carriesUnspent
    self.backstop = backstop
  }
}
