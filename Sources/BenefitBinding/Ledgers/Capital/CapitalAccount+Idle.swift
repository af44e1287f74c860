/// Money that lies in a fund, and since when.
public struct IdleMoney: Hashable, Encodable, Sendable {
  /// How it came to lie there.
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
  /// How much of it is left.
  public internal(set) var amount: Money
  /// How it came to lie there.
  public let origin: Origin
}

extension CapitalAccount {
  /// What lies in the fund at the end of a day, the oldest first; together ``CapitalPosition/idle``.
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
