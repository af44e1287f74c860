import BenefitBinding
import Testing

/// Sentences on means, totals, ratios and conditions.
extension SentenceTests {
  // MARK: Means, totals and ratios

  @Test func `36. A mean of three years`() throws {
    let terms = Terms(name: "Sheep farm") {
      Distribution(of: .fraction("30%", of: .mean(of: .fact(.profit), seasons: 3))) {
        Tier(.rest, by: .household, as: .property)
      }
    }
    let lean = Season(2023) { $0[.profit] = .yuan(90_000) }
    let fair = Season(2024) { $0[.profit] = .yuan(-30_000) }
    let season = Season(2025, after: [lean, fair]) { $0[.profit] = .yuan(60_000) }
    let settlement = try terms.settle(season, for: Self.register)
    #expect(settlement.gross(at: 0) == "4,000.00")
  }

  @Test func `37. By the part delivered`() throws {
    let terms = Terms(name: "Sheep farm") {
      let poor = Condition.status(.belowNationalLine, .belowMunicipalAllowance)
      let eggs = QuantityFormula.measure(.eggsDelivered)
      let part = Rate.ratio(of: .membersTotal(eggs, where: poor), to: .membersTotal(eggs))
      Distribution(of: .fraction(part, of: .fact(.profit))) {
        Tier(.rest, by: .measure(.eggsDelivered), where: poor, as: .property)
      }
    }
    let settlement = try terms.year { $0[.profit] = .yuan(10_000) }
    #expect(settlement.gross(at: 0) == "3,000.00")
  }

  // MARK: Conditions

  @Test func `38. One gaqa`() throws {
    let terms = Terms(name: "Sheep farm") {
      Distribution("rent", of: .fact(.takings)) {
        Tier(.rest, by: .person, where: .gaqa("Nalin"), as: .property)
      }
    }
    let settlement = try terms.year { $0[.takings] = .yuan(10_000) }
    #expect(settlement.gross(at: 0) == "6,000.00")
    #expect(settlement.gross(at: 2) == "0.00")
  }

  @Test func `39. Double parts for the poorest`() throws {
    let terms = Terms(name: "Sheep farm") {
      let parts = Key.person.weighted(by: [.belowNationalLine: 2, .belowMunicipalAllowance: 1])
      Distribution(of: .fact(.profit)) { Tier(.rest, by: parts, as: .property) }
    }
    let settlement = try terms.year { $0[.profit] = .yuan(16_000) }
    #expect(settlement.gross(at: 0) == "12,000.00")
  }

  @Test func `40. A list and a measure`() throws {
    let terms = Terms(name: "Sheep farm") {
      let entitled = Condition.household("N-1", "N-2") && .atLeast(.measure(.landArea), "5 mu")
      Payment("grant", each: .yuan(300), where: entitled, as: .transfer)
    }
    let settlement = try terms.year()
    #expect(settlement.gross(at: 1) == "300.00")
    #expect(settlement.gross(at: 0) == "0.00")
  }
}
