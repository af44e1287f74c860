/// Principal that a source should have had back by a day.
public struct PrincipalDue: Hashable, Encodable, Sendable {
  /// The source that put it in.
  public let source: Funding.Source
  /// The day on which it fell due.
  public let day: Day
  /// The amount that fell due.
  public let amount: Money
  /// The part of it that went back.
  public let returned: Money

  /// The part of it that should have gone back and did not.
  public var open: Money { amount - returned }
}

extension CapitalAccount {
  /// Returns the principal that the funding says should be back by the end of a day, and the part
  /// that is.
  ///
  /// It lists the contributions whose ``Funding/Contribution/disposition`` is to be returned on a day that has
  /// come. What went back to a source counts towards the earliest of its days; what a source never put
  /// in is not due back.
  ///
  /// - Parameter day: The day.
  /// - Returns: What fell due, by day, in the order of the funding where days are the same.
  /// - Complexity: O(e + c log c) for e events and c contributions, on average.
  public func principalDue(on day: Day) -> [PrincipalDue] {
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
      let amount = min(due.amount, putIn[due.source] ?? .zero)
      guard amount > .zero else { return nil }
      let back = min(amount, returned[due.source] ?? .zero)
      putIn[due.source, default: .zero] -= amount
      returned[due.source, default: .zero] -= back
      return PrincipalDue(source: due.source, day: term, amount: amount, returned: back)
    }
  }
}
