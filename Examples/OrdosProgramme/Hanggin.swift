import BenefitAssessment
import BenefitBinding

private let gaqas = (1...34).map { "Hanggin gaqa \(padded($0, to: 2))" }

private let economy = CollectiveEconomy(
  name: "Hanggin gaqa economy",
  members: .gaqa(gaqas),
  funding: [
    .contribution(.yuan(17_700_000), from: .fiscalReliefFund, householdShare: .percent(60))
  ],
  returns: .fact(.projectReturn),
  key: .person
).organised(
  as: OrganisationMode([
    .init("branch", "party branches of the gaqas", does: "run the projects"),
    .init("poor household", "815 households", does: "hold 60 % of the funds as their stake"),
  ])
)

/// Collective economy: public money in 34 gaqa projects, 60 % of it the poor households' stake.
let hanggin = PublishedCase(
  name: "Hanggin",
  published: "17,700,000 yuan in 34 projects, 60 % as the stake of 815 households with 2,028 "
    + "persons; 600 yuan more for each person expected.",
  households: (0..<815).map { index in
    Household(
      "HJ-\(padded(index + 1, to: 3))",
      gaqa: gaqas[index % gaqas.count],
      persons: evenShare(of: 2_028, over: 815, at: index)
    )
  },
  scheme: economy,
  facts: { facts, _ in
    // The households' 60 % of the return are 600 yuan for each of 2,028 persons.
    facts[.projectReturn] = (Money.yuan(600) * 2_028)
      .multiplied(by: Ratio(100, 60), rounding: .down(to: .fen))
  },
  derived: [
    "return of the projects of 2,028,000.00 yuan = 600 yuan x 2,028 persons / 60 %"
  ],
  assumed: [
    "one pool for all 34 projects, shared by person",
    "the collective keeps the return on its own 40 %, at the same yield",
    "households spread evenly over 34 gaqas, with 2 or 3 persons each (2,028 in 815 households)",
  ],
  example: "HJ-001",
  checks: { settlement in
    let register = settlement.register
    let dividend = try settlement.line("dividend", of: economy.name)
    let members = register.indices.filter { dividend[$0] > .zero }
    let perPerson = members.map { row in
      dividend[row].ratio(to: .yuan(Int64(register[row].persons)))
    }
    return [
      Check("funds put in", "17,700,000", economy.funding.total),
      Check(
        "part of the funds turned into stake",
        "60",
        economy.funding.stakeRatio * 100,
        in: "%"
      ),
      Check(
        "gaqas with a project",
        "34",
        Ratio(Int64(Set(members.map { register[$0].gaqa }).count)),
        in: "gaqas"
      ),
      Check(
        "households with a dividend",
        "815",
        Ratio(Int64(members.count)),
        in: "households"
      ),
      Check(
        "persons in them",
        "2,028",
        Ratio(Int64(members.reduce(0) { $0 + register[$1].persons })),
        in: "persons"
      ),
      Check("smallest dividend of a person", "600", perPerson.min() ?? .zero, in: "yuan"),
      Check("largest dividend of a person", "600", perPerson.max() ?? .zero, in: "yuan"),
    ]
  }
)
