public import BenefitBinding

/// The cost of a programme: the money put in by source, and the cost of delivering it.
///
/// ```swift
/// let cost = ProgrammeCost(
///   of: [
///     .contribution(.yuan(500_000), from: .fiscalReliefFund),
///     .contribution(.yuan(300_000), from: .reliefLoan),
///     .contribution(.yuan(60_000), from: .householdFunds),
///   ],
///   delivery: [.init("resident cadres", 3, at: .yuan(20_000))])
/// print(cost.publicMoney, cost.leverage)                            // 500,000.00 18/25
/// print(cost.perHousehold(ProgrammeEffect(households: 41)))         // 560000/41 yuan
/// ```
///
/// What is divided by the effect is the public money: that of public sources and of delivery. Loans and the
/// households' own money are not spent by the public; they are its leverage.
public struct ProgrammeCost: Hashable, Codable, Sendable {
  /// People or things that deliver a programme, such as work teams.
  public struct Delivery: Hashable, Codable, Sendable {
    /// The name of these people or things.
    public let name: String
    /// The number of them.
    public let count: Int64
    /// The cost of one of them to the public, or `nil` where no source says.
    public let each: Money?

    /// Describes what delivers a programme.
    ///
    /// - Precondition: The number and the cost are not below zero.
    public init(_ name: String, _ count: Int64, at each: Money?) {
      self.name = name
      self.count = count
      self.each = each
      if let problem { stop(problem) }
    }

    /// The reason that the delivery is impossible, or `nil`.
    private var problem: String? {
      if count < 0 { return "There cannot be \(count) \(name). Give a number of zero or more." }
      guard let each, each < .zero else { return nil }
      return "One of the \(name) cannot cost \(each). Give a cost of zero or more."
    }

    /// Decodes what delivers a programme.
    ///
    /// - Throws: `DecodingError` where the number or the cost is below zero.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      name = try container.decode(String.self, forKey: .name)
      count = try container.decode(Int64.self, forKey: .count)
      each = try container.decodeIfPresent(Money.self, forKey: .each)
      try decoder.refuse(problem)
    }

    private enum CodingKeys: CodingKey { case name, count, each }

    /// The households reached for each unit of delivery, such as a resident cadre.
    public func households(_ effect: ProgrammeEffect) -> Statistic {
      guard let households = effect.households else { return .undefined(.notStated) }
      return count == 0 ? .undefined(.noDelivery) : .exact(Ratio(households, count))
    }
  }

  /// The money put in, by source.
  public let funding: Funding

  /// The sources whose money is the public's.
  public let publicSources: [Funding.Source]

  /// The people and things that deliver the programme.
  public let delivery: [Delivery]

  /// Describes what a programme costs.
  ///
  /// - Parameters:
  ///   - funding: Who put money in.
  ///   - publicSources: The sources whose money is the public's: `Funding.publicSources` if left
  ///     out.
  ///   - delivery: What delivers the programme.
  public init(
    of funding: Funding,
    publicSources: [Funding.Source] = Funding.publicSources,
    delivery: [Delivery] = []
  ) {
    self.funding = funding
    self.publicSources = publicSources
    self.delivery = delivery
  }

  /// Decodes what a programme costs.
  ///
  /// - Throws: `DecodingError` where all costs together are more money than 64 bits of fen can hold.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    funding = try container.decode(Funding.self, forKey: .funding)
    publicSources = try container.decode([Funding.Source].self, forKey: .publicSources)
    delivery = try container.decode([Delivery].self, forKey: .delivery)
    let costs = delivery.map { Int128($0.each?.fen ?? 0) * Int128($0.count) }
    let limit = Int128(Int64.max)
    // No cost is below zero; once they are too much, they stay so.
    guard costs.reduce(Int128(funding.total.fen), { min($0 + $1, limit + 1) }) <= limit else {
      throw decoder.refusal("All costs together are more money than 64 bits of fen can hold.")
    }
  }

  private enum CodingKeys: CodingKey { case funding, publicSources, delivery }

  /// The money that public sources put in.
  ///
  /// - Precondition: The sum fits in 64 bits of fen.
  public var publicMoney: Money {
    funding.contributions.reduce(.zero) {
      publicSources.contains($1.source) ? $0 + $1.amount : $0
    }
  }

  /// The money that all others put in: loans, households, enterprises.
  ///
  /// - Precondition: The sum fits in 64 bits of fen.
  public var otherMoney: Money { funding.total - publicMoney }

  /// The cost of delivery, or `nil` where the cost of some unit is not stated.
  ///
  /// - Precondition: The sum fits in 64 bits of fen.
  public var deliveryCost: Money? {
    delivery.reduce(Money.zero as Money?) { sum, part in
      if let sum, let each = part.each { sum + each * part.count } else { nil }
    }
  }

  /// Public money and the cost of delivery, or `nil` where that is not stated.
  ///
  /// - Precondition: The sum fits in 64 bits of fen.
  public var spending: Money? { deliveryCost.map { publicMoney + $0 } }

  /// The other money for a yuan of public money put in.
  public var leverage: Statistic { .share(otherMoney, of: publicMoney, orElse: .noPublicMoney) }
}
