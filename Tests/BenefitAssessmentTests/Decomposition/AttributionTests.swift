import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

/// Each scheme's own contribution, held against every order in which the schemes may come.
struct AttributionTests {
  /// All orders of some players.
  private static func orders(_ players: [Int]) -> [[Int]] {
    guard let last = players.last else { return [[]] }
    return orders(players.dropLast()).flatMap { order in
      (0...order.count).map { place in
        var order = order
        order.insert(last, at: place)
        return order
      }
    }
  }

  /// A measure with some schemes, straight from its definition; the line is for one person.
  private static func poverty(
    _ sum: PovertySum,
    _ given: GivenGains,
    _ schemes: some Sequence<Int>,
    _ line: Int64
  ) -> Ratio {
    let schemes = Set(schemes)
    let all = Int64(given.persons.reduce(0, +))
    return given.before.indices.reduce(.zero) { total, row in
      let income = schemes.reduce(given.before[row]) { $0 + given.net(row)[$1] }
      let (persons, threshold) = (Int64(given.persons[row]), line * Int64(given.persons[row]))
      guard income < threshold else { return total }
      switch sum {
      case .poorPersons: return total + Ratio(persons)
      case .poorHouseholds: return total + 1
      case .gap: return total + Ratio(threshold - income, 100)
      case .severity:
        let gap = Ratio(threshold - income, threshold)
        return total + gap * gap * Ratio(persons, all)
      }
    }
  }

  private static func meanOverOrders(
    _ count: Int,
    _ worth: ([Int]) -> Ratio
  ) -> [Ratio] {
    let orders = Self.orders(Array(0..<count))
    var sums = [Ratio](repeating: .zero, count: count)
    for order in orders {
      for (place, player) in order.enumerated() {
        sums[player] += worth(Array(order[..<place])) - worth(Array(order[...place]))
      }
    }
    return sums.map { $0 / Ratio(Int64(orders.count)) }
  }

  private static func isNear(_ statistic: Statistic, _ expected: Ratio) -> Bool {
    guard let value = statistic.value else { return false }
    let wanted = Double(expected.numerator) / Double(expected.denominator)
    return (value - wanted).magnitude <= 1e-12 * max(1, wanted.magnitude)
  }

  @Test(arguments: PovertySum.allCases, 0..<12 as Range<UInt64>)
  func `A scheme's own part is its mean over all orders`(sum: PovertySum, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let schemes = Int(seed % 5)
    let given = GivenGains(households: 8, schemes: schemes, random: &random)
    let line: Int64 = 7
    let result = try given.settled().attribution(of: sum, below: Money(fen: line))
    let everybody = Array(0..<schemes)
    func poverty(_ schemes: [Int]) -> Ratio { Self.poverty(sum, given, schemes, line) }
    let expected = Self.meanOverOrders(schemes, poverty)

    func isSame(_ statistic: Statistic, _ ratio: Ratio) -> Bool {
      sum == .severity
        ? Self.isNear(statistic, ratio)
        : statistic == (sum == .gap ? .money(.yuan(1)) : .exact(1)) * .exact(ratio)
    }
    #expect(isSame(result.before, poverty([])))
    #expect(isSame(result.after, poverty(everybody)))
    #expect(isSame(result.total, poverty([]) - poverty(everybody)))
    #expect(result.schemes.map(\.name) == everybody.map { "S\($0)" })
    for (scheme, row) in result.schemes.enumerated() {
      #expect(isSame(row.shapley, expected[scheme]))
      #expect(isSame(row.firstIn, poverty([]) - poverty([scheme])))
      #expect(isSame(row.lastIn, poverty(everybody.filter { $0 != scheme }) - poverty(everybody)))
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `The two ways to work it out agree`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let settlement = try GivenGains(households: 15, schemes: Int(seed % 6), random: &random)
      .settled()
    let line = Money(fen: 7)
    let byHousehold = try settlement.attribution(of: .poorPersons, below: line)
    let bySubset = try settlement.attribution(of: "poor persons") { incomes in
      .exact(Ratio(incomes.poverty(below: line).poor.persons))
    }
    #expect(byHousehold.before == bySubset.before && byHousehold.after == bySubset.after)
    for (first, second) in zip(byHousehold.schemes, bySubset.schemes) {
      #expect(first.name == second.name)
      #expect(first.firstIn == second.firstIn && first.lastIn == second.lastIn)
      #expect(Self.isNear(second.shapley, try #require(first.shapley.ratio)))
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Own parts add up for an index that is no sum`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var given = GivenGains(households: 12, schemes: 4, random: &random)
    given.before = given.before.map { $0 + 30 }
    // The last scheme does nothing, and two schemes do the same.
    given.gross[3] = given.before.map { _ in 0 }
    given.costs[3] = given.gross[3]
    (given.gross[2], given.costs[2]) = (given.gross[0], given.costs[0])
    let result = try given.settled().attribution(of: "Gini") { $0[.gini] }
    let own = result.schemes.compactMap(\.shapley.value)
    let total = try #require(result.total.value)
    #expect(own.count == 4 && (own.reduce(0, +) - total).magnitude < 1e-12)
    #expect((own[0] - own[2]).magnitude < 1e-12 && own[3].magnitude < 1e-12)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `Own parts of a sum of indices are the sums of own parts`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let settlement = try GivenGains(households: 10, schemes: 3, random: &random).settled()
    func gini(_ incomes: Incomes) -> Double { incomes[.gini].value ?? 0 }
    func headcount(_ incomes: Incomes) -> Double {
      incomes.poverty(below: Money(fen: 7))[.headcount].value ?? 0
    }
    func own(_ index: (Incomes) -> Double) throws -> [Double] {
      try settlement.attribution(of: "index") { .number(index($0)) }.schemes
        .compactMap(\.shapley.value)
    }
    let parts = zip(try own(gini), try own(headcount)).map { $0 + 2 * $1 }
    let whole = try own { gini($0) + 2 * headcount($0) }
    #expect(whole.count == 3 && zip(whole, parts).allSatisfy { ($0 - $1).magnitude < 1e-12 })
  }

  @Test func `Two schemes that each lift a household share it`() throws {
    // The line is 10: each of S0 and S1 alone lifts the first; only both lift the second; S2 the third.
    let given = GivenGains(
      before: [5, 0, 8],
      persons: [1, 1, 1],
      gross: [[6, 6, 0], [7, 7, 0], [0, 0, 2]]
    )
    let result = try given.settled().attribution(of: .poorHouseholds, below: Money(fen: 10))
    #expect(result.schemes.map(\.shapley) == [1, 1, 1].map { .exact($0) })
    #expect(result.schemes.map(\.firstIn) == [1, 1, 1].map { .exact($0) })
    #expect(result.schemes.map(\.lastIn) == [1, 1, 1].map { .exact($0) })

    let gap = try given.settled().attribution(of: .gap, below: Money(fen: 10))
    // First: both orders give 5 to whoever is first. Second: 6 + 4 or 7 + 3.
    #expect(
      gap.schemes.map(\.shapley)
        == [Ratio(7, 100), Ratio(8, 100), Ratio(2, 100)].map { .money(.yuan(1)) * .exact($0) }
    )
    #expect(gap.total == .money("0.17"))
    #expect(
      gap.table(in: .english).csv == """
        scheme,Shapley,first in,last in\r
        S0,0.070000,0.110000,0.030000\r
        S1,0.080000,0.120000,0.040000\r
        S2,0.020000,0.020000,0.020000\r
        all together,0.170000,,\r

        """
    )
  }

  @Test func `A household with many schemes is still exact, and one with more is not worked out`()
    throws
  {
    func result(_ schemes: Int) throws -> Attribution {
      try GivenGains(before: [0], gross: Array(repeating: [1], count: schemes)).settled()
        .attribution(of: .gap, below: Money(fen: 5))
    }
    // Each of sixteen equal schemes closes a sixteenth of 5 fen.
    let sixteen = try result(16)
    #expect(sixteen.schemes.allSatisfy { $0.shapley == .money("0.05") * .exact("1/16") })
    #expect(sixteen.schemes.allSatisfy { $0.lastIn == .money(.zero) })
    let many = try result(21)
    #expect(many.total == .undefined(.tooManySchemes))
    #expect(many.schemes.count == 21)
    #expect(many.schemes.allSatisfy { $0.shapley == .undefined(.tooManySchemes) })
    func bySubset(_ schemes: Int) throws -> Attribution {
      try GivenGains(before: [0], gross: Array(repeating: [1], count: schemes)).settled()
        .attribution(of: "shortfall") { .number(-($0.mean.value ?? 0)) }
    }
    #expect(
      try bySubset(12).schemes.allSatisfy {
        (($0.shapley.value ?? 0) - 0.01).magnitude < 1e-12
      }
    )
    #expect(try bySubset(13).schemes.allSatisfy { $0.shapley == .undefined(.tooManySchemes) })
  }

  @Test func `What has no value says why`() throws {
    let given = GivenGains(before: [0, 9], gross: [[5, 0], [0, 1]])
    let settlement = try given.settled()
    #expect(
      try settlement.attribution(of: .gap, below: .zero).schemes[0].shapley == .undefined(.noLine)
    )
    let nobody = try GivenGains(before: [], gross: [[]]).settled()
    #expect(try nobody.attribution(of: .gap, below: Money(fen: 1)).total == .undefined(.nobody))
    // Without S0 somebody has no income, and Watts has no bound.
    let watts = try settlement.attribution(of: "Watts") {
      $0.poverty(below: Money(fen: 10))[.watts]
    }
    #expect(watts.before == .number(.infinity))
    #expect(
      watts.schemes.map(\.shapley) == [.undefined(.indeterminate), .undefined(.indeterminate)]
    )
    #expect(watts.schemes[0].firstIn == .number(.infinity))
    #expect(watts.schemes[1].firstIn == .undefined(.indeterminate))
    #expect(watts.schemes[1].lastIn.value.map { $0 > 0 && $0 < 1 } == true)

    func refusal(_ line: Money) -> String? {
      do {
        _ = try settlement.attribution(of: .gap, below: line)
        return nil
      } catch {
        return error.description
      }
    }
    #expect(refusal(Money(fen: .max))?.contains("lines, incomes and gains") == true)
  }
}
