import BenefitBinding
import TestSupport
import Testing

extension Measure {
  fileprivate static let chicks = Measure("chicks lent", in: .head)
  fileprivate static let roostersSold = Measure("roosters sold", in: .head)
  fileprivate static let sows = Measure("sows", in: .head)
  fileprivate static let trees = Measure("trees", in: Quantity.Unit("tree"))
  fileprivate static let pears = Measure("pears of a tree", in: .jin)
}

/// Something is lent or adopted, and produce comes back.
///
/// What comes back in kind is a cost at its price, or is counted as a holding of one yuan a unit.
extension PublishedScheme {
  static let returnsInKind = [zhanyi, shizong, shexian]

  static let zhanyi = Self(
    id: "c077-zhanyi",
    place: "Zhanyi, Horqin Right Front Banner, Inner Mongolia, 2017 to 2022",
    terms: "chicks lent: 25 eggs a bird come back and later eggs are bought at 1 yuan; or 5 of 50 "
      + "roosters come back and the rest are sold",
    note:
      "in kind: eggs owed are priced, not booked; 80 yuan a rooster are worked back; 150 eggs a "
      + "bird are ours",
    source: "“借鸡还鸡”里的“富民经”"
  ) {
    let birds = Volume.measure(.chicks)
    let owed = Amount.rate("1.00", per: birds.times("25 egg"))
    let settlement = try Terms(name: "chicks lent") {
      Purchase("eggs", of: birds.times("150 egg"), at: "1.00", inputs: owed)
      Purchase("roosters", of: .measure(.roostersSold), at: .yuan(80))
    }.settle(
      Season(2022),
      for: groupedHouseholds(
        (1, [.chicks: "20 head"]),
        (1, [.chicks: "4 head"]),
        (1, [.roostersSold: "45 head"])
      )
    )
    let returned = try #require(settlement.line("eggs: inputs"))
    return [
      .printed("45 roosters", .exactly(3_600), settlement.net(at: 2)),
      .printed("eggs owed on 4 birds", .exactly(100), returned[1].ratio(to: "1.00"), in: "eggs"),
      .follows("eggs owed on 20 birds", 500, returned[0].ratio(to: "1.00"), in: "eggs"),
      .follows("later eggs of 20 birds", 2_500, settlement.net(at: 0)),
    ]
  }

  static let shizong = Self(
    id: "c079-shizong",
    place: "Kuishan, Shizong, Yunnan, 2016",
    terms:
      "a free sow; one piglet of the litter goes to the next household, eight sell at 800 yuan",
    note:
      "in kind: the piglet is a cost at its price; further costs behind the printed net gain of "
      + "about 4,000 are not itemised; 64 litters of eight do not make 500,000",
    source: "小母猪带动大产业"
  ) {
    let sows = Volume.measure(.sows)
    let settlement = try Terms(name: "sows given") {
      Purchase(
        "piglets",
        of: sows.times("8 head"),
        at: .yuan(800),
        inputs: .rate(.yuan(800), per: sows.times("1 head"))
      )
    }.settle(Season(2016), for: likeHouseholds(64, measures: [.sows: "1 head"]))
    return [
      .printed("a litter", .exactly(6_400), settlement.gross(at: 0)),
      .follows("a litter less one piglet", 5_600, settlement.net(at: 0)),
      .contradicts("64 litters", .moreThan(500_000), settlement.gross),
      .follows("64 litters, worked out", 409_600, settlement.gross),
    ]
  }

  static let shexian = Self(
    id: "c119-shexian",
    place: "Shexian, Anhui, 2023",
    terms: "a pear tree is adopted for 200 yuan with at least 22 jin; what is short is made good",
    note: "made good for each tree; trees with 18 and 30 jin are ours; the adopter is no poor "
      + "household",
    source: "歙县 认养果树"
  ) {
    let pears = Volume.measure(.pears)
    let settlement = try Terms(name: "adoption") {
      Payment("fee", each: .rate(.yuan(200), per: .measure(.trees)), as: .cost)
      Payment(
        "guaranteed",
        each: .rate(.yuan(1), per: Volume.measure(.trees).times("22 jin")),
        as: .holding
      )
      Payment("pears due", each: .rate(.yuan(1), per: pears.atLeast("22 jin")), as: .holding)
      Payment(
        "made good",
        each: .line("pears due") - .rate(.yuan(1), per: pears),
        as: .holding
      )
    }.settle(
      Season(2023),
      for: groupedHouseholds(
        (1, [.trees: "10 tree"]),
        (1, [.trees: "1 tree", .pears: "18 jin"]),
        (1, [.trees: "1 tree", .pears: "30 jin"])
      )
    )
    func jin(_ line: String, _ row: Int) throws -> Ratio {
      try settlement.amount(line, at: row).ratio(to: .yuan(1))
    }
    return [
      .follows("fee for ten trees", 2_000, settlement.costs(at: 0)),
      .follows("guaranteed on ten trees", 220, try jin("guaranteed", 0), in: "jin"),
      .follows("made good on 18 jin", 4, try jin("made good", 1), in: "jin"),
      .follows("due on 30 jin", 30, try jin("pears due", 2), in: "jin"),
    ]
  }
}
