import BenefitAssessment
import BenefitBinding
import TestSupport

/// A floor on capital, alone or with a share of the profit.
extension PublishedScheme {
  static let floorAndShare = [huangjue, changping, lingqiu]

  static let huangjue = Self(
    id: "c001-huangjue",
    place: "Huangjue, Yibin, Sichuan, 2016",
    terms: "grant as preferred shares: 5 % of it whatever happens, and 29 % of the profit",
    report:
      "A grant of 1,000,000 yuan was joined with a cooperative's assets of 2,420,000 yuan and "
      + "divided equally among 138 poor members as preferred shares. They draw 5 % of it a year "
      + "whether or not the cooperative earns, and 29 % of its profit on top.",
    note: "the floor is not deducted before the 29 %; the stake of 29.24 % is used as 29 %",
    source: "一张股权证,一条收益扶贫新路子——四川创新财政支农项目资产收益扶贫模式纪实"
  ) {
    let floor = Amount.fraction("5%", of: .stake)
    let share = Amount.fraction("29%", of: .profit)
    func settled(_ dividend: Amount, profit: Money) throws -> Settlement {
      try Shareholding(
        name: "cooperative",
        funding: [
          .contribution(.yuan(1_000_000), from: .fiscalReliefFund),
          .contribution(.yuan(2_420_000), from: .enterprise),
        ],
        dividend: dividend
      ).settle(Season(2016) { $0[.profit] = profit }, for: alike(138))
    }
    let settlement = try settled(floor + share, profit: .yuan(100_000))
    let floorOnly = try settled(floor + share, profit: .zero)
    let certificate = try settlement.amount("stake").inWholeYuan
    return [
      .printed(
        "stake of the grant",
        "29",
        try settlement.schemes[0].funding.stakeRatio.percent(decimals: 0),
        in: "%"
      ),
      .printed("certificate", "7,246", certificate),
      .printed("floor", "50,000", floorOnly.gross),
      .printed("profit part", "29,000", settlement.gross - floorOnly.gross),
      .printed("together", "79,000", settlement.gross),
      .printed("a member", "about 600", try settlement.amount("dividend", at: 137)),
      .follows("a member, to the fen", "572.46", settlement.gross.mean(over: 138)),
      .follows(
        "floor on a certificate",
        "362.3",
        certificate.multiplied(by: "5%", rounding: .halfUp(to: .fen))
      ),
    ]
  }

  static let changping = Self(
    id: "c005-changping",
    place: "Changping, Nanchuan, Chongqing, 2016",
    terms: "40 shares of 100 yuan a person; 8 % of the capital, from a profit of 1,000,000 yuan on "
      + "5 % of the profit",
    report: "Each of 92 poor persons holds 40 shares of 100 yuan, 216,000 yuan in one cooperative "
      + "and 152,000 in another. Below a profit of 1,000,000 yuan 8 % of this capital is paid, "
      + "from there on 5 % of the profit: a floor on the low side, a ceiling on the high one.",
    note: "the household with a thousand-odd yuan has four persons; the rule jumps at its "
      + "threshold; one pool is said to sit in two cooperatives of different names",
    source: "南川实施“扶贫资金股权化”探索 农民变股民"
  ) {
    let register = try Register(
      evenHouseholds(14, persons: 54, gaqa: "first pool")
        + evenHouseholds(12, persons: 38, gaqa: "second pool")
    )
    let scheme = Shareholding(
      name: "grant shares",
      funding: [
        .contribution(each: .each(.yuan(4_000), per: .persons), from: .fiscalReliefFund)
      ],
      dividend: .either(
        .fraction("5%", of: .profit),
        otherwise: .fraction("8%", of: .membersTotal(.stake)),
        where: .atLeast(.profit, .yuan(1_000_000))
      ),
      key: .person,
      scope: .gaqa
    )
    func settled(_ profit: Money) throws -> Settlement {
      try scheme.settle(
        Season(2016) {
          $0[.profit, gaqa: "first pool"] = profit
          $0[.profit, gaqa: "second pool"] = .zero
        },
        for: register
      )
    }
    let low = try settled(.yuan(999_999))
    func stake(_ gaqa: String) throws -> Money {
      try low.value(of: Amount.membersTotal(.stake, where: .gaqa(gaqa))).value.money ?? .zero
    }
    let pots = try low.pool("dividend")
    let high = try settled(.yuan(1_000_000)).pool("dividend")
    return [
      .printed("capital", "368,000", try low.total("stake")),
      .printed("capital of the first pool", "216,000", try stake("first pool")),
      .printed("capital of the second pool", "152,000", try stake("second pool")),
      .printed("four persons at 8 %", "more than 1,000", try low.amount("dividend")),
      .follows("a person at 8 %", 320, low.statements[0].netPerPerson),
      .follows("first pool at 8 %", 17_280, pots.pot(0)),
      .follows("first pool at the threshold", 50_000, high.pot(0)),
    ]
  }

  static let lingqiu = Self(
    id: "c013-lingqiu",
    place: "Zhangjiawan, Lingqiu, Shanxi, 2018",
    terms: "grant of 16 villages in a fattening base for 700 households, floor and year-end share",
    note: "all holdings are taken as equal; 10 % is worked back from the payout",
    source: "灵丘县独峪乡张家湾村 成发养殖合作社分红"
  ) {
    let settlement = try Shareholding(
      name: "fattening base",
      funding: [.contribution(.yuan(7_000_000), from: .fiscalReliefFund)],
      dividend: .fraction("10%", of: .stake)
    ).settle(Season(2018), for: alike(700))
    return [
      .printed("a household", "1,000", try settlement.amount("dividend")),
      .follows("paid out", 700_000, settlement.gross),
    ]
  }
}
