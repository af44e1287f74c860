import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

/// Published contracts of stock lent and placed.
struct InKindCasesTests {
  // Weichang, Hebei: one ewe, two lambs within two years, then the ewe is the household's; three
  // litters, at least six lambs ("羊倌"老韩的"脱贫合同"). That the two lambs come together at the end is
  // an assumption.
  @Test func `Weichang: four of six lambs and the ewe are the household's`() throws {
    let terms = InKindTerms(
      lent: .ewe,
      owed: [.perHead(2, .lamb, after: .months(24))]
    )
    let ledger = try InKindLedger(
      terms,
      contracts: [.init("W-1", borrower: "H-1000", lender: "fund", on: "2016-03-01", heads: 1)],
      events: [
        .init("W-1", on: "2016-08-01", .born(2)),
        .init("W-1", on: "2017-03-01", .born(2)),
        .init("W-1", on: "2017-10-01", .born(2)),
        .init("W-1", on: "2018-03-01", .delivered(2)),
      ]
    )
    let before = try #require(ledger.position(of: "W-1", on: "2018-02-28"))
    #expect((before[.owed], before[.due], before[.arrears], before[.toCome]) == (2, 0, 0, 2))
    #expect((before[.offspringAlive], before[.offspringKept], before[.stockKept]) == (6, 4, 0))
    let after = try #require(ledger.position(of: "W-1", on: "2018-03-01"))
    #expect((after[.delivered], after[.stillOwed], after.isSettled) == (2, 0, true))
    #expect((after[.offspringKept], after[.stockKept], after[.kept]) == (4, 1, 5))
  }

  // Gulang, Gansu: 20 ewes and a ram for three years and a deposit of 10,000, 21 sheep of the same
  // standard back, the deposit refunded (“羊银行”惠及古浪贫困户, Gansu Daily, 2020-04-01).
  @Test func `Gulang: 21 sheep come back, the deposit is refunded and is no income`() throws {
    let terms = InKindTerms(
      lent: .breedingSheep,
      owed: [.perHead(1, .lamb, after: .months(36))],
      deposit: .yuan(10_000)
    )
    let ledger = try InKindLedger(
      terms,
      contracts: [.init("G-1", borrower: "H-1000", lender: "bank", on: "2017-04-01", heads: 21)],
      events: [
        .init("G-1", on: "2017-04-01", .depositPaid),
        .init("G-1", on: "2018-02-01", .born(27)),
        .init("G-1", on: "2018-11-01", .sold(6, .offspring)),
        .init("G-1", on: "2020-04-01", .delivered(21)),
        .init("G-1", on: "2020-04-01", .depositRefunded()),
      ]
    )
    #expect(ledger.position(on: "2020-03-31").depositHeld == .yuan(10_000))
    let end = ledger.position(on: "2020-04-01")
    #expect((end[.owed], end[.delivered], end.depositHeld) == (21, 21, .zero))

    let register = try likeHouseholds(1)
    let scheme = LambsForEwes(
      name: "sheep bank",
      sales: Purchase("lambs", of: .measure(.offspringSold), at: "650.00"),
      depositHeld: .fact(.depositHeld)
    )
    func season(_ year: Int) throws -> Season {
      var season = Season(year)
      try season.state(ledger, in: .year(year), for: register)
      return season
    }
    let selling = try scheme.settle(season(2018), for: register)
    #expect(try selling.line("deposit").total == .yuan(10_000))
    #expect((selling.gross, selling.net) == (.yuan(3_900), .yuan(3_900)))
    let refunding = try scheme.settle(season(2020), for: register)
    #expect(try refunding.line("deposit").total == .zero)
    #expect((refunding.gross, refunding.net) == (.zero, .zero))
  }

  // Huanxian, Gansu: ten ewes and a ram, eleven lambs after two years (环县蹲点报道, Gansu Daily,
  // 2019-06-05).
  @Test func `Huanxian: eleven owed, 22 with two placements`() throws {
    let terms = InKindTerms(
      lent: .breedingSheep,
      owed: [.perHead(1, .lamb, after: .months(24))]
    )
    let ledger = try InKindLedger(
      terms,
      contracts: [
        .init("X-1", borrower: "H-1000", lender: "firm", on: "2017-05-01", heads: 11),
        .init("X-2", borrower: "H-1000", lender: "firm", on: "2018-05-01", heads: 11),
      ]
    )
    #expect(ledger.position(of: "X-1", on: "2017-05-01")?[.owed] == 11)
    #expect(ledger.position(of: "H-1000", as: .borrower, on: "2018-05-01")[.owed] == 22)
    let later = ledger.position(of: "firm", as: .lender, on: "2019-05-01")
    #expect((later[.due], later[.arrears], later[.toCome]) == (11, 11, 11))
  }

  // Urad Rear banner: 1,087 ewes placed for three years, three lambs for each in all, 346 delivered
  // after five months (河套有个“羊联体”, Xinhua, 2022-05-27). The straight line is an assumption.
  @Test func `Urad Rear banner: 3,261 due in all, 452 after five months`() throws {
    let terms = InKindTerms(
      lent: .ewe,
      owed: .straightLine(3, .lamb, overMonths: 36),
      stockDue: .months(36)
    )
    let ledger = try InKindLedger(
      terms,
      contracts: [
        .init("U-1", borrower: "firm", lender: "village", on: "2021-11-01", heads: 1_087)
      ],
      events: [
        .init("U-1", on: "2022-03-01", .born(700)), .init("U-1", on: "2022-03-31", .delivered(346)),
      ]
    )
    let april = ledger.position(on: "2022-04-01")
    #expect((april[.owed], april[.due], april[.delivered]) == (3_261, 452, 346))
    #expect((april[.stillOwed], april[.arrears], april[.toCome]) == (2_915, 106, 2_809))
    #expect(ledger.position(on: "2022-03-31")[.due] == 362)
    let end = ledger.position(on: "2024-11-01")
    #expect((end[.due], end[.toCome]) == (3_261, 0))
    #expect((end[.stockOwed], end[.stockArrears]) == (1_087, 1_087))
    #expect(ledger.position(on: "2024-10-31")[.stockArrears] == 0)
  }

  // Zhanyi, Hinggan: at least 20 chicks, 25 eggs back for each bird, which then is the household's
  // (“借鸡还鸡”里的“富民经”, Xinhua, 2022-05-21). The year is an assumption.
  @Test func `Zhanyi: twenty chicks owe 500 eggs, which are not taken from the herd`() throws {
    let terms = InKindTerms(
      lent: .chick,
      owed: [.perHead(25, .egg, after: .days(365))]
    )
    let ledger = try InKindLedger(
      terms,
      contracts: [.init("Z-1", borrower: "H-1000", lender: "firm", on: "2019-05-01", heads: 20)],
      events: [
        .init("Z-1", on: "2019-12-01", .delivered(99)),
        .init("Z-1", on: "2020-03-01", .delivered(401)),
      ]
    )
    let register = try likeHouseholds(1)
    func eggs(_ count: InKindCount, _ day: Day) throws -> [Quantity] {
      register.rows(try ledger.quantities(of: count, on: day, for: register))
    }
    #expect(try eggs(.owed, "2019-05-01") == ["500 eggs"])
    #expect(try eggs(.toCome, "2019-12-01") == ["401 eggs"])
    #expect(try eggs(.delivered, "2020-03-01") == ["500 eggs"])
    #expect(try eggs(.stockKept, "2020-02-29") == ["0 head"])
    #expect(try eggs(.stockKept, "2020-03-01") == ["20 head"])
  }

  // Shizong, Yunnan: a sow given, of eight piglets at 800 one goes to the next household; about
  // 4,000 net (小母猪带动大产业, 2016). Costs of 1,600 are worked back from the net.
  @Test func `Shizong: one of eight piglets goes to the next household`() throws {
    let terms = InKindTerms(
      lent: .sow,
      owed: [.fixed(1, .piglet, after: .months(12))]
    )
    let ledger = try InKindLedger(
      terms,
      contracts: [.init("S-1", borrower: "H-1000", lender: "county", on: "2016-01-10", heads: 1)],
      events: [
        .init("S-1", on: "2016-09-01", .born(8)),
        .init("S-1", on: "2016-11-01", .passedOn(1, to: "H-1001")),
        .init("S-1", on: "2016-12-01", .sold(7, .offspring)),
      ]
    )
    let prices = try PriceBook([.piglet: ["2016-01-01": .yuan(800)]])
    #expect(try prices.value(of: 8, .piglet, on: "2016-12-01") == .yuan(6_400))
    let november = ledger.position(on: "2016-11-01")
    #expect((november[.passedOn], november[.delivered], november.isSettled) == (1, 1, true))
    #expect(
      try prices.value(of: november[.offspringKept], .piglet, on: "2016-11-01") == .yuan(5_600)
    )

    let register = try likeHouseholds(2)
    let scheme = LambsForEwes(
      name: "sows",
      sales: Purchase("piglets", of: .measure(.offspringSold), at: "800.00"),
      costs: .fraction(.fixed(Ratio(2, 7)), of: .line("piglets"))
    )
    var season = Season(2016)
    try season.state(ledger, in: .year(2016), for: register)
    let settlement = try scheme.settle(season, for: register)
    #expect(try Array(settlement.line("piglets")) == [.yuan(5_600), .zero])
    #expect(settlement.net(at: 0) == .yuan(4_000))
  }
}
