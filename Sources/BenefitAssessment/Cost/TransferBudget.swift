public import BenefitBinding

/// A budget that is paid out in equal transfers, and what of the poverty gap it closes.
///
/// ```swift
/// let budget = try TransferBudget(.yuan(400_000), caseload: 3_000, poor: 2_000,
///   fixedCost: .yuan(20_000), costPerPerson: .yuan(10))
/// print(budget.transfers)                           // 350,000.00
/// print(budget.benefit)                             // 350/3 yuan
/// print(budget.gapClosed(of: .yuan(200), among: 2_000))    // 7/12
/// ```
///
/// Source: World Bank course on safety nets, exercise 1 (targeting and budgets).
public struct TransferBudget: Hashable, Sendable {
  /// What may be spent.
  public let budget: Money

  /// The number of persons who are paid.
  public let caseload: Int64

  /// The poor among them.
  public let poor: Int64

  /// What administration costs whatever the caseload.
  public let fixedCost: Money

  /// What administration costs for each person of the caseload.
  public let costPerPerson: Money

  /// What is left for transfers, or nothing where the costs are more than the budget.
  public let transfers: Money

  /// What the costs are beyond the budget, zero as a rule.
  public let shortfall: Money

  /// Describes a budget.
  ///
  /// - Parameters:
  ///   - budget: What may be spent.
  ///   - caseload: The number of persons who are paid.
  ///   - poor: The poor among them.
  ///   - fixedCost: What administration costs whatever the caseload.
  ///   - costPerPerson: What administration costs for each person of the caseload.
  /// - Throws: ``TransferBudgetError`` where a number is below zero, more poor are paid than persons, or the
  ///   costs leave 64 bits of fen.
  public init(
    _ budget: Money,
    caseload: Int64,
    poor: Int64,
    fixedCost: Money = .zero,
    costPerPerson: Money = .zero
  ) throws(TransferBudgetError) {
    for (name, amount) in [
      ("budget", budget), ("fixed cost", fixedCost), ("cost of a person", costPerPerson),
    ] where amount < .zero {
      throw .belowZero(name, amount)
    }
    guard caseload >= 0, (0...caseload).contains(poor) else {
      throw .wrongCaseload(caseload, poor: poor)
    }
    let costs = Int128(fixedCost.fen) + Int128(costPerPerson.fen) * Int128(caseload)
    guard let costs = Int64(exactly: costs) else { throw .overflow(caseload, costPerPerson) }
    self.budget = budget
    self.caseload = caseload
    self.poor = poor
    self.fixedCost = fixedCost
    self.costPerPerson = costPerPerson
    // Neither is below zero, so the difference fits.
    transfers = Money(fen: max(0, budget.fen - costs))
    shortfall = Money(fen: max(0, costs - budget.fen))
  }

  /// The yuan that each person of the caseload gets.
  public var benefit: Statistic { .yuan(transfers, per: caseload, orElse: .emptyCaseload) }

  /// The part of the transfers that goes to persons who are not poor.
  public var leakage: Statistic {
    caseload == 0 ? .undefined(.emptyCaseload) : .exact(Ratio(caseload - poor, caseload))
  }

  /// The part of the poverty gap that the transfers close, every poor person lacking the same.
  ///
  /// What a person gets beyond the gap closes nothing.
  ///
  /// - Parameters:
  ///   - gap: What each poor person lacks to the line.
  ///   - poorPopulation: All the poor, paid or not.
  /// - Returns: A fraction from 0 to 1, or why there is none.
  public func gapClosed(of gap: Money, among poorPopulation: Int64) -> Statistic {
    guard gap > .zero, poorPopulation > 0 else { return .undefined(.noGap) }
    guard caseload > 0 else { return .undefined(.emptyCaseload) }
    let reached = Ratio(min(poor, poorPopulation), poorPopulation)
    let whole = Int128(gap.fen) * Int128(caseload)
    return Statistic(min(Int128(transfers.fen), whole), over: whole) * .exact(reached)
  }

  /// The budget with which everyone in the caseload would get the whole gap.
  ///
  /// - Parameter gap: What each poor person lacks to the line.
  /// - Returns: The transfers and the costs.
  /// - Throws: ``TransferBudgetError`` where it leaves 64 bits of fen.
  public func budgetToClose(_ gap: Money) throws(TransferBudgetError) -> Money {
    let each = Int128(gap.fen) + Int128(costPerPerson.fen)
    guard let fen = Int64(exactly: each * Int128(caseload) + Int128(fixedCost.fen)) else {
      throw .tooLarge(gap)
    }
    return Money(fen: fen)
  }
}

extension TransferBudget: Codable {
  private enum CodingKeys: CodingKey { case budget, caseload, poor, fixedCost, costPerPerson }

  /// Decodes a budget and checks it as the initialiser does.
  ///
  /// - Throws: `DecodingError` with the text of the ``TransferBudgetError``.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let budget = try container.decode(Money.self, forKey: .budget)
    let caseload = try container.decode(Int64.self, forKey: .caseload)
    let poor = try container.decode(Int64.self, forKey: .poor)
    let fixedCost = try container.decode(Money.self, forKey: .fixedCost)
    let costPerPerson = try container.decode(Money.self, forKey: .costPerPerson)
    self = try container.checked(.budget) { () throws(TransferBudgetError) in
      try Self(
        budget,
        caseload: caseload,
        poor: poor,
        fixedCost: fixedCost,
        costPerPerson: costPerPerson
      )
    }
  }

  /// Encodes what the budget was described with; the rest follows from it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(budget, forKey: .budget)
    try container.encode(caseload, forKey: .caseload)
    try container.encode(poor, forKey: .poor)
    try container.encode(fixedCost, forKey: .fixedCost)
    try container.encode(costPerPerson, forKey: .costPerPerson)
  }
}
