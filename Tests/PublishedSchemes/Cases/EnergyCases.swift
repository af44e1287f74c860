import BenefitAssessment
import BenefitBinding
import TestSupport

extension Measure {
  fileprivate static let output = Measure("output", in: .kilowattHour)
  fileprivate static let labourPoints = Measure("labour points", in: Quantity.Unit("point"))
}

/// Villages of which no household is listed.
private func villages(_ count: Int) -> [String] { (1...count).map { "village \($0)" } }

/// The amount that the first tier of a settlement pays the account of the first village.
private func ofFirstVillage(_ settlement: Settlement) -> Money {
  settlement.waterfalls[0].steps[0].paid(to: "village 1") ?? .zero
}

/// Solar plants.
extension PublishedScheme {
  static let energy = [wulian, lingtai, badong, changwu]

  static let wulian = Self(
    id: "c108-wulian",
    place: "Wulian, Rizhao, Shandong, 2017",
    terms: "60 % of a solar income of 1,200,000 yuan for poverty relief, the same for each village",
    note: "there are 24 villages, of which no household is listed",
    source: "日照建光伏电站 贫困户有了“摇钱树”"
  ) {
    let settlement = try Terms(name: "solar plants") {
      Distribution(of: .revenue) {
        Tier(.percentOfPot(60), by: .gaqa, to: .collective)
        Tier(.rest, to: .operator)
      }
    }.settle(
      Season(2017) { $0[.revenue] = .yuan(1_200_000) },
      for: Register([Household](), gaqas: villages(24))
    )
    return [
      .printed("for relief", "720,000", try settlement.received(by: .collective)),
      .printed("a village", "30,000", ofFirstVillage(settlement)),
      .follows(
        "output of a kW",
        "1443.57",
        try Ratio(1_100_000, 762).rounded(decimals: 2),
        in: "kWh"
      ),
    ]
  }

  static let lingtai = Self(
    id: "c110-lingtai",
    place: "Xitun, Lingtai, Gansu, 2020",
    terms:
      "until June 2019 70 % to 61 households, 20 % village, 10 % management; then 45 % village "
      + "and 55 % by labour points after running costs",
    note: "neither rule alone gives the printed parts; both together do where 28,292.68 of the "
      + "revenue fell under the first, which is worked back; labour points are equal here; cost of 9,000 is "
      + "12 %, not 10 %",
    source: "甘肃省灵台:光伏扶贫助推村集体经济发展"
  ) {
    let register = try alike(61, measures: [.labourPoints: "10 point"])
    func first(_ revenue: Money) throws -> Settlement {
      try Terms(name: "first rule") {
        Distribution(of: .revenue) {
          Tier(.percentOfPot(70), by: .household, as: .property)
          Tier(.percentOfPot(20), to: .collective)
          Tier(.percentOfPot(10), to: .operator)
        }
      }.settle(Season(2018) { $0[.revenue] = revenue }, for: register)
    }
    func second(_ revenue: Money, cost: Money) throws -> Settlement {
      try Terms(name: "second rule") {
        Distribution(of: .revenue) {
          Tier(.fixed(cost), to: .operator)
          Tier(.fraction("45%", of: .rest), to: .collective)
          Tier(.rest, by: .measure(.labourPoints), as: .property)
        }
      }.settle(Season(2020) { $0[.revenue] = revenue }, for: register)
    }
    let whole = Money.yuan(73_000)
    let before = try first("28,292.68")
    let cost = try .yuan(9_000) - before.received(by: .operator)
    let after = try second(whole - "28,292.68", cost: cost)
    func received(_ account: Account) throws -> Money {
      try before.received(by: account) + after.received(by: account)
    }
    let firstAlone = try first(whole)
    return [
      .printed("households", "41,000", before.gross + after.gross),
      .printed("village", "23,000", try received(.collective)),
      .printed("cost", "9,000", try received(.operator)),
      .printed(
        "together",
        "73,000",
        try after.gross + before.gross
          + received(.collective) + received(.operator)
      ),
      .contradicts("households by the first rule", "41,000", firstAlone.gross),
      .contradicts(
        "households by the second rule",
        "41,000",
        try second(whole, cost: .yuan(9_000)).gross
      ),
      .contradicts("cost at 10 %", "9,000", try firstAlone.received(by: .operator)),
    ]
  }

  static let badong = Self(
    id: "c111-badong",
    place: "Badong, Hubei, 2018",
    terms: "118 village plants sold 26,380,000 kWh",
    note: "0.4162 yuan a kWh is worked back",
    source: "Villages near Three Gorges 'harvest' sunshine"
  ) {
    func settled(_ pot: Amount, _ state: (inout Season) -> Void) throws -> Settlement {
      try Terms(name: "village plants") {
        Distribution(of: pot) { Tier(.rest, by: .gaqa, to: .collective) }
      }.settle(Season(2018, state), for: Register([Household](), gaqas: villages(118)))
    }
    let atTariff = try settled(.each("0.4162", per: .measure(.output))) {
      $0[.output] = "26380000 kWh"
    }
    let printed = try settled(.revenue) { $0[.revenue] = .yuan(10_980_000) }
    return [
      .printed("income", "about 10,980,000", atTariff.waterfalls[0].pot(0)),
      .follows("income at that price", 10_979_356, atTariff.waterfalls[0].pot(0)),
      .follows("a plant", "93050.85", ofFirstVillage(printed)),
    ]
  }

  static let changwu = Self(
    id: "c117-changwu",
    place: "Changwu, Shaanxi, 2016 to 2017",
    terms: "90 households with 3 kW each for 2,070,000 yuan keep the income of 3,582 kWh a year",
    note: "the price of a kWh is not printed; 0.84 yuan is assumed, 0.8376 would make 3,000",
    source: "长武县 光伏扶贫"
  ) {
    let capacity = QuantityFormula.line("capacity", in: Quantity.Unit("kW"))
    let settlement = try Terms(name: "household plants") {
      Allotment("capacity", each: "3 kW")
      Distribution("plants", of: .yuan(2_070_000)) {
        Tier(.rest, by: .quantity(capacity, name: "capacity"), as: .holding)
      }
      Payment("income", each: .each("0.84", per: .each("1194 kWh", per: capacity)), as: .property)
    }.settle(Season(2016), for: alike(90))
    return [
      .printed("a household", "more than 3,000", settlement.gross(at: 0)),
      .follows("cost of a household's plant", 23_000, try settlement.amount("plants")),
      .follows(
        "capacity of all plants",
        270,
        Ratio(try settlement.line("capacity").totalQuantity.thousandths, 1_000),
        in: "kW"
      ),
    ]
  }
}
