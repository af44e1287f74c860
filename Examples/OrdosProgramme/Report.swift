import BenefitAssessment
import BenefitBinding

/// The text that the programme prints.
struct Report {
  let cases: [PublishedCase]
  let settlement: Settlement

  /// Everything, scheme by scheme, and the comparison at the end.
  func text() throws -> String {
    let sections = try cases.map(section)
    let register = settlement.register
    let summary =
      "Programme: \(settlement.householdsReached) of \(register.count) households and "
      + "\(settlement.personsReached) of \(register.personCount) persons have income from it, "
      + "\(settlement.gross) yuan gross and \(settlement.net) yuan net of costs."
    return try (sections + [summary, assessmentText(), auditText(), comparison()])
      .joined(separator: "\n\n")
  }

  // MARK: - One scheme

  private func section(_ published: PublishedCase) throws -> String {
    var lines = [
      "\(published.name): \(published.scheme.name)",
      String(repeating: "=", count: published.name.count + 2 + published.scheme.name.count),
      "Published: \(published.published)",
      "",
    ]
    let tables =
      [householdTable(published)] + [published.scheme.organisationMode?.table()].compactMap(\.self)
      + (try published.tables(settlement.register))
    for table in tables where !table.rows.isEmpty { lines += [table.text, ""] }
    lines += accounts(published)
    lines += try yields(published)
    lines += published.derived.map { "Worked back from the outcome: \($0)." }
    lines += published.assumed.map { "Assumed: \($0)." }
    lines += settlement.notices.filter { $0.scheme == published.scheme.name }
      .map { "Found: \($0.description)" }
    if let example = published.example, let statement = settlement.statement(for: example) {
      lines += ["", statement.description]
    }
    return lines.joined(separator: "\n")
  }

  /// The lines of a scheme, households of one size with the same amount on one row.
  private func householdTable(_ published: PublishedCase) -> Table {
    var table = Table("line", .amount("households"), .amount("persons each"), .amount("yuan each"))
    let register = settlement.register
    for line in settlement.lines
    where line.scheme == published.scheme.name && line.total != .zero {
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
          "\(line.name) (\(line.flow))",
          "\(group.count)",
          "\(group.persons)",
          "\(group.amount)"
        )
      }
      table.add("  all households", "\(line.householdCount)", "", "\(line.total)")
    }
    return table
  }

  /// What went to others than households.
  private func accounts(_ published: PublishedCase) -> [String] {
    settlement.waterfalls.filter { $0.scheme == published.scheme.name }.flatMap { waterfall in
      (0..<waterfall.count).flatMap { pot in
        waterfall.steps.filter { $0.account != nil }.map { step in
          "\(waterfall.clause): \(step.paid(pot)) of \(waterfall.pot(pot)) to the \(step.name)"
        }
      }
    }
  }

  /// The yield on the households' stake, which follows from what was paid.
  private func yields(_ published: PublishedCase) throws -> [String] {
    let funding = published.scheme.funding
    guard funding.stake > .zero else { return [] }
    let dividend = try settlement.line("dividend", of: published.scheme.name)
    let yield = dividend.total.ratio(to: funding.stake).percentText(decimals: 4)
    return [
      "Implied yield, a result and not an input: \(dividend.total) on a stake of "
        + "\(funding.stake) is \(yield)"
    ]
  }

  // MARK: - All of them

  /// The checks of all cases in order.
  func checks() throws -> [(name: String, check: Check)] {
    try cases.flatMap { published in
      try published.checks(settlement).map { (published.name, $0) }
    }
  }

  private func comparison() throws -> String {
    var table = Table(
      "case",
      "quantity",
      "unit",
      .amount("published"),
      .amount("computed"),
      "verdict"
    )
    for (name, check) in try checks() {
      table.add(
        name,
        check.figure.quantity,
        check.figure.unit,
        check.published,
        check.result,
        check.verdict.rawValue
      )
    }
    let reasons = try checks().compactMap { name, check in
      check.reason.map { "Unknown: \(name), \(check.figure.quantity): \($0)" }
    }
    return (["Published against computed", "", table.text, ""] + reasons).joined(separator: "\n")
  }
}
