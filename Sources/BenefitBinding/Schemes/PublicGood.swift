/// Something that serves everybody and owes nobody a payment: stations, wells, training.
///
/// It has a cost, a number of units and a reach, and gives no household anything that could be
/// counted as income. As a scheme it has no clauses: it stands in a programme with its funding.
///
/// ```swift
/// let stations = PublicGood(
///   name: "Service stations", unit: "station", units: 10,
///   funding: [.contribution(.yuan(400_000), from: .specialFund, householdShare: .zero)])
/// print(stations.costPerUnit)         // 40000 yuan
/// print(stations.costPerHousehold)    // undefined: it is not stated
/// ```
///
/// Source: e-commerce service stations of Dalad banner, Ordos propaganda department, Xinhua Silk Road,
/// 2017-09-10: 400,000 yuan for 10 stations.
public struct PublicGood: Scheme, Hashable, Codable {
  /// The reach of a public good, as far as it is known.
  public struct Reach: Hashable, Codable, Sendable {
    /// The number of households, or `nil` where it is not known.
    public var households: Int64?
    /// The number of persons, or `nil` where it is not known.
    public var persons: Int64?

    /// Describes a reach.
    public init(households: Int64? = nil, persons: Int64? = nil) {
      self.households = households
      self.persons = persons
    }

    /// All households of a register, or of a part of it, and their persons.
    ///
    /// - Complexity: O(n) for n households.
    public init(_ households: some Sequence<Household>) {
      let sizes = households.map { Int64($0.persons) }
      self.init(households: Int64(sizes.count), persons: sizes.reduce(0, +))
    }
  }

  /// The name of the public good.
  public var name: String

  /// The name of one unit of it, such as `station`.
  public var unit: String

  /// The number of units.
  public var units: Int64

  /// The contributions and their sources; none is a stake of households unless it says so.
  public var funding: Funding

  /// The reach of the public good, as far as it is known.
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
    units: Int64,
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
}
