import BenefitBinding

/// States the facts that formulas refer to, each for the places that were drawn for it.
struct SeasonWriter {
  var dice: Dice
  let formulas: FormulaWriter

  /// A season and those before it, for the households of one register.
  mutating func season(
    _ name: String,
    for households: [Household],
    _ further: [String],
    schemes: [Terms]
  ) -> Season {
    let earlier = (0..<formulas.earlierSeasons).map { back in
      stated(
        "\(name)-\(formulas.earlierSeasons - back)",
        after: [],
        households,
        further,
        schemes,
        isPast: true
      )
    }
    return stated(name, after: earlier, households, further, schemes, isPast: false)
  }

  private mutating func stated(
    _ name: String,
    after earlier: [Season],
    _ households: [Household],
    _ further: [String],
    _ schemes: [Terms],
    isPast: Bool
  ) -> Season {
    var season = Season(name, after: earlier)
    // A season without households still states what it states.
    let known = Set(households.map(\.gaqa) + further)
    let gaqas = known.isEmpty ? [Words.stranger] : known.sorted()
    for fact in formulas.money.sorted(by: { $0.name < $1.name }) where !dice.chance(2) {
      state(fact, formulas.placesOfMoney[fact] ?? .season, gaqas, households, isPast, &season.facts)
      if dice.chance(5) {
        let places: Places = dice.chance(80) ? .season : .gaqas
        state(fact, places, gaqas, households, isPast, &season[dice.pick(schemes).name])
      }
    }
    for fact in formulas.rates.sorted(by: { $0.name < $1.name }) where !dice.chance(2) {
      switch formulas.placesOfRates[fact] ?? .season {
      case .season: season[fact] = dice.ratio()
      case .households:
        season.facts.set(fact, byHousehold: [:])
        for household in households { season[fact, household: household.id] = dice.ratio() }
      case .gaqas: for gaqa in gaqas { season[fact, gaqa: gaqa] = dice.ratio() }
      }
    }
    for measure in formulas.measures.sorted(by: { $0.name < $1.name }) where !dice.chance(2) {
      switch formulas.placesOfMeasures[measure] ?? .season {
      case .season: season[measure] = dice.quantity(measure.unit)
      case .gaqas: for gaqa in gaqas { season[measure, gaqa: gaqa] = dice.quantity(measure.unit) }
      case .households:
        season.facts.set(measure, byHousehold: [:])
        for household in households {
          season[measure, household: household.id] = dice.quantity(measure.unit)
        }
      }
    }
    // A fact that nobody sees, at times.
    if dice.chance(3) { season["no such scheme"][.profit] = dice.money() }
    return season
  }

  private mutating func state(
    _ fact: MoneyFact,
    _ places: Places,
    _ gaqas: [String],
    _ households: [Household],
    _ isPast: Bool,
    _ facts: inout Facts
  ) {
    switch places {
    case .season: facts[fact] = dice.money()
    case .gaqas:
      for gaqa in gaqas where !dice.chance(1) { facts[fact, gaqa: gaqa] = dice.money() }
      if dice.chance(5) { facts[fact, gaqa: Words.stranger] = dice.money() }
    case .households:
      facts.set(fact, byHousehold: [:])
      for household in households where !dice.chance(1) {
        facts[fact, household: household.id] = dice.money()
      }
      // One that has left, which only an earlier season may name.
      if dice.chance(isPast ? 10 : 1) { facts[fact, household: "G-1"] = dice.money() }
    }
  }
}
