/// What happened, by name: amounts, rates and quantities that terms refer to.
///
/// Each fact is given once: for the season, for each gaqa, or, but for rates, for each household.
/// Giving it again replaces what was given before.
public struct Facts: Hashable, Sendable {
  /// What a fact is given for.
  enum Given<Value: Hashable & Sendable>: Hashable, Sendable {
    case season(Value)
    case gaqas([String: Value])
    case households([Value])
  }

  var money: [MoneyFact: Given<Money>] = [:]
  var rates: [RateFact: Given<Ratio>] = [:]
  var measures: [Measure: Given<Quantity>] = [:]

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
  fileprivate var values: [Value] {
    switch self {
    case .season(let value): [value]
    case .gaqas(let values): Array(values.values)
    case .households(let values): values
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
}

// MARK: - For each household

extension Facts {
  /// Gives an amount of money for each household, in the register's order.
  ///
  /// ```swift
  /// facts.set(.monthlyWage, perHousehold: register.map { wages[$0.id] ?? .zero })
  /// ```
  public mutating func set(_ fact: MoneyFact, perHousehold values: [Money]) {
    money[fact] = .households(values)
  }

  /// Gives a quantity for each household, in the register's order.
  ///
  /// It stands in for a column of the register with the same name.
  ///
  /// - Precondition: The values are in the unit of the measure.
  public mutating func set(_ measure: Measure, perHousehold values: [Quantity]) {
    Self.requireUnit(of: measure, values)
    measures[measure] = .households(values)
  }

  private static func requireUnit(of measure: Measure, _ values: [Quantity]) {
    for value in values {
      precondition(
        value.unit == measure.unit,
        "\(measure) is counted in \(measure.unit), not as \(value)."
      )
    }
  }
}

// MARK: - Codable

extension Facts: Codable {
  private enum CodingKeys: CodingKey { case money, rates, measures }

  /// Decodes facts by name.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    money = try container.decode(SortedEntries.self, forKey: .money).dictionary
    rates = try container.decode(SortedEntries.self, forKey: .rates).dictionary
    measures = try container.decode(SortedEntries.self, forKey: .measures).dictionary
    for (measure, given) in measures {
      for quantity in given.values where quantity.unit != measure.unit {
        throw DecodingError.dataCorruptedError(
          forKey: .measures,
          in: container,
          debugDescription: "\(measure) is counted in \(measure.unit), not as \(quantity)."
        )
      }
    }
  }

  /// Encodes the facts in order of their names.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(SortedEntries(Array(money)), forKey: .money)
    try container.encode(SortedEntries(Array(rates)), forKey: .rates)
    try container.encode(SortedEntries(Array(measures)), forKey: .measures)
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
      self = .households(try container.decode([Value].self, forKey: .households))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .season(let value): try container.encode(value, forKey: .season)
    case .gaqas(let values):
      try container.encode(SortedEntries(Array(values)), forKey: .gaqas)
    case .households(let values): try container.encode(values, forKey: .households)
    }
  }
}
