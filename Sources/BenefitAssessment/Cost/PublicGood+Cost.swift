public import BenefitBinding

extension PublicGood {
  /// The yuan of all funding for each unit.
  ///
  /// - Precondition: The funding fits in 64 bits of fen.
  public var costPerUnit: Statistic { cost(per: units) }

  /// The yuan of all funding for each household reached.
  ///
  /// - Precondition: The funding fits in 64 bits of fen.
  public var costPerHousehold: Statistic { cost(per: households) }

  /// The yuan of all funding for each person reached.
  ///
  /// - Precondition: The funding fits in 64 bits of fen.
  public var costPerPerson: Statistic { cost(per: persons) }

  /// A table of the cost in all and for each unit, household and person.
  ///
  /// - Precondition: The funding fits in 64 bits of fen.
  public var table: Table {
    var table = Table("cost", .amount("number"), .amount("yuan"))
    table.add("in all", "", funding.total.description)
    for (name, count) in [(unit, units), ("household", households), ("person", persons)] {
      table.add("each \(name)", count.map { "\($0)" } ?? "", cost(per: count).yuanText)
    }
    return table
  }

  private func cost(per count: Int64?) -> Statistic {
    count.map { .yuan(funding.total, per: $0, orElse: .noUnit) } ?? .undefined(.notStated)
  }
}
