/// The treasury pays an enterprise or cooperative for taking poor households along.
///
/// It pays a rate for each household that meets `members`, up to a cap where one is agreed, and claws back what it paid for
/// households that are no longer reached. The subsidy is the lead entity's; no household gets any of it.
/// Who is reached is for the banner to verify: put it into a measure and make it the condition.
///
/// ```swift
/// let subsidy = LeadEntitySubsidy(
///   name: "Subsidy to Lvmei Company",
///   perHousehold: .yuan(5_000), cap: .yuan(2_000_000))
/// ```
///
/// The account ``Account/leadEntity`` receives what is due beyond `paidBefore`: what the books say that it
/// holds, unless the terms state it. What was paid beyond what is now due is drawn from the lead entity's
/// account, where it stands in the books, and goes to ``Account/treasury``.
///
/// Source: up to 2,000,000 yuan for each new-type husbandry entity, Ordos propaganda department, Xinhua
/// Silk Road, 2017-09-10; the rate is the banner's to set.
public struct LeadEntitySubsidy: Scheme, Hashable {
  /// The name of the scheme.
  public let name: String

  /// The households that the lead entity reaches.
  public let members: Condition

  let perHousehold: Amount
  let cap: Amount?
  let paidBefore: Amount

  /// Describes a subsidy.
  ///
  /// - Parameters:
  ///   - name: What the scheme is called.
  ///   - members: The households that the lead entity reaches.
  ///   - perHousehold: What is paid for each of them.
  ///   - cap: The most that is paid; no bound if left out.
  ///   - paidBefore: What earlier seasons paid already; what the books say if left out.
  public init(
    name: String,
    members: Condition = .always,
    perHousehold: Amount,
    cap: Amount? = nil,
    paidBefore: Amount = .balance(of: .leadEntity)
  ) {
    self.name = name
    self.members = members
    self.perHousehold = perHousehold
    self.cap = cap
    self.paidBefore = paidBefore
  }

  /// The clauses: the subsidy due to the lead entity, and the amount it has to give back.
  public var clauses: [Clause] {
    let reached = Amount.membersTotal(.each(perHousehold, per: .household))
    let due = cap.map { reached.capped(at: $0) } ?? reached
    Distribution("subsidy", of: .excess(of: due, over: paidBefore)) {
      Tier(.rest, to: .leadEntity)
    }
    // What the books do not hold cannot be drawn from them.
    let source: Account? = paidBefore == .balance(of: .leadEntity) ? .leadEntity : nil
    Distribution("clawed back", of: .excess(of: paidBefore, over: due), from: source) {
      Tier(.rest, to: .treasury)
    }
  }
}

extension Account {
  /// The enterprise or cooperative that takes poor households along.
  public static let leadEntity = Self(.leadEntity)
  /// The public purse.
  public static let treasury = Self(.treasury)
}

extension LeadEntitySubsidy: NamedModel {
  enum CodingKeys: CodingKey { case name, members, perHousehold, cap, paidBefore }

  static let model = "lead entity subsidy"

  init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      name: parts[.name],
      members: parts[.members, or: .always],
      perHousehold: parts[.perHousehold],
      cap: parts[ifPresent: .cap],
      paidBefore: parts[.paidBefore, or: .balance(of: .leadEntity)]
    )
  }
}
