public import BenefitBinding

extension Assessment {
  /// Returns the groups as a table, for a file.
  public func groupTable(in language: Language = .english) -> Table {
    let figures = [
      ("poor persons", "贫困人口"), ("headcount", "贫困发生率"), ("gap", "贫困缺口"),
      ("severity", "贫困强度"),
    ]
    let columns = figures.flatMap { english, chinese in
      [
        Table.Column.amount(en: "\(english) before", zh: "帮扶前\(chinese)"),
        .amount(en: "\(english) after", zh: "帮扶后\(chinese)"),
      ]
    }
    let trait: [Table.Column] = [
      .words(en: "kind", zh: "分组"), .words(en: "group", zh: "组别"),
      .amount(en: "households", zh: "户数"), .amount(en: "persons", zh: "人口"),
    ]
    var table = Table(trait + columns, in: language)
    for group in groups {
      let people = [group.everybody.households, group.everybody.persons].map { "\($0)" }
      let sides = [group.before, group.after]
      table.add(
        [group.kind.text(in: language), group.name(in: language)] + people
          + sides.map { "\($0.poor.persons)" }
          + sides.map { $0.headcount.text(decimals: 6, in: language) }
          + sides.map { before.currency.text($0.gap) }
          + sides.map { $0.severity.text(decimals: 6, in: language) }
      )
    }
    return table
  }
}
