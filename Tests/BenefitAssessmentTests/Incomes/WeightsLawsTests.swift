import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

/// Samples, where a household stands for a number of them, against populations that list each of
/// these.
struct WeightsLawsTests {
  /// A random sample and the population that lists every household as often as its weight says.
  private struct Sample {
    var population: RandomPopulation
    var weights: [Int]
    var amounts: [Money]
    var line: Money

    init(seed: UInt64) {
      population = RandomPopulation(seed: seed)
      var random = SplitMix64(seed: seed + 1_000)
      weights = population.fen.map { _ in Int.random(in: 0...4, using: &random) }
      weights[0] = 2
      amounts = population.fen.map { _ in Money(fen: .random(in: -9...20, using: &random)) }
      amounts[0] = Money(fen: 21)
      line = Money(fen: .random(in: 1...population.fen[0], using: &random))
    }

    /// A column with every row as often as its weight says.
    func listed<Value>(_ column: [Value]) -> [Value] {
      zip(column, weights).flatMap { Array(repeating: $0, count: $1) }
    }

    var before: [Money] { population.fen.map(Money.init(fen:)) }
    var after: [Money] { zip(before, amounts).map { $0 + $1 } }

    func incomes(_ money: [Money]? = nil, weighted factor: Ratio = 1) throws -> Incomes {
      let weights = weights.map { Ratio(Int64($0)) * factor }
      return try Incomes(money ?? before, persons: population.persons, weights: weights)
    }

    func listedIncomes(_ money: [Money]? = nil) throws -> Incomes {
      try Incomes(listed(money ?? before), persons: listed(population.persons))
    }
  }

  private static let inequality = InequalityIndex.standard + [.quintileIncomes(.averaged)]

  private static let targeting =
    TargetingIndex.standard
    + Population.Unit.allCases.flatMap { unit in
      [.coverageOfOthers(unit), .differentialOfErrors(unit), .amountDifferential(unit)]
    }

  /// Every figure that replicating a population leaves as it is.
  private func figures(
    _ incomes: Incomes,
    _ after: Incomes,
    _ amounts: [Money],
    _ line: Money
  ) throws -> [Statistic] {
    let poverty = incomes.poverty(below: line)
    let change = try Redistribution(from: incomes, to: after)
    let sides = try FiscalImpoverishment(from: incomes, to: after, below: line)
    let targeting = try incomes.targeting(of: amounts, below: line)
    let curve = try incomes.concentration(of: amounts)
    let quantiles = [Quantile.lower, .upper, .averaged].flatMap { rule in
      (0...20).map { incomes.quantile(Ratio($0, 20), rule) }
    }
    return Self.inequality.map { incomes[$0] }
      + (PovertyIndex.standard + [.giniOfPoor, .giniOfGaps, .headcountAtOrBelow]).map {
        poverty[$0]
      }
      + Self.targeting.map { targeting[$0] } + targeting.shares(byParts: 5) + quantiles
      + [
        incomes.mean, change.effect, change.reynoldsSmolensky, change.reranking, curve.kakwani,
        curve.share(below: line), sides.headcount(.persons), sides.headcount(.households),
      ]
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func `A whole weight is as many households`(seed: UInt64) throws {
    let sample = Sample(seed: seed)
    let (weighted, listed) = (try sample.incomes(), try sample.listedIncomes())
    let (line, amounts) = (sample.line, sample.listed(sample.amounts))
    #expect(weighted.personCount == listed.personCount)
    #expect(weighted.householdCount == listed.householdCount)
    #expect(weighted.total == listed.total)
    #expect(
      try figures(weighted, sample.incomes(sample.after), sample.amounts, line)
        == figures(listed, sample.listedIncomes(sample.after), amounts, line),
      "to the last bit"
    )
    let (poverty, others) = (weighted.poverty(below: line), listed.poverty(below: line))
    #expect(poverty.poor == others.poor && poverty.totalGap == others.totalGap)
    for index in [PovertyIndex.senFinite, .thonFinite] { #expect(poverty[index] == others[index]) }
    let targeting = try weighted.targeting(of: sample.amounts, below: line)
    let ofListed = try listed.targeting(of: amounts, below: line)
    #expect(targeting.othersReached == ofListed.othersReached)
    #expect(targeting.toPoor == ofListed.toPoor && targeting.costs == ofListed.costs)
    #expect(targeting.gapReduction == ofListed.gapReduction)
    #expect(targeting.curve.total == ofListed.curve.total)
  }

  /// Weights are known but for a factor, so their common denominator must not matter.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Weights times a fraction leave every index as it is`(seed: UInt64) throws {
    let sample = Sample(seed: seed)
    let whole = try sample.incomes()
    let all = try figures(whole, sample.incomes(sample.after), sample.amounts, sample.line)
    for factor in ["1/7", "13/10", "1/1000"] as [Ratio] {
      let parts = try sample.incomes(weighted: factor)
      let after = try sample.incomes(sample.after, weighted: factor)
      let some = try figures(parts, after, sample.amounts, sample.line)
      for (one, other) in zip(some, all) { #expect(one.reason == other.reason) }
      for (one, other) in zip(some, all) {
        guard let left = one.value, let right = other.value else { continue }
        #expect(left == right || abs(left - right) <= 1e-13 * max(abs(left), abs(right), 1e-3))
        if let exact = other.ratio { #expect(one.ratio == exact) }
      }
      let persons = Ratio(whole.personCount) * factor
      let difference = Ratio(parts.personCount) - persons
      #expect(difference <= "1/2" && difference > "-1/2")
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Groups and sources are those of the population sampled`(seed: UInt64) throws {
    let sample = Sample(seed: seed)
    let (weighted, listed) = (try sample.incomes(), try sample.listedIncomes())
    let labels = sample.population.fen.indices.map { $0 % 3 }
    let (groups, others) = (
      try weighted.grouped(by: labels), try listed.grouped(by: sample.listed(labels))
    )
    for order in [0, 1, 2] as [Double] {
      let (one, other) = (groups.entropy(order: order), others.entropy(order: order))
      #expect(one.within == other.within && one.between == other.between)
    }
    let gaps = groups.contributions(to: .povertyGap, below: sample.line)
    #expect(
      gaps.reduce(.exact(.zero), +) == weighted.poverty(below: sample.line)[.povertyGap]
    )
    let wages = zip(sample.population.fen, sample.amounts).map { Money(fen: $0) - $1 }
    let sources = try weighted.sources([("wages", wages), ("transfers", sample.amounts)])
    let listedSources = try listed.sources([
      ("wages", sample.listed(wages)), ("transfers", sample.listed(sample.amounts)),
    ])
    #expect(sources == listedSources)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Who stands for nobody counts nowhere`(seed: UInt64) throws {
    let sample = Sample(seed: seed)
    let all = try sample.incomes(weighted: "1/2")
    let rows = sample.weights.indices.filter { sample.weights[$0] > 0 }
    let some = all.rows(rows)
    for index in Self.inequality + [
      .giniCorrected(.households), .giniCorrected(.persons), .giniCorrectedForWeights,
    ] {
      #expect(all[index] == some[index])
    }
    #expect(all.poverty(below: sample.line).poor == some.poverty(below: sample.line).poor)
    #expect(all.rows(sample.weights.indices.filter { sample.weights[$0] == 0 })[.gini].value == nil)
  }
}
