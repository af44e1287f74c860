import BenefitAssessment
import BenefitBinding
import TestSupport

extension Measure {
  fileprivate static let peppers = Measure("peppers", in: .jin)
  fileprivate static let yams = Measure("yams", in: .jin)
  fileprivate static let guavas = Measure("guavas", in: .jin)
  fileprivate static let eggs = Measure("eggs by weight", in: .jin)
}

extension MoneyFact {
  fileprivate static let account = MoneyFact("member account")
  fileprivate static let deliveries = MoneyFact("price paid for deliveries")
}

/// Produce at a guaranteed price, and what is paid back on it.
extension PublishedScheme {
  static let produce = [dafang, daitong, haikou, eggCooperative, shimen]

  static let dafang = Self(
    id: "c082-dafang",
    place: "Huangnitang, Dafang, Guizhou, 2018",
    terms: "peppers at 1.6 yuan a kg or the market's price, whichever is higher, from 18 mu",
    report: "A company buys peppers at 1.6 yuan a kilogram, or at the market's price where that is "
      + "higher. 18 mu bear some 1,500 kg each.",
    note:
      "a mu bears 1,500 kg; at the floor 50,000 yuan are not reached, at 1.86 they are, and that price "
      + "is assumed; the town's yield is given as 4,000 kg a mu",
    source: "贵州大方:辣椒种植鼓足农户钱袋子"
  ) {
    let peppers = QuantityFormula.measure(.landArea) * "1500 kg"
    let order = Terms(name: "order") {
      Purchase("peppers", of: peppers, at: .greater(of: "1.60", .fact(.marketPrice)))
    }
    func settled(_ price: Money) throws -> Money {
      let settlement = try order.settle(
        Season(2018) { $0[.marketPrice] = price },
        for: alike(1, measures: [.landArea: "18 mu"])
      )
      return settlement.gross
    }
    let floor = try settled("1.20")
    return [
      .follows("18 mu at the floor", 43_200, floor),
      .contradicts("the same", "more than 50,000", floor),
      .printed("18 mu at 1.86", "more than 50,000", try settled("1.86")),
      .contradicts(
        "yield of a mu",
        "4,000",
        floor.ratio(to: "1.60") / 18,
        in: "kg"
      ),
    ]
  }

  static let daitong = Self(
    id: "c085-daitong",
    place: "Daitong, Naiman Banner, Inner Mongolia, 2019 to 2020",
    terms: "peppers at 0.8 yuan a jin or the market's price, whichever is higher",
    note: "250,000 yuan from 56 mu are a forecast, 224,000 what 4,000 a mu make; 10 mu had brought "
      + "40,000-odd",
    source: "代筒村:“火红”产业聚“椒”增收"
  ) {
    let order = Terms(name: "order") {
      Purchase("peppers", of: .measure(.peppers), at: .greater(of: "0.80", .fact(.marketPrice)))
    }
    func settled(_ price: Money) throws -> Money {
      let settlement = try order.settle(
        Season(2019) { $0[.marketPrice] = price },
        for: alike(1, measures: [.peppers: "1000 jin"])
      )
      return settlement.gross
    }
    let market = try settled("1.20")
    let floor = try settled("0.60")
    let land = try Terms(name: "sales of 56 mu") {
      Payment("sales", each: .each(.yuan(4_000), per: .measure(.landArea)), as: .business)
    }.settle(Season(2020), for: alike(1, measures: [.landArea: "56 mu"]))
    return [
      .printed("price", "1.2", market.ratio(to: .yuan(1_000)), in: "yuan a jin"),
      .follows(
        "gain over the floor",
        "0.4",
        (market - floor).ratio(to: .yuan(1_000)),
        in: "yuan a jin"
      ),
      .follows("56 mu at 4,000 a mu", 224_000, land.gross),
      .contradicts("56 mu as forecast", "about 250,000", land.gross),
    ]
  }

  static let haikou = Self(
    id: "c086-haikou",
    place: "Fujiu, Haikou, Hainan, 2020",
    terms:
      "an e-commerce centre buys yams at 2.5 yuan a jin in a slump to 2 yuan, and guavas at 2.5",
    note: "yams are held against the slump, not against the usual 3 yuan",
    source: "海口美兰区电商扶贫中心 助农销售7000余斤"
  ) {
    let yams = QuantityFormula.measure(.yams)
    let settlement = try Terms(name: "centre") {
      Purchase("yams", of: yams, at: "2.50")
      Payment("slump", each: .each("2.00", per: yams), as: .cost)
      Purchase("guavas", of: .measure(.guavas), at: "2.50")
    }.settle(
      Season(2020),
      for: groupedHouseholds((1, [.yams: "1500 jin"]), (1, [.guavas: "5500 jin"]))
    )
    return [
      .printed("both", "about 7,000", settlement.gross.ratio(to: "2.50"), in: "jin"),
      .follows("yams", 3_750, settlement.gross(at: 0)),
      .follows("yams over the slump", 750, settlement.net(at: 0)),
      .follows("guavas", 13_750, settlement.gross(at: 1)),
    ]
  }

  static let eggCooperative = Self(
    id: "c093-egg-coop",
    place: "Egg cooperative, a teaching example, 2017",
    terms: "10 % of the surplus to the reserve, 70 % of the rest by eggs delivered, 30 % by member "
      + "account",
    note: "accounts are shares, reserve and special fund; the text breaks off after the reserve; a "
      + "member with 10,000 jin and 2,000 yuan is assumed",
    source: "农民专业合作社盈余分配办法解析"
  ) {
    let register = try groupedHouseholds((1, [.eggs: "10000 jin"]), (1, [.eggs: "7990000 jin"]))
    let settlement = try Terms(name: "egg cooperative") {
      Distribution("surplus", of: .profit) {
        Tier(.percentOfPot(10), to: .reserve)
        Tier(.fraction("70%", of: .rest), by: .measure(.eggs), as: .property, named: "by eggs")
        Tier(
          .rest,
          by: .amount(.fact(.account), name: "account"),
          as: .property,
          named: "by account"
        )
      }
    }.settle(
      Season(2017) {
        $0[.profit] = .yuan(400_000)
        $0.facts.set(.account, rows: [.yuan(2_000), .yuan(1_698_000)], of: register)
      },
      for: register
    )
    let byEggs = try settlement.line("surplus: by eggs")
    let byAccount = try settlement.line("surplus: by account")
    let rate = byAccount.total.ratio(to: .yuan(1_700_000))
    return [
      .printed("reserve", "40,000", try settlement.received(by: .reserve)),
      .printed(
        "part by eggs, at law more than",
        "more than 60",
        byEggs.total.ratio(to: settlement.gross) * 100,
        in: "%"
      ),
      .follows("a jin", "0.0315", byEggs.total.ratio(to: .yuan(8_000_000)), in: "yuan a jin"),
      .follows("a yuan of account", "0.063529", try rate.rounded(decimals: 6), in: "a yuan"),
      .follows("the member", "442.06", settlement.gross(at: 0)),
    ]
  }

  static let shimen = Self(
    id: "c095-shimen-tea",
    place: "Luoping, Shimen, Hunan, 2015",
    terms: "30 % of the price paid for organic tea leaf is refunded",
    note: "all refunds are 30 %; deliveries are worked back",
    source: "罗坪乡:中坪茶叶合作社80万返利惠茶农"
  ) {
    let refund = Terms(name: "refund") {
      Payment("refund", each: .fraction("30%", of: .fact(.deliveries)), as: .business)
    }
    func settled(_ deliveries: Money...) throws -> Settlement {
      let register = try alike(deliveries.count)
      return try refund.settle(
        Season(2015) { $0.facts.set(.deliveries, rows: deliveries, of: register) },
        for: register
      )
    }
    let now = try settled("66,666.67", "1,933,333.33")
    let earlier = try settled("666,666.67")
    return [
      .printed("largest refund", "20,000", now.gross(at: 0)),
      .printed("this time", "600,000", now.gross),
      .printed("before", "200,000", earlier.gross),
      .printed("together", "800,000", now.gross + earlier.gross),
    ]
  }
}
