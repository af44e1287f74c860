extension Line {
  /// The line cut into instalments: advances, quarters, a first payment and the balance.
  ///
  /// The total is shared among the instalments first, by largest remainders; then each instalment among
  /// the households, by what they have still coming. So the instalments of a household add up to its
  /// amount, and each instalment to its part of the total.
  ///
  /// ```swift
  /// // Two thirds in October, the balance at the end of the year.
  /// let parts = try settlement.line("dividend").instalments([2, 1])
  /// ```
  ///
  /// - Parameter weights: The relative sizes of the instalments, in order.
  /// - Returns: For each instalment the amounts in the register's order.
  /// - Throws: ``BenefitError`` where a weight is below zero or none is above it, or an amount of the
  ///   line is below zero.
  /// - Complexity: O(n · k) for n households and k instalments, on average.
  public func instalments(_ weights: [Int64]) throws(BenefitError) -> [[Money]] {
    try fen.instalments(of: total, weights, to: currency.step)
  }
}

extension [Int64] {
  /// The amounts cut into instalments, whole steps each, whose total and each of them is in fen.
  func instalments(
    of total: Money,
    _ weights: [Int64],
    to step: Rounding.Step
  ) throws(BenefitError) -> [[Money]] {
    let apportionment = Apportionment.whole(step)
    let totals = try apportionment.parts(of: total, by: weights).parts
    var coming = self
    var instalments: [[Money]] = []
    for total in totals {
      let parts =
        try total == .zero
        ? [Money](repeating: .zero, count: count)
        : apportionment.parts(of: total, by: coming).parts
      for row in coming.indices { coming[row] -= parts[row].fen }
      instalments.append(parts)
    }
    return instalments
  }
}
