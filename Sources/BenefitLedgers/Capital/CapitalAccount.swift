public import BenefitBinding

/// The dated ledger of a scheme's funds: what was put in, where it works, what became of it.
///
/// A dividend says nothing about the principal. The account does: it answers for any day how much lies
/// idle and since when, how much is in which project, how much was lost, what the sources should have
/// had back, and whether dividends were paid out of the money that was put in.
///
/// ```swift
/// let account = try CapitalAccount(
///   funding: [
///     .contribution(
///       .yuan(500_000), from: .fiscalReliefFund, disposition: .returned(on: "2020-12-31"))
///   ],
///   events: [
///     CapitalEvent(on: "2016-03-01", .putIn(.yuan(500_000), from: .fiscalReliefFund)),
///     CapitalEvent(on: "2016-09-01", .deployed(.yuan(400_000), to: "sheep shed")),
///     CapitalEvent(on: "2017-12-20", .earned(.yuan(30_000))),
///     CapitalEvent(on: "2017-12-31", .paidOut(.yuan(40_000))),
///   ])
/// print(account.position(on: "2017-12-31").paidOutOfCapital)      // 10,000.00
/// print(account.idleCapital(on: "2018-06-30", overMonths: 24))    // 90,000.00
/// ```
///
/// Profit counts as in the fund on the day it is booked. A payout takes profit first and capital where
/// that is not enough; whatever else leaves takes capital first. Both go the oldest money first, a
/// convention that any reading by age needs.
public struct CapitalAccount: Hashable, Sendable {
  /// The contributions that were agreed, and the agreed disposition of each.
  public let funding: Funding

  /// The events by day; those of one day in the order given.
  public let events: [CapitalEvent]

  let journal: Journal<CapitalTally>

  /// Records what happened to the funds of a scheme.
  ///
  /// - Parameters:
  ///   - funding: What was agreed; only ``principalDue(on:)`` reads it.
  ///   - events: What happened, by day.
  /// - Throws: `BenefitError` where members put in amounts of their own that are not added up, or that names the
  ///   event at fault, where an amount is not above zero, a
  ///   day is before an earlier one, more leaves the fund or goes into a project than lies in it, more
  ///   comes back from a project or is lost in it than is there, or a source gets back more than it put in.
  /// - Complexity: O(e) for e events, on average.
  public init(funding: Funding = [], events: [CapitalEvent]) throws(BenefitError) {
    if funding.isOfEach {
      throw BenefitError(
        .missing,
        at: .part(Phrase(en: "the funding", zh: "投入资金")),
        found: Phrase(
          en: "what each member puts in is not added up.",
          zh: "各户自行投入的数额尚未合计。"
        ),
        advice: Phrase(
          en: "Give that of a settlement: Settlement.funding(of:).",
          zh: "请采用结算的投入：Settlement.funding(of:)。"
        )
      )
    }
    self.funding = funding
    self.events = events
    journal = try Journal(from: CapitalTally(), events)
  }

  /// The account at the end of a day.
  func tally(on day: Day) -> CapitalTally { journal.state(on: day) }
}

// MARK: - Reading

extension CapitalAccount {
  /// Returns the position of the account at the end of a day.
  ///
  /// - Complexity: O(e) for e events, on average.
  public func position(on day: Day) -> CapitalPosition { tally(on: day).position }

  /// Returns the money in each project at the end of a day, by the name of the project.
  ///
  /// A project stays in the list with zero once all money has come back or is lost.
  ///
  /// - Complexity: O(e) for e events, on average.
  public func deployed(on day: Day) -> [String: Money] { tally(on: day).projects }
}

extension CapitalAccount: Codable, StoredInParts {
  package enum CodingKeys: CodingKey { case funding, events }

  /// Decodes the funding and the events and enters them anew.
  ///
  /// - Throws: `DecodingError` with the text of the `BenefitError`.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(funding: parts[.funding], events: parts[.events])
  }
}
