import BenefitAssessment
import BenefitBinding
import BenefitLedgers

extension Corpus {
  private static let liability = Liability(repaidBy: .leadEntity, borneBy: Account("risk fund"))

  static let schemes: [Entry] = [
    model("shareholding", ["funding": funding, "dividend": Amount.profit]),
    model(
      "collective economy",
      ["funding": funding, "returns": Amount.fact(.profit), "householdFraction": Rate.fixed("40%")]
    ),
    model("tourism", ["produce": [purchase], "takings": Amount.fact(.revenue)]),
    model(
      "e-commerce",
      ["produce": purchase, "sales": Amount.profit, "marginFraction": "40%" as Ratio]
    ),
    model(
      "household loan",
      [
        "principal": Amount.yuan(50_000), "coupon": Rate.fixed("10%"),
        "retained": Rate.fixed("40%"),
        "liability": liability,
      ]
    ),
    model("household loan", ["couponAmount": Amount.yuan(3_500), "recovered": Amount.zero]),
    model("household loan", ["returns": Amount.zero, "interestDue": Amount.fact(.interestDue)]),
    model(
      "land adoption",
      [
        "fee": Amount.yuan(900), "guaranteed": "100 jin" as QuantityFormula,
        "replacement": Amount.yuan(3),
      ]
    ),
    model("entrusted breeding", ["heads": QuantityFormula.persons, "feePerHead": Amount.yuan(90)]),
    model("entrusted breeding", ["batchShare": "60%" as Ratio, "bearsLoss": true]),
    model("consumption assistance", ["price": Amount.yuan(1)]),
    model("lead entity subsidy", ["perHousehold": Amount.yuan(2_000)]),
    entry(liability),
    entry(
      PublicGood(
        name: "wells",
        unit: "well",
        units: 10,
        funding: funding,
        households: 41,
        persons: 164
      )
    ) { good in
      ask(good.costPerUnit, good.costPerHousehold, good.costPerPerson, good.table(in: .english))
      use(good.terms)
    },
    entry(mode) { mode in
      ask(mode.name, mode.unstated, mode.parts(of: .yuan(860_000)))
      ask(cooperative.organised(as: mode).name)
    },
    entry(mode.links[0]) { ask($0.name, $0.keeps) },
    entry(traceability) { trace in
      ask(trace.revenue)
      for sale in trace.sales { ask(trace.parcels(of: sale.id).count) }
      for lot in trace.lots { ask(trace.unsold(of: lot.id)) }
      ask(try? trace.revenue(for: register))
    },
    entry(Traceability.Lot("L1", from: "H-1", "30 eggs")),
    entry(Traceability.Parcel("L1", "10 eggs")),
    entry(Traceability.Sale("S1", for: .yuan(30), [.init("L1", "10 eggs")])),
    entry(procurement) { use($0) },
    entry(procurement.contracts[0]) { ask($0.value) },
    entry(procurement.deliveries[0]),
  ]

  private static let mode = OrganisationMode([
    .init("leading enterprise", "Lvmei Company", keeps: "20%", does: "breeds and sells pigs"),
    .init("cooperative", "Sishililiang", keeps: "30%", does: "holds the stake"),
    .init("poor household", "300 households", does: "draw a dividend"),
  ])

  static func made<Value>(_ make: () throws -> Value) -> Value {
    do { return try make() } catch { fatalError("\(error)") }
  }

  private static let traceability = made {
    try Traceability(
      lots: [.init("L1", from: "H-1", "30 eggs"), .init("L2", from: "H-2", "45.5 eggs")],
      sales: [
        .init("S1", for: .yuan(30), [.init("L1", "10 eggs"), .init("L2", "20 eggs")]),
        .init("S2", for: "7.01", [.init("L2", "25 eggs")]),
      ]
    )
  }

  private static let mutton = Good("dry mutton", in: .jin)

  private static let procurement = made {
    try Procurement(
      contracts: [
        .init(
          "C1",
          on: "2020-05-01",
          buyers: ["Mine"],
          sellers: ["H-1"],
          of: mutton,
          signed: "300 jin",
          at: "117.00"
        ),
        .init(
          "C2",
          on: "2020-06-01",
          buyers: ["Canteen", "School"],
          sellers: ["Union"],
          of: mutton,
          worth: .yuan(10_000)
        ),
      ],
      deliveries: [
        .init("C1", on: "2020-05-01", from: "H-1", "100 jin", otherwise: "90.00"),
        .init(
          "C2",
          on: "2020-12-31",
          from: "H-2",
          through: "Union",
          "110 jin",
          paid: .yuan(11_000),
          otherwise: "100.00"
        ),
      ]
    )
  }

  private static func use(_ procurement: Procurement) {
    ask(procurement.firms, try? procurement.signedValue, procurement.table(in: .english))
    ask(try? procurement.sales(), try? procurement.during(.year(2020)).gain())
    for fulfilment in procurement.fulfilments {
      ask(fulfilment.delivered, fulfilment.sold, fulfilment.fraction)
    }
    for difference in procurement.priceDifferences { ask(difference.agreed, difference.paid) }
    ask(try? procurement.quantities(in: .jin, for: register), try? procurement.sales(for: register))
    ask(try? procurement.gains(for: register))
  }
}
