/// Money that lies in a fund, and since when.
public struct IdleMoney: Hashable, Encodable, Sendable {
  /// The origin of money that lies idle.
  public enum Origin: Hashable, Encodable, Sendable {
    /// A source put it in, and it was never deployed.
    case putIn(by: Funding.Source)
    /// It came back from a project.
    case recovered(from: String)
    /// It was earned.
    case earned
  }

  /// The day from which on it lay there.
  public let since: Day
  /// The amount that is left of it.
  public internal(set) var amount: Money
  /// The origin of the money.
  public let origin: Origin
}

extension CapitalAccount {
  /// Returns the idle money of the fund at the end of a day, oldest first; its sum is
  /// ``CapitalPosition/idle``.
  ///
  /// Capital comes before undistributed profit.
  ///
  /// - Complexity: O(e) for e events, on average.
  public func idle(on day: Day) -> [IdleMoney] {
    let tally = tally(on: day)
    return tally.capital + tally.profit
  }

  /// The capital that has lain in the fund for longer than a number of months, until the end of a day.
  ///
  /// Audits of relief funds ask for 12 and for 24 months. Undistributed profit does not count; what was
  /// earned counts from the day on which it made good a payout out of capital.
  ///
  /// - Complexity: O(e) for e events, on average.
  public func idleCapital(on day: Day, overMonths months: Int) -> Money {
    tally(on: day).capital.reduce(.zero) { sum, idle in
      // Beyond the end of the calendar no day is reached.
      guard let over = idle.since.dayAfter(months: months), over < day else { return sum }
      return sum + idle.amount
    }
  }
}
