// A village that visitors come to: vegetables for the kitchens, jobs, and a share of the tickets.
//
//   swift run VillageTourism

import BenefitBinding

extension Measure {
  /// Land under vegetables.
  static let gardenArea = Measure("garden area", in: .mu)
}

@main
package enum VillageTourism {
  static func main() throws {
    print(try report())
  }

  /// Everything the example prints.
  package static func report() throws -> String {
    let register = try Register([
      Household("H-1", gaqa: "Hashatu", persons: 3, measures: [.gardenArea: "1.5 mu"]),
      Household(
        "H-2",
        gaqa: "Hashatu",
        persons: 2,
        measures: [.gardenArea: "0.8 mu", .workers: "1 worker"]
      ),
      Household("H-3", gaqa: "Hashatu", persons: 4, measures: [.workers: "2 workers"]),
    ])

    // 3,000 kg of vegetables from a mu, bought at the market's price but never below 1.20 a kg.
    let vegetables = QuantityFormula.measure(.gardenArea) * "3000 kg"
    let tourism = Tourism(
      name: "Village tourism",
      funding: [.contribution(.yuan(500_000), from: .industrialReliefFund, householdShare: .zero)],
      produce: [
        Purchase(
          "Vegetables",
          of: vegetables,
          at: .greater(of: "1.20", .fact(.marketPrice)),
          inputs: .each("0.50", per: vegetables)
        )
      ],
      jobs: [
        Employment(
          "Catering and cleaning",
          work: .each("10 months", per: .measure(.workers)),
          pay: .fact(.monthlyWage),
          displaced: .each(.yuan(3_000), per: .measure(.workers))
        )
      ],
      takings: .fraction(.percent(7), of: .fact(.takings)),
      takingsKey: .person
    )

    let season = Season(2016) {
      $0[.marketPrice] = "1.05"
      $0[.monthlyWage] = .yuan(2_000)
      $0[.takings] = .yuan(100_000)
    }
    let settlement = try tourism.settle(season, for: register)
    return register.indices.map { settlement.statements[$0].description }
      .joined(separator: "\n\n")
  }
}
