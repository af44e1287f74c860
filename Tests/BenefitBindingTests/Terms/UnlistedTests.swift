import BenefitBinding
import TestSupport
import Testing

/// Payees that the register does not list and the terms know by their number.
struct UnlistedTests {
  private static let villagers = Measure("villagers", in: .person)
  private static let pool = MoneyFact("return on loans")

  private static let terms = Terms(name: "loans lent on") {
    Distribution("return", of: .fact(pool)) {
      Tier(.rest, to: Account("villagers"), for: .measure(villagers))
    }
  }

  private static func season(_ money: Money, _ persons: Quantity) -> Season {
    Season(2016) {
      $0[pool] = money
      $0[villagers] = persons
    }
  }

  /// Shuangshui, Shuicheng, Guizhou, 2016 to 2017: 363 yuan for each of 302 persons whom the report does not name.
  @Test func `What falls to each is the published figure, without a register`() throws {
    let settlement = try Self.terms.settle(
      Self.season(.yuan(109_626), "302 persons"),
      for: Register([Household]())
    )
    let step = settlement.waterfalls[0].steps[0]
    #expect(step.each(0) == .yuan(363) && step.unlisted(0) == "302 persons")
    #expect(settlement.gross == .zero)
    #expect(
      settlement.notices.map { $0.text(in: .english) } == [
        "loans lent on, villagers: 109,626.00 goes to those who are known by their number and not listed."
      ]
    )
    #expect(
      settlement.notices.map { $0.text(in: .simplifiedChinese) } == [
        "「loans lent on」「villagers」：109,626.00 元分给只知数量、未列入名册者。"
      ]
    )
    let table = settlement.waterfalls[0].table().text
    #expect(table.contains("villagers (302 persons not listed, 363.00 each)"))
    #expect(
      settlement.waterfalls[0].table(in: .simplifiedChinese).text
        .contains("「villagers」（未列入名册的 302 人，每人 363.00）")
    )
  }

  @Test func `An institution is counted as nobody`() throws {
    let terms = Terms(name: "school") {
      Distribution(of: .yuan(100)) { Tier(.rest, to: Account("school")) }
    }
    let settlement = try terms.settle(Season(2016), for: Register([Household]()))
    #expect(settlement.waterfalls[0].steps[0].each(0) == nil)
    #expect(settlement.notices.isEmpty)
  }

  @Test func `Each gaqa has its own number`() throws {
    let terms = Terms(name: "s") {
      Distribution(of: .fact(Self.pool), per: .gaqa) {
        Tier(.percentOfPot(50), by: .household, as: .property)
        Tier(.rest, to: Account("villagers"), for: .measure(Self.villagers))
      }
    }
    let register = try Register(["A", "B"].map { Household($0, gaqa: $0, persons: 1) })
    let season = Season(2016) {
      $0[Self.pool, gaqa: "A"] = .yuan(100)
      $0[Self.pool, gaqa: "B"] = .yuan(300)
      $0[Self.villagers, gaqa: "A"] = "10 persons"
      $0[Self.villagers, gaqa: "B"] = "40 persons"
    }
    let settlement = try terms.settle(season, for: register)
    let step = settlement.waterfalls[0].steps[1]
    #expect([step.each(0), step.each(1)] == ["5", "3.75"])
  }

  @Test(arguments: ["0 persons", "-3 persons"] as [Quantity])
  func `Money for nobody is refused`(_ count: Quantity) throws {
    let error = #expect(throws: BenefitError.self) {
      try Self.terms.settle(Self.season(.yuan(5), count), for: Register([Household]()))
    }
    #expect(
      error?.description
        == "Scheme \"loans lent on\", clause \"return\", tier \"villagers\": 5.00 goes to \(count). "
        + "State the number of those who get it, above zero."
    )
    let nothing = try Self.terms.settle(Self.season(.zero, count), for: Register([Household]()))
    #expect(nothing.notices.isEmpty)
  }

  @Test func `The contract says so`() {
    #expect(
      Self.terms.contract(in: .english).joined(separator: " ").contains(
        "All of it goes to \"villagers\". It is for those not listed: the villagers."
      ),
      "\(Self.terms.contract(in: .english))"
    )
    #expect(
      Self.terms.contract(in: .simplifiedChinese).joined().contains("所代表的未列名者：「villagers」"),
      "\(Self.terms.contract(in: .simplifiedChinese))"
    )
  }
}
