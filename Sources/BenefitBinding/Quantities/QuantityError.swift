/// A text that could not be read as an amount, a rate or a quantity.
public struct QuantityError: Error, Hashable, Sendable {
  /// What kind of mistake the text holds.
  public struct Code: Hashable, Sendable {
    private enum Kind {
      case notANumber, tooManyDecimals, outOfRange, zeroDenominator, missingUnit, notADay
    }
    private let kind: Kind

    /// The text is not a number in the form asked for.
    public static let notANumber = Self(kind: .notANumber)
    /// The number is finer than the smallest unit that is kept.
    public static let tooManyDecimals = Self(kind: .tooManyDecimals)
    /// The number is larger than can be kept exactly.
    public static let outOfRange = Self(kind: .outOfRange)
    /// A fraction has a denominator of zero.
    public static let zeroDenominator = Self(kind: .zeroDenominator)
    /// A quantity does not name its unit.
    public static let missingUnit = Self(kind: .missingUnit)
    /// The text is not a day of the calendar.
    public static let notADay = Self(kind: .notADay)
  }

  /// What kind of mistake the text holds.
  public let code: Code

  /// The text as it was given.
  public let text: String

  /// What was expected in its place, as the end of a sentence.
  public let expected: String

  package init(code: Code, text: String, expected: String) {
    self.code = code
    self.text = text
    self.expected = expected
  }
}

extension QuantityError: CustomStringConvertible {
  /// The mistake and what to write instead.
  public var description: String {
    let problem =
      switch code {
      case .tooManyDecimals: "has more decimals than can be kept"
      case .outOfRange: "is too large to be kept exactly"
      case .zeroDenominator: "has a denominator of zero"
      case .missingUnit: "does not name its unit"
      case .notADay: "is not a day"
      default: "is not a number"
      }
    return "\"\(text)\" \(problem); write \(expected)."
  }
}
