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

/// What is to be said of a mode that is only named.
let noTerms = "the documents give no term and no outcome"

/// A published figure and what was computed for it.
struct Check: Sendable {
  let figure: PublishedFigure
  let computed: Ratio

  /// Why nothing can be computed, as the end of a sentence, where nothing can.
  let reason: String?

  init(_ quantity: String, _ printed: StaticString, _ computed: Ratio, in unit: String) {
    figure = PublishedFigure(quantity, printed, in: unit)
    self.computed = computed
    reason = nil
  }

  /// A check of an amount of money, in yuan.
  init(_ quantity: String, _ printed: StaticString, _ computed: Money) {
    self.init(quantity, printed, computed.ratio(to: .yuan(1)), in: "yuan")
  }

  /// A figure that the source states but that cannot be computed, with the reason.
  init(_ quantity: String, unknownBecause reason: String, in unit: String) {
    figure = PublishedFigure(quantity, "not stated", in: unit)
    computed = .zero
    self.reason = reason.hasSuffix(".") ? reason : reason + "."
  }

  var verdict: PublishedFigure.Verdict { figure.verdict(on: computed) }

  /// The published figure as the source states it, such as `more than 1,000.00`.
  var published: String {
    guard let value = figure.value else { return figure.printed }
    let word = figure.relation == .exactly ? "" : "\(figure.relation.rawValue) "
    return word + text(of: value)
  }

  /// The computed figure in the unit of the published one.
  var result: String { reason == nil ? text(of: computed) : "-" }

  /// The published figure alone, as files carry it; what it is compared for, the verdict says.
  var plainPublished: String { figure.value.map(plainText) ?? "" }

  /// The computed figure as files carry it.
  var plainResult: String { reason ?? plainText(of: computed) }

  private func text(of value: Ratio) -> String {
    figure.unit == "yuan" ? yuan(value).description : plainText(of: value)
  }

  private func plainText(of value: Ratio) -> String {
    figure.unit == "yuan" ? yuan(value).plainText : value.description
  }

  private func yuan(_ value: Ratio) -> Money {
    Money.yuan(1).multiplied(by: value, rounding: .halfUp(to: .fen))
  }
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
