/// Households raise produce from inputs given free and a platform sells it: eggs from borrowed
/// chickens.
///
/// A cooperative gives chicks, collects the eggs at a protective price, and a platform packs,
/// advertises and sells them. What is left of the sales may be shared back with those who delivered.
///
/// ```swift
/// let eggs = QuantityFormula.measure(.eggsDelivered)
/// let platform = ECommerce(
///   name: "Eggs from borrowed chickens",
///   givenFree: .each("8.00", per: .measure(.chicksGiven)),
///   produce: Purchase(
///     "Eggs", of: eggs, at: .greater(of: "1.00", .fact(.marketPrice)),
///     inputs: .each("0.40", per: eggs)),
///   sales: .fact(.platformSales),
///   platformCosts: .fact(.packagingAndPromotion),
///   marginFraction: .percent(20),
///   marginKey: .measure(.eggsDelivered))
/// ```
///
/// What the platform takes in, ``MoneyFact/platformSales``, is no household's income and appears in
/// no statement; a `Traceability` of `BenefitLedgers` says which household's produce it came from.
///
/// Lines: the produce (business income) and its inputs (a cost), `given free` (an addition to what is
/// held: its value is shown but is not income), `platform margin: shared back` (business income).
///
/// Source: the e-commerce platform-driven model, Ordos propaganda department, Xinhua Silk Road,
/// 2017-09-10.
public struct ECommerce: Scheme, Hashable {
  /// The name of the scheme.
  public let name: String

  /// The households that take part.
  public let members: Condition

  /// The contributions and their sources; they pay for the undertaking and give no household a
  /// stake here.
  public let funding: Funding

  let givenFree: Amount?
  let produce: Purchase
  let sales: Amount?
  let platformCosts: Amount
  let marginFraction: Ratio
  let marginKey: Key
  let apportionment: Apportionment

  /// Describes an e-commerce scheme.
  ///
  /// - Parameters:
  ///   - name: What the scheme is called.
  ///   - members: The households that take part.
  ///   - funding: Who put in what.
  ///   - givenFree: The value of the inputs that each household is given free.
  ///   - produce: The produce that is collected, with its protective price.
  ///   - sales: The formula of what the platform takes in; if left out, the contract says nothing of a margin
  ///     and none is worked out.
  ///   - platformCosts: What packaging, branding, promotion and sale cost the platform.
  ///   - marginFraction: The fraction of the margin that is shared back; none if left out.
  ///   - marginKey: How that part is shared.
  ///   - apportionment: How it is rounded and where the odd fen goes.
  /// - Precondition: A margin that costs are taken off, or that is shared back, has sales.
  public init(
    name: String,
    members: Condition = .always,
    funding: Funding = [],
    givenFree: Amount? = nil,
    produce: Purchase,
    sales: Amount? = nil,
    platformCosts: Amount = .zero,
    marginFraction: Ratio = .zero,
    marginKey: Key = .household,
    apportionment: Apportionment = .exact
  ) {
    self.name = name
    self.members = members
    self.funding = funding
    self.givenFree = givenFree
    self.produce = produce
    self.sales = sales
    self.platformCosts = platformCosts
    self.marginFraction = marginFraction
    self.marginKey = marginKey
    self.apportionment = apportionment
    if let problem { stop(problem.description) }
  }

  /// The problem with what the contract says of a margin, or `nil` if there is none.
  private var problem: Phrase? {
    if sales != nil || (platformCosts == .zero && marginFraction == .zero) { return nil }
    return Phrase(
      en: "A platform's margin is what it takes in less its costs; say its sales too.",
      zh: "平台毛利为销售款减去费用，请同时写明销售款。"
    )
  }

  /// The clauses: the inputs given free, the purchase, and the platform's margin.
  public var clauses: [Clause] {
    if let givenFree {
      Payment("given free", each: givenFree, where: produce.condition, as: .addition)
    }
    produce
    if let sales {
      Distribution(
        "platform margin",
        of: sales - .total(of: produce.name) - platformCosts
      ) {
        if marginFraction != .zero {
          Tier(
            .fraction(.fixed(marginFraction), of: .pot),
            by: marginKey,
            apportioned: apportionment,
            as: .business,
            named: "shared back"
          )
        }
        Tier(.rest, to: .operator)
      }
    }
  }
}

extension ECommerce: NamedModel {
  enum CodingKeys: CodingKey {
    case name, members, funding, givenFree, produce, sales, platformCosts, marginFraction, marginKey
    case apportionment
  }

  static let model = "e-commerce"

  init(_ parts: StoredParts<CodingKeys>) throws {
    name = try parts[.name]
    members = try parts[.members, or: .always]
    funding = try parts[.funding, or: []]
    givenFree = try parts[ifPresent: .givenFree]
    produce = try parts[.produce]
    sales = try parts[ifPresent: .sales]
    platformCosts = try parts[.platformCosts, or: .zero]
    marginFraction = try parts[.marginFraction, or: .zero]
    marginKey = try parts[.marginKey, or: .household]
    apportionment = try parts[.apportionment, or: .exact]
    if let problem { throw BenefitError(.missing, found: problem) }
  }
}
