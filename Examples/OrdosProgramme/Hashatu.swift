import BenefitAssessment
import BenefitBinding

extension Language {
  fileprivate var village: String { self("Hashatu", "哈沙图村") }
  fileprivate var vegetables: String { self("Vegetables", "蔬菜") }
  fileprivate var catering: String { self("Catering and cleaning", "餐饮保洁") }

  /// Land under vegetables.
  fileprivate var gardenArea: Measure { Measure(self("garden area", "菜地面积"), in: .mu) }
}

private func tourism(in say: Language) -> Terms {
  let harvest = QuantityFormula.measure(say.gardenArea) * "3000 kg"
  return Tourism(
    name: say("Hashatu village tourism", "哈沙图乡村旅游"),
    members: .gaqa(say.village),
    funding: [.contribution(.yuan(500_000), from: .industrialReliefFund, householdShare: .zero)],
    produce: [
      Purchase(say.vegetables, of: harvest, at: "1.60", inputs: .each("0.70", per: harvest))
    ],
    jobs: [
      Employment(
        say.catering,
        work: QuantityFormula.measure(.workers) * "12 months",
        pay: .fact(.monthlyWage)
      )
    ]
  ).terms
}

/// Tourism: vegetables for visitors' kitchens, and work in catering and cleaning.
func hashatu(in say: Language) -> PublishedCase {
  let tourism = tourism(in: say)
  return PublishedCase(
    name: say.village,
    published: say(
      "500,000 yuan; 33 households grow vegetables for more than 1,000 yuan a person; "
        + "26 have work for about 24,000 yuan a person.",
      "投入 500,000 元；33 户种植蔬菜，人均增收 1,000 元以上；26 户就近务工，每人年收入约 24,000 元。"
    ),
    households: (0..<33).map { index in
      let persons = evenShare(of: 82, over: 33, at: index)
      return Household(
        "HST-\(padded(index + 1, to: 2))",
        gaqa: say.village,
        persons: persons,
        measures: [
          say.gardenArea: Quantity(thousandths: 500 * Int64(persons), .mu),
          .workers: Quantity(index < 26 ? 1 : 0, .worker),
        ]
      )
    },
    scheme: tourism,
    facts: { facts, _ in facts[.monthlyWage] = .yuan(2_000) },
    derived: [],
    assumed: [
      say.assumedPersons(82),
      say(
        "half a mu of vegetables for each person, 3,000 kg a mu, sold at 1.60 yuan and grown at "
          + "0.70 yuan a kg",
        "人均菜地半亩，亩产 3,000 公斤，每公斤售价 1.60 元、成本 0.70 元"
      ),
      say(
        "the 26 households with work are among the 33, one worker each, 12 months at 2,000 yuan "
          + "(wages of 2,000 to 2,800 yuan are published for such work in Inner Mongolia)",
        "务工的 26 户在 33 户之内，每户 1 人，全年 12 个月，月工资 2,000 元（内蒙古同类岗位公布的月工资为 2,000 至 2,800 元）"
      ),
      say(
        "the 500,000 yuan equip the village and are nobody's stake",
        "500,000 元用于村内旅游设施，不作为任何人的入股资金"
      ),
    ],
    example: "HST-05",
    checks: { try checks(of: tourism, $0, in: say) }
  )
}

private func checks(
  of tourism: Terms,
  _ settlement: Settlement,
  in say: Language
) throws -> [Check] {
  let register = settlement.register
  let rows = register.households(in: say.village).indices
  let sales = try settlement.line(say.vegetables, of: tourism.name)
  let inputs = try settlement.line("\(say.vegetables): inputs", of: tourism.name)
  let wages = try settlement.line(say.catering, of: tourism.name)
  let produce = rows.map { row in
    (sales[row] - inputs[row]).ratio(to: .yuan(Int64(register[row].persons)))
  }
  let workers = rows.count { wages[$0] > .zero }
  return [
    Check(say.fundsPutIn, "500,000", tourism.funding.total),
    Check(
      say("households growing vegetables", "种植蔬菜户数"),
      "33",
      sales.householdCount,
      in: .households
    ),
    Check(
      say("smallest net income of a person from vegetables", "蔬菜人均纯收入最低数"),
      "more than 1,000",
      produce.min() ?? .zero
    ),
    Check(say("households with work", "务工户数"), "26", workers, in: .households),
    Check(
      say("wages of a worker", "务工人员年工资"),
      "about 24,000",
      wages.total.ratio(to: .yuan(Int64(max(1, workers))))
    ),
  ]
}
