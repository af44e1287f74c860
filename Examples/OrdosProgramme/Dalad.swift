import BenefitAssessment
import BenefitBinding
import BenefitLedgers

private let eggs = QuantityFormula.measure(.eggsDelivered)

extension Measure {
  /// Chicks that a household was given.
  static let chicksGiven = Measure("chicks given", in: .head)
}

/// What was collected and sold: every household delivers 1,350 eggs a quarter, and the platform
/// fills twelve orders of 40,500 eggs from the lots in the order in which they came in.
private func makeTrace() throws -> Traceability {
  let lots = (1...4).flatMap { quarter in
    (1...90).map { number in
      Traceability.Lot(
        "Q\(quarter) \(daladID(number))",
        from: daladID(number),
        Quantity(1_350, .egg)
      )
    }
  }
  // An order is exactly thirty lots.
  let orders = (0..<12).map { month in
    Traceability.Sale(
      "order \(padded(month + 1, to: 2))",
      for: Money("1.50") * 40_500,
      lots[month * 30..<(month + 1) * 30].map { .init($0.id, $0.quantity) }
    )
  }
  return try Traceability(lots: lots, sales: orders)
}

private func daladID(_ number: Int) -> Household.ID { "DLT-\(padded(number, to: 2))" }

private let platform = ECommerce(
  name: "Dalad eggs from borrowed chickens",
  members: .gaqa("Dalad"),
  givenFree: .each("8.00", per: .measure(.chicksGiven)),
  produce: Purchase(
    "Eggs",
    of: eggs,
    at: .greater(of: "1.00", .fact(.marketPrice)),
    inputs: .each("0.40", per: eggs)
  ),
  platformCosts: .each("0.30", per: eggs),
  marginFraction: .percent(20),
  marginKey: .measure(.eggsDelivered)
).organised(
  as: OrganisationMode([
    .init(
      "cooperative",
      "Lvyuan Manlai Mountain cooperative",
      does: "gives chicks and collects eggs"
    ),
    .init("poor household", "90 households", does: "keep the chickens"),
    .init("internet", "Yangmeituqi Company", does: "packs, promotes and sells"),
  ])
)

/// E-commerce: chicks given free, eggs collected at a protective price, sold on a platform.
let dalad = PublishedCase(
  name: "Dalad",
  published: "chicks given free, eggs bought at a protective price from 90 households, platform "
    + "sales of more than 700,000 yuan.",
  households: (1...90).map { number in
    Household(
      daladID(number),
      gaqa: "Dalad",
      persons: evenShare(of: 224, over: 90, at: number - 1),
      measures: [.chicksGiven: Quantity(50, .head)]
    )
  },
  scheme: platform,
  facts: { facts, register in
    let trace = try makeTrace()
    facts[.marketPrice] = "0.80"
    facts[.platformSales] = trace.revenue
    facts.set(.eggsDelivered, byHousehold: try trace.collected(in: .egg, for: register))
  },
  derived: [],
  assumed: [
    "224 persons, 2 or 3 to a household, the mean size published for Hanggin",
    "50 chicks to a household at 8.00 yuan, 45 of which lay 120 eggs a year (the rate published "
      + "for Qianjiang)",
    "a protective price of 1.00 and a platform price of 1.50 yuan an egg (those published for "
      + "Zhanyi, Inner Mongolia), a market price of 0.80",
    "feed and litter of 0.40 yuan an egg; packing, branding and sale of 0.30 yuan an egg",
    "a fifth of the platform's margin shared back by eggs delivered",
  ],
  example: "DLT-01",
  checks: { settlement in
    let trace = try makeTrace()
    let traced = try trace.revenue(for: settlement.register)
    let bought = try settlement.line("Eggs", of: platform.name)
    return [
      Check("platform sales", "more than 700,000", trace.revenue),
      Check(
        "platform sales traced to households",
        "more than 700,000",
        traced.reduce(.zero, +)
      ),
      Check(
        "households that sales are traced to",
        "90",
        Ratio(Int64(traced.count { $0 > .zero })),
        in: "households"
      ),
      Check(
        "households paid for eggs",
        "90",
        Ratio(Int64(bought.householdCount)),
        in: "households"
      ),
    ]
  }
)
