import BenefitAssessment
import BenefitBinding
import BenefitLedgers

private let mutton = Good("dry mutton", in: .jin)

/// One contract through the trade council, and what 60 households delivered under it.
private func makeProcurement() throws -> Procurement {
  try Procurement(
    contracts: [
      .init(
        "mutton",
        on: "2016-10-08",
        buyers: ["trade council's members"],
        sellers: ["Otog herders"],
        of: mutton,
        signed: "6,000 jin",
        at: .yuan(117)
      )
    ],
    deliveries: (1...60).map { number in
      .init(
        "mutton",
        on: "2016-11-01",
        from: otogID(number),
        through: "Otog herders",
        "100 jin",
        otherwise: .yuan(90)
      )
    }
  )
}

private func otogID(_ number: Int) -> Household.ID { "OTG-\(padded(number, to: 2))" }

/// What was published of contracts; the digits before "100 million yuan" are lost in all of them.
private let summaries: [(period: String, contracts: Int, firms: Int, salesPerPerson: Money?)] = [
  ("2020", 466, 238, .yuan(3_822)), ("2021", 366, 292, .yuan(3_317)), ("early 2022", 42, 62, nil),
]

private func lostTotal(_ period: String) -> String {
  "The summary of \(period) does not state the total. Supply it from another source; what is "
    + "unknown is not guessed."
}

private let assistance = ConsumptionAssistance.recorded("Otog dry mutton", members: .gaqa("Otog"))

/// Consumption assistance: mutton that was hard to sell, bought through the trade council.
let otog = PublishedCase(
  name: "Otog",
  published: "6,000 jin of dry mutton sold for more than 700,000 yuan; procurement contracts and "
    + "sales per person for 2020 to 2022.",
  households: (1...60).map { number in
    Household(otogID(number), gaqa: "Otog", persons: 2 + number % 2)
  },
  scheme: assistance,
  facts: { facts, register in facts = try makeProcurement().facts(for: register) },
  derived: [],
  assumed: [
    "60 households with 100 jin each, for neither their number nor their sizes are published",
    "117 yuan a jin, the whole yuan above 700,000 / 6,000 = 116.67; 90 yuan a jin otherwise",
  ],
  example: "OTG-01",
  tables: { _ in [try makeProcurement().table] },
  checks: { settlement in
    let procurement = try makeProcurement()
    let bought = try procurement.quantities(in: .jin, for: settlement.register)
      .reduce(Quantity(0, .jin)) { $0 + $1 }
    return [
      Check("mutton bought", "6,000", Ratio(bought.thousandths, 1_000), in: "jin"),
      Check("sales of mutton", "more than 700,000", try procurement.sales()),
    ]
      + summaries.map { summary in
        Check(
          "value of one of \(summary.contracts) contracts with \(summary.firms) firms, "
            + summary.period,
          unknownBecause: lostTotal(summary.period),
          in: "yuan"
        )
      }
      + summaries.compactMap { summary in
        summary.salesPerPerson.map { sales in
          Check(
            "persons behind sales of \(sales) a person, \(summary.period)",
            unknownBecause: lostTotal(summary.period),
            in: "persons"
          )
        }
      }
      + [
        Check(
          "resident cadres for each of 735 village work teams",
          "not stated",
          Ratio(2_476, 735),
          in: "persons"
        ),
        Check(
          "more than 35,000 employees of 2,006 firms",
          unknownBecause: "17 to a firm is too few for the firms described; a digit may be lost",
          in: "persons"
        ),
      ]
  }
)
