/// Public money works in a gaqa's collective projects; part of it is the poor households' stake.
///
/// The projects' return is split the way the money was: the households' part is shared among them,
/// the collective keeps its own and may give parts of it to a reserve, to welfare, to public posts.
///
/// ```swift
/// let economy = CollectiveEconomy(
///   name: "Hanggin gaqa economy",
///   funding: [
///     .contribution(.yuan(17_700_000), from: .fiscalReliefFund, householdShare: .percent(60))
///   ],
///   returns: .fact(.projectReturn),
///   key: .person,
///   collectiveUses: [(.reserve, .percent(30)), (.publicPosts, .percent(20))])
/// ```
///
/// With `scope: .gaqa` every gaqa has its own projects and its own pot; contributions then name
/// their gaqa, and the return is stated for each.
///
/// Lines: `stake` (a holding), `dividend` (property income), `interest` (a cost) where loan money is
/// inside the stake.
///
/// Source: the gaqa economy-driven model, Ordos propaganda department, Xinhua Silk Road, 2017-09-10.
public struct CollectiveEconomy: Scheme, Hashable {
  /// An account that gets a fraction of the collective's part.
  struct Use: Hashable, Codable, Sendable {
    let account: Account
    let fraction: Ratio
  }

  /// The name of the scheme.
  public let name: String

  /// The households that take part.
  public let members: Condition

  /// The contributions of money, and the source of each.
  public let funding: Funding

  let returns: Amount
  let householdFraction: Rate
  let key: Key
  let stakeKey: Key
  let collectiveUses: [Use]
  let scope: Distribution.Scope
  let apportionment: Apportionment

  /// Describes a gaqa's collective economy.
  ///
  /// - Parameters:
  ///   - name: What the scheme is called.
  ///   - members: The households that take part.
  ///   - funding: Who put in what.
  ///   - returns: The formula of what the projects bring in.
  ///   - householdFraction: The fraction of it that is the households'; their fraction of the
  ///     funding if left out.
  ///   - key: How the households' part is shared.
  ///   - stakeKey: How the stake is divided among the members; by the same key if left out.
  ///   - collectiveUses: What the collective does with its part; it keeps the rest.
  ///   - scope: Whether members share one pot or those of each gaqa have their own.
  ///   - apportionment: How dividends are rounded and where the odd fen goes.
  public init(
    name: String,
    members: Condition = .always,
    funding: Funding,
    returns: Amount,
    householdFraction: Rate? = nil,
    key: Key = .person,
    stakeKey: Key? = nil,
    collectiveUses: [(Account, Ratio)] = [],
    scope: Distribution.Scope = .members,
    apportionment: Apportionment = .exact
  ) {
    self.name = name
    self.members = members
    self.funding = funding
    self.returns = returns
    self.householdFraction =
      householdFraction
      ?? (scope == .gaqa || funding.isOfEach ? .stakeFraction : .fixed(funding.stakeRatio))
    self.key = key
    self.stakeKey = stakeKey ?? key
    self.collectiveUses = collectiveUses.map(Use.init(account:fraction:))
    self.scope = scope
    self.apportionment = apportionment
  }

  /// The stake, the households' and the collective's parts of the return, and the interest.
  public var clauses: [Clause] {
    funding.stakeClause(by: stakeKey, per: scope)
    Distribution("dividend", of: returns, per: scope) {
      Tier(
        .fraction(householdFraction, of: .pot),
        by: key,
        apportioned: apportionment,
        as: .property
      )
      .serving(.returnOnStake)
      for use in collectiveUses {
        Tier(
          .fraction(
            .fixed(use.fraction),
            of: .fraction(.whole - householdFraction, of: .pot)
          ),
          to: use.account
        )
      }
      Tier(.rest, to: .collective)
    }
    funding.interestClause
  }
}

extension CollectiveEconomy: NamedModel {
  enum CodingKeys: CodingKey {
    case name, members, funding, returns, householdFraction, key, stakeKey, collectiveUses, scope,
      apportionment
  }

  static let model = "collective economy"

  init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      name: parts[.name],
      members: parts[.members, or: .always],
      funding: parts[.funding],
      returns: parts[.returns],
      householdFraction: parts[ifPresent: .householdFraction],
      key: parts[.key, or: .person],
      stakeKey: parts[ifPresent: .stakeKey],
      collectiveUses: (parts[.collectiveUses, or: []] as [Use]).map { ($0.account, $0.fraction) },
      scope: parts[.scope, or: .members],
      apportionment: parts[.apportionment, or: .exact]
    )
  }
}
