import BenefitAssessment
import BenefitBinding

/// One scheme as the source documents describe it, with what had to be added to compute it.
struct PublishedCase: Sendable {
  /// What the case is called.
  let name: String

  /// The published outcome in a sentence.
  let published: String

  /// The households, laid out evenly because the sizes of single ones are not published.
  let households: [Household]

  /// The scheme.
  let scheme: Terms

  /// The facts of the season.
  let facts: @Sendable (inout Facts, Register) throws -> Void

  /// What was worked back from the published outcome, which is therefore no independent result.
  let derived: [String]

  /// What the source does not say and was assumed.
  let assumed: [String]

  /// The household whose statement is shown in full.
  let example: Household.ID?

  /// What else is shown of the case.
  var tables: @Sendable (Register) throws -> [Table] = { _ in [] }

  /// The published figures with what was computed for them.
  let checks: @Sendable (Settlement) throws -> [Check]
}

/// Numbers padded so that their order as text is their order as numbers.
func padded(_ number: Int, to digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}

/// Lays a number of persons out evenly over households: the size of the one at an index.
func evenShare(of total: Int, over count: Int, at index: Int) -> Int {
  total / count + (index < total % count ? 1 : 0)
}
