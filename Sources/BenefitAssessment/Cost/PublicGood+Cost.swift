public import BenefitBinding

extension PublicGood {
  /// The yuan for one unit: all funding over the units.
  ///
  /// - Precondition: The funding fits in 64 bits of fen.
  public var costPerUnit: Statistic { cost(over: units, orElse: .noUnit) }

  /// The yuan for each household reached.
  ///
  /// - Precondition: The funding fits in 64 bits of fen.
  public var costPerHousehold: Statistic { cost(over: reach.households, orElse: .noHousehold) }

  /// The yuan for each person reached.
  ///
  /// - Precondition: The funding fits in 64 bits of fen.
  public var costPerPerson: Statistic { cost(over: reach.persons, orElse: .noPerson) }

  /// A table of the cost in all and for each unit, household and person.
  ///
  /// - Precondition: The funding fits in 64 bits of fen.
  public var table: Table {
    var table = Table("cost", .amount("number"), .amount("yuan"))
    func add(_ name: String, _ count: Int64?, _ cost: Statistic) {
      table.add(name, count.map { "\($0)" } ?? "", cost.yuanText)
    }
    table.add("in all", "", funding.total.description)
    add("each \(unit)", units, costPerUnit)
    add("each household", reach.households, costPerHousehold)
    add("each person", reach.persons, costPerPerson)
    return table
  }

  private func cost(over count: Int64?, orElse reason: Statistic.Reason) -> Statistic {
    guard let count else { return .undefined(.notStated) }
    return .yuan(funding.total, per: count, orElse: reason)
  }
}
