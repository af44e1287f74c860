extension Sequence<Int64> {
  /// The sum, which never overflows.
  ///
  /// - Complexity: O(n).
  var exactSum: Int128 {
    // The upper and the lower halves of as many as there can be fit 64 bits.
    var (upper, lower) = (0 as Int64, 0 as Int64)
    for value in self {
      upper &+= value &>> 32
      lower &+= value & 0xFFFF_FFFF
    }
    return Int128(upper) << 32 + Int128(lower)
  }
}

extension [Int64] {
  /// Puts zero in the place of all that is below it and returns the sum of that.
  ///
  /// - Complexity: O(n).
  mutating func dropNegative() -> Int128 {
    guard contains(where: { $0 < 0 }) else { return 0 }
    let sum = filter { $0 < 0 }.exactSum
    self = map { Swift.max(0, $0) }
    return sum
  }

  /// Adds a column to this one and returns the first row whose sum is too large, or `nil`.
  ///
  /// - Complexity: O(n).
  mutating func add(_ column: [Int64]) -> Int? {
    var overflow = 0 as Int64
    for row in indices {
      let sum = self[row] &+ column[row]
      // A sum that overflows has another sign than both of what is added.
      overflow |= (sum ^ self[row]) & (sum ^ column[row])
      self[row] = sum
    }
    if overflow >= 0 { return nil }
    return indices.first { (self[$0] &- column[$0]).addingReportingOverflow(column[$0]).overflow }
  }
}
