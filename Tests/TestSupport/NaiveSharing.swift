package import BenefitBinding

/// Sharing by the textbook, one wide division at a time: what the engine is compared with.
package struct NaiveSharing: Equatable {
  package var parts: [Int128]
  package var residue: Int128

  /// The engine's answer in the same shape.
  package init(_ outcome: (parts: [Money], residue: Money)) {
    parts = outcome.parts.map { Int128($0.fen) }
    residue = Int128(outcome.residue.fen)
  }

  package init(_ total: Int64, by weights: [Int64], _ rule: Apportionment) {
    let size = Int128(total.magnitude)
    let weights = weights.map { Int128($0) }
    let sum = weights.reduce(0, +)
    let step = Int128(rule.rounding.step.fen)
    let direction = rule.rounding.direction
    switch (rule.basis, rule.residue) {
    case (_, .largestRemainder):
      let order = weights.indices.sorted { a, b in
        let (first, second) = (size / step * weights[a] % sum, size / step * weights[b] % sum)
        return first == second ? a < b : first > second
      }
      parts = Self.handedOut(size / step, weights, sum, in: order)
    case (_, .first): parts = Self.handedOut(size / step, weights, sum, in: Array(weights.indices))
    case (_, .last):
      parts = Self.handedOut(size / step, weights, sum, in: weights.indices.reversed())
    case (.payout, _):
      parts = weights.map { Self.rounded(size * $0, over: sum * step, direction) }
    case (.rate, _):
      let rate = Self.rounded(size, over: sum * step, direction)
      parts = weights.map { rate * $0 }
    }
    let sign: Int128 = total < 0 ? -1 : 1
    parts = parts.map { sign * $0 * step }
    residue = Int128(total) - parts.reduce(0, +)
  }

  private static func handedOut(
    _ steps: Int128,
    _ weights: [Int128],
    _ sum: Int128,
    in order: [Int]
  ) -> [Int128] {
    var parts = weights.map { steps * $0 / sum }
    let left = Int(steps - parts.reduce(0, +))
    for index in order.filter({ weights[$0] > 0 }).prefix(left) { parts[index] += 1 }
    return parts
  }

  /// Chooses among the two whole numbers next to a fraction of zero or more.
  private static func rounded(
    _ numerator: Int128,
    over denominator: Int128,
    _ direction: Rounding.Direction
  ) -> Int128 {
    let below = numerator / denominator
    let twiceTheRest = 2 * (numerator - below * denominator)
    let goesUp =
      switch direction {
      case .down: false
      case .up: twiceTheRest > 0
      case .halfUp: twiceTheRest >= denominator
      case .halfEven:
        twiceTheRest > denominator || (twiceTheRest == denominator && below % 2 == 1)
      }
    return goesUp ? below + 1 : below
  }
}
