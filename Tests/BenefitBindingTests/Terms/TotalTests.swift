import BenefitBinding
import TestSupport
import Testing

/// Formulas that read what stands for several households or was settled before.
struct TotalTests {
  private static let season = Season(2016) { $0[.commonReturn] = "10.01" }

  private static let households = [
    Household("A-1", gaqa: "A", persons: 3),
    Household("A-2", gaqa: "A", persons: 1, status: .belowMunicipalAllowance),
    Household("B-1", gaqa: "B", persons: 2, status: .exited),
  ]

  /// A rate for one unit is for one person, not for the half that the weights are counted in.
  @Test func `A rounded rate is for one unit of a weighted key`() throws {
    let terms = Terms(name: "s") {
      Distribution(of: .yuan(100)) {
        Tier(
          .rest,
          by: .person.weighted(by: [.belowNationalLine: "3/2", .exited: 1]),
          apportioned: Apportionment(
            rate: .down(to: .yuan),
            residue: .posted(to: .reserve)
          ),
          as: .property
        )
      }
    }
    let settlement = try terms.settle(Self.season, for: Register(Self.households))
    let line = try settlement.line("dividend")
    // 100 over 4.5 + 2 units is 15.38, rounded to 15 a unit.
    #expect((0..<3).map { line[$0] } == ["67.50", "0", "30.00"])
    #expect(try settlement.received(by: .reserve) == "2.50")
  }

  @Test func `An amount for each of a status, as a file may say it, is totalled and explained`()
    throws
  {
    let file = #""5 per (2 jin of status('exited from poverty'))""#
    let pot = try decoded(Amount.self, from: file)
    let terms = Terms(name: "s") {
      Distribution(of: pot) {
        Tier(.rest, by: .household, as: .property)
      }
    }
    let settlement = try terms.settle(Self.season, for: Register(Self.households))
    #expect(settlement.gross == .yuan(10))
    #expect(settlement.statements[0].entries.map(\.amount) == ["3.34"])
  }

  @Test func `A pot is the sum over those who are members`() throws {
    let terms = Terms(name: "s", members: .gaqa("A")) {
      Distribution(of: "1.00" + .each(.yuan(10), per: .persons) - .fact(.commonReturn)) {
        Tier(.rest, by: .person, as: .property)
      }
    }
    let settlement = try terms.settle(Self.season, for: Register(Self.households))
    // One yuan once, ten for each of four persons, 10.01 once.
    #expect(settlement.gross == "30.99")
  }

  @Test func `Earlier lines are read for each household and in total`() throws {
    let terms = Terms(name: "s") {
      Payment("wage", each: .each(.yuan(10), per: .persons), as: .wage)
      Payment("levy", each: .fraction("10%", of: .line("wage")), as: .cost)
      Distribution(of: .fraction("50%", of: .total(of: "wage"))) {
        Tier(.rest, by: .line("levy"), as: .property)
      }
    }
    let settlement = try terms.settle(Self.season, for: Register(Self.households))
    #expect((0..<3).map { settlement.costs(at: $0) } == ["3", "1", "2"])
    #expect(try (0..<3).map { try settlement.line("dividend")[$0] } == ["15", "5", "10"])
    #expect(settlement.net == .yuan(84))
  }

  @Test func `A scheme's own facts come before the common ones`() throws {
    let terms = Terms(name: "s") { Payment("p", each: .revenue, as: .wage) }
    let season = Season(2016) {
      $0[.revenue] = .yuan(1)
      $0["s"][.revenue] = .yuan(2)
      $0["t"][.revenue] = .yuan(3)
    }
    #expect(try terms.settle(season, for: likeHouseholds(1)).gross == .yuan(2))
  }

  @Test func `A product of two finer facts is summed household by household`() throws {
    let season = Season(2016) {
      $0[.marketPrice, gaqa: "A"] = .yuan(1)
      $0[.marketPrice, gaqa: "B"] = .yuan(10)
    }
    for scope in [Distribution.Scope.members, .gaqa] {
      let terms = Terms(name: "s") {
        Distribution(of: .each(.fact(.marketPrice), per: .persons), per: scope) {
          Tier(.rest, by: .household, as: .property)
        }
      }
      let settlement = try terms.settle(season, for: Register(Self.households))
      #expect(settlement.gross == .yuan(24))
      #expect(settlement.gross(at: 2) == (scope == .gaqa ? .yuan(20) : .yuan(8)))
    }
  }

  /// Half a fen for each household is rounded once, in the pot.
  @Test func `A total is exact before the pot is rounded`() throws {
    let terms = Terms(name: "s") {
      Distribution(
        of: .each(.fraction("1/2", of: "0.01"), per: .household),
        rounded: .down(to: .fen)
      ) {
        Tier(.rest, by: .household, as: .property)
      }
    }
    #expect(try terms.settle(Season(2016), for: likeHouseholds(5)).gross == "0.02")
  }

  /// One for each household is not one for the season.
  @Test func `A hundred yuan for each household makes a pot of as many hundreds`() throws {
    let terms = Terms(name: "s", members: .gaqa("A")) {
      Distribution(of: .each(.yuan(100), per: .household)) {
        Tier(.rest, by: .household, as: .property)
      }
      Payment("fee", each: .each(.yuan(2), per: .household), as: .cost)
    }
    let settlement = try terms.settle(Season(2016), for: Register(Self.households))
    #expect(settlement.gross == .yuan(200))
    #expect(settlement.derivation("fee") == "2.00 = 1 household x 2.00")
  }

  /// A cap could be meant for each household or for all; only the terms can say.
  @Test func `A fixed cap on what is given for households has to say whom it caps`() throws {
    let each = Amount.each(.yuan(2_000), per: .household)
    let unclear = Terms(name: "s") {
      Distribution(of: each.capped(at: .yuan(5_000))) { Tier(.rest, to: .operator) }
    }
    #expect(
      unclear.refusal(Self.season, try Register(Self.households))
        == "Scheme \"s\", clause \"dividend\", formula \"the lesser of (1 household x 2,000.00) "
        + "and 5,000.00\": it compares or rounds what differs from household to household, which comes out "
        + "otherwise for each by itself than for all together. Say which is meant: "
        + "sum(...) of the whole takes each by itself and adds; of what differs, it adds "
        + "first."
    )
    let clear = Terms(name: "s") {
      Distribution(of: .membersTotal(each).capped(at: .yuan(5_000))) { Tier(.rest, to: .operator) }
    }
    let settlement = try clear.settle(Self.season, for: Register(Self.households))
    #expect(try settlement.received(by: .operator) == .yuan(5_000))
  }

  @Test func `A total for each gaqa's pot counts that gaqa's members`() throws {
    let terms = Terms(name: "s") {
      Distribution(
        of: .membersTotal(.each(.yuan(10), per: .persons)).capped(at: .yuan(25)),
        per: .gaqa
      ) {
        Tier(.rest, by: .household, as: .property)
      }
    }
    let settlement = try terms.settle(Self.season, for: Register(Self.households))
    // Four persons in gaqa A are cut to 25, two in B have their 20.
    #expect(try (0..<3).map { try settlement.line("dividend")[$0] } == ["12.50", "12.50", "20.00"])
  }
}
