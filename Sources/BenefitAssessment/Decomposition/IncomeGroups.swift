public import BenefitBinding

/// A population parted into groups, to see what of its poverty and inequality lies where.
///
/// ```swift
/// let incomes = try Incomes([.yuan(100), .yuan(300), .yuan(200), .yuan(400)])
/// let groups = try incomes.grouped(by: ["north", "north", "south", "south"])
/// let theil = groups.entropy(order: 1)
/// print(theil.within.text(decimals: 4), theil.between.text(decimals: 4))        // 0.0863 0.0201
/// print(groups.contributions(to: .povertyGap, below: .yuan(250)))               // [3/20, 1/20]
/// ```
public struct IncomeGroups<Group: Hashable & Comparable & Sendable>: Hashable, Sendable {
  /// One group.
  public struct Part: Hashable, Sendable {
    /// The label that the households have in common.
    public let group: Group
    /// Their incomes.
    public let incomes: Incomes
  }

  /// An entropy index as a sum.
  public struct EntropyParts: Hashable, Sendable {
    /// The index of the whole population: ``within`` and ``between`` together.
    public let total: Statistic
    /// The inequality that would be left if every group had the same mean.
    public let within: Statistic
    /// The inequality that would be left if everyone had the mean of their group.
    public let between: Statistic
    /// The contribution of each group to ``within``, in the order of the groups.
    public let contributions: [Statistic]
  }

  /// The whole population.
  public let whole: Incomes

  /// The groups in ascending order.
  public let parts: [Part]
}

extension Incomes {
  /// The population parted by a label of each household.
  ///
  /// - Parameter labels: The label of each household, row by row.
  /// - Returns: The groups in ascending order of their labels.
  /// - Throws: `BenefitError` where there is not one label for each household.
  /// - Complexity: O(n + g log g) for n households and g groups.
  public func grouped<Group>(
    by labels: some Collection<Group>
  ) throws(BenefitError) -> IncomeGroups<Group> {
    guard labels.count == fen.count else {
      throw .unequalColumns("labels", labels.count, households: fen.count)
    }
    var rows: [Group: [Int]] = [:]
    for (row, label) in labels.enumerated() { rows[label, default: []].append(row) }
    let parts = rows.sorted { $0.key < $1.key }.map { label, rows in
      IncomeGroups<Group>.Part(group: label, incomes: self.rows(rows))
    }
    return IncomeGroups(whole: self, parts: parts)
  }
}

// MARK: - Decomposing

extension IncomeGroups {
  /// The generalised entropy index within and between the groups.
  ///
  /// With the shares v of a group in the persons and s in the income, it adds v^(1 − α)·sᵅ times its own index to
  /// what is within; a group without income adds nothing. Source: Shorrocks, 1984.
  ///
  /// - Precondition: The order is a number.
  /// - Complexity: O(n).
  public func entropy(order: Double) -> EntropyParts {
    let contributions = parts.map { part in
      let own = part.incomes.inequality[.entropy(order: order)]
      return own.reason == .zeroTotal ? .exact(.zero) : weight(of: part, order) * own
    }
    let means = Incomes(
      unchecked: parts.map(\.incomes.totalFen),
      persons: parts.map(\.incomes.personCount)
    )
    return EntropyParts(
      total: whole.inequality[.entropy(order: order)],
      within: contributions.reduce(.exact(.zero), +),
      between: means.inequality[.entropy(order: order)],
      contributions: contributions
    )
  }

  private func weight(of part: Part, _ order: Double) -> Statistic {
    let persons = Statistic(Int128(part.incomes.personCount), over: Int128(whole.personCount))
    guard whole.totalFen != 0 else { return .undefined(.zeroTotal) }
    let money = Statistic(Int128(part.incomes.totalFen), over: Int128(whole.totalFen))
    if order == 0 { return persons }
    if order == 1 { return money }
    guard let v = persons.value, let s = money.value, s > 0 else { return .exact(.zero) }
    return .number(v * Elementary.power(s / v, order))
  }

  /// Returns each group's contribution to a poverty index of the whole: its share of persons times
  /// its index.
  ///
  /// The contributions of an additive index add up to it; of any other they are undefined.
  ///
  /// - Complexity: O(n).
  public func contributions(to index: PovertyIndex, below line: Money) -> [Statistic] {
    parts.map { part in
      guard index.isAdditive else { return .undefined(.notAdditive) }
      let share = Statistic(Int128(part.incomes.personCount), over: Int128(whole.personCount))
      return share * part.incomes.poverty(below: line)[index]
    }
  }
}
