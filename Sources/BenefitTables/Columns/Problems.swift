import BenefitBinding

/// The mistakes in a table: the first hundred mistakes and the number of the others.
struct Problems {
  private var first: [BenefitError] = []
  private var count = 0

  /// The most mistakes that are listed.
  private static let most = 100

  /// True if nothing is wrong.
  var isEmpty: Bool { count == 0 }

  /// Adds a mistake.
  mutating func add(_ error: BenefitError) {
    count += 1
    if count <= Self.most { first.append(error) }
  }

  /// The mistakes, and one more that counts those left out.
  var listed: [BenefitError] {
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
