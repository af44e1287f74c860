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

  @Test func `An international line is in the currency of its factor`() throws {
    let line = try InternationalPovertyLine.extreme2017.line(
      in: 2019,
      of: "Namibia",
      yuanPerDollar: 2,
      priceLevel: 1,
      source: "for illustration",
      currency: .usDollar
    )
    #expect(line.currency == .usDollar)
    #expect(line.description.contains("1,569.50 US dollars a person"))
  }

  @Test func `The tables say the unit of the line and of what is divided by`() throws {
    let assessment = try Assessment(of: settled(), below: .yuan(100))
    #expect(
      assessment.table().rows.prefix(2).map { $0[2] }
        == Array(repeating: "strictly below 100.00 US dollars a person", count: 2)
    )
    let cost = ProgrammeCost(of: [.contribution(.yuan(900), from: .specialFund)], in: .usDollar)
    let names = cost.table(gapReduction: .yuan(600)).rows.map { $0[0] }
    #expect(names.contains("other money for each US dollar of public money"))
    #expect(names.contains("for each US dollar of the poverty gap closed"))
  }

  @Test func `Incomes and payouts of two currencies are refused`() throws {
    let yuan = try Incomes([.yuan(90), .yuan(20)])
    let dollars = try Incomes([.yuan(90), .yuan(30)], in: .usDollar)
    let sentence =
      "The incomes before are in yuan (CNY), those after in US dollars (USD). "
      + "Compare and add up money of one currency."
    let redistribution = #expect(throws: BenefitError.self) {
      _ = try Redistribution(from: yuan, to: dollars)
    }
    let impoverishment = #expect(throws: BenefitError.self) {
      _ = try FiscalImpoverishment(from: yuan, to: dollars, below: .yuan(50))
    }
    #expect(redistribution?.code == .mixedCurrencies && impoverishment?.code == .mixedCurrencies)
    #expect(redistribution?.description == sentence && impoverishment?.description == sentence)
    let inYuan = try settled(Self.pool.denominated(in: .yuan))
    let payout = try inYuan.payout(of: "dividend", with: .yuan(9), arrears: .cumulative)
    let settlement = try settled()
    let paid = #expect(throws: BenefitError.self) {
      _ = try Assessment(of: settlement, below: .yuan(100), paid: [payout])
    }
    #expect(paid?.code == .mixedCurrencies && paid?.places == [.line("dividend")])
  }

  @Test func `A finding that is added is in the currency of the audit`() {
    var audit = Audit(in: .usDollar)
    audit.add([
      Audit.Finding(
        .promise,
        .low,
        .claim("a house for each"),
        evidence: [(Phrase(en: "paid", zh: "实付"), .money(.yuan(3)))],
        advice: Phrase(en: "Check what was paid.", zh: "请核查实付数。")
      )
    ])
    #expect(audit.findings.map { $0.value("paid") } == [.money(.yuan(3), in: .usDollar)])
  }

  @Test func `An audit in yuan examines no fulfilment and no instalments in dollars`() async {
    let fulfilment = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let settlement = try CurrencyTests().settled()
      var audit = Audit()
      audit.examine(try settlement.fulfilment(of: "dividend", promised: settlement, paid: nil))
    }
    #expect(
      output(
        fulfilment?.standardErrorContent,
        says: "The fulfilment is in US dollars and the audit in yuan."
      )
    )
    let instalments = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let agreed = try CurrencyTests().settled()
        .instalments(of: "dividend", ["2017-12-31": .part(1)], in: .year(2017))
      var audit = Audit()
      audit.examine(agreed, on: "2018-01-31")
    }
    #expect(
      output(
        instalments?.standardErrorContent,
        says: "The instalments are in US dollars and the audit in yuan."
      )
    )
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
