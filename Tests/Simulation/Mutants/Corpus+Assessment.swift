import BenefitAssessment
import BenefitBinding

extension Corpus {
  static let assessment: [Entry] = [
    entry(incomes) { use($0) },
    entry(PublishedFigure("persons", "about 100", in: "person")) { ask($0.verdict(on: 99)) },
    entry(PublishedFigure("sales", "12.50", in: "yuan")) { figure in
      ask(figure.verdict(on: "12.5"), figure.value, figure.deviation(from: 12))
      var audit = Audit()
      audit.examine(figure, follows: 7)
      ask(audit.table(in: .english))
    },
    entry(ListedHousehold("H-1", gaqa: "A", name: "Bayar", on: "list")) { entry in
      var audit = Audit()
      audit.examine([entry, entry])
      ask(audit.table(in: .english))
    },
    entry(Audit.Thresholds()) { thresholds in
      var audit = Audit(by: thresholds, without: [.doubleCounting])
      audit.examine(settlement)
      audit.examine("promise", promised: .yuan(900), owed: .yuan(700), paid: .yuan(600))
      audit.examine("heads", reported: "30 head", verified: "29 head")
      audit.examine(PublishedFigure("sales", "12.50", in: "yuan"), follows: 7)
      audit.examine(capital, of: "fund", on: "2018-01-01")
      audit.examine("part", poor: .money(.yuan(3)), all: .money(.yuan(9)))
      ask(audit.table(in: .english), audit.findings.count)
    },
    entry(
      made { () -> Audit in
        var audit = Audit()
        audit.examine(settlement)
        audit.examine("promise", promised: .yuan(900), owed: .yuan(700), paid: .yuan(600))
        return audit
      }
    ) { ask($0.table(in: .english), $0.findings.count) },
    entry(
      Audit.Finding(
        .promise,
        .high,
        .claim("x"),
        evidence: [(Phrase(en: "paid", zh: "实付"), .money(.yuan(3)))],
        advice: Phrase(en: "Ask.", zh: "请询问。")
      )
    ) {
      ask($0.description)
    },
    entry(Audit.Value.number("29/7", in: "head")) { ask($0.description) },
    entry(cost) { cost in
      ask(cost.publicMoney, cost.otherMoney, cost.spending, cost.leverage)
      ask(cost.table(households: 3, persons: 12, personsLifted: 5, gapReduction: .yuan(800)))
    },
  ]

  static let incomes = made {
    try Incomes(
      [.yuan(100), .yuan(1), .yuan(30_000), .zero, .yuan(2_000)],
      persons: [1, 2, 3, 1, 5]
    )
  }

  static func use(_ incomes: Incomes) {
    ask(incomes.mean, incomes.total, incomes.householdCount, incomes.personCount)
    for index in InequalityIndex.standard { ask(incomes[index]) }
    for rule in Quantile.allCases {
      ask(incomes.quantile("1/2", rule), incomes.quantile("0", rule))
    }
    let lorenz = incomes.lorenz
    ask(lorenz.index, lorenz.points.count, lorenz.share(ofPoorest: "40%"))
    for line in [.zero, Money.yuan(3_000), Money(fen: .max)] {
      for index in PovertyIndex.standard { ask(incomes.poverty(below: line)[index]) }
    }
  }

  static let cost = ProgrammeCost(of: funding, delivery: .yuan(270))
}
