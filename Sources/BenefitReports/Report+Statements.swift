import BenefitAssessment
import BenefitBinding

extension Report {
  func statements(_ language: Language) -> Section? {
    let count = settlement.register.count
    if count == 0 { return nil }
    let (shown, all) = (language.number(rows.count), language.number(count))
    let some = language.say(
      "Of \(all) households, the statements of \(shown) are printed; the totals of each gaqa stand behind the chart of the gains.",
      "名册共 \(all) 户，此处列出 \(shown) 户的结算单；各嘎查合计见收益图的数据。"
    )
    return Section(
      id: "statements",
      title: language.say("Statements", "各户结算单"),
      layout: .cards,
      blocks: (rows.count < count ? [.paragraph(some)] : [])
        + rows.enumerated().map { .section(statement(at: $1, $0 + 1, language)) }
    )
  }

  private func statement(at row: Int, _ number: Int, _ language: Language) -> Section {
    let statement = settlement.statements[row]
    let household = statement.household
    let title: Prose =
      names[household.id].map {
        language.say("\(name: household.id), \(name: $0)", "\(name: household.id)，\(name: $0)")
      } ?? "\(name: household.id)"
    let persons = Quantity(Int64(household.persons), .person).words(in: language)
    let status = household.status.words(in: language)
    let who = language.say(
      "\(name: household.gaqa); \(persons); \(status)",
      "\(name: household.gaqa)；\(persons)；\(status)"
    )
    return Section(
      id: "household-\(number)",
      title: title,
      layout: .card,
      blocks: [.paragraph(who)] + tables(of: statement, language) + comparison(statement, language)
        + [
          .details(
            language.say("How the amounts came about", "金额的由来"),
            derivations(of: statement, at: row, language)
          )
        ]
    )
  }

  private func tables(of statement: Statement, _ language: Language) -> [Block] {
    let severalSchemes = settlement.schemes.count > 1
    return statement.sections(in: language).map { title, entries in
      let columns: [Table.Column] = [
        .words(en: "line", zh: "项目"), .words(en: "kind", zh: "性质"),
        .amount(en: "amount", zh: "金额"),
      ]
      var table = Table(columns, in: language)
      for entry in entries {
        let name = entry.name(in: language)
        table.add(
          severalSchemes ? "\(entry.scheme)\(language.say(": ", "：").plain)\(name)" : name,
          entry.flow.text(in: language),
          entry.amountText(in: language, of: statement.currency)
        )
      }
      let units = settlement.currency.units.text(in: language)
      let sums = title == nil ? statement.gains(in: language) : []
      return .table(
        table,
        caption: title.map(Prose.init(_:)) ?? language.say("Amounts in \(units)", "金额（\(units)）"),
        foot: sums.map { [$0.name, "", statement.currency.text($0.amount)] }
      )
    }
  }

  private func comparison(_ statement: Statement, _ language: Language) -> [Block] {
    guard let line = assessment?.line else { return [] }
    let income = statement.compared(to: line)
    let (before, after) = (
      statement.currency.text(income.before), statement.currency.text(income.after)
    )
    let verdict =
      switch (income.isPoorBefore, income.isPoorAfter) {
      case (true, true): language.say("below the line before and after", "帮扶前后均低于贫困线")
      case (true, false): language.say("lifted over the line", "已越过贫困线")
      case (false, true): language.say("fallen below the line", "降至贫困线以下")
      case (false, false): language.say("not below the line", "未低于贫困线")
      }
    return [
      .paragraph(
        language.say(
          "Income for each person \(before) → \(after): \(verdict.plain).",
          "人均收入 \(before) → \(after)：\(verdict.plain)。"
        )
      )
    ]
  }

  /// The derivation of each amount, or, where there is none, why each line gives nothing.
  private func derivations(
    of statement: Statement,
    at row: Int,
    _ language: Language
  ) -> [Block] {
    var reasons = statement.entries.map { ($0.name(in: language), $0.derivation) }
    if reasons.isEmpty {
      reasons = settlement.lines.map { line in
        (line.name(in: language), settlement.derivation(of: line, at: row))
      }
    }
    return reasons.flatMap { name, derivation -> [Block] in
      [.paragraph(Prose(name)), .outline(derivation.lines(.full, in: language))]
    }
  }
}
