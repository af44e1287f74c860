// Collective projects of two gaqas: 60 % of the money is the poor households' stake.
//
//   swift run GaqaEconomy

import BenefitBinding

@main
package enum GaqaEconomy {
  static func main() throws {
    print(try report())
  }

  /// Everything the example prints.
  package static func report() throws -> String {
    let register = try Register([
      Household("A-1", gaqa: "Amenqi", persons: 3),
      Household("A-2", gaqa: "Amenqi", persons: 1),
      Household("A-3", gaqa: "Amenqi", persons: 4, status: .notPoor),
      Household("S-1", gaqa: "Shengli", persons: 2),
      Household("S-2", gaqa: "Shengli", persons: 5, status: .belowMunicipalAllowance),
    ])

    // A pot for each gaqa; only registered households are members.
    let economy = CollectiveEconomy(
      name: "Gaqa economy",
      members: .status(.belowNationalLine, .belowMunicipalAllowance),
      funding: [
        .contribution(
          .yuan(400_000),
          from: .fiscalReliefFund,
          householdShare: .percent(60),
          gaqa: "Amenqi"
        ),
        .contribution(
          .yuan(600_000),
          from: .fiscalReliefFund,
          householdShare: .percent(60),
          gaqa: "Shengli"
        ),
      ],
      returns: .fact(.projectReturn),
      key: .person,
      collectiveUses: [(.reserve, .percent(30)), (.publicPosts, .percent(20))],
      scope: .gaqa
    )

    let season = Season(2016) {
      $0[.projectReturn, gaqa: "Amenqi"] = .yuan(45_000)
      $0[.projectReturn, gaqa: "Shengli"] = .yuan(60_000)
    }
    let settlement = try economy.settle(season, for: register)

    var table = Table(
      "household",
      "gaqa",
      .amount("persons"),
      .amount("stake"),
      .amount("dividend")
    )
    for (row, household) in register.enumerated() {
      let amounts = try ["stake", "dividend"].map { try settlement.line($0)[row].description }
      table.add(household.id, household.gaqa, "\(household.persons)", amounts[0], amounts[1])
    }
    var lines = [table.text, ""]
    for account in [Account.reserve, .publicPosts, .collective] {
      lines.append("\(account): \(try settlement.received(by: account))")
    }
    if let statement = settlement.statement(for: "S-2") { lines += ["", statement.description] }
    if let row = register.row(of: "A-3") {
      let dividend = try settlement.line("dividend")
      lines += [
        "", "Why A-3 gets nothing:", settlement.derivation(of: dividend, at: row).description,
      ]
    }
    return lines.joined(separator: "\n")
  }
}
