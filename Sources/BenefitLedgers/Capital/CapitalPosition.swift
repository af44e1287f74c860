public import BenefitBinding

/// The position of a ``CapitalAccount`` at the end of a day.
///
/// Nothing is made and nothing vanishes: what was put in and earned is idle, deployed, lost, returned
/// or paid out.
public struct CapitalPosition: Hashable, Encodable, Sendable {
  /// The money that sources put in until then.
  public internal(set) var putIn = Money.zero
  /// The money in projects: deployed, and neither recovered nor lost.
  public internal(set) var deployed = Money.zero
  /// The capital that came back from projects until then.
  public internal(set) var recovered = Money.zero
  /// The capital that was lost in projects until then.
  public internal(set) var lost = Money.zero
  /// The principal that went back to its sources until then.
  public internal(set) var returned = Money.zero
  /// The profit that was booked until then.
  public internal(set) var earned = Money.zero
  /// The dividends that left the fund until then.
  public internal(set) var paidOut = Money.zero

  /// The money in the fund that is in no project, capital and undistributed profit alike.
  public var idle: Money { (outstanding - deployed) + (earned - paidOut) }

  /// The capital that the fund should still hold: what was put in and neither returned nor lost.
  ///
  /// It is below zero where more was lost than capital, namely profit that had been put to work.
  /// What the fund has, idle and deployed, is this plus what was earned less what was paid out.
  public var outstanding: Money { putIn - returned - lost }

  /// The amount paid out beyond all that had been earned, and so out of capital.
  ///
  /// Profit that is booked later makes it good; ``CapitalAccount/payoutsOutOfCapital`` keeps what was
  /// paid in advance of it.
  public var paidOutOfCapital: Money { max(.zero, paidOut - earned) }
}
