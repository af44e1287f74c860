import BenefitAssessment
import BenefitBinding
import TestSupport

extension Measure {
  fileprivate static let forestLost = Measure("forest lost to the road", in: .mu)
  fileprivate static let beds = Measure("beds", in: Quantity.Unit("bed"))
}

/// Land, rooms and landscape.
extension PublishedScheme {
  static let landAndRooms = [dazhai, sunjiagou, liyang, huchao, nyae]

  static let dazhai = Self(
    id: "c059-dazhai",
    place: "Dazhai, Longsheng, Guangxi, 2019",
    terms: "7,200,000 yuan of terrace tickets: 70 % by paddy, 12 % by household, 12 % by head, 3 % "
      + "for forest lost to the road, 3 % welfare",
    report:
      "The village's part of the ticket income, 7,200,000 yuan, is shared out by planted area "
      + "(70 %), by household (12 %), by head (12 %), to those who lost forest to the road (3 "
      + "%), and to the village's welfare (3 %).",
    note:
      "757 mu are planted; the weights are those of a later article; the household has two persons; ten "
      + "households with forest lost are assumed; one source prints 5,800-odd a head, one over 5,000",
    source: "龙胜梯田景区一村寨旅游扶贫年终分红720万元"
  ) {
    let register = try Register(
      (0..<275).map { index in
        Household(
          "D-\(100 + index)",
          gaqa: households,
          persons: index == 0 ? 2 : index <= 148 ? 5 : 4,
          measures: [
            .landArea: index == 0 ? "8 mu" : index <= 201 ? "3 mu" : "2 mu",
            .forestLost: Quantity(index < 265 ? 0 : 1, .mu),
          ]
        )
      }
    )
    let settlement = try Terms(name: "terraces") {
      Distribution(of: .fact(.takings)) {
        Tier(.percentOfPot(70), by: .measure(.landArea), as: .property, named: "paddy")
        Tier(.percentOfPot(12), by: .household, as: .property, named: "household")
        Tier(.percentOfPot(12), by: .person, as: .property, named: "head")
        Tier(.percentOfPot(3), by: .measure(.forestLost), as: .property, named: "forest")
        Tier(.percentOfPot(3), to: .villageWelfare)
      }
    }.settle(Season(2019) { $0[.takings] = .yuan(7_200_000) }, for: register)
    let pool = try settlement.gross + settlement.received(by: .villageWelfare)
    return [
      .printed("top household", "about 58,000", settlement.gross(at: 0)),
      .follows("a mu", "6657.86", try settlement.total("dividend: paddy").mean(over: 757)),
      .follows(
        "a household",
        "3141.82",
        try settlement.total("dividend: household").mean(over: 275)
      ),
      .follows("a head", "693.42", try settlement.total("dividend: head").mean(over: 1_246)),
      .printed("persons", "1,246", Ratio(register.personCount), in: "persons"),
      .printed("pool a head, one source", "more than 5,000", pool.mean(over: 1_246)),
      .printed("pool a head, another", "about 5,800", pool.mean(over: 1_246)),
      .contradicts("the same, as 5,800-odd", "more than 5,800", pool.mean(over: 1_246)),
    ]
  }

  static let sunjiagou = Self(
    id: "c061-sunjiagou",
    place: "Sunjiagou, Jungar Banner, Ordos, 2024",
    terms: "reclaimed mine land let at 260 yuan a mu, the same for every member",
    note: "8,731.343 mu are worked back; 88203 persons are read as 88 households with 203",
    source: "227万元!分红啦!"
  ) {
    let settlement = try Terms(name: "land rent") {
      Distribution(of: .each(.yuan(260), per: "8731.343 mu")) {
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
    }.settle(Season(2024), for: Register(evenHouseholds(88, persons: 203)))
    return [
      .printed("a member", "11,183", settlement.statements[0].netPerPerson),
      .printed(
        "together",
        "2.27",
        try settlement.gross.ratio(to: .yuan(1_000_000)).rounded(decimals: 2),
        in: "million yuan"
      ),
      .follows("together, in yuan", 2_270_149, settlement.gross),
      .contradicts("persons", "88,203", Ratio(settlement.personsReached), in: "persons"),
    ]
  }

  static let liyang = Self(
    id: "c101-liyang",
    place: "Xiachangyuan, Liyang, Jiangsu, 2013 and 2017",
    terms:
      "empty rooms let at 1,300 to 1,500 yuan a bed and year, fitted out for 4,200 a bed by the "
      + "household; later a dividend and two jobs",
    note: "fitting out pays back within three years at 1,500 but not at 1,300 yuan",
    source: "集中办农家乐 溧阳空房合作社"
  ) {
    let register = try groupedHouseholds(
      (1, [.beds: "41 beds"]),
      (1, [.beds: "60 beds"]),
      (1, [.beds: "17 beds"])
    )
    let beds = QuantityFormula.measure(.beds)
    let rent = Terms(name: "room cooperative") {
      Payment("rent", each: .each(.fact(.projectReturn), per: beds), as: .property)
      Payment("fitting out", each: .each(.yuan(1_400), per: beds), as: .cost)
    }
    func settled(_ perBed: Money) throws -> Settlement {
      try rent.settle(Season(2013) { $0[.projectReturn] = perBed }, for: register)
    }
    let high = try settled(.yuan(1_500))
    let low = try settled(.yuan(1_300))
    let later = try Terms(name: "dividend and jobs") {
      Payment("dividend", each: .yuan(80_000), as: .property)
      Employment("jobs", work: QuantityFormula.measure(.workers) * "12 months", pay: .yuan(2_000))
    }.settle(Season(2017), for: alike(1, measures: [.workers: "2 workers"]))
    return [
      .printed("41 beds", "61,500", high.gross(at: 0)),
      .printed("60 beds", "about 90,000", high.gross(at: 1)),
      .follows("17 beds at 1,300", 22_100, low.gross(at: 2)),
      .printed(
        "41 beds after a third of the fitting out, at 1,500",
        "more than 0",
        high.net(at: 0)
      ),
      .contradicts("the same at 1,300", "more than 0", low.net(at: 0)),
      .follows("a household with two jobs in 2017", 128_000, later.gross),
    ]
  }

  static let huchao = Self(
    id: "c102-huchao",
    place: "Huchao, Gui'an, Guizhou, 2026",
    terms: "guest houses: 60 % to the village, 20 % to the operator, 20 % to 30 farmers' houses",
    note: "150,000 yuan are the farmers' part so far; the takings are worked back",
    source: "改造农房迎来旅居客"
  ) {
    let takings = Money.yuan(150_000).multiplied(by: 1 / "20%", rounding: .halfUp(to: .fen))
    let settlement = try Terms(name: "guest houses") {
      Distribution(of: .fact(.takings)) {
        Tier(.percentOfPot(60), to: .collective)
        Tier(.percentOfPot(20), to: .operator)
        Tier(.percentOfPot(20), by: .household, as: .property)
      }
    }.settle(Season(2026) { $0[.takings] = takings }, for: alike(30))
    return [
      .printed("farmers", "about 150,000", settlement.gross),
      .follows("farmers, exactly", 150_000, settlement.gross),
      .follows("takings", 750_000, takings),
      .follows("village", 450_000, try settlement.received(by: .collective)),
      .follows("a house", 5_000, settlement.gross(at: 0)),
    ]
  }

  static let nyae = Self(
    id: "c103-nyae-nyae",
    place: "Nyae Nyae, Namibia, 2017 and 2007",
    terms: "a conservancy pays every adult member of 36 villages the same",
    note: nil,
    source: "Cash benefits worth N$2.5 million distributed to the San community"
  ) {
    let namibian = Currency(
      "NAD",
      unit: Phrase(en: "Namibian dollar", zh: "纳米比亚元"),
      hundredth: Phrase(en: "cent", zh: "分")
    )
    func settled(_ takings: Money, over members: Quantity) throws -> Waterfall.Step {
      let settlement = try Terms(name: "conservancy", currency: namibian) {
        Distribution(of: .fact(.takings)) {
          Tier(.rest, to: Account("members"), for: .fixed(members))
        }
      }.settle(Season(2017) { $0[.takings] = takings }, for: Register([Household]()))
      return settlement.waterfalls[0].steps[0]
    }
    let of2017 = try settled(.yuan(2_538_100), over: "1,493 persons")
    let of2007 = try settled(.yuan(282_000), over: "940 persons")
    return [
      .printed("together", "2,538,100", of2017.paid(0), in: "Namibian dollars"),
      .printed("a member", "1,700", of2017.each(0) ?? .zero, in: "Namibian dollars"),
      .follows("a member in 2007", 300, of2007.each(0) ?? .zero, in: "Namibian dollars"),
    ]
  }
}
