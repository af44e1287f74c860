import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

/// The nine definitions of Hyndman and Fan, Sample quantiles in statistical packages, 1996.
struct QuantileTests {
  private static let byType = Quantile.allCases
    .filter { $0.hyndmanFanType != nil }
    .sorted { ($0.hyndmanFanType ?? 0) < ($1.hyndmanFanType ?? 0) }

  /// The values by types 1 to 9, then those of F > p, in yuan.
  ///
  /// R 4 prints the same for `quantile(1:10, p, type = t)`. By hand for 1/4 of ten: n·p = 2.5; type
  /// 3 is the even one of 2 and 3; types 4 to 9 are at 2.5, 3, 11/4, 13/4, 31/3 · 1/4 + 1/3 and
  /// 41/4 · 1/4 + 3/8.
  private static let cases: [(part: Ratio, values: [Ratio])] = [
    (0, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
    ("1/10", [1, "3/2", 1, 1, "3/2", "11/10", "19/10", "41/30", "7/5", 2]),
    ("1/4", [3, 3, 2, "5/2", 3, "11/4", "13/4", "35/12", "47/16", 3]),
    ("1/3", [4, 4, 3, "10/3", "23/6", "11/3", 4, "34/9", "91/24", 4]),
    ("35/100", [4, 4, 4, "7/2", 4, "77/20", "83/20", "79/20", "317/80", 4]),
    ("1/2", [5, "11/2", 5, 5, "11/2", "11/2", "11/2", "11/2", "11/2", 6]),
    ("9/10", [9, "19/2", 9, 9, "19/2", "99/10", "91/10", "289/30", "48/5", 10]),
    (1, [10, 10, 10, 10, 10, 10, 10, 10, 10, 10]),
  ]

  @Test func `Each definition has its number and its own value`() throws {
    #expect(Self.byType.map(\.hyndmanFanType) == Array(1...9))
    #expect(Quantile.lower.hyndmanFanType == 1 && Quantile.averaged.hyndmanFanType == 2)
    #expect(Quantile.upper.hyndmanFanType == nil)
    let incomes = try Incomes((1...10).map { .yuan($0) }.shuffled())
    for (part, values) in Self.cases {
      for (rule, value) in zip(Self.byType + [.upper], values) {
        #expect(
          incomes.quantile(part, rule) == .exact(value) * .money(.yuan(1)),
          "\(rule) of \(part)"
        )
      }
    }
  }

  /// Hyndman and Fan define types 4 to 9 by the part p(k) at which the quantile is the observation
  /// k.
  private static let parts: [(rule: Quantile, part: @Sendable (Int64, Int64) -> Ratio)] = [
    (.interpolatedInverse, { k, n in Ratio(k, n) }),
    (.hazen, { k, n in Ratio(2 * k - 1, 2 * n) }),
    (.weibull, { k, n in Ratio(k, n + 1) }),
    (.linear, { k, n in n == 1 ? 0 : Ratio(k - 1, n - 1) }),
    (.medianUnbiased, { k, n in Ratio(3 * k - 1, 3 * n + 1) }),
    (.normalUnbiased, { k, n in Ratio(8 * k - 3, 8 * n + 2) }),
  ]

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `Between the parts of two observations it is on the straight line`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let households = (0..<Int.random(in: 1...8, using: &random)).map { _ in
      (Int.random(in: 1...3, using: &random), Int64.random(in: -9...9, using: &random))
    }
    // Six divides by the members of every household, so each person has whole fen.
    let incomes = try Incomes(
      households.map { Money(fen: 6 * $0.1) },
      persons: households.map(\.0)
    )
    let persons = households.flatMap { Array(repeating: Ratio(6 * $0.1, Int64($0.0)), count: $0.0) }
      .sorted()
    let count = Int64(persons.count)
    for (rule, partOf) in Self.parts {
      for numerator in 0...60 as ClosedRange<Int64> {
        let part = Ratio(numerator, 60)
        let parts = (1...count).map { partOf($0, count) }
        let above = parts.firstIndex { $0 > part } ?? persons.count
        let expected: Ratio
        if above == 0 {
          expected = persons[0]
        } else if above == persons.count {
          expected = persons[above - 1]
        } else {
          let along = (part - parts[above - 1]) / (parts[above] - parts[above - 1])
          expected = persons[above - 1] + along * (persons[above] - persons[above - 1])
        }
        #expect(
          incomes.quantile(part, rule) == .exact(expected) * .money(Money(fen: 1)),
          "\(rule) of \(part) in \(persons)"
        )
      }
    }
  }

  @Test(arguments: Quantile.allCases)
  func `A larger part has no smaller quantile`(rule: Quantile) throws {
    let incomes = try RandomPopulation(seed: 11, below: -50).incomes
    let values = (0...500).compactMap { incomes.quantile(Ratio($0, 500), rule).ratio }
    try #require(values.count == 501)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test(arguments: Quantile.allCases)
  func `Many persons and fine parts are no obstacle`(rule: Quantile) throws {
    let incomes = try Incomes([.yuan(1), .yuan(1 << 20)], persons: [1 << 60, 1 << 60])
    let nearlyAll = Ratio(.max - 1, .max)
    #expect(incomes.quantile(nearlyAll, rule) == incomes.quantile(1, rule))
    #expect(incomes.quantile(Ratio(1, .max), rule) == incomes.quantile(0, rule))
  }

  @Test func `Weights have a quantile where it asks for parts of the persons alone`() throws {
    let sample = try Incomes((1...10).map { .yuan($0) }, weights: (1...10).map { Ratio($0, 3) })
    // Up to 4 yuan there are 10 of 55 parts.
    #expect(sample.quantile("10/55", .lower) == .money(.yuan(4)))
    #expect(sample.quantile("10/55", .upper) == .money(.yuan(5)))
    #expect(sample.quantile("10/55", .averaged) == .money("4.5"))
    #expect(sample[.quintileIncomes(.lower)].value != nil)
    for rule in Quantile.allCases where ![.lower, .upper, .averaged].contains(rule) {
      #expect(sample.quantile("1/4", rule) == .undefined(.weightedSample))
      #expect(sample[.quintileIncomes(rule)] == .undefined(.weightedSample))
      let nobody = try Incomes([])
      #expect(nobody.quantile("1/4", rule) == .undefined(.nobody))
    }
    #expect(
      sample.quantile("1/4", .linear).text(in: .simplifiedChinese) == "无数值：该定义只适用于未加权的数据"
    )
  }

  /// Of 1 to 10 the 20 % quantile is from 2 to 3 and the 80 % one from 8 to 9, by any definition
  /// but F > p.
  @Test func `Fifths are parted where the quantile is`() throws {
    let incomes = try Incomes((1...10).map { .yuan($0) })
    for rule in Self.byType {
      #expect(incomes[.quintileIncomes(rule)] == .exact(Ratio(9 + 10, 1 + 2)), "\(rule)")
      #expect(!InequalityIndex.quintileIncomes(rule).convention(in: .simplifiedChinese).isEmpty)
    }
    #expect(incomes[.quintileIncomes(.upper)] == .exact(Ratio(10, 1 + 2 + 3)))
  }

  @Test func `A part above the whole stops the program`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try Incomes([.yuan(1)]).quantile("101%", .linear)
    }
    #expect(output(result?.standardErrorContent, says: "A part of the persons is from 0 to 1."))
  }
}
