import BenefitBinding

extension Incomes {
  /// The amounts of households as whole fen, checked to fit beside these incomes.
  func aligned(_ amounts: [Money]) throws(BenefitError) -> [Int64] {
    try Self.aligned(amounts, households: fen.count, weights)
  }

  /// The amounts in fen, one for each of so many households, checked to fit times their weights.
  static func aligned(
    _ amounts: [Money],
    households count: Int,
    _ weights: Weights? = nil
  ) throws(BenefitError) -> [Int64] {
    guard amounts.count == count else {
      let name = Phrase(en: "amounts", zh: "金额")
      throw .unequalColumns(name, amounts.count, households: count)
    }
    let amounts = amounts.map(\.fen)
    var magnitude: UInt64 = 0
    for (row, amount) in amounts.enumerated() {
      guard let sum = Self.sum(magnitude, amount, weights?[row]) else {
        throw .tooLarge(Phrase(en: "The sum of amounts", zh: "金额合计"), isWeighted: weights != nil)
      }
      magnitude = sum
    }
    return amounts
  }

  /// The incomes with an amount more for each household.
  func adding(_ amounts: [Int64]) throws(BenefitError) -> Self {
    try Self(
      fen: try Self.sums(of: fen, and: amounts),
      persons: persons,
      weights: weights,
      currency
    )
  }

  /// The sums of two columns, row by row.
  static func sums(of fen: [Int64], and amounts: [Int64]) throws(BenefitError) -> [Int64] {
    var sums = fen
    for (row, amount) in amounts.enumerated() {
      let (sum, overflowed) = sums[row].addingReportingOverflow(amount)
      if overflowed {
        let name = Phrase(en: "the income with what is added", zh: "收入与增加额之和")
        throw .tooLarge(name, row: row)
      }
      sums[row] = sum
    }
    return sums
  }
}
