/// The part of a pot that awards are paid from, and what becomes of too much or too little in it.
///
/// ```swift
/// // 30 % for awards; what is not claimed waits for next year, what is missing the collective pays.
/// let pool = AwardPool(.percentOfPot(30), carriesUnspent: true, backstop: .collective)
/// let tier = Tier(each: .yuan(800), as: .transfer, named: "start-up award", from: pool)
/// ```
///
/// Source: the "3+3+2+2" distribution of collective income (健全利益联结机制 激发脱贫内生动力).
public struct AwardPool: Hashable, Sendable {
  let amount: Amount
  let carriesUnspent: Bool
  let backstop: Account?

  /// Describes a pool.
  public init(_ amount: Amount, carriesUnspent: Bool = false, backstop: Account? = nil) {
    self.amount = amount
    self.carriesUnspent = carriesUnspent
    self.backstop = backstop
  }
}
