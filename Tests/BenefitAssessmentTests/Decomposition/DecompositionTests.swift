import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

/// Parts that must add up to the whole, and changes that must explain themselves.
struct DecompositionTests {
  private func isSame(_ a: Statistic, _ b: Statistic) -> Bool {
    guard let left = a.value, let right = b.value else { return a == b }
    return left == right || abs(left - right) <= 1e-13 * max(abs(left), abs(right), 1e-3)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `Within and between groups is the whole`(seed: UInt64) throws {
    let population = RandomPopulation(seed: seed)
    let incomes = try population.incomes
    var random = SplitMix64(seed: seed)
    let labels = population.fen.map { _ in Int.random(in: 1...4, using: &random) }
    let groups = try incomes.grouped(by: labels)
    #expect(groups.parts.map(\.group) == Set(labels).sorted())
    for order in [-1, 0, 0.5, 1, 1.5, 2, 3] {
      let parts = groups.entropy(order: order)
      #expect(isSame(parts.within + parts.between, incomes[.entropy(order: order)]), "\(order)")
    }
    let line = Money(fen: max(1, population.fen[0] / 3))
    for index in [PovertyIndex.headcount, .povertyGap, .severity, .watts, .headcountAtOrBelow] {
      let sum = groups.contributions(to: index, below: line).reduce(Statistic.exact(.zero), +)
      #expect(isSame(sum, incomes.poverty(below: line)[index]), "\(index.name)")
    }
    for part in groups.contributions(to: .sen, below: line) {
      #expect(part == .undefined(.notAdditive))
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `What the sources add is the Gini index`(seed: UInt64) throws {
    let population = RandomPopulation(seed: seed)
    let incomes = try population.incomes
    var random = SplitMix64(seed: seed)
    let wages = population.fen.map { Int64.random(in: 0...max(1, 2 * $0), using: &random) }
    let rest = zip(population.fen, wages).map { $0 - $1 }
    let sources = try incomes.sources([
      ("wages", wages.map { Money(fen: $0) }), ("other", rest.map { Money(fen: $0) }),
    ])
    let sum = sources.reduce(Statistic.exact(.zero)) { $0 + $1.contribution }
    #expect(sum == incomes[.gini], "exactly")
    let effects = sources.reduce(Statistic.exact(.zero)) { $0 + $1.marginalEffect }
    #expect(effects == .exact(.zero), "all incomes alike larger change nothing")
    for source in sources where source.concentration.value != nil {
      #expect(isSame(source.share * source.concentration, source.contribution))
      if let correlation = source.giniCorrelation.value, source.name == "wages" {
        #expect(abs(correlation) <= 1 + 1e-13)
      }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `Reranking is a loss and ties do not matter`(seed: UInt64) throws {
    let population = RandomPopulation(seed: seed)
    let before = try population.incomes
    var random = SplitMix64(seed: seed)
    let benefits = population.fen.map { _ in
      Money(fen: Int64.random(in: 0...population.fen[0], using: &random))
    }
    let after = try Incomes(
      zip(population.fen, benefits).map { Money(fen: $0) + $1 },
      persons: population.persons
    )
    let change = try Redistribution(from: before, to: after)
    #expect(try #require(change.reranking.value) >= 0)
    #expect(isSame(change.reynoldsSmolensky - change.reranking, change.effect))
    // Kakwani's identity for a benefit of the rate b: G − C = (b / (1 + b)) (G − C_b).
    let curve = try before.concentration(of: benefits)
    if curve.total != .zero {
      let rate = Statistic.exact(curve.total.ratio(to: before.total + curve.total))
      #expect(isSame(rate * curve.kakwani, change.reynoldsSmolensky))
    }
    let rows = Array(population.fen.indices).shuffled(using: &random)
    let shuffled = try before.rows(rows).concentration(of: rows.map { benefits[$0] })
    #expect(shuffled.index == curve.index)
    #expect(shuffled.points.elementsEqual(curve.points, by: ==))
  }

  /// The curve by its definition, person by person.
  @Test func `A share of the poorest is what they have`() throws {
    let incomes = try Incomes([.yuan(10), .yuan(10), .yuan(60)], persons: [1, 1, 2])
    let curve = try incomes.concentration(of: [.yuan(3), .yuan(1), .yuan(4)])
    let shares = (0...8).map { curve.share(ofPoorest: Ratio($0, 8)) }
    // The two with 10 each get 2 on average, the other two as well.
    #expect(shares == (0...8).map { .exact(Ratio($0, 8)) })
    #expect(incomes.lorenz.share(ofPoorest: "75%") == .exact("5/8"))
    #expect(curve.share(below: .yuan(30)) == .exact("1/2"))
    #expect(curve.share(below: .yuan(31)) == .exact(.whole))
    #expect(try incomes.concentration(of: [.zero, .zero, .zero]).points.isEmpty)
    #expect(
      try incomes.concentration(of: [.zero, .zero, .zero]).index == .undefined(.zeroTotal)
    )
  }

  /// Table 7.3's ten persons and the benefit of 3 for each: the gap falls by 30 %, 12 of the 30 reach it.
  @Test func `Ten persons of the handbook, each given three`() throws {
    let welfare: [Int64] = [6, 8, 11, 15, 21, 25, 30, 40, 50, 100]
    let incomes = try Incomes(welfare.map { .yuan($0) })
    let benefits = [Money](repeating: .yuan(3), count: 10)
    let targeting = try incomes.targeting(of: benefits, below: .yuan(20))
    #expect(incomes.poverty(below: .yuan(20)).totalGap == .yuan(40))
    #expect(targeting.gapReduction == .yuan(12))
    #expect(targeting[.gapEfficiency] == .exact("40%"))
    #expect(targeting[.leakage] == .exact("60%"))
    let after = try Incomes(welfare.map { .yuan($0 + 3) })
    let change = try Redistribution(from: incomes, to: after)
    #expect(change.effect.text(decimals: 3) == "0.039", "9 % of 0.436")
    #expect(change.reranking == .exact(.zero))
  }

  @Test func `The examples of the documentation say what is so`() throws {
    let before = try Incomes([.yuan(100), .yuan(200), .yuan(600)])
    let change = try Redistribution(
      from: before,
      to: Incomes([.yuan(350), .yuan(200), .yuan(600)])
    )
    #expect(change.effect == .exact("86/621"))
    #expect(change.reynoldsSmolensky == .exact("140/621"))
    #expect(change.reranking == .exact("2/23"))

    let two = try Incomes([.yuan(100), .yuan(300)], persons: [2, 1])
    let benefit = try two.concentration(of: [.yuan(30), .yuan(10)])
    #expect(benefit.index == .exact("-1/12"))
    #expect(benefit.share(ofPoorest: "50%") == .exact("9/16"))
    #expect(benefit.kakwani == .exact("1/2"))

    let four = try Incomes([.yuan(100), .yuan(300), .yuan(200), .yuan(400)])
    let groups = try four.grouped(by: ["north", "north", "south", "south"])
    let theil = groups.entropy(order: 1)
    #expect(theil.within.text(decimals: 4) == "0.0863")
    #expect(theil.between.text(decimals: 4) == "0.0201")
    let gaps = groups.contributions(to: .povertyGap, below: .yuan(250))
    #expect(gaps == [.exact("3/20"), .exact("1/20")])

    let sources = try Incomes([.yuan(100), .yuan(300)]).sources([
      ("wages", [.yuan(20), .yuan(280)]), ("dividend", [.yuan(80), .yuan(20)]),
    ])
    #expect(sources.map(\.share) == [.exact("3/4"), .exact("1/4")])
    #expect(sources.map(\.contribution) == [.exact("13/40"), .exact("-3/40")])
  }
}
