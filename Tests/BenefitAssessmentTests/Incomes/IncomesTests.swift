import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

/// A random population, the same for the same seed, with many ties and some zero incomes.
struct RandomPopulation {
  var fen: [Int64]
  var persons: [Int]

  init(seed: UInt64, households: ClosedRange<Int> = 1...40, below: Int64 = 0) {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: households, using: &random)
    let most: Int64 = Bool.random(using: &random) ? 12 : 1_000_000
    persons = (0..<count).map { _ in Int.random(in: 1...6, using: &random) }
    fen = (0..<count).map { _ in Int64.random(in: below...most, using: &random) }
    // Somebody has something, so that indices have a value.
    fen[0] = most
  }

  var incomes: Incomes {
    get throws { try Incomes(fen.map { Money(fen: $0) }, persons: persons) }
  }
}

struct IncomesTests {
  /// Quantiles read the whole order: every income in turn, compared without the library's ranking.
  private func isOrdered(_ fen: [Int64], _ persons: [Int]) throws {
    let incomes = try Incomes(fen.map { Money(fen: $0) }, persons: persons)
    let rows = fen.indices.sorted { a, b in
      Int128(fen[a]) * Int128(persons[b]) < Int128(fen[b]) * Int128(persons[a])
    }
    var upTo: Int64 = 0
    for row in rows {
      upTo += Int64(persons[row])
      let quantile = incomes.quantile(Ratio(upTo, incomes.personCount))
      #expect(quantile == .money(Money(fen: fen[row])) * .exact(Ratio(1, Int64(persons[row]))))
    }
  }

  /// Populations whose keys need 32 bits, 64 bits, or more than there are.
  @Test(
    arguments: [(6, 1 << 20), (6, 1 << 45), (1 << 12, 1 << 30), (1 << 31, 1 << 40)]
      as [(Int, Int64)]
  )
  func `Incomes pool in steps as naive sorting pools them`(persons most: Int, fen: Int64) throws {
    var random = SplitMix64(seed: 5)
    var (incomes, persons, amounts): ([Int64], [Int], [Int64]) = ([], [], [])
    for _ in 0..<1_300 {
      let number = Int.random(in: 1...min(most, 6), using: &random) * (most / min(most, 6))
      // Half of them share one of a few incomes for each person, with other numbers of persons.
      let isTied = Bool.random(using: &random)
      let perPerson = fen / Int64(most) / 16 * .random(in: -8...8, using: &random)
      persons.append(number)
      incomes.append(isTied ? perPerson * Int64(number) : .random(in: -fen...fen, using: &random))
      amounts.append(.random(in: 0...9, using: &random))
    }
    incomes[0] = fen * 1_300
    var steps: [(fen: Int64, persons: Int64, amount: Int64)] = []
    let rows = incomes.indices.sorted { a, b in
      Int128(incomes[a]) * Int128(persons[b]) < Int128(incomes[b]) * Int128(persons[a])
    }
    for row in rows {
      let (number, last) = (Int64(persons[row]), steps.count - 1)
      if last >= 0,
        Int128(steps[last].fen) * Int128(number) == Int128(incomes[row])
          * Int128(steps[last].persons)
      {
        steps[last].fen += incomes[row]
        steps[last].persons += number
        steps[last].amount += amounts[row]
      } else {
        steps.append((incomes[row], number, amounts[row]))
      }
    }
    let population = try Incomes(incomes.map { Money(fen: $0) }, persons: persons)
    let curve = try population.concentration(of: amounts.map { Money(fen: $0) })
    let (all, sum) = (Int64(persons.reduce(0, +)), amounts.reduce(0, +))
    var (below, part) = (0 as Int64, 0 as Int64)
    for (point, step) in zip(curve.points.dropFirst(), steps) {
      below += step.persons
      part += step.amount
      #expect(point.persons == Ratio(below, all) && point.amount == Ratio(part, sum))
    }
    #expect(curve.points.count == steps.count + 1)
    #expect(
      population.lorenz.points.map(\.amount).dropFirst().elementsEqual(sums(steps.map(\.fen)))
    )
  }

  /// The parts of a total that a number of amounts are up to each.
  private func sums(_ fen: [Int64]) -> [Ratio] {
    let total = fen.reduce(0, +)
    var sum: Int64 = 0
    return fen.map {
      sum += $0
      return Ratio(sum, total)
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Incomes are in exact order`(seed: UInt64) throws {
    let population = RandomPopulation(seed: seed, below: -20)
    try isOrdered(population.fen, population.persons)
  }

  @Test func `Large populations and large incomes are in exact order too`() throws {
    let many = RandomPopulation(seed: 1, households: 1_500...1_500, below: -900)
    let incomes = try many.incomes
    // Sorted by digits: the Lorenz curve of an ascending order is convex.
    let points = incomes.lorenz.points
    for (before, (middle, after)) in zip(points, zip(points.dropFirst(), points.dropFirst(2))) {
      let first = (middle.amount - before.amount) / (middle.persons - before.persons)
      let second = (after.amount - middle.amount) / (after.persons - middle.persons)
      #expect(first < second)
    }
    // Neighbours that differ by 1 in 10²⁰ need 128 bits to compare.
    let huge: Int64 = 1_000_000_000_000_000_000
    try isOrdered([huge + 1, huge, huge - 1, 7, -huge], [3, 3, 3, 5, 1])
    try isOrdered([huge + 1, huge, 3 * huge], [1_000_000_007, 1_000_000_006, 3_000_000_018])
  }

  /// One income near the limit is enough to leave the short keys that all others fit.
  @Test func `A single income near the limit keeps its place`() throws {
    for bits in 50..<63 {
      for largest in [Int64(1) << bits, -(Int64(1) << bits)] {
        try isOrdered([100, largest, 7, largest - largest / 1_000, 0], [1, 6, 2, 5, 3])
      }
    }
  }

  @Test func `Two halves of an income are the whole of it`() throws {
    let whole = try Incomes([.yuan(9), .yuan(4)], persons: [3, 2])
    let parted = try Incomes([.yuan(2), .yuan(3), .yuan(6), .yuan(2)], persons: [1, 1, 2, 1])
    #expect(whole.lorenz.points.elementsEqual(parted.lorenz.points, by: ==))
    #expect(whole.mean == .money("2.60"))
    #expect(whole.total == .yuan(13))
    #expect(whole.rows([1]).mean == .money(.yuan(2)))
  }

  @Test func `A register and a settlement are populations`() throws {
    let register = try Register([
      Household("A", gaqa: "G", persons: 2, baselineIncome: .yuan(4_000)),
      Household("B", gaqa: "G", persons: 3, status: .notPoor, baselineIncome: .yuan(12_000)),
    ])
    let scheme = Terms(name: "award", members: .always) {
      Payment(
        "award",
        each: .yuan(500),
        where: .status(.belowNationalLine),
        as: .transfer
      )
    }
    let settlement = try scheme.settle(Season(2016), for: register)
    let (before, after) = (try Incomes(settlement.register), try Incomes(after: settlement))
    #expect(before == (try Incomes([.yuan(4_000), .yuan(12_000)], persons: [2, 3])))
    #expect(after == (try Incomes([.yuan(4_500), .yuan(12_000)], persons: [2, 3])))
    #expect(after == (try Incomes(register, adding: [.yuan(500), .zero])))
    #expect(try settlement.rowsReached() == [0])
    #expect(try settlement.rowsReached(by: "award") == [0])
    #expect(throws: BenefitError.self) { try settlement.rowsReached(by: "other") }
    #expect(register.rows(with: .notPoor) == [1])
    #expect(register.rows(with: .notPoor, .belowNationalLine) == [0, 1])
  }

  @Test func `Bad columns are refused with place and advice`() throws {
    func refusal(_ make: () throws(BenefitError) -> some Any) -> String {
      do {
        _ = try make()
        return "made"
      } catch {
        return error.description
      }
    }
    #expect(
      refusal { () throws(BenefitError) in try Incomes([.zero], persons: [1, 2]) }
        == "There are 2 numbers of persons for 1 households. Give one for each household."
    )
    #expect(
      refusal { () throws(BenefitError) in try Incomes([.zero, .zero], persons: [1, 0]) }
        == "Row 2: the household has 0 persons. Leave out a household without members."
    )
    let most = Money(fen: .max)
    #expect(
      refusal { () throws(BenefitError) in try Incomes([most, Money(fen: -1)]) }
        == "The sum of incomes is too large to be kept exactly in 64 bits. "
        + "Check the amounts, or count in a larger unit."
    )
    let incomes = try Incomes([most])
    #expect(
      refusal { () throws(BenefitError) in
        try incomes.targeting(of: [Money(fen: 1)], below: .yuan(1))
      } == "Row 1: the income with what is added is too large to be kept exactly in 64 bits. "
        + "Check the amounts, or count in a larger unit."
    )
    #expect(
      refusal { () throws(BenefitError) in try incomes.sources([("wages", [Money(fen: 5)])]) }
        == "Row 1: the sources add up to 5 and the income is 9223372036854775807, both in hundredths. "
        + "Name every source, costs as amounts below zero."
    )
    let others = try Incomes([.zero], persons: [2])
    #expect(
      refusal { () throws(BenefitError) in try Redistribution(from: incomes, to: others) }
        == "Row 1: the household has 1 persons before and 2 after. "
        + "Compare incomes of the same households with the same members."
    )
    #expect(throws: BenefitError.self) { try incomes.concentration(of: []) }
    #expect(throws: BenefitError.self) { try incomes.grouped(by: [String]()) }
    #expect(throws: BenefitError.self) { try Incomes([.zero], persons: [Int.max]) }
    #expect(try decodingProblem(Incomes.self, from: #"{"fen":[1],"persons":[0]}"#) != nil)
    #expect(try roundTripped(incomes) == incomes)
  }
}
