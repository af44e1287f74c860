public import BenefitBinding

extension PublicGood {
  /// The money of all funding for each unit.
  ///
  /// - Precondition: The funding fits in 64 bits of fen.
  public var costPerUnit: Statistic { cost(per: units) }

  /// The money of all funding for each household reached.
  ///
  /// - Precondition: The funding fits in 64 bits of fen.
  public var costPerHousehold: Statistic { cost(per: households) }

  /// The money of all funding for each person reached.
  ///
  /// - Precondition: The funding fits in 64 bits of fen.
  public var costPerPerson: Statistic { cost(per: persons) }

  /// Returns a table of the cost in all and for each unit, household and person.
  ///
  /// - Precondition: The funding fits in 64 bits of fen.
  public func table(in language: Language = .english) -> Table {
    var table = Table(
      .words(en: "cost", zh: "成本"),
      .amount(en: "number", zh: "数量"),
      .amount(en: "\(currency.units)", zh: currency.unit.chinese),
      in: language
    )
    table.add(Phrase(en: "in all", zh: "合计").text(in: language), "", currency.text(funding.total))
    for (name, count) in [(unit, units), ("household", households), ("person", persons)] {
      let each = Phrase(en: "each \(name)", zh: "每\(StandardUnit.chinese(name))")
      let number = count.map { "\($0)" } ?? ""
      table.add(each.text(in: language), number, cost(per: count).moneyText(in: language))
    }
    return table
  }

  private func cost(per count: Int64?) -> Statistic {
    count.map { .money(funding.total, in: currency, per: $0, orElse: .noUnit) }
      ?? .undefined(.notStated)
  }
}
