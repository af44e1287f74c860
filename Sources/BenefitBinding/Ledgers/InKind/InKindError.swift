/// Contracts, events or prices that do not go together, with the place at fault.
public struct InKindError: Error, Hashable, Sendable {
  /// What kind of mistake it is.
  public struct Code: Hashable, Sendable {
    private enum Kind {
      case markTwice, unknownContract, unknownHousehold, outOfRange, beforeLoan, outOfOrder
      case moreThanOwed, moreThanAlive, unnamedGood, wrongGood, noDeposit, depositTwice,
        depositTooEarly
      case depositForfeited, moreThanHeld, missingReason
      case priceTwice, negativePrice, noPrice, moreThanInFund, tooLarge
    }
    private let kind: Kind

    /// Two contracts carry one mark.
    public static let markTwice = Self(kind: .markTwice)
    /// An event names a contract that was not made.
    public static let unknownContract = Self(kind: .unknownContract)
    /// A party to a contract is no household of the register.
    public static let unknownHousehold = Self(kind: .unknownHousehold)
    /// A count or a day is beyond what is kept.
    public static let outOfRange = Self(kind: .outOfRange)
    /// An event is before the loan.
    public static let beforeLoan = Self(kind: .beforeLoan)
    /// An event is before an earlier entry of its contract.
    public static let outOfOrder = Self(kind: .outOfOrder)
    /// More is delivered or brought back than is owed.
    public static let moreThanOwed = Self(kind: .moreThanOwed)
    /// More animals leave the herd than are alive.
    public static let moreThanAlive = Self(kind: .moreThanAlive)
    /// Young or deliveries of several goods do not say which they are.
    public static let unnamedGood = Self(kind: .unnamedGood)
    /// A delivery is of a good that the terms do not owe, or from animals of another kind.
    public static let wrongGood = Self(kind: .wrongGood)
    /// There is no deposit to pay or to refund.
    public static let noDeposit = Self(kind: .noDeposit)
    /// A deposit is paid or refunded a second time.
    public static let depositTwice = Self(kind: .depositTwice)
    /// A deposit is refunded before the last delivery.
    public static let depositTooEarly = Self(kind: .depositTooEarly)
    /// A fund lends more heads than it has.
    public static let moreThanInFund = Self(kind: .moreThanInFund)
    /// A deposit that fell to the lender is refunded or forfeited once more.
    public static let depositForfeited = Self(kind: .depositForfeited)
    /// More of a deposit is refunded or forfeited than is held.
    public static let moreThanHeld = Self(kind: .moreThanHeld)
    /// A deposit is forfeited for no reason.
    public static let missingReason = Self(kind: .missingReason)
    /// A good has two prices from one day.
    public static let priceTwice = Self(kind: .priceTwice)
    /// A price is below zero.
    public static let negativePrice = Self(kind: .negativePrice)
    /// A good has no price on a day.
    public static let noPrice = Self(kind: .noPrice)
    /// A value or a count is more than can be kept exactly.
    public static let tooLarge = Self(kind: .tooLarge)
  }

  /// What kind of mistake it is.
  public let code: Code

  /// The place, what was found there and what to do, as sentences.
  public let description: String
}

extension InKindError: CustomStringConvertible {
  static func markTwice(_ id: String) -> Self {
    Self(
      code: .markTwice,
      description: "The mark \"\(id)\" stands on two contracts. Give each a mark of its own."
    )
  }

  static func contract(_ contract: InKindContract, _ expected: String) -> Self {
    Self(
      code: .outOfRange,
      description: "Contract \"\(contract.id)\" lends \(contract.heads) heads on \(contract.day); "
        + "\(expected)."
    )
  }

  static func unknownContract(_ number: Int, _ event: InKindEvent) -> Self {
    Self(
      code: .unknownContract,
      description: "Event \(number) (\(event.day), \(event.occurrence)) is under contract "
        + "\"\(event.contract)\", which was not made."
    )
  }

  static func event(_ number: Int, _ event: InKindEvent, _ problem: InKindTally.Problem) -> Self {
    Self(
      code: problem.code,
      description: "Event \(number) of contract \"\(event.contract)\" (\(event.day), "
        + "\(event.occurrence)) cannot be entered: \(problem.text)."
    )
  }

  static func unknownHousehold(_ contract: InKindContract, _ party: InKindTerms.Party) -> Self {
    Self(
      code: .unknownHousehold,
      description: "The \(party) of contract \"\(contract.id)\", "
        + "\"\(contract.name(of: party))\", is no household of the register."
    )
  }

  static func moreThanInFund(_ contract: InKindContract, _ left: Int) -> Self {
    Self(
      code: .moreThanInFund,
      description: "Contract \"\(contract.id)\" lends \(contract.heads) heads on \(contract.day), "
        + "when \"\(contract.lender)\" has \(left). State the heads that it began with, or enter "
        + "what came back before."
    )
  }

  static func priceTwice(_ good: Good, _ day: Day) -> Self {
    Self(
      code: .priceTwice,
      description: "The price book gives \(good) two prices from \(day). Leave one of them out."
    )
  }

  static func negativePrice(_ good: Good, _ price: Money, _ day: Day) -> Self {
    Self(
      code: .negativePrice,
      description:
        "The price book gives \(good) the price \(price) from \(day). A price is zero or "
        + "more."
    )
  }

  static func tooLarge(_ count: Int, _ good: Good, at price: Money) -> Self {
    Self(
      code: .tooLarge,
      description:
        "\(count) of \(good) at \(price) each are worth more than 64 bits of fen can hold."
    )
  }

  static func tooManyHeads(_ year: Int) -> Self {
    Self(
      code: .tooLarge,
      description:
        "In year \(year) the fund would have more heads than 64 bits can hold. Follow it for "
        + "fewer years, or lower what is given back."
    )
  }

  static func noPrice(_ good: Good, _ day: Day) -> Self {
    Self(
      code: .noPrice,
      description: "The price book has no price of \(good) on \(day). Give one from that day or "
        + "earlier, or do not value it."
    )
  }
}
