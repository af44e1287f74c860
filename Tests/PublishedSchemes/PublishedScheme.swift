package import BenefitBinding

/// A scheme as a report published it, settled anew, with the figures that can be held against it.
package struct PublishedScheme: Sendable, CustomStringConvertible {
  /// The number of the case among those collected, and the name of its page.
  package let id: String
  /// Where and when.
  package let place: String
  /// What was agreed, in a line.
  let terms: String
  /// What the report says was agreed, where its contract is worth reading beside it.
  var report: String?
  /// What was assumed, and where the report contradicts itself, or nothing.
  let note: String?
  /// The title of the report.
  let source: String
  /// Settles the scheme and reads the figures.
  let figures: @Sendable () throws -> [Figure]

  package var description: String { id }

  /// The figures, and the settlements that they were read from.
  package func settled() throws -> (figures: [Figure], settlements: [Settlement]) {
    let gathering = Gathering()
    let figures = try Gathering.$current.withValue(gathering, operation: figures)
    return (figures, gathering.settlements)
  }

  /// The different terms that the case settles, in the order in which it does.
  package func settledTerms() throws -> [Terms] {
    try settled().settlements.flatMap(\.schemes).reduce(into: []) { terms, next in
      if !terms.contains(next) { terms.append(next) }
    }
  }
}

extension PublishedScheme {
  /// Every case by its kind.
  package static let kinds: [(name: String, schemes: [Self])] = [
    ("a floor and a share of the profit", floorAndShare),
    ("a floor that a later part stands on", floors),
    ("a fixed rate on capital", fixedRates),
    ("loans lent on", loans),
    ("an amount a share or a head", perShare),
    ("an income taken from stage by stage", waterfalls),
    ("land, rooms and landscape", landAndRooms),
    ("animals kept or lent", animals),
    ("returns in kind", returnsInKind),
    ("produce at a price, with refunds", produce),
    ("solar plants", energy),
    ("patronage and a permanent fund", abroad),
  ]

  /// Every case, in the order of the kinds.
  package static let all: [Self] = kinds.flatMap(\.schemes)
}
