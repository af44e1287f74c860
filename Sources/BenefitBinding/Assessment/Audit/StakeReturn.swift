/// What a scheme owes households on their stake, and whether any result of the season decides it.
struct StakeReturn {
  let terms: Terms
  let stake: Money
  let dividends: Money
  /// The length of the season in years.
  let years: Ratio
  /// Whether all of it is fixed by the terms.
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
      let stake = terms.funding.contributions.reduce(0 as Int128) { $0 + $1.stakeFen }
      guard stake > 0, let stake = Int64(exactly: stake) else { return nil }
      let clauses = Set(terms.clauses.indices.filter { terms.clauses[$0].isStakeReturn })
      let lines = settlement.lines.filter {
        $0.scheme == terms.name && $0.flow == .income(.property) && clauses.contains($0.clause)
      }
      let dividends = lines.reduce(0 as Int128) { $0 + Int128($1.totalFen) }
      guard !lines.isEmpty, let dividends = Int64(exactly: dividends) else { return nil }
      return StakeReturn(
        terms: terms,
        stake: Money(fen: stake),
        dividends: Money(fen: dividends),
        years: years,
        isFixed: clauses.allSatisfy { clause in
          terms.clauses[clause].formulas.allSatisfy {
            !settlement.season.decides($0, in: terms.name)
          }
        }
      )
    }
  }
}

extension Clause {
  /// Whether it pays a return on the stake: property income from a pot, or a payment by the stake.
  fileprivate var isStakeReturn: Bool {
    switch self {
    case .distribution(let distribution):
      distribution.tiers.contains { $0.flow == .income(.property) && $0.paysHouseholds }
    case .payment(let payment):
      payment.flow == .income(.property)
        && payment.amount.expression.contains { $0 == .stake || $0 == .line(Funding.stakeLine) }
    case .purchase, .employment: false
    }
  }

  /// The formulas that decide how much it pays.
  fileprivate var formulas: [Expression] {
    switch self {
    case .distribution(let distribution):
      [distribution.pot.expression]
        + distribution.tiers.filter(\.paysHouseholds).map(\.amount.expression)
    case .payment(let payment): [payment.amount.expression]
    case .purchase, .employment: []
    }
  }
}

extension Tier {
  fileprivate var paysHouseholds: Bool {
    if case .account = recipient { false } else { true }
  }
}

extension Season {
  /// Whether something that the season states, or a line that may rest on it, decides a formula.
  ///
  /// A measure that the register carries, such as shares held, is no result of the season.
  fileprivate func decides(_ formula: Expression, in scheme: String) -> Bool {
    formula.contains { part in
      switch part {
      case .money, .rate, .carriedLoss: true
      case .measure(let measure):
        facts.measures[measure] != nil || self[scheme].measures[measure] != nil
      case .line(let name), .total(let name): name != Funding.stakeLine
      default: false
      }
    }
  }
}
