/// One household of a ``Register``: the unit that schemes pay and that is counted once.
///
/// ```swift
/// let household = Household(
///   "NLX-07", gaqa: "Nalinxili", persons: 4, baselineIncome: .yuan(10_800),
///   measures: [.shares: Quantity(53, .share)])
/// ```
public struct Household: Hashable, Sendable, Identifiable {
  /// The identity of a household: a text that no other household of the register carries.
  public typealias ID = String

  /// The household's identity.
  public var id: ID

  /// The village the household belongs to.
  public var gaqa: String

  /// The number of registered members.
  public var persons: Int

  /// The status the household is registered with.
  public var status: Status

  /// The household's income in the year before, from everything but the schemes.
  public var baselineIncome: Money

  /// The quantities counted or measured for this household; a measure that is not named is none.
  public var measures: [Measure: Quantity]

  /// Creates a household.
  ///
  /// What is wrong with it shows when it enters a ``Register``.
  public init(
    _ id: ID,
    gaqa: String,
    persons: Int,
    status: Status = .belowNationalLine,
    baselineIncome: Money = .zero,
    measures: [Measure: Quantity] = [:]
  ) {
    self.id = id
    self.gaqa = gaqa
    self.persons = persons
    self.status = status
    self.baselineIncome = baselineIncome
    self.measures = measures
  }
}

extension Household: Codable, StoredInParts {
  package enum CodingKeys: CodingKey {
    case id, gaqa, persons, status, baselineIncome, measures
  }

  /// Decodes a household; what is wrong with it shows when it enters a ``Register``.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      parts[.id],
      gaqa: parts[.gaqa],
      persons: parts[.persons],
      status: parts[.status],
      baselineIncome: parts[.baselineIncome],
      measures: parts[listed: .measures]
    )
  }

  /// Encodes the household, its measures in order of their names.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(gaqa, forKey: .gaqa)
    try container.encode(persons, forKey: .persons)
    try container.encode(status, forKey: .status)
    try container.encode(baselineIncome, forKey: .baselineIncome)
    try container.encode(SortedEntries(Array(measures)), forKey: .measures)
  }
}
