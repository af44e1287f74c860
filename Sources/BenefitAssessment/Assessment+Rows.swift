public import BenefitBinding

extension Assessment {
  /// Returns every measure of poverty, of inequality, of redistribution and of targeting as a table: before, after, and,
  /// where payouts were given, after what was paid.
  ///
  /// - Complexity: O(m · n) for m measures of n households.
  public func table(in language: Language = .english) -> Table {
    let results = [owed] + (paid.map { [$0] } ?? [])
    let columns: [Table.Column] = [
      .words(en: "topic", zh: "类别"), .words(en: "measure", zh: "指标"),
      .words(en: "convention", zh: "口径"), .amount(en: "before", zh: "帮扶前"),
      .amount(en: "after", zh: "帮扶后"), .amount(en: "after, as paid", zh: "帮扶后（按实发）"),
    ]
    var table = Table(Array(columns.prefix(4 + results.count)), in: language)
    func add<State>(_ row: Row<State>, _ before: State?, _ after: [State]) {
      let values = [before.map(row.value)] + after.map { row.value($0) }
      table.add(
        [row.topic, row.measure, row.convention].map { $0.text(in: language) }
          + values.map { $0?.text(decimals: row.decimals, in: language) ?? "" }
      )
    }
    for row in states { add(row, before, results.map(\.incomes)) }
    for row in changes { add(row, nil, results) }
    return table
  }

  /// One measure of a state of incomes or of a change of them, and how it is computed.
  private typealias Row<State> = (
    topic: Phrase, measure: Phrase, convention: Phrase, decimals: Int, value: (State) -> Statistic
  )

  private var states: [Row<Incomes>] {
    let (line, currency) = (line, before.currency)
    let topic = Phrase(en: "poverty", zh: "贫困")
    let below = Phrase(
      en: "strictly below \(currency.text(line)) \(currency.units) a person",
      zh: "人均收入低于 \(currency.text(line)) \(currency.unit.chinese)"
    )
    func poor(_ incomes: Incomes) -> Population { incomes.poverty(below: line).poor }
    let sums: [Row<Incomes>] = [
      (
        topic, Phrase(en: "poor persons", zh: "贫困人口"), below, 0,
        { .exact(Ratio(poor($0).persons)) }
      ),
      (
        topic, Phrase(en: "poor households", zh: "贫困户"), below, 0,
        { .exact(Ratio(poor($0).households)) }
      ),
      (
        topic, Phrase(en: "total gap", zh: "贫困缺口总额"), currency.units, currency.decimals,
        { gap($0.poverty(below: line)) }
      ),
    ]
    let poverty = PovertyIndex.standard.map { index -> Row<Incomes> in
      (topic, index.terms.name, index.terms.convention, 6, { $0.poverty(below: line)[index] })
    }
    let spread = Phrase(en: "inequality", zh: "收入差距")
    let mean: Row<Incomes> = (
      spread, Phrase(en: "mean income", zh: "人均收入"),
      Phrase(en: "\(currency.units) a person", zh: "\(currency.unit.chinese)/人"),
      currency.decimals, \.mean
    )
    let inequality = InequalityIndex.standard.map { index -> Row<Incomes> in
      (spread, index.terms.name, index.terms.convention, 6, { $0[index] })
    }
    return sums + poverty + [mean] + inequality
  }

  private func gap(_ poverty: Poverty) -> Statistic {
    poverty.totalGap.map { .money($0, in: before.currency) }
      ?? .undefined(poverty[.povertyGap].reason ?? .tooLarge)
  }

  private var changes: [Row<Result>] {
    let targeting = Phrase(en: "targeting", zh: "瞄准")
    return redistribution + impoverishment
      + TargetingIndex.standard.map { index in
        (targeting, index.terms.name, index.terms.convention, 6, { $0.targeting[index] })
      }
  }

  private var redistribution: [Row<Result>] {
    let topic = Phrase(en: "redistribution", zh: "再分配")
    return [
      (
        topic, Phrase(en: "fall of the Gini index", zh: "基尼系数降幅"),
        Phrase(en: "Gini before - Gini after", zh: "帮扶前基尼系数 - 帮扶后基尼系数"), 6,
        \.redistribution.effect
      ),
      (
        topic, Phrase(en: "Reynolds-Smolensky", zh: "雷诺兹-斯莫伦斯基指数"),
        Phrase(
          en: "Gini before - concentration of incomes after",
          zh: "帮扶前基尼系数 - 帮扶后收入的集中指数"
        ), 6, \.redistribution.reynoldsSmolensky
      ),
      (
        topic, Phrase(en: "reranking", zh: "位次变动"),
        Phrase(
          en: "Gini after - concentration of incomes after",
          zh: "帮扶后基尼系数 - 帮扶后收入的集中指数"
        ), 6, \.redistribution.reranking
      ),
    ]
  }

  private var impoverishment: [Row<Result>] {
    let topic = Phrase(en: "impoverishment", zh: "致贫")
    let currency = before.currency
    let (units, unit) = (currency.units, currency.unit.chinese)
    return [
      (
        topic, Phrase(en: "persons made poorer", zh: "变得更穷的人口"),
        Phrase(en: "poor after with less than before", zh: "帮扶后贫困且收入低于帮扶前"), 0,
        { .exact(Ratio($0.sides.impoverished.persons)) }
      ),
      (
        topic, Phrase(en: "fiscal impoverishment", zh: "致贫损失"),
        Phrase(en: "\(units) lost below the line", zh: "贫困线以下的损失，\(unit)"),
        currency.decimals,
        { .money($0.sides.impoverishment, in: currency) }
      ),
      (
        topic, Phrase(en: "fiscal gains of the poor", zh: "贫困人口所得"),
        Phrase(en: "\(units) gained below the line", zh: "贫困线以下的所得，\(unit)"),
        currency.decimals,
        { .money($0.sides.gains, in: currency) }
      ),
    ]
  }
}
