import BenefitAssessment
import BenefitBinding
import TestSupport

extension Measure {
  fileprivate static let goats = Measure("goats", in: .head)
}

extension MoneyFact {
  fileprivate static let capital = MoneyFact("capital put in")
}

/// So much for each share, or for each goat.
extension PublishedScheme {
  static let perShare = [shangxiaofeng, guanhe, gaofeng, yanli, yushan]

  static let shangxiaofeng = Self(
    id: "c006-shangxiaofeng",
    place: "Shangxiaofeng, Zibo, Shandong, 2015",
    terms: "1,000,000 yuan of grant over 243 poor persons in shares of 1,000 yuan",
    note:
      "shares are cut to three decimals, which loses 0.055 of one; each person is laid out as a "
      + "household of one",
    source: "扶贫款入股,贫困户分红"
  ) {
    let settlement = try Shareholding(
      name: "village shares",
      funding: [.contribution(.yuan(1_000_000), from: .fiscalReliefFund)],
      dividend: .fraction("60%", of: .profit),
      key: .person
    ).settle(Season(2015) { $0[.profit] = .zero }, for: alike(243))
    let shares = try settlement.amount("stake").ratio(to: .yuan(1_000))
    return [
      .printed("shares a person", "4.115", try shares.rounded(decimals: 3), in: "shares"),
      .printed("seven villages", "7,000,000", try settlement.total("stake") * 7),
      .follows(
        "shares lost to rounding",
        "0.055",
        1_000 - 243 * (try shares.rounded(decimals: 3)),
        in: "shares"
      ),
    ]
  }

  static let guanhe = Self(
    id: "c029-guanhe",
    place: "Guanhe, Jiangkou, Guizhou, 2023",
    terms: "a profit of 234,000 yuan of a machinery cooperative, 2,400 a share, half shares too",
    note: "97.5 shares follow, where the capital suggests 100; the village got 120,000, where its "
      + "20 % make 46,800",
    source: "【新春走基层】增收分红过大年 合作社里笑开颜"
  ) {
    let register = try groupedHouseholds(
      (1, [.shares: "10 shares"]),
      (43, [.shares: "2 shares"]),
      (1, [.shares: "1 share"]),
      (1, [.shares: "0.5 shares"])
    )
    let settlement = try Terms(name: "machinery cooperative") {
      Distribution(of: .profit) { Tier(.rest, by: .measure(.shares), as: .property) }
    }.settle(Season(2023) { $0[.profit] = .yuan(234_000) }, for: register)
    return [
      .printed("two shares", "4,800", settlement.gross(at: 1)),
      .printed("most", "24,000", settlement.gross(at: 0)),
      .printed("least", "1,200", settlement.gross(at: 45)),
      .contradicts(
        "shares paid",
        "100",
        settlement.gross.ratio(to: .yuan(2_400)),
        in: "shares"
      ),
      .contradicts(
        "the village's 20 %",
        "120,000",
        settlement.gross.multiplied(by: "20%", rounding: .halfUp(to: .fen))
      ),
    ]
  }

  static let gaofeng = Self(
    id: "c031-gaofeng",
    place: "Gaofeng, Hanggin Rear Banner, Inner Mongolia, 2024",
    terms:
      "a half-year's net profit of 260,000 yuan to seven households by the capital they put in",
    note:
      "the capital behind 27,000 yuan is worked back; 18.38 % has two digits of 13.83 % changed "
      + "about",
    source: "高峰村党支部领办合作社社员喜领分红款26万元"
  ) {
    let one: Money = "195,230.77"
    let rest = (.yuan(1_880_000) - one).mean(over: 6)
    let last = .yuan(1_880_000) - one - rest * 5
    let register = try alike(7)
    let capital = [one] + Array(repeating: rest, count: 5) + [last]
    let settlement = try Shareholding(
      name: "cooperative",
      funding: [.contribution(each: .fact(.capital), from: .householdFunds)],
      dividend: .profit
    ).settle(
      Season(2024) {
        $0[.profit] = .yuan(260_000)
        $0.facts.set(.capital, rows: capital, of: register)
      },
      for: register
    )
    let rate = settlement.gross.ratio(to: try settlement.total("stake"))
    return [
      .printed("paid out", "260,000", settlement.gross),
      .printed("one household", "27,000", settlement.gross(at: 0)),
      .contradicts("rate", "18.38", try rate.percent(decimals: 2), in: "%"),
      .follows("rate, worked out", "13.83", try rate.percent(decimals: 2), in: "%"),
    ]
  }

  static let yanli = Self(
    id: "c040-yanli",
    place: "Yanli, Mingxi, Fujian, 2016 to 2017",
    terms: "grant of 1,000,000 and a flower cooperative's 800,000 yuan in shares of one yuan; "
      + "590,000 to poor households, the rest of the grant to the village",
    note: "the text is out of order; that 23 % are the village's is inferred; no dividend is named",
    source: "明溪县 扶贫资金折股量化 兴旺鲜花合作社"
  ) {
    let funding: Funding = [
      .contribution(.yuan(1_000_000), from: .fiscalReliefFund, householdShare: "59%"),
      .contribution(.yuan(800_000), from: .enterprise),
    ]
    let village = funding.total(from: .fiscalReliefFund) - funding.stake
    let stake = village.ratio(to: funding.total)
    return [
      .printed("shares", "1,800,000", funding.total),
      .printed("the village", "23", try stake.percent(decimals: 0), in: "%"),
      .follows("the same, closer", "22.78", try stake.percent(decimals: 2), in: "%"),
      .follows(
        "poor households",
        "32.78",
        try funding.stakeRatio.percent(decimals: 2),
        in: "%"
      ),
    ]
  }

  static let yushan = Self(
    id: "c064-yushan",
    place: "Yushan, Fuding, Fujian, 2020",
    terms: "a farm keeps 119 goats for 16 households and pays out after the sale",
    note:
      "each goat brings the same; holdings are assumed but for one of five goats; 20,000 a household are "
      + "spoken of and 4,000-odd were forecast; in March there were 117 goats",
    source: "福鼎市崳山镇“代养扶贫”分红"
  ) {
    let settlement = try Terms(name: "goats kept") {
      Distribution(of: .fact(.takings)) { Tier(.rest, by: .measure(.goats), as: .property) }
    }.settle(
      Season(2020) { $0[.takings] = .yuan(40_295) },
      for: groupedHouseholds(
        (1, [.goats: "5 head"]),
        (9, [.goats: "8 head"]),
        (6, [.goats: "7 head"])
      )
    )
    let mean = settlement.gross.mean(over: 16)
    return [
      .printed("paid", "40,295", settlement.gross),
      .follows("a goat", "338.61", settlement.gross.mean(over: 119)),
      .follows("five goats", "1693.07", settlement.gross(at: 0)),
      .contradicts("a household, as spoken of", "20,000", mean),
      .contradicts("a household, as forecast", "more than 4,000", mean),
    ]
  }
}
