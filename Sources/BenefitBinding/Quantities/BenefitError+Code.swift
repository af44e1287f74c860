extension BenefitError {
  /// The kind of a mistake, by what can be done about it.
  ///
  /// More kinds may come; a `switch` over them needs a `default`.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The name of the kind.
    public let rawValue: String

    /// Creates a kind.
    public init(rawValue: String) { self.rawValue = rawValue }

    private init(_ rawValue: String) { self.rawValue = rawValue }
  }
}

// MARK: - Values

extension BenefitError.Code {
  /// A text is not of the form asked for.
  public static let malformed = Self("malformed")
  /// A number, or what follows from it, is finer than can be kept exactly.
  public static let tooFine = Self("tooFine")
  /// A number, or what follows from it, is larger than can be kept exactly.
  public static let overflow = Self("overflow")
  /// A value is below zero where zero or more is asked for.
  public static let negative = Self("negative")
  /// A value is zero or below it where more than zero is asked for.
  public static let notPositive = Self("notPositive")
  /// A value is outside the limits that are stated.
  public static let outOfRange = Self("outOfRange")
  /// A quantity is not in the unit asked for, or in another one than those it meets.
  public static let wrongUnit = Self("wrongUnit")
  /// A column has another number of rows than those it belongs to.
  public static let wrongLength = Self("wrongLength")
  /// Parts do not add up to the whole.
  public static let doesNotAddUp = Self("doesNotAddUp")
}

// MARK: - Names

extension BenefitError.Code {
  /// A name or a reason is empty or not one line.
  public static let invalidName = Self("invalidName")
  /// A name that has to be the only one of its kind stands twice.
  public static let duplicate = Self("duplicate")
  /// A name is that of nothing that is known.
  public static let unknownName = Self("unknownName")
  /// A household is named that the register or the roster does not hold.
  public static let unknownHousehold = Self("unknownHousehold")
  /// Several things go by the name that is looked up, or no name says which of several is meant.
  public static let ambiguousName = Self("ambiguousName")
}

// MARK: - Records

extension BenefitError.Code {
  /// Something that is needed was not given.
  public static let missing = Self("missing")
  /// There is nobody to be paid, or to be an average of.
  public static let nobody = Self("nobody")
  /// An event, a step or an entry comes before what it has to follow.
  public static let outOfOrder = Self("outOfOrder")
  /// An event does not go with what happened before it.
  public static let wrongState = Self("wrongState")
  /// More is taken, sold or given back than there is.
  public static let notEnough = Self("notEnough")
  /// A good is none that the terms speak of, or of another kind than they say.
  public static let wrongGood = Self("wrongGood")
  /// Two records that should be of the same are not.
  public static let mismatch = Self("mismatch")
  /// A line, an amount of it or the cash for it is none that households can be paid.
  public static let notPayable = Self("notPayable")
}

// MARK: - Terms

extension BenefitError.Code {
  /// Tiers take more than 100 % of their pot.
  public static let sharesAboveWhole = Self("sharesAboveWhole")
  /// A formula outside a distribution refers to its pot.
  public static let noPot = Self("noPot")
  /// Some contributions name a gaqa and others do not.
  public static let mixedStake = Self("mixedStake")
  /// An amount for all meets one for each gaqa or household, and it is not clear which is meant.
  public static let mixedPlaces = Self("mixedPlaces")
  /// A distribution both pays and charges households, or charges them out of an account.
  public static let mixedFlows = Self("mixedFlows")
  /// Money in one currency meets money in another.
  public static let mixedCurrencies = Self("mixedCurrencies")
  /// A line is a stock in one part of a series and none in another.
  public static let stockAndFlow = Self("stockAndFlow")
  /// Membership depends on something that depends on the members.
  public static let circularMembers = Self("circularMembers")
  /// A mean over seasons needs one that the season was not given after.
  public static let missingSeason = Self("missingSeason")
  /// A mean over seasons is taken of what the facts of earlier seasons do not say.
  public static let notInPast = Self("notInPast")
  /// A formula is nested deeper, or has more parts, than can be settled in good time.
  public static let formulaTooLarge = Self("formulaTooLarge")
}
