import BenefitAssessment
import BenefitBinding
import TestSupport

extension Measure {
  fileprivate static let loans = Measure("loans", in: Quantity.Unit("loan"))
}

/// Households borrow and lend the money on; the firm repays it.
extension PublishedScheme {
  static let loans = [qianting, changzhi, xiaojiafang, hongjiang, leling, shuangshui]

  static let qianting = Self(
    id: "c002-qianting",
    place: "Qianting, Fujian, 2018",
    terms: "shares of 1,000 yuan: 28 households put in a loan of 50,000 and a grant of 3,000 yuan, "
      + "four the grant alone; the town's risk fund of 100,000 yuan stands behind the loans",
    note: "100 yuan a share are worked back from the larger group; the smaller one then agrees",
    source: "前亭镇助发畜牧养殖专业合作社首次股东分红"
  ) {
    let register = try alike(32)
    let settlement = try Programme("livestock cooperative") {
      HouseholdLoan(
        name: "shares by loans",
        use: .lentOn(coupon: "100/1000"),
        interest: .zero,
        recovered: .zero,
        liability: Liability(borneBy: Account("risk fund"))
      )
      Shareholding(
        name: "shares by grants",
        funding: [.contribution(each: .yuan(3_000), from: .fiscalReliefFund)],
        dividend: .fraction("100/1000", of: .stake)
      )
    }.settle(
      Season(2018) {
        $0.facts.set(
          .loanPrincipal,
          rows: (0..<32).map { $0 < 28 ? .yuan(50_000) : .zero },
          of: register
        )
      },
      for: register
    )
    func stake(_ row: Int) throws -> Money {
      try settlement.amount("debt that stays", at: row) + settlement.amount("stake", at: row)
    }
    return [
      .printed("shares with a loan", "53", try stake(0).ratio(to: .yuan(1_000)), in: "shares"),
      .printed("shares without", "3", try stake(31).ratio(to: .yuan(1_000)), in: "shares"),
      .printed("53 shares", "5,300", settlement.gross(at: 0)),
      .printed("3 shares", "300", settlement.gross(at: 31)),
      .printed("shareholders", "32", Ratio(Int64(settlement.householdsReached)), in: "households"),
      .follows("pool", 149_600, settlement.gross),
    ]
  }

  static let changzhi = Self(
    id: "c016-changzhi",
    place: "Changzhi county, Shanxi, 2018",
    terms:
      "20 households hand a bank loan of 50,000 yuan each to a cooperative and are paid by the "
      + "quarter",
    note:
      "that the year is paid in quarters is worked back; the quarter's payment is called the year's",
    source: "长治县:20户贫困户喜获分红款"
  ) {
    let scheme = HouseholdLoan(
      name: "cooperative",
      principal: .yuan(50_000),
      use: .lentOnFor(coupon: .fraction("1/4", of: .yuan(5_100))),
      interest: .zero,
      recovered: .zero
    )
    let quarters = try (1...4).map {
      try scheme.settle(Season("2018, quarter \($0)"), for: alike(20))
    }
    let year = quarters.reduce(Money.zero) { $0 + $1.gross(at: 0) }
    return [
      .printed("a quarter", "1,275", quarters[0].gross(at: 0)),
      .printed("a year", "5,100", year),
      .contradicts("the year's payment, so called", "1,275", year),
      .follows("this session", 25_500, quarters[0].gross),
    ]
  }

  static let xiaojiafang = Self(
    id: "c018-xiaojiafang",
    place: "Xiaojiafang, Shaowu, Fujian, 2017 to 2020",
    terms:
      "2,500 yuan on each loan of 50,000 in 2017, then 5,000 a year on one loan a household in "
      + "a solar plant, whose principal the government repays",
    note: "all 47 households join the second round, of which 21 had signed",
    source: "小额信贷用的好 产业帮扶全覆盖"
  ) {
    let register = try groupedHouseholds((11, [.loans: "2 loan"]), (36, [.loans: "1 loan"]))
    let first = HouseholdLoan(
      name: "five cooperatives",
      principal: .each(.yuan(50_000), per: .measure(.loans)),
      use: .lentOnFor(coupon: .each(.yuan(2_500), per: .measure(.loans))),
      interest: .zero,
      recovered: .zero
    )
    let second = HouseholdLoan(
      name: "solar plant",
      principal: .yuan(50_000),
      use: .lentOnFor(coupon: .yuan(5_000)),
      interest: .zero,
      recovered: .zero,
      liability: Liability(repaidBy: .treasury)
    )
    let years =
      try [first.settle(Season(2017), for: register)]
      + (2018...2020).map { try second.settle(Season($0), for: register) }
    func gross(at row: Int) -> Money { years.reduce(.zero) { $0 + $1.gross(at: row) } }
    let total = years.reduce(Money.zero) { $0 + $1.gross }
    return [
      .printed("loans in 2017", "2,900,000", try years[0].total("debt that stays")),
      .printed("loans signed", "1,050,000", try years[1].amount("debt that stays", at: 46) * 21),
      .printed("four years", "850,000", total),
      .printed("a household and year", "4,521", total.mean(over: 47 * 4).inWholeYuan),
      .follows("the same to the fen", "4521.28", total.mean(over: 47 * 4)),
      .follows("one loan, four years", 17_500, gross(at: 46)),
      .follows("two loans, four years", 20_000, gross(at: 0)),
    ]
  }

  static let hongjiang = Self(
    id: "c020-hongjiang",
    place: "Hongjiang, Hunan, 2017",
    terms: "10 % a year on a loan of 50,000 yuan for five years, 3,000 in cash and 2,000 put back "
      + "as equity; the firm repays the loan and the city pays the interest",
    report:
      "Each household lends a bank loan of 50,000 yuan on to a citrus firm, which pays 10 % a "
      + "year for five years: 3,000 yuan in cash, and 2,000 put back as equity. The firm repays "
      + "the loan and the city pays the interest.",
    note: "what is put back earns nothing in these years",
    source: "怀化市金融精准扶贫… 洪江市“富农贷”"
  ) {
    let scheme = HouseholdLoan(
      name: "citrus firm",
      principal: .yuan(50_000),
      use: .lentOn(coupon: "10%", retained: .percent(40)),
      interest: .zero,
      recovered: .zero,
      liability: Liability(repaidBy: Account("citrus firm"))
    )
    let years = try (2017...2021).map { try scheme.settle(Season($0), for: alike(600)) }
    let cash = try years[0].amount("coupon")
    let equity = try years[0].amount("coupon: retained")
    return [
      .printed("loans", "30,000,000", try years[0].total("debt that stays")),
      .printed("dividend", "5,000", cash + equity),
      .printed("cash", "3,000", cash),
      .printed("put back", "2,000", equity),
      .follows("cash of five years", 15_000, years.reduce(.zero) { $0 + $1.gross(at: 0) }),
      .follows(
        "equity after five years",
        10_000,
        try years.reduce(.zero) { $0 + (try $1.amount("coupon: retained")) }
      ),
    ]
  }

  static let leling = Self(
    id: "c021-leling",
    place: "Guojia, Leling, Shandong, 2016 to 2017",
    terms: "a hardware firm runs 40 loans of 50,000 yuan and pays 3,500 yuan a year on each",
    note: "who repays the loans is not printed",
    source: "乐陵 郭家街道 建业五金 金融扶贫"
  ) {
    let settlement = try HouseholdLoan(
      name: "hardware firm",
      principal: .yuan(50_000),
      use: .lentOnFor(coupon: .yuan(3_500)),
      interest: .zero,
      recovered: .zero
    ).settle(Season(2016), for: alike(40))
    return [
      .printed("a household", "3,500", settlement.gross(at: 0)),
      .follows("pool", 140_000, settlement.gross),
    ]
  }

  static let shuangshui = Self(
    id: "c036-shuangshui",
    place: "Shuangshui, Shuicheng, Guizhou, 2016 to 2017",
    terms: "the return on loans lent on, 363 yuan for each of 302 persons in 129 households",
    note: "persons are laid out evenly; elsewhere the report counts 272 households",
    source: "水城县双水街道 精准扶贫受益分红"
  ) {
    let settlement = try Terms(name: "loans lent on") {
      Distribution(of: .each(.yuan(363), per: .persons)) { Tier(.rest, by: .person, as: .property) }
    }.settle(Season(2016), for: Register(evenHouseholds(129, persons: 302)))
    return [
      .printed("a person", "363", settlement.statements[0].netPerPerson),
      .follows("pool", 109_626, settlement.gross),
      .follows("a household on average", "849.81", settlement.gross.mean(over: 129)),
      .contradicts(
        "households",
        "272",
        Ratio(Int64(settlement.householdsReached)),
        in: "households"
      ),
    ]
  }
}
