/// Households hold a stake in a cooperative or enterprise and draw a dividend on it.
///
/// Fiscal funds, relief loans and the households' own money are put into an undertaking; what is
/// quantified to households is their stake, and the undertaking pays a dividend for it.
///
/// ```swift
/// let cooperative = Shareholding(
///   name: "Nalinxili breeding cooperative",
///   funding: [
///     .contribution(.yuan(500_000), from: .fiscalReliefFund),
///     .contribution(.yuan(300_000), from: .reliefLoan, interest: "4.35%", subsidised: .whole),
///     .contribution(.yuan(60_000), from: .householdFunds),
///   ],
///   dividend: .fraction(.whole, of: .profit),
///   key: .household)
/// ```
///
/// The contract decides what `dividend` is:
///
/// | contract | `dividend` |
/// |---|---|
/// | fixed rate | `.fraction("10%", of: .stake)` |
/// | profit share | `.fraction("29%", of: .profit)` |
/// | floor and profit share, stacked | `.fraction("5%", of: .stake) + .fraction("29%", of: .profit)` |
/// | the greater of floor and profit share | `.greater(of: .fraction("5%", of: .stake), .fraction("29%", of: .profit))` |
/// | floor and a share of what is beyond it | `floor + .fraction("29%", of: .excess(of: .profit, over: floor))` |
/// | a switch at a threshold | `.either(.fraction("5%", of: .profit), otherwise: .fraction("8%", of: .stake), where: .atLeast(.profit, .yuan(1_000_000)))` |
/// | so much for each share | `.each(.yuan(100), per: .measure(.shares))` with the key `.measure(.shares)` |
///
/// Lines: `stake` (a holding), `dividend` (property income), `interest` (a cost, where loan money
/// inside the stake bears interest that is left for the households).
///
/// Source: the shareholding-driven model, Ordos propaganda department, Xinhua Silk Road, 2017-09-10.
public struct Shareholding: Scheme, Hashable {
  /// The name of the scheme.
  public let name: String

  /// The households that take part.
  public let members: Condition

  /// The contributions of money, and the source of each.
  public let funding: Funding

  let dividend: Amount
  let key: Key
  let stakeKey: Key
  let scope: Distribution.Scope
  let apportionment: Apportionment

  /// Describes a shareholding scheme.
  ///
  /// - Parameters:
  ///   - name: What the scheme is called.
  ///   - members: The households that take part.
  ///   - funding: Who put in what.
  ///   - dividend: The formula of all dividends together.
  ///   - key: How the dividend is shared; `.stake` shares it by what each household holds.
  ///   - stakeKey: How the stake is divided among the members.
  ///   - scope: Whether members share one pot or those of each gaqa have their own.
  ///   - apportionment: How dividends are rounded and where the odd fen goes.
  public init(
    name: String,
    members: Condition = .always,
    funding: Funding,
    dividend: Amount,
    key: Key = .stake,
    stakeKey: Key = .household,
    scope: Distribution.Scope = .members,
    apportionment: Apportionment = .exact
  ) {
    self.name = name
    self.members = members
    self.funding = funding
    self.dividend = dividend
    self.key = key
    self.stakeKey = stakeKey
    self.scope = scope
    self.apportionment = apportionment
  }

  /// The stake, the dividend and the interest.
  public var clauses: [Clause] {
    funding.stakeClause(by: stakeKey, per: scope)
    Distribution("dividend", of: dividend, per: scope) {
      Tier(.rest, by: key, apportioned: apportionment, as: .property).serving(.returnOnStake)
    }
    funding.interestClause
  }
}

extension Shareholding: NamedModel {
  enum CodingKeys: CodingKey {
    case name, members, funding, dividend, key, stakeKey, scope, apportionment
  }

  static let model = "shareholding"

  init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      name: parts[.name],
      members: parts[.members, or: .always],
      funding: parts[.funding],
      dividend: parts[.dividend],
      key: parts[.key, or: .stake],
      stakeKey: parts[.stakeKey, or: .household],
      scope: parts[.scope, or: .members],
      apportionment: parts[.apportionment, or: .exact]
    )
  }
}
