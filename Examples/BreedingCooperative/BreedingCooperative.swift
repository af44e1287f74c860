// A breeding cooperative: relief money becomes 41 households' stake and pays them a dividend.
//
//   swift run BreedingCooperative

import BenefitBinding

@main
package enum BreedingCooperative {
  static func main() throws {
    print(try report())
  }

  /// Everything the example prints.
  package static func report() throws -> String {
    // 1. Who takes part.
    let register = try Register(
      (1...41).map { number in
        Household(
          number < 10 ? "NLX-0\(number)" : "NLX-\(number)",
          gaqa: "Nalinxili",
          persons: 2 + number % 3,
          baselineIncome: .yuan(2_600) * Int64(2 + number % 3)
        )
      }
    )

    // 2. What was agreed: who put in what, and what the members get for it. How the 860,000 yuan
    //    were made up, and the loan's terms, are our assumption; the source names the kinds only.
    let cooperative = Shareholding(
      name: "Breeding cooperative",
      funding: [
        .contribution(.yuan(500_000), from: .fiscalReliefFund),
        .contribution(
          .yuan(300_000),
          from: .reliefLoan,
          interest: "4.35%",
          subsidised: .percent(50)
        ),
        .contribution(.yuan(60_000), from: .householdFunds),
      ],
      dividend: .fraction(.whole, of: .profit),
      key: .household
    )

    // 3. What happened: two years, the second with a loss.
    let good = try cooperative.settle(
      Season(2016) { $0[.profit] = .yuan(164_000) },
      for: register
    )
    let bad = try cooperative.settle(
      Season(2017) { $0[.profit] = .yuan(-20_000) },
      for: register,
      books: good.closingBooks
    )

    // 4. Who gets what, and why.
    var lines: [String] = []
    if let statement = good.statement(for: "NLX-07") {
      let line = Money.yuan(2_952)
      let lift = statement.compared(to: line)
      lines += [
        statement.description,
        "",
        "With \(lift.after) a person instead of \(lift.before), household NLX-07 is "
          + (lift.isLifted ? "lifted over" : "not lifted over") + " the line of \(line).",
        "",
      ]
    }
    for settlement in [good, bad] {
      lines.append(
        "\(settlement.season.name): \(settlement.gross) paid to \(settlement.householdsReached) "
          + "households, \(settlement.costs) of interest"
      )
      lines += settlement.notices.map { "  \($0)" }
    }
    return lines.joined(separator: "\n")
  }
}
