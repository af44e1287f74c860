import BenefitBinding
import TestSupport
import Testing

extension Quantity.Unit {
  static let place = Self("place")
}

extension Measure {
  fileprivate static let places = Measure("places in the course", in: .place)
  fileprivate static let chicks = Measure("chicks", in: .head)
}

/// Quantities shared in whole units.
struct AllotmentTests {
  private static func settle(
    _ season: Season = Season(2017),
    _ register: Register? = nil,
    @ListBuilder<Clause> clauses: () -> [Clause]
  ) throws -> Settlement {
    try Terms(name: "station", clauses: clauses).settle(season, for: register ?? likeHouseholds(40))
  }

  private static func refusal(
    _ season: Season = Season(2017),
    @ListBuilder<Clause> clauses: () -> [Clause]
  ) throws -> String {
    Terms(name: "station", clauses: clauses).refusal(season, try likeHouseholds(3))
  }

  @Test func `200 kW of a village station are 5 kW for each of 40 households`() throws {
    let settlement = try Self.settle {
      Allotment("capacity", of: "200 kW", by: .household)
      Payment(
        "solar income",
        each: .each(.yuan(600), per: .line("capacity", in: .kilowatt)),
        as: .property
      )
    }
    let line = try settlement.line("capacity")
    #expect((line.unit, line.flow) == (.kilowatt, .quantity))
    #expect(settlement.register.indices.allSatisfy { line.quantity(at: $0) == "5 kW" })
    #expect(line.totalQuantity == "200 kW")
    #expect(settlement.gross(at: 0) == .yuan(3_000))
    // What is allotted is neither income nor cost.
    #expect((settlement.gross, settlement.costs) == (.yuan(120_000), .zero))
    #expect(settlement.notices.isEmpty && settlement.closingBooks.balances.isEmpty)
  }

  @Test func `Odd units go where the rule says`() throws {
    func parts(_ apportionment: Apportionment) throws -> [Int64] {
      let settlement = try Self.settle(Season(2017), likeHouseholds(4)) {
        Allotment("places", of: "10 place", by: .household, apportioned: apportionment)
      }
      let line = try settlement.line("places")
      return settlement.register.indices.map { line.quantity(at: $0).thousandths / 1_000 }
    }
    #expect(try parts(.exact) == [3, 3, 2, 2])
    #expect(try parts(Apportionment(residue: .last)) == [2, 2, 3, 3])
    #expect(try parts(Apportionment(residue: .writtenOff)) == [2, 2, 2, 2])
    #expect(try parts(Apportionment(rate: .down(to: .fen), residue: .writtenOff)) == [2, 2, 2, 2])
  }

  @Test func `Units that are not allotted stand in the table and in no account`() throws {
    let rule = Apportionment(rate: .down(to: .fen), residue: .writtenOff)
    let settlement = try Self.settle(Season(2017), likeHouseholds(4)) {
      Allotment("places", of: "10 place", by: .household, apportioned: rule)
    }
    #expect(settlement.closingBooks.balances.isEmpty)
    #expect(
      try settlement.waterfall("places").table().csv.split(whereSeparator: \.isNewline).last
        == ",,,0 places,8 places,2 places,0 places"
    )
    #expect(settlement.derivation("places").contains("odd units written off"))
  }

  @Test func `Each household gets its own, in whole units`() throws {
    let register = try Register([
      Household("a", gaqa: "A", persons: 3, measures: [.chicks: "3.9 head"]),
      Household("b", gaqa: "A", persons: 2, measures: [.chicks: "30 head"]),
      Household("c", gaqa: "B", persons: 1, measures: [.chicks: "0 head"]),
    ])
    let settlement = try Self.settle(Season(2017), register) {
      Allotment("chicks given", each: .measure(.chicks) - "2 head")
    }
    let line = try settlement.line("chicks given")
    #expect(register.indices.map { line.quantity(at: $0) } == ["1 head", "28 head", "0 head"])
    #expect(
      settlement.noticeTexts == [
        "station, chicks given: what came to -2 head is below zero and gives nothing."
      ]
    )
    #expect(settlement.notices[0].quantity == "-2 head")
    #expect(settlement.notices[0].amount == .zero)
  }

  @Test func `Later clauses read lines, totals and means of a quantity`() throws {
    let settlement = try Self.settle(Season(2017), likeHouseholds(4, persons: 2)) {
      Allotment("places", of: "10 place", by: .household)
      Allotment("meals", each: .line("places", in: .place) * 3)
      Distribution(of: .each(.yuan(100), per: .total(of: "places", in: .place))) {
        Tier(.rest, by: .quantity(.line("places", in: .place), name: "places"), as: .transfer)
      }
    }
    #expect(try settlement.line("meals").quantity(at: 0) == "9 place")
    #expect(try settlement.line("dividend").map(\.fen) == [30_000, 30_000, 20_000, 20_000])
    let total = try settlement.value(of: QuantityFormula.total(of: "places", in: .place))
    #expect(total.value.quantity == "10 place" && total.holds)
    let mean = try settlement.value(
      of: QuantityFormula.mean(of: .line("places", in: .place))
    )
    #expect(mean.value.quantity == "2.5 place" && mean.holds)
    let perPerson = try settlement.value(
      of: QuantityFormula.mean(of: .line("places", in: .place), per: .persons)
    )
    #expect(perPerson.value.quantity == "1.25 place")
    let price = try settlement.value(
      of: Amount.membersTotal(.line("dividend")) / .total(of: "places", in: .place)
    )
    #expect(price.value.money == .yuan(100))
  }

  @Test func `Each gaqa has a pot of its own`() throws {
    let register = try Register([
      Household("a", gaqa: "A", persons: 3), Household("b", gaqa: "A", persons: 1),
      Household("c", gaqa: "B", persons: 1),
    ])
    let season = Season(2017) {
      $0[.places, gaqa: "A"] = "4 place"
      $0[.places, gaqa: "B"] = "7.5 place"
    }
    let settlement = try Self.settle(season, register) {
      Allotment("course", of: .measure(.places), by: .person, per: .gaqa)
    }
    let line = try settlement.line("course")
    #expect(register.indices.map { line.quantity(at: $0) } == ["3 place", "1 place", "7 place"])
    #expect(try settlement.waterfall("course").unit == .place)
  }

  // MARK: - Laws

  @Test(arguments: 1...30) func `Parts add up, and only proportions count`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let households = (0..<Int.random(in: 1...30, using: &random)).map { index in
      let persons = Int.random(in: 1...9, using: &random)
      return Household(
        "\(index)",
        gaqa: "G",
        persons: persons,
        measures: [.chicks: Quantity(Int64.random(in: 1...5, using: &random), .head)]
      )
    }
    let pot = Quantity(Int64.random(in: 0...1_000, using: &random), .place)
    func parts(_ households: [Household], times factor: Int64) throws -> [Quantity] {
      let register = try Register(households)
      let settlement = try Self.settle(Season(2017), register) {
        Allotment(
          "places",
          of: .fixed(pot),
          by: .quantity(.measure(.chicks) * factor, name: "chicks")
        )
      }
      let line = try settlement.line("places")
      #expect(line.totalQuantity == pot)
      let sum = register.indices.reduce(Quantity(0, .place)) { $0 + line.quantity(at: $1) }
      #expect(sum == pot)
      for row in register.indices { #expect(settlement.derivation(of: line, at: row).holds) }
      return register.indices.map { line.quantity(at: $0) }
    }
    let once = try parts(households, times: 1)
    #expect(try parts(households, times: 2) == once)
    #expect(try parts(households.shuffled(using: &random), times: 1) == once)
    // The same numbers shared as money.
    let money = try Self.settle(Season(2017), Register(households)) {
      Distribution(of: .fixed(Money(fen: pot.thousandths / 1_000))) {
        Tier(.rest, by: .measure(.chicks), as: .transfer)
      }
    }
    #expect(try money.line("dividend").map(\.fen) == once.map { $0.thousandths / 1_000 })
  }

  // MARK: - Edges

  @Test func `What nobody gets is said`() throws {
    let settlement = try Self.settle(Season(2017), likeHouseholds(2)) {
      Allotment("places", of: "7 place", by: .person, where: .gaqa(["Z"]))
      Allotment("chicks given", of: "9 head", by: .need(below: .zero))
      Allotment("nothing", of: "0 place", by: .person)
      Allotment("below", of: "2 place" - "5 place", by: .person)
    }
    #expect(
      settlement.noticeTexts == [
        "station, places: 7 places could not be allotted because nobody is eligible.",
        "station, places: 7 places are left in the pot after all tiers.",
        "station, chicks given: 9 head could not be allotted because all weights are zero.",
        "station, chicks given: 9 head are left in the pot after all tiers.",
        "station, below: the pot came to -3 places; nothing was shared.",
        "station, places, gaqa Z: the register does not list this gaqa, which a condition names. "
          + "Check the name.",
      ]
    )
    let chinese = settlement.notices.map { $0.text(in: .simplifiedChinese) }
    #expect(chinese[2] == "「station」「chicks given」：9 头因各户份额均为零而未能分配。")
    #expect(chinese.allSatisfy { strayEnglish(in: $0) == nil })
    #expect(settlement.closingBooks.balances.isEmpty)
  }

  @Test func `A quantity of another unit, or money, is not read for it`() throws {
    let places = Allotment("places", of: "7 place", by: .person)
    func found(_ reading: Payment) throws -> String {
      try Self.refusal {
        places
        reading
      }
    }
    #expect(
      try found(Payment("pay", each: .each(.yuan(1), per: .line("places", in: .head)), as: .wage))
        == """
        Scheme "station", clause "pay", line "places": it counts places, and a formula reads it as head. Read a \
        quantity by line('name', 'unit'), and money by line('name').
        """
    )
    #expect(
      try found(Payment("pay", each: .line("places"), as: .wage))
        .contains("it counts places, and a formula reads it as money.")
    )
    #expect(
      try Self.refusal {
        Payment("pay", each: .yuan(1), as: .wage)
        Allotment("bags", each: .line("pay", in: .place))
      }.contains("it counts money, and a formula reads it as places.")
    )
    #expect(
      try Self.refusal {
        places
        Allotment("mixed", each: .line("places", in: .place) + "1 head")
      }.contains("it holds place against head.")
    )
  }

  @Test func `Steps of money, accounts and money itself are refused`() throws {
    func found(_ apportionment: Apportionment) throws -> String {
      try Self.refusal { Allotment("p", of: "7 place", by: .person, apportioned: apportionment) }
    }
    #expect(
      try found(.whole(.yuan))
        == """
        Scheme "station", clause "p": a quantity is shared in whole units: it is rounded down to the finest step, \
        which is a unit, and in no other way.
        """
    )
    #expect(
      try found(Apportionment(rounding: .halfUp(to: .fen), residue: .writtenOff)).contains(
        "in no other way"
      )
    )
    #expect(
      try found(Apportionment(residue: .carriedForward))
        == """
        Scheme "station", clause "p": accounts and books hold money and no quantities, so that it has no odd \
        units carried forward to the next season.
        """
    )
    #expect(try found(Apportionment(residue: .posted(to: .reserve))).contains("accounts and books"))
    let ofPot = Key.amount(.each(.yuan(2), per: .persons) - .pot, name: "what the pot lacks")
    #expect(
      try Self.refusal { Allotment("p", of: "7 place", by: ofPot) }
        .contains("reads the pot as money, but that is a quantity.")
    )
    #expect(
      try Self.refusal {
        Allotment("p", of: "7 place", by: .person, where: .atLeast(.rest, .yuan(1)))
      }
      .contains("reads the pot as money")
    )
    #expect(
      try Self.refusal { Payment("p", each: .yuan(1), as: .quantity) }
        == """
        Scheme "station", clause "p", line "p": money is no quantity of anything. Use an allotment for a quantity.
        """
    )
    #expect(
      try Self.refusal {
        Distribution(of: .yuan(1)) { Tier(.rest, by: .person, as: .quantity) }
      }.contains("money is no quantity")
    )
  }

  @Test func `A quantity that is too large to be kept is an error`() throws {
    let large = Quantity(thousandths: .max / 1_000 * 1_000, .place)
    func found(_ factor: Int64) throws -> String {
      try Self.refusal { Allotment("p", each: .fixed(large) * factor) }
    }
    #expect(try found(1).contains("total of line \"p\": it is too large to be kept exactly."))
    #expect(try found(10_000).contains("too large"))
    // Nobody would get it, but the notice could not say it.
    #expect(
      try Self.refusal {
        Allotment("p", of: .fixed(large) * 2, by: .person, where: .gaqa(["Z"]))
      }.contains("too large")
    )
  }

  @Test func `Books of money do not get into a quantity of the same name`() throws {
    let odd = Apportionment(rounding: .down(to: .yuan), residue: .carriedForward)
    let money = try Terms(name: "station") {
      Distribution("places", of: .yuan(7)) { Tier(.rest, by: .person, apportioned: odd, as: .wage) }
    }.settle(Season(2016), for: likeHouseholds(3))
    let settlement = try Terms(name: "station") { Allotment("places", of: "7 place", by: .person) }
      .settle(Season(2017), for: likeHouseholds(3), books: money.closingBooks)
    #expect(try settlement.line("places").totalQuantity == "7 place")
    #expect(settlement.closingBooks == money.closingBooks)
    #expect(
      settlement.noticeTexts == [
        "station, places: 1.00 that earlier seasons carried is taken up by no line of the scheme."
      ]
    )
  }

  @Test func `A quantity is paid by nobody and promised in no money`() throws {
    let settlement = try Self.settle { Allotment("capacity", of: "200 kW", by: .household) }
    #expect(throws: BenefitError.self) {
      try settlement.payout(of: "capacity", with: .yuan(1), arrears: .cumulative)
    }
    var series = SettlementSeries("2017")
    try series.settle(
      Terms(name: "station") { Allotment("capacity", of: "200 kW", by: .household) },
      Season(2017),
      for: likeHouseholds(40)
    )
    let found = #expect(throws: BenefitError.self) { try series.total(of: "capacity") }
    #expect(found?.code == .wrongUnit)
  }

  @Test func `Terms and settlements of quantities go through files`() throws {
    let terms = Terms(name: "station") {
      Allotment("places", of: "7 place", by: .person, apportioned: Apportionment(residue: .first))
      Allotment("meals", each: .line("places", in: .place) + .total(of: "places", in: .place))
    }
    #expect(try roundTrip(terms).value == terms)
    #expect(try roundTrip(terms).isSameBytes)
    let settlement = try terms.settle(Season(2017), for: likeHouseholds(3))
    #expect(try roundTrip(settlement).value == settlement)
    let line = try settlement.line("places")
    #expect(try roundTrip(line).value == line)
  }
}
