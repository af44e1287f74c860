import BenefitAssessment
import BenefitBinding
import TestSupport

extension Measure {
  fileprivate static let fodder = Measure("fodder delivered", in: .tonne)
}

extension MoneyFact {
  fileprivate static let capital = MoneyFact("capital")
  fileprivate static let companyReturn = MoneyFact("return of the investment company")
}

/// So much a year on what was put in, whatever was earned.
extension PublishedScheme {
  static let fixedRates = [haozhuang, dongguo, xundian, muli, jianshe]

  static let haozhuang = Self(
    id: "c007-haozhuang",
    place: "Haozhuang, Heshui, Gansu, 2019",
    terms: "10 % of 10,000 yuan a household; fodder bought at 1,500 yuan a tonne, less than one "
      + "counted as one",
    report: "10,000 yuan of grant a household were invested at 10 % a year. The cooperative buys "
      + "fodder at 1,500 yuan a tonne and counts less than a tonne as one. Maize on the same "
      + "land had brought 400 to 500 yuan.",
    note: "the tonne is for the whole plot; 500 yuan are what maize brought; deliveries of 0.6 and "
      + "1.4 t are assumed; 127 households are registered but the pool pays 125",
    source: "贫困户变“股东”:年分红15%…"
  ) {
    let fodder = QuantityFormula.measure(.fodder)
    let grows = Condition.atLeast(.measure(.fodder), "0.001 t")
    let scheme = Terms(name: "cooperative", members: .atLeast(.measure(.shares), "1 share")) {
      Payment("dividend", each: .fraction("10%", of: .yuan(10_000)), as: .property)
      Purchase("fodder", of: fodder.atLeast("1 t"), at: .yuan(1_500), where: grows)
      Payment("maize forgone", each: .yuan(500), where: grows, as: .cost)
    }
    let settlement = try scheme.settle(
      Season(2019),
      for: groupedHouseholds(
        (1, [.shares: "1 share", .fodder: "0.6 t"]),
        (1, [.shares: "1 share", .fodder: "1.4 t"]),
        (123, [.shares: "1 share"]),
        (2, [:])
      )
    )
    let dividend = try settlement.line("dividend")
    return [
      .printed("dividend", "1,000", dividend[0]),
      .printed("pool", "125,000", dividend.total),
      .printed("fodder of 0.6 t", "1,500", try settlement.amount("fodder")),
      .follows("fodder of 1.4 t", 2_100, try settlement.amount("fodder", at: 1)),
      .follows("least gain over maize", 1_000, settlement.net(at: 0) - dividend[0]),
      .contradicts(
        "households paid",
        "127",
        Ratio(Int64(dividend.householdCount)),
        in: "households"
      ),
    ]
  }

  static let dongguo = Self(
    id: "c009-dongguo",
    place: "Dongguo, Shandong, 2016 to 2018",
    terms: "at least 12 % a year for four years, then the principal back in one sum",
    note: "the principal is worked back from 768 yuan; there is one payment a household",
    source: "东郭镇 入股量化分红"
  ) {
    let principal = Money.yuan(768).multiplied(by: 1 / "12%", rounding: .halfUp(to: .fen))
    let scheme = Shareholding(
      name: "enterprise",
      funding: [.contribution(principal, for: "93 households", from: .fiscalReliefFund)],
      dividend: .fraction("12%", of: .stake)
    )
    let years = try (2015...2018).map { try scheme.settle(Season($0), for: alike(93)) }
    return [
      .printed("a payment", "768", years[0].gross(at: 0)),
      .follows("principal", 6_400, try years[0].amount("stake")),
      .follows("four payments", 3_072, years.reduce(.zero) { $0 + $1.gross(at: 0) }),
      .follows("a year's payments", 71_424, years[0].gross),
    ]
  }

  static let xundian = Self(
    id: "c010-xundian",
    place: "Yangjie, Xundian, Yunnan, 2019",
    terms: "150 households put 7,000 yuan of grant each into a dairy for 10 % a year",
    note: "the printed gain of more than 3,000 yuan includes fodder and wages that are not "
      + "itemised; 489 persons are laid out evenly",
    source: "寻甸县 稼竜奶牛场 489名股东"
  ) {
    let settlement = try Shareholding(
      name: "dairy",
      funding: [.contribution(.yuan(7_000), for: "150 households", from: .fiscalReliefFund)],
      dividend: .fraction("10%", of: .stake)
    ).settle(Season(2019), for: Register(evenHouseholds(150, persons: 489)))
    return [
      .printed("persons", "489", Ratio(settlement.personsReached), in: "persons"),
      .follows("a household", 700, settlement.gross(at: 0)),
      .follows("pool", 105_000, settlement.gross),
    ]
  }

  static let muli = Self(
    id: "c014-muli",
    place: "Muli, Sichuan, 2018",
    terms: "3 % a year on each village's 1,000,000 or 300,000 yuan, two thirds of it paid ahead",
    note:
      "no household of the villages is listed; 3 % holds for the smaller ones too; after 50 villages with "
      + "20,000 yuan the printed total leaves no whole number of small ones (49 and 118 would fit)",
    source: "木里县 资产收益扶贫和村集体经济试点"
  ) {
    let scheme = Terms(name: "village funds") {
      Distribution("base", of: .fraction("3%", of: .fact(.capital)), per: .gaqa) {
        Tier(.fraction(.fixed("2/3"), of: .pot), to: .collective)
        Tier(.rest, to: Account("by the end of the year"))
      }
    }
    func settled(large: Int, small: Int) throws -> Settlement {
      let villages = (0..<large + small).map { "village \(1_000 + $0)" }
      let season = Season(2018) {
        for (number, village) in villages.enumerated() {
          $0[.capital, gaqa: village] = number < large ? .yuan(1_000_000) : .yuan(300_000)
        }
      }
      return try scheme.settle(season, for: Register([Household](), gaqas: villages))
    }
    func advance(_ settlement: Settlement) throws -> Money {
      try settlement.received(by: .collective)
    }
    let fitting = try settled(large: 49, small: 118)
    let ahead = fitting.waterfalls[0].steps[0]
    return [
      .printed("village with 1,000,000", "20,000", ahead.paid(0)),
      .printed("village with 300,000", "6,000", ahead.paid(166)),
      .printed("49 and 118 villages", "1,688,000", try advance(fitting)),
      .contradicts(
        "50 and 114 villages",
        "1,688,000",
        try advance(settled(large: 50, small: 114))
      ),
      .contradicts(
        "50 and 115 villages",
        "1,688,000",
        try advance(settled(large: 50, small: 115))
      ),
    ]
  }

  static let jianshe = Self(
    id: "c028-jianshe",
    place: "Jianshe, Mianning, Sichuan, 2013",
    terms: "13,000,000 yuan placed at 20 %, 1,040 mu let, and an investment company's return",
    note:
      "340 households are laid out; 1,500 yuan a mu and the company's return are worked back; a second paper "
      + "says that 1,560,000 of rent and 930,000 of risk compensation are called dividend",
    source: "冕宁县建设村 1311.5万元分红"
  ) {
    let scheme = Terms(
      name: "co-op of co-ops",
      funding: [.contribution(.yuan(13_000_000), from: .householdFunds)]
    ) {
      Distribution("breeding", of: .fraction("20%", of: .stake)) {
        Tier(.rest, by: .household, as: .property)
      }
      Payment("land", each: .each(.yuan(1_500), per: .measure(.landArea)), as: .property)
      Distribution("company", of: .fact(.companyReturn)) {
        Tier(.rest, by: .household, as: .property)
      }
    }
    let settlement = try scheme.settle(
      Season(2013) { $0[.companyReturn] = .yuan(8_955_000) },
      for: groupedHouseholds((20, [.landArea: "4 mu"]), (320, [.landArea: "3 mu"]))
    )
    let land = try settlement.total("land")
    return [
      .printed("breeding", "2,600,000", try settlement.total("breeding")),
      .printed("land", "1,560,000", land),
      .printed("together", "13,115,000", settlement.gross),
      .contradicts(
        "dividend but for rent and compensation",
        "13,115,000",
        settlement.gross - land - .yuan(930_000)
      ),
    ]
  }
}
