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
    let gap = try settlement.attribution(of: .gap, below: line.perPerson)
    return [
      underlined(say("Assessment", "减贫成效评估")),
      say(
        "Poor is who has less than \(line.perPerson) yuan a person: \(line.name), \(line.year).",
        "贫困认定标准：年人均收入低于 \(line.perPerson) 元（\(line.year) 年\(line.name(in: say))）。"
      ),
      say(
        "Assumed: incomes before the schemes, spread evenly from 1,500 to 2,949 yuan a person below "
          + "the national line and from 3,000 to 3,999 above it, as no source states them.",
        "假定：各户帮扶前的收入均未见记载，国家贫困线以下户按人均 1,500 至 2,949 元、以上户按人均 3,000 至 3,999 元均匀设定。"
      ),
      "",
      measures(of: assessment).text,
      "",
      say(
        "By how many yuan each scheme narrows the poverty gap: its own part of what all do together, "
          + "what it would do alone, and what would be missing without it.",
        "各方案缩小贫困缺口的金额（元）：在全部方案合计缩小额中的应占份额、单独实施时的缩小额、缺少该方案时少缩小的数额。"
      ),
      "",
      table(of: gap).text,
      "",
      say("Households by the number of schemes that give them income", "按取得收入的方案个数划分的户数"),
      "",
      Overlap(of: settlement).numbers(in: say).text,
      "",
      cost(assessment),
    ].joined(separator: "\n")
  }

  /// The measures that a reader asks for first.
  private func measures(of assessment: Assessment) -> Table {
    var table = Table(
      .words(en: "measure", zh: "指标"),
      .amount(en: "before", zh: "帮扶前"),
      .amount(en: "after", zh: "帮扶后"),
      .words(en: "convention", zh: "口径"),
      in: say
    )
    let short = [
      "poor persons", "poor households", "total gap", PovertyIndex.headcount.name,
      PovertyIndex.povertyGap.name, PovertyIndex.severity.name, PovertyIndex.watts.name,
      PovertyIndex.sen.name, PovertyIndex.senShorrocksThon.name, InequalityIndex.gini.name,
      "persons made poorer", TargetingIndex.exclusionError(.persons).name,
      TargetingIndex.leakage.name, TargetingIndex.coadyGroshHoddinott(.percent(40)).name,
    ]
    // The columns are topic, measure, convention, before and after; a measure is found by its English name.
    let rows = zip(assessment.table().rows, assessment.table(in: say).rows)
    for (english, row) in rows where short.contains(english[1]) {
      table.add(row[1], row[3], row[4], row[2])
    }
    return table
  }

  /// The schemes that narrow the gap at all, in yuan.
  private func table(of gap: Attribution) -> Table {
    var table = Table(
      .words(en: "scheme", zh: "方案"),
      .amount(en: "Shapley", zh: "应占份额"),
      .amount(en: "first in", zh: "单独实施"),
      .amount(en: "last in", zh: "缺少时减少"),
      in: say
    )
    for scheme in gap.schemes where scheme.firstIn.value != 0 {
      table.add(
        scheme.name,
        scheme.shapley.text(decimals: 2, in: say),
        scheme.firstIn.text(decimals: 2, in: say),
        scheme.lastIn.text(decimals: 2, in: say)
      )
    }
    table.add(say("all together", "全部方案合计"), gap.total.text(decimals: 2, in: say), "", "")
    return table
  }

  /// What the public money bought, and when a fund comes back.
  private func cost(_ assessment: Assessment) -> String {
    let funding = Funding(cases.flatMap(\.scheme.funding.contributions))
    let cost = ProgrammeCost(
      of: funding,
      publicSources: Funding.publicSources + [say.husbandryBureau]
    )
    let (before, after) = (assessment.before, assessment.owed.incomes)
    let poor = [before, after].map { $0.poverty(below: assessment.line).poor.persons }
    let bought = cost.table(
      households: Int64(settlement.householdsReached),
      persons: settlement.personsReached,
      personsLifted: poor[0] - poor[1],
      gapReduction: assessment.owed.sides.gains - assessment.owed.sides.impoverishment,
      in: say
    )
    func returns(_ years: Int) -> CashFlows {
      .returns(on: .yuan(860_000), yearly: Array(repeating: .yuan(164_000), count: years))
    }
    let payback = returns(6).payback().text(in: say)
    let rate = returns(5).internalRate.text(in: say)
    return [
      say("The stock of public money held against one year's effect", "公共资金投入总额与一年成效对比"),
      "",
      bought.text,
      "",
      say(
        "The other money is that of Nalinxili, whose sources are not told apart; the subsidy to Lvmei "
          + "Company is not among the funds.",
        "其他资金为纳林希里村的入股资金，其来源未分列；绿美公司的带贫补助不在投入资金之内。"
      ),
      say(
        "Nalinxili's 860,000 yuan at 164,000 yuan a year without the principal: \(payback); "
          + "internal rate over five years \(rate).",
        "纳林希里村投入 860,000 元，每年收益 164,000 元，不退本金：\(payback)；五年内部收益率 \(rate)。"
      ),
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
    ([underlined(say("Audit", "审计疑点"))] + audit().findings.map { $0.text(in: say) })
      .joined(separator: "\n")
  }
}
