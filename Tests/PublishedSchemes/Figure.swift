package import BenefitAssessment
package import BenefitBinding

/// A figure of a report, or one that follows from it, and what was computed for it.
package struct Figure: Sendable {
  /// Where the figure comes from.
  enum Origin: Equatable, Sendable {
    /// The report prints it.
    case printed
    /// It follows from what the report prints and was worked out apart from the library.
    case workedOut(Ratio)
    /// The report prints it, but other figures of the report do not bear it out.
    case contradicted
  }

  package let figure: PublishedFigure
  package let computed: Ratio
  let origin: Origin

  /// A figure that the report prints.
  static func printed(
    _ quantity: String,
    _ text: StaticString,
    _ computed: Ratio,
    in unit: String
  ) -> Self {
    Self(figure: .init(quantity, text, in: unit), computed: computed, origin: .printed)
  }

  /// A printed amount of money, in yuan unless it says otherwise.
  static func printed(
    _ quantity: String,
    _ text: StaticString,
    _ computed: Money,
    in unit: String = "yuan"
  ) -> Self {
    .printed(quantity, text, computed.ratio(to: .yuan(1)), in: unit)
  }

  /// A figure that the report does not print but that follows from what it does.
  static func follows(
    _ quantity: String,
    _ value: Ratio,
    _ computed: Ratio,
    in unit: String
  ) -> Self {
    Self(
      figure: .init(quantity, "not stated", in: unit),
      computed: computed,
      origin: .workedOut(value)
    )
  }

  /// An amount of money that follows, in yuan unless it says otherwise.
  static func follows(
    _ quantity: String,
    _ value: Ratio,
    _ computed: Money,
    in unit: String = "yuan"
  ) -> Self {
    .follows(quantity, value, computed.ratio(to: .yuan(1)), in: unit)
  }

  /// A printed figure that the report's other figures do not bear out.
  static func contradicts(
    _ quantity: String,
    _ text: StaticString,
    _ computed: Ratio,
    in unit: String
  ) -> Self {
    Self(figure: .init(quantity, text, in: unit), computed: computed, origin: .contradicted)
  }

  /// A printed amount of money that the report's other figures do not bear out.
  static func contradicts(
    _ quantity: String,
    _ text: StaticString,
    _ computed: Money,
    in unit: String = "yuan"
  ) -> Self {
    .contradicts(quantity, text, computed.ratio(to: .yuan(1)), in: unit)
  }
}

// MARK: - Verdicts and texts

extension Figure {
  package var verdict: PublishedFigure.Verdict { figure.verdict(on: computed) }

  /// The verdict without which the case is not reproduced.
  package var expectedVerdict: PublishedFigure.Verdict {
    if origin == .contradicted { return .differs }
    return switch figure.relation {
    case .exactly: figure.value == nil ? .unknown : .equal
    case .moreThan: .exceeds
    case .about: .about
    case .atLeast, .atMost: .within
    }
  }

  /// The verdict as the pages print it, or that the figure follows where nothing is printed.
  var verdictText: String {
    if case .workedOut = origin { "follows" } else { verdict.rawValue }
  }

  /// The number that must have been computed to the last digit, not only as it is printed.
  package var exact: Ratio? {
    switch origin {
    case .workedOut(let value): value
    case .printed where figure.relation == .exactly: figure.value
    case .printed, .contradicted: nil
    }
  }

  /// The figure as it was printed.
  var printedText: String { figure.value == nil ? "not printed" : figure.printed }

  /// The computed figure: money with its two decimals, anything else with as many as it needs up to six.
  var computedText: String {
    if ["yuan", "US dollars", "Namibian dollars"].contains(figure.unit) {
      return Money.yuan(1).multiplied(by: computed, rounding: .halfUp(to: .fen)).description
    }
    var text = (computed / 100).percentText(decimals: 6).dropLast(" %".count)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return String(text)
  }
}
