import BenefitAssessment
import BenefitBinding

extension Measure {
  /// Land under vegetables.
  static let gardenArea = Measure("garden area", in: .mu)
}

private let vegetables = QuantityFormula.measure(.gardenArea) * "3000 kg"

private let tourism = Tourism(
  name: "Hashatu village tourism",
  members: .gaqa("Hashatu"),
  funding: [.contribution(.yuan(500_000), from: .industrialReliefFund, householdShare: .zero)],
  produce: [
    Purchase(
      "Vegetables",
      of: vegetables,
      at: "1.60",
      inputs: .each("0.70", per: vegetables)
    )
  ],
  jobs: [
    Employment(
      "Catering and cleaning",
      work: QuantityFormula.measure(.workers) * "12 months",
      pay: .fact(.monthlyWage)
    )
  ]
).terms

/// Tourism: vegetables for visitors' kitchens, and work in catering and cleaning.
let hashatu = PublishedCase(
  name: "Hashatu",
  published: "500,000 yuan; 33 households grow vegetables for more than 1,000 yuan a person; "
    + "26 have work for about 24,000 yuan a person.",
  households: (0..<33).map { index in
    let persons = evenShare(of: 82, over: 33, at: index)
    return Household(
      "HST-\(padded(index + 1, to: 2))",
      gaqa: "Hashatu",
      persons: persons,
      measures: [
        .gardenArea: Quantity(thousandths: 500 * Int64(persons), .mu),
        .workers: Quantity(index < 26 ? 1 : 0, .worker),
      ]
    )
  },
  scheme: tourism,
  facts: { facts, _ in facts[.monthlyWage] = .yuan(2_000) },
  derived: [],
  assumed: [
    "82 persons, 2 or 3 to a household, the mean size published for Hanggin",
    "half a mu of vegetables for each person, 3,000 kg a mu, sold at 1.60 yuan and grown at 0.70 "
      + "yuan a kg",
    "the 26 households with work are among the 33, one worker each, 12 months at 2,000 yuan "
      + "(wages of 2,000 to 2,800 yuan are published for such work in Inner Mongolia)",
    "the 500,000 yuan equip the village and are nobody's stake",
  ],
  example: "HST-05",
  checks: { settlement in
    let register = settlement.register
    let rows = register.households(in: "Hashatu").indices
    let sales = try settlement.line("Vegetables", of: tourism.name)
    let inputs = try settlement.line("Vegetables: inputs", of: tourism.name)
    let wages = try settlement.line("Catering and cleaning", of: tourism.name)
    let produce = rows.map { row in
      (sales[row] - inputs[row])
        .ratio(to: .yuan(Int64(register[row].persons)))
    }
    let workers = rows.filter { wages[$0] > .zero }
    return [
      Check("funds put in", "500,000", tourism.funding.total),
      Check(
        "households growing vegetables",
        "33",
        Ratio(Int64(sales.householdCount)),
        in: "households"
      ),
      Check(
        "smallest net income of a person from vegetables",
        "more than 1,000",
        produce.min() ?? .zero,
        in: "yuan"
      ),
      Check(
        "households with work",
        "26",
        Ratio(Int64(workers.count)),
        in: "households"
      ),
      Check(
        "wages of a worker",
        "about 24,000",
        wages.total.ratio(to: .yuan(Int64(max(1, workers.count)))),
        in: "yuan"
      ),
    ]
  }
)
