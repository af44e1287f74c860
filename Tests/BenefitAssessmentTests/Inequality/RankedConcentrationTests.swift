import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

/// Concentration in the order of a variable other than income.
struct RankedConcentrationTests {
  private struct Sample {
    var incomes: Incomes
    var perPerson: [Ratio]
    var persons: [Double]
    var weights: [Double]
    var amounts: [Money]
    var land: [Int]

    init(seed: UInt64, isWeighted: Bool = false) throws {
      let population = RandomPopulation(seed: seed)
      var random = SplitMix64(seed: seed + 500)
      let rows = population.fen.indices
      let weights = rows.map { _ in Ratio(isWeighted ? .random(in: 1...9, using: &random) : 4, 4) }
      incomes = try Incomes(
        population.fen.map(Money.init(fen:)),
        persons: population.persons,
        weights: weights
      )
      perPerson = rows.map { Ratio(population.fen[$0], Int64(population.persons[$0])) }
      self.weights = weights.map { Double($0.numerator) / Double($0.denominator) }
      persons = population.persons.map(Double.init)
      amounts = rows.map { _ in Money(fen: .random(in: 1...1_000, using: &random)) }
      land = rows.map { _ in Int.random(in: 0...7, using: &random) }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `In the order of income it is the curve of incomes`(seed: UInt64) throws {
    for isWeighted in [false, true] {
      let sample = try Sample(seed: seed, isWeighted: isWeighted)
      let byIncome = try sample.incomes.concentration(of: sample.amounts)
      let ranked = try sample.incomes.concentration(
        of: sample.amounts,
        rankedBy: sample.perPerson
      )
      #expect(ranked == byIncome && ranked.kakwani == byIncome.kakwani)
      #expect(ranked.points.elementsEqual(byIncome.points, by: ==))
    }
  }

  /// The index is 2·cov(b, R) / mean of b over persons, with R the middle of the part of the
  /// persons in a value.
  ///
  /// Source: Kakwani, Wagstaff and van Doorslaer, Socioeconomic inequalities in health, 1997.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `The index is a covariance with the rank, and turns with the order`(seed: UInt64) throws {
    let sample = try Sample(seed: seed, isWeighted: true)
    let curve = try sample.incomes.concentration(of: sample.amounts, rankedBy: sample.land)
    let persons = zip(sample.persons, sample.weights).map { $0 * $1 }
    let all = persons.reduce(0, +)
    let ranks = sample.land.map { land in
      zip(sample.land, persons).reduce(0) {
        $0 + ($1.0 < land ? $1.1 : $1.0 == land ? $1.1 / 2 : 0)
      } / all
    }
    let amounts = zip(sample.amounts, sample.weights).map { Double($0.fen) * $1 }
    let total = amounts.reduce(0, +)
    let covariance = zip(amounts, ranks).reduce(0) { $0 + $1.0 * ($1.1 - 0.5) } / all
    let value = try #require(curve.index.value)
    #expect(abs(value - 2 * covariance / (total / all)) < 1e-12)

    let turned = try sample.incomes.concentration(
      of: sample.amounts,
      rankedBy: sample.land.map { -$0 }
    )
    #expect(turned.index == .exact(0) - curve.index)
    for part in 0...10 as ClosedRange<Int64> {
      let share = turned.share(ofPoorest: Ratio(10 - part, 10))
      #expect(curve.share(ofPoorest: Ratio(part, 10)) == .exact(1) - share)
    }
    let line = Money(fen: 3)
    let byIncome = try sample.incomes.concentration(of: sample.amounts)
    #expect(curve.share(below: line) == byIncome.share(below: line))
    #expect(curve.total == byIncome.total)
  }

  @Test func `Where all are equal everybody has the same rank`() throws {
    let sample = try Sample(seed: 2)
    let curve = try sample.incomes.concentration(
      of: sample.amounts,
      rankedBy: sample.amounts.map { _ in "same" }
    )
    #expect(curve.index == .exact(0) && curve.points.count == 2)
  }

  /// Deaths under five in the wealth groups of India, 1982 to 1992: the index is -0.1694.
  ///
  /// Source: O'Donnell, van Doorslaer, Wagstaff and Lindelow, Analyzing Health Equity Using
  /// Household Survey Data, World Bank, 2008, chapter 8.
  @Test func `Deaths of children in India are concentrated as the World Bank has it`() throws {
    let births = [29_939, 28_776, 26_528, 24_689, 19_739]
    let deaths: [Money] = [4_632, 4_400, 3_170, 2_145, 1_072].map { .yuan($0) }
    let groups = try Incomes(births.map { _ in .zero }, persons: births)
    let curve = try groups.concentration(of: deaths, rankedBy: [1, 2, 3, 4, 5])
    #expect(curve.index.text(decimals: 4) == "-0.1694")
    let points = curve.points.map { $0.amount.percentText(decimals: 0) }
    #expect(points == ["0 %", "30 %", "59 %", "79 %", "93 %", "100 %"])
  }

  /// By hand: land 2 and 5 mu; (10·1 + 30·(2 + 2)) / (3·40) - 1 = 1/12, and of the incomes (300·1 +
  /// 100·4) / 1,200 - 1.
  @Test func `An example by hand`() throws {
    let incomes = try Incomes([.yuan(100), .yuan(300)], persons: [2, 1])
    let curve = try incomes.concentration(of: [.yuan(30), .yuan(10)], rankedBy: [5, 2])
    #expect(curve.index == .exact("1/12"))
    #expect(curve.kakwani == .exact("-1/2"))
    #expect(curve.share(ofPoorest: "1/3") == .exact("1/4"))
    #expect(curve.share(below: .yuan(60)) == .exact("3/4"))
  }

  @Test func `Values that are missing or too few are refused with their place`() throws {
    let incomes = try Incomes([.yuan(1), .yuan(2)])
    let amounts: [Money] = [.yuan(1), .yuan(1)]
    func refusal<Value: Comparable>(_ values: [Value?]) -> [String] {
      do {
        _ = try incomes.concentration(of: amounts, rankedBy: values)
        return ["made"]
      } catch {
        return [error.text(in: .english), error.text(in: .simplifiedChinese)]
      }
    }
    let missing = [
      "Row 2: the household has no value to rank it by. "
        + "Give one, or leave the household out of the incomes.",
      "行 2：该户没有排序变量的值。请填写，或从收入中删去该户。",
    ]
    #expect(refusal([1, nil]) == missing)
    #expect(refusal([1, Double.nan]) == missing)
    #expect(
      refusal([1]) == [
        "There are 1 values to rank by for 2 households. Give one for each household.",
        "共 2 户，而排序变量的值有 1 项。请每户填写一项。",
      ]
    )
    #expect(throws: BenefitError.self) {
      try incomes.concentration(of: [.yuan(1)], rankedBy: [1, 2])
    }
  }
}
