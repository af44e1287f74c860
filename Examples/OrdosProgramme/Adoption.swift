import BenefitBinding

private let plots = LandAdoption(
  name: "Longhuqu Happiness Pastorale",
  members: .gaqa("Longhuqu"),
  fee: .yuan(200),
  guaranteed: "22 jin",
  replacement: "4.00",
  costs: .fact(.adoptionCosts),
  rent: .each(.yuan(510), per: .measure(.landArea)),
  labour: .each(.yuan(100), per: .measure(.daysWorked)),
  marginFraction: .percent(40)
).terms

extension Measure {
  /// Days that a household worked on adopted plots.
  fileprivate static let daysWorked = Measure("days worked", in: Quantity.Unit("day"))
}

/// Land adoption: the document names village and mode, and praises the outcome without a figure.
let adoption = PublishedCase(
  name: "Adoption",
  published: "\"Happiness Pastorale\" in the form of land adoption, Longhuqu, without a figure.",
  households: (1...20).map { number in
    Household(
      "LHQ-\(padded(number, to: 2))",
      gaqa: "Longhuqu",
      persons: 2 + number % 2,
      measures: [.landArea: "3 mu", .daysWorked: Quantity(30, Quantity.Unit("day"))]
    )
  },
  scheme: plots,
  facts: { facts, _ in
    facts[.unitsAdopted] = Quantity(1_000, Quantity.Unit("unit"))
    facts[.yieldPerUnit] = "20 jin"
    facts[.adoptionCosts] = .yuan(60_000)
  },
  derived: [],
  assumed: [
    "20 households with 3 mu and 30 days of work at 100 yuan each, 1,000 adopted units",
    "200 yuan for a unit with 22 jin guaranteed, what is missing bought in at 4 yuan (the fee and "
      + "guarantee published for She county, Anhui); 20 jin grew",
    "a rent of 510 yuan a mu (published elsewhere as the floor of land shares), other costs of "
      + "60,000 yuan, 40 % of the margin for the households",
  ],
  example: "LHQ-01",
  checks: { _ in
    [Check("land adoption, Longhuqu", unknownBecause: noTerms, in: "yuan")]
  }
)
