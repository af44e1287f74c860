import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

/// What is assessed in another currency than the yuan.
struct CurrencyTests {
  private static let pool = Terms(name: "conservancy", currency: .usDollar) {
    Distribution(of: .fact(.takings)) { Tier(.rest, by: .person, as: .property) }
  }

  private func settled(_ terms: Terms = pool) throws -> Settlement {
    try terms.settle(Season(2017) { $0[.takings] = .yuan(900) }, for: likeHouseholds(3, persons: 2))
  }

  /// The words of the yuan in what is printed, but for those in the name of the dollar.
  private func yuanWords(in texts: [String]) -> [String] {
    texts.filter { text in
      text.replacing("美元", with: "").contains(/yuan|\bfen\b|元|美?[0-9]分/)
    }
  }

  @Test func `Poverty, targeting, attribution, cost and audit speak of dollars`() throws {
    let settlement = try settled()
    let assessment = try Assessment(of: settlement, below: .yuan(100))
    #expect(assessment.before.currency == .usDollar)
    #expect(assessment.owed.incomes.mean.description == "150 US dollars")
    #expect(assessment.owed.incomes.quantile("1/2").text(in: .simplifiedChinese) == "150 美元")
    let gap = try settlement.attribution(of: .gap, below: .yuan(100))
    #expect(gap.total.description == "600 US dollars")
    let mean = try settlement.attribution(of: "mean") { $0.mean }
    #expect(mean.after.description == "150 US dollars")
    #expect(mean.schemes[0].shapley.description == "-150.0 US dollars")
    let cost = ProgrammeCost(of: [.contribution(.yuan(900), from: .specialFund)], in: .usDollar)
    #expect(cost.per(6).description == "150 US dollars")
    var audit = Audit(in: .usDollar)
    audit.examine(settlement)
    audit.examine(settlement, exitAt: .yuan(100), paid: Array(repeating: .zero, count: 3))
    #expect(audit.findings.contains { $0.description.contains("300.00 US dollars") })
    #expect(
      try roundTrip(audit).value == audit && roundTrip(assessment.before).value == assessment.before
    )
    for language in Language.allCases {
      let printed = [
        assessment.table(in: language).csv, assessment.groupTable(in: language).csv,
        cost.table(households: 3, gapReduction: .yuan(600), in: language).csv,
        audit.table(in: language).csv, gap.measure.text(in: language), gap.table(in: language).csv,
      ]
      #expect(yuanWords(in: printed) == [])
    }
  }

  @Test func `A poverty line says its currency`() throws {
    let line = try PovertyLine(
      "food line",
      .yuan(4_000),
      in: 2016,
      of: "Namibia",
      source: "a survey",
      currency: .usDollar
    )
    #expect(line.description.contains("4,000.00 US dollars a person"))
    #expect(try line.multiplied(by: "3/2").currency == .usDollar)
    #expect(try roundTrip(line).value == line)
  }

  @Test func `An audit in yuan does not examine a settlement in dollars`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var audit = Audit()
      audit.examine(try CurrencyTests().settled())
    }
    #expect(
      output(
        result?.standardErrorContent,
        says: "The settlement is in US dollars and the audit in yuan."
      )
    )
  }
}
