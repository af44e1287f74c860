import BenefitAssessment
import BenefitBinding
import BenefitLedgers
import TestSupport

extension Measure {
  fileprivate static let eggsLaid = Measure("eggs laid", in: .egg)
  fileprivate static let eggsReturned = Measure("eggs returned", in: .egg)
  fileprivate static let roostersSold = Measure("roosters sold", in: .head)
}

extension Quantity.Unit {
  fileprivate static let tree = Self("tree")
}

extension Good {
  fileprivate static let rooster = Good("rooster")
  fileprivate static let pear = Good("pear", in: .jin)
  fileprivate static let pearTree = Good("pear tree", in: .tree)
}

/// Something is lent or adopted, and produce or offspring come back.
///
/// What comes back in kind stands in a ledger; only money is settled.
extension PublishedScheme {
  static let returnsInKind = [zhanyi, shizong, shexian]

  static let zhanyi = Self(
    id: "c077-zhanyi",
    place: "Zhanyi, Horqin Right Front Banner, Inner Mongolia, 2017 to 2022",
    terms: "chicks lent: 25 eggs a bird come back and later eggs are bought at 1 yuan; or 5 of 50 "
      + "roosters come back and the rest are sold",
    note: "80 yuan a rooster are worked back; 150 eggs a bird and the days are assumed",
    source: "“借鸡还鸡”里的“富民经”"
  ) {
    let register = try groupedHouseholds(
      (1, [.eggsLaid: "3000 eggs"]),
      (1, [.eggsLaid: "600 eggs"]),
      (1, [:])
    )
    let hens = try InKindLedger(
      InKindTerms(
        lent: .chick,
        owed: [.perHead(25, .egg, after: .months(12))]
      ),
      contracts: [
        .init("20", borrower: register[0].id, lender: "firm", on: "2021-05-01", heads: 20),
        .init("4", borrower: register[1].id, lender: "firm", on: "2021-05-01", heads: 4),
      ],
      events: [
        .init("20", on: "2022-03-01", .delivered(500)),
        .init("4", on: "2022-03-01", .delivered(100)),
      ]
    )
    let roosters = try InKindLedger(
      InKindTerms(
        lent: .rooster,
        owed: [.perHead(Ratio(1, 10), .rooster, after: .months(12))]
      ),
      contracts: [
        .init("50", borrower: register[2].id, lender: "firm", on: "2021-05-01", heads: 50)
      ],
      events: [
        .init("50", on: "2022-03-01", .delivered(5, .lent)),
        .init("50", on: "2022-03-02", .sold(45, .lent)),
      ]
    )
    let owed = register.rows(try hens.quantities(of: .owed, on: "2021-05-01", for: register))
    var season = Season(2022)
    let year = Period.year(2022)
    try season.state(.delivered, of: hens, as: .eggsReturned, in: year, for: register)
    try season.state(.stockSold, of: roosters, as: .roostersSold, in: year, for: register)
    let settlement = try Terms(name: "chicks lent") {
      Purchase("later eggs", of: .measure(.eggsLaid) - .measure(.eggsReturned), at: "1.00")
      Purchase("roosters", of: .measure(.roostersSold), at: .yuan(80))
    }.settle(season, for: register)
    return [
      .printed("45 roosters", "3,600", settlement.net(at: 2)),
      .printed(
        "eggs owed on 4 birds",
        "100",
        Ratio(owed[1].thousandths, 1_000),
        in: "eggs"
      ),
      .follows("eggs owed on 20 birds", 500, Ratio(owed[0].thousandths, 1_000), in: "eggs"),
      .follows("later eggs of 20 birds", 2_500, settlement.net(at: 0)),
    ]
  }

  static let shizong = Self(
    id: "c079-shizong",
    place: "Kuishan, Shizong, Yunnan, 2016",
    terms:
      "a free sow; one piglet of the litter goes to the next household, eight sell at 800 yuan",
    note:
      "a litter is valued whole, and seven are sold; further costs behind the printed net gain of "
      + "about 4,000 are not itemised; 64 litters of eight do not make 500,000; the days are assumed",
    source: "小母猪带动大产业"
  ) {
    let register = try alike(64)
    let ledger = try InKindLedger(
      InKindTerms(
        lent: .sow,
        owed: [.fixed(1, .piglet, after: .months(12))]
      ),
      contracts: register.map {
        .init($0.id, borrower: $0.id, lender: "county", on: "2016-01-10", heads: 1)
      },
      events: register.flatMap { household -> [InKindEvent] in
        [
          .init(household.id, on: "2016-09-01", .born(8)),
          .init(household.id, on: "2016-11-01", .passedOn(1, to: "next to \(household.id)")),
          .init(household.id, on: "2016-12-01", .sold(7, .offspring)),
        ]
      }
    )
    var season = Season(2016)
    try season.state(ledger, in: .year(2016), for: register)
    let settlement = try Terms(name: "sows given") {
      Purchase("piglets", of: .measure(.offspringSold), at: .yuan(800))
    }.settle(season, for: register)
    let prices = try PriceBook([.piglet: ["2016-01-01": .yuan(800)]])
    func value(_ position: InKindPosition) throws -> Money {
      try prices.value(of: position[.born], .piglet, on: "2016-12-01")
    }
    let one = ledger.position(of: register[0].id, as: .borrower, on: "2016-12-31")
    let all = try value(ledger.position(on: "2016-12-31"))
    let next = try ledger.passOn(from: "county", stock: 64, lot: 1, to: [], until: "2016-12-31")
    return [
      .printed("a litter", "6,400", try value(one)),
      .follows("a litter less one piglet", 5_600, settlement.net(at: 0)),
      .contradicts("64 litters", "more than 500,000", all),
      .follows("64 litters, worked out", 409_600, all),
      .follows("next households", 64, Ratio(Int64(next.contracts.count)), in: "households"),
    ]
  }

  static let shexian = Self(
    id: "c119-shexian",
    place: "Shexian, Anhui, 2023",
    terms: "a pear tree is adopted for 200 yuan with at least 22 jin; what is short is made good",
    note:
      "what is short is made good for each tree; a second adopter, whose two trees bear 18 and 30 jin, the days "
      + "and a price of 5 yuan a jin are assumed",
    source: "歙县 认养果树"
  ) {
    let trees = (1...10).map { ("ten-\($0)", "adopter of ten") } + [("poor", "Li"), ("rich", "Li")]
    let orchard = try InKindLedger(
      InKindTerms(
        lent: .pearTree,
        owed: [
          .perHead(.yuan(200), after: .days(0), by: .lender),
          .perHead(22, .pear, after: .months(9), orMore: true),
        ],
        redeemableAt: [.pear: "5.00"]
      ),
      contracts: trees.map { id, adopter in
        .init(id, borrower: "orchard", lender: adopter, on: "2023-01-01", heads: 1)
      },
      events: [
        .init("poor", on: "2023-09-20", .delivered(18)),
        .init("rich", on: "2023-09-20", .delivered(30)),
        .init("poor", on: "2023-10-10", .delivered(3)),
        .init("poor", on: "2023-10-20", .redeemed(1)),
      ]
    )
    let ten = orchard.position(of: "adopter of ten", as: .lender, on: "2023-01-01")
    let short = orchard.position(of: "Li", as: .lender, on: "2023-10-01")
    let end = orchard.position(of: "Li", as: .lender, on: "2023-12-31")
    func jin(_ count: Int) -> Ratio { Ratio(Int64(count)) }
    return [
      .follows("fee for ten trees", 2_000, ten[inMoney: .due, by: .lender]),
      .follows("guaranteed on ten trees", 220, jin(ten[.owed]), in: "jin"),
      .follows("short on 18 and 30 jin", 4, jin(short[.arrears]), in: "jin"),
      .follows("made good", 4, jin(end[.madeGood]), in: "jin"),
      .follows("of it in money", 5, end[inMoney: .redeemed]),
      .follows("due on 18 and 30 jin", 52, jin(end[.owed]), in: "jin"),
    ]
  }
}
