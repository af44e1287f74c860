public import BenefitBinding

extension Assessment {
  /// One measure and its values.
  public struct Row: Hashable, Sendable {
    /// The topic of the measure: poverty, inequality or targeting.
    public let topic: String
    /// The name of the measure.
    public let measure: String
    /// The method of computation.
    public let convention: String
    /// The value without the schemes, or `nil` where it compares two states.
    public let before: Statistic?
    /// The value with all that is owed.
    public let owed: Statistic
    /// The value with what was paid, or `nil` where no payouts were given.
    public let paid: Statistic?
    /// The number of decimals that tables show.
    public let decimals: Int
  }

  /// Every measure of poverty, of inequality, of redistribution and of targeting.
  ///
  /// - Complexity: O(m · n) for m measures of n households.
  public var rows: [Row] { povertyRows + inequalityRows + redistributionRows + targetingRows }

  /// The measures as a table: before, after, and, where payouts were given, after what was paid.
  ///
  /// - Complexity: As for ``rows``.
  public var table: Table {
    let columns: [Table.Column] = [
      "topic", "measure", "convention", .amount("before"), .amount("after"),
    ]
    var table = Table(columns + (paid == nil ? [] : [.amount("after, as paid")]))
    for row in rows {
      func text(_ value: Statistic?) -> String { value?.text(decimals: row.decimals) ?? "" }
      let values = [text(row.before), text(row.owed)] + (paid == nil ? [] : [text(row.paid)])
      table.add([row.topic, row.measure, row.convention] + values)
    }
    return table
  }
}

// MARK: - Topics

extension Assessment {
  private var povertyRows: [Row] {
    let below = "strictly below \(line) a person"
    return [
      state("poverty", "poor persons", below, decimals: 0) { incomes in
        .exact(Ratio(incomes.poverty(below: line).poorPersons))
      },
      state("poverty", "poor households", below, decimals: 0) { incomes in
        .exact(Ratio(Int64(incomes.poverty(below: line).poorHouseholds)))
      },
      state("poverty", "total gap", "yuan", decimals: 2) { incomes in
        let poverty = incomes.poverty(below: line)
        return poverty.totalGap.map(Statistic.money)
          ?? .undefined(poverty[.povertyGap].reason ?? .tooLarge)
      },
    ]
      + PovertyIndex.standard.map { index in
        state("poverty", index.name, index.convention) { $0.poverty(below: line)[index] }
      }
  }

  private var inequalityRows: [Row] {
    [
      state("inequality", "mean income", "yuan a person", decimals: 2) { $0.mean }
    ]
      + InequalityIndex.standard.map { index in
        state("inequality", index.name, index.convention) { $0.inequality[index] }
      }
  }

  private var redistributionRows: [Row] {
    [
      change("redistribution", "fall of the Gini index", "Gini before - Gini after") {
        $0.redistribution.effect
      },
      change("redistribution", "Reynolds-Smolensky", "Gini before - concentration of incomes after")
      {
        $0.redistribution.reynoldsSmolensky
      },
      change("redistribution", "reranking", "Gini after - concentration of incomes after") {
        $0.redistribution.reranking
      },
      change(
        "impoverishment",
        "persons made poorer",
        "poor after with less than before",
        decimals: 0
      ) {
        .exact(Ratio($0.sides.impoverished.persons))
      },
      change("impoverishment", "fiscal impoverishment", "yuan lost below the line", decimals: 2) {
        .money($0.sides.impoverishment)
      },
      change(
        "impoverishment",
        "fiscal gains of the poor",
        "yuan gained below the line",
        decimals: 2
      ) {
        .money($0.sides.gains)
      },
    ]
  }

  private var targetingRows: [Row] {
    TargetingIndex.standard.map { index in
      change("targeting", index.name, index.convention) { $0.targeting[index] }
    }
  }

  /// A measure of incomes as they are.
  private func state(
    _ topic: String,
    _ measure: String,
    _ convention: String,
    decimals: Int = 6,
    _ value: (Incomes) -> Statistic
  ) -> Row {
    change(topic, measure, convention, from: value(before), decimals: decimals) {
      value($0.incomes)
    }
  }

  /// A measure of incomes after held against those before, or of both where it has a value before.
  private func change(
    _ topic: String,
    _ measure: String,
    _ convention: String,
    from before: Statistic? = nil,
    decimals: Int = 6,
    _ value: (Result) -> Statistic
  ) -> Row {
    Row(
      topic: topic,
      measure: measure,
      convention: convention,
      before: before,
      owed: value(owed),
      paid: paid.map(value),
      decimals: decimals
    )
  }
}
