import BenefitBinding

/// Data from which no incomes can be made, with the household at fault.
public struct IncomesError: Error, Hashable, Sendable {
  /// What kind of mistake it is.
  public struct Code: Hashable, Sendable {
    private enum Kind { case unequalColumns, noPersons, tooLarge, doNotAddUp, otherPopulation }
    private let kind: Kind

    /// Two columns that belong together differ in length.
    public static let unequalColumns = Self(kind: .unequalColumns)
    /// A household has no members.
    public static let noPersons = Self(kind: .noPersons)
    /// An amount or a sum is more than can be kept exactly.
    public static let tooLarge = Self(kind: .tooLarge)
    /// Parts of the income of a household do not add up to it.
    public static let doNotAddUp = Self(kind: .doNotAddUp)
    /// Two populations that should be the same are not.
    public static let otherPopulation = Self(kind: .otherPopulation)
  }

  /// What kind of mistake it is.
  public let code: Code

  /// The row of the household at fault, or `nil` where it is no single one.
  public let row: Int?

  /// The place, what was found there and what to do, as sentences.
  public let description: String
}

extension IncomesError: CustomStringConvertible {
  static func unequalColumns(_ name: String, _ count: Int, households: Int) -> Self {
    Self(
      code: .unequalColumns,
      row: nil,
      description: "There are \(count) \(name) for \(households) households. "
        + "Give one for each household."
    )
  }

  static func noPersons(_ persons: Int64, row: Int) -> Self {
    Self(
      code: .noPersons,
      row: row,
      description: "Row \(row): the household has \(persons) persons. "
        + "Leave out a household without members."
    )
  }

  static func tooLarge(_ subject: String, row: Int? = nil) -> Self {
    Self(
      code: .tooLarge,
      row: row,
      description: (row.map { "Row \($0): " } ?? "") + "\(subject) is too large to be kept exactly "
        + "in 64 bits. Check the amounts, or count in a larger unit."
    )
  }

  static func doNotAddUp(_ sum: Int128, _ income: Money, row: Int) -> Self {
    Self(
      code: .doNotAddUp,
      row: row,
      description: "Row \(row): the sources add up to \(sum) fen, the income is \(income.fen) fen. "
        + "Name every source, costs as amounts below zero."
    )
  }

  static func otherPersons(_ before: Int64, _ after: Int64, row: Int) -> Self {
    Self(
      code: .otherPopulation,
      row: row,
      description: "Row \(row): the household has \(before) persons before and \(after) after. "
        + "Compare incomes of the same households with the same members."
    )
  }
}
