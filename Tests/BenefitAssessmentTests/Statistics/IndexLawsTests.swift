import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

/// What indices of poverty and inequality must do by their axioms, on random populations.
struct IndexLawsTests {
  private let inequality: [InequalityIndex] =
    InequalityIndex.standard + [
      .entropy(order: -1), .entropy(order: 0.5), .entropy(order: 1.5), .entropy(order: 3),
      .atkinson(aversion: 0.25), .atkinson(aversion: 3),
    ]

  private let poverty: [PovertyIndex] =
    PovertyIndex.standard + [
      .fosterGreerThorbecke(order: 1.5), .fosterGreerThorbecke(order: 3), .giniOfGaps, .giniOfPoor,
      .headcountAtOrBelow, .averageExitTime(growth: "3%"),
    ]

  /// Whether two statistics are the same: exactly, or to what a sum of rounded terms may differ by.
  private func isSame(_ a: Statistic, _ b: Statistic, within: Double = 1e-13) -> Bool {
    guard let left = a.value, let right = b.value else { return a == b }
    return left == right || abs(left - right) <= within * max(abs(left), abs(right), 1e-3)
  }

  private func values(_ incomes: Incomes, below line: Int64) -> [Statistic] {
    inequality.map { incomes[$0] }
      + poverty.map { incomes.poverty(below: Money(fen: line))[$0] }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `Order, names, replication and scale do not matter`(seed: UInt64) throws {
    let population = RandomPopulation(seed: seed)
    let incomes = try population.incomes
    var random = SplitMix64(seed: seed)
    let line = Int64.random(in: 1...population.fen[0], using: &random)
    let values = values(incomes, below: line)

    let rows = Array(population.fen.indices).shuffled(using: &random)
    #expect(self.values(incomes.rows(rows), below: line) == values, "to the last bit")

    let twice = try Incomes(
      (population.fen + population.fen).map { Money(fen: $0) },
      persons: population.persons + population.persons
    )
    for (one, two) in zip(values, self.values(twice, below: line)) { #expect(isSame(one, two)) }

    let larger = try Incomes(
      population.fen.map { Money(fen: 7 * $0) },
      persons: population.persons
    )
    for (one, two) in zip(values, self.values(larger, below: 7 * line)) {
      #expect(isSame(one, two))
    }

    // The same persons, each a household of their own, in exact fractions of a fen.
    let common: Int64 = 60
    let persons = zip(population.fen, population.persons).flatMap { fen, persons in
      Array(repeating: Money(fen: fen * common / Int64(persons)), count: persons)
    }
    let apart = try Incomes(persons)
    for (one, two) in zip(values, self.values(apart, below: common * line)) {
      #expect(isSame(one, two))
    }
  }

  /// A fen from a poorer person to a richer one, both alone in their households.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func `A transfer from poor to rich raises inequality`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var fen = (0..<12).map { _ in Int64.random(in: 10...1_000, using: &random) }.sorted()
    fen[11] += 1_000
    let before = try Incomes(fen.map { Money(fen: $0) })
    fen[0] -= 5
    fen[11] += 5
    let after = try Incomes(fen.map { Money(fen: $0) })
    for index in inequality where index != .s80s20 && index != .palma {
      let values = (before[index].value, after[index].value)
      #expect(try #require(values.0) < #require(values.1), "\(index.name)")
    }
    // Both stay poor: where the richer leaves poverty, Sen's indices may fall.
    let line = Money(fen: fen[11] + 1)
    for index in [PovertyIndex.severity, .watts, .sen, .senShorrocksThon] {
      let values = (
        before.poverty(below: line)[index].value, after.poverty(below: line)[index].value
      )
      #expect(try #require(values.0) < #require(values.1), "\(index.name)")
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `Indices stay in their range and in their order`(seed: UInt64) throws {
    let population = RandomPopulation(seed: seed)
    let incomes = try population.incomes
    let gini = try #require(incomes[.gini].ratio)
    #expect(gini >= .zero && gini < .whole)
    let hoover = try #require(incomes[.hoover].ratio)
    #expect(hoover <= gini, "the largest distance of the Lorenz curve, and twice its area")
    for index in inequality {
      let statistic = incomes[index]
      #expect(statistic.reason == .zeroShare || (statistic.value ?? -1) >= 0, "\(index.name)")
    }
    let aversions = [0, 0.25, 0.5, 1, 2, 3].map {
      incomes[.atkinson(aversion: $0)].value ?? .nan
    }
    #expect(zip(aversions, aversions.dropFirst()).allSatisfy { $0 <= $1 && $1 <= 1 })

    let poverty = incomes.poverty(below: Money(fen: max(1, population.fen[0] / 2)))
    let orders = [0, 0.5, 1, 1.5, 2, 3, 20].map {
      poverty[.fosterGreerThorbecke(order: $0)].value ?? .nan
    }
    #expect(zip(orders, orders.dropFirst()).allSatisfy { $0 >= $1 && $1 >= 0 })
    #expect(poverty[.fosterGreerThorbecke(order: 2)] == poverty[.severity])
    // H·I = gap; Sen and SST by their textbook form.
    if poverty.poor.persons > 0, poverty[.giniOfPoor].value != nil {
      let (h, i) = (poverty[.headcount].value ?? 0, poverty[.incomeGapRatio].value ?? 0)
      let (p, g) = (poverty[.giniOfPoor].value ?? 0, poverty[.giniOfGaps].value ?? 0)
      #expect(isSame(.number(h * (i + (1 - i) * p)), poverty[.sen]))
      #expect(isSame(.number(h * i * (1 + g)), poverty[.senShorrocksThon]))
    }
  }

  /// Gini as half the mean difference of all pairs, which no ranking enters.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `The Gini index is half the mean difference over the mean`(seed: UInt64) throws {
    let population = RandomPopulation(seed: seed, below: -3)
    let incomes = try population.incomes
    let columns = Array(zip(population.fen, population.persons.map(Int64.init)))
    var sum = 0.0
    for (a, m) in columns {
      for (b, n) in columns { sum += abs(Double(a * n - b * m)) }
    }
    guard let yuan = incomes.mean.value, yuan != 0 else { return }
    let persons = Double(incomes.personCount)
    #expect(isSame(incomes[.gini], .number(sum / (200 * persons * persons * yuan))))
  }

  @Test func `Nearly equal incomes have a small index and no noise`() throws {
    // y = μ(1 ± h): MLD = −ln(1 − h²)/2 = h²/2 + h⁴/4 + …
    let million: Int64 = 1_000_000_000_000
    let incomes = try Incomes([Money(fen: million - 1), Money(fen: million + 1)])
    for order in [-1, 0, 0.3, 0.5, 1, 2, 4] {
      let value = try #require(incomes[.entropy(order: order)].value)
      #expect(abs(value - 5e-25) < 1e-39, "\(order)")
    }
    let equal = try Incomes([.yuan(2), .yuan(1), .yuan(3)], persons: [2, 1, 3])
    for index in inequality where index != .palma && index != .s80s20 {
      #expect(equal[index].value == 0, "\(index.name)")
    }
  }

  @Test func `An entropy changes little where its formula changes`() throws {
    let incomes = try RandomPopulation(seed: 77, households: 30...30).incomes
    let rows = (0..<30).filter { incomes[$0] > Money(fen: 0) }
    let positive = incomes.rows(rows)
    for order in [-1.0, 0, 0.5, 1, 2] {
      let values = [order - 1e-7, order, order + 1e-7].map {
        positive[.entropy(order: $0)].value ?? .nan
      }
      #expect(abs(values[0] - values[1]) < 1e-5 * values[1], "\(order)")
      #expect(abs(values[2] - values[1]) < 1e-5 * values[1], "\(order)")
    }
  }

  /// The index is a smooth function of its order, whose slope at 1 is below 1 here.
  @Test func `An order beside 1 leaves no noise`() throws {
    let incomes = try Incomes([.yuan(1), .yuan(2), .yuan(7), .yuan(40)])
    let theil = try #require(incomes[.theil].value)
    for step in [1e-15, 1e-12, 1e-9] {
      for order in [1 - step, 1 + step] {
        let value = try #require(incomes[.entropy(order: order)].value)
        #expect(abs(value - theil) < step + 1e-14, "\(order)")
      }
    }
  }

  @Test func `Extreme orders and aversions give a number`() throws {
    let incomes = try Incomes([.yuan(1), .yuan(10)])
    let equal = try Incomes([.yuan(7), .yuan(7)])
    for size in [60, 1e3, 1e154, 1e200, 1e308] {
      for order in [size, -size] {
        #expect(equal[.entropy(order: order)].value == 0)
        let value = try #require(incomes[.entropy(order: order)].value)
        #expect(value >= 0, "\(order): \(value)")
      }
      #expect(equal[.atkinson(aversion: size)].value == 0)
      // The mean of order 1 - e is the smallest income times 2^(1 / (e - 1)), but for a last place.
      let atkinson = try #require(incomes[.atkinson(aversion: size)].value)
      let expected = 1 - 2 * Elementary.power(2, 1 / (size - 1)) / 11
      #expect(abs(atkinson - expected) < 1e-14, "\(size): \(atkinson), not \(expected)")
    }
    // Powers of over-the-mean incomes pass the range of a `Double` at this aversion, the index does not.
    let apart = try Incomes([.yuan(1), .yuan(1_000_000)])
    let near = try #require(apart[.atkinson(aversion: 53)].value)
    let far = try #require(apart[.atkinson(aversion: 60)].value)
    #expect(near < far && far < 1 - 1e-6)
  }

  @Test func `What has no value says why`() throws {
    let nobody = try Incomes([])
    for index in inequality { #expect(nobody[index] == .undefined(.nobody)) }
    for index in poverty {
      #expect(nobody.poverty(below: .yuan(1))[index] == .undefined(.nobody))
    }
    #expect(nobody.mean == .undefined(.nobody))
    #expect(nobody.quantile("50%") == .undefined(.nobody))

    let alone = try Incomes([.yuan(5)])
    #expect(alone[.gini] == .exact(.zero))
    for index in [.giniCorrected(.households), .giniCorrected(.persons), .giniCorrectedForWeights]
      as [InequalityIndex]
    {
      #expect(alone[index] == .undefined(.singleObservation))
      #expect(nobody[index] == .undefined(.nobody))
    }
    #expect(alone.poverty(below: .yuan(1))[.incomeGapRatio] == .undefined(.noPoor))
    #expect(alone.poverty(below: .yuan(1))[.sen] == .exact(.zero))
    #expect(alone.poverty(below: .zero)[.headcount] == .undefined(.noLine))
    #expect(alone.poverty(below: .zero).totalGap == nil)
    #expect(
      try Incomes([.zero, .zero]).poverty(below: Money(fen: .max))[.sen] == .undefined(.tooLarge)
    )
    #expect(
      alone.poverty(below: .yuan(9))[.averageExitTime(growth: 0)] == .undefined(.noGrowth)
    )

    let zeros = try Incomes([.zero, .yuan(1)])
    #expect(zeros[.meanLogDeviation] == .number(.infinity))
    #expect(zeros[.entropy(order: -1)] == .number(.infinity))
    #expect(zeros[.atkinson(aversion: 1)].value == 1)
    #expect(zeros[.s80s20] == .undefined(.zeroShare))
    #expect(zeros.poverty(below: Money(fen: 1))[.watts] == .number(.infinity))
    // All poor have nothing: their Gini index has no value, Sen's index has.
    #expect(zeros.poverty(below: Money(fen: 1))[.giniOfPoor] == .undefined(.zeroTotal))
    #expect(zeros.poverty(below: Money(fen: 1))[.sen] == .exact("1/2"))

    let debts = try Incomes([.yuan(-1), .yuan(2)])
    #expect(debts[.theil] == .undefined(.negativeIncome))
    #expect(debts.poverty(below: .yuan(1))[.watts] == .undefined(.negativeIncome))
    #expect(try Incomes([.yuan(-3), .yuan(2)])[.hoover] == .undefined(.negativeTotal))
  }

  @Test func `Entropies of order zero and below are infinite where somebody has nothing`() throws {
    for order in [-1.0, 0, 0.5, 2] {
      let index = InequalityIndex.entropy(order: order)
      let value = try Incomes([.zero, .yuan(2)])[index].value
      #expect(index.convention.hasSuffix("then infinite") == (order <= 0))
      #expect((value == .infinity) == (order <= 0))
    }
  }

  @Test func `Every index has a name and a convention of its own`() {
    let names = inequality.map(\.name) + poverty.map(\.name)
    #expect(Set(names).count == names.count)
    #expect((inequality.map(\.convention) + poverty.map(\.convention)).allSatisfy { !$0.isEmpty })
  }
}
