import BenefitAssessment
import BenefitBinding
import BenefitLedgers

extension Language {
  fileprivate var banner: String { self("Otog", "鄂托克旗") }
}

/// One contract through the trade council, and what 60 households delivered under it.
private func makeProcurement(in say: Language) throws -> Procurement {
  let id = say("mutton", "羊肉")
  let sellers = say("Otog herders", "鄂托克旗牧民")
  return try Procurement(
    contracts: [
      .init(
        id,
        on: "2016-10-08",
        buyers: [say("trade council's members", "贸促会会员单位")],
        sellers: [sellers],
        of: Good(say("dry mutton", "干羊肉"), in: .jin),
        signed: "6,000 jin",
        at: .yuan(117)
      )
    ],
    deliveries: (1...60).map { number in
      .init(
        id,
        on: "2016-11-01",
        from: otogID(number),
        through: sellers,
        "100 jin",
        otherwise: .yuan(90)
      )
    }
  )
}

private func otogID(_ number: Int) -> Household.ID { "OTG-\(padded(number, to: 2))" }

/// Consumption assistance: mutton that was hard to sell, bought through the trade council.
func otog(in say: Language) -> PublishedCase {
  PublishedCase(
    name: say.banner,
    published: say(
      "6,000 jin of dry mutton sold for more than 700,000 yuan; procurement contracts and "
        + "sales per person for 2020 to 2022.",
      "帮助销售干羊肉 6,000 斤，销售额 700,000 元以上；另公布 2020 年至 2022 年采购合同和人均销售收入。"
    ),
    households: (1...60).map { number in
      Household(otogID(number), gaqa: say.banner, persons: 2 + number % 2)
    },
    scheme: ConsumptionAssistance.recorded(
      say("Otog dry mutton", "鄂托克旗干羊肉消费扶贫"),
      members: .gaqa(say.banner)
    ),
    facts: { facts, register in facts = try makeProcurement(in: say).facts(for: register) },
    derived: [],
    assumed: [
      say(
        "60 households with 100 jin each, for neither their number nor their sizes are published",
        "共 60 户，每户 100 斤，户数和家庭人口均未公布"
      ),
      say(
        "117 yuan a jin, the whole yuan above 700,000 / 6,000 = 116.67; 90 yuan a jin otherwise",
        "每斤 117 元，由 700,000 ÷ 6,000 = 116.67 进到整元；无帮扶时每斤 90 元"
      ),
    ],
    example: "OTG-01",
    tables: { _ in [try makeProcurement(in: say).table(in: say)] },
    checks: { settlement in
      let procurement = try makeProcurement(in: say)
      let bought = try procurement.quantities(in: .jin, for: settlement.register)
        .reduce(Quantity(0, .jin)) { $0 + $1 }
      return [
        Check(
          say("mutton bought", "羊肉采购量"),
          "6,000",
          Ratio(bought.thousandths, 1_000),
          in: .jin
        ),
        Check(
          say("sales of mutton", "羊肉销售额"),
          "more than 700,000",
          try procurement.sales()
        ),
      ] + lostTotals(in: say) + workTeams(in: say)
    }
  )
}

// MARK: - Figures that no total goes with

/// What was published of contracts; the digits before "100 million yuan" are lost in all of them.
private let summaries: [(period: Phrase, contracts: Int, firms: Int, salesPerPerson: Money?)] = [
  (Phrase(en: "2020", zh: "2020 年"), 466, 238, .yuan(3_822)),
  (Phrase(en: "2021", zh: "2021 年"), 366, 292, .yuan(3_317)),
  (Phrase(en: "early 2022", zh: "2022 年第一季度"), 42, 62, nil),
]

private func lostTotals(in say: Language) -> [Check] {
  func because(_ period: String) -> String {
    say(
      "The summary of \(period) does not state the total. Supply it from another source; what is "
        + "unknown is not guessed.",
      "\(period)总结中的采购总额缺失，须另查来源补填，不作推测。"
    )
  }
  return summaries.map { summary in
    let period = summary.period.text(in: say)
    return Check(
      say(
        "value of one of \(summary.contracts) contracts with \(summary.firms) firms, \(period)",
        "单份合同金额（\(period)，\(summary.firms) 家企业 \(summary.contracts) 份合同）"
      ),
      unknownBecause: because(period),
      in: .yuan
    )
  }
    + summaries.compactMap { summary in
      let period = summary.period.text(in: say)
      return summary.salesPerPerson.map { sales in
        Check(
          say(
            "persons behind sales of \(sales) a person, \(period)",
            "销售涉及人数（\(period)，人均销售收入 \(sales) 元）"
          ),
          unknownBecause: because(period),
          in: .persons
        )
      }
    }
}

private func workTeams(in say: Language) -> [Check] {
  [
    Check(
      say(
        "resident cadres for each of 735 village work teams",
        "每支驻村工作队的包联干部（共 735 支）"
      ),
      "not stated",
      Ratio(2_476, 735),
      in: .persons
    ),
    Check(
      say(
        "more than 35,000 employees of 2,006 firms",
        "2,006 家企业职工 35,000 人以上"
      ),
      unknownBecause: say(
        "17 to a firm is too few for the firms described; a digit may be lost.",
        "平均每家 17 人，与所述企业规模不符，可能漏印一位数字。"
      ),
      in: .persons
    ),
  ]
}
