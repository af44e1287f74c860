import BenefitAssessment
import BenefitBinding

private let cooperative = Shareholding(
  name: "Nalinxili breeding cooperative",
  members: .gaqa("Nalinxili"),
  funding: [
    .contribution(.yuan(860_000), from: .init("fiscal fund, relief loan and others"))
  ],
  dividend: .profit,
  key: .household
).terms

/// Shareholding: relief money as 41 households' stake in the breeding cooperative of Nalinxili.
let nalinxili = PublishedCase(
  name: "Nalinxili",
  published: "41 households, each 4,000 yuan a year on average, for 860,000 yuan put in.",
  households: (0..<41).map { index in
    Household(
      "NLX-\(padded(index + 1, to: 2))",
      gaqa: "Nalinxili",
      persons: evenShare(of: 102, over: 41, at: index)
    )
  },
  scheme: cooperative,
  facts: { facts, _ in facts[.profit] = .yuan(4_000) * 41 },
  derived: ["distributed profit of 164,000.00 yuan = 41 households x 4,000 yuan"],
  assumed: [
    "equal stakes and equal dividends, as the source gives an average only",
    "the split between fiscal fund, relief loan and own money is not published; no interest is "
      + "charged",
    "102 persons, 2 or 3 to a household, the mean size published for Hanggin; no dividend depends "
      + "on it",
  ],
  example: "NLX-07",
  checks: { settlement in
    let members = settlement.register.households(in: "Nalinxili")
    let dividend = try settlement.line("dividend", of: cooperative.name)
    let paid = members.indices.map { dividend[$0] }
    return [
      Check("funds put in", "860,000", cooperative.funding.total),
      Check(
        "households with a dividend",
        "41",
        Ratio(Int64(dividend.householdCount)),
        in: "households"
      ),
      Check("smallest dividend of a household", "4,000", paid.min() ?? .zero),
      Check("largest dividend of a household", "4,000", paid.max() ?? .zero),
    ]
  }
)
