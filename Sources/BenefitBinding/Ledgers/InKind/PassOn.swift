/// The next loans of a fund, and the animals that it is left with.
///
/// The stock that the fund began with + ``cameBack`` = ``lent`` + ``pool`` + ``inRearing``.
public struct PassOn: Hashable, Encodable, Sendable {
  /// The contracts to be made, by day.
  public internal(set) var contracts: [InKindContract] = []
  /// The households that still wait, in the order of their turn.
  public internal(set) var waiting: [String] = []
  /// The heads that could be lent and are not: less than a lot, or nobody waits.
  public internal(set) var pool = 0
  /// The heads that came back and are not yet grown.
  public internal(set) var inRearing = 0
  /// The heads that came back, to the fund or to the next household.
  public internal(set) var cameBack = 0
  /// The heads lent, with those of the contracts to be made.
  public internal(set) var lent = 0

  /// The heads that came back so far for each head lent before, or `nil` where none was lent.
  ///
  /// Of a fund whose first contracts have run out, this is the replacement ratio as it turned out.
  public var replacementRatio: Ratio? {
    let before = lent - contracts.reduce(0) { $0 + $1.heads }
    return before == 0 ? nil : Ratio(Int64(cameBack), Int64(before))
  }
}
