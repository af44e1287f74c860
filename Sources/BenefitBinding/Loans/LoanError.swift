/// Terms of a loan that have no schedule or no dates.
public struct LoanError: Error, Hashable, Sendable {
  /// What kind of mistake it is.
  public struct Code: Hashable, Sendable {
    private enum Kind {
      case notAboveZero, wrongPeriods, wrongGrace, negativeRate, wrongSubsidy, wrongDates
      case overflow
    }
    private let kind: Kind

    /// The money that is lent is not above zero.
    public static let notAboveZero = Self(kind: .notAboveZero)
    /// The number of periods is zero, below zero or too large.
    public static let wrongPeriods = Self(kind: .wrongPeriods)
    /// The grace is below zero or leaves no period to repay in.
    public static let wrongGrace = Self(kind: .wrongGrace)
    /// The rate is below zero.
    public static let negativeRate = Self(kind: .negativeRate)
    /// A subsidised fraction is not from 0 to 1, or a borrower's rate not from 0 to the whole rate.
    public static let wrongSubsidy = Self(kind: .wrongSubsidy)
    /// A period has no month, or the loan outlasts the calendar.
    public static let wrongDates = Self(kind: .wrongDates)
    /// An amount, or the sum of all, is larger than can be kept exactly.
    public static let overflow = Self(kind: .overflow)
  }

  /// What kind of mistake it is.
  public let code: Code

  /// What was found and what was expected, as sentences.
  public let description: String
}

extension LoanError: CustomStringConvertible {
  static func notAboveZero(_ principal: Money) -> Self {
    Self(
      code: .notAboveZero,
      description: "A loan of \(principal) yuan has nothing to repay. Lend more than zero."
    )
  }

  static func wrongPeriods(_ periods: Int) -> Self {
    Self(
      code: .wrongPeriods,
      description: "A loan cannot run for \(periods) periods. Give from 1 to "
        + "\(LoanSchedule.mostPeriods), which is a hundred years of months."
    )
  }

  static func wrongGrace(_ grace: Int, of periods: Int) -> Self {
    Self(
      code: .wrongGrace,
      description: "A grace of \(grace) of \(periods) periods does not do. It is counted within "
        + "the periods and leaves at least one to repay in."
    )
  }

  static func negativeRate(_ rate: Ratio) -> Self {
    Self(
      code: .negativeRate,
      description: "The rate \(rate) is below zero. A loan bears a rate of zero or more."
    )
  }

  static func wrongFraction(_ fraction: Ratio) -> Self {
    Self(
      code: .wrongSubsidy,
      description: "A subsidy cannot pay \(fraction) of the interest. Give a fraction from 0 to 1."
    )
  }

  static func wrongBorrowerRate(_ borrowerRate: Ratio, _ rate: Ratio) -> Self {
    Self(
      code: .wrongSubsidy,
      description: "A borrower's rate of \(borrowerRate) does not go with a rate of \(rate). Give "
        + "one from 0 to the whole rate; the subsidy is the difference."
    )
  }

  static func overflow(_ principal: Money) -> Self {
    Self(
      code: .overflow,
      description: "What a loan of \(principal) yuan pays is too large to be kept exactly in 64 "
        + "bits of fen."
    )
  }

  static func wrongMonths(_ months: Int) -> Self {
    Self(
      code: .wrongDates,
      description: "A period of a loan cannot be \(months) months long. Give from 1 to "
        + "\(LoanSchedule.mostPeriods)."
    )
  }

  static func beyondCalendar(_ day: Day, _ periods: Int, _ months: Int) -> Self {
    Self(
      code: .wrongDates,
      description:
        "A loan of \(day) over \(periods) periods of \(months) months ends beyond the year "
        + "9999. Check the day and the length of a period."
    )
  }

  static func tooMuchBorrowed(_ loan: LoanContract) -> Self {
    Self(
      code: .overflow,
      description: "The loans of household \"\(loan.borrower)\" add up to more than can be kept "
        + "exactly in 64 bits of fen."
    )
  }
}
