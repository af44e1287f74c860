import BenefitBinding
import TestSupport
import Testing

/// Derivations as data: every rule gives its value from its parts, and says all that is needed to do so.
@Suite struct DerivationTests {
  private static let two = [
    Household("A-1", gaqa: "A", persons: 2), Household("A-2", gaqa: "A", persons: 3),
  ]

  private func settle(
    _ season: Season = Season(2016),
    _ households: [Household] = two,
    books: Books = Books(),
    @ListBuilder<Clause> clauses: () -> [Clause]
  ) throws -> Settlement {
    let settlement = try Terms(name: "s", clauses: clauses)
      .settle(season, for: Register(households), books: books)
    for line in settlement.lines {
      for row in line.indices {
        let derivation = settlement.derivation(of: line, at: row)
        #expect(derivation.holds, "\(derivation)")
        #expect(derivation.value.money == line[row])
      }
    }
    return settlement
  }

  @Test func `A total of what differs by household shows the reader's own and the others'`() throws
  {
    let settlement = try settle {
      Distribution(of: .yuan(1_000)) {
        Tier(.each(.yuan(50), per: .persons), by: .person, as: .property)
      }
    }
    #expect(
      settlement.derivation("dividend", 1) == """
        150.00 = 250.00 x 3/5 by person
          250.00 = persons x 50.00
            5 persons = persons, for all members
              3 persons = persons
              2 persons = of 1 other household
        """
    )
  }

  @Test func `What differs in two factors is totalled as their product`() throws {
    let households = ["A-1", "A-2"].map { Household(.init($0), gaqa: "A", persons: 2) }
    let settlement = try settle(Season(2016), households) {
      Payment(
        "p",
        each: .membersTotal(.each(.each(.yuan(1), per: .persons), per: .persons)),
        as: .transfer
      )
    }
    #expect(
      settlement.derivation("p") == """
        8.00 = persons x (persons x 1.00), for all members
          4.00 = persons x (persons x 1.00)
            2 persons = persons
            2.00 = persons x 1.00
              2 persons = persons
          4.00 = of 1 other household
        """
    )
  }

  @Test func `A tier says to what its fraction was cut`() throws {
    let settlement = try settle {
      Distribution(of: .yuan(1_000)) {
        Tier(.yuan(900), to: .reserve)
        Tier(.percentOfPot(50), by: .household, as: .property)
      }
    }
    #expect(
      settlement.derivation("dividend") == """
        50.00 = 100.00 x 1/2 by household
          100.00 = 500.00, cut to what was left
            500.00 = the pot x 50 %
              1,000.00 = 1,000.00
            100.00 = 1,000.00 - 900.00 that earlier tiers took
              1,000.00 = 1,000.00
        """
    )
  }

  @Test func `Fractions that are cut together say what they were before`() throws {
    let settlement = try settle {
      Distribution(of: "10.00") {
        Tier(.fraction("1/3", of: .pot), by: .household, as: .property, named: "a")
        Tier(.fraction("1/3", of: .pot), by: .household, as: .property, named: "b")
        Tier(.fraction("1/3", of: .pot), by: .household, as: .property, named: "c")
      }
    }
    #expect(
      settlement.derivation("dividend: a").hasSuffix(
        """
          3.34 = 3.333333… rounded with the other tiers
            3.333333… = the pot x 1/3
              10.00 = 10.00
        """
      )
    )
  }

  @Test func `A rounded rate shows the rate and what it left to whom`() throws {
    let settlement = try settle {
      Distribution(of: "47.62") {
        Tier(
          .rest,
          by: .person,
          apportioned: Apportionment(rate: .halfUp(to: .yuan), residue: .posted(to: .collective)),
          as: .property
        )
      }
    }
    #expect(
      settlement.derivation("dividend", 1) == """
        30.00 = 10.00 x 3 persons by person
          10.00 = 47.62 / 5 persons by person rounded half up to the yuan, -2.38 left, odd fen to collective
            47.62 = 47.62
        """
    )
  }

  @Test func `Weights that do not end are shown as whole numbers`() throws {
    let key = Key.person.weighted(by: [.belowNationalLine: "1/7"])
    let settlement = try settle {
      Distribution(of: .yuan(500)) { Tier(.rest, by: key, as: .property) }
    }
    #expect(
      settlement.derivation("dividend", 1).hasPrefix(
        "300.00 = 500.00 x 3/5 by person weighted by status"
      )
    )
  }

  @Test func `A pot of several gaqas lists what each brought`() throws {
    let season = Season(2016) {
      $0[.takings, gaqa: "A"] = .yuan(30)
      $0[.takings, gaqa: "B"] = .yuan(12)
    }
    let households = Self.two + [Household("B-1", gaqa: "B", persons: 1)]
    let settlement = try settle(season, households) {
      Distribution(of: .fact(.takings)) { Tier(.rest, by: .person, as: .property) }
    }
    #expect(
      settlement.derivation("dividend", 2) == """
        7.00 = 42.00 x 1/6 by person
          42.00 = takings, for all gaqas
            30.00 = A: takings
            12.00 = B: takings
        """
    )
  }

  /// Its value has 124 bits before it is rounded; formulas that settle can be explained.
  @Test func `A fraction of a fraction with large terms is explained`() throws {
    let ratio = Ratio(4_611_686_018_427_387_903, 4_611_686_018_427_387_904)
    let settlement = try settle {
      Distribution(of: .yuan(1_000)) {
        Tier(.fraction(.fixed(ratio), of: .percentOfPot(50)), by: .household, as: .property)
      }
    }
    #expect(settlement.derivation("dividend").contains("500.00"))
  }

  @Test func `A statement and its derivations are said in Chinese`() throws {
    let settlement = try settle(Season(2016) { $0[.profit] = .yuan(1_000) }) {
      Distribution(of: .profit) {
        Tier(.percentOfPot(10), to: .reserve)
        Tier(.rest, by: .person, as: .property)
      }
    }
    #expect(
      settlement.statements[0].text(.full, in: .simplifiedChinese) == """
        A-1，A，2 人，2016                                                        元
          s
            分红（财产性收入）                                                360.00
              = 900.00 元 × 2/5，按人口
                900.00 元 = 1,000.00 元 减以前各项已分配的 100.00 元
                  1,000.00 元 = 可分配利润：利润超过以前各期未弥补亏损的部分（如有）
                    1,000.00 元 = 利润减以前各期未弥补亏损
                      1,000.00 元 = 利润
                      0.00 元 = 以前各期未弥补亏损
          净收益                                                              360.00
          人均净收益                                                          180.00
        """
    )
  }

  @Test func `A total of another unit keeps the unit of its product`() throws {
    let sheep = Measure("sheep", in: .head)
    let households = [2, 3].map { head in
      Household("A-\(head)", gaqa: "A", persons: 1, measures: [sheep: Quantity(head, .head)])
    }
    _ = try settle(Season(2016) { $0[.shares] = "7 shares" }, households) {
      Distribution(of: .each(.each(.yuan(1), per: .measure(.shares)), per: .measure(sheep))) {
        Tier(.rest, by: .measure(sheep), as: .property)
      }
    }
  }
}
