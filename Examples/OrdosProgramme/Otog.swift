import BenefitBinding

private let mutton = ConsumptionAssistance(
  name: "Otog dry mutton",
  members: .gaqa("Otog"),
  price: .yuan(117),
  otherwise: .yuan(90)
).terms

/// Consumption assistance: mutton that was hard to sell, bought through the trade council.
let otog = PublishedCase(
  name: "Otog",
  published: "6,000 jin of dry mutton sold for more than 700,000 yuan; procurement contracts and "
    + "sales per person for 2020 to 2022.",
  households: (1...60).map { number in
    Household(
      "OTG-\(padded(number, to: 2))",
      gaqa: "Otog",
      persons: 2 + number % 2,
      measures: [.produceBought: "100 jin"]
    )
  },
  scheme: mutton,
  facts: { _, _ in },
  derived: [],
  assumed: [
    "60 households with 100 jin each, for neither their number nor their sizes are published",
    "117 yuan a jin, the whole yuan above 700,000 / 6,000 = 116.67; 90 yuan a jin otherwise",
  ],
  example: "OTG-01",
  checks: { settlement in
    let sale = try settlement.requiredLine("sale", of: mutton)
    let bought = settlement.register.households(in: "Otog").reduce(0 as Int64) {
      $0 + ($1.measures[.produceBought]?.thousandths ?? 0)
    }
    let lost = "the report lost the digits before \"100 million yuan\"; the total has to be given"
    return [
      Check("mutton bought", .exactly(6_000), Ratio(bought, 1_000), in: "jin"),
      Check("sales of mutton", .moreThan(700_000), sale.total),
      Check("procurement in 2020, 466 contracts with 238 firms", unknownBecause: lost, in: "yuan"),
      Check("procurement in 2021, 366 contracts with 292 firms", unknownBecause: lost, in: "yuan"),
      Check(
        "procurement in early 2022, 42 contracts with 62 firms",
        unknownBecause: lost,
        in: "yuan"
      ),
      Check(
        "sales per person in 2020, 3,822",
        unknownBecause: "the persons are not stated",
        in: "yuan"
      ),
      Check(
        "sales per person in 2021, 3,317",
        unknownBecause: "the persons are not stated",
        in: "yuan"
      ),
    ]
  }
)
