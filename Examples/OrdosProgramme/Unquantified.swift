import BenefitBinding

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
