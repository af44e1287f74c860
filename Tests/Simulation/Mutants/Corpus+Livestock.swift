import BenefitBinding
import BenefitLedgers

extension Corpus {
  static let livestock: [Entry] = [
    entry(animals) { terms in
      use(try? InKindLedger(terms, contracts: ledger.contracts))
    },
    entry(animals.owed[0]),
    entry(InKindTerms.Term.days(30)),
    entry(ledger) { use($0) },
    entry(ledger.contracts[0]),
    entry(ledger.events[0]) { event in
      ask(event.occurrence.description)
      use(try? InKindLedger(animals, contracts: ledger.contracts, events: [event]))
    },
    entry(InKindEvent.Occurrence.delivered(3, .offspring)) { ask($0.description) },
    entry(InKindEvent.Animals.of(.lamb)) { ask($0.description) },
    entry(Good.lamb) { ask($0.unit) },
    entry(prices) { prices in
      ask(try? prices.price(of: .ewe, on: "2016-06-01"))
      ask(try? prices.value(of: 20, .ewe, on: "2017-06-01"))
    },
    entry(fund) { ask($0.replacementRatio, (try? $0.years(12))?.count) },
    entry(herd) { herd in
      for year in herd.years(8) { ask(year.total) }
      ask(herd.growthFactor, herd.stableStructure)
    },
    entry(lambs) { use($0.terms) },
  ]

  static let animals = InKindTerms(
    lent: .ewe,
    owed: [
      .perHead(1, .lamb, after: .months(7)), .perHead("1/2", .lamb, after: .days(800)),
      .fixed(1, .lamb, after: .months(9)),
    ],
    stockDue: .months(30),
    sumInsured: .yuan(300),
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
      ask(position[.stillOwed], position.isSettled)
      for contract in ledger.contracts {
        ask(ledger.position(of: contract.id, on: day)?[.stillOwed])
      }
      let next = try? ledger.passOn(
        from: "fund",
        stock: 20,
        lot: 10,
        to: ["H-3"],
        rearing: .months(6),
        until: day
      )
      ask(next?.replacementRatio)
    }
  }

  private static let prices = made {
    try PriceBook([
      .ewe: ["2016-01-01": .yuan(800), "2017-01-01": .yuan(850)],
      .lamb: ["2016-01-01": .yuan(450)],
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
    offspringPrice: .yuan(450),
    stockPrice: .yuan(800),
    countsChange: true
  )

  private static let fund = made {
    try RevolvingHerdFund(households: 10, heads: 20, repayment: [2: 10, 3: 12], loss: "5%")
  }

  private static let herd = made {
    try Herd(
      females: [0, 10, 12],
      males: [0, 1],
      classes: [
        .init(from: 0, survival: "9/10", malesSold: "1/2"), .init(from: 2, births: "1.2"),
        .init(from: 7, sold: .whole),
      ],
      femaleFraction: "1/2",
      femalesDelivered: [2: 3],
      malesDelivered: [2: 2]
    )
  }
}
