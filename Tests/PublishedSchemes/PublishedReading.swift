import BenefitBinding
import Synchronization
import TestSupport

// What the published cases share: laying households out and reading figures as reports print them.

/// The part that falls to one of several places when a whole number is laid out evenly.
func evenPart(of total: Int, over count: Int, at index: Int) -> Int {
  total / count + (index < total % count ? 1 : 0)
}

/// The gaqa of cases that tell no places apart.
let households = "households"

/// Like households in one gaqa.
func alike(
  _ count: Int,
  persons: Int = 1,
  measures: [Measure: Quantity] = [:]
) throws -> Register {
  try likeHouseholds(count, gaqa: households, persons: persons, measures: measures)
}

/// Households of one gaqa over which a number of persons is laid out evenly.
func evenHouseholds(_ count: Int, persons: Int, gaqa: String = households) -> [Household] {
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
      Household("H-\(10_000 + index)", gaqa: households, persons: 1, measures: measures)
    }
  )
}

// MARK: - Settlements

/// The settlements that a case makes, gathered while it works its figures out.
final class Gathering: Sendable {
  @TaskLocal static var current: Gathering?

  private let gathered = Mutex<[Settlement]>([])

  var settlements: [Settlement] { gathered.withLock(\.self) }

  fileprivate static func add(_ settlement: Settlement) {
    current?.gathered.withLock { $0.append(settlement) }
  }
}

extension Scheme {
  /// Settles as the library does, and shows the settlement to who gathers them.
  func settle(_ season: Season, for register: Register) throws(BenefitError) -> Settlement {
    try Programme(terms.name) { self }.settle(season, for: register)
  }
}

extension Programme {
  /// Settles as the library does, and shows the settlement to who gathers them.
  func settle(_ season: Season, for register: Register) throws(BenefitError) -> Settlement {
    let settlement = try settle(season, for: register, books: Books())
    Gathering.add(settlement)
    return settlement
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
