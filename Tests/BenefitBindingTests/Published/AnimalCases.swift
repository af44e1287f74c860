import BenefitBinding
import TestSupport
import Testing

extension Measure {
  fileprivate static let pigs = Measure("pigs", in: .head)
  fileprivate static let sheep = Measure("sheep", in: .head)
  fileprivate static let ewes = Measure("ewes", in: .head)
  fileprivate static let lambsHandedOver = Measure("lambs handed over", in: .head)
}

extension MoneyFact {
  fileprivate static let principal = MoneyFact("principal")
}

extension Payment {
  /// A count of animals, each at one yuan.
  fileprivate static func counted(_ name: String, _ volume: Volume) -> Self {
    Payment(name, each: .rate(.yuan(1), per: volume), as: .holding)
  }
}

extension Settlement {
  fileprivate func count(_ line: String) throws -> Ratio { try total(line).ratio(to: .yuan(1)) }
}

/// Pigs and sheep that others keep, or that are lent and come back.
///
/// What is owed in kind is counted as a holding of one yuan a head.
extension PublishedScheme {
  static let animals = [huangling, yangcun, wuzhiqu, gulang, huanxian]

  static let huangling = Self(
    id: "c066-huangling",
    place: "Longfang, Huangling, Shaanxi, 2018",
    terms: "a cooperative keeps sheep: 4,000 yuan a year on 20,000 of loan (18 sheep), 2,000 on "
      + "10,000 of grant (10 sheep)",
    note: "in kind: after three years a loan household takes 18 ewes and a ram and repays 20,000, "
      + "which is not settled here; one of them was paid 3,500 in 2017",
    source: "合作社帮托管 贫困户发“羊”财"
  ) {
    let register = try groupedHouseholds((23, [.sheep: "18 head"]), (30, [.sheep: "10 head"]))
    let principals = (0..<53).map { $0 < 23 ? Money.yuan(20_000) : .yuan(10_000) }
    let scheme = Terms(name: "sheep kept") {
      Payment("dividend", each: .fraction("20%", of: .fact(.principal)), as: .income(.property))
      Payment.counted("sheep", .measure(.sheep))
    }
    let years = try (2018...2020).map { year in
      try scheme.settle(
        Season(year) { $0.facts.set(.principal, perHousehold: principals) },
        for: register
      )
    }
    return [
      .printed(
        "households",
        .exactly(53),
        Ratio(Int64(years[0].householdsReached)),
        in: "households"
      ),
      .printed("sheep", .moreThan(700), try years[0].count("sheep"), in: "head"),
      .printed("loan household", .exactly(4_000), years[0].gross(at: 0)),
      .printed("grant household", .exactly(2_000), years[0].gross(at: 52)),
      .follows("loan household, three years", 12_000, years.reduce(.zero) { $0 + $1.gross(at: 0) }),
      .follows("a year's payments", 152_000, years[0].gross),
      .contradicts("one loan household in 2017", .exactly(3_500), years[0].gross(at: 0)),
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
      Payment("margin", each: .rate(.yuan(600), per: .measure(.pigs)), as: .income(.business))
    }.settle(
      Season(2020),
      for: groupedHouseholds(
        (1, [.pigs: "20 head"]),
        (17, [.pigs: "6 head"]),
        (21, [.pigs: "5 head"])
      )
    )
    return [
      .printed("20 pigs", .exactly(12_000), settlement.gross(at: 0)),
      .follows("227 pigs", 136_200, settlement.gross),
      .contradicts("227 pigs as expected", .moreThan(150_000), settlement.gross),
    ]
  }

  static let wuzhiqu = Self(
    id: "c070-wuzhiqu",
    place: "Wuzhiqu, Urad Rear Banner, Inner Mongolia, 2022",
    terms:
      "a village entrusts 1,087 ewes for three years; three lambs an ewe are handed over, then "
      + "the ewes",
    note: "in kind: counted, not booked; the value of a lamb is an average",
    source: "河套有个“羊联体”"
  ) {
    let settlement = try Terms(name: "ewes entrusted") {
      Payment.counted("lambs due", Volume.measure(.ewes).times("3 head"))
      Payment.counted("handed over", .measure(.lambsHandedOver))
      Payment("lambs", each: .fact(.takings), as: .income(.business))
    }.settle(
      Season(2022) { $0[.takings] = .yuan(220_000) },
      for: likeHouseholds(1, measures: [.ewes: "1087 head", .lambsHandedOver: "346 head"])
    )
    let due = try settlement.count("lambs due")
    let handedOver = try settlement.count("handed over")
    return [
      .printed("lambs by April", .exactly(346), handedOver, in: "head"),
      .printed("their value", .exactly(220_000), settlement.gross),
      .follows("lambs due in three years", 3_261, due, in: "head"),
      .follows("still due", 2_915, due - handedOver, in: "head"),
      .follows("value of a lamb", "635.84", settlement.gross.mean(over: handedOver.numerator)),
    ]
  }

  static let gulang = Self(
    id: "c073-gulang",
    place: "Huanghuatan, Gulang, Gansu, 2018 to 2020",
    terms:
      "for a deposit of 10,000 yuan 20 ewes and a ram are lent; after three years the herd goes "
      + "back, the deposit is returned, the lambs stay",
    note:
      "in kind: counted, not booked; 27,000 head at 21 each are 1,286 households, not 1,400; the "
      + "plan of 2018 says one year",
    source: "“羊银行”惠及古浪贫困户"
  ) {
    let settlement = try Terms(name: "sheep bank") {
      Payment("deposit", each: .yuan(10_000), as: .holding)
      Payment.counted("herd", Volume.measure(.sheep))
    }.settle(Season(2018), for: likeHouseholds(1_400, measures: [.sheep: "21 head"]))
    let herd = try settlement.count("herd")
    return [
      .follows("herd owed", 21, try settlement.amount("herd").ratio(to: .yuan(1)), in: "head"),
      .follows("deposit returned", 10_000, try settlement.amount("deposit")),
      .contradicts("head for 1,400 households", .about(27_000), herd, in: "head"),
      .contradicts(
        "households for 27,000 head",
        .moreThan(1_400),
        try (27_000 / (herd / 1_400)).rounded(decimals: 2),
        in: "households"
      ),
    ]
  }

  static let huanxian = Self(
    id: "c074-huanxian",
    place: "Shajingzi, Huanxian, Gansu, 2019",
    terms: "ten ewes in lamb and a ram are placed; eleven lambs clear the debt after two years",
    note: "in kind: counted, not booked; the household with two placements is ours",
    source: "从“喜羊羊”到“喜洋洋”——环县蹲点报道"
  ) {
    let settlement = try Terms(name: "ten and one") {
      Payment.counted("lambs owed", Volume.measure(.sheep))
    }.settle(
      Season(2019),
      for: groupedHouseholds((1, [.sheep: "11 head"]), (1, [.sheep: "22 head"]))
    )
    let owed = try #require(settlement.line("lambs owed"))
    return [
      .printed("owed", .exactly(11), owed[0].ratio(to: .yuan(1)), in: "head"),
      .follows("owed on two placements", 22, owed[1].ratio(to: .yuan(1)), in: "head"),
    ]
  }
}
