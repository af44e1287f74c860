import BenefitBinding

extension Language {
  fileprivate var village: String { self("Longhuqu", "龙虎渠村") }

  /// Days that a household worked on adopted plots.
  fileprivate var daysWorked: Measure {
    Measure(self("days worked", "务工天数"), in: .day)
  }
}

private func plots(in say: Language) -> Terms {
  LandAdoption(
    name: say("Longhuqu Happiness Pastorale", "龙虎渠幸福田园"),
    members: .gaqa(say.village),
    fee: .yuan(200),
    guaranteed: "22 jin",
    replacement: "4.00",
    costs: .fact(.adoptionCosts),
    rent: .each(.yuan(510), per: .measure(.landArea)),
    labour: .each(.yuan(100), per: .measure(say.daysWorked)),
    marginFraction: .percent(40)
  ).terms
}

/// Land adoption: the document names village and mode, and praises the outcome without a figure.
func adoption(in say: Language) -> PublishedCase {
  PublishedCase(
    name: say("Adoption", "土地认养"),
    published: say(
      "\"Happiness Pastorale\" in the form of land adoption, Longhuqu, without a figure.",
      "龙虎渠村以土地认养方式建设“幸福田园”，未公布数字。"
    ),
    households: (1...20).map { number in
      Household(
        "LHQ-\(padded(number, to: 2))",
        gaqa: say.village,
        persons: 2 + number % 2,
        measures: [.landArea: "3 mu", say.daysWorked: Quantity(30, .day)]
      )
    },
    scheme: plots(in: say),
    facts: { facts, _ in
      facts[.unitsAdopted] = Quantity(1_000, Quantity.Unit("unit"))
      facts[.yieldPerUnit] = "20 jin"
      facts[.adoptionCosts] = .yuan(60_000)
    },
    derived: [],
    assumed: [
      say(
        "20 households with 3 mu and 30 days of work at 100 yuan each, 1,000 adopted units",
        "20 户，每户土地 3 亩、务工 30 天、日工资 100 元，共认养 1,000 份"
      ),
      say(
        "200 yuan for a unit with 22 jin guaranteed, what is missing bought in at 4 yuan (the fee "
          + "and guarantee published for She county, Anhui); 20 jin grew",
        "每份认养费 200 元，保底产量 22 斤，不足部分按每斤 4 元补购（认养费和保底产量为安徽歙县公布的标准），实际产量 20 斤"
      ),
      say(
        "a rent of 510 yuan a mu (published elsewhere as the floor of land shares), other costs of "
          + "60,000 yuan, 40 % of the margin for the households",
        "每亩租金 510 元（外地公布的土地入股保底收益），其他成本 60,000 元，盈余的 40% 归农户"
      ),
    ],
    example: "LHQ-01",
    checks: { _ in
      [
        Check(
          say("land adoption, Longhuqu", "龙虎渠村土地认养成效"),
          unknownBecause: say.noTerms,
          in: .yuan
        )
      ]
    }
  )
}
