import BenefitBinding

/// Terms that make no minimum living allowance, or one that is too large.
public struct AllowanceError: Error, Hashable, Sendable {
  /// What kind of mistake it is.
  public struct Code: Hashable, Sendable {
    private enum Kind { case notAboveZero, wrongWithdrawal, notRising, belowZero, tooLarge }
    private let kind: Kind

    /// The line is not above zero.
    public static let notAboveZero = Self(kind: .notAboveZero)
    /// The withdrawal is not from 0 to 1.
    public static let wrongWithdrawal = Self(kind: .wrongWithdrawal)
    /// The limits of the steps do not rise.
    public static let notRising = Self(kind: .notRising)
    /// The amount of a step is below zero.
    public static let belowZero = Self(kind: .belowZero)
    /// An allowance, or what it is worked out from, is larger than can be kept exactly.
    public static let tooLarge = Self(kind: .tooLarge)
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

  static func tooLarge(_ income: Money, _ persons: Int, gain: Money? = nil) -> Self {
    let more = gain.map { " and a gain of \($0)" } ?? ""
    return Self(
      code: .tooLarge,
      description:
        "With an income of \(income) yuan\(more), the allowance for \(persons) persons cannot be "
        + "worked out in 64 bits of fen. Check the amounts."
    )
  }

  static func limitTooLarge(_ limit: Money, _ persons: Int) -> Self {
    Self(
      code: .tooLarge,
      description:
        "The step below \(limit) yuan a person is, for \(persons) persons, more than 64 bits of fen "
        + "can hold. Give a smaller limit."
    )
  }
}
