import BenefitAssessment
import BenefitBinding

private func economy(of gaqas: [String], in say: Language) -> Terms {
  CollectiveEconomy(
    name: say("Hanggin gaqa economy", "杭锦旗嘎查集体经济"),
    members: .gaqa(gaqas),
    funding: [
      .contribution(.yuan(17_700_000), from: .fiscalReliefFund, householdShare: .percent(60))
    ],
    returns: .fact(.projectReturn),
    key: .person
  ).organised(
    as: OrganisationMode([
      .init(
        say("branch", "党支部"),
        say("party branches of the gaqas", "各嘎查党支部"),
        does: say("run the projects", "组织实施项目")
      ),
      .init(
        say.poorHousehold,
        say("815 households", "815 户"),
        does: say("hold 60 % of the funds as their stake", "以 60% 的资金入股")
      ),
    ])
  )
}

/// Collective economy: public money in 34 gaqa projects, 60 % of it the poor households' stake.
func hanggin(in say: Language) -> PublishedCase {
  let gaqas = (1...34).map(say.hangginGaqa)
  let economy = economy(of: gaqas, in: say)
  return PublishedCase(
    name: say("Hanggin", "杭锦旗"),
    published: say(
      "17,700,000 yuan in 34 projects, 60 % as the stake of 815 households with 2,028 "
        + "persons; 600 yuan more for each person expected.",
      "整合 17,700,000 元投入 34 个嘎查集体经济项目，其中 60% 折为 815 户 2,028 人的入股资金，预计人均增收 600 元。"
    ),
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
      say(
        "return of the projects of 2,028,000.00 yuan = 600 yuan x 2,028 persons / 60 %",
        "项目收益 2,028,000.00 元 = 600 元 × 2,028 人 ÷ 60%"
      )
    ],
    assumed: [
      say(
        "one pool for all 34 projects, shared by person",
        "34 个项目的收益合并计算，按人口分配"
      ),
      say(
        "the collective keeps the return on its own 40 %, at the same yield",
        "其余 40% 归嘎查集体，收益率相同，收益由集体留存"
      ),
      say(
        "households spread evenly over 34 gaqas, with 2 or 3 persons each (2,028 in 815 households)",
        "各户平均分布在 34 个嘎查，每户 2 至 3 人（815 户共 2,028 人）"
      ),
    ],
    example: "HJ-001",
    checks: { try checks(of: economy, $0, in: say) }
  )
}

private func checks(
  of economy: Terms,
  _ settlement: Settlement,
  in say: Language
) throws -> [Check] {
  let register = settlement.register
  let dividend = try settlement.line("dividend", of: economy.name)
  let members = register.indices.filter { dividend[$0] > .zero }
  let perPerson = members.map { row in
    dividend[row].ratio(to: .yuan(Int64(register[row].persons)))
  }
  return [
    Check(say.fundsPutIn, "17,700,000", economy.funding.total),
    Check(
      say("part of the funds turned into stake", "资金折股比例"),
      "60",
      economy.funding.stakeRatio * 100,
      in: .percent
    ),
    Check(
      say("gaqas with a project", "有项目的嘎查"),
      "34",
      Set(members.map { register[$0].gaqa }).count,
      in: .gaqas
    ),
    Check(say("households with a dividend", "分红户数"), "815", members.count, in: .households),
    Check(
      say("persons in them", "分红户人口"),
      "2,028",
      members.reduce(0) { $0 + register[$1].persons },
      in: .persons
    ),
    Check(say("smallest dividend of a person", "人均分红最低数"), "600", perPerson.min() ?? .zero),
    Check(say("largest dividend of a person", "人均分红最高数"), "600", perPerson.max() ?? .zero),
  ]
}
