import BenefitBinding
import TestSupport
import Testing

/// Registers that are larger than what is worked out at once.
struct ManyHouseholdsTests {
  /// Gaqas of one household, of some and of thousands, and one without any.
  private static let register: Register? = {
    var random = SplitMix64(seed: 41)
    var households: [Household] = []
    let sizes =
      [1, 4_000, 60, 40, 5_000, 1, 4_096]
      + (0..<120).map { _ in Int.random(in: 1...60, using: &random) }
    for (gaqa, size) in sizes.enumerated() {
      for _ in 0..<size {
        households.append(
          Household(
            "H\(100_000 + households.count)",
            gaqa: "G\(1_000 + gaqa)",
            persons: .random(in: 1...7, using: &random),
            status: Bool.random(using: &random) ? .belowNationalLine : .notPoor,
            measures: [.shares: Quantity(.random(in: 0...50, using: &random), .share)]
          )
        )
      }
    }
    return try? Register(households, gaqas: ["G1003a"])
  }()

  @Test(arguments: [Residue.largestRemainder, .first, .last])
  func `Each gaqa shares its pot as if it were alone`(_ residue: Residue) throws {
    let register = try #require(Self.register)
    var random = SplitMix64(seed: 7)
    var season = Season(2020)
    for gaqa in register.gaqas {
      season[.profit, gaqa: gaqa] = Money(fen: .random(in: 0...9_000_000, using: &random))
    }
    let rule = Apportionment(residue: residue)
    let settlement = try Terms(name: "T") {
      Distribution("d", of: .fact(.profit), per: .gaqa) {
        Tier(
          .rest,
          by: .measure(.shares),
          where: .status(.belowNationalLine),
          apportioned: rule,
          as: .property
        )
      }
    }.settle(season, for: register)
    let line = try settlement.line("d")
    for gaqa in register.gaqas {
      let rows = register.households(in: gaqa).indices
      let weights = rows.map { row in
        let household = register[row]
        return household.status == .belowNationalLine
          ? (household.measures[.shares]?.thousandths ?? 0) / 1_000 : 0
      }
      guard weights.contains(where: { $0 > 0 }), let pot = season[.profit, gaqa: gaqa] else {
        #expect(rows.allSatisfy { line[$0] == .zero })
        continue
      }
      #expect(try rule.parts(of: pot, by: weights).parts == rows.map { line[$0] })
    }
    for row in stride(from: 0, to: register.count, by: 97) {
      #expect(settlement.derivation(of: line, at: row).holds)
    }
  }

  @Test func `One pot for all is shared as one`() throws {
    let register = try #require(Self.register)
    let pot = Money.yuan(1_234_567)
    let settlement = try Terms(name: "T") {
      Distribution("d", of: .fixed(pot)) { Tier(.rest, by: .person, as: .property) }
    }.settle(Season(2020), for: register)
    let line = try settlement.line("d")
    let weights = register.map { Int64($0.persons) }
    #expect(try Apportionment.exact.parts(of: pot, by: weights).parts == Array(line))
    for row in stride(from: 0, to: register.count, by: 997) {
      #expect(settlement.derivation(of: line, at: row).holds)
    }
  }
}
