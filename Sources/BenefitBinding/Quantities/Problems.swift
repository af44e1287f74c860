/// The mistakes in a file: the first hundred mistakes and the number of the others.
package struct Problems {
  private var first: [BenefitError] = []

  /// The number of mistakes.
  package private(set) var count = 0

  /// Creates a list without mistakes.
  package init() {}

  /// The most mistakes that are listed.
  private static let most = 100

  /// True if nothing is wrong.
  package var isEmpty: Bool { count == 0 }

  /// Adds a mistake.
  package mutating func add(_ error: BenefitError) {
    count += 1
    if count <= Self.most { first.append(error) }
  }

  /// The mistakes, and one more that counts those left out.
  package var listed: [BenefitError] {
    if count <= Self.most { return first }
    let rest = count - Self.most
    let more = BenefitError(
      .malformed,
      found: Phrase(
        en: "There are more mistakes, \(rest) beyond the first \(Self.most).",
        zh: "除前 \(Self.most) 处外，另有 \(rest) 处错误。"
      )
    )
    return first + [more]
  }
}
