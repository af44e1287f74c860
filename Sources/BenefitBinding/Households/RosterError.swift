/// An event that does not fit a roster, with its household and day.
public struct RosterError: Error, Hashable, Sendable {
  /// What kind of mistake it is.
  public struct Code: Hashable, Sendable {
    private enum Kind {
      case duplicateHousehold, unknownHousehold, alreadyMember, notMember, neverEntered
      case enteredBefore, noPersons, tooManyPersons, wrongQuantity, wrongHousehold, unknownEvent
      case tooLarge, takenMeasure, notOneLine
    }
    private let kind: Kind

    /// Two households carry one id.
    public static let duplicateHousehold = Self(kind: .duplicateHousehold)
    /// The event names a household that the roster does not hold.
    public static let unknownHousehold = Self(kind: .unknownHousehold)
    /// The household enters or relapses while it is a member.
    public static let alreadyMember = Self(kind: .alreadyMember)
    /// The household exits while it is no member.
    public static let notMember = Self(kind: .notMember)
    /// The household relapses without ever having entered.
    public static let neverEntered = Self(kind: .neverEntered)
    /// The household enters a second time; that is a relapse.
    public static let enteredBefore = Self(kind: .enteredBefore)
    /// The household would have fewer than one member.
    public static let noPersons = Self(kind: .noPersons)
    /// A household would have more members than the arithmetic carries.
    public static let tooManyPersons = Self(kind: .tooManyPersons)
    /// A household could stand in no register.
    public static let wrongHousehold = Self(kind: .wrongHousehold)
    /// A quantity is below zero or not in the unit of its measure.
    public static let wrongQuantity = Self(kind: .wrongQuantity)
    /// The reason of an event holds a line break or another control character.
    public static let notOneLine = Self(kind: .notOneLine)
    /// The roster has no such event.
    public static let unknownEvent = Self(kind: .unknownEvent)
    /// A measure has the name of one that the roster's registers make up.
    public static let takenMeasure = Self(kind: .takenMeasure)
    /// A quantity, or a quantity times its days, is more than can be kept exactly.
    public static let tooLarge = Self(kind: .tooLarge)
  }

  /// What kind of mistake it is.
  public let code: Code

  /// The household at fault, empty where a rule of the roster is.
  public let household: Household.ID

  /// The day of the event at fault, or `nil` where no event is.
  public let day: Day?

  /// The measure at fault, or `nil` where none is.
  public let measure: Measure?

  /// What a register would not take of the household.
  private let refusal: RegisterError?

  init(code: Code, household: Household.ID?, day: Day? = nil, measure: Measure? = nil) {
    self.code = code
    self.household = household ?? ""
    self.day = day
    self.measure = measure
    refusal = nil
  }

  init(_ refusal: RegisterError) {
    code = .wrongHousehold
    household = refusal.household ?? ""
    day = nil
    measure = nil
    self.refusal = refusal
  }

  init(code: Code, event: Roster.Event) {
    self.init(code: code, household: event.household, day: event.day)
  }
}

extension RosterError: CustomStringConvertible {
  /// The place, what is wrong and what to do about it.
  public var description: String {
    if let refusal { return refusal.description }
    let household = household.isEmpty ? "The roster" : "Household \"\(household)\""
    let place = day.map { "\(household), \($0)" } ?? household
    let sentence =
      switch code {
      case .duplicateHousehold: "it stands in the list twice. Give every household its own id."
      case .unknownHousehold: "the roster does not hold it. List it among the households."
      case .alreadyMember: "it is a member already. Record its exit first."
      case .notMember: "it exits but is no member. Record its entry first."
      case .neverEntered: "it relapses but never entered. Record an entry instead."
      case .enteredBefore: "it enters a second time. Record a relapse instead."
      case .noPersons: "it would have no members. Record its exit instead."
      case .tooManyPersons: "a household has at most \(Register.mostPersons) members."
      case .wrongQuantity:
        "the quantity is below zero or not in the unit of its measure. Correct it."
      case .takenMeasure:
        "\"\(measure?.name ?? "")\" is a measure that the roster's registers work out themselves. "
          + "Leave it out, or give it another name."
      case .notOneLine:
        "the reason holds a line break or another control character. Write it on one line."
      case .unknownEvent: "the roster has no such event to replace."
      default: "a quantity, or a quantity times its days, is more than can be kept exactly."
      }
    return "\(place): \(sentence)"
  }
}
