import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

struct HerdTests {
  private func herd(seed: UInt64) throws -> Herd {
    var random = SplitMix64(seed: seed)
    func fraction() -> Ratio { Ratio(.random(in: 0...20, using: &random), 20) }
    let directions = Rounding.Direction.allCases
    return try Herd(
      females: (0..<5).map { _ in .random(in: 0...9, using: &random) },
      males: (0..<3).map { _ in .random(in: 0...3, using: &random) },
      classes: [0, 1, 2, 5].filter { _ in Bool.random(using: &random) }.map { age in
        Herd.AgeClass(
          from: age,
          births: Ratio(.random(in: 0...30, using: &random), 20),
          survival: fraction(),
          sold: fraction(),
          maleSurvival: fraction(),
          malesSold: fraction()
        )
      },
      birthRounding: directions[.random(in: directions.indices, using: &random)],
      femaleFraction: fraction(),
      deathRounding: directions[.random(in: directions.indices, using: &random)],
      femalesDelivered: [1: 4, .random(in: 2...8, using: &random): 6],
      malesDelivered: [.random(in: 1...8, using: &random): 4]
    )
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `What was there and was born is there, died, was delivered or sold`(seed: UInt64) throws {
    let herd = try herd(seed: seed)
    let years = herd.years(15)
    for (before, year) in zip(years, years.dropFirst()) {
      #expect(
        before.total + year.born.total
          == year.total + year.died.total + year.delivered.total + year.sold.total
      )
      #expect((year.females + year.males).allSatisfy { $0 >= 0 })
    }
    let promised = [herd.femalesDelivered, herd.malesDelivered].flatMap(\.values).reduce(0, +)
    #expect(
      years.reduce(0) { $0 + $1.delivered.total + $1.shortfall.total } == promised
    )
    #expect(herd.years(15) == years)
  }

  @Test(arguments: [1, 2, 10])
  func `A herd of whole rates grows in proportion`(factor: Int) throws {
    func run(_ ewes: Int) throws -> [Int] {
      try Herd(
        females: [0, ewes],
        classes: [.init(from: 0, malesSold: .whole), .init(from: 1, births: 2, malesSold: .zero)]
      ).years(6).map(\.total)
    }
    #expect(try run(factor) == run(1).map { $0 * factor })
  }

  /// Ten ewes with three lambs in two years, a tenth of the lambs lost, all males sold, five ewe
  /// lambs delivered after the first and the second year.
  @Test func `The order of events is the documented one`() throws {
    let herd = try Herd(
      females: [0, 0, 10],
      classes: [
        .init(from: 0, survival: "90%", malesSold: .whole),
        .init(from: 2, births: Ratio(3, 2), survival: "95%"),
        .init(from: 4, births: Ratio(3, 2), sold: .whole),
      ],
      deathRounding: .halfUp,
      femalesDelivered: [1: 5, 2: 9]
    )
    let years = herd.years(2)
    // Year 1: half an ewe dies, rounded up; nine ewes have 13 lambs, 6 of them females.
    #expect((years[1].died.females, years[1].adults, years[1].born.total) == (1, 9, 13))
    #expect((years[1].born.females, years[1].delivered.females, years[1].sold.males) == (6, 5, 7))
    #expect(years[1].females == [1, 0, 0, 9])
    // Year 2: none of one lamb and of nine ewes dies; 13 lambs, 6 females and the yearling are
    // delivered and two are missing; the ewes are four years old and are sold.
    #expect((years[2].died.total, years[2].born.total) == (0, 13))
    #expect((years[2].delivered.females, years[2].shortfall.females) == (7, 2))
    #expect((years[2].sold.females, years[2].sold.males) == (9, 7))
    #expect(years[2].total == 0)
  }

  @Test func `The youngest are delivered first`() throws {
    let herd = try Herd(
      females: [4, 0, 3],
      classes: [.init(from: 3, births: 2)],
      femalesDelivered: [1: 5]
    )
    // Three ewes have three females and three males; two yearlings make the delivery up.
    #expect(herd.years(1).last?.females == [0, 2, 0, 3])
  }

  @Test func `The replacement ratio says whether a fund lives`() throws {
    func fund(_ returned: Int, loss: Ratio) throws -> RevolvingHerdFund {
      try RevolvingHerdFund(households: 100, heads: 1, repayment: [1: returned], loss: loss)
    }
    // One heifer back of which a fifth is lost: a fund of 100 is down to half after three rounds.
    let heifers = try fund(1, loss: "20%")
    #expect(heifers.replacementRatio == Ratio(4, 5))
    #expect(try heifers.years(3).map(\.newHouseholds) == [100, 80, 64, 51])
    #expect(try fund(2, loss: .zero).replacementRatio == 2)
    #expect(try fund(1, loss: .zero).years(9).allSatisfy { $0.newHouseholds == 100 })
    #expect(try fund(1, loss: .whole).years(2).last?.cumulativeHouseholds == 100)
  }

  @Test func `A fund that outgrows what can be counted is refused with its year`() throws {
    let fund = try RevolvingHerdFund(
      households: 1_000_000,
      heads: 1,
      repayment: [1: 1_000_000]
    )
    #expect(try fund.years(1).last?.newHouseholds == 1_000_000_000_000)
    func repaid(_ times: Int) throws -> RevolvingHerdFund {
      try RevolvingHerdFund(
        households: 1,
        heads: 1,
        repayment: Dictionary(uniqueKeysWithValues: (1...times).map { ($0, 1) })
      )
    }
    #expect(try repaid(100).years(1).last?.newHouseholds == 1)
    #expect(throws: BenefitError.self) { try repaid(101) }
    let error = #expect(throws: BenefitError.self) { try fund.years(2) }
    #expect(error?.code == .overflow)
    #expect(
      error?.description
        == "Year 2: the fund would have more heads than 64 bits can hold. Follow it for fewer years, or "
        + "lower what is given back."
    )
  }

  @Test func `A loss finer than ratios can follow is no loss in a file`() throws {
    let file = """
      {"households": 1, "heads": 2, "repayment": {"1": 1}, "pool": 0,
       "loss": "9223372036854775806/9223372036854775807"}
      """
    let problem = try #require(try decodingProblem(RevolvingHerdFund.self, from: file))
    #expect(
      problem.hasPrefix("A loss is kept in parts of 1/10000000 or larger"),
      "\(problem)"
    )
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `Heads of a fund are lent, in the pool or lost`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let fund = try RevolvingHerdFund(
      households: .random(in: 0...40, using: &random),
      heads: .random(in: 1...6, using: &random),
      repayment: Dictionary(
        uniqueKeysWithValues: (1...3).map { ($0, .random(in: 0...3, using: &random)) }
      ),
      loss: Ratio(.random(in: 0...10, using: &random), 10),
      pool: .random(in: 0...30, using: &random)
    )
    for year in try fund.years(12).dropFirst() {
      #expect(
        year.poolBefore + year.returned == year.poolAfter + year.newHouseholds * fund.heads
      )
      #expect(year.returned <= year.due && year.poolAfter < fund.heads)
      #expect(year.outstanding >= 0)
    }
  }

  @Test func `Funds and herds come back from JSON and are checked anew`() throws {
    let herd = try herd(seed: 5)
    #expect(try roundTripped(herd) == herd)
    let fund = try RevolvingHerdFund(
      households: 3,
      heads: 4,
      repayment: [3: 5],
      loss: "15%",
      pool: 3
    )
    #expect(try roundTripped(fund) == fund)
    func replaced(_ text: String, _ part: String, _ other: String) -> String {
      text.split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
    #expect(
      try decodingProblem(RevolvingHerdFund.self, from: replaced(json(fund), "3/20", "3/2"))
        == "A loss is from 0 to 1, not 3/2."
    )
    #expect(
      try decodingProblem(
        RevolvingHerdFund.self,
        from: replaced(json(fund), "\"heads\":4", "\"heads\":0")
      )
        == "A household receives from 1 to 2147483647 heads, not 0."
    )
    #expect(
      try decodingProblem(
        RevolvingHerdFund.self,
        from: replaced(json(fund), "\"3\":5", "\"0\":5")
      )
        == "A repayment of 5 heads in year 0 cannot be: it comes a year later or more, and is not "
        + "below zero."
    )
    let cows = try json(Herd(females: [1], classes: [.init(from: 3, births: 1)]))
    #expect(
      try decodingProblem(Herd.self, from: replaced(cows, "[1]", "[-1]"))
        == "A herd has from 0 to 2147483647 animals of an age from 0 to 100."
    )
    #expect(
      try decodingProblem(Herd.self, from: replaced(cows, "\"1/2\"", "\"3/2\""))
        == "A fraction of a herd is from 0 to 1, not 3/2."
    )
    let delivering = try json(herd)
    #expect(
      try decodingProblem(Herd.self, from: replaced(delivering, "\"1\":4", "\"1\":-4"))
        == "A delivery in year 1 cannot be: it is in year 1 or later, and of zero or more."
    )
  }
}
