/// The least and the most that households have, which shows without adding up that sums of theirs fit.
struct Extent {
  private(set) var (leastFen, mostFen) = (Int64.max, Int64.min)
  private(set) var (fewestPersons, mostPersons) = (Int64.max, 1 as Int64)

  /// - Complexity: O(n).
  init(_ fen: [Int64], _ persons: [Int64]) {
    for fen in fen { (leastFen, mostFen) = (min(leastFen, fen), max(mostFen, fen)) }
    for persons in persons {
      (fewestPersons, mostPersons) = (min(fewestPersons, persons), max(mostPersons, persons))
    }
  }

  /// True if every household has members, and neither money without signs nor persons add up to more than a limit.
  func fits(_ money: UInt64, _ people: Int64, households: Int) -> Bool {
    let magnitude = max(leastFen.magnitude, mostFen.magnitude)
    let (sum, tooMuch) = magnitude.multipliedReportingOverflow(by: UInt64(households))
    let (count, tooMany) = mostPersons.multipliedReportingOverflow(by: Int64(households))
    return fewestPersons > 0 && !tooMuch && sum <= money && !tooMany && count <= people
  }
}
