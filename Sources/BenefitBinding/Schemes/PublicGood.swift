/// Something that serves everybody and owes nobody a payment: stations, wells, training.
///
/// It has a cost, a number of units and a reach, and gives no household anything that could be
/// counted as income. As a scheme it has no clauses: it stands in a programme with its funding.
///
/// ```swift
/// let stations = PublicGood(
///   name: "Service stations", unit: "station", units: 10,
///   funding: [.contribution(.yuan(400_000), from: .specialFund, quantified: .zero)])
/// print(stations.costPerUnit)         // 40,000.00
/// print(stations.costPerHousehold)    // unknown: nobody has stated how many households it reaches
/// ```
///
/// Source: e-commerce service stations of Dalad banner, Ordos propaganda department, Xinhua Silk Road,
/// 2017-09-10: 400,000 yuan for 10 stations.
public struct PublicGood: Scheme, Hashable, Codable {
  /// Whom a public good reaches, as far as it is known.
  public struct Reach: Hashable, Codable, Sendable {
    /// The number of households, or `nil` where it is not known.
    public var households: Int?
    /// The number of persons, or `nil` where it is not known.
    public var persons: Int?

    /// Describes a reach.
    public init(households: Int? = nil, persons: Int? = nil) {
      self.households = households
      self.persons = persons
    }

    /// All households of a register, or of a part of it, and their persons.
    ///
    /// - Complexity: O(n) for n households.
    public init(_ households: some Sequence<Household>) {
      let sizes = households.map(\.persons)
      self.init(households: sizes.count, persons: sizes.reduce(0, +))
    }
  }

  /// What a part of a public good costs, where it can be said.
  public enum Cost: Hashable, Codable, Sendable {
    /// The cost, rounded half up to the fen.
    case amount(Money)
    /// It cannot be said, for the reason given.
    case unknown(because: String)
  }

  /// What it is called.
  public var name: String

  /// What a unit of it is called, such as `station`.
  public var unit: String

  /// The number of units.
  public var units: Int

  /// Who put in what; nothing of it is a stake of households unless it says so.
  public var funding: Funding

  /// Whom it reaches, as far as it is known.
  public var reach: Reach

  /// Describes a public good.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - unit: What a unit of it is called.
  ///   - units: The number of units.
  ///   - funding: Who put in what.
  ///   - reach: Whom it reaches, as far as it is known.
  public init(
    name: String,
    unit: String,
    units: Int,
    funding: Funding,
    reach: Reach = Reach()
  ) {
    self.name = name
    self.unit = unit
    self.units = units
    self.funding = funding
    self.reach = reach
  }

  /// None: nobody is owed anything.
  public var clauses: [Clause] { [] }

  /// The cost of one unit: all funding over the units.
  ///
  /// - Precondition: The funding fits in 64 bits of fen.
  public var costPerUnit: Cost { cost(over: units, of: "\(unit)s it has") }

  /// The cost for each household reached.
  ///
  /// - Precondition: The funding fits in 64 bits of fen.
  public var costPerHousehold: Cost { cost(over: reach.households, of: "households it reaches") }

  /// The cost for each person reached.
  ///
  /// - Precondition: The funding fits in 64 bits of fen.
  public var costPerPerson: Cost { cost(over: reach.persons, of: "persons it reaches") }

  private func cost(over count: Int?, of what: String) -> Cost {
    guard let count else { return .unknown(because: "nobody has stated how many \(what)") }
    guard count > 0 else { return .unknown(because: "the number of \(what) is given as \(count)") }
    return .amount(
      funding.total.multiplied(by: Ratio(1, Int64(count)), rounding: .halfUp(to: .fen))
    )
  }

  /// What it costs in all and for each unit, household and person, as a table.
  ///
  /// - Precondition: The funding fits in 64 bits of fen.
  public var table: Table {
    var table = Table("cost", .amount("number"), .amount("yuan"))
    table.add("in all", "", funding.total.description)
    table.add("each \(unit)", "\(units)", costPerUnit.description)
    table.add("each household", reach.households.text, costPerHousehold.description)
    table.add("each person", reach.persons.text, costPerPerson.description)
    return table
  }
}

extension PublicGood.Cost: CustomStringConvertible {
  /// The amount, or `unknown` with the reason.
  public var description: String {
    switch self {
    case .amount(let amount): amount.description
    case .unknown(let reason): "unknown: \(reason)"
    }
  }
}

extension Int? {
  /// The number, or nothing where there is none.
  fileprivate var text: String { map(String.init) ?? "" }
}
