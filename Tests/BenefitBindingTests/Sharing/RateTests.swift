import BenefitBinding
import Testing

/// Rates for a unit that some weights are only a fraction of.
struct RateTests {
  private struct LandRent: Scheme {
    let name = "land rent"
    var rule: Apportionment
    var clauses: [Clause] {
      Distribution(of: .fact(.takings)) {
        Tier(.percentOfPot(100), by: .measure(.landArea), apportioned: rule, as: .property)
      }
    }
  }

  /// What the settled scheme pays for plots of these sizes.
  private func rent(
    _ takings: Money,
    _ direction: Rounding.Direction,
    for plots: Quantity...
  ) throws -> [Money] {
    let register = try Register(
      plots.enumerated().map {
        Household("\($0.offset)", gaqa: "Wushen", persons: 1, measures: [.landArea: $0.element])
      }
    )
    let rule = Apportionment(
      rate: Rounding(direction, to: .fen),
      residue: .posted(to: .collective)
    )
    let season = Season(2017) { $0[.takings] = takings }
    let settlement = try LandRent(rule: rule).settle(season, for: register)
    let line = try #require(settlement.lines.first)
    return register.indices.map { line[$0] }
  }

  @Test func `A rate rounded down never overdraws the pot`() throws {
    // One fen a mu is half a fen for each plot.
    #expect(
      try rent("0.02", .down, for: "0.5 mu", "0.5 mu", "0.5 mu", "0.5 mu")
        == ["0", "0", "0", "0"]
    )
    #expect(
      try rent("10.00", .down, for: "1.5 mu", "1.5 mu", "0.333 mu") == ["4.50", "4.50", "0.99"]
    )
  }

  @Test func `A rate rounded up pays fractions of a unit rounded up`() throws {
    #expect(try rent("0.02", .up, for: "0.25 mu", "1.5 mu") == ["0.01", "0.03"])
  }

  @Test func `A rate to the nearer fen pays fractions to the nearer fen`() throws {
    #expect(try rent("0.02", .halfUp, for: "0.25 mu", "1.75 mu") == ["0", "0.02"])
    #expect(try rent("0.02", .halfUp, for: "0.5 mu", "1.5 mu") == ["0.01", "0.02"])
    #expect(try rent("0.02", .halfEven, for: "0.5 mu", "1.5 mu") == ["0", "0.02"])
  }
}
