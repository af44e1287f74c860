import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

/// Indices that other programs agree on; each file names its sources.
struct IndexReferenceTests {
  struct Inputs: Decodable, Sendable {
    var id: String?
    var welfare: [Int64]
    var persons: [Int64]
    var povertyLine: Int64
    var benefitPerPerson: [Int64]?
    var receives: [Int]?
  }

  /// A number, or the word for an infinite one.
  struct Value: Decodable, Sendable {
    var number: Double?
    var word: String?

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      number = try? container.decode(Double.self)
      word = number == nil ? try container.decode(String.self) : nil
    }
  }

  /// A population as the files have it: the income of each person, one unit of which is a fen.
  struct Population {
    let incomes: Incomes
    let line: Money
    let after: Incomes?
    let benefits: [Money]?

    /// Makes households of as many persons, or households of one person with as large a weight.
    init(_ inputs: Inputs, unit: Int64 = 1, isWeighted: Bool = false) throws {
      func households(_ values: [Int64]) -> [Money] {
        zip(values, inputs.persons).map { Money(fen: $0 / unit * (isWeighted ? 1 : $1)) }
      }
      let persons = inputs.persons.map { isWeighted ? 1 : Int($0) }
      let weights = isWeighted ? inputs.persons.map { Ratio($0) } : nil
      incomes = try Incomes(households(inputs.welfare), persons: persons, weights: weights)
      line = Money(fen: inputs.povertyLine / unit)
      benefits = inputs.benefitPerPerson.map(households)
      after = try inputs.benefitPerPerson.map { benefits in
        let welfare = zip(inputs.welfare, benefits).map { $0 + $1 }
        return try Incomes(households(welfare), persons: persons, weights: weights)
      }
    }

    func poverty(_ index: PovertyIndex) -> Statistic { incomes.poverty(below: line)[index] }
    func inequality(_ index: InequalityIndex) -> Statistic { incomes[index] }
    func curve() throws -> ConcentrationCurve {
      try incomes.concentration(of: #require(benefits))
    }
    func targeting() throws -> Targeting {
      try incomes.targeting(of: #require(benefits), below: line)
    }
    func change() throws -> Redistribution {
      try Redistribution(from: incomes, to: #require(after))
    }
    func povertyAfter(_ index: PovertyIndex) throws -> Statistic {
      try #require(after).poverty(below: line)[index]
    }
  }

  typealias Metric = @Sendable (Population) throws -> Statistic

  /// Every name in the files and what computes it here.
  ///
  /// Left out is one, `gini_convey_variant`: it depends on how equal incomes are spread over rows.
  static let metrics: [String: Metric] = {
    // The files count fen, the library yuan.
    let fen = Statistic.exact(100)
    var metrics: [String: Metric] = [
      "gini": { $0.inequality(.gini) },
      "gini_rows_n_over_n_minus_1": { $0.inequality(.giniCorrected(.households)) },
      "gini_persons_N_over_N_minus_1": { $0.inequality(.giniCorrected(.persons)) },
      "gini_corr_one_minus_sum_w2": { $0.inequality(.giniCorrectedForWeights) },
      "ge_minus1": { $0.inequality(.entropy(order: -1)) },
      "ge0_theilL_mld": { $0.inequality(.meanLogDeviation) },
      "ge_half": { $0.inequality(.entropy(order: 0.5)) },
      "ge1_theilT": { $0.inequality(.theil) },
      "ge2_half_cv2": { $0.inequality(.halfSquaredVariation) },
      "atkinson_0p5": { $0.inequality(.atkinson(aversion: 0.5)) },
      "atkinson_1": { $0.inequality(.atkinson(aversion: 1)) },
      "atkinson_2": { $0.inequality(.atkinson(aversion: 2)) },
      "mean": { $0.incomes.mean * fen },
      "hoover": { $0.inequality(.hoover) },
      "cv_population": { $0.inequality(.coefficientOfVariation) },
      "s80s20_lorenz_interpolated": { $0.inequality(.s80s20) },
      "palma_lorenz_interpolated": { $0.inequality(.palma) },
      "s80s20_eurostat_le_q20_gt_q80_laeken": { $0.inequality(.quintileIncomes(.upper)) },
      "s80s20_eurostat_le_q20_gt_q80_inverse_cdf": { $0.inequality(.quintileIncomes(.lower)) },
      "fgt0_strict_lt": { $0.poverty(.headcount) },
      "fgt0_weak_le": { $0.poverty(.headcountAtOrBelow) },
      "fgt1": { $0.poverty(.povertyGap) },
      "fgt2": { $0.poverty(.severity) },
      "poor_persons_strict": {
        .exact(Ratio($0.incomes.poverty(below: $0.line).poor.persons))
      },
      "poverty_gap_total": {
        let gap = try #require($0.incomes.poverty(below: $0.line).totalGap)
        return .exact(Ratio(gap.fen))
      },
      "watts": { $0.poverty(.watts) },
      "income_gap_ratio": { $0.poverty(.incomeGapRatio) },
      "gini_of_poor": { $0.poverty(.giniOfPoor) },
      "sen_replication_invariant": { $0.poverty(.sen) },
      "sen1976_finite_q_over_q_plus_1": { $0.poverty(.senFinite) },
      "sst": { $0.poverty(.senShorrocksThon) },
      "thon1979_finite": { $0.poverty(.thonFinite) },
      "gini_of_gap_ratios_population": { $0.poverty(.giniOfGaps) },
      "conc_index_benefit_ties_pooled": { try $0.curve().index },
      // The files take the tax's sign for a benefit.
      "kakwani_benefit_C_minus_G": { .exact(.zero) - (try $0.curve().kakwani) },
      "benefit_share_to_poor_strict": { try $0.curve().share(below: $0.line) },
      "cgh_poor_share_over_headcount": { try $0.targeting()[.shareOverHeadcount] },
      "exclusion_error_undercoverage_persons": { try $0.targeting()[.exclusionError(.persons)] },
      "inclusion_error_leakage_persons": { try $0.targeting()[.inclusionError(.persons)] },
      "leakage_of_benefits": { try $0.targeting()[.leakage] },
      "targeting_differential_ravallion": { try $0.targeting()[.differential(.persons)] },
      "targeting_differential_1_minus_EE_minus_IE": {
        try $0.targeting()[.differentialOfErrors(.persons)]
      },
      "poverty_gap_reduction_share_of_benefits": { try $0.targeting()[.gapEfficiency] },
      "gini_post": { try #require($0.after)[.gini] },
      "conc_index_post_by_pre_ties_pooled": { try $0.change().afterByBefore.index },
      "reynolds_smolensky_Gpre_minus_Cpost": { try $0.change().reynoldsSmolensky },
      "reranking_Gpost_minus_Cpost": { try $0.change().reranking },
      "redistributive_effect_Gpre_minus_Gpost": { try $0.change().effect },
      "fgt0_strict_lt_post": { try $0.povertyAfter(.headcount) },
      "fgt0_weak_le_post": { try $0.povertyAfter(.headcountAtOrBelow) },
      "fgt1_post": { try $0.povertyAfter(.povertyGap) },
      "fgt2_post": { try $0.povertyAfter(.severity) },
      "watts_post": { try $0.povertyAfter(.watts) },
      "sst_post": { try $0.povertyAfter(.senShorrocksThon) },
      "poverty_gap_total_post": {
        let after = try #require($0.after)
        let gap = try #require(after.poverty(below: $0.line).totalGap)
        return .exact(Ratio(gap.fen))
      },
    ]
    for text in ["0.1", "0.2", "0.25", "0.4", "0.5", "0.6", "0.75", "0.8", "0.9"] {
      let part = Ratio(stringLiteral: text)
      metrics["lorenz_interpolated_\(text)"] = { $0.incomes.lorenz.share(ofPoorest: part) }
      metrics["quantile_inverse_cdf_\(text)"] = { $0.incomes.quantile(part, .lower) * fen }
      metrics["quantile_upper_first_cum_gt_p_\(text)"] = { $0.incomes.quantile(part, .upper) * fen }
      metrics["quantile_averaged_type2_\(text)"] = { $0.incomes.quantile(part, .averaged) * fen }
      metrics["benefit_share_bottom_\(text)_interpolated_ties_pooled"] = {
        try $0.curve().share(ofPoorest: part)
      }
      metrics["cgh_bottom_\(text)_share_over_p"] = {
        try $0.targeting()[.coadyGroshHoddinott(part)]
      }
    }
    return metrics
  }()

  static func isNear(_ value: Double?, _ expected: Double, rel: Double, abs floor: Double) -> Bool {
    guard let value else { return false }
    return value == expected || abs(value - expected) <= max(floor, rel * abs(expected))
  }

  @Test(
    arguments: [
      "ineq_tiny_unweighted", "ineq_tiny_weighted", "ineq_wb_10_person_economy",
      "ineq_wb_handbook_country_C", "ineq_synthetic_A",
    ],
    [false, true]
  )
  func `Every index is the one that other programs agree on`(
    name: String,
    isWeighted: Bool
  ) throws {
    struct Metric: Decodable {
      var v: Value
      var exact: String?
    }
    struct Lorenz: Decodable { var pExact, LExact: [String]? }
    struct Expected: Decodable {
      var metrics: [String: Metric]
      var lorenz: Lorenz?
    }
    struct File: Decodable {
      var inputs: Inputs
      var expected: Expected
    }
    let file: File = try reference(name)
    let population = try Population(file.inputs, isWeighted: isWeighted)
    for (name, expected) in file.expected.metrics where name != "gini_convey_variant" {
      // Of a sample the persons asked count for the correction, not those that they stand for.
      if isWeighted, name == "gini_persons_N_over_N_minus_1" { continue }
      let metric = try #require(Self.metrics[name], "\(name) has no counterpart")
      let statistic = try metric(population)
      let number = expected.v.number ?? .infinity
      #expect(
        Self.isNear(statistic.value, number, rel: 1e-13, abs: 1e-15),
        "\(name): \(statistic), expected \(number)"
      )
      if let exact = expected.exact, statistic.ratio != nil {
        #expect(statistic.ratio?.description == exact, "\(name)")
      }
    }
    if let persons = file.expected.lorenz?.pExact, let shares = file.expected.lorenz?.LExact {
      let points = population.incomes.lorenz.points
      #expect(points.map(\.persons.description) == persons)
      #expect(points.map(\.amount.description) == shares)
    }
    if let receives = file.inputs.receives {
      let targeting = try population.targeting()
      let reached = zip(receives, file.inputs.persons).reduce(0) { $0 + Int64($1.0) * $1.1 }
      #expect((targeting.poorReached + targeting.othersReached).persons == reached)
    }
  }

  /// What we say where there is no number, or where the reference is silent.
  @Test func `Zeros, negatives and degenerate populations have a documented value`() throws {
    struct Case: Decodable { var byDefinition: [String: Value] }
    struct Cases<Case: Decodable>: Decodable { var cases: Case }
    struct File: Decodable {
      var inputs: Cases<[Inputs]>
      var expected: Cases<[String: Case]>
    }
    let file: File = try reference("ineq_edge_cases")
    var compared = 0
    for var input in file.inputs.cases {
      let id = try #require(input.id)
      if id == "zero_weight_household" {
        #expect(throws: BenefitError.self) { try Population(input) }
        input.welfare.removeLast()
        input.persons.removeLast()
      }
      // These add up to more than 64 bits, in units ten thousand times as large they do not.
      let isHuge = id == "huge_values"
      let population = try Population(input, unit: isHuge ? 10_000 : 1)
      let expectedValues = try #require(file.expected.cases[id]).byDefinition
      for (name, expected) in expectedValues where name != "note" {
        let metric = try #require(Self.metrics[name])
        let statistic = try metric(population)
        compared += 1
        if let word = expected.word {
          let isRight = word == "inf" ? statistic == .number(.infinity) : statistic.reason != nil
          #expect(isRight, "\(id) \(name): \(statistic), expected \(word)")
        } else if let number = expected.number {
          #expect(
            Self.isNear(statistic.value, number, rel: 1e-13, abs: 1e-16),
            "\(id) \(name): \(statistic), expected \(number)"
          )
        }
      }
    }
    #expect(compared > 150)
  }

  @Test func `A tax is as progressive as the reference says`() throws {
    struct Inputs: Decodable { var welfare, persons, taxPerPerson: [Int64] }
    struct File: Decodable {
      var inputs: Inputs
      var expected: [String: Value]
    }
    let file: File = try reference("concentration_kakwani_small")
    let persons = file.inputs.persons.map(Int.init)
    func households(_ values: [Int64]) -> [Money] {
      zip(values, file.inputs.persons).map { Money(fen: $0 * $1) }
    }
    let incomes = try Incomes(households(file.inputs.welfare), persons: persons)
    let tax = try incomes.concentration(of: households(file.inputs.taxPerPerson))
    let post = zip(file.inputs.welfare, file.inputs.taxPerPerson).map { $0 - $1 }
    let after = try Incomes(households(post), persons: persons)
    let change = try Redistribution(from: incomes, to: after)
    let computed: [String: Statistic] = [
      "gini": incomes[.gini],
      "concentrationOfTax": tax.index,
      "kakwani_C_minus_G": .exact(.zero) - tax.kakwani,
      "averageRate": .exact(tax.total.ratio(to: incomes.total)),
      "concentrationOfPost": change.afterByBefore.index,
      "giniPost": after[.gini],
      "reynoldsSmolensky_G_minus_Cpost": change.reynoldsSmolensky,
      "reranking_Gpost_minus_Cpost": change.reranking,
    ]
    for (name, expected) in file.expected {
      if let number = expected.number {
        let statistic = try #require(computed[name])
        #expect(Self.isNear(statistic.value, number, rel: 1e-14, abs: 0), "\(name): \(statistic)")
      } else {
        let name = String(name.dropLast("Exact".count))
        #expect(computed[name]?.description == expected.word, "\(name)")
      }
    }
  }

  /// World Bank, safety nets course, exercise 1: what a budget does to the gap.
  ///
  /// A third of a fen stands for a fen, since some benefits are no whole number.
  @Test(
    arguments: [
      ("uniform", 2_000, 8_000, 400_000), ("perfect", 2_000, 0, 400_000),
      ("leakage", 2_000, 1_000, 400_000), ("uniformWithCosts", 2_000, 8_000, 280_000),
      ("targetedWithCosts", 2_000, 1_000, 350_000),
    ]
  )
  func `A budget closes the published part of the gap`(
    name: String,
    poor: Int,
    others: Int,
    budget: Int64
  ) throws {
    struct Outcome: Decodable { var transfers, benefit, gapReduction: Double? }
    struct File: Decodable { var expected: [String: Outcome] }
    let expected = try #require(
      (try reference("targeting_budget_exercise") as File).expected[name]
    )
    let benefit = Money(fen: 300 * budget / Int64(poor + others))
    let incomes = try Incomes(
      Array(repeating: Money.yuan(3 * 800), count: 2_000)
        + Array(repeating: Money.yuan(3 * 2_000), count: 8_000)
    )
    let benefits =
      Array(repeating: benefit, count: poor + others)
      + Array(repeating: Money.zero, count: 8_000 - others)
    let line = Money.yuan(3 * 1_000)
    let targeting = try incomes.targeting(of: benefits, below: line)
    let gap = try #require(incomes.poverty(below: line).totalGap)
    #expect(gap == .yuan(3 * 400_000))
    #expect(expected.transfers == Double(budget))
    #expect(Self.isNear(expected.benefit, Double(benefit.fen) / 300, rel: 1e-12, abs: 0))
    let reduction = try #require(targeting.gapReduction).ratio(to: gap)
    #expect(
      Self.isNear(
        Statistic.exact(reduction).value,
        try #require(expected.gapReduction),
        rel: 1e-12,
        abs: 0
      )
    )
  }

  /// The same exercise: a caseload of 3,000, of which 1,000 are not poor, is paid the gap of 200 each.
  @Test func `A budget that eliminates the gap pays the leakage too`() throws {
    struct Outcome: Decodable { var budget: Int64? }
    struct File: Decodable { var expected: [String: Outcome] }
    let expected = (try reference("targeting_budget_exercise") as File).expected
    let transfers = Money.yuan(200) * 3_000
    #expect(expected["leakageBudgetToEliminate"]?.budget == transfers.fen / 100)
    #expect((Money.yuan(200) * 1_000).ratio(to: transfers) == "1/3")
    #expect(transfers + .yuan(20_000) + Money.yuan(10) * 3_000 == .yuan(650_000))
  }
}
