/// A sum of floating-point numbers whose error does not grow with their number.
///
/// What each addition rounds away is added up beside the sum and put back at the end. Source:
/// Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, 1974.
package struct CompensatedSum: Hashable, Sendable {
  private var sum = 0.0
  private var lost = 0.0

  package init() {}

  /// Adds a number; once one is infinite, so is the sum.
  package static func += (lhs: inout Self, term: Double) {
    let sum = lhs.sum + term
    // Of an infinite sum nothing can be lost, and the difference would be no number.
    if sum.isFinite {
      lhs.lost +=
        lhs.sum.magnitude >= term.magnitude ? (lhs.sum - sum) + term : (term - sum) + lhs.sum
    }
    lhs.sum = sum
  }

  /// The sum of what was added.
  package var value: Double { sum + lost }
}
