/// A place where facts are stated and read by name: ``Facts``, or a ``Season`` for what all its schemes share.
public protocol FactSheet {
  /// The facts that are stated.
  var facts: Facts { get set }
}

extension Facts: FactSheet {
  /// These facts.
  public var facts: Facts {
    get { self }
    // In place: a copy would make each value of a column that is filled copy the column.
    _modify { yield &self }
  }
}

// MARK: - For the season

extension FactSheet {
  /// An amount of money for the season, or `nil` where none was given for the season as a whole.
  public subscript(fact: MoneyFact) -> Money? {
    get { facts.money[fact]?.ofSeason }
    set { facts.money[fact] = newValue.map(Facts.Given.season) }
  }

  /// A rate for the season, or `nil` where none was given for the season as a whole.
  public subscript(fact: RateFact) -> Ratio? {
    get { facts.rates[fact]?.ofSeason }
    set { facts.rates[fact] = newValue.map(Facts.Given.season) }
  }

  /// A quantity for the season, or `nil` where none was given for the season as a whole.
  ///
  /// It does not stand in for a column of the register with the same name: settling refuses both.
  ///
  /// - Precondition: A new value is in the unit of the measure.
  public subscript(measure: Measure) -> Quantity? {
    get { facts.measures[measure]?.ofSeason }
    set { facts.measures[measure] = newValue.map { .season(measure.inUnit($0)) } }
  }
}

// MARK: - For each gaqa

extension FactSheet {
  /// An amount of money for one gaqa.
  public subscript(fact: MoneyFact, gaqa gaqa: String) -> Money? {
    get { facts.money[fact]?.of(gaqa: gaqa) }
    set { Facts.Given.set(&facts.money[fact], gaqa: gaqa, newValue) }
  }

  /// A rate for one gaqa.
  public subscript(fact: RateFact, gaqa gaqa: String) -> Ratio? {
    get { facts.rates[fact]?.of(gaqa: gaqa) }
    set { Facts.Given.set(&facts.rates[fact], gaqa: gaqa, newValue) }
  }

  /// A quantity for one gaqa.
  ///
  /// It does not stand in for a column of the register with the same name: settling refuses both.
  ///
  /// - Precondition: A new value is in the unit of the measure.
  public subscript(measure: Measure, gaqa gaqa: String) -> Quantity? {
    get { facts.measures[measure]?.of(gaqa: gaqa) }
    set { Facts.Given.set(&facts.measures[measure], gaqa: gaqa, newValue.map(measure.inUnit)) }
  }
}

// MARK: - For each household

extension FactSheet {
  /// An amount of money for one household.
  ///
  /// Every member of a scheme needs a value, zero where it has nothing, and every household with one
  /// has to be in the register; in a season before the one that is settled, those that have left may
  /// stand too.
  ///
  /// - Complexity: O(log n) for n households with a value, to set on average.
  public subscript(fact: MoneyFact, household household: Household.ID) -> Money? {
    get { facts.money[fact]?.of(household: household) }
    set { Facts.Given.set(&facts.money[fact], household: household, newValue) }
  }

  /// A rate for one household, such as what the bank agreed with it.
  ///
  /// - Complexity: O(log n) for n households with a value, to set on average.
  public subscript(fact: RateFact, household household: Household.ID) -> Ratio? {
    get { facts.rates[fact]?.of(household: household) }
    set { Facts.Given.set(&facts.rates[fact], household: household, newValue) }
  }

  /// A quantity for one household.
  ///
  /// Quantities by household stand in for a column of the register with the same name.
  ///
  /// - Complexity: O(log n) for n households with a value, to set on average.
  /// - Precondition: A new value is in the unit of the measure.
  public subscript(measure: Measure, household household: Household.ID) -> Quantity? {
    get { facts.measures[measure]?.of(household: household) }
    set {
      Facts.Given.set(
        &facts.measures[measure],
        household: household,
        newValue.map(measure.inUnit)
      )
    }
  }

  /// Gives an amount of money by household.
  ///
  /// ```swift
  /// facts.set(.monthlyWage, byHousehold: ["NLX-07": .yuan(2_000), "NLX-08": .zero])
  /// ```
  public mutating func set(_ fact: MoneyFact, byHousehold values: [Household.ID: Money]) {
    facts.money[fact] = .households(NamedColumn(values))
  }

  /// Gives a rate by household.
  public mutating func set(_ fact: RateFact, byHousehold values: [Household.ID: Ratio]) {
    facts.rates[fact] = .households(NamedColumn(values))
  }

  /// Gives a quantity by household.
  ///
  /// It stands in for a column of the register with the same name.
  ///
  /// - Precondition: The values are in the unit of the measure.
  public mutating func set(_ measure: Measure, byHousehold values: [Household.ID: Quantity]) {
    facts.measures[measure] = .households(NamedColumn(values.mapValues(measure.inUnit)))
  }

  /// Gives an amount of money by household, as two columns in any order of households.
  ///
  /// Where the ids are in ascending order nothing is looked up.
  ///
  /// ```swift
  /// try facts.set(.monthlyWage, byHousehold: ["NLX-07", "NLX-08"], [.yuan(2_000), .zero])
  /// ```
  ///
  /// - Parameters:
  ///   - fact: The fact.
  ///   - ids: The households.
  ///   - values: The amount of each.
  /// - Throws: ``BenefitError`` where there is not one value for each id, or an id stands twice.
  /// - Complexity: O(n log n), O(n) where the ids are in ascending order.
  public mutating func set(
    _ fact: MoneyFact,
    byHousehold ids: [Household.ID],
    _ values: [Money]
  ) throws(BenefitError) {
    facts.money[fact] = .households(try NamedColumn(ids, values, of: fact.name))
  }

  /// Gives a rate by household, as two columns in any order of households.
  ///
  /// - Parameters:
  ///   - fact: The fact.
  ///   - ids: The households.
  ///   - values: The rate of each.
  /// - Throws: ``BenefitError`` where there is not one value for each id, or an id stands twice.
  /// - Complexity: O(n log n), O(n) where the ids are in ascending order.
  public mutating func set(
    _ fact: RateFact,
    byHousehold ids: [Household.ID],
    _ values: [Ratio]
  ) throws(BenefitError) {
    facts.rates[fact] = .households(try NamedColumn(ids, values, of: fact.name))
  }

  /// Gives a quantity by household, as two columns in any order of households.
  ///
  /// It stands in for a column of the register with the same name.
  ///
  /// - Parameters:
  ///   - measure: The fact.
  ///   - ids: The households.
  ///   - values: The quantity of each.
  /// - Throws: ``BenefitError`` where there is not one value for each id, or an id stands twice.
  /// - Precondition: The values are in the unit of the measure.
  /// - Complexity: O(n log n), O(n) where the ids are in ascending order.
  public mutating func set(
    _ measure: Measure,
    byHousehold ids: [Household.ID],
    _ values: [Quantity]
  ) throws(BenefitError) {
    facts.set(measure, try NamedColumn(ids, values.map(measure.inUnit), of: measure.name))
  }

  /// Gives an amount of money for every household of a register.
  ///
  /// ```swift
  /// facts.set(.monthlyWage, for: register) { wages[$0.id] ?? .zero }
  /// ```
  public mutating func set<Failure: Error>(
    _ fact: MoneyFact,
    for register: Register,
    _ value: (Household) throws(Failure) -> Money
  ) throws(Failure) {
    facts.set(fact, NamedColumn(try register.map(value), of: register))
  }

  /// Gives a quantity for every household of a register.
  ///
  /// It stands in for a column of the register with the same name.
  ///
  /// - Precondition: The values are in the unit of the measure.
  public mutating func set<Failure: Error>(
    _ measure: Measure,
    for register: Register,
    _ value: (Household) throws(Failure) -> Quantity
  ) throws(Failure) {
    let values = try register.map(value)
    facts.set(measure, NamedColumn(values.map(measure.inUnit), of: register))
  }
}

extension Facts {
  /// Gives an amount of money for the households or gaqas of a column.
  package mutating func set(_ fact: MoneyFact, _ column: NamedColumn<Money>, isByGaqa: Bool = false)
  {
    money[fact] = isByGaqa ? .gaqas(column) : .households(column)
  }

  /// Gives a rate for the households or gaqas of a column.
  package mutating func set(_ fact: RateFact, _ column: NamedColumn<Ratio>, isByGaqa: Bool = false)
  {
    rates[fact] = isByGaqa ? .gaqas(column) : .households(column)
  }

  /// Gives a quantity, in the unit of the measure, for the households or gaqas of a column.
  package mutating func set(
    _ measure: Measure,
    _ column: NamedColumn<Quantity>,
    isByGaqa: Bool = false
  ) {
    measures[measure] = isByGaqa ? .gaqas(column) : .households(column)
  }
}

extension Measure {
  /// The quantity, which must be in the unit of the measure.
  fileprivate func inUnit(_ quantity: Quantity) -> Quantity {
    require(quantity.unit == unit, "\(self) is counted in \(unit), not as \(quantity).")
    return quantity
  }
}
