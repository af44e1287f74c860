public import BenefitBinding

extension Assessment {
  /// Every measure of poverty, of inequality, of redistribution and of targeting as a table: before, after, and, where
  /// payouts were given, after what was paid.
  ///
  /// - Complexity: O(m · n) for m measures of n households.
  public var table: Table {
    let results = [owed] + (paid.map { [$0] } ?? [])
    let after = ["after", "after, as paid"].prefix(results.count).map(Table.Column.amount)
    var table = Table(["topic", "measure", "convention", .amount("before")] + after)
    func add<State>(_ row: Row<State>, _ before: State?, _ after: [State]) {
      let values = [before.map(row.value)] + after.map { row.value($0) }
      table.add(
        [row.topic, row.measure, row.convention]
          + values.map { $0?.text(decimals: row.decimals) ?? "" }
      )
    }
    for row in states { add(row, before, results.map(\.incomes)) }
    for row in changes { add(row, nil, results) }
    return table
  }

  /// One measure of a state of incomes or of a change of them, and how it is computed.
  private typealias Row<State> = (
    topic: String, measure: String, convention: String, decimals: Int, value: (State) -> Statistic
  )

  private var states: [Row<Incomes>] {
    let line = line
    let below = "strictly below \(line) a person"
    func poor(_ incomes: Incomes) -> Population { incomes.poverty(below: line).poor }
    let sums: [Row<Incomes>] = [
      ("poverty", "poor persons", below, 0, { .exact(Ratio(poor($0).persons)) }),
      ("poverty", "poor households", below, 0, { .exact(Ratio(poor($0).households)) }),
      ("poverty", "total gap", "yuan", 2, { Self.gap($0.poverty(below: line)) }),
    ]
    let poverty = PovertyIndex.standard.map { index -> Row<Incomes> in
      ("poverty", index.name, index.convention, 6, { $0.poverty(below: line)[index] })
    }
    let mean: Row<Incomes> = ("inequality", "mean income", "yuan a person", 2, \.mean)
    let inequality = InequalityIndex.standard.map { index -> Row<Incomes> in
      ("inequality", index.name, index.convention, 6, { $0[index] })
    }
    return sums + poverty + [mean] + inequality
  }

  private static func gap(_ poverty: Poverty) -> Statistic {
    poverty.totalGap.map(Statistic.money) ?? .undefined(poverty[.povertyGap].reason ?? .tooLarge)
  }

  private var changes: [Row<Result>] {
    let (spread, loss) = ("redistribution", "impoverishment")
    let redistribution: [Row<Result>] = [
      (spread, "fall of the Gini index", "Gini before - Gini after", 6, \.redistribution.effect),
      (
        spread, "Reynolds-Smolensky", "Gini before - concentration of incomes after", 6,
        \.redistribution.reynoldsSmolensky
      ),
      (
        spread, "reranking", "Gini after - concentration of incomes after", 6,
        \.redistribution.reranking
      ),
      (
        loss, "persons made poorer", "poor after with less than before", 0,
        { .exact(Ratio($0.sides.impoverished.persons)) }
      ),
      (
        loss, "fiscal impoverishment", "yuan lost below the line", 2,
        { .money($0.sides.impoverishment) }
      ),
      (
        loss, "fiscal gains of the poor", "yuan gained below the line", 2,
        { .money($0.sides.gains) }
      ),
    ]
    return redistribution
      + TargetingIndex.standard.map { index in
        ("targeting", index.name, index.convention, 6, { $0.targeting[index] })
      }
  }
}
