import BenefitAssessment
import BenefitBinding
import TestSupport

/// Patronage and a permanent fund in the United States, in dollars and cents.
extension PublishedScheme {
  static let abroad = [carolina, alaska]

  static let carolina = Self(
    id: "c098-carolina",
    place: "Carolina Farm Credit, USA, 1988 to 1999",
    terms: "patronage is divided into cash, revolving surplus and other allocated surplus",
    note: "20 % cash in 1988, then 30 %; the cash paid is some dollars less, probably as each "
      + "account is rounded",
    source: "Cash dividends by the numbers"
  ) {
    let dollars = "US dollars"
    func settled(_ patronage: Int64, cash: Ratio) throws -> Settlement {
      try Terms(name: "patronage", currency: .usDollar) {
        Distribution("patronage", of: .profit) {
          Tier(.fraction(.fixed(cash), of: .pot), to: Account("cash"))
          Tier(.rest, to: Account("surplus"))
        }
      }.settle(Season(1990) { $0[.profit] = .yuan(patronage) }, for: Register([Household]()))
    }
    func handedOut(_ year: Int, _ patronage: Int64, in parts: Int64...) throws -> Figure {
      let settlement = try Terms(name: "parts", currency: .usDollar) {
        Distribution("patronage", of: .profit) {
          for (number, part) in parts.enumerated() {
            Tier(.yuan(part), to: Account("part \(number + 1)"))
          }
        }
      }.settle(Season(year) { $0[.profit] = .yuan(patronage) }, for: Register([Household]()))
      let pool = try settlement.pool("patronage")
      let total = pool.steps.reduce(Money.zero) { $0 + $1.due(0) }
      return Figure(
        figure: try PublishedFigure(
          "\(parts.count) parts of \(year)",
          parsing: Money.yuan(patronage).description.dropLast(".00".count),
          in: dollars
        ),
        computed: total.ratio(to: .yuan(1)),
        origin: .printed
      )
    }
    let third = try settled(7_444_313, cash: "30%")
    let cash = try third.received(by: Account("cash"))
    let first = try settled(4_315_410, cash: "20%")
    return [
      .printed(
        "cash in 1988",
        "about 863,081",
        try first.received(by: Account("cash")),
        in: dollars
      ),
      .printed("cash in 1990", "about 2,233,287", cash, in: dollars),
      .follows("more than was paid", "6.90", cash - .yuan(2_233_287), in: dollars),
      .printed(
        "patronage in 1990",
        "7,444,313",
        cash + (try third.received(by: Account("surplus"))),
        in: dollars
      ),
      try handedOut(1988, 4_315_410, in: 863_081, 3_452_329),
      try handedOut(1989, 9_084_885, in: 2_725_461, 6_359_424),
      try handedOut(1990, 7_444_313, in: 2_233_287, 5_211_026),
      try handedOut(1991, 22_249_986, in: 4_534_559, 10_575_336, 7_140_091),
      try handedOut(1992, 21_437_729, in: 5_271_964, 12_301_764, 3_864_001),
      try handedOut(1996, 13_502_182, in: 4_050_772, 9_451_410),
      try handedOut(1999, 10_580_524, in: 3_179_824, 7_400_700),
    ]
  }

  static let alaska = Self(
    id: "c123-alaska-2016",
    place: "Alaska, USA, 2016",
    terms: "half of 21 % of five years' income, less 40 million dollars, over 642,000 applicants",
    note: "2,757 million are printed for 21 % of 13,186, which are 2,769.06; the later figures "
      + "follow from the slip",
    source: "PFD payouts could have been close to $2,100 (KTUU)"
  ) {
    let million: Int64 = 1_000_000
    let income = ([1_568, 2_982, 3_531, 2_907, 2_198] as [Int64])
      .reduce(Money.zero) { $0 + .yuan($1 * million) }
    func dividend(_ available: Amount) throws -> Waterfall {
      try Terms(name: "permanent fund", currency: .usDollar) {
        Distribution(of: available) {
          Tier(.rest, to: Account("applicants"), for: "642,000 persons")
        }
      }.settle(Season(2016) { $0[.revenue] = income }, for: Register([Household]())).pool(
        "dividend"
      )
    }
    let rated = Amount.fraction("21%", of: .revenue)
    let exact = try dividend(.fraction("1/2", of: rated) - .yuan(40 * million))
    let available = exact.pot(0)
    let slipped = try dividend(.yuan(1_338 * million))
    func each(_ waterfall: Waterfall) -> Money { waterfall.steps[0].each(0) ?? .zero }
    let half = available + .yuan(40 * million)
    func inMillions(_ money: Money) -> Ratio { money.ratio(to: .yuan(million)) }
    return [
      .printed("five years", "13,186", inMillions(income), in: "million dollars"),
      .contradicts("21 %", "2,757", inMillions(half * 2), in: "million dollars"),
      .contradicts("half of it", "1,378", inMillions(half), in: "million dollars"),
      .contradicts("available", "1,338", inMillions(available), in: "million dollars"),
      .printed(
        "an applicant, from 1,338 million",
        "2,084.11",
        each(slipped),
        in: "US dollars"
      ),
      .contradicts(
        "an applicant",
        "2,084.11",
        each(exact),
        in: "US dollars"
      ),
      .follows(
        "an applicant, worked out",
        "2094.28",
        each(exact),
        in: "US dollars"
      ),
    ]
  }
}
