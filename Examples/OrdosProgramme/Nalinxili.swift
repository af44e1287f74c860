import BenefitAssessment
import BenefitBinding

extension Language {
  fileprivate var village: String { self("Nalinxili", "纳林希里村") }
}

private func cooperative(in say: Language) -> Terms {
  Shareholding(
    name: say("Nalinxili breeding cooperative", "纳林希里养殖合作社"),
    members: .gaqa(say.village),
    funding: [
      .contribution(
        .yuan(860_000),
        from: .init(say("fiscal fund, relief loan and others", "财政专项扶贫资金、扶贫贷款等"))
      )
    ],
    dividend: .profit,
    key: .household
  ).terms
}

/// Shareholding: relief money as 41 households' stake in the breeding cooperative of Nalinxili.
func nalinxili(in say: Language) -> PublishedCase {
  let cooperative = cooperative(in: say)
  return PublishedCase(
    name: say.village,
    published: say(
      "41 households, each 4,000 yuan a year on average, for 860,000 yuan put in.",
      "以 860,000 元为 41 户贫困户入股当地养殖合作社，每户年均分红 4,000 元。"
    ),
    households: (0..<41).map { index in
      Household(
        "NLX-\(padded(index + 1, to: 2))",
        gaqa: say.village,
        persons: evenShare(of: 102, over: 41, at: index)
      )
    },
    scheme: cooperative,
    facts: { facts, _ in facts[.profit] = .yuan(4_000) * 41 },
    derived: [
      say(
        "distributed profit of 164,000.00 yuan = 41 households x 4,000 yuan",
        "可分配利润 164,000.00 元 = 41 户 × 4,000 元"
      )
    ],
    assumed: [
      say(
        "equal stakes and equal dividends, as the source gives an average only",
        "原文只公布平均数，各户入股资金和分红均按相等计"
      ),
      say(
        "the split between fiscal fund, relief loan and own money is not published; no interest is "
          + "charged",
        "财政资金、扶贫贷款、自筹资金各占多少未公布；不计利息"
      ),
      say(
        "\(say.assumedPersons(102)); no dividend depends on it",
        "\(say.assumedPersons(102))；分红与人口无关"
      ),
    ],
    example: "NLX-07",
    checks: { settlement in
      let members = settlement.register.households(in: say.village)
      let dividend = try settlement.line("dividend", of: cooperative.name)
      let paid = members.indices.map { dividend[$0] }
      return [
        Check(say.fundsPutIn, "860,000", cooperative.funding.total),
        Check(
          say("households with a dividend", "分红户数"),
          "41",
          dividend.householdCount,
          in: .households
        ),
        Check(
          say("smallest dividend of a household", "每户分红最低数"),
          "4,000",
          paid.min() ?? .zero
        ),
        Check(
          say("largest dividend of a household", "每户分红最高数"),
          "4,000",
          paid.max() ?? .zero
        ),
      ]
    }
  )
}
