/// A household list that cannot be a register, with the household and field at fault.
public struct RegisterError: Error, Hashable, Sendable {
  /// What kind of mistake the list holds.
  public struct Code: Hashable, Sendable {
    private enum Kind {
      case emptyID, duplicateID, emptyGaqa, noPersons, tooManyPersons, negativeAmount, wrongUnit
      case wrongLength, notOneLine
    }
    private let kind: Kind

    /// A household has no id.
    public static let emptyID = Self(kind: .emptyID)
    /// Two households carry one id.
    public static let duplicateID = Self(kind: .duplicateID)
    /// A household names no gaqa.
    public static let emptyGaqa = Self(kind: .emptyGaqa)
    /// A household has fewer than one member.
    public static let noPersons = Self(kind: .noPersons)
    /// A household has more members than the arithmetic carries.
    public static let tooManyPersons = Self(kind: .tooManyPersons)
    /// An income or a measure is below zero.
    public static let negativeAmount = Self(kind: .negativeAmount)
    /// A quantity is not in the unit of its measure.
    public static let wrongUnit = Self(kind: .wrongUnit)
    /// A column has another number of rows than there are households.
    public static let wrongLength = Self(kind: .wrongLength)
    /// An id or the name of a gaqa holds a line break or another control character.
    public static let notOneLine = Self(kind: .notOneLine)
  }

  /// What kind of mistake it is.
  public let code: Code

  /// The household at fault, or `nil` where a whole column is.
  public let household: Household.ID?

  /// The field or column at fault.
  public let field: String

  /// The value that was found there.
  public let value: String

  /// What was expected, as a sentence.
  public let advice: String
}

extension RegisterError: CustomStringConvertible {
  /// The place, the value and what to do about it.
  public var description: String {
    let place = household.map { "Household \"\($0)\", \(field)" } ?? "Column \"\(field)\""
    return "\(place): found \(value). \(advice)"
  }
}
