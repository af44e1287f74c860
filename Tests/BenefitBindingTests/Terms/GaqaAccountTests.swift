import BenefitBinding
import TestSupport
import Testing

/// Tiers that pay an account of each gaqa.
struct GaqaAccountTests {
  private static let capacity = Measure("capacity", in: .kilowatt)

  private static func terms(by key: Key) -> Terms {
    Terms(name: "solar") {
      Distribution(of: .yuan(100)) {
        Tier(.percentOfPot(60), by: key, to: .collective)
        Tier(.rest, by: .household, as: .property)
      }
    }
  }

  /// Three gaqas; no household of the last is listed.
  private static var register: Register {
    get throws {
      try Register(
        [
          Household("A-1", gaqa: "A", persons: 1), Household("A-2", gaqa: "A", persons: 2),
          Household("B-1", gaqa: "B", persons: 1),
        ],
        gaqas: ["C", "B"]
      )
    }
  }

  private static let season = Season(2020) {
    for (gaqa, capacity) in [("A", "10 kW"), ("B", "0 kW"), ("C", "50 kW")] as [(String, Quantity)]
    {
      $0[Self.capacity, gaqa: gaqa] = capacity
    }
  }

  @Test(
    arguments: [
      (Key.gaqa, ["20", "20", "20"]), (.household, ["40", "20", "0"]),
      (.person, ["45", "15", "0"]),
      (.measure(capacity), ["10", "0", "50"]),
    ] as [(Key, [Money])]
  )
  func `Each gaqa gets its part in its account`(_ key: Key, _ parts: [Money]) throws {
    let settlement = try Self.terms(by: key).settle(Self.season, for: Self.register)
    let step = settlement.waterfalls[0].steps[0]
    #expect(["A", "B", "C"].map { step.paid(to: $0) } == parts)
    #expect(step.paid(to: "D") == .zero && settlement.waterfalls[0].steps[1].paid(to: "A") == nil)
    for (gaqa, part) in zip(["A", "B", "C"], parts) {
      let balance = settlement.closingBooks.balances.first {
        $0.item == .account(.collective) && $0.gaqa == gaqa
      }
      #expect(balance?.amount ?? .zero == part)
    }
    #expect(try settlement.received(by: .collective) == .yuan(60))
    #expect(settlement.gross == .yuan(40))
  }

  @Test func `Odd fen go to the largest remainders, of equal ones to the earlier gaqa`() throws {
    let terms = Terms(name: "s") {
      Distribution(of: .yuan(100)) { Tier(.rest, by: .gaqa, to: .reserve) }
    }
    let step = try terms.settle(Season(2020), for: Self.register).waterfalls[0].steps[0]
    #expect(["A", "B", "C"].map { step.paid(to: $0) } == ["33.34", "33.33", "33.33"])
  }

  @Test func `A listed gaqa has a pot of its own`() throws {
    let terms = Terms(name: "s") {
      Distribution(of: .each(.yuan(2), per: .measure(Self.capacity)), per: .gaqa) {
        Tier(.percentOfPot(50), by: .gaqa, to: .collective)
        Tier(.rest, to: .reserve)
      }
    }
    let settlement = try terms.settle(Self.season, for: Self.register)
    #expect((0..<3).map { settlement.waterfalls[0].pot($0) } == ["20", "0", "100"])
    #expect(settlement.waterfalls[0].steps[0].paid(to: "C") == .yuan(50))
    #expect(settlement.notices.isEmpty)
  }

  @Test func `What a gaqa has in its account is drawn there`() throws {
    let terms = Terms(name: "s") {
      Distribution("in", of: .yuan(60)) { Tier(.rest, by: .person, to: .collective) }
      Distribution("out", of: .yuan(100), per: .gaqa, from: .collective) {
        Tier(.rest, by: .household, as: .transfer)
      }
    }
    let settlement = try terms.settle(Season(2020), for: Self.register)
    #expect(try settlement.line("out").total == .yuan(60))
    #expect(settlement.gross(at: 2) == .yuan(15))
  }

  @Test func `A figure of the season is no weight`() throws {
    let text = try Self.terms(by: .measure(Self.capacity)).refusal(
      Season(2020) { $0[Self.capacity] = "60 kW" },
      Self.register
    )
    #expect(
      text
        == "Scheme \"solar\", clause \"dividend\", tier \"collective\" by capacity: capacity is stated once for the "
        + "season, so that all gaqas would have equal weights. State it for each gaqa or each household, or "
        + "share by gaqa."
    )
  }

  @Test func `Households cannot share by gaqa`() throws {
    let terms = Terms(name: "s") {
      Distribution(of: .yuan(1)) { Tier(.rest, by: .gaqa, as: .property) }
    }
    let text = try terms.refusal(Season(2020), Self.register)
    #expect(text.contains("gaqa is stated once for each gaqa"))
  }

  @Test func `A register lists gaqas in order and refuses one without a name`() throws {
    #expect(try Self.register.gaqas == ["A", "B", "C"])
    #expect(throws: BenefitError.self) { try Register([Household](), gaqas: [""]) }
  }

  @Test func `The contract and the table say so`() throws {
    let terms = Self.terms(by: .gaqa)
    #expect(
      terms.contract(in: .english).joined(separator: " ").contains(
        "60 % of the pot is shared among the gaqas, in equal parts for each gaqa; each gets its part in"
      ),
      "\(terms.contract(in: .english))"
    )
    #expect(
      terms.contract(in: .simplifiedChinese).joined().contains("按嘎查平均分给各嘎查，归入各嘎查的"),
      "\(terms.contract(in: .simplifiedChinese))"
    )
    let table = try terms.settle(Self.season, for: Self.register).waterfalls[0].table().text
    #expect(table.contains("C ") && table.contains("20.00"), "\(table)")
  }
}
