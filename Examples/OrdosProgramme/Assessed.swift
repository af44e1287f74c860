import BenefitAssessment
import BenefitBinding

/// Gives households incomes before the schemes, which no source states.
///
/// They lie evenly between 1,500 and 2,949 yuan a person below the national line, and between 3,000 and
/// 3,999 above it.
func withAssumedIncomes(_ households: [Household]) -> [Household] {
  households.enumerated().map { index, household in
    var household = household
    let perPerson =
      household.status == .belowNationalLine
      ? 1_500 + index * 617 % 1_450 : 3_000 + index * 617 % 1_000
    household.baselineIncome = .yuan(Int64(perPerson * household.persons))
    return household
  }
}

extension Report {
  /// The incomes with and without the schemes, held against the national line of the year.
  func assessment() throws -> Assessment {
    try Assessment(of: settlement, below: Self.line().perPerson)
  }

  private static func line() throws -> PovertyLine { try PovertyLine.ruralChina.line(in: 2016) }

  /// What the schemes do to poverty, which of them does how much, and what it costs.
  func assessmentText() throws -> String {
    let assessment = try assessment()
    let line = try Self.line()
    var measures = Table("measure", .amount("before"), .amount("after"), "convention")
    let short = [
      "poor persons", "poor households", "total gap", PovertyIndex.headcount.name,
      PovertyIndex.povertyGap.name, PovertyIndex.severity.name, PovertyIndex.watts.name,
      PovertyIndex.sen.name, PovertyIndex.senShorrocksThon.name, InequalityIndex.gini.name,
      "persons made poorer", TargetingIndex.exclusionError(.persons).name,
      TargetingIndex.leakage.name, TargetingIndex.coadyGroshHoddinott(.percent(40)).name,
    ]
    // The columns are topic, measure, convention, before and after.
    for row in assessment.table.rows where short.contains(row[1]) {
      measures.add(row[1], row[3], row[4], row[2])
    }
    let gap = try settlement.attribution(of: .gap, below: line.perPerson)
    return [
      "Assessment",
      "==========",
      "Poor is who has less than \(line.perPerson) yuan a person: \(line.name), \(line.year).",
      "Assumed: incomes before the schemes, spread evenly from 1,500 to 2,949 yuan a person below the "
        + "national line and from 3,000 to 3,999 above it, as no source states them.",
      "",
      measures.text,
      "",
      "By how many yuan each scheme narrows the poverty gap: its own part of what all do together, "
        + "what it would do alone, and what would be missing without it.",
      "",
      table(of: gap).text,
      "",
      "Households by the number of schemes that give them income",
      "",
      Overlap(of: settlement).numbers.text,
      "",
      cost(assessment),
    ].joined(separator: "\n")
  }

  /// The schemes that narrow the gap at all, in yuan.
  private func table(of gap: Attribution) -> Table {
    var table = Table("scheme", .amount("Shapley"), .amount("first in"), .amount("last in"))
    for scheme in gap.schemes where scheme.firstIn.value != 0 {
      table.add(
        scheme.name,
        scheme.shapley.text(decimals: 2),
        scheme.firstIn.text(decimals: 2),
        scheme.lastIn.text(decimals: 2)
      )
    }
    table.add("all together", gap.total.text(decimals: 2), "", "")
    return table
  }

  /// What the public money bought, and when a fund comes back.
  private func cost(_ assessment: Assessment) -> String {
    let funding = Funding(cases.flatMap(\.scheme.funding.contributions))
    let cost = ProgrammeCost(
      of: funding,
      publicSources: Funding.publicSources + [.init("agricultural and husbandry bureau")]
    )
    let (before, after) = (assessment.before, assessment.owed.incomes)
    let poor = [before, after].map { $0.poverty(below: assessment.line).poor.persons }
    let bought = cost.table(
      households: Int64(settlement.householdsReached),
      persons: settlement.personsReached,
      personsLifted: poor[0] - poor[1],
      gapReduction: assessment.owed.sides.gains - assessment.owed.sides.impoverishment
    )
    let fund = CashFlows.returns(
      on: .yuan(860_000),
      yearly: Array(repeating: .yuan(164_000), count: 6)
    )
    let fiveYears = CashFlows.returns(
      on: .yuan(860_000),
      yearly: Array(repeating: .yuan(164_000), count: 5)
    )
    return [
      "The stock of public money held against one year's effect",
      "",
      bought.text,
      "",
      "The other money is that of Nalinxili, whose sources are not told apart; the subsidy to Lvmei "
        + "Company is not among the funds.",
      "Nalinxili's 860,000 yuan at 164,000 yuan a year without the principal: \(fund.payback()); "
        + "internal rate over five years \(fiveYears.internalRate).",
    ].joined(separator: "\n")
  }

  // MARK: - Audit

  /// What an auditor would ask about the schemes.
  func audit() -> Audit {
    var audit = Audit()
    audit.examine(settlement)
    return audit
  }

  func auditText() -> String {
    (["Audit", "====="] + audit().findings.map(\.description)).joined(separator: "\n")
  }
}
