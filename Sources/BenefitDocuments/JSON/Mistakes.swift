package import BenefitBinding

/// All that is wrong with a text.
package struct Mistakes: Error {
  private var found: [(position: JSONValue.Position, error: BenefitError)] = []

  /// True if nothing is wrong.
  var isEmpty: Bool { found.isEmpty }

  /// The first hundred mistakes in the order of the text, and one more that counts the others.
  package var problems: [BenefitError] {
    var problems = Problems()
    for mistake in found.sorted(by: { $0.position < $1.position }) { problems.add(mistake.error) }
    return problems.listed
  }

  init() {}

  init(_ error: BenefitError, at position: JSONValue.Position = .init(line: 1, column: 1)) {
    found = [(position, error)]
  }

  mutating func add(_ other: Self) { found += other.found }
}
