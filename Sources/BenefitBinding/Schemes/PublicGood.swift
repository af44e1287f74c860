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
  /// The name of the public good.
  public let name: String

  /// The name of one unit of it, such as `station`.
  package let unit: String

  /// The number of units.
  package let units: Int64

  /// The contributions and their sources; none is a stake of households unless it says so.
  public let funding: Funding

  /// The number of households that it reaches, or `nil` where it is not known.
  package let households: Int64?

  /// The number of persons that it reaches, or `nil` where it is not known.
  package let persons: Int64?

  /// The currency of all amounts.
  public let currency: Currency

  /// Describes a public good.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - unit: What a unit of it is called.
  ///   - units: The number of units.
  ///   - funding: Who put in what.
  ///   - households: How many households it reaches, such as a register's `count`; not known if left out.
  ///   - persons: How many persons it reaches, such as a register's ``Register/personCount``.
  ///   - currency: The currency of all amounts.
  public init(
    name: String,
    unit: String,
    units: Int64,
    funding: Funding,
    households: Int64? = nil,
    persons: Int64? = nil,
    currency: Currency = .yuan
  ) {
    self.name = name
    self.unit = unit
    self.units = units
    self.funding = funding
    self.households = households
    self.persons = persons
    self.currency = currency
  }

  /// None: nobody is owed anything.
  public var clauses: [Clause] { [] }
}
