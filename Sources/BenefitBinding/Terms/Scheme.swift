/// A benefit-binding scheme: what was agreed, as a list of clauses.
///
/// The named models (``Shareholding``, ``CollectiveEconomy``, ``Tourism``, ``ECommerce``,
/// ``HouseholdLoan``) are schemes, and a scheme nobody has met before is one more struct:
///
/// ```swift
/// extension Measure {
///   static let terraceArea = Measure("terrace area", in: .mu)
///   static let forestLost = Measure("forest lost to the road", in: .mu)
/// }
///
/// struct Terraces: Scheme {
///   let name = "Terraced fields ticket share"
///   var clauses: [Clause] {
///     Distribution(of: .fraction(.percent(7), of: .fact(.takings))) {
///       Tier(.percentOfPot(70), by: .measure(.terraceArea), as: .property)
///       Tier(.percentOfPot(12), by: .household, as: .property)
///       Tier(.percentOfPot(12), by: .person, as: .property)
///       Tier(.percentOfPot(3), by: .household, where: .atLeast(.measure(.forestLost), "1 mu"), as: .property)
///       Tier(.percentOfPot(3), to: .villageWelfare)
///     }
///   }
/// }
/// ```
public protocol Scheme: Sendable {
  /// The name of the scheme; no two schemes of a programme share a name.
  var name: String { get }

  /// The households that take part; all of the register unless the scheme says otherwise.
  var members: Condition { get }

  /// The contributions of money, and the source of each; none unless the scheme says otherwise.
  var funding: Funding { get }

  /// The currency of all its amounts; the yuan unless the scheme says otherwise.
  var currency: Currency { get }

  /// The organisation mode; not stated unless the scheme says otherwise.
  var organisationMode: OrganisationMode? { get }

  /// The provisions in the order in which they are settled.
  @ListBuilder<Clause> var clauses: [Clause] { get }
}

extension Scheme {
  /// All households of the register.
  public var members: Condition { .always }

  /// No funding of its own.
  public var funding: Funding { [] }

  /// The yuan.
  public var currency: Currency { .yuan }

  /// No organisation mode.
  public var organisationMode: OrganisationMode? { nil }

  /// The scheme as plain data, which can be stored and compared whatever struct it came from.
  public var terms: Terms {
    Terms(
      name: name,
      members: members,
      funding: funding,
      currency: currency,
      organisationMode: organisationMode,
      clauses: clauses
    )
  }

  /// The scheme's terms with the mode that it is organised in.
  ///
  /// Statements name the mode under the scheme; nothing is settled otherwise for it.
  ///
  /// ```swift
  /// let organised = cooperative.organised(
  ///   as: OrganisationMode([
  ///     .init("leading enterprise", "Lvmei Company", does: "breeds and sells pigs"),
  ///     .init("cooperative", "Sishililiang cooperative", does: "holds the stake"),
  ///     .init("poor household", "300 households", does: "draw a dividend"),
  ///   ]))
  /// ```
  ///
  /// - Parameter mode: Who stands between the market and the households.
  /// - Returns: The terms; where the scheme had a mode, this one takes its place.
  public func organised(as mode: OrganisationMode) -> Terms {
    var terms = terms
    terms.organisationMode = mode
    return terms
  }

  /// The scheme's terms with the currency that their amounts are in.
  ///
  /// No amount changes: what was a number of yuan is the same number of units of the currency.
  ///
  /// ```swift
  /// let inDollars = cooperative.denominated(in: .usDollar)
  /// print(inDollars.contract(in: .english)[1])    // 500,000.00 US dollars are put in (fiscal relief fund). ...
  /// ```
  ///
  /// - Parameter currency: The currency of all amounts of the scheme.
  /// - Returns: The terms; this currency takes the place of the one that the scheme had.
  public func denominated(in currency: Currency) -> Terms {
    var terms = terms
    terms.currency = currency
    return terms
  }
}

/// A scheme as plain data: what any ``Scheme`` comes down to.
public struct Terms: Scheme, Hashable {
  /// The name of the scheme.
  public var name: String
  /// The households that take part.
  public var members: Condition
  /// The contributions of money, and the source of each.
  public var funding: Funding
  /// The currency of all amounts.
  public var currency: Currency
  /// The parties between the market and the households, or `nil` if they are not stated.
  public var organisationMode: OrganisationMode?
  /// The provisions in order.
  public var clauses: [Clause]

  /// Creates a scheme from its parts.
  public init(
    name: String,
    members: Condition = .always,
    funding: Funding = [],
    currency: Currency = .yuan,
    @ListBuilder<Clause> clauses: () -> [Clause]
  ) {
    self.init(
      name: name,
      members: members,
      funding: funding,
      currency: currency,
      organisationMode: nil,
      clauses: clauses()
    )
  }

  init(
    name: String,
    members: Condition,
    funding: Funding,
    currency: Currency,
    organisationMode: OrganisationMode?,
    clauses: [Clause]
  ) {
    self.name = name
    self.members = members
    self.funding = funding
    self.currency = currency
    self.organisationMode = organisationMode
    self.clauses = clauses
  }
}

extension Terms: Codable, StoredInParts {
  package enum CodingKeys: CodingKey {
    case name, members, funding, currency, organisationMode, clauses
  }

  /// Decodes what was agreed.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      name: parts[.name],
      members: parts[.members, or: .always],
      funding: parts[.funding, or: []],
      currency: parts[.currency, or: .yuan],
      organisationMode: parts[ifPresent: .organisationMode],
      clauses: parts[.clauses]
    )
  }

  /// Encodes what was agreed; what goes without saying is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(members, forKey: .members, unless: .always)
    try container.encode(funding, forKey: .funding, unless: [])
    try container.encode(currency, forKey: .currency, unless: .yuan)
    try container.encodeIfPresent(organisationMode, forKey: .organisationMode)
    try container.encode(clauses, forKey: .clauses)
  }
}
