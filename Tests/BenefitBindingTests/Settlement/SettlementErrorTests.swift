import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

/// What does not go together, by the sentence its reader gets.
struct SettlementErrorTests {
  private static let season = Season(2016) { $0[.commonReturn] = .yuan(100) }

  private func refusal(
    _ season: Season = Self.season,
    @ListBuilder<Clause> clauses: () -> [Clause]
  ) throws -> String {
    try Terms(name: "s", clauses: clauses).refusal(season, twoGaqas)
  }

  private var twoGaqas: Register {
    get throws {
      try Register([
        Household("A-1", gaqa: "A", persons: 1), Household("B-1", gaqa: "B", persons: 2),
      ])
    }
  }

  @Test func `A missing fact is named with its scheme and clause`() throws {
    let text = try refusal {
      Payment("rent", each: .fact(.monthlyWage), as: .wage)
    }
    #expect(
      text
        == "Scheme \"s\", clause \"rent\", fact \"monthly wage\": season 2016 does not state it. "
        + "Give it for the season, for each gaqa or for each household."
    )
  }

  @Test func `A fact missing in one gaqa is named with the gaqa`() throws {
    let text = try refusal(Season(2016) { $0[.gaqaReturn, gaqa: "A"] = .yuan(1) }) {
      Distribution(of: .fact(.gaqaReturn), per: .gaqa) { Tier(.rest, by: .person, as: .property) }
    }
    #expect(
      text
        == "Scheme \"s\", clause \"dividend\", fact \"gaqa return\", gaqa \"B\": season 2016 does "
        + "not state it there. Give it for every gaqa with members."
    )
  }

  @Test func `A fact is not needed in a gaqa without members`() throws {
    let terms = Terms(name: "s", members: .gaqa("A")) {
      Distribution(of: .fact(.gaqaReturn), per: .gaqa) { Tier(.rest, by: .person, as: .property) }
    }
    let settlement = try terms.settle(
      Season(2016) { $0[.gaqaReturn, gaqa: "A"] = .yuan(1) },
      for: twoGaqas
    )
    #expect(settlement.gross == .yuan(1))
    #expect(settlement.waterfalls[0].pot(1) == .zero)
    #expect(
      settlement.derivation("dividend", 1).hasPrefix("0.00 = nothing, as the household is not")
    )
  }

  @Test func `A fact given once is no pot for each gaqa`() throws {
    let text = try refusal {
      Distribution(of: .fact(.commonReturn), per: .gaqa) { Tier(.rest, by: .person, as: .property) }
    }
    #expect(
      text == "Scheme \"s\", clause \"dividend\", the pot: there is one for each gaqa, but "
        + "\"common return\" is one amount for all of them. Give it for each gaqa."
    )
  }

  /// Added to what each gaqa has, the season's 100 yuan would be paid out once for every gaqa.
  @Test func `A fact given once is not added to every gaqa's pot`() throws {
    var season = Self.season
    season[.gaqaReturn, gaqa: "A"] = .yuan(1)
    season[.gaqaReturn, gaqa: "B"] = .yuan(1)
    let text = try refusal(season) {
      Distribution(
        of: .fraction(.percent(50), of: .fact(.gaqaReturn) + .fact(.commonReturn)),
        per: .gaqa
      ) { Tier(.rest, by: .person, as: .property) }
    }
    #expect(text.contains("clause \"dividend\", the pot: there is one for each gaqa"), "\(text)")
    // A rate that is the same everywhere and a fixed threshold for each are no such thing.
    season[.returnRate] = "10%"
    let fine = try refusal(season) {
      Distribution(
        of: .fraction(
          .fact(.returnRate),
          of: .excess(of: .fact(.gaqaReturn), over: .yuan(100))
        ),
        per: .gaqa
      ) { Tier(.rest, by: .person, as: .property) }
    }
    #expect(fine == "settled")
    // Neither the greater of both nor a tier may pay the season's amount to every gaqa.
    let greater = try refusal(season) {
      Distribution(of: .greater(of: .fact(.gaqaReturn), .fact(.commonReturn)), per: .gaqa) {
        Tier(.rest, by: .person, as: .property)
      }
    }
    #expect(greater.contains("\"common return\" is one amount for all of them"), "\(greater)")
    let tier = try refusal(season) {
      Distribution(of: .fact(.gaqaReturn), per: .gaqa) { Tier(.fact(.commonReturn), to: .reserve) }
    }
    #expect(tier.contains("tier \"reserve\": there is one for each gaqa"), "\(tier)")
  }

  @Test func `A fact by household needs a value for each member and for nobody else`() throws {
    var season = Season(2016) { $0[.revenue, household: "A-1"] = .zero }
    func text() throws -> String {
      try refusal(season) { Payment("p", each: .revenue, as: .wage) }
    }
    #expect(
      try text()
        == "Scheme \"s\", clause \"p\", fact \"revenue\", household \"B-1\": season 2016 does not "
        + "state it there. Give it for every household that is a member, zero where there is nothing."
    )
    season[.revenue, household: "B-1"] = .yuan(1)
    #expect(try text() == "settled")
    season[.revenue, household: "A-10"] = .zero
    #expect(
      try text()
        == "Scheme \"s\", clause \"p\", fact \"revenue\", household \"A-10\": season 2016 states it "
        + "there, but the register does not hold that household. Check its id, or take it out of the "
        + "season."
    )
  }

  @Test func `Profit for each household carries no losses`() throws {
    let text = try refusal(
      Season(2016) { $0.facts.set(.profit, byHousehold: ["A-1": .zero, "B-1": .zero]) }
    ) { Payment("p", each: .profit, as: .wage) }
    #expect(text.contains("losses are carried for a season or a gaqa"), "\(text)")
  }

  @Test func `Tiers above the whole pot are refused by their sum`() throws {
    let text = try refusal {
      Distribution(of: .fact(.commonReturn)) {
        Tier(.percentOfPot(60), by: .person, as: .property)
        Tier(.fraction("40.5%", of: .pot), to: .reserve)
      }
    }
    #expect(
      text == "Scheme \"s\", clause \"dividend\", tiers: together they take 100.5 % of the pot. "
        + "They may take 100 % at most."
    )
  }

  @Test func `Contributions name a gaqa all or none`() throws {
    let scheme = Shareholding(
      name: "s",
      funding: [
        .contribution("1", from: .enterprise, householdShare: .whole),
        .contribution("1", from: .householdFunds, gaqa: "A"),
      ],
      dividend: .zero
    )
    #expect(
      scheme.refusal(Season(2016), try twoGaqas)
        == "Scheme \"s\", clause \"stake\", stake: 1 of 2 contributions name a gaqa. Name one in all "
        + "of them or in none."
    )
    let nowhere = Shareholding(
      name: "s",
      funding: [.contribution("1", from: .householdFunds, gaqa: "Z")],
      dividend: .zero
    )
    #expect(
      try nowhere.settle(Season(2016), for: twoGaqas).noticeTexts == [
        "s, funding, gaqa Z: 1.00 that is stated is not used, for no household of the register lives "
          + "there. Check the gaqa's name."
      ]
    )
  }

  @Test func `An amount for all is not held against one for each household in a pot`() throws {
    let text = try refusal {
      Distribution(of: .greater(of: .fact(.commonReturn), .baselineIncome)) {
        Tier(.rest, by: .person, as: .property)
      }
    }
    #expect(
      text
        == "Scheme \"s\", clause \"dividend\", formula \"the greater of common return and baseline "
        + "income\": it compares or rounds what differs from household to household, which comes out "
        + "otherwise for each by itself than for all together. Say which is meant: "
        + "sum(...) of the whole takes each by itself and adds; of what differs, it adds "
        + "first."
    )
  }

  @Test func `A weight below zero is refused with its household`() throws {
    let text = try refusal {
      Distribution(of: .fact(.commonReturn)) {
        Tier(.rest, by: .amount(.baselineIncome - "0.01", name: "income"), as: .property)
      }
    }
    #expect(
      text == "Scheme \"s\", clause \"dividend\", tier \"dividend\" by income, household \"A-1\", "
        + "weight 1: it is below zero. Weights are zero or more."
    )
  }
}
