package import BenefitBinding

/// A settlement whose incomes and costs from every scheme are given, household by household.
package struct GivenGains: Sendable {
  package var before: [Int64]
  package var persons: [Int]
  /// The income from each scheme, scheme by scheme, in fen.
  package var gross: [[Int64]]
  /// The costs of each scheme, scheme by scheme, in fen.
  package var costs: [[Int64]]
  package var statuses: [Status]?
  package var gaqas: [String]?

  package init(
    before: [Int64],
    persons: [Int]? = nil,
    gross: [[Int64]],
    costs: [[Int64]]? = nil,
    statuses: [Status]? = nil,
    gaqas: [String]? = nil
  ) {
    self.before = before
    self.persons = persons ?? before.map { _ in 1 }
    self.gross = gross
    self.costs = costs ?? gross.map { $0.map { _ in 0 } }
    self.statuses = statuses
    self.gaqas = gaqas
  }

  /// Random households of which every scheme reaches some and costs others something.
  package init(households: Int, schemes: Int, random: inout SplitMix64) {
    before = (0..<households).map { _ in .random(in: 0...20, using: &random) }
    persons = (0..<households).map { _ in .random(in: 1...4, using: &random) }
    gross = (0..<schemes).map { _ in
      (0..<households).map { _ in max(0, .random(in: -8...12, using: &random)) }
    }
    costs = (0..<schemes).map { _ in
      (0..<households).map { _ in max(0, .random(in: -8...5, using: &random)) }
    }
    let known: [Status] = [.belowNationalLine, .exited, .notPoor]
    statuses = (0..<households).map { _ in known[.random(in: known.indices, using: &random)] }
    gaqas = (0..<households).map { "G\(4 * $0 / households)" }
  }

  /// The net gains of a household from every scheme.
  package func net(_ row: Int) -> [Int64] { gross.indices.map { gross[$0][row] - costs[$0][row] } }

  /// The schemes "S0", "S1" and so on, settled.
  package func settled() throws -> Settlement {
    let register = try Register(
      ids: before.indices.map { "H-\(1_000 + $0)" },
      gaqas: gaqas ?? before.map { _ in "G" },
      persons: persons,
      statuses: statuses,
      baselineIncomes: before.map(Money.init(fen:))
    )
    let season = Season(2016) { season in
      for scheme in gross.indices {
        season.facts.set(
          .given("gross", scheme),
          rows: gross[scheme].map(Money.init(fen:)),
          of: register
        )
        season.facts.set(
          .given("costs", scheme),
          rows: costs[scheme].map(Money.init(fen:)),
          of: register
        )
      }
    }
    return try Programme("given") {
      for scheme in gross.indices {
        Terms(name: "S\(scheme)") {
          Payment("gross", each: .fact(.given("gross", scheme)), as: .transfer)
          Payment("costs", each: .fact(.given("costs", scheme)), as: .cost)
        }
      }
    }.settle(season, for: register)
  }
}

extension MoneyFact {
  fileprivate static func given(_ name: String, _ scheme: Int) -> Self { Self("\(name) \(scheme)") }
}
