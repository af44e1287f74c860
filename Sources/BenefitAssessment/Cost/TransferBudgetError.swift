import BenefitBinding

/// Numbers that make no budget for transfers.
public struct TransferBudgetError: Error, Hashable, Sendable {
  /// What kind of mistake it is.
  public struct Code: Hashable, Sendable {
    private enum Kind { case belowZero, wrongCaseload, overflow }
    private let kind: Kind

    /// Money is below zero.
    public static let belowZero = Self(kind: .belowZero)
    /// A number of persons is below zero, or more poor are paid than persons.
    public static let wrongCaseload = Self(kind: .wrongCaseload)
    /// The costs are larger than can be kept exactly.
    public static let overflow = Self(kind: .overflow)
  }

  /// What kind of mistake it is.
  public let code: Code

  /// What was found and what was expected, as sentences.
  public let description: String
}

extension TransferBudgetError: CustomStringConvertible {
  static func belowZero(_ name: String, _ amount: Money) -> Self {
    Self(code: .belowZero, description: "The \(name) is \(amount) yuan. Give zero or more.")
  }

  static func wrongCaseload(_ caseload: Int64, poor: Int64) -> Self {
    Self(
      code: .wrongCaseload,
      description:
        "\(poor) poor among a caseload of \(caseload) do not do. Give a caseload of zero or "
        + "more, and from none to all of it as poor."
    )
  }

  static func tooLarge(_ gap: Money) -> Self {
    Self(
      code: .overflow,
      description:
        "A budget with which everyone gets \(gap) yuan is more than can be kept exactly in 64 bits of fen."
    )
  }

  static func overflow(_ caseload: Int64, _ each: Money) -> Self {
    Self(
      code: .overflow,
      description:
        "A caseload of \(caseload) at \(each) yuan each costs more than can be kept exactly in "
        + "64 bits of fen."
    )
  }
}
