/// An event that does not fit a capital account, with its place in the list and its day.
public struct CapitalError: Error, Hashable, Sendable {
  /// What kind of mistake it is.
  public struct Code: Hashable, Sendable {
    private enum Kind {
      case notAboveZero, noProject, outOfOrder, moreThanIdle, moreThanDeployed, moreThanPutIn
      case overflow
    }
    private let kind: Kind

    /// The amount is zero or below it.
    public static let notAboveZero = Self(kind: .notAboveZero)
    /// The name of the project is empty.
    public static let noProject = Self(kind: .noProject)
    /// The event is before an earlier entry of the account.
    public static let outOfOrder = Self(kind: .outOfOrder)
    /// More leaves the fund, or goes into a project, than lies in it.
    public static let moreThanIdle = Self(kind: .moreThanIdle)
    /// More comes back from a project, or is lost in it, than is there.
    public static let moreThanDeployed = Self(kind: .moreThanDeployed)
    /// A source gets back more than it put in.
    public static let moreThanPutIn = Self(kind: .moreThanPutIn)
    /// A sum is larger than can be kept exactly.
    public static let overflow = Self(kind: .overflow)
  }

  /// What kind of mistake it is.
  public let code: Code

  /// The position of the event in the list, from 1.
  public let number: Int

  /// The event at fault.
  public let event: CapitalEvent

  /// What was found and what to do, as the end of a sentence.
  let advice: String
}

extension CapitalError: CustomStringConvertible {
  /// The place, what is wrong and what to do about it.
  public var description: String {
    "Event \(number) (\(event.day), \(event.occurrence)) cannot be entered: \(advice)."
  }
}
