import BenefitBinding

/// The few names that generated terms, facts and registers share, so that they meet.
enum Words {
  static let money: [MoneyFact] = [
    .profit, .revenue, .marketPrice, MoneyFact("fees"), MoneyFact("grant"),
  ]
  static let rates: [RateFact] = [.returnRate, .interestRate]
  static let measures: [Measure] = [
    .shares, .landArea, .eggsDelivered, Measure("sheep", in: .head),
  ]
  static let accounts: [Account] = [
    .collective, .reserve, .reserve, Account("fund"), Account("purse", of: .programme),
  ]
  static let gaqaAccounts: [Account] = [
    .villageWelfare, .operator, .publicPosts, Account("gaqas' purse", of: .programme),
  ]
  static let statuses: [Status] = [.belowNationalLine, .atRisk, .notPoor]
  static let gaqas = ["A", "B", "C"]
  /// A gaqa that no household of a register lives in.
  static let stranger = "Z"
  static let sources: [Funding.Source] = [
    .fiscalReliefFund, .reliefLoan, .householdFunds, .enterprise, .specialFund,
  ]
  /// A currency of which only whole units are paid.
  static let yen = Currency("JPY", unit: Phrase(en: "yen", zh: "日元"))
  static let incomes: [Flow] = [.property, .transfer, .wage, .business]
  static let flows: [Flow] = incomes + [.holding, .addition, .debt, .repayment, .recovery, .memo]
}

/// For what places a fact is given.
enum Places {
  case season, gaqas, households
}
