import BenefitAssessment
import BenefitBinding

private func atHome(in say: Language) -> Terms {
  HouseholdLoan(
    name: say("Enriched-Farmers loans used at home", "富农贷（户贷户用）"),
    members: .atLeast(.fact(.loanPrincipal), .yuan(1)),
    use: .atHome(returns: .fact(.returnOnUse)),
    interest: "4.75%",
    subsidised: .percent(50),
    recovered: .zero
  ).terms
}

private func lentOn(in say: Language) -> Terms {
  HouseholdLoan(
    name: say("Enriched-Farmers loans lent on", "富农贷（户贷企用）"),
    members: .atLeast(.fact(.loanPrincipal), .yuan(1)),
    use: .lentOn(coupon: "6%"),
    interest: "4.75%",
    subsidised: .whole,
    recovered: .zero
  ).terms
}

extension Facts {
  /// States an amount for some households of Dalad, by their numbers, and nothing for all others.
  fileprivate mutating func set(
    _ fact: MoneyFact,
    _ amount: Money,
    for numbers: ClosedRange<Int>,
    in register: Register
  ) {
    let ids = Set(numbers.map { "DLT-\(padded($0, to: 2))" })
    set(fact, for: register) { ids.contains($0.id) ? amount : .zero }
  }
}

/// Loans that households use at home: the document leaves terms to the banners.
func loansAtHome(in say: Language) -> PublishedCase {
  PublishedCase(
    name: say("Loans", "户贷户用"),
    published: say(
      "Enriched-Farmers loans to households and Strengthened-Farmers loans to enterprises; "
        + "each banner sets the proportion.",
      "对农牧户发放富农贷，对企业发放强农贷，投放比例由各旗区自行确定。"
    ),
    households: [],
    scheme: atHome(in: say),
    facts: { facts, register in
      facts.set(.loanPrincipal, .yuan(30_000), for: 1...20, in: register)
      facts.set(.returnOnUse, .yuan(4_000), for: 1...20, in: register)
    },
    derived: [],
    assumed: [
      say(
        "20 of the households of Dalad with 30,000 yuan each, which earn them 4,000 yuan",
        "达拉特旗各户中的 20 户，每户贷款 30,000 元，自用收益 4,000 元"
      ),
      say(
        "4.75 % interest, half of it paid by the treasury; nothing paid back yet",
        "年利率 4.75%，财政贴息一半；本金尚未偿还"
      ),
    ],
    example: "DLT-01",
    checks: { _ in
      let placed = try Apportionment.exact.parts(of: .yuan(1_650_000), by: [2, 1]).parts
      return [
        Check(
          say(
            "loans to households at two thirds of 1,650,000",
            "富农贷投放额（按 1,650,000 元的三分之二）"
          ),
          "not stated",
          placed[0]
        ),
        Check(
          say(
            "placement of Enriched- and Strengthened-Farmers loans",
            "富农贷与强农贷投放比例"
          ),
          unknownBecause: say(
            "each banner sets the proportion itself.",
            "投放比例由各旗区自行确定。"
          ),
          in: .percent
        ),
      ]
    }
  )
}

/// Loans that an enterprise uses, while the household owes them.
func loansLentOn(in say: Language) -> PublishedCase {
  PublishedCase(
    name: say("Lent on", "户贷企用"),
    published: say(
      "the same loans where an enterprise uses them and the household owes them.",
      "同一贷款，由农户承贷、企业使用。"
    ),
    households: [],
    scheme: lentOn(in: say),
    facts: { facts, register in
      facts.set(.loanPrincipal, .yuan(50_000), for: 21...30, in: register)
    },
    derived: [],
    assumed: [
      say(
        "10 other households of Dalad with 50,000 yuan each, for a coupon of 6 %, and the interest "
          + "paid by the treasury (terms published for such loans elsewhere); nothing paid back yet",
        "达拉特旗另外 10 户，每户贷款 50,000 元，固定收益 6%，利息由财政全额补贴（外地公布的同类贷款条款）；本金尚未偿还"
      )
    ],
    example: "DLT-21",
    checks: { _ in [] }
  )
}
