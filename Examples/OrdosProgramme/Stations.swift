import BenefitAssessment
import BenefitBinding

private let funding: Funding = [
  .contribution(.yuan(400_000), from: .specialFund, householdShare: .zero)
]

private func good(serving households: some Collection<Household>, in say: Language) -> PublicGood {
  PublicGood(
    name: say("Dalad service stations", "达拉特旗电商服务站"),
    unit: say("station", "个服务站"),
    units: 10,
    funding: funding,
    households: households.isEmpty ? nil : Int64(households.count),
    persons: households.isEmpty ? nil : households.reduce(0) { $0 + Int64($1.persons) }
  )
}

/// A public good: stations that serve everybody and owe nobody a payment.
func stations(in say: Language) -> PublishedCase {
  PublishedCase(
    name: say("Stations", "电商服务站"),
    published: say(
      "400,000 yuan of special funds for 10 e-commerce service stations.",
      "扶贫专项资金 400,000 元，建设苏木、嘎查级电商服务站 10 个。"
    ),
    households: [],
    scheme: good(serving: [], in: say).terms,
    facts: { _, _ in },
    derived: [],
    assumed: [
      say(
        "the stations serve the 90 households of Dalad; whom else, is not stated",
        "服务站服务达拉特旗的 90 户，其他服务对象未载明"
      )
    ],
    example: nil,
    tables: { register in
      [good(serving: register.households(in: say.dalad), in: say).table(in: say)]
    },
    checks: { _ in
      [
        Check(say.fundsPutIn, "400,000", funding.total),
        Check(
          say("cost of each of 10 stations", "每个服务站投入（共 10 个）"),
          "not stated",
          funding.total.ratio(to: .yuan(10))
        ),
      ]
    }
  )
}
