import BenefitBinding
import TestSupport
import Testing

/// The smaller models: entrusted breeding, land adoption, directed purchases, lead entity subsidies.
struct OtherModelsTests {
  private static func register(_ heads: [Int64]) throws -> Register {
    try Register(
      heads.enumerated().map { index, heads in
        Household(
          "H-\(index + 1)",
          gaqa: "Xini",
          persons: 2,
          measures: [
            .headsInKeeping: Quantity(heads, .head), .produceBought: Quantity(heads, .jin),
          ]
        )
      }
    )
  }

  /// 50 sheep with five households pay 7,500 yuan, 150 a head (Yikewusu, Otog, 2020).
  @Test func `A fee for each head is paid whatever happens`() throws {
    let keeping = EntrustedBreeding(name: "s", feePerHead: .yuan(150))
    let settlement = try keeping.settle(
      Season(2020),
      for: Self.register([10, 10, 10, 10, 10])
    )
    #expect(settlement.gross == .yuan(7_500))
    #expect(try settlement.line("custody").flow == .property)
  }

  /// 60 % of a batch's profit (Tuanshan, Neijiang, 2019).
  @Test(arguments: [(false, "0.00"), (true, "60.00")])
  func `A share of the batch bears its loss only where that was agreed`(
    bearsLoss: Bool,
    loss: Money
  ) throws {
    let keeping = EntrustedBreeding(
      name: "s",
      batchShare: .percent(60),
      bearsLoss: bearsLoss
    )
    let register = try Self.register([1, 3])
    let good = try keeping.settle(
      Season(2019) { $0[.batchResult] = .yuan(100) },
      for: register
    )
    #expect([good.net(at: 0), good.net(at: 1)] == [.yuan(15), .yuan(45)])
    let bad = try keeping.settle(
      Season(2019) { $0[.batchResult] = .yuan(-100) },
      for: register
    )
    #expect(bad.gross == .zero)
    #expect(bad.costs == loss)
  }

  /// 200 yuan a tree, 22 jin sure (She county, Anhui, 2023); the yields are ours.
  @Test(arguments: [
    ("18 jin" as Quantity, Money.yuan(2_000) - .yuan(4 * 4 * 10)),
    ("22 jin", .yuan(2_000)),
    ("30 jin", .yuan(2_000) + .yuan(8 * 3 * 10)),
  ])
  func `A missing yield is bought in and a surplus sold`(yield: Quantity, margin: Money) throws {
    let adoption = LandAdoption(
      name: "s",
      fee: .yuan(200),
      guaranteed: "22 jin",
      replacement: "4.00",
      surplusPrice: "3.00",
      costs: .fact(.adoptionCosts),
      rent: .each(.yuan(10), per: .measure(.headsInKeeping)),
      labour: .yuan(50),
      marginFraction: .percent(40)
    )
    let season = Season(2023) {
      $0[.unitsAdopted] = Quantity(10, Quantity.Unit("unit"))
      $0[.yieldPerUnit] = yield
      $0[.adoptionCosts] = .yuan(100)
    }
    let settlement = try adoption.settle(season, for: Self.register([1, 3]))
    // 40 of rent, 100 of labour and 100 of costs come off.
    let pot = margin - .yuan(240)
    #expect(try settlement.waterfall("adoption margin").pot(0) == pot)
    #expect(try settlement.line("adoption margin").total.fen == pot.fen * 2 / 5)
    #expect(try settlement.line("rent").total == .yuan(40))
  }

  @Test func `What an adoption lacks is left out and need not be stated`() throws {
    let register = try Self.register([1, 3])
    let rented = LandAdoption(name: "s", fee: nil, rent: .yuan(10))
    let settlement = try rented.settle(Season(2023), for: register)
    #expect(settlement.lines.map(\.name) == ["rent"] && settlement.waterfalls.isEmpty)
    #expect(settlement.notices.isEmpty && settlement.gross == .yuan(20))

    // No yield is guaranteed, so neither a price to buy it in nor the yield is asked for.
    let unsure = LandAdoption(name: "s", fee: .yuan(200), marginFraction: .percent(40))
    var season = Season(2023) { $0[.unitsAdopted] = Quantity(10, Quantity.Unit("unit")) }
    let settled = try unsure.settle(season, for: register)
    #expect(settled.lines.map(\.name) == ["adoption margin"] && settled.gross == .yuan(800))

    // What is missing is not bought in; what is beyond the guarantee is sold.
    let sold = LandAdoption(
      name: "s",
      fee: .yuan(200),
      guaranteed: "22 jin",
      surplusPrice: .yuan(1),
      marginFraction: .whole
    )
    for (yield, sum) in [("18 jin", 2_000), ("23 jin", 2_010)] as [(Quantity, Int64)] {
      season[.yieldPerUnit] = yield
      #expect(try sold.settle(season, for: register).gross == .yuan(sum))
    }
    let all = LandAdoption(
      name: "s",
      fee: .yuan(200),
      surplusPrice: .yuan(1),
      marginFraction: .whole
    )
    #expect(try all.settle(season, for: register).gross == .yuan(2_230))
  }

  /// 1,500 jin of yam at 2.50 instead of 2.00 in the slump (Haikou, 2020).
  @Test func `What would have been earned anyway is no gain`() throws {
    let purchase = ConsumptionAssistance(name: "s", price: "2.50", otherwise: "2.00")
    let settlement = try purchase.settle(Season(2020), for: Self.register([1_000, 500]))
    #expect(settlement.gross == .yuan(3_750))
    #expect(settlement.net == .yuan(750))
  }

  @Test func `A lead entity is paid by reach up to its cap, and pays back what it lost`() throws {
    func settle(_ households: Int, paidBefore: Amount = .zero) throws -> Settlement {
      try LeadEntitySubsidy(
        name: "s",
        perHousehold: .yuan(5_000),
        cap: .yuan(2_000_000),
        paidBefore: paidBefore
      ).settle(Season(2017), for: likeHouseholds(households))
    }
    #expect(try settle(300).received(by: .leadEntity) == .yuan(1_500_000))
    #expect(try settle(500).received(by: .leadEntity) == .yuan(2_000_000))
    let fallen = try settle(250, paidBefore: .yuan(1_500_000))
    #expect(try fallen.received(by: .leadEntity) == .zero)
    #expect(try fallen.received(by: .treasury) == .yuan(250_000))
    #expect(fallen.gross == .zero)
  }

  @Test func `Seasons of a lead entity settle from the books`() throws {
    let subsidy = LeadEntitySubsidy(name: "s", perHousehold: .yuan(5_000), cap: .yuan(2_000_000))
    var books = Books()
    for (households, received, clawedBack) in [
      (300, 1_500_000, 0), (250, -250_000, 250_000), (250, 0, 0), (500, 750_000, 0),
    ] {
      let settlement = try subsidy.settle(
        Season(2017),
        for: likeHouseholds(households),
        books: books
      )
      books = settlement.closingBooks
      #expect(try settlement.received(by: .leadEntity) == .yuan(Int64(received)))
      #expect(try settlement.received(by: .treasury) == .yuan(Int64(clawedBack)))
      #expect(settlement.notices.isEmpty)
    }
    #expect(try books.total(in: .leadEntity) == .yuan(2_000_000))
  }

  /// Sishililiang: 500,000 + 300,000 yuan, 124 and 176 households of two statuses; the weights and
  /// the dividend are ours, for the source gives none.
  @Test func `Two statuses share by different weights`() throws {
    let register = try Register(
      (0..<300).map {
        Household(
          "S-\($0 + 1_000)",
          gaqa: "Sishililiang",
          persons: 2,
          status: $0 < 124 ? .belowNationalLine : .belowMunicipalAllowance
        )
      }
    )
    let pigs = Shareholding(
      name: "Pigs",
      funding: [
        .contribution(.yuan(500_000), from: .industrialReliefFund),
        .contribution(.yuan(300_000), from: .init("agriculture and husbandry bureau")),
      ],
      dividend: .fraction("10%", of: .stake),
      key: .household.weighted(by: [.belowNationalLine: 2, .belowMunicipalAllowance: 1])
    )
    let settlement = try pigs.settle(Season(2017), for: register)
    #expect(settlement.gross == .yuan(80_000))
    // 80,000 over 2 x 124 + 176 = 424 parts.
    #expect(settlement.gross(at: 0) == "377.36" || settlement.gross(at: 0) == "377.35")
    #expect(settlement.gross(at: 299) == "188.68" || settlement.gross(at: 299) == "188.67")
  }
}
