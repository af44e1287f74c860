import BenefitAssessment
import BenefitBinding
import BenefitLedgers

extension Corpus {
  private static let liability = Liability(repaidBy: .leadEntity, borneBy: Account("risk fund"))

  static let schemes: [Entry] = [
    entry(Shareholding(name: "S", funding: funding, dividend: .profit)) { use($0.terms) },
    entry(
      CollectiveEconomy(
        name: "S",
        funding: funding,
        returns: .fact(.profit),
        collectiveUses: [(.publicPosts, "60%"), (.villageWelfare, "30%")]
      )
    ) { use($0.terms) },
    entry(Tourism(name: "S", produce: [purchase], takings: .fact(.revenue))) { use($0.terms) },
    entry(ECommerce(name: "S", produce: purchase, sales: .profit, marginFraction: "40%")) {
      use($0.terms)
    },
    entry(
      HouseholdLoan(
        name: "S",
        principal: .yuan(50_000),
        use: .lentOn(coupon: "10%", retained: "40%")
      )
    ) {
      use($0.terms)
    },
    entry(HouseholdLoan.Use.lentOn(coupon: "10%", retained: "40%")),
    entry(
      HouseholdLoan(
        name: "S",
        use: .lentOnFor(coupon: .yuan(3_500), retained: "1/3"),
        principalDue: .fact(.principalDue),
        recovered: .zero,
        liability: liability
      )
    ) {
      use($0.terms)
    },
    entry(liability),
    entry(
      HouseholdLoan(
        name: "S",
        principal: .yuan(9),
        use: .atHome(returns: .zero),
        interestDue: .fact(.interestDue),
        principalDue: .fact(.principalDue),
        recovered: .zero
      )
    ) {
      use($0.terms)
    },
    entry(LandAdoption(name: "S", fee: .yuan(900), guaranteed: "100 jin", replacement: .yuan(3))) {
      use($0.terms)
    },
    entry(LandAdoption(name: "S", fee: .yuan(900), surplusPrice: "1.50")) { use($0.terms) },
    entry(EntrustedBreeding(name: "S", heads: .measure(.shares), feePerHead: .yuan(90))) {
      use($0.terms)
    },
    entry(EntrustedBreeding(name: "S", heads: .persons, batchShare: "60%", bearsLoss: true)) {
      use($0.terms)
    },
    entry(ConsumptionAssistance(name: "S", bought: .measure(.eggsDelivered), price: "1.10")) {
      use($0.terms)
    },
    entry(LeadEntitySubsidy(name: "S", perHousehold: .yuan(2_000))) { use($0.terms) },
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
