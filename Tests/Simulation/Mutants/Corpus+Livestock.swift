import BenefitBinding

extension Corpus {
  static let livestock: [Entry] = [
    entry(animals) { terms in
      ask(terms.owedUnit, terms.isOwedFromHerd)
      use(try? InKindLedger(terms, contracts: ledger.contracts))
    },
    entry(animals.owed[0]),
    entry(animals.owed[0].schedule[0]),
    entry(InKindTerms.DeathBearer.insurance(payout: .yuan(300))),
    entry(InKindTerms.LentStock.comesBack(after: .months(30))),
    entry(InKindTerms.Term.days(30)),
    entry(ledger) { use($0) },
    entry(ledger.contracts[0]),
    entry(ledger.events[0]) { event in
      ask(event.occurrence.description)
      use(try? InKindLedger(animals, contracts: ledger.contracts, events: [event]))
    },
    entry(InKindEvent.Occurrence.delivered(3, .offspring)) { ask($0.description) },
    entry(InKindEvent.Animals.offspring(.lamb)) { ask($0.description) },
    entry(Good.lamb) { ask($0.unit) },
    entry(prices) { prices in
      ask(try? prices.price(of: .ewe, on: "2016-06-01"))
      ask(try? prices.value(of: 20, .ewe, on: "2017-06-01"))
    },
    entry(prices.entries[0]),
    entry(fund) { ask($0.replacementRatio, (try? $0.years(12))?.count) },
    entry(fund.repayment[0]),
    entry(PassOnRule(lender: "fund", stock: 20, lot: 10, waiting: ["H-3"], rearing: .months(6))) {
      rule in
      ask((try? ledger.passOn(by: rule, until: "2019-01-01"))?.replacementRatio)
    },
    entry(herd) { herd in
      for year in herd.years(8) { ask(year.total) }
    },
    entry(Herd.Sexes(females: 3, males: 2)) { ask($0.total) },
    entry(lambs) { use($0.terms) },
    entry(valuation) { valuation in
      var scheme = lambs
      scheme.valuation = valuation
      use(scheme.terms)
    },
    entry(Herd.Delivery(.init(females: 3, males: 2), in: 2)),
  ]

  static let animals = InKindTerms(
    lent: .ewe,
    owed: .lamb,
    schedule: [
      .perHead(1, after: .months(7)), .perHead("1/2", after: .days(800)),
      .fixed(1, after: .months(9)),
    ],
    lentStock: .comesBack(after: .months(30)),
    deathsBorneBy: .insurance(payout: .yuan(300)),
    deposit: .yuan(500)
  )

  static let ledger = made {
    try InKindLedger(
      animals,
      contracts: [
        InKindContract("K-1", borrower: "H-1", lender: "fund", on: "2016-01-31", heads: 10),
        InKindContract("K-2", borrower: "H-2", lender: "fund", on: "2016-03-01", heads: 5),
      ],
      events: [
        .init("K-1", on: "2016-02-01", .depositPaid),
        .init("K-1", on: "2016-07-01", .born(9)),
        .init("K-1", on: "2016-08-01", .died(1, .lent)),
        .init("K-2", on: "2016-09-01", .born(4)),
        .init("K-1", on: "2016-10-01", .delivered(5)),
        .init("K-2", on: "2016-12-01", .sold(1, .offspring)),
      ]
    )
  }

  static func use(_ ledger: InKindLedger?) {
    guard let ledger else { return }
    for day in ["2016-01-01", "2016-12-31", "9999-12-31"] as [Day] {
      let position = ledger.position(on: day)
      ask(position.stillOwed, position.isSettled)
      for contract in ledger.contracts { ask(ledger.position(of: contract.id, on: day)?.stillOwed) }
    }
  }

  private static let prices = made {
    try PriceBook([
      .init(.ewe, .yuan(800), from: "2016-01-01"), .init(.lamb, .yuan(450), from: "2016-01-01"),
    ])
  }

  private static let lambs = LambsForEwes(
    name: "S",
    sales: Purchase(
      "lambs sold",
      of: .measure(.eggsDelivered),
      at: .fact(.marketPrice),
      inputs: .each("0.40", per: .measure(.eggsDelivered))
    ),
    costs: .yuan(90),
    depositHeld: .yuan(500),
    depositForfeited: .fraction("1/10", of: .yuan(500)),
    insurance: .yuan(300),
    valuation: valuation
  )

  private static let valuation = made {
    try LambsForEwes.Valuation(
      of: .lamb,
      and: .ewe,
      in: prices,
      on: "2017-12-31",
      countsChange: true
    )
  }

  private static let fund = RevolvingHerdFund(
    households: 10,
    heads: 20,
    repayment: [.init(10, in: 2), .init(12, in: 3)],
    loss: "5%"
  )

  private static let herd = Herd(
    females: [0, 10, 12],
    males: [0, 1],
    births: "1.2",
    ageOfFirstBirth: 2,
    femaleFraction: "1/2"
  )
}
