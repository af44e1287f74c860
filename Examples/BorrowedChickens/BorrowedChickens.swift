// Eggs from borrowed chickens: chicks given free, eggs at a protective price, sales traced back.
//
//   swift run BorrowedChickens

import BenefitBinding
import BenefitLedgers

extension Measure {
  /// Chicks that a household was given.
  static let chicksGiven = Measure("chicks given", in: .head)
}

@main
package enum BorrowedChickens {
  static func main() throws {
    print(try report())
  }

  /// Everything the example prints.
  package static func report() throws -> String {
    let register = try Register([
      Household("D-1", gaqa: "Dalad", persons: 3, measures: [.chicksGiven: "45 head"]),
      Household("D-2", gaqa: "Dalad", persons: 2, measures: [.chicksGiven: "30 head"]),
    ])

    // What was collected from whom, and what the platform sold it for.
    let lots: [Traceability.Lot] = [
      .init("spring D-1", from: "D-1", "2700 eggs"),
      .init("spring D-2", from: "D-2", "1800 eggs"),
      .init("autumn D-1", from: "D-1", "2500 eggs"),
    ]
    let sold: [Traceability.Parcel] = [
      .init("spring D-1", "2000 eggs"), .init("spring D-2", "1000 eggs"),
      .init("spring D-1", "700 eggs"), .init("autumn D-1", "2500 eggs"),
      .init("spring D-2", "800 eggs"),
    ]
    let sales: [Traceability.Sale] = [
      .init("order 1", for: .yuan(4_500), Array(sold[0..<2])),
      .init("order 2", for: .yuan(5_600), Array(sold[2...])),
    ]
    let trace = try Traceability(lots: lots, sales: sales)

    let eggs = QuantityFormula.measure(.eggsDelivered)
    let platform = ECommerce(
      name: "Eggs from borrowed chickens",
      givenFree: .each("8.00", per: .measure(.chicksGiven)),
      produce: Purchase(
        "Eggs",
        of: eggs,
        at: .greater(of: "1.00", .fact(.marketPrice)),
        inputs: .each("0.40", per: eggs)
      ),
      sales: .fact(.platformSales),
      platformCosts: .each("0.15", per: .measure(.eggsDelivered)),
      marginFraction: .percent(20),
      marginKey: .measure(.eggsDelivered)
    )

    let delivered = try trace.collected(in: .egg, for: register)
    let season = Season(2016) {
      $0[.marketPrice] = "0.90"
      $0[.platformSales] = trace.revenue
      $0.facts.set(.eggsDelivered, byHousehold: delivered)
    }
    let settlement = try platform.settle(season, for: register)

    var lines = register.indices.map { settlement.statements[$0].description + "\n" }
    lines.append("Platform sales \(trace.revenue), which are no household's income, traced to:")
    for (household, revenue) in zip(register, try trace.revenue(for: register)) {
      lines.append("  \(household.id)  \(revenue)")
    }
    lines.append("Order 2 came from:")
    for parcel in trace.parcels(of: "order 2") {
      lines.append("  \(parcel.lot), \(parcel.quantity), \(parcel.revenue)")
    }
    return lines.joined(separator: "\n")
  }
}
