import BenefitAssessment
import BenefitBinding
import BenefitLedgers
import TestSupport

extension Measure {
  fileprivate static let pigs = Measure("pigs", in: .head)
  fileprivate static let birdsRaised = Measure("birds raised", in: .head)
}

extension MoneyFact {
  fileprivate static let principal = MoneyFact("principal")
}

extension Good {
  fileprivate static let huSheep = Good("Hu sheep")
  fileprivate static let broiler = Good("broiler")
}

/// Pigs and sheep that others keep, or that are lent and come back.
///
/// What is owed in kind stands in a ledger of animals; only money is settled.
extension PublishedScheme {
  static let animals = [huangling, yangcun, wuzhiqu, gulang, huanxian, daan]

  static let huangling = Self(
    id: "c066-huangling",
    place: "Longfang, Huangling, Shaanxi, 2018",
    terms: "a cooperative keeps sheep: 4,000 yuan a year on 20,000 of loan (18 sheep), 2,000 on "
      + "10,000 of grant (10 sheep)",
    note: "after three years a loan household takes 18 ewes and a ram and repays 20,000, which is "
      + "not settled here; the days, and that the 10 sheep of a grant come back too, are assumed; one "
      + "loan household was paid 3,500 in 2017",
    source: "合作社帮托管 贫困户发“羊”财"
  ) {
    let register = try alike(53)
    let loans = try InKindLedger(
      InKindTerms(
        lent: .huSheep,
        owed: [.fixed(1, .ram, after: .months(36))],
        stockDue: .months(36)
      ),
      contracts: register.prefix(23).map {
        .init($0.id, borrower: "cooperative", lender: $0.id, on: "2018-01-01", heads: 18)
      }
    )
    let grants = try InKindLedger(
      InKindTerms(lent: .huSheep, owed: [], stockDue: .months(36)),
      contracts: register.suffix(30).map {
        .init($0.id, borrower: "cooperative", lender: $0.id, on: "2018-01-01", heads: 10)
      }
    )
    let placed = loans.position(on: "2018-12-31")[.lent] + grants.position(on: "2018-12-31")[.lent]
    let end = loans.position(of: register[0].id, as: .lender, on: "2021-01-01")
    let principals = (0..<53).map { $0 < 23 ? Money.yuan(20_000) : .yuan(10_000) }
    let scheme = Terms(name: "sheep kept") {
      Payment("dividend", each: .fraction("20%", of: .fact(.principal)), as: .property)
    }
    let years = try (2018...2020).map { year in
      try scheme.settle(
        Season(year) { $0.facts.set(.principal, rows: principals, of: register) },
        for: register
      )
    }
    return [
      .printed(
        "households",
        "53",
        Ratio(Int64(years[0].householdsReached)),
        in: "households"
      ),
      .printed("sheep", "more than 700", Ratio(Int64(placed)), in: "head"),
      .printed("loan household", "4,000", years[0].gross(at: 0)),
      .printed("grant household", "2,000", years[0].gross(at: 52)),
      .follows("loan household, three years", 12_000, years.reduce(.zero) { $0 + $1.gross(at: 0) }),
      .follows("a year's payments", 152_000, years[0].gross),
      .follows(
        "due to a loan household after three years",
        19,
        Ratio(Int64(end[.stockArrears] + end[.arrears])),
        in: "head"
      ),
      .contradicts("one loan household in 2017", "3,500", years[0].gross(at: 0)),
    ]
  }

  static let yangcun = Self(
    id: "c067-yangcun",
    place: "Yangcun, Gucheng, Hubei, 2020",
    terms: "39 households buy piglets that a cooperative keeps for a guaranteed margin",
    note:
      "600 yuan a pig is the guaranteed part, 150,000-odd an expectation; 227 pigs are laid out "
      + "evenly but for one household with 20",
    source: "“共享养猪”风起谷城小山村"
  ) {
    let settlement = try Terms(name: "shared pigs") {
      Payment("margin", each: .each(.yuan(600), per: .measure(.pigs)), as: .business)
    }.settle(
      Season(2020),
      for: groupedHouseholds(
        (1, [.pigs: "20 head"]),
        (17, [.pigs: "6 head"]),
        (21, [.pigs: "5 head"])
      )
    )
    return [
      .printed("20 pigs", "12,000", settlement.gross(at: 0)),
      .follows("227 pigs", 136_200, settlement.gross),
      .contradicts("227 pigs as expected", "more than 150,000", settlement.gross),
    ]
  }

  static let wuzhiqu = Self(
    id: "c070-wuzhiqu",
    place: "Wuzhiqu, Urad Rear Banner, Inner Mongolia, 2022",
    terms:
      "a village entrusts 1,087 ewes for three years; three lambs an ewe are handed over, then "
      + "the ewes",
    note: "the days are assumed, and that all lambs may come at the end; the value of a lamb is an "
      + "average",
    source: "河套有个“羊联体”"
  ) {
    let ledger = try InKindLedger(
      InKindTerms(
        lent: .ewe,
        owed: [.perHead(3, .lamb, after: .months(36))],
        stockDue: .months(36)
      ),
      contracts: [
        .init("ewes", borrower: "firm", lender: "village", on: "2021-11-01", heads: 1_087)
      ],
      events: [
        .init("ewes", on: "2022-04-01", .born(700)),
        .init("ewes", on: "2022-04-30", .delivered(346)),
      ]
    )
    let settlement = try Terms(name: "ewes entrusted") {
      Distribution("lambs", of: .fact(.takings)) { Tier(.rest, to: .collective) }
    }.settle(Season(2022) { $0[.takings] = .yuan(220_000) }, for: Register([Household]()))
    let value = try settlement.received(by: .collective)
    let april = ledger.position(of: "village", as: .lender, on: "2022-04-30")
    return [
      .printed("lambs by April", "346", Ratio(Int64(april[.delivered])), in: "head"),
      .printed("their value", "220,000", value),
      .follows("lambs due in three years", 3_261, Ratio(Int64(april[.owed])), in: "head"),
      .follows("still due", 2_915, Ratio(Int64(april[.stillOwed])), in: "head"),
      .follows("value of a lamb", "635.84", value.mean(over: Int64(april[.delivered]))),
    ]
  }

  static let gulang = Self(
    id: "c073-gulang",
    place: "Huanghuatan, Gulang, Gansu, 2018 to 2020",
    terms:
      "for a deposit of 10,000 yuan 20 ewes and a ram are lent; after three years the herd goes "
      + "back, the deposit is returned, the lambs stay",
    note:
      "27,000 head at 21 each are 1,286 households, not 1,400; the plan of 2018 says one year; the "
      + "days are assumed",
    source: "“羊银行”惠及古浪贫困户"
  ) {
    let register = try alike(1_400)
    let first = register[0].id
    let bank = try InKindLedger(
      InKindTerms(
        lent: .breedingSheep,
        owed: [],
        stockDue: .months(36),
        deposit: .yuan(10_000)
      ),
      contracts: register.map {
        .init($0.id, borrower: $0.id, lender: "bank", on: "2018-06-01", heads: 21)
      },
      events: [
        .init(first, on: "2018-06-01", .depositPaid),
        .init(first, on: "2021-06-01", .broughtBack(21)),
        .init(first, on: "2021-06-01", .depositRefunded()),
      ]
    )
    let herd = Ratio(Int64(bank.position(on: "2018-06-01")[.stockOwed]))
    let end = bank.position(of: first, as: .borrower, on: "2021-06-01")
    return [
      .follows("herd owed", 21, Ratio(Int64(end[.stockOwed])), in: "head"),
      .follows("deposit returned", 10_000, end.depositRefunded),
      .contradicts("head for 1,400 households", "about 27,000", herd, in: "head"),
      .contradicts(
        "households for 27,000 head",
        "more than 1,400",
        try (27_000 / (herd / 1_400)).rounded(decimals: 2),
        in: "households"
      ),
    ]
  }

  static let huanxian = Self(
    id: "c074-huanxian",
    place: "Shajingzi, Huanxian, Gansu, 2019",
    terms: "ten ewes in lamb and a ram are placed; eleven lambs clear the debt after two years",
    note: "the household with two placements and the days are assumed",
    source: "从“喜羊羊”到“喜洋洋”——环县蹲点报道"
  ) {
    let register = try alike(2)
    let ledger = try InKindLedger(
      InKindTerms(
        lent: .ewe,
        beside: [.ram],
        owed: [.perHead(1, .lamb, after: .months(24))]
      ),
      contracts: [(0, 2017), (1, 2017), (1, 2018)].map { row, year in
        .init(
          "\(row) in \(year)",
          borrower: register[row].id,
          lender: "firm",
          on: Day(year, 5, 1),
          heads: 10,
          beside: [.ram: 1]
        )
      }
    )
    let owed = register.rows(
      try ledger.quantities(of: .owed, on: "2019-05-01", for: register)
    )
    return [
      .printed("owed", "11", Ratio(owed[0].thousandths, 1_000), in: "head"),
      .follows("owed on two placements", 22, Ratio(owed[1].thousandths, 1_000), in: "head"),
    ]
  }

  static let daan = Self(
    id: "c124-daan",
    place: "Da'an, Zigong, Sichuan, 2017",
    terms: "households raise a firm's broilers for a fee, 2.71 yuan a bird on average",
    note:
      "2,406,000 birds are laid out evenly over 87 households; of the batch of 8,400 none dies; that the firm pays "
      + "on the day it takes the birds, and the days, are assumed",
    source: "大安区贫困户养鸡“逆袭” 收入一年半超白领"
  ) {
    let register = try alike(88)
    let birds = (0..<87).map { 2_406_000 * ($0 + 1) / 87 - 2_406_000 * $0 / 87 } + [8_400]
    let ledger = try InKindLedger(
      InKindTerms(
        lent: .broiler,
        owed: [.perHead("2.71", after: .months(3), by: .lender)],
        stockDue: .months(3),
        deathsBorneBy: .lender
      ),
      contracts: zip(register, birds).map { keeper, birds in
        .init(keeper.id, borrower: keeper.id, lender: "firm", on: "2017-08-10", heads: birds)
      },
      events: zip(register, birds).map { keeper, birds in
        .init(keeper.id, on: "2017-11-10", .broughtBack(birds))
      }
    )
    var season = Season(2017)
    let year = Period.year(2017)
    try season.state(.broughtBack, of: ledger, as: .birdsRaised, in: year, for: register)
    let settlement = try Terms(name: "broilers raised") {
      Payment("keeper's fee", each: .each("2.71", per: .measure(.birdsRaised)), as: .business)
    }.settle(season, for: register)
    let firm = ledger.position(of: "firm", as: .lender, on: "2017-11-10")
    return [
      .printed("a batch of 8,400 birds", "more than 20,000", settlement.net(at: 87)),
      .follows("the same to the fen", 22_764, settlement.net(at: 87)),
      .follows("87 households", 6_520_260, settlement.net - settlement.net(at: 87)),
      .follows("the firm owes all keepers", 6_543_024, firm[inMoney: .due, by: .lender]),
    ]
  }
}
