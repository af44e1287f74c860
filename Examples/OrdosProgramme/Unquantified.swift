import BenefitBinding

private let good = Terms(
  name: "Dalad service stations",
  members: .gaqa("Dalad"),
  funding: [.contribution(.yuan(400_000), from: .specialFund, quantified: .zero)]
) {}

/// A public good: stations that serve everybody and owe nobody a payment.
let stations = PublishedCase(
  name: "Stations",
  published: "400,000 yuan of special funds for 10 e-commerce service stations.",
  households: [],
  scheme: good,
  facts: { _, _ in },
  derived: [],
  assumed: ["the stations serve the 90 households of Dalad; what they owe them is not stated"],
  example: nil,
  checks: { _ in
    [
      Check("funds put in", .exactly(400_000), good.funding.total),
      Check(
        "cost of each of 10 stations",
        .unstated,
        good.funding.total.ratio(to: .yuan(10)),
        in: "yuan"
      ),
    ]
  }
)

/// What is to be said of a mode that is only named.
let noTerms = "the documents give no term and no outcome"

/// A figure of the documents that belongs to no scheme.
let unquantified = PublishedCase(
  name: "Unquantified",
  published: "a figure that belongs to no scheme.",
  households: [],
  scheme: Terms(name: "Figures without a scheme", members: .gaqa("Ordos")) {},
  facts: { _, _ in },
  derived: [],
  assumed: [],
  example: nil,
  checks: { _ in
    [
      Check(
        "more than 35,000 employees of 2,006 firms",
        unknownBecause: "17 to a firm is too few for the firms described; a digit may be lost",
        in: "persons"
      )
    ]
  }
)
