import BenefitAssessment
import BenefitBinding
import TestSupport

extension Account {
  fileprivate static let village = Account("village")
  fileprivate static let leftForBalance = Account("left for the balance")
}

/// Floors that a later part stands on: an advance, a floating dividend, a refund.
extension PublishedScheme {
  static let floors = [shuangping, jinqiu, qingtongxia]

  static let shuangping = Self(
    id: "c025-shuangping",
    place: "Shuangping, Kaizhou, Chongqing, 2017",
    terms:
      "6 % of a tourism fund is the poor households' floor, 300 yuan of it paid ahead; 41 % of "
      + "the stake theirs, 10 % the village's",
    report: "Of a tourism fund of 539,000 yuan, 6 % is the poor households' floor; 300 yuan each "
      + "are paid ahead, the rest with the part of the profit at the end of the year. 41 % of "
      + "the undertaking are theirs, 10 % the village's.",
    note:
      "households are not counted: 107, the most that the floor pays 300 yuan each; a profit of 100,000 is assumed",
    source: "开州区满月乡双坪村 马扎营乡村旅游合作社分红"
  ) {
    let settlement = try Terms(
      name: "tourism cooperative",
      funding: [.contribution(.yuan(539_000), from: .fiscalReliefFund)]
    ) {
      Distribution("floor", of: .fraction("6%", of: .stake)) {
        Tier(each: .yuan(300), as: .property, named: "advance")
        Tier(.rest, to: .leftForBalance)
      }
      Distribution("profit", of: .profit) {
        Tier(.percentOfPot(41), by: .household, as: .property)
        Tier(.percentOfPot(10), to: .village)
        Tier(.rest, to: .operator)
      }
    }.settle(Season(2017) { $0[.profit] = .yuan(100_000) }, for: alike(107))
    let floor = try settlement.pool("floor")
    let village = try settlement.total("profit") + settlement.received(by: .village)
    return [
      .printed(
        "the village's part of a profit",
        "51",
        village.ratio(to: .yuan(100_000)) * 100,
        in: "%"
      ),
      .follows("floor", 32_340, floor.pot(0)),
      .follows("an advance", 300, try settlement.amount("floor: advance")),
      .follows("left for the balance", 240, try settlement.received(by: .leftForBalance)),
      .follows(
        "advances in the floor",
        "107.8",
        floor.pot(0).ratio(to: .yuan(300)),
        in: "households"
      ),
    ]
  }

  static let jinqiu = Self(
    id: "c035-jinqiu",
    place: "Qiuchang, Yibin, Sichuan, 2014 to 2016",
    terms:
      "525 shares of 4,000 yuan in a tea factory: 480 yuan a share as floor, and a part of the "
      + "profit",
    note: "771 yuan a share in 2016 is half of what two shares got; the expected gain follows only "
      + "with the stake of 47.8 % taken as 48 %; 300-odd, 500-odd and 506 shareholders are named",
    source: "一次入股 两次分红 邱场镇茶农年底又领钱了"
  ) {
    let funding: Funding = [
      .contribution(.yuan(4_200_000), from: .fiscalReliefFund),
      .contribution(.yuan(2_100_000), from: .householdFunds),
      .contribution(.yuan(6_880_000), from: .enterprise),
    ]
    // 19 growers with two shares and 487 with one make 525 shares of 506 growers.
    let growers = try groupedHouseholds(
      (19, [.shares: "2 shares"]),
      (487, [.shares: "1 share"])
    )
    let shares = Terms(name: "shares") {
      Payment("floor", each: .each(.yuan(480), per: .measure(.shares)), as: .property)
      Payment(
        "share of profit",
        each: .each(.fact(.profit), per: .measure(.shares)),
        as: .property
      )
    }
    let first = try shares.settle(Season(2014) { $0[.profit] = .zero }, for: growers)
    let third = try shares.settle(Season(2016) { $0[.profit] = .yuan(771 - 480) }, for: growers)
    func expected(_ stake: Ratio) throws -> Settlement {
      try Terms(name: "expected") {
        Distribution(of: .fraction(.fixed(stake), of: .profit)) {
          Tier(.rest, by: .household, as: .property)
        }
      }.settle(Season(2014) { $0[.profit] = .yuan(2_000_000) }, for: growers)
    }
    let rounded = try expected("48%").gross
    let exact = try expected(funding.stakeRatio).gross
    return [
      .printed("capital", "13,180,000", funding.total),
      .printed(
        "growers' stake",
        "47.8",
        try funding.stakeRatio.percent(decimals: 1),
        in: "%"
      ),
      .printed("floor in 2014", "252,000", first.gross),
      .printed("two shares in 2016", "1,542", third.gross(at: 0)),
      .printed("expected gain at 48 %", "1,897", rounded.mean(over: 506).inWholeYuan),
      .follows("the same to the fen", "1897.23", rounded.mean(over: 506)),
      .contradicts("expected gain at the exact stake", "1,897", exact.mean(over: 506)),
      .follows("the same, worked out", "1889.32", exact.mean(over: 506)),
    ]
  }

  static let qingtongxia = Self(
    id: "c056-wuxing-qingtongxia",
    place: "Wuxing, Qingtongxia, Ningxia, 2015",
    terms: "a mu is a share of 800 yuan: 800 land shares with a floor, 982 village shares without; "
      + "both float",
    note: "the floor is not printed; 180,000 yuan over all shares would be 101.01, not 83: 17.83 % "
      + "are kept back without a word",
    source: "宁夏青铜峡市五星村土地合作社带领农民增收"
  ) {
    let register = try alike(800, measures: [.shares: "1 share"])
    func settled(_ pot: Money) throws -> Settlement {
      try Terms(
        name: "land cooperative",
        funding: [
          .contribution(each: .each(.yuan(800), per: .measure(.shares)), from: .householdFunds),
          .contribution(
            .yuan(800),
            for: "982 shares",
            from: .fiscalReliefFund,
            householdShare: .zero
          ),
        ]
      ) {
        Distribution("floating", of: .fact(.profit)) {
          Tier(.fraction(.stakeFraction, of: .pot), by: .measure(.shares), as: .property)
          Tier(.rest, to: .village)
        }
      }.settle(Season(2015) { $0[.profit] = pot }, for: register)
    }
    let paid = try settled(.yuan(83 * 1_782))
    let whole = try settled(.yuan(180_000))
    let funding = try whole.funding()
    let pool = try paid.gross + paid.received(by: .village)
    return [
      .printed("shares", "1,782", funding.total.ratio(to: .yuan(800)), in: "shares"),
      .printed("capital", "1,425,600", funding.total),
      .printed(
        "land shares",
        "45",
        try funding.stakeRatio.percent(decimals: 0),
        in: "%"
      ),
      .printed("a land share", "83", paid.gross(at: 0)),
      .follows("floating pool", 147_906, pool),
      .follows(
        "paid out of the profit",
        "82.17",
        pool.ratio(to: .yuan(180_000)) * 100,
        in: "%"
      ),
      .contradicts("a land share of all 180,000", "83", whole.gross(at: 799)),
    ]
  }
}
