/// Terms that make no minimum living allowance.
public struct AllowanceError: Error, Hashable, Sendable {
  /// What kind of mistake it is.
  public struct Code: Hashable, Sendable {
    private enum Kind { case notAboveZero, wrongWithdrawal, notRising, belowZero }
    private let kind: Kind

    /// The line is not above zero.
    public static let notAboveZero = Self(kind: .notAboveZero)
    /// The withdrawal is not from 0 to 1.
    public static let wrongWithdrawal = Self(kind: .wrongWithdrawal)
    /// The limits of the steps do not rise.
    public static let notRising = Self(kind: .notRising)
    /// The amount of a step is below zero.
    public static let belowZero = Self(kind: .belowZero)
  }

  /// What kind of mistake it is.
  public let code: Code

  /// What was found and what was expected, as sentences.
  public let description: String
}

extension AllowanceError: CustomStringConvertible {
  static func notAboveZero(_ line: Money) -> Self {
    Self(
      code: .notAboveZero,
      description: "A line of \(line) yuan a person tops nobody up. Give more than zero."
    )
  }

  static func wrongWithdrawal(_ withdrawal: Ratio) -> Self {
    Self(
      code: .wrongWithdrawal,
      description: "\(withdrawal) of a gain cannot be withdrawn. Give a fraction from 0 to 1."
    )
  }

  static func notRising(_ limit: Money, _ next: Money) -> Self {
    Self(
      code: .notRising,
      description:
        "The step below \(next) yuan a person follows that below \(limit). Give the steps by "
        + "rising limits."
    )
  }

  static func belowZero(_ limit: Money, _ amount: Money) -> Self {
    Self(
      code: .belowZero,
      description: "The step below \(limit) yuan a person gives \(amount). Give zero or more."
    )
  }
}
