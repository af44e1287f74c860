import BenefitAssessment
import BenefitBinding
import BenefitReports
import TestSupport

/// Settlements that a report has to take as they come.
enum Cases {
  static let all: [(name: String, make: @Sendable () throws -> Settlement)] = [
    ("no household", { try settle([], dividend) }),
    ("a gaqa of one", { try settle(Array(households.prefix(1)), dividend) }),
    ("no pot", { try settle(households, dividend, profit: .zero) }),
    ("a loss", { try settle(households, dividend, profit: .yuan(-1_000)) }),
    ("a burden", { try settle(households, burden) }),
    ("negative incomes", { try settle(households, burden, income: .yuan(1)) }),
    ("incomes of zero", { try settle(households, Terms(name: "无") {}, income: .zero) }),
    ("accounts alone", { try settle(households, accounts) }),
    ("quantities alone", { try settle(households, quantities) }),
    ("several schemes", { try Sample(seed: 3).settlement }),
    ("no scheme", { try Programme("无") {}.settle(Season(2016), for: Register(households)) }),
    ("dollars", { try settle(households, dividend.denominated(in: .usDollar)) }),
  ]

  static let households = (1...6).map { number in
    Household("\(number)", gaqa: number < 5 ? "甲" : "乙", persons: number % 3 + 1)
  }

  static let dividend = Terms(name: "入股") {
    Distribution(of: .profit) {
      Tier(.percentOfPot(60), by: .person, as: .property)
      Tier(.percentOfPot(30), to: .collective)
      Tier(each: .yuan(10), where: .gaqa("乙"), as: .transfer, named: "奖励")
    }
  }

  static let burden = Terms(name: "分担") {
    Distribution("分担", of: .yuan(1_000)) {
      Tier(.percentOfPot(40), to: .reserve)
      Tier(.percentOfPot(50), by: .person, as: .cost)
    }
    Payment("利息", each: .yuan(3), as: .cost)
    Payment("还款", each: .yuan(2), as: .repayment)
  }

  static let accounts = Terms(name: "公益") {
    Distribution(of: .profit) { Tier(.rest, to: .villageWelfare) }
  }

  static let quantities = Terms(name: "名额") {
    Allotment("名额", of: "5 head", by: .person)
    Allotment("雏鸡", each: .each("2 head", per: .persons), where: .gaqa("乙"))
  }

  static func settle(
    _ households: [Household],
    _ terms: Terms,
    profit: Money = .yuan(100),
    income: Money = .yuan(2_000)
  ) throws -> Settlement {
    let register = try Register(
      households.map { household in
        var household = household
        household.baselineIncome = income * Int64(household.persons)
        return household
      }
    )
    let readsProfit = terms.name == "入股" || terms.name == "公益"
    let season = Season(2016) { if readsProfit { $0[.profit] = profit } }
    return try terms.settle(season, for: register)
  }

  static func report(of settlement: Settlement) throws -> Report {
    try Report(of: settlement, assessment: Assessment(of: settlement, below: .yuan(2_010)))
  }
}

extension Sample {
  var settlement: Settlement {
    get throws { try programme.settle(season, for: register) }
  }
}
