import BenefitAssessment
import BenefitBinding

extension Report {
  func heading(in language: Language) -> Prose {
    title.map { "\(name: $0)" } ?? language.say("Settlement", "结算报告")
  }

  /// The season, and the counts that a reader asks for first.
  func opening(in language: Language) -> [Block] {
    let register = settlement.register
    let currency = settlement.currency.units.text(in: language)
    let gaqas = language.number(register.gaqas.count)
    let (households, persons) = (settlement.householdsReached, settlement.personsReached)
    func count(_ reached: some BinaryInteger, of all: some BinaryInteger) -> Prose {
      language.say(
        "\(language.number(reached)) of \(language.number(all))",
        "\(language.number(reached)) / \(language.number(all))"
      )
    }
    func text(_ money: Money) -> Prose { Prose(settlement.currency.text(money)) }
    var facts: [(name: Prose, value: Prose)] = [
      (language.say("Households with income", "取得收入户数"), count(households, of: register.count)),
      (language.say("Persons in them", "取得收入人口"), count(persons, of: register.personCount)),
      (language.say("Gaqas", "嘎查"), Prose(gaqas)),
      (language.say("Income, \(currency)", "总收益（\(currency)）"), text(settlement.gross)),
      (language.say("Costs, \(currency)", "成本（\(currency)）"), text(settlement.costs)),
      (language.say("Net gain, \(currency)", "净收益（\(currency)）"), text(settlement.net)),
    ]
    if let assessment {
      let sides = [assessment.before, assessment.owed.incomes]
      let poor = sides.map { language.number($0.poverty(below: assessment.line).poor.persons) }
      let gini = sides.map { $0.lorenz.index.text(decimals: 4, in: language) }
      facts += [
        (language.say("Poor persons", "贫困人口"), Prose(poor.joined(separator: " → "))),
        (language.say("Gini", "基尼系数"), Prose(gini.joined(separator: " → "))),
      ]
    }
    return [
      .paragraph(
        language.say(
          "Season: \(name: settlement.season.name). All amounts are in \(currency).",
          "期间：\(name: settlement.season.name)。金额单位：\(currency)。"
        )
      ),
      .facts(facts),
    ]
  }

  /// All that follows the opening.
  func sections(in language: Language) -> [Section] {
    [gains(language), poverty(language)].compactMap(\.self)
      + [schemes(language), balances(language), statements(language)].compactMap(\.self)
  }

  private func gains(_ language: Language) -> Section {
    let gains = Gains(of: settlement)
    let general = settlement.notices.filter { $0.scheme == nil }
    var charts: [Block] = []
    if !gains.flows.isEmpty {
      charts.append(.chart(gains.chart("gains-chart", of: settlement, in: language)))
    }
    if let assessment {
      let comparison = IncomeComparison(settlement, below: assessment.line)
      charts.append(.chart(comparison.chart("incomes", label, in: language)))
    }
    let lines = language.say("What each line gives in all", "各项目合计")
    return Section(
      id: "gains",
      title: language.say("Gains", "收益"),
      layout: .pair,
      blocks: charts
        + [
          .group(
            [.table(settlement.table(in: language), caption: lines)] + notices(general, language),
            isWide: true
          )
        ]
    )
  }

  func notices(_ notices: [Notice], _ language: Language) -> [Block] {
    if notices.isEmpty { return [] }
    return [
      .paragraph(language.say("To be known:", "提示：")),
      .list(notices.map { Prose($0.text(in: language)) }, isNumbered: false),
    ]
  }

  private func poverty(_ language: Language) -> Section? {
    guard let assessment else { return nil }
    let measures = Block.table(
      assessment.table(in: language),
      caption: language.say("Measures before and after", "帮扶前后的指标")
    )
    let groups = Block.table(
      assessment.groupTable(in: language),
      caption: language.say("Poverty by gaqa, status and scheme", "按嘎查、类别和方案划分的贫困状况")
    )
    return Section(
      id: "poverty",
      title: language.say("Poverty and inequality", "贫困与收入差距"),
      layout: .pair,
      blocks: [
        .chart(assessment.lorenzChart("lorenz", in: language)),
        .group([.table(poor(assessment, language), caption: language.say("Poor persons", "贫困人口"))]),
        .group(
          [
            .details(language.say("All measures", "全部指标"), [measures]),
            .details(language.say("All groups", "全部分组"), [groups]),
          ],
          isWide: true
        ),
      ]
    )
  }

  /// The poor persons of each status and scheme.
  private func poor(_ assessment: Assessment, _ language: Language) -> Table {
    var table = Table(
      .words(en: "kind", zh: "分组"),
      .words(en: "group", zh: "组别"),
      .amount(en: "persons", zh: "人口"),
      .amount(en: "poor before", zh: "帮扶前贫困"),
      .amount(en: "poor after", zh: "帮扶后贫困"),
      in: language
    )
    for group in assessment.groups where group.kind != .gaqa {
      table.add(
        group.kind.text(in: language),
        group.kind == .status ? StandardName.words(group.name, in: language) : group.name,
        "\(group.everybody.persons)",
        "\(group.before.poor.persons)",
        "\(group.after.poor.persons)"
      )
    }
    return table
  }

  /// The id of a household with its name, where that is known.
  func label(_ row: Int) -> String {
    let id = settlement.register.ids[row]
    return names[id].map { "\(id) \($0)" } ?? id
  }

  private func balances(_ language: Language) -> Section? {
    let postings = settlement.postings(in: language)
    if postings.rows.isEmpty { return nil }
    return Section(
      id: "balances",
      title: language.say("Accounts and balances", "账户与余额"),
      blocks: [
        .table(
          postings,
          caption: language.say("Balances before and after the season", "期初和期末余额")
        )
      ]
    )
  }
}
