import BenefitAssessment
import BenefitBinding

private let funding: Funding = [
  .contribution(.yuan(400_000), from: .specialFund, householdShare: .zero)
]

private func good(serving households: some Collection<Household>) -> PublicGood {
  PublicGood(
    name: "Dalad service stations",
    unit: "station",
    units: 10,
    funding: funding,
    households: households.isEmpty ? nil : Int64(households.count),
    persons: households.isEmpty ? nil : households.reduce(0) { $0 + Int64($1.persons) }
  )
}

/// A public good: stations that serve everybody and owe nobody a payment.
let stations = PublishedCase(
  name: "Stations",
  published: "400,000 yuan of special funds for 10 e-commerce service stations.",
  households: [],
  scheme: good(serving: []).terms,
  facts: { _, _ in },
  derived: [],
  assumed: ["the stations serve the 90 households of Dalad; whom else, is not stated"],
  example: nil,
  tables: { register in [good(serving: register.households(in: "Dalad")).table] },
  checks: { _ in
    [
      Check("funds put in", "400,000", funding.total),
      Check(
        "cost of each of 10 stations",
        "not stated",
        funding.total.ratio(to: .yuan(10)),
        in: "yuan"
      ),
    ]
  }
)
