/// Exact numbers that share one denominator: the form in which the engine reads anything.
package struct Column: Hashable, Sendable {
  /// The numerators, one for each lane.
  package var values: [Int64]

  /// The denominator of all of them, positive.
  package var denominator: Int64

  /// A column of whole numbers, such as fen or persons.
  init(_ values: [Int64]) {
    self.values = values
    self.denominator = 1
  }

  /// A column of thousandths, kept with the smallest denominator that holds them all.
  ///
  /// Whole numbers of units, the common case, then need no division anywhere.
  init(thousandths: [Int64]) {
    var divisor: Int64 = 1_000
    for value in thousandths where value % divisor != 0 {
      divisor = Int64(greatestCommonDivisor(Int128(value), Int128(divisor)))
    }
    denominator = 1_000 / divisor
    values = divisor == 1 ? thousandths : thousandths.map { $0 / divisor }
  }

  /// A column of fractions, brought to their least common denominator.
  ///
  /// - Returns: `nil` where that does not fit 64 bits.
  package init?(_ ratios: [Ratio]) {
    var common: Int128 = 1
    for ratio in ratios {
      let denominator = Int128(ratio.denominator)
      let (product, overflowed) = (common / greatestCommonDivisor(common, denominator))
        .multipliedReportingOverflow(by: denominator)
      guard !overflowed, Int64(exactly: product) != nil else { return nil }
      common = product
    }
    var values: [Int64] = []
    for ratio in ratios {
      let value = Int128(ratio.numerator) * (common / Int128(ratio.denominator))
      guard let value = Int64(exactly: value) else { return nil }
      values.append(value)
    }
    self.values = values
    self.denominator = Int64(common)
  }

  /// The lane's value in thousandths.
  func thousandths(_ lane: Int) -> Int64 { values[lane] * (1_000 / denominator) }
}
