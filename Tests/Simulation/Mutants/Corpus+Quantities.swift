import BenefitBinding

extension Corpus {
  static let quantities: [Entry] = [
    entry(Money(fen: 1_234_505)) { ask($0.description, $0.fen) },
    entry(Ratio(29, 100)) { ask($0.percentText(decimals: 1), $0.numerator, $0.denominator) },
    entry(Quantity(thousandths: 45_500, .mu)) { ask($0.description, $0.unit) },
    entry(Rounding(.halfEven, to: .jiao)),
    entry(Day("2016-11-10")) { ask($0.description) },
    entry(Period.year(2016)) { ask($0.description) },
    entry(Status.atRisk),
    entry(Account.reserve),
    entry(MoneyFact.profit),
    entry(RateFact.returnRate),
    entry(Measure.landArea) { ask($0.unit) },
    entry(Quantity.Unit.mu),
    entry(household) { ask($0.persons, $0.measures.count) },
    entry(register) { register in
      ask(register.personCount, register.gaqas, register.measures)
      for household in register { ask(household.id, register.row(of: household.id)) }
      for gaqa in register.gaqas { ask(register.households(in: gaqa).count) }
      ask(register[id: "H-2"])
    },
    entry(Apportionment(rounding: .down(to: .yuan), residue: .carriedForward)) { rule in
      ask(try? rule.parts(of: .yuan(100), by: [1, 2, 3]))
      ask(try? rule.parts(of: Money(fen: .max), by: [.max, 1, .max]))
      ask(try? rule.parts(of: Money(fen: .min), by: [3, 0, .max]))
    },
    entry(Residue.posted(to: .collective)) { ask($0.description) },
  ]

  static let household = Household(
    "H-2",
    gaqa: "B",
    persons: 4,
    baselineIncome: .yuan(10_800),
    measures: [.shares: Quantity(53, .share), .landArea: "2.5 mu"]
  )

  static let register: Register = {
    do {
      return try Register([
        household,
        Household("H-1", gaqa: "A", persons: 2, status: .notPoor, measures: [.shares: "7 shares"]),
        Household("H-3", gaqa: "B", persons: 5, baselineIncome: .yuan(2_000)),
      ])
    } catch {
      fatalError("\(error)")
    }
  }()
}
