import BenefitAssessment
import BenefitBinding

private let ids = (1...300).map { "SSL-\(padded($0, to: 3))" }

private let pigs = Shareholding(
  name: "Sishililiang pig cooperative",
  members: .gaqa("Sishililiang"),
  funding: [
    .contribution(.yuan(500_000), from: .industrialReliefFund),
    .contribution(.yuan(300_000), from: .init("agricultural and husbandry bureau")),
  ],
  dividend: .fraction("10%", of: .stake),
  key: .household.weighted(by: [.belowNationalLine: 2, .belowMunicipalAllowance: 1]),
  stakeKey: .household.weighted(by: [.belowNationalLine: 2, .belowMunicipalAllowance: 1])
).organised(
  as: OrganisationMode([
    .init("leading enterprise", "Lvmei Company", does: "raises pigs with the households"),
    .init("cooperative", "Sishililiang cooperative", does: "holds the funds"),
    .init("poor household", "300 households", does: "draw a dividend"),
  ])
)

/// A cooperative with two tiers of households: pigs raised with Lvmei Company.
let sishililiang = PublishedCase(
  name: "Sishililiang",
  published: "500,000 and 300,000 yuan to a cooperative of 124 households below the national line "
    + "and 176 below the municipal allowance line, led by Lvmei Company; no outcome.",
  households: ids.enumerated().map { index, id in
    Household(
      id,
      gaqa: "Sishililiang",
      persons: evenShare(of: 747, over: 300, at: index),
      status: index < 124 ? .belowNationalLine : .belowMunicipalAllowance
    )
  },
  scheme: pigs,
  facts: { _, _ in },
  derived: [],
  assumed: [
    "747 persons, 2 or 3 to a household, the mean size published for Hanggin",
    "stake and dividend with twice the weight for households below the national line",
    "a dividend of 10 % of the stake, the middle of the published band of 5 to 15 %",
  ],
  example: "SSL-001",
  checks: { settlement in
    let register = settlement.register
    let rows = register.households(in: "Sishililiang").indices
    let dividend = try settlement.line("dividend", of: pigs.name)
    func paid(_ status: Status) -> Ratio {
      Ratio(
        Int64(rows.count { dividend[$0] > .zero && register[$0].status == status })
      )
    }
    return [
      Check("funds put in", "800,000", pigs.funding.total),
      Check(
        "households below the national line with a dividend",
        "124",
        paid(.belowNationalLine),
        in: "households"
      ),
      Check(
        "households below the municipal allowance line with a dividend",
        "176",
        paid(.belowMunicipalAllowance),
        in: "households"
      ),
    ]
  }
)

private let subsidy = LeadEntitySubsidy(
  name: "Subsidy to Lvmei Company",
  members: .gaqa("Sishililiang"),
  perHousehold: .yuan(8_000)
).terms

/// The subsidy to the enterprise that takes those households along.
let lvmei = PublishedCase(
  name: "Lvmei",
  published: "at most 2,000,000 yuan to an entity that takes poor households along.",
  households: [],
  scheme: subsidy,
  facts: { _, _ in },
  derived: [],
  assumed: ["8,000 yuan for each of the 300 households of Sishililiang, which the cap cuts"],
  example: nil,
  checks: { settlement in
    [Check("subsidy to the lead entity", "2,000,000", try settlement.received(by: .leadEntity))]
  }
)
