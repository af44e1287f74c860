import BenefitBinding

extension BenefitError {
  /// The error of a column that is not as long as the one of the households.
  static func unequalColumns(_ name: String, _ count: Int, households: Int) -> Self {
    Self(
      .wrongLength,
      found: "There are \(count) \(name) for \(households) households.",
      advice: "Give one for each household."
    )
  }

  /// The error of a sum that is larger than can be kept.
  static func tooLarge(_ subject: String, row: Int? = nil) -> Self {
    Self(
      .overflow,
      at: row.map { .row($0 + 1) },
      found: "\(subject) is too large to be kept exactly in 64 bits.",
      advice: "Check the amounts, or count in a larger unit."
    )
  }
}

extension Incomes {
  /// Checks that these are incomes of the same households as others, row by row.
  ///
  /// - Throws: `BenefitError` where the number of households or a household's members differ.
  func check(_ name: String, sameAs persons: [Int64]) throws(BenefitError) {
    guard persons.count == fen.count else {
      throw .unequalColumns(name, fen.count, households: persons.count)
    }
    for (row, count) in persons.enumerated() where count != self.persons[row] {
      throw BenefitError(
        .mismatch,
        at: .row(row + 1),
        found: "the household has \(count) persons before and \(self.persons[row]) after.",
        advice: "Compare incomes of the same households with the same members."
      )
    }
  }
}
