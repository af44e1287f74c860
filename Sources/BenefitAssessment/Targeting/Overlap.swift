public import BenefitBinding

/// The number of households that several schemes reach at once, so that none is counted twice.
///
/// A scheme reaches a household that has income from it, whatever it costs.
///
/// ```swift
/// let overlap = Overlap(of: settlement)
/// print(overlap.union)                                 // each household once
/// print(overlap.sum - overlap.union)                   // what adding the schemes up counts again
/// print(overlap.pairs().text)
/// ```
public struct Overlap: Hashable, Sendable {
  /// The names of the schemes in the order of settling.
  private let schemes: [String]

  /// The populations reached by exactly k schemes, for k from none to all.
  public let byNumber: [Population]

  /// The populations reached by both of two schemes, scheme after scheme; by one where the two are
  /// the same.
  private let both: [Population]

  /// Counts those whom the schemes of a settlement reach.
  ///
  /// - Precondition: The income of a household from one scheme fits in 64 bits of fen.
  /// - Complexity: O(n · (l + k²)) for n households, l lines and k schemes.
  public init(of settlement: Settlement) {
    schemes = settlement.schemes.map(\.name)
    let gains = schemes.map { settlement.grossColumn(of: $0) }
    var byNumber = [Population](repeating: .zero, count: schemes.count + 1)
    var both = [Population](repeating: .zero, count: schemes.count * schemes.count)
    for (row, persons) in settlement.register.persons.enumerated() {
      let reached = schemes.indices.filter { gains[$0][row] > .zero }
      byNumber[reached.count].count(persons)
      for first in reached {
        for second in reached { both[first * schemes.count + second].count(persons) }
      }
    }
    self.byNumber = byNumber
    self.both = both
  }
}

extension Overlap {
  /// The population that at least one scheme reaches.
  public var union: Population { byNumber.dropFirst().reduce(.zero, +) }

  /// The schemes' own numbers added up, which counts a household once for each scheme that reaches
  /// it.
  public var sum: Population { schemes.indices.reduce(.zero) { $0 + both($1, $1) } }

  /// Returns the population that a scheme reaches, or that two schemes both reach, or `nil` where no scheme has one of
  /// the names.
  ///
  /// - Complexity: O(k) for k schemes.
  public func reached(by first: String, and second: String? = nil) -> Population? {
    guard
      let row = schemes.firstIndex(of: first),
      let column = schemes.firstIndex(of: second ?? first)
    else { return nil }
    return both(row, column)
  }

  /// Returns each pair of schemes with those whom both reach, the single schemes first.
  public func pairs(in language: Language = .english) -> Table {
    let names: [Table.Column] = [
      .words(en: "scheme", zh: "方案"), .words(en: "and", zh: "同时参加"),
    ]
    var table = Table(names + Population.columns, in: language)
    for (index, scheme) in schemes.enumerated() {
      table.add([scheme, ""] + both(index, index).cells)
    }
    for (index, scheme) in schemes.enumerated() {
      for other in schemes.indices.dropFirst(index + 1) {
        table.add([scheme, schemes[other]] + both(index, other).cells)
      }
    }
    return table
  }

  /// Returns a table of the populations that no scheme, one, two and so on reach, up to the most that
  /// reach anybody.
  public func numbers(in language: Language = .english) -> Table {
    var table = Table(
      [.amount(en: "schemes", zh: "方案数")] + Population.columns,
      in: language
    )
    let most = byNumber.lastIndex { $0.households > 0 } ?? 0
    for (number, population) in byNumber.prefix(through: most).enumerated() {
      table.add(["\(number)"] + population.cells)
    }
    return table
  }

  private func both(_ first: Int, _ second: Int) -> Population {
    both[first * schemes.count + second]
  }
}

extension Population {
  /// The titles of both numbers in a table.
  fileprivate static let columns: [Table.Column] = [
    .amount(en: "households", zh: "户数"), .amount(en: "persons", zh: "人口"),
  ]

  /// Both numbers as the cells of a table.
  fileprivate var cells: [String] { ["\(households)", "\(persons)"] }
}
