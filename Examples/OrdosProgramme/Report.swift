import BenefitAssessment
import BenefitBinding

/// The text that the programme prints.
struct Report {
  let cases: [PublishedCase]
  let settlement: Settlement

  /// The language of the report, and of all names in the cases.
  let say: Language

  /// Everything, scheme by scheme, and the comparison at the end.
  func text() throws -> String {
    let sections = try cases.map(section)
    let (households, persons) = (settlement.register.count, settlement.register.personCount)
    let summary = say(
      "Programme: \(settlement.householdsReached) of \(households) households and "
        + "\(settlement.personsReached) of \(persons) persons have income from it, "
        + "\(settlement.gross) yuan gross and \(settlement.net) yuan net of costs.",
      "全部方案：名册共 \(households) 户、\(persons) 人，其中 \(settlement.householdsReached) 户、"
        + "\(settlement.personsReached) 人取得收入，"
        + "总收益 \(settlement.gross) 元，扣除成本后净收益 \(settlement.net) 元。"
    )
    return try (sections + [summary, assessmentText(), auditText(), comparison()])
      .joined(separator: "\n\n")
  }

  /// A title with a line under it.
  func underlined(_ title: String) -> String {
    // A Chinese character fills two cells.
    let width = title.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
    return title + "\n" + String(repeating: "=", count: width)
  }

  // MARK: - One scheme

  private func section(_ published: PublishedCase) throws -> String {
    var lines = [
      underlined(published.name + say(": ", "：") + published.scheme.name),
      say("Published: ", "公开报道：") + published.published,
      "",
    ]
    let tables =
      [householdTable(published)]
      + [published.scheme.organisationMode?.table(in: say)].compactMap(\.self)
      + (try published.tables(settlement.register))
    for table in tables where !table.rows.isEmpty { lines += [table.text, ""] }
    lines += accounts(published)
    lines += try yields(published)
    lines += published.derived.map {
      say("Worked back from the outcome: \($0).", "由公布成效倒推：\($0)。")
    }
    lines += published.assumed.map { say("Assumed: \($0).", "假定：\($0)。") }
    lines += settlement.notices.filter { $0.scheme == published.scheme.name }
      .map { say("Found: ", "提示：") + $0.text(in: say) }
    if let example = published.example, let statement = settlement.statement(for: example) {
      lines += ["", statement.text(.full, in: say)]
    }
    return lines.joined(separator: "\n")
  }

  /// The lines of a scheme, households of one size with the same amount on one row.
  private func householdTable(_ published: PublishedCase) -> Table {
    var table = Table(
      .words(en: "line", zh: "项目"),
      .amount(en: "households", zh: "户数"),
      .amount(en: "persons each", zh: "每户人口"),
      .amount(en: "yuan each", zh: "每户金额（元）"),
      in: say
    )
    let register = settlement.register
    for line in settlement.lines
    where line.scheme == published.scheme.name && line.total != .zero {
      let (name, flow) = (line.name(in: say), line.flow.text(in: say))
      var groups: [(persons: Int, amount: Money, count: Int)] = []
      for row in register.indices where line[row] != .zero {
        let persons = register[row].persons
        if let group = groups.firstIndex(where: { ($0.persons, $0.amount) == (persons, line[row]) })
        {
          groups[group].count += 1
        } else {
          groups.append((persons, line[row], 1))
        }
      }
      for group in groups {
        table.add(
          say("\(name) (\(flow))", "\(name)（\(flow)）"),
          "\(group.count)",
          "\(group.persons)",
          "\(group.amount)"
        )
      }
      table.add(say("  all households", "  各户合计"), "\(line.householdCount)", "", "\(line.total)")
    }
    return table
  }

  /// What went to others than households.
  private func accounts(_ published: PublishedCase) -> [String] {
    settlement.waterfalls.filter { $0.scheme == published.scheme.name }.flatMap { waterfall in
      (0..<waterfall.count).flatMap { index in
        waterfall.steps.filter { $0.account != nil }.map { step in
          let (paid, pot) = (step.paid(index), waterfall.pot(index))
          return say(
            "\(waterfall.clause): \(paid) of \(pot) to the \(step.name)",
            "\(waterfall.clause(in: say))：归\(step.name(in: say)) \(paid) 元（分配总额 \(pot) 元）"
          )
        }
      }
    }
  }

  /// The yield on the households' stake, which follows from what was paid.
  private func yields(_ published: PublishedCase) throws -> [String] {
    let stake = published.scheme.funding.stake
    guard stake > .zero else { return [] }
    let dividend = try settlement.line("dividend", of: published.scheme.name).total
    let yield = dividend.ratio(to: stake).percentText(decimals: 4, in: say)
    return [
      say(
        "Implied yield, a result and not an input: \(dividend) on a stake of \(stake) is \(yield)",
        "推算收益率（计算结果，非约定条件）：分红 \(dividend) 元 ÷ 入股资金 \(stake) 元 = \(yield)"
      )
    ]
  }
}
