/// Terms, facts and a register that cannot be settled together, with the place at fault.
public struct SettlementError: Error, Hashable, Sendable {
  /// What kind of mistake it is.
  public struct Code: Hashable, Sendable {
    private enum Kind {
      case missingFact, unknownLine, duplicateName, sharesAboveWhole, unknownHousehold, noPot
      case mixedStake, mixedPlaces, mixedUnits, circularMembers, emptyName, negativeWeight, overflow
      case tooFine, missingSeason, notInPast, unknownName, ambiguousName, formulaTooLarge
      case mixedFlows, stockAndFlow, notPayable, otherPayout
    }
    private let kind: Kind

    /// A fact that the terms need was not given, or not for every gaqa with members or every member.
    public static let missingFact = Self(kind: .missingFact)
    /// A formula refers to a line that the scheme has not settled before it.
    public static let unknownLine = Self(kind: .unknownLine)
    /// Two schemes of a programme, or two lines of a scheme, carry one name.
    public static let duplicateName = Self(kind: .duplicateName)
    /// Tiers take more than 100 % of their pot.
    public static let sharesAboveWhole = Self(kind: .sharesAboveWhole)
    /// A fact is given for a household that the register does not hold.
    public static let unknownHousehold = Self(kind: .unknownHousehold)
    /// A formula outside a distribution refers to its pot.
    public static let noPot = Self(kind: .noPot)
    /// Some contributions name a gaqa and others do not.
    public static let mixedStake = Self(kind: .mixedStake)
    /// An amount for all meets one for each gaqa or household, and it is not clear which is meant.
    public static let mixedPlaces = Self(kind: .mixedPlaces)
    /// Quantities of different units meet in a formula.
    public static let mixedUnits = Self(kind: .mixedUnits)
    /// Who is a member depends on what depends on the members.
    public static let circularMembers = Self(kind: .circularMembers)
    /// A scheme, clause or tier has no name, or one of several lines.
    public static let emptyName = Self(kind: .emptyName)
    /// A key gives a household a weight below zero.
    public static let negativeWeight = Self(kind: .negativeWeight)
    /// An amount is larger than can be kept exactly.
    public static let overflow = Self(kind: .overflow)
    /// The fractions in a formula have no common denominator that can be kept exactly.
    public static let tooFine = Self(kind: .tooFine)
    /// A mean over seasons needs one that the season was not given after.
    public static let missingSeason = Self(kind: .missingSeason)
    /// A mean over seasons is taken of what the facts of earlier seasons do not say.
    public static let notInPast = Self(kind: .notInPast)
    /// A line, distribution, account or scheme that is looked up in a settlement is not there.
    public static let unknownName = Self(kind: .unknownName)
    /// Several lines, distributions or accounts go by the name that is looked up.
    public static let ambiguousName = Self(kind: .ambiguousName)
    /// A distribution both pays and charges households, or charges them out of an account.
    public static let mixedFlows = Self(kind: .mixedFlows)
    /// A line is a stock in one part of a series and none in another.
    public static let stockAndFlow = Self(kind: .stockAndFlow)
    /// A line, an amount of it or the cash for it is none that households can be paid.
    public static let notPayable = Self(kind: .notPayable)
    /// A payout is of another claim, or of a season that was paid before.
    public static let otherPayout = Self(kind: .otherPayout)
    /// A formula is nested deeper, or has more parts, than can be settled in good time.
    public static let formulaTooLarge = Self(kind: .formulaTooLarge)
  }

  /// What kind of mistake it is.
  public let code: Code

  /// The scheme at fault.
  public let scheme: String

  /// The clause at fault, or `nil` where the scheme as a whole is.
  public let clause: String?

  /// What is missing, too large or otherwise wrong: a fact, a line, a measure.
  public let subject: String

  /// The household or gaqa where it shows, where there is one.
  public let place: String?

  /// What was found and what to do, as sentences.
  public let advice: String
}

extension SettlementError {
  /// An error of a scheme as a whole or of one of its clauses.
  init(
    _ code: Code,
    of scheme: String,
    clause: String? = nil,
    _ subject: String,
    at place: String? = nil,
    _ advice: String
  ) {
    self.init(
      code: code,
      scheme: scheme,
      clause: clause,
      subject: subject,
      place: place,
      advice: advice
    )
  }
}

extension SettlementError {
  /// An account that cannot be read.
  init(_ account: Account, of scheme: String?, _ code: Code, _ advice: String) {
    self.init(
      code: code,
      scheme: scheme ?? "all",
      clause: nil,
      subject: "account \"\(account)\"",
      place: nil,
      advice: advice
    )
  }
}

extension SettlementError: CustomStringConvertible {
  /// The place, what is wrong and what to do about it.
  public var description: String {
    var text = "Scheme \"\(scheme)\""
    if let clause { text += ", clause \"\(clause)\"" }
    text += ", \(subject)"
    if let place { text += ", \(place)" }
    return "\(text): \(advice)"
  }
}
