/// Households in ascending order of income for each person, or of another variable, equal ones
/// pooled in steps.
struct Ranking: Hashable, Sendable {
  /// The rows from the poorest to the richest, equal ones in the order of rows; who stands for
  /// nobody is left out.
  let order: [Int]

  /// The end of each step in ``order``.
  private(set) var ends: [Int] = []

  /// The income of all households of each step, in fen, or in parts of one where households have
  /// weights.
  private(set) var fen: [Int64] = []

  /// The persons of each step, in the same parts.
  private(set) var persons: [Int64] = []

  /// The number of households that each one stands for, or `nil` where that is itself alone.
  let weights: Weights?

  /// Ranks households by their income for each person, which a weight does not change.
  init(_ fen: [Int64], _ persons: [Int64], _ weights: Weights?) {
    self.init(Self.order(fen, persons), fen, persons, weights) { row, other in
      Self.isEqual(fen[row], persons[row], fen[other], persons[other])
    }
  }

  /// Ranks households by any variable of theirs.
  ///
  /// - Complexity: O(n log n).
  init(by variable: [some Comparable], _ fen: [Int64], _ persons: [Int64], _ weights: Weights?) {
    let order = variable.indices.sorted { a, b in
      variable[a] == variable[b] ? a < b : variable[a] < variable[b]
    }
    self.init(order, fen, persons, weights) { variable[$0] == variable[$1] }
  }

  /// Pools equal households of an order in steps, without those that stand for nobody.
  private init(
    _ order: [Int],
    _ fen: [Int64],
    _ persons: [Int64],
    _ weights: Weights?,
    _ isEqual: (Int, Int) -> Bool
  ) {
    self.weights = weights
    self.order = weights.map { weights in order.filter { weights[$0] > 0 } } ?? order
    for (place, row) in self.order.enumerated() {
      let weight = weights?[row] ?? 1
      let last = ends.count - 1
      if last >= 0, isEqual(row, self.order[place - 1]) {
        ends[last] = place + 1
        self.fen[last] += weight * fen[row]
        self.persons[last] += weight * persons[row]
      } else {
        ends.append(place + 1)
        self.fen.append(weight * fen[row])
        self.persons.append(weight * persons[row])
      }
    }
  }

  /// The number of different incomes, or values.
  var count: Int { ends.count }

  /// The households of the first steps, in parts where they have weights.
  func households(before step: Int) -> Int64 {
    let end = step == 0 ? 0 : ends[step - 1]
    guard let weights else { return Int64(end) }
    return order[..<end].reduce(0) { $0 + weights[$1] }
  }

  /// The first step whose income for each person is not below (or not at and below) a line.
  func firstStep(atLeast line: Int64, orAbove: Bool = false) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      let (income, needed) = (Int128(fen[middle]), Int128(line) * Int128(persons[middle]))
      if income < needed || (orAbove && income == needed) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// The sum of a column of households over each step, each times its weight.
  func pooled(_ column: [Int64]) -> [Int64] {
    var start = 0
    return ends.map { end in
      defer { start = end }
      let rows = order[start..<end]
      guard let weights else { return rows.reduce(0) { $0 + column[$1] } }
      return rows.reduce(0) { $0 + weights[$1] * column[$1] }
    }
  }
}

// MARK: - Sorting

extension Ranking {
  /// Returns true if a / m = b / n.
  private static func isEqual(_ a: Int64, _ m: Int64, _ b: Int64, _ n: Int64) -> Bool {
    m == n ? a == b : a.multipliedFullWidth(by: n) == b.multipliedFullWidth(by: m)
  }

  /// The rows in ascending order of income for each person.
  private static func order(_ fen: [Int64], _ persons: [Int64]) -> [Int] {
    if let keys = keys(fen, persons) { return radixOrder(keys) }
    return fen.indices.sorted { a, b in
      let left = Int128(fen[a]) * Int128(persons[b])
      let right = Int128(fen[b]) * Int128(persons[a])
      return left == right ? a < b : left < right
    }
  }

  /// Integers in the same order as the incomes for each person, or `nil` where they do not fit.
  ///
  /// Two different fractions with denominators of at most 2ᵇ are at least 2⁻²ᵇ apart, so ⌊2²ᵇ·t / n⌋ keeps
  /// them apart and in order, and equal ones equal.
  private static func keys(_ fen: [Int64], _ persons: [Int64]) -> [UInt64]? {
    let most = persons.max() ?? 1
    let shift = 2 * (Int64.bitWidth - (most - 1).leadingZeroBitCount)
    let magnitude = fen.reduce(0 as UInt64) { max($0, $1.magnitude) }
    guard shift < magnitude.leadingZeroBitCount - 1 else { return nil }
    var smallest = Int64.max
    let keys = fen.indices.map { row in
      let (quotient, remainder) = (fen[row] &<< Int64(shift))
        .quotientAndRemainder(dividingBy: persons[row])
      let key = remainder < 0 ? quotient - 1 : quotient
      smallest = min(smallest, key)
      return key
    }
    return keys.map { UInt64(bitPattern: $0 &- smallest) }
  }

  /// The positions of keys in ascending order of the keys, equal ones in their own order.
  ///
  /// Sorts by eleven bits at a time from the lowest on, as many times as the largest key needs.
  private static func radixOrder(_ keys: [UInt64]) -> [Int] {
    var order = Array(keys.indices)
    if keys.count < 1_000 {
      order.sort { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
      return order
    }
    var keys = keys
    var (sortedKeys, sortedOrder) = (keys, order)
    let bits = UInt64.bitWidth - (keys.max() ?? 0).leadingZeroBitCount
    for shift in stride(from: 0 as UInt64, to: UInt64(bits), by: 11) {
      var starts = [Int](repeating: 0, count: 2_048)
      for key in keys { starts[Int(key &>> shift & 2_047)] += 1 }
      var start = 0
      for digit in starts.indices { (starts[digit], start) = (start, start + starts[digit]) }
      for (place, key) in keys.enumerated() {
        let digit = Int(key &>> shift & 2_047)
        sortedKeys[starts[digit]] = key
        sortedOrder[starts[digit]] = order[place]
        starts[digit] += 1
      }
      swap(&keys, &sortedKeys)
      swap(&order, &sortedOrder)
    }
    return order
  }
}
