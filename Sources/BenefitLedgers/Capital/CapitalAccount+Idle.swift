public import BenefitBinding

extension CapitalAccount {
  /// The payouts that were more than the profit there was to pay them from, each with the part of it
  /// that no profit covered.
  ///
  /// - Complexity: O(e) for e events, on average.
  public var payoutsOutOfCapital: [(day: Day, paid: Money, outOfCapital: Money)] {
    journal.end.payoutsOutOfCapital.map { part in
      (part.event.day, part.event.occurrence.amount, part.amount)
    }
  }

  /// Returns the idle money of the fund at the end of a day, oldest first; its sum is
  /// ``CapitalPosition/idle``.
  ///
  /// Capital comes before undistributed profit.
  ///
  /// - Parameter day: The day.
  /// - Returns: The events that brought money in, each with the amount of it that is left.
  /// - Complexity: O(e) for e events, on average.
  public func idle(on day: Day) -> [(event: CapitalEvent, amount: Money)] {
    let tally = tally(on: day)
    return (tally.capital + tally.profit).map { part in (part.event, part.amount) }
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
      guard let over = idle.event.day.dayAfter(months: months), over < day else { return sum }
      return sum + idle.amount
    }
  }

  /// Returns the principal that the funding says should be back by the end of a day, and the part
  /// that is.
  ///
  /// It lists the contributions whose `Funding.Contribution.disposition` is to be returned on a day that has
  /// come. What went back to a source counts towards the earliest of its days; what a source never put
  /// in is not due back.
  ///
  /// - Parameter day: The day.
  /// - Returns: The amounts that fell due and the part of each that is open, by day, in the order of the
  ///   funding where days are the same.
  /// - Complexity: O(e + c log c) for e events and c contributions, on average.
  public func principalDue(
    on day: Day
  ) -> [(source: Funding.Source, day: Day, amount: Money, open: Money)] {
    let tally = tally(on: day)
    var (putIn, returned) = (tally.putIn, tally.returned)
    let due = funding.contributions.enumerated().compactMap { index, contribution in
      if case .returned(let term?) = contribution.disposition, term <= day {
        (term: term, index: index, contribution: contribution)
      } else {
        nil
      }
    }
    return due.sorted { ($0.term, $0.index) < ($1.term, $1.index) }.compactMap { term, _, due in
      let there = putIn[due.source] ?? .zero
      let amount = min(due.amount ?? .zero, there)
      guard amount > .zero else { return nil }
      let back = min(amount, returned[due.source] ?? .zero)
      putIn[due.source, default: .zero] -= amount
      returned[due.source, default: .zero] -= back
      return (due.source, term, amount, amount - back)
    }
  }
}
