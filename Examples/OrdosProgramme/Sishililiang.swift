import BenefitAssessment
import BenefitBinding

private let ids = (1...300).map { "SSL-\(padded($0, to: 3))" }

private func pigs(in say: Language) -> Terms {
  let key = Key.household.weighted(by: [.belowNationalLine: 2, .belowMunicipalAllowance: 1])
  return Shareholding(
    name: say("Sishililiang pig cooperative", "四十里梁生猪养殖合作社"),
    members: .gaqa(say.sishililiang),
    funding: [
      .contribution(.yuan(500_000), from: .industrialReliefFund),
      .contribution(.yuan(300_000), from: say.husbandryBureau),
    ],
    dividend: .fraction("10%", of: .stake),
    key: key,
    stakeKey: key
  ).organised(
    as: OrganisationMode([
      .init(
        say("leading enterprise", "龙头企业"),
        say.lvmeiCompany,
        does: say("raises pigs with the households", "带动各户养猪")
      ),
      .init(
        say.cooperative,
        say("Sishililiang cooperative", "四十里梁合作社"),
        does: say("holds the funds", "持有资金")
      ),
      .init(
        say.poorHousehold,
        say("300 households", "300 户"),
        does: say("draw a dividend", "领取分红")
      ),
    ])
  )
}

/// A cooperative with two tiers of households: pigs raised with Lvmei Company.
func sishililiang(in say: Language) -> PublishedCase {
  let pigs = pigs(in: say)
  return PublishedCase(
    name: say.sishililiang,
    published: say(
      "500,000 and 300,000 yuan to a cooperative of 124 households below the national line "
        + "and 176 below the municipal allowance line, led by Lvmei Company; no outcome.",
      "向合作社投入 500,000 元和 300,000 元，吸纳国家贫困线以下 124 户、市级低保线以下 176 户，由绿美公司带动养猪；未公布成效。"
    ),
    households: ids.enumerated().map { index, id in
      Household(
        id,
        gaqa: say.sishililiang,
        persons: evenShare(of: 747, over: 300, at: index),
        status: index < 124 ? .belowNationalLine : .belowMunicipalAllowance
      )
    },
    scheme: pigs,
    facts: { _, _ in },
    derived: [],
    assumed: [
      say.assumedPersons(747),
      say(
        "stake and dividend with twice the weight for households below the national line",
        "国家贫困线以下户的入股资金和分红按两倍权重计"
      ),
      say(
        "a dividend of 10 % of the stake, the middle of the published band of 5 to 15 %",
        "分红为入股资金的 10%，取各地公布的 5% 至 15% 的中间值"
      ),
    ],
    example: "SSL-001",
    checks: { settlement in
      let register = settlement.register
      let rows = register.households(in: say.sishililiang).indices
      let dividend = try settlement.line("dividend", of: pigs.name)
      func paid(_ status: Status) -> Int {
        rows.count { dividend[$0] > .zero && register[$0].status == status }
      }
      return [
        Check(say.fundsPutIn, "800,000", pigs.funding.total),
        Check(
          say("households below the national line with a dividend", "国家贫困线以下分红户数"),
          "124",
          paid(.belowNationalLine),
          in: .households
        ),
        Check(
          say(
            "households below the municipal allowance line with a dividend",
            "市级低保线以下分红户数"
          ),
          "176",
          paid(.belowMunicipalAllowance),
          in: .households
        ),
      ]
    }
  )
}
