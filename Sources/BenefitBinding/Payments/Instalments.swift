/// A line cut into instalments that are due on days, and what was paid of them.
///
/// ```swift
/// // Two thirds of the year's amount are due in October, the balance at its end (Muli, Sichuan, 2018).
/// let agreed = try settlement.instalments(
///   of: "dividend", ["2018-10-15": .part(2), "2018-12-31": .part(1)], in: .year(2018))
/// let paid = try agreed.paying(.yuan(1_688_000), on: "2018-10-20")
/// print(paid.table(on: "2018-12-31").text)    // the first 5 days late, the second open
/// ```
///
/// Money pays the earliest instalment that is open, each household the same part of what is open for it, to the fen;
/// it may pay instalments ahead of their days.
public struct Instalments: Hashable, Encodable, Sendable {
  /// The size of an instalment.
  public enum Size: Hashable, Codable, Sendable {
    /// So much for each household, at most what it has coming; the earlier instalment comes first.
    case each(Money)
    /// A part, by its weight among all of these, of what the others leave.
    case part(Int64)
  }

  /// A payment for the line.
  struct Payment: Hashable, Codable, Sendable {
    let day: Day
    let cash: Money
  }

  let claim: Payout.Claim

  /// The days of the season whose amounts are paid.
  public let season: Period

  /// The households, in the register's order.
  public let households: [Household.ID]

  /// The due days in order.
  public let days: [Day]

  /// The amount of each instalment for each household, in fen.
  let due: [[Int64]]

  let payments: [Payment]

  /// The amount that each payment paid each household of each instalment, in fen.
  private(set) var paid: [[[Int64]]] = []

  /// The parts that instalments are made from anew.
  package enum CodingKeys: CodingKey { case claim, season, households, days, due, payments }

  /// Shares the payments among the instalments and households.
  init(
    _ claim: Payout.Claim,
    in season: Period,
    to households: [Household.ID],
    on days: [Day],
    due: [[Int64]],
    payments: [Payment] = []
  ) throws(BenefitError) {
    (self.claim, self.season, self.households) = (claim, season, households)
    (self.days, self.due, self.payments) = (days, due, payments)
    try check()
    var open = due
    for payment in payments {
      var cash = payment.cash
      var parts: [[Int64]] = []
      for index in open.indices {
        let total = Money(fen: open[index].reduce(0, +))
        let part =
          cash < total
          ? try Apportionment.whole(claim.currency.step).parts(of: cash, by: open[index]).parts.map(
            \.fen
          ) : open[index]
        for row in part.indices { open[index][row] -= part[row] }
        cash -= min(cash, total)
        parts.append(part)
      }
      paid.append(parts)
    }
  }

  /// The instalments with one more payment.
  ///
  /// - Parameters:
  ///   - cash: What there is to pay with, zero or more; what nobody has coming is ``left``.
  ///   - day: The day of the payment, not before the one before it.
  /// - Returns: The instalments with all payments until then.
  /// - Throws: ``BenefitError`` where the cash is below zero or the day is before an earlier payment.
  /// - Complexity: O(n · k) for n households and k instalments, for each payment.
  public func paying(_ cash: Money, on day: Day) throws(BenefitError) -> Self {
    try Self(
      claim,
      in: season,
      to: households,
      on: days,
      due: due,
      payments: payments + [Payment(day: day, cash: cash)]
    )
  }
}
