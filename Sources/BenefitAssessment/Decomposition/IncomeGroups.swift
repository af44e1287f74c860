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
public struct IncomeGroups<Group: Hashable & Comparable & Sendable>: Sendable {
  /// The whole population.
  let whole: Incomes

  /// The groups in ascending order: the label that their households have in common, and their incomes.
  public let parts: [(group: Group, incomes: Incomes)]
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
      let name = Phrase(en: "labels", zh: "分组标签")
      throw .unequalColumns(name, labels.count, households: fen.count)
    }
    var rows: [Group: [Int]] = [:]
    for (row, label) in labels.enumerated() { rows[label, default: []].append(row) }
    let parts = rows.sorted { $0.key < $1.key }.map { ($0.key, self.rows($0.value)) }
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
  /// - Returns: The inequality that would be left if every group had the same mean, that which would be left if everyone
  ///   had the mean of their group, which together are the index of the whole, and what each group adds to the first.
  /// - Precondition: The order is a number.
  /// - Complexity: O(n).
  public func entropy(
    order: Double
  ) -> (within: Statistic, between: Statistic, contributions: [Statistic]) {
    let contributions = parts.map { _, incomes in
      let own = incomes[.entropy(order: order)]
      let addsNothing = own.reason == .zeroTotal || own.reason == .nobody
      return addsNothing ? .exact(.zero) : weight(of: incomes, order) * own
    }
    // Of a sample a group may hold only households that stand for none.
    let inhabited = parts.map(\.incomes).filter { $0.personParts > 0 }
    let means = Incomes(
      unchecked: inhabited.map(\.totalFen),
      persons: inhabited.map(\.personParts),
      weights: nil,
      whole.currency
    )
    return (contributions.reduce(.exact(.zero), +), means[.entropy(order: order)], contributions)
  }

  private func share(of part: Incomes) -> Statistic {
    Statistic(part.personParts, of: whole.personParts, orElse: .nobody)
  }

  private func weight(of part: Incomes, _ order: Double) -> Statistic {
    let persons = share(of: part)
    guard whole.totalFen != 0 else { return .undefined(.zeroTotal) }
    let money = Statistic(Int128(part.totalFen), over: Int128(whole.totalFen))
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
    parts.map { _, part in
      if !index.isAdditive { return .undefined(.notAdditive) }
      return part.personParts == 0 && whole.personParts > 0
        ? .exact(.zero) : share(of: part) * part.poverty(below: line)[index]
    }
  }
}
