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

  /// The error of a household that has other members before and after.
  static func otherPersons(_ before: Int64, _ after: Int64, row: Int) -> Self {
    Self(
      .mismatch,
      at: .row(row + 1),
      found: "the household has \(before) persons before and \(after) after.",
      advice: "Compare incomes of the same households with the same members."
    )
  }
}
