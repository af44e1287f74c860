import BenefitAssessment
import BenefitBinding

/// The subsidy to the enterprise that takes the households of Sishililiang along.
func lvmei(in say: Language) -> PublishedCase {
  PublishedCase(
    name: say("Lvmei", "绿美公司"),
    published: say(
      "at most 2,000,000 yuan to an entity that takes poor households along.",
      "对吸纳带动贫困户的新型农牧业经营主体，最高补助 2,000,000 元。"
    ),
    households: [],
    scheme: LeadEntitySubsidy(
      name: say("Subsidy to Lvmei Company", "龙头企业绿美公司带贫补助"),
      members: .gaqa(say.sishililiang),
      perHousehold: .yuan(8_000),
      cap: .yuan(2_000_000)
    ).terms,
    facts: { _, _ in },
    derived: [],
    assumed: [
      say(
        "8,000 yuan for each of the 300 households of Sishililiang, which the cap cuts",
        "按四十里梁 300 户、每户 8,000 元计算，超过上限部分不予补助"
      )
    ],
    example: nil,
    checks: { settlement in
      [
        Check(
          say("subsidy to the lead entity", "带动主体补助"),
          "2,000,000",
          try settlement.received(by: .leadEntity)
        )
      ]
    }
  )
}
