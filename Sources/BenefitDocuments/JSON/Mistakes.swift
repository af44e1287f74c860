package import BenefitBinding

/// All that is wrong with a text.
package struct Mistakes: Error {
  /// A mistake and the place by which it is put in order.
  struct Mistake {
    let position: JSONValue.Position
    let error: BenefitError
    /// The name that the object at the place lacks, where that is the mistake.
    var missing: String?
  }

  private var found: [Mistake] = []

  /// True if nothing is wrong.
  var isEmpty: Bool { found.isEmpty }

  /// The first hundred mistakes in the order of the text, and one more that counts the others.
  package var problems: [BenefitError] {
    var problems = Problems()
    for mistake in found.sorted(by: { $0.position < $1.position }) { problems.add(mistake.error) }
    return problems.listed
  }

  init() {}

  /// The mistake that keeps a text from being read.
  init(text error: BenefitError) {
    self.init(Mistake(position: .init(line: 1, column: 1), error: error))
  }

  init(_ mistake: Mistake) { found = [mistake] }

  mutating func add(_ mistake: Mistake) { found.append(mistake) }

  mutating func add(_ other: Self) { found += other.found }

  /// Takes away that an object lacks a name, as another one in it was meant for that.
  mutating func remove(missing name: String, at position: JSONValue.Position) {
    found.removeAll { $0.missing == name && $0.position == position }
  }
}
