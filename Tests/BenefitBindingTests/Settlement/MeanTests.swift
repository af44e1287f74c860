import BenefitBinding
import TestSupport
import Testing

/// Means over past seasons.
struct MeanTests {
  private static let smoothed = Terms(name: "coop") {
    Distribution(of: .mean(of: .fact(.profit), seasons: 3)) {
      Tier(.rest, by: .household, as: .property)
    }
  }

  private func season(_ year: Int, _ profit: Money, after: [Season] = []) -> Season {
    Season(year, after: after) { $0[.profit] = profit }
  }

  @Test func `A mean is exact until the pot is rounded, and lists its seasons`() throws {
    let settlement = try Self.smoothed.settle(
      season(2016, "0.05", after: [season(2014, "100.00"), season(2015, "-50.00")]),
      for: likeHouseholds(1)
    )
    #expect(settlement.gross == "16.68")
    #expect(
      settlement.derivation("dividend") == """
        16.68 = 16.68 x 1/1 by household
          16.68 = 16.683333… rounded half up to the fen
            16.683333… = the mean of profit over 3 seasons
              100.00 = 2014: profit
              -50.00 = 2015: profit
              0.05 = 2016: profit
        """
    )
    #expect(try roundTripped(settlement) == settlement)
  }

  @Test func `Only the latest seasons before count`() throws {
    let years = [season(2012, .yuan(1_000_000)), season(2014, .yuan(6)), season(2015, .yuan(3))]
    let settlement = try Self.smoothed.settle(
      season(2016, .zero, after: years),
      for: likeHouseholds(1)
    )
    #expect(settlement.gross == .yuan(3))
  }

  @Test func `A season that is missing is named`() throws {
    let register = try likeHouseholds(1)
    #expect(
      Self.smoothed.refusal(season(2016, .zero), register)
        == "Scheme \"coop\", clause \"dividend\", formula \"the mean of profit over 3 seasons\": the "
        + "season before 2016 is missing. Season 2016 has to be given after the 2 before it, oldest "
        + "first; it was given after 0."
    )
    #expect(
      Self.smoothed.refusal(season(2016, .zero, after: [season(2015, .zero)]), register)
        == "Scheme \"coop\", clause \"dividend\", formula \"the mean of profit over 3 seasons\": the "
        + "season before 2015 is missing. Season 2016 has to be given after the 2 before it, oldest "
        + "first; it was given after 1."
    )
    #expect(
      Self.smoothed.refusal(
        season(2016, .zero, after: [Season(2014), season(2015, .zero)]),
        register
      )
        == "Scheme \"coop\", clause \"dividend\", fact \"profit\": season 2014 does not state it. Give "
        + "it for the season, for each gaqa or for each household."
    )
  }

  @Test func `A mean of what only this season knows is refused`() throws {
    let terms = Terms(name: "coop") {
      Distribution(of: .mean(of: .profit, seasons: 2)) {
        Tier(.rest, by: .household, as: .property)
      }
    }
    #expect(
      terms.refusal(
        season(2016, .zero, after: [season(2015, .zero)]),
        try likeHouseholds(1)
      )
        == "Scheme \"coop\", clause \"dividend\", formula \"the mean of distributable profit over 2 "
        + "seasons\": \"losses brought forward\" is known for season 2016 alone. Take the mean of facts."
    )
  }

  @Test func `The register's measures are of this season`() throws {
    let register = try likeHouseholds(1, measures: [.eggsDelivered: "30 eggs"])
    let terms = Terms(name: "coop") {
      Payment(
        "guarantee",
        each: .each(.yuan(1), per: .mean(of: .measure(.eggsDelivered), seasons: 2)),
        as: .business
      )
    }
    var before = Season(2015)
    #expect(
      terms.refusal(Season(2016, after: [before]), register)
        == "Scheme \"coop\", clause \"guarantee\", fact \"eggs delivered\": season 2015 does not state "
        + "it. Give it for the season, for each gaqa or for each household."
    )
    before[.eggsDelivered, household: "H-2000"] = "12 eggs"
    #expect(
      terms.refusal(Season(2016, after: [before]), register)
        == "Scheme \"coop\", clause \"guarantee\", fact \"eggs delivered\", household \"H-1000\": "
        + "season 2015 does not state it there. Give it for every household that is a member, zero "
        + "where there is nothing."
    )
    before[.eggsDelivered, household: "H-1000"] = "11 eggs"
    let settlement = try terms.settle(Season(2016, after: [before]), for: register)
    #expect(settlement.gross == "20.50")
    #expect(
      settlement.derivation("guarantee") == """
        20.50 = (the mean of eggs delivered over 2 seasons) x 1.00
          20.5 eggs = the mean of eggs delivered over 2 seasons
            11 eggs = 2015: eggs delivered
            30 eggs = 2016: eggs delivered
        """
    )
  }

  /// (4 % + 5 % + 6 %) / 3 of 1,000, and the mean of means of two seasons each.
  @Test func `Rates have means, and means have means`() throws {
    func season(_ year: Int, _ rate: Ratio, after: [Season] = []) -> Season {
      Season(year, after: after) { $0[.returnRate] = rate }
    }
    func gross(_ rate: Rate, _ season: Season) throws -> Money {
      try Terms(name: "coop") {
        Payment("coupon", each: .fraction(rate, of: .yuan(1_000)), as: .property)
      }.settle(season, for: likeHouseholds(1)).gross
    }
    let last = season(2016, "6%", after: [season(2014, "4%"), season(2015, "5%")])
    #expect(try gross(.mean(of: .fact(.returnRate), seasons: 3), last) == .yuan(50))
    #expect(try gross(.mean(of: .fact(.returnRate), seasons: 1), last) == .yuan(60))
    let moving = Rate.mean(of: .mean(of: .fact(.returnRate), seasons: 2), seasons: 2)
    #expect(try gross(moving, last) == .yuan(50))
    let bend = season(2016, "9%", after: [season(2014, "4%"), season(2015, "5%")])
    #expect(try gross(moving, bend) == "57.50")
  }

  @Test func `A scheme's own facts come first in every season`() throws {
    let before = Season(2015) {
      $0[.profit] = .yuan(1_000)
      $0["coop"][.profit] = .yuan(10)
    }
    let terms = Terms(name: "coop") {
      Distribution(of: .mean(of: .fact(.profit), seasons: 2)) {
        Tier(.rest, by: .household, as: .property)
      }
    }
    // A season that was itself given after others counts with its own facts.
    let again = Season(2016, after: [Season(2015, after: [Season(2014)]) { $0 = before }]) {
      $0[.profit] = .yuan(30)
    }
    #expect(try terms.settle(again, for: likeHouseholds(1)).gross == .yuan(20))
    let nested = Season(2016, after: [Season(2015, after: [before])])
    #expect(nested == Season(2016, after: [Season(2015)]))
  }

  /// A fact may be given for other places in each season; a pot totals each season by itself.
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `A pot is the mean of its seasons' totals`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let register = try Register(
      (0..<9).map { Household("H-\($0)", gaqa: ["A", "B", "C"][$0 % 3], persons: 1) }
    )
    var total: Int64 = 0
    func amount() -> Money { Money(fen: .random(in: 0...99_999, using: &random)) }
    var seasons: [Season] = []
    for year in 2014...2016 {
      var season = Season(year, after: seasons)
      switch Int.random(in: 0...2, using: &random) {
      case 0:
        let money = amount()
        total += money.fen
        season[.takings] = money
      case 1:
        for gaqa in register.gaqas {
          let money = amount()
          total += money.fen
          season[.takings, gaqa: gaqa] = money
        }
      default:
        let money = register.map { _ in amount() }
        total += money.reduce(0) { $0 + $1.fen }
        season.facts.set(.takings, rows: money, of: register)
      }
      seasons.append(season)
    }
    let mean = Amount.mean(of: .fact(.takings), seasons: 3)
    let terms = Terms(name: "coop") {
      Distribution(of: .fraction("1/7", of: mean) + .yuan(1)) {
        Tier(.rest, by: .person, as: .property)
      }
    }
    let settlement = try terms.settle(seasons[2], for: register)
    let expected = Money(fen: total).multiplied(by: "1/21", rounding: .halfUp(to: .fen)) + .yuan(1)
    #expect(settlement.gross == expected)
    let line = try settlement.line("dividend")
    let derivation = settlement.derivation(of: line, at: 4)
    #expect(derivation.value.money == line[4])
    let listed = derivation.lines(.full).filter { $0.contains("201") && $0.contains(": takings") }
    #expect(listed.count == 3)
    #expect(try roundTripped(settlement) == settlement)
  }

  @Test func `What one season gives once does not count for every gaqa or household`() throws {
    let register = try Register([
      Household("A-1", gaqa: "A", persons: 1), Household("B-1", gaqa: "B", persons: 1),
    ])
    let once = Season(2015) { $0[.takings] = .yuan(5) }
    var each = Season(2016, after: [once])
    for gaqa in register.gaqas { each[.takings, gaqa: gaqa] = .yuan(1) }
    let perGaqa = Terms(name: "coop") {
      Distribution(of: .mean(of: .fact(.takings), seasons: 2), per: .gaqa) {
        Tier(.rest, by: .household, as: .property)
      }
    }
    #expect(
      perGaqa.refusal(each, register)
        == "Scheme \"coop\", clause \"dividend\", the pot: there is one for each gaqa, but \"takings\" "
        + "is one amount for all of them. Give it for each gaqa."
    )
    let chosen = Terms(name: "coop") {
      Distribution(
        of: .either(
          .fact(.takings),
          otherwise: .mean(of: .fact(.takings), seasons: 2),
          where: .gaqa("A")
        )
      ) {
        Tier(.rest, by: .household, as: .property)
      }
    }
    let refusal = chosen.refusal(each, register)
    #expect(refusal.contains("holds an amount for all against one for each household"))
  }

  @Test func `A mean over no seasons is refused`() throws {
    let mean = try json(Amount.mean(of: .zero, seasons: 7))
    #expect(mean.contains("7"))
    let none = mean.split(separator: "7").joined(separator: "0")
    #expect(
      try decodingProblem(Amount.self, from: none)?.contains("no function \"mean\"") == true
    )
  }

  @Test func `A mean over no seasons is a mistake`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Amount.mean(of: .zero, seasons: 0)
    }
    #expect(output(result?.standardErrorContent, says: "A mean over 0 seasons"))
  }
}
