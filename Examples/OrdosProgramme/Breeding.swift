import BenefitBinding

private let keeping = EntrustedBreeding(
  name: "Entrusted sheep",
  members: .gaqa("Hanggin gaqa 02"),
  heads: "10 head",
  feePerHead: .yuan(200)
).terms

/// Entrusted breeding: the document names the mode only.
let breeding = PublishedCase(
  name: "Breeding",
  published: "the mode \"entrusted breeding\", without terms or outcome.",
  households: [],
  scheme: keeping,
  facts: { _, _ in },
  derived: [],
  assumed: [
    "the 24 households of one gaqa of Hanggin's gaqa economy with 10 sheep each in keeping",
    "200 yuan a head and year, whatever befalls the animals (the terms published for Huangling, "
      + "Shaanxi)",
  ],
  example: "HJ-002",
  checks: { _ in
    [Check("entrusted breeding", unknownBecause: noTerms, in: "yuan")]
  }
)
