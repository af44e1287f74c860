extension Binder {
  /// Returns the value given under a name: the scheme's own facts come before the season's common
  /// ones.
  private func given<Value>(
    _ find: (Facts) -> Facts.Given<Value>?
  ) -> Facts.Given<Value>? {
    find(season[terms.name]) ?? find(season.facts)
  }

  /// Returns true if an amount is given for each household.
  func isByHousehold(_ fact: MoneyFact) -> Bool {
    if case .households = given({ $0.money[fact] }) { true } else { false }
  }

  /// Finds what the season, or the register, says of a fact.
  func look(up fact: FactName) throws(BenefitError) -> Bound {
    switch fact {
    case .money(let fact):
      try bind(given { $0.money[fact] }, as: fact.name, .money, zero: .zero) {
        Column($0.map(\.fen))
      }
    case .rate(let fact):
      try bind(given { $0.rates[fact] }, as: fact.name, .ratio, zero: .zero) { Column($0) }
    case .measure(let measure): try look(up: measure)
    }
  }

  private func look(up measure: Measure) throws(BenefitError) -> Bound {
    let dimension = Figure.Dimension.quantity(measure.unit)
    let given = given { $0.measures[measure] }
    // The register says what is so now, not what was delivered then.
    if !isPast, let column = register.columns[measure] {
      switch given {
      case nil: return Bound(column, .household, dimension)
      case .households: break
      case .season, .gaqas:
        throw failure(
          .mixedPlaces,
          .fact("\(measure)"),
          found: "season \(season.name) states one figure for many households, which would hide "
            + "what the register says of each.",
          advice: "Take it out of the season, or state it for each household."
        )
      }
    }
    return try bind(
      given,
      as: measure.name,
      dimension,
      zero: Quantity(0, measure.unit)
    ) {
      Column(thousandths: $0.map(\.thousandths))
    }
  }

  /// Lays out what was given for the season, the gaqas or the households as a column.
  private func bind<Value>(
    _ given: Facts.Given<Value>?,
    as name: String,
    _ dimension: Figure.Dimension,
    zero: Value,
    _ column: ([Value]) -> Column?
  ) throws(BenefitError) -> Bound {
    let values: [Value]
    let domain: Domain
    switch given {
    case .season(let value):
      (values, domain) = ([value], .season)
    case .gaqas(let byName):
      (values, domain) = (try inOrder(byName, name, zero: zero), .gaqa)
    case .households(let byID):
      (values, domain) = (try inOrder(byID, name, zero: zero), .household)
    case nil:
      throw failure(
        .missing,
        .fact(name),
        found: "season \(season.name) does not state it.",
        advice: "Give it for the season, for each gaqa or for each household."
      )
    }
    guard let column = column(values) else {
      throw failure(
        .tooFine,
        .fact(name),
        found: "its fractions have no common denominator of 64 bits."
      )
    }
    return Bound(column, domain, dimension)
  }

  /// The values in the order of the register's gaqas; every gaqa with members has one.
  private func inOrder<Value>(
    _ values: [String: Value],
    _ name: String,
    zero: Value
  ) throws(BenefitError) -> [Value] {
    var ordered: [Value] = []
    for (index, gaqa) in register.gaqas.enumerated() {
      if values[gaqa] == nil && memberCounts[index] > 0 {
        throw failure(
          .missing,
          .fact(name),
          .gaqa(gaqa),
          found: "season \(season.name) does not state it there.",
          advice: "Give it for every gaqa with members."
        )
      }
      // A gaqa without members pays nobody.
      ordered.append(values[gaqa] ?? zero)
    }
    return ordered
  }

  /// The values in the order of the register's rows; every member has one.
  ///
  /// Households that have left may stand in a season before the one that is settled.
  private func inOrder<Value>(
    _ column: HouseholdColumn<Value>,
    _ name: String,
    zero: Value
  ) throws(BenefitError) -> [Value] {
    try column.rows(of: register, else: zero) { (id) throws(BenefitError) in
      if isPast { return }
      throw failure(
        .unknownHousehold,
        .fact(name),
        .household(id),
        found: "season \(season.name) states it there, but the register does not hold that "
          + "household.",
        advice: "Check its id, or take it out of the season."
      )
    } gap: { (row) throws(BenefitError) in
      // A household that is no member is paid nothing.
      guard isIn(members, row) else { return }
      throw failure(
        .missing,
        .fact(name),
        .household(register.ids[row]),
        found: "season \(season.name) does not state it there.",
        advice: "Give it for every household that is a member, zero where there is nothing."
      )
    }
  }

  /// The stake of the scheme's funding: one, or one for each gaqa that contributions name.
  func bindStake() throws(BenefitError) -> Bound {
    let (stakes, _, domain) = try fundsByPlace()
    let values = try stakes.map { (stake) throws(BenefitError) in try fen(stake, .part("stake")) }
    return Bound(Column(values), domain, .money)
  }

  /// The stake as a fraction of all the funding, for the same places.
  func bindStakeRatio() throws(BenefitError) -> Bound {
    let (stakes, totals, domain) = try fundsByPlace()
    var ratios: [Ratio] = []
    for (stake, total) in zip(stakes, totals) {
      guard let ratio = total == 0 ? .zero : Ratio(exactly: stake, total) else {
        throw failure(
          .overflow,
          .part("funding"),
          found: "it is too large to be kept exactly."
        )
      }
      ratios.append(ratio)
    }
    guard let column = Column(ratios) else {
      throw failure(
        .tooFine,
        .part("funding"),
        found: "the stakes' fractions have no common denominator of 64 bits."
      )
    }
    return Bound(column, domain, .ratio)
  }

  /// The stakes and all that was put in, for all members together or for each gaqa.
  private func fundsByPlace()
    throws(BenefitError) -> (stakes: [Int128], totals: [Int128], domain: Domain)
  {
    let contributions = terms.funding.contributions
    let named = contributions.count { $0.gaqa != nil }
    guard named == 0 || named == contributions.count else {
      throw failure(
        .mixedStake,
        .part("stake"),
        found: "\(named) of \(contributions.count) contributions name a gaqa.",
        advice: "Name one in all of them or in none."
      )
    }
    let places = named == 0 ? 1 : register.gaqas.count
    var stakes = [Int128](repeating: 0, count: places)
    var totals = stakes
    let positions = Dictionary(uniqueKeysWithValues: zip(register.gaqas, 0...))
    for contribution in contributions {
      var place = 0
      if let gaqa = contribution.gaqa {
        // What was put in where nobody lives is nobody's stake; a notice says so.
        guard let position = positions[gaqa] else { continue }
        place = position
      }
      stakes[place] += contribution.stakeFen
      totals[place] += Int128(contribution.amount.fen)
    }
    return (stakes, totals, named == 0 ? .season : .gaqa)
  }
}
