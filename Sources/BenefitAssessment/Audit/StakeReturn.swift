import BenefitBinding

/// The return that a scheme owes households on their stake, and whether any result of the season
/// decides it.
struct StakeReturn {
  let terms: Terms
  let funding: Funding
  let stake: Money
  let dividends: Money
  /// The length of the season in years.
  let years: Ratio
  /// True if the terms fix all of it.
  let isFixed: Bool

  /// The dividends of a year as a part of the stake, or `nil` where that does not fit.
  var yield: Ratio? {
    Ratio(
      checking: Int128(dividends.fen) * Int128(years.denominator),
      Int128(stake.fen) * Int128(years.numerator)
    )
  }

  /// The schemes of a settlement that promise a return on a stake, in their order.
  static func all(in settlement: Settlement, years: Ratio) -> [StakeReturn] {
    settlement.schemes.compactMap { terms in
      let funding = settlement.funding(of: terms)
      let stake = funding.contributions.reduce(0 as Int128) { $0 + $1.stakeFen }
      guard stake > 0, let stake = Int64(exactly: stake) else { return nil }
      let lines = settlement.lines.filter { line in
        line.scheme == terms.name && line.purpose == .returnOnStake
      }
      let dividends = lines.reduce(0 as Int128) { $0 + Int128($1.total.fen) }
      guard !lines.isEmpty, let dividends = Int64(exactly: dividends) else { return nil }
      return StakeReturn(
        terms: terms,
        funding: funding,
        stake: Money(fen: stake),
        dividends: Money(fen: dividends),
        years: years,
        isFixed: !lines.contains { terms.restsOnResults($0, of: settlement.season) }
      )
    }
  }
}
