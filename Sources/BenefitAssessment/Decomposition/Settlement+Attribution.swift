public import BenefitBinding

extension Settlement {
  /// Each scheme's own contribution to less poverty, household by household.
  ///
  /// A household's income is its baseline with the net gains of the schemes; what is owed counts as paid.
  /// Because the measure is a sum over households, the Shapley value is the sum of the households' own, and a
  /// household with gains from k schemes costs only the 2ᵏ subsets of those. Numbers and money are exact
  /// fractions; the severity is a sum of rounded ones. Where a household has gains from more than 20
  /// schemes, nothing is worked out and every statistic says so.
  ///
  /// - Parameters:
  ///   - sum: What is lowered.
  ///   - line: The line, in money for each person and year; who is at it is not poor.
  /// - Returns: The attribution; undefined where the line is not above zero or nobody is registered.
  /// - Throws: `BenefitError` where lines, incomes and gains add up to more than 64 bits of fen.
  /// - Precondition: The net gain of a household from one scheme fits in 64 bits of fen.
  /// - Complexity: O(Σ k · 2ᵏ) over the households, k being the schemes from which each has gains.
  public func attribution(
    of sum: PovertySum,
    below line: Money
  ) throws(BenefitError) -> Attribution {
    let game = try HouseholdGames(self, line)
    guard line.fen > 0, !register.isEmpty else {
      return undefined(sum.phrase, register.isEmpty ? .nobody : .noLine)
    }
    guard game.mostSchemes <= Shapley<Int128>.mostPlayers else {
      return undefined(sum.phrase, .tooManySchemes)
    }
    switch sum {
    case .poorPersons: return game.solved(sum, WholeSum.self, per: 1) { $0 < $1 ? Int128($2) : 0 }
    case .poorHouseholds:
      return game.solved(sum, WholeSum.self, per: 1) { income, line, _ in income < line ? 1 : 0 }
    case .gap:
      return game.solved(sum, WholeSum.self, per: 100, .init(1, of: currency)) { income, line, _ in
        Int128(max(0, line - income))
      }
    case .severity:
      let persons = Double(register.personCount)
      return game.solved(sum, CompensatedSum.self, per: persons) { income, line, persons in
        let gap = Double(max(0, line - income)) / Double(line)
        return Double(persons) * gap * gap
      }
    }
  }

  /// Each scheme's own contribution to a lower value of any index of incomes, such as one that is no sum
  /// over households.
  ///
  /// The index is taken once for each subset of the schemes, which come and go one at a time. Where there
  /// are more than 12 schemes nothing is worked out; where the index is undefined or infinite for a subset,
  /// the schemes' own parts are undefined.
  ///
  /// ```swift
  /// let gini = try settlement.attribution(of: "Gini") { $0[.gini] }
  /// print(gini.table().text)
  /// ```
  ///
  /// - Parameters:
  ///   - name: What the index is called.
  ///   - index: The index of the incomes with some of the schemes.
  /// - Returns: The attribution, above zero where a scheme lowers the index.
  /// - Throws: `BenefitError` where incomes and gains add up to more than 64 bits of fen.
  /// - Precondition: The net gain of a household from one scheme fits in 64 bits of fen.
  /// - Complexity: O(2ᵏ) indices of n households for k schemes.
  public func attribution(
    of name: String,
    _ index: (Incomes) -> Statistic
  ) throws(BenefitError) -> Attribution {
    let measure = Phrase(en: name, zh: "「\(name)」")
    guard schemes.count <= Self.mostSubsetSchemes else {
      return undefined(measure, .tooManySchemes)
    }
    let game = try HouseholdGames(self, .zero)
    var fen = register.baselineIncomes
    var worth = [Statistic](repeating: .undefined(.nobody), count: 1 << schemes.count)
    var present = 0
    for step in 0..<worth.count {
      // In the order of the Gray code, each subset differs from the one before by one scheme.
      let subset = step ^ (step >> 1)
      let changed = subset ^ present
      if changed != 0 {
        let sign: Int64 = subset & changed == 0 ? -1 : 1
        for (row, gain) in game.gains[changed.trailingZeroBitCount].enumerated() {
          fen[row] += sign * gain
        }
      }
      present = subset
      worth[subset] = index(try Incomes(fen: fen, persons: register.persons, currency))
    }
    return Attribution(measure: measure, schemes.map(\.name), worth)
  }

  /// The most schemes whose subsets are all gone through: 4,096 of them.
  private static let mostSubsetSchemes = 12

  /// An attribution that cannot be worked out, with the reason.
  private func undefined(_ measure: Phrase, _ reason: Statistic.Reason) -> Attribution {
    let none = Statistic.undefined(reason)
    return Attribution(
      measure: measure,
      before: none,
      after: none,
      schemes: schemes.map { ($0.name, none, none, none) }
    )
  }
}

extension Attribution {
  /// The attribution to schemes of an index whose value with every subset of them is known.
  init(measure: Phrase, _ names: [String], _ values: [Statistic]) {
    let (nobody, everybody) = (0, values.count - 1)
    self.measure = measure
    before = values[nobody]
    after = values[everybody]
    let dimension = before.dimension
    let problem = values.lazy.compactMap { value in
      value.reason ?? (value.value?.isFinite == false ? .indeterminate : nil)
    }.first
    let lowered = values.map { -($0.value ?? 0) }
    let shapley = Shapley<Double>(players: names.count) { Double($0) }
    schemes = names.enumerated().map { player, name in
      let mean = shapley.value(of: player, lowered, players: names.count) / shapley.scale
      return (
        name,
        problem.map(Statistic.undefined) ?? Statistic(.number(mean), dimension),
        values[nobody] - values[1 << player],
        values[everybody & ~(1 << player)] - values[everybody]
      )
    }
  }
}
