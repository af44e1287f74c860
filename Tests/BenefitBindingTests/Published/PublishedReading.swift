import BenefitBinding
import Synchronization
import Testing

// What the published cases share: laying households out and reading figures as reports print them.

/// The part that falls to one of several places when a whole number is laid out evenly.
func evenPart(of total: Int, over count: Int, at index: Int) -> Int {
  total / count + (index < total % count ? 1 : 0)
}

/// Households of one gaqa over which a number of persons is laid out evenly.
func evenHouseholds(_ count: Int, persons: Int, gaqa: String = "A") -> [Household] {
  (0..<count).map { index in
    Household(
      "\(gaqa)-\(10_000 + index)",
      gaqa: gaqa,
      persons: evenPart(of: persons, over: count, at: index)
    )
  }
}

/// Groups of like households in one gaqa, in the order of the groups.
func groupedHouseholds(
  _ groups: (count: Int, measures: [Measure: Quantity])...
) throws -> Register {
  let measures = groups.flatMap { Array(repeating: $0.measures, count: $0.count) }
  return try Register(
    measures.enumerated().map { index, measures in
      Household("H-\(10_000 + index)", gaqa: "A", persons: 3, measures: measures)
    }
  )
}

// MARK: - Contracts

extension PublishedScheme {
  /// The terms that the cases settle, gathered while they do.
  final class Gathering: Sendable {
    @TaskLocal static var current: Gathering?

    private let gathered = Mutex<[Terms]>([])

    var terms: [Terms] { gathered.withLock(\.self) }

    func add(_ terms: Terms) {
      gathered.withLock { if !$0.contains(terms) { $0.append(terms) } }
    }
  }

  /// The different terms that the case settles, in the order in which it does.
  func settledTerms() throws -> [Terms] {
    let gathering = Gathering()
    _ = try Gathering.$current.withValue(gathering, operation: figures)
    return gathering.terms
  }
}

extension Scheme {
  /// Settles as the library does, and shows the terms to who gathers them.
  func settle(_ season: Season, for register: Register) throws(BenefitError) -> Settlement {
    PublishedScheme.Gathering.current?.add(terms)
    let settlement = try settle(season, for: register, books: Books())
    settlement.expectProofs()
    return settlement
  }
}

extension Settlement {
  /// Expects every amount to follow from its parts.
  fileprivate func expectProofs() {
    for (statement, row) in zip(statements, register.indices) {
      for entry in statement.entries {
        let value = entry.derivation.value
        #expect(value.quantity == entry.quantity)
        if entry.quantity == nil { #expect(value.money == entry.amount) }
        #expect(entry.derivation.holds, "row \(row): \(entry.derivation)")
      }
    }
  }
}

// MARK: - Figures

extension Settlement {
  /// What a line that must be there gives all households.
  func total(_ line: String) throws -> Money { try self.line(line).total }

  /// A distribution that must be there.
  func pool(_ clause: String) throws -> Waterfall { try waterfall(clause) }

  /// What a line that must be there gives one household.
  func amount(_ line: String, at row: Int = 0) throws -> Money {
    try self.line(line)[row]
  }
}

extension Money {
  /// The mean over a number of places, rounded half up to the fen.
  func mean(over count: Int64) -> Money {
    multiplied(by: Ratio(1, count), rounding: .halfUp(to: .fen))
  }

  /// The amount as a report prints it in whole yuan.
  var inWholeYuan: Money { multiplied(by: .whole, rounding: .halfUp(to: .yuan)) }
}

extension Ratio {
  /// The hundredths as a report prints them with some decimals.
  func percent(decimals: Int) throws -> Ratio {
    try Ratio(parsing: percentText(decimals: decimals)) * 100
  }

  /// The number as a report prints it with two decimals or more.
  func rounded(decimals: Int) throws -> Ratio {
    try Ratio(parsing: percentText(decimals: decimals - 2))
  }
}
