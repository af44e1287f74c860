public import BenefitBinding

extension Assessment {
  /// The groups as a table, for a file.
  public var groupTable: Table {
    let figures = ["poor persons", "headcount", "gap", "severity"]
    let columns = figures.flatMap { [Table.Column.amount("\($0) before"), .amount("\($0) after")] }
    var table = Table(["kind", "group", .amount("households"), .amount("persons")] + columns)
    for group in groups {
      let people = [group.everybody.households, group.everybody.persons].map { "\($0)" }
      let sides = [group.before, group.after]
      table.add(
        [group.kind.rawValue, group.name] + people
          + sides.map { "\($0.poor.persons)" }
          + sides.map { $0.headcount.text(decimals: 6) }
          + sides.map(\.gap.plainText)
          + sides.map { $0.severity.text(decimals: 6) }
      )
    }
    return table
  }
}
