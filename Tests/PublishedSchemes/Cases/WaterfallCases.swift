import BenefitAssessment
import BenefitBinding
import TestSupport

extension Account {
  fileprivate static let company = Account("company")
  fileprivate static let founders = Account("founders")
}

/// A village's income, taken from stage by stage.
extension PublishedScheme {
  static let waterfalls = [zhaoguan, beicai, wuxing, tanshi, lianhua]

  static let zhaoguan = Self(
    id: "c042-zhaoguan",
    place: "Zhaoguan, Guiyang, 2024 to 2025",
    terms: "12.36 % to a company, 30 % of the rest kept, then 85 % to all villagers and 15 % to "
      + "those once poor",
    report: "Of 43,395.14 yuan that can be shared out, 12.36 % go to a company's shareholders. The "
      + "village cooperative keeps 30 % of the rest for reserve and welfare; of what is left 85 "
      + "% go to all villagers and 15 % to households that were registered as poor.",
    note: "nine households, four of them once poor, are assumed",
    source: "观山湖区朱昌镇赵官村分红大会"
  ) {
    let register = try Register(
      (0..<9).map { index in
        Household(
          "Z-\(index)",
          gaqa: households,
          persons: 1,
          status: index < 4 ? .exited : .notPoor
        )
      }
    )
    let settlement = try Terms(name: "share cooperative") {
      Distribution(of: .profit) {
        Tier(.fraction("12.36%", of: .pot), to: .company)
        Tier(.fraction("30%", of: .rest), to: .reserve)
        Tier(.fraction("85%", of: .rest), by: .household, as: .property, named: "villagers")
        Tier(.rest, by: .household, where: .status(.exited), as: .property, named: "once poor")
      }
    }.settle(Season(2025) { $0[.profit] = "43,395.14" }, for: register)
    let company = try settlement.received(by: .company)
    return [
      .printed("pool", "43,395.14", try settlement.pool("dividend").pot(0)),
      .follows("company", "5363.64", company),
      .follows("village cooperative", "38031.5", "43,395.14" - company),
      .follows("kept", "11409.45", try settlement.received(by: .reserve)),
      .follows("villagers", "22628.74", try settlement.total("dividend: villagers")),
      .follows("once poor", "3993.31", try settlement.total("dividend: once poor")),
    ]
  }

  static let beicai = Self(
    id: "c046-beicai",
    place: "Beicai, Heyang, Shaanxi, 2019",
    terms: "27 % of a solar income to the reserve, 10 % to welfare, the rest over 821 shareholders",
    report: "A solar income is cut by 27 % for the reserve and 10 % for welfare; the rest goes to "
      + "821 shareholders in equal parts, in whole yuan a head.",
    note:
      "both rates are of 75,584.10, worked back from the welfare fund's 7,558.41; the income is "
      + "called 130,000-odd; whole yuan a head overdraw the pool by 0.02; the county's total is more "
      + "than its three villages'",
    source: "合阳县三村集中分红 48.76万元"
  ) {
    // 204 families of four, one of two and one of three.
    let register = try Register(
      (0..<206).map { index in
        Household("B-\(100 + index)", gaqa: households, persons: index < 204 ? 4 : index - 202)
      }
    )
    let settlement = try Terms(name: "solar income") {
      Distribution(of: .profit) {
        Tier(.percentOfPot(27), to: .reserve)
        Tier(.percentOfPot(10), to: .villageWelfare)
        Tier(
          .rest,
          by: .person,
          apportioned: Apportionment(
            rate: .halfUp(to: .yuan),
            residue: .posted(to: .collective)
          ),
          as: .property
        )
      }
    }.settle(Season(2018) { $0[.profit] = "75,584.10" }, for: register)
    let pool = try settlement.pool("dividend")
    return [
      .printed("welfare", "7,558.41", try settlement.received(by: .villageWelfare)),
      .printed("reserve", "more than 20,000", try settlement.received(by: .reserve)),
      .follows("reserve to the fen", "20407.71", try settlement.received(by: .reserve)),
      .follows("left to share", "47617.98", pool.steps[2].due(0)),
      .printed("family of four", "232", settlement.gross(at: 0)),
      .follows("a shareholder", 58, settlement.statements[0].netPerPerson),
      .printed("paid", "about 48,000", settlement.gross),
      .contradicts("income", "more than 130,000", pool.pot(0)),
    ]
  }

  static let wuxing = Self(
    id: "c047-wuxing-wuzhong",
    place: "Wuxing, Wuzhong, Ningxia, 2021",
    terms: "3,790,000 yuan in two payouts over 2,527 members with 57,750 yuan of capital each",
    note: "all shares are equal; the family has seven members; part is paid in flour, rice and oil",
    source: "五星村2021年股份经济合作社春节分红大会"
  ) {
    let settlement = try Shareholding(
      name: "share cooperative",
      funding: [
        .contribution(each: .each(.yuan(57_750), per: .persons), from: .householdFunds)
      ],
      dividend: .fact(.projectReturn)
    ).settle(
      Season(2021) { $0[.projectReturn] = .yuan(3_790_000) },
      for: alike(361, persons: 7)
    )
    let stake = try settlement.total("stake")
    return [
      .printed("a family", "more than 10,000", settlement.gross(at: 0)),
      .follows("a member", "1499.8", settlement.statements[0].netPerPerson),
      .follows("yield", "2.6", try settlement.gross.ratio(to: stake).percent(decimals: 2), in: "%"),
    ]
  }

  static let tanshi = Self(
    id: "c048-tanshi",
    place: "Tanshi, Minhou, Fujian, 2017",
    terms:
      "6,000,000 yuan less 1,800,000 of welfare, 70 % of the rest to 2,546 shareholders, topped "
      + "up to 1,200 yuan each",
    report: "Of an income of 6,000,000 yuan, 1,800,000 are kept for welfare. 70 % of what is left "
      + "go to 2,546 shareholders and 30 % to the village, which then tops every shareholder up "
      + "to 1,200 yuan.",
    note: nil,
    source: "昙石村、岐安村 股改"
  ) {
    let settlement = try Terms(name: "village") {
      Distribution(of: .revenue) {
        Tier(.yuan(1_800_000), to: .villageWelfare)
        Tier(.fraction("70%", of: .rest), by: .person, as: .property)
        Tier(.rest, to: .collective)
      }
      Payment(
        "top-up",
        each: .each(.yuan(1_200), per: .persons) - .line("dividend"),
        as: .property
      )
    }.settle(
      Season(2017) { $0[.revenue] = .yuan(6_000_000) },
      for: alike(1_273, persons: 2)
    )
    let dividend = try settlement.total("dividend")
    return [
      .printed(
        "after welfare",
        "4,200,000",
        try dividend + settlement.received(by: .collective)
      ),
      .printed("a shareholder", "1,200", settlement.statements[0].netPerPerson),
      .follows("payout", 2_940_000, dividend),
      .follows("a shareholder before the top-up", "1154.75", dividend.mean(over: 2_546)),
      .follows("top-up", 115_200, try settlement.total("top-up")),
    ]
  }

  static let lianhua = Self(
    id: "c053-lianhua",
    place: "Lianhua, Guanling, Guizhou, 2017",
    terms: "40 % to 135 households by land, 40 % to the founders, 20 % to the village",
    note: "the land behind the largest dividend, 41.06 of 1,200 mu, is worked back",
    source: "关岭花江镇莲花村“442”模式首次分红"
  ) {
    let register = try Register(
      (0..<135).map { index in
        let part = index == 0 ? 41_060 : evenPart(of: 1_158_940, over: 134, at: index - 1)
        return Household(
          "L-\(100 + index)",
          gaqa: households,
          persons: 1,
          measures: [.landArea: Quantity(thousandths: Int64(part), .mu)]
        )
      }
    )
    let settlement = try Terms(name: "442") {
      Distribution(of: .profit) {
        Tier(.percentOfPot(40), by: .measure(.landArea), as: .property)
        Tier(.percentOfPot(40), to: .founders)
        Tier(.percentOfPot(20), to: .collective)
      }
    }.settle(Season(2016) { $0[.profit] = "154,893.80" }, for: register)
    return [
      .printed("farmers", "61,957.52", settlement.gross),
      .printed("founders", "61,957.52", try settlement.received(by: .founders)),
      .printed("village", "30,978.76", try settlement.received(by: .collective)),
      .printed("largest dividend", "2,120", settlement.gross(at: 0).inWholeYuan),
      .follows("a household on average", "458.94", settlement.gross.mean(over: 135)),
      .follows("a mu", "51.63", settlement.gross.mean(over: 1_200)),
    ]
  }
}
