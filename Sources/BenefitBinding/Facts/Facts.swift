/// The facts of a season, by name: amounts, rates and quantities that terms refer to.
///
/// Each fact is given once: for the season, for each gaqa, or for each household by its id. Giving it again replaces what was given before.
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
    case gaqas(NamedColumn<Value>)
    case households(NamedColumn<Value>)
  }

  var money: [MoneyFact: Given<Money>] = [:]
  var rates: [RateFact: Given<Ratio>] = [:]
  var measures: [Measure: Given<Quantity>] = [:]

  /// The money lent to households that the register of ``state(_:in:for:)`` does not hold.
  var setAside: [LoanSetAside] = []

  /// Creates an empty set of facts.
  public init() {}
}

extension Facts.Given {
  /// Every value that is given.
  var values: [Value] {
    switch self {
    case .season(let value): [value]
    case .gaqas(let column), .households(let column): column.values
    }
  }

  var ofSeason: Value? {
    if case .season(let value) = self { value } else { nil }
  }

  func of(gaqa: String) -> Value? {
    if case .gaqas(let column) = self { column[gaqa] } else { nil }
  }

  func of(household: Household.ID) -> Value? {
    if case .households(let column) = self { column[household] } else { nil }
  }

  static func set(_ given: inout Self?, gaqa: String, _ value: Value?) {
    var column = NamedColumn<Value>()
    if case .gaqas(let present) = given {
      column = present
    } else if value == nil {
      // There is nothing for this gaqa to take away; what was given otherwise stays.
      return
    }
    // The column is changed in place, as nothing else holds it.
    given = nil
    column[gaqa] = value
    given = .gaqas(column)
  }

  static func set(_ given: inout Self?, household: Household.ID, _ value: Value?) {
    var column = NamedColumn<Value>()
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

  fileprivate func nameProblem(besides gaqas: [String]) -> Phrase? {
    guard case .gaqas(let column) = self else { return nil }
    return column.entries(besides: gaqas).lazy
      .compactMap { OneLine.problem(with: $0.name, of: .gaqa) }.first
  }
}

extension Facts {
  /// The problem with the name of a gaqa that a fact is given for, or `nil` if there is none.
  ///
  /// - Parameter gaqas: Names in ascending order that have been looked at before.
  /// - Returns: The problem.
  func nameProblem(besides gaqas: [String]) -> Phrase? {
    let problems =
      money.values.compactMap { $0.nameProblem(besides: gaqas) }
      + rates.values.compactMap { $0.nameProblem(besides: gaqas) }
      + measures.values.compactMap { $0.nameProblem(besides: gaqas) }
    return problems.min { $0.description < $1.description }
  }
}

// MARK: - Codable

extension Measure {
  /// Refuses a quantity of another unit.
  package func requireUnit(of quantity: Quantity) throws(BenefitError) {
    if quantity.unit == unit { return }
    throw BenefitError(
      .wrongUnit,
      found: Phrase(
        en: "\(self) is counted in \(unit), not as \(quantity).",
        zh: "\(words(in: .simplifiedChinese))以\(unit.chineseWithName)计，"
          + "不能填 \(quantity.words(in: .simplifiedChinese))。"
      )
    )
  }
}

extension Facts: Codable, StoredInParts {
  package enum CodingKeys: CodingKey { case money, rates, measures, setAside }

  /// Decodes facts by name.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    self.init()
    money = try parts[listed: .money]
    rates = try parts[listed: .rates]
    measures = try parts[listed: .measures]
    setAside = try parts[ifPresent: .setAside] ?? []
    for (measure, given) in measures {
      for quantity in given.values { try measure.requireUnit(of: quantity) }
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
    self = try decoder.checked(CodingKeys.self) {
      if let value = try $0[ifPresent: .season] as Value? { return .season(value) }
      if let column = try $0[ifPresent: .gaqas] as NamedColumn<Value>? { return .gaqas(column) }
      return .households(try $0[.households])
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .season(let value): try container.encode(value, forKey: .season)
    case .gaqas(let column): try container.encode(column, forKey: .gaqas)
    case .households(let column): try container.encode(column, forKey: .households)
    }
  }
}
