import BenefitAssessment
import BenefitBinding

private let good = PublicGood(
  name: "Dalad service stations",
  unit: "station",
  units: 10,
  funding: [.contribution(.yuan(400_000), from: .specialFund, householdShare: .zero)]
)

/// A public good: stations that serve everybody and owe nobody a payment.
let stations = PublishedCase(
  name: "Stations",
  published: "400,000 yuan of special funds for 10 e-commerce service stations.",
  households: [],
  scheme: good.terms,
  facts: { _, _ in },
  derived: [],
  assumed: ["the stations serve the 90 households of Dalad; whom else, is not stated"],
  example: nil,
  tables: { register in
    var served = good
    served.reach = .init(register.households(in: "Dalad"))
    return [served.table]
  },
  checks: { _ in
    [
      Check("funds put in", "400,000", good.funding.total),
      Check(
        "cost of each of 10 stations",
        "not stated",
        good.funding.total.ratio(to: .yuan(10)),
        in: "yuan"
      ),
    ]
  }
)
