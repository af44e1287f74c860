/// The facts of a season, by name: amounts, rates and quantities that terms refer to.
///
/// Each fact is given once: for the season, for each gaqa, or, but for rates, for each household by
/// its id. Giving it again replaces what was given before.
///
/// ```swift
/// facts[.profit] = .yuan(164_000)
/// facts[.marketPrice, gaqa: "Zhanyi"] = "1.10"
/// facts[.monthlyWage, household: "NLX-07"] = .yuan(2_000)
/// facts.set(.monthlyWage, for: register) { wages[$0.id] ?? .zero }
/// ```
public struct Facts: Hashable, Sendable {
  /// The values of a fact: one for the season, or one for each gaqa or household.
  enum Given<Value: Hashable & Sendable>: Hashable, Sendable {
    case season(Value)
    case gaqas([String: Value])
    case households(HouseholdColumn<Value>)
  }

  var money: [MoneyFact: Given<Money>] = [:]
  var rates: [RateFact: Given<Ratio>] = [:]
  var measures: [Measure: Given<Quantity>] = [:]

  /// The money lent to households that the register of ``state(_:in:for:)`` does not hold.
  var setAside: [LoanSetAside] = []

  /// Creates an empty set of facts.
  public init() {}
}

// MARK: - For the season

extension Facts {
  /// An amount of money for the season, or `nil` where none was given for the season as a whole.
  public subscript(fact: MoneyFact) -> Money? {
    get { if case .season(let value) = money[fact] { value } else { nil } }
    set { money[fact] = newValue.map(Given.season) }
  }

  /// A rate for the season, or `nil` where none was given for the season as a whole.
  public subscript(fact: RateFact) -> Ratio? {
    get { if case .season(let value) = rates[fact] { value } else { nil } }
    set { rates[fact] = newValue.map(Given.season) }
  }

  /// A quantity for the season, or `nil` where none was given for the season as a whole.
  ///
  /// It does not stand in for a column of the register with the same name: settling refuses both.
  ///
  /// - Precondition: A new value is in the unit of the measure.
  public subscript(measure: Measure) -> Quantity? {
    get { if case .season(let value) = measures[measure] { value } else { nil } }
    set {
      if let newValue { Self.requireUnit(of: measure, [newValue]) }
      measures[measure] = newValue.map(Given.season)
    }
  }
}

// MARK: - For each gaqa

extension Facts {
  /// An amount of money for one gaqa.
  public subscript(fact: MoneyFact, gaqa gaqa: String) -> Money? {
    get { money[fact]?.ofGaqa(gaqa) }
    set { Given.set(&money[fact], gaqa, newValue) }
  }

  /// A rate for one gaqa.
  public subscript(fact: RateFact, gaqa gaqa: String) -> Ratio? {
    get { rates[fact]?.ofGaqa(gaqa) }
    set { Given.set(&rates[fact], gaqa, newValue) }
  }

  /// A quantity for one gaqa.
  ///
  /// It does not stand in for a column of the register with the same name: settling refuses both.
  ///
  /// - Precondition: A new value is in the unit of the measure.
  public subscript(measure: Measure, gaqa gaqa: String) -> Quantity? {
    get { measures[measure]?.ofGaqa(gaqa) }
    set {
      if let newValue { Self.requireUnit(of: measure, [newValue]) }
      Given.set(&measures[measure], gaqa, newValue)
    }
  }
}

extension Facts.Given {
  /// Every value that is given.
  var values: [Value] {
    switch self {
    case .season(let value): [value]
    case .gaqas(let values): Array(values.values)
    case .households(let column): column.values
    }
  }

  fileprivate func ofGaqa(_ gaqa: String) -> Value? {
    if case .gaqas(let values) = self { values[gaqa] } else { nil }
  }

  fileprivate static func set(_ given: inout Self?, _ gaqa: String, _ value: Value?) {
    var values: [String: Value] = [:]
    if case .gaqas(let present) = given {
      values = present
    } else if value == nil {
      // There is nothing for this gaqa to take away; what was given for others stays.
      return
    }
    values[gaqa] = value
    given = .gaqas(values)
  }

  fileprivate func ofHousehold(_ household: Household.ID) -> Value? {
    if case .households(let column) = self { column[household] } else { nil }
  }

  fileprivate static func set(
    _ given: inout Self?,
    household: Household.ID,
    _ value: Value?
  ) {
    var column = HouseholdColumn<Value>()
    if case .households(let present) = given {
      column = present
    } else if value == nil {
      // There is nothing for this household to take away; what was given otherwise stays.
      return
    }
    // The column is changed in place, as nothing else holds it.
    given = nil
    column[household] = value
    given = .households(column)
  }
}

extension Facts {
  /// The problem with the name of a gaqa that a fact is given for, or `nil` if there is none.
  var nameProblem: String? {
    let problems =
      money.values.compactMap(\.nameProblem) + rates.values.compactMap(\.nameProblem)
      + measures.values.compactMap(\.nameProblem)
    return problems.min()
  }
}

extension Facts.Given {
  fileprivate var nameProblem: String? {
    guard case .gaqas(let values) = self else { return nil }
    return values.keys.lazy.compactMap { OneLine.problem(with: $0, of: "A gaqa") }.min()
  }
}

// MARK: - For each household

extension Facts {
  /// An amount of money for one household.
  ///
  /// Every member of a scheme needs a value, zero where it has nothing, and every household with one
  /// has to be in the register; in a season before the one that is settled, those that have left may
  /// stand too.
  ///
  /// - Complexity: O(log n) for n households with a value to read; O(n) to set, O(log n) in ascending
  ///   order of their ids.
  public subscript(fact: MoneyFact, household household: Household.ID) -> Money? {
    get { money[fact]?.ofHousehold(household) }
    set { Given.set(&money[fact], household: household, newValue) }
  }

  /// A quantity for one household.
  ///
  /// Quantities by household stand in for a column of the register with the same name.
  ///
  /// - Complexity: O(log n) for n households with a value to read; O(n) to set, O(log n) in ascending
  ///   order of their ids.
  /// - Precondition: A new value is in the unit of the measure.
  public subscript(measure: Measure, household household: Household.ID) -> Quantity? {
    get { measures[measure]?.ofHousehold(household) }
    set {
      if let newValue { Self.requireUnit(of: measure, [newValue]) }
      Given.set(&measures[measure], household: household, newValue)
    }
  }

  /// Gives an amount of money by household.
  ///
  /// ```swift
  /// facts.set(.monthlyWage, byHousehold: ["NLX-07": .yuan(2_000), "NLX-08": .zero])
  /// ```
  public mutating func set(_ fact: MoneyFact, byHousehold values: [Household.ID: Money]) {
    money[fact] = .households(HouseholdColumn(values))
  }

  /// Gives a quantity by household.
  ///
  /// It stands in for a column of the register with the same name.
  ///
  /// - Precondition: The values are in the unit of the measure.
  public mutating func set(_ measure: Measure, byHousehold values: [Household.ID: Quantity]) {
    set(measure, HouseholdColumn(values))
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
    money[fact] = .households(HouseholdColumn(try register.map(value), of: register))
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
    set(measure, HouseholdColumn(try register.map(value), of: register))
  }

  /// Gives an amount of money for the households of a column.
  mutating func set(_ fact: MoneyFact, _ column: HouseholdColumn<Money>) {
    money[fact] = .households(column)
  }

  /// Gives a quantity for the households of a column.
  mutating func set(_ measure: Measure, _ column: HouseholdColumn<Quantity>) {
    Self.requireUnit(of: measure, column.values)
    measures[measure] = .households(column)
  }

  private static func requireUnit(of measure: Measure, _ values: [Quantity]) {
    for value in values {
      require(
        value.unit == measure.unit,
        "\(measure) is counted in \(measure.unit), not as \(value)."
      )
    }
  }
}

// MARK: - Codable

extension Facts: Codable {
  private enum CodingKeys: CodingKey { case money, rates, measures, setAside }

  /// Decodes facts by name.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    money = try container.decode(SortedEntries.self, forKey: .money).dictionary
    rates = try container.decode(SortedEntries.self, forKey: .rates).dictionary
    measures = try container.decode(SortedEntries.self, forKey: .measures).dictionary
    setAside = try container.decodeIfPresent([LoanSetAside].self, forKey: .setAside) ?? []
    for (measure, given) in measures {
      for quantity in given.values where quantity.unit != measure.unit {
        throw decoder.refusal("\(measure) is counted in \(measure.unit), not as \(quantity).")
      }
    }
  }

  /// Encodes the facts in order of their names.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(SortedEntries(Array(money)), forKey: .money)
    try container.encode(SortedEntries(Array(rates)), forKey: .rates)
    try container.encode(SortedEntries(Array(measures)), forKey: .measures)
    if !setAside.isEmpty { try container.encode(setAside, forKey: .setAside) }
  }
}

extension Facts.Given: Codable where Value: Codable {
  private enum CodingKeys: CodingKey { case season, gaqas, households }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let value = try container.decodeIfPresent(Value.self, forKey: .season) {
      self = .season(value)
    } else if container.contains(.gaqas) {
      self = .gaqas(
        try container.decode(SortedEntries<String, Value>.self, forKey: .gaqas).dictionary
      )
    } else {
      self = .households(try container.decode(HouseholdColumn<Value>.self, forKey: .households))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .season(let value): try container.encode(value, forKey: .season)
    case .gaqas(let values):
      try container.encode(SortedEntries(Array(values)), forKey: .gaqas)
    case .households(let column): try container.encode(column, forKey: .households)
    }
  }
}
