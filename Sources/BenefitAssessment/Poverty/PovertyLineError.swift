import BenefitBinding

/// A poverty line that is missing or impossible, with the line at fault.
public struct PovertyLineError: Error, Hashable, Sendable {
  /// What kind of mistake it is.
  public struct Code: Hashable, Sendable {
    private enum Kind { case notAboveZero, yearTwice, noLine, wrongFactor, overflow }
    private let kind: Kind

    /// A line is not above zero.
    public static let notAboveZero = Self(kind: .notAboveZero)
    /// A table gives two lines for one year.
    public static let yearTwice = Self(kind: .yearTwice)
    /// A table has no line for a year.
    public static let noLine = Self(kind: .noLine)
    /// What a line is converted with is not above zero.
    public static let wrongFactor = Self(kind: .wrongFactor)
    /// A line, or what it is worked out from, is larger than can be kept exactly.
    public static let overflow = Self(kind: .overflow)
  }

  /// What kind of mistake it is.
  public let code: Code

  /// The line, what was found and what to do, as sentences.
  public let description: String
}

extension PovertyLineError: CustomStringConvertible {
  static func notAboveZero(_ name: String, _ perPerson: Money) -> Self {
    Self(
      code: .notAboveZero,
      description: "The line \"\(name)\" is \(perPerson) yuan a person. Give more than zero."
    )
  }

  static func yearTwice(_ table: String, _ year: Int) -> Self {
    Self(
      code: .yearTwice,
      description: "The table \"\(table)\" gives two lines for \(year). Leave one of them out."
    )
  }

  static func noLine(_ table: String, _ year: Int, has years: [Int]) -> Self {
    let known = years.isEmpty ? "no year" : years.map(String.init).joined(separator: ", ")
    return Self(
      code: .noLine,
      description:
        "The table \"\(table)\" has no line for \(year), only for \(known). Add one with its "
        + "source; none is guessed."
    )
  }

  static func wrongFactor(_ name: String, _ what: String, _ factor: Ratio) -> Self {
    Self(
      code: .wrongFactor,
      description:
        "The line \"\(name)\" cannot be converted with \(what) of \(factor). Give more than zero."
    )
  }

  static func overflow(_ name: String) -> Self {
    Self(
      code: .overflow,
      description:
        "The line \"\(name)\" cannot be worked out exactly in 64 bits. Give factors with fewer "
        + "digits."
    )
  }
}
