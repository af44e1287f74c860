import BenefitAssessment
import BenefitBinding
import Testing

/// The village of `Docs/HouseholdsThatChange.md`, in which every figure of the page is worked out.
///
/// The place of A, which left on 1 July, is B's; D came out of C on 1 October; E stays as it is.
struct HouseholdsThatChangeTests {
  static let year = Period.year(2015)

  static func roster() throws -> Roster {
    func household(_ id: String, _ persons: Int, _ shares: Int64) -> Household {
      let shares = Quantity(shares, .share)
      return Household(id, gaqa: "Xini", persons: persons, measures: [.shares: shares])
    }
    return try Roster(
      households: [
        household("A", 4, 2), household("B", 2, 0), household("C", 5, 2), household("D", 2, 1),
        household("E", 3, 2),
      ],
      events: ["A", "C", "E"].map {
        .init(of: $0, on: "2015-01-01", .entry, because: "identified as poor")
      } + [
        .init(of: "A", on: "2015-07-01", .exit, because: "moved away"),
        .init(of: "B", on: "2015-07-01", .entry, because: "takes the place of A"),
        .init(of: "C", on: "2015-10-01", .persons(3), because: "the son's family is D from now on"),
        .init(of: "C", on: "2015-10-01", .measure(.shares, "1 share"), because: "the other is D's"),
        .init(of: "D", on: "2015-10-01", .entry, because: "parted from C"),
      ],
      freed: [.shares: .toNextEntrant]
    )
  }

  static func register(_ measuring: Roster.Measuring = .atEnd) throws -> Register {
    try roster().register(for: year, measuring: measuring)
  }

  /// What A, B, C, D and E have of a line of a scheme's.
  static func amounts(
    _ scheme: some Scheme,
    _ measuring: Roster.Measuring = .atEnd,
    line: String? = nil
  ) throws -> [Money] {
    let season = Season(2015) {
      $0[.profit] = .yuan(4_200)
      $0[.platformSales] = .zero
      // A delivered and worked before it left; the others did afterwards.
      $0.facts.set(
        .eggsDelivered,
        byHousehold: ["A": "100 eggs", "B": "60 eggs", "C": "0 eggs", "D": "0 eggs", "E": "0 eggs"]
      )
      $0.facts.set(
        .loanPrincipal,
        byHousehold: [
          "A": .yuan(1_000), "B": .yuan(500), "C": .zero, "D": .zero, "E": .zero,
        ]
      )
      $0[.recoveredPrincipal] = .zero
      $0[.interestRate] = "5%"
    }
    let settlement = try scheme.settle(season, for: register(measuring))
    return Array(try line.map { try settlement.line($0) } ?? settlement.lines[0])
  }

  static func shared(by key: Key) -> some Scheme {
    Terms(name: "s") { Distribution(of: .profit) { Tier(.rest, by: key, as: .property) } }
  }

  static func paid(per quantity: QuantityFormula) -> some Scheme {
    Terms(name: "s") { Payment("p", each: .each(.yuan(420), per: quantity), as: .transfer) }
  }

  // MARK: - Keys and payments

  @Test(
    arguments: [
      (Key.household, [840, 840, 840, 840, 840]),
      (.measure(.householdsCounted), [0, 1_050, 1_050, 1_050, 1_050]),
      (.person, [1_200, 600, 900, 600, 900]),
      (.measure(.personsCounted), [0, 840, 1_260, 840, 1_260]),
      (.measure(.shares), [0, 1_400, 700, 700, 1_400]),
    ] as [(Key, [Int64])]
  )
  func `A pot is shared by what counts`(key: Key, yuan: [Int64]) throws {
    #expect(try Self.amounts(Self.shared(by: key)) == yuan.map { .yuan($0) })
  }

  @Test(
    arguments: [
      (Key.measure(.memberDays), [181, 184, 365, 92, 365]),
      (.measure(.personDays), [724, 368, 1_641, 184, 1_095]),
      (.measure(.days(of: .shares)), [362, 368, 638, 92, 730]),
    ] as [(Key, [Int64])]
  )
  func `A pot is shared by days, whatever measures mean`(key: Key, days: [Int64]) throws {
    let parts = try Apportionment.exact.parts(of: .yuan(4_200), by: days).parts
    for measuring in Roster.Measuring.allCases {
      #expect(try Self.amounts(Self.shared(by: key), measuring) == parts)
    }
  }

  @Test(
    arguments: [
      (QuantityFormula.household, Roster.Measuring.atEnd, ["420", "420", "420", "420", "420"]),
      (.household, .atStart, ["420", "420", "420", "420", "420"]),
      (.household, .byDays, ["420", "420", "420", "420", "420"]),
      (.measure(.householdsCounted), .atEnd, ["0", "420", "420", "420", "420"]),
      (.measure(.householdsCounted), .atStart, ["420", "0", "420", "0", "420"]),
      (.measure(.householdsCounted), .byDays, ["207.90", "211.68", "420", "105.84", "420"]),
      (.persons, .atEnd, ["1680", "840", "1260", "840", "1260"]),
      (.persons, .atStart, ["1680", "840", "1260", "840", "1260"]),
      (.persons, .byDays, ["1680", "840", "1260", "840", "1260"]),
      (.measure(.personsCounted), .atEnd, ["0", "840", "1260", "840", "1260"]),
      (.measure(.personsCounted), .atStart, ["1680", "0", "2100", "0", "1260"]),
      (.measure(.personsCounted), .byDays, ["832.86", "423.36", "1887.90", "211.68", "1260"]),
      (.measure(.shares), .atEnd, ["0", "840", "420", "420", "840"]),
      (.measure(.shares), .atStart, ["840", "0", "840", "0", "840"]),
      (.measure(.shares), .byDays, ["416.22", "423.36", "733.74", "105.84", "840"]),
    ] as [(QuantityFormula, Roster.Measuring, [Money])]
  )
  func `A payment is made for what counts`(
    quantity: QuantityFormula,
    measuring: Roster.Measuring,
    expected: [Money]
  ) throws {
    #expect(try Self.amounts(Self.paid(per: quantity), measuring) == expected)
  }

  @Test func `A condition keeps those who are there at the end`() throws {
    let there = Condition.atLeast(.measure(.householdsCounted), "1 household")
    let terms = Terms(name: "s", members: there) {
      Distribution(of: .profit) { Tier(.rest, by: .household, as: .property) }
    }
    #expect(try Self.amounts(terms) == [0, 1_050, 1_050, 1_050, 1_050].map { .yuan($0) })
    let census = try Self.roster().register(for: Period(from: "2015-12-31", until: "2016-01-01"))
    #expect(census.map(\.id) == ["B", "C", "D", "E"])
  }

  // MARK: - Models

  @Test func `Stakes and dividends`() throws {
    func scheme(_ dividend: Key, _ stake: Key) -> Shareholding {
      Shareholding(
        name: "s",
        funding: [.contribution(.yuan(6_000), from: .fiscalReliefFund)],
        dividend: .profit,
        key: dividend,
        stakeKey: stake
      )
    }
    let plain = scheme(.stake, .household)
    #expect(try Self.amounts(plain, line: "stake") == Array(repeating: .yuan(1_200), count: 5))
    #expect(try Self.amounts(plain, line: "dividend") == Array(repeating: .yuan(840), count: 5))
    let shares = scheme(.stake, .measure(.shares))
    #expect(
      try Self.amounts(shares, line: "stake") == [0, 2_000, 1_000, 1_000, 2_000].map { .yuan($0) }
    )
    #expect(
      try Self.amounts(shares, line: "dividend") == [0, 1_400, 700, 700, 1_400].map { .yuan($0) }
    )
  }

  @Test func `Collective economy, tourism and e-commerce`() throws {
    func economy(_ key: Key) -> CollectiveEconomy {
      CollectiveEconomy(
        name: "s",
        funding: [],
        returns: .profit,
        householdFraction: .fixed(.whole),
        key: key
      )
    }
    func households(_ scheme: CollectiveEconomy) throws -> [Money] {
      let settlement = try scheme.settle(
        Season(2015) { $0[.profit] = .yuan(4_200) },
        for: Self.register()
      )
      return try #require(settlement.lines.last).map { $0 }
    }
    #expect(try households(economy(.person)) == [1_200, 600, 900, 600, 900].map { .yuan($0) })
    #expect(
      try households(economy(.measure(.personsCounted)))
        == [0, 840, 1_260, 840, 1_260].map { .yuan($0) }
    )

    let eggs = Purchase("eggs", of: .measure(.eggsDelivered), at: "1.00")
    let job = Employment("work", work: .measure(.eggsDelivered), pay: "0.50")
    let tourism = Tourism(name: "s", produce: [eggs], jobs: [job], takings: .profit)
    #expect(try Self.amounts(tourism, line: "eggs") == [100, 60, 0, 0, 0].map { .yuan($0) })
    #expect(try Self.amounts(tourism, line: "work") == [50, 30, 0, 0, 0].map { .yuan($0) })
    #expect(
      try Self.amounts(tourism, line: "share of takings") == Array(repeating: .yuan(840), count: 5)
    )

    let platform = ECommerce(name: "s", givenFree: .yuan(200), produce: eggs)
    #expect(
      try Self.amounts(platform, line: "given free") == Array(repeating: .yuan(200), count: 5)
    )
    #expect(try Self.amounts(platform, line: "eggs") == [100, 60, 0, 0, 0].map { .yuan($0) })
  }

  @Test func `Household loans, entrusted breeding and directed purchases`() throws {
    let loan = HouseholdLoan(name: "s", use: .atHome(returns: .zero))
    #expect(
      try Self.amounts(loan, line: "interest") == [50, 25, 0, 0, 0].map { .yuan($0) }
    )
    #expect(
      try Self.amounts(loan, line: "debt that stays") == [1_000, 500, 0, 0, 0].map { .yuan($0) }
    )
    let custody = EntrustedBreeding(
      name: "s",
      heads: .measure(.shares),
      feePerHead: .yuan(420)
    )
    #expect(try Self.amounts(custody) == [0, 840, 420, 420, 840].map { .yuan($0) })
    #expect(
      try Self.amounts(custody, .byDays) == ["416.22", "423.36", "733.74", "105.84", "840.00"]
    )
    let directed = ConsumptionAssistance(
      name: "s",
      bought: .measure(.eggsDelivered),
      price: "2.00"
    )
    #expect(try Self.amounts(directed) == [200, 120, 0, 0, 0].map { .yuan($0) })
  }

  @Test func `Land adoption and the lead entity's subsidy`() throws {
    func adoption(_ quantity: QuantityFormula) -> LandAdoption {
      LandAdoption(
        name: "s",
        fee: .zero,
        guaranteed: "0 jin",
        replacement: .zero,
        rent: .each(.yuan(10), per: quantity)
      )
    }
    func rent(_ scheme: LandAdoption) throws -> [Money] {
      let season = Season(2015) {
        $0[.unitsAdopted] = Quantity(0, Quantity.Unit("unit"))
        $0[.yieldPerUnit] = "0 jin"
      }
      return Array(try scheme.settle(season, for: Self.register()).line("rent"))
    }
    #expect(try rent(adoption(.household)) == Array(repeating: .yuan(10), count: 5))
    #expect(try rent(adoption(.measure(.shares))) == [0, 20, 10, 10, 20].map { .yuan($0) })

    let there = Condition.atLeast(.measure(.householdsCounted), "1 household")
    for (members, subsidy) in [(Condition.always, 2_500), (there, 2_000)] as [(Condition, Int64)] {
      let scheme = LeadEntitySubsidy(name: "s", members: members, perHousehold: .yuan(500))
      let settlement = try scheme.settle(Season(2015), for: Self.register())
      #expect(settlement.waterfalls[0].pot(0) == .yuan(subsidy))
    }
  }

  // MARK: - Records and books

  @Test func `Who stands first on a day goes first`() throws {
    func shares(_ events: [Roster.Event]) throws -> [Quantity?] {
      try Roster(
        households: ["A", "B"].map {
          Household(
            $0,
            gaqa: "G",
            persons: 1,
            measures: [.shares: $0 == "A" ? "1 share" : "0 shares"]
          )
        },
        events: [.init(of: "A", on: "2015-01-01", .entry, because: "poor")] + events,
        freed: [.shares: .toNextEntrant]
      ).register(for: Self.year).map { $0.measures[.shares] }
    }
    let exit = Roster.Event(of: "A", on: "2015-07-01", .exit, because: "moved")
    let entry = Roster.Event(of: "B", on: "2015-07-01", .entry, because: "takes its place")
    #expect(try shares([exit, entry]) == ["0 shares", "1 share"])
    #expect(try shares([entry, exit]) == ["0 shares", "0 shares"])
  }

  @Test func `What a household holds in the books stays its own`() throws {
    let terms = Terms(name: "s") {
      Distribution("dividend", of: .profit) {
        Tier(.rest, by: .household, as: .addition, named: "retained")
      }
      Payment(
        "interest",
        each: .fraction("10%", of: .held("dividend: retained")),
        as: .property
      )
    }
    let first = try terms.settle(
      Season(2015) { $0[.profit] = .yuan(4_200) },
      for: Self.register()
    )
    let next = try terms.settle(
      Season(2016) { $0[.profit] = .zero },
      for: Self.roster().register(for: .year(2016)),
      books: first.closingBooks
    )
    #expect(next.register.map(\.id) == ["B", "C", "D", "E"])
    #expect(Array(try next.line("interest")) == Array(repeating: .yuan(84), count: 4))
    let held = next.closingBooks.held(in: "dividend: retained", of: "s")
    #expect(held["A"] == .yuan(840) && held["B"] == .yuan(840))
  }

  @Test func `Everyone who was a member is of the population`() throws {
    let settlement = try Self.paid(per: .household).settle(Season(2015), for: Self.register())
    let incomes = try Incomes(after: settlement)
    #expect(incomes.householdCount == 5 && incomes.mean == .money(.yuan(150)))
  }
}
