/// Households in ascending order of income for each person, or of another variable, equal ones
/// pooled in steps.
struct Ranking: Sendable {
  /// The end of each step in ``order``.
  private(set) var ends: [Int]

  /// The income of all households of each step, in fen, or in parts of one where households have
  /// weights.
  private(set) var fen: [Int64]

  /// The persons of each step, in the same parts.
  private(set) var persons: [Int64]

  /// The number of households that each one stands for, or `nil` where that is itself alone.
  let weights: Weights?

  private let rows: Rows

  private enum Rows {
    case ordered([Int])
    /// Few ask for the rows themselves, so they are put in order for them alone.
    case keyed(IncomeKeys)
  }

  /// The rows from the poorest to the richest, equal ones in the order of rows; who stands for
  /// nobody is left out.
  ///
  /// - Complexity: O(n).
  var order: [Int] {
    switch rows {
    case .ordered(let rows): rows
    case .keyed(let keys): keys.order ?? Self.order(keys.fen, keys.persons)
    }
  }

  /// Ranks households by their income for each person, which a weight does not change.
  ///
  /// - Complexity: O(n) where the incomes have keys, otherwise O(n log n).
  init(_ fen: [Int64], _ persons: [Int64], _ weights: Weights?, _ extent: Extent) {
    let keys = IncomeKeys(fen, persons, extent)
    if weights == nil, let keys, let steps = keys.steps {
      self.init(keys, steps)
    } else {
      let order = keys?.order ?? Self.order(fen, persons)
      self.init(order, fen, persons, weights) { row, other in
        Self.isEqual(fen[row], persons[row], fen[other], persons[other])
      }
    }
  }

  private init(_ keys: IncomeKeys, _ steps: (ends: [Int], fen: [Int64], persons: [Int64])) {
    weights = nil
    rows = .keyed(keys)
    (ends, fen, persons) = steps
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
    let order = weights.map { weights in order.filter { weights[$0] > 0 } } ?? order
    rows = .ordered(order)
    (ends, self.fen, self.persons) = ([], [], [])
    for (place, row) in order.enumerated() {
      let weight = weights?[row] ?? 1
      let last = ends.count - 1
      if last >= 0, isEqual(row, order[place - 1]) {
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
    let order = order
    return ends.map { end in
      defer { start = end }
      let rows = order[start..<end]
      guard let weights else { return rows.reduce(0) { $0 + column[$1] } }
      return rows.reduce(0) { $0 + weights[$1] * column[$1] }
    }
  }
}

extension Ranking: Hashable {
  /// True if the same rows follow in the same steps, however they were put in order.
  static func == (a: Self, b: Self) -> Bool {
    a.ends == b.ends && a.fen == b.fen && a.persons == b.persons && a.weights == b.weights
      && a.order == b.order
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(ends)
    hasher.combine(fen)
    hasher.combine(persons)
  }
}

// MARK: - Sorting

extension Ranking {
  /// Returns true if a / m = b / n.
  private static func isEqual(_ a: Int64, _ m: Int64, _ b: Int64, _ n: Int64) -> Bool {
    m == n ? a == b : a.multipliedFullWidth(by: n) == b.multipliedFullWidth(by: m)
  }

  /// The rows in ascending order of income for each person, compared one with another.
  private static func order(_ fen: [Int64], _ persons: [Int64]) -> [Int] {
    fen.indices.sorted { a, b in
      let left = Int128(fen[a]) * Int128(persons[b])
      let right = Int128(fen[b]) * Int128(persons[a])
      return left == right ? a < b : left < right
    }
  }
}
