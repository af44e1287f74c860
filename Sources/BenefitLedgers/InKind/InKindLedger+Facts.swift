public import BenefitBinding

extension FactSheet {
  /// States a count of a ledger for each household: a movement in the season, any other at its end.
  ///
  /// ```swift
  /// var season = Season(2018)
  /// try season.state(.arrears, of: ledger, as: .lambsInArrears, in: .year(2018), for: register)
  /// ```
  ///
  /// - Precondition: The measure is in the unit of the count.
  /// - Parameters:
  ///   - count: What is counted.
  ///   - good: The good it is counted of, or `nil` for all together.
  ///   - ledger: The ledger, whose borrowers are the households.
  ///   - measure: The measure that the terms read.
  ///   - season: The days of the season.
  ///   - register: The households.
  /// - Throws: `BenefitError` where a borrower is no household of the register, or what is owed of all goods
  ///   together is counted in several units.
  public mutating func state(
    _ count: InKindCount,
    _ good: Good? = nil,
    of ledger: InKindLedger,
    as measure: Measure,
    in season: Period,
    for register: Register
  ) throws(BenefitError) {
    let quantities =
      count.isMovement
      ? try ledger.quantities(of: count, good: good, in: season, for: register)
      : try ledger.quantities(of: count, good: good, on: season.end.dayBefore, for: register)
    set(measure, byHousehold: quantities)
  }

  /// States what ``LambsForEwes`` reads of a ledger: the offspring sold and kept, the stock that became the
  /// household's, the deposit where the terms ask for one, and the insurer's payment where it is known.
  ///
  /// A payment that is not stated is no zero: terms that read it cannot be settled until it is recorded.
  ///
  /// ```swift
  /// var season = Season(2018) { $0[.marketPrice] = "700.00" }
  /// try season.state(ledger, in: .year(2018), for: register)
  /// ```
  ///
  /// - Parameters:
  ///   - ledger: The ledger, whose borrowers are the households.
  ///   - season: The days of the season.
  ///   - register: The households.
  /// - Throws: `BenefitError` where a borrower is no household of the register.
  public mutating func state(
    _ ledger: InKindLedger,
    in season: Period,
    for register: Register
  ) throws(BenefitError) {
    let before = Period(from: season.start.dayBefore, until: season.start)
    let counts: [(InKindCount, Measure, Period)] = [
      (.offspringSold, .offspringSold, season), (.offspringKept, .offspringKept, season),
      (.offspringKept, .offspringKeptBefore, before), (.stockKept, .stockKept, season),
    ]
    for (count, measure, period) in counts {
      try state(count, of: ledger, as: measure, in: period, for: register)
    }
    let end = season.end.dayBefore
    if ledger.terms.deposit > .zero {
      let held = try ledger.amounts(of: \.depositHeld, on: end, for: register)
      set(.depositHeld, byHousehold: held)
      let forfeited = try ledger.amounts(of: \.depositForfeited, in: season, for: register)
      set(.depositForfeited, byHousehold: forfeited)
    }
    if ledger.terms.sumInsured == .zero { return }
    if ledger.position(on: end).insurancePayout == nil {
      self[.insurancePayout] = nil
    } else {
      let payout = try ledger.amounts(of: \.insurancePayout, in: season, for: register)
      set(.insurancePayout, byHousehold: payout)
    }
  }
}
