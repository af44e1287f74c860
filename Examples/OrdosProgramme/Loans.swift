import BenefitAssessment
import BenefitBinding

private let atHome = HouseholdLoan(
  name: "Enriched-Farmers loans used at home",
  members: .atLeast(.fact(.loanPrincipal), .yuan(1)),
  use: .atHome(returns: .fact(.returnOnUse)),
  interest: "4.75%",
  subsidised: .percent(50),
  recovered: .zero
).terms

private let lentOn = HouseholdLoan(
  name: "Enriched-Farmers loans lent on",
  members: .atLeast(.fact(.loanPrincipal), .yuan(1)),
  use: .lentOn(coupon: "6%"),
  interest: "4.75%",
  subsidised: .whole,
  recovered: .zero
).terms

extension Facts {
  /// States an amount for some households of Dalad, by their numbers, and nothing for all others.
  fileprivate mutating func set(
    _ fact: MoneyFact,
    _ amount: Money,
    for numbers: ClosedRange<Int>,
    in register: Register
  ) {
    let ids = Set(numbers.map { "DLT-\(padded($0, to: 2))" })
    set(fact, for: register) { ids.contains($0.id) ? amount : .zero }
  }
}

/// Loans that households use at home: the document leaves terms to the banners.
let loansAtHome = PublishedCase(
  name: "Loans",
  published: "Enriched-Farmers loans to households and Strengthened-Farmers loans to enterprises; "
    + "each banner sets the proportion.",
  households: [],
  scheme: atHome,
  facts: { facts, register in
    facts.set(.loanPrincipal, .yuan(30_000), for: 1...20, in: register)
    facts.set(.returnOnUse, .yuan(4_000), for: 1...20, in: register)
  },
  derived: [],
  assumed: [
    "20 of the households of Dalad with 30,000 yuan each, which earn them 4,000 yuan",
    "4.75 % interest, half of it paid by the treasury; nothing paid back yet",
  ],
  example: "DLT-01",
  checks: { _ in
    let placed = try Apportionment.exact.parts(of: .yuan(1_650_000), by: [2, 1]).parts
    return [
      Check(
        "loans to households at two thirds of 1,650,000",
        "not stated",
        placed[0]
      ),
      Check(
        "placement of Enriched- and Strengthened-Farmers loans",
        unknownBecause: "each banner sets the proportion itself",
        in: "%"
      ),
    ]
  }
)

/// Loans that an enterprise uses, while the household owes them.
let loansLentOn = PublishedCase(
  name: "Lent on",
  published: "the same loans where an enterprise uses them and the household owes them.",
  households: [],
  scheme: lentOn,
  facts: { facts, register in
    facts.set(.loanPrincipal, .yuan(50_000), for: 21...30, in: register)
  },
  derived: [],
  assumed: [
    "10 other households of Dalad with 50,000 yuan each, for a coupon of 6 %, and the interest paid "
      + "by the treasury (terms published for such loans elsewhere); nothing paid back yet"
  ],
  example: "DLT-21",
  checks: { _ in [] }
)
