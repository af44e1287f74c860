import BenefitAssessment
import BenefitBinding
import Testing

/// A scheme as a report published it, settled anew, with the figures that can be held against it.
struct PublishedScheme: Sendable, CustomTestStringConvertible {
  /// What the case is called among all cases.
  let id: String
  /// Where and when.
  let place: String
  /// What was agreed, in a line.
  let terms: String
  /// What was assumed, and where the report contradicts itself.
  let note: String
  /// The title of the report.
  let source: String
  /// Settles the scheme and reads the figures.
  let figures: @Sendable () throws -> [Figure]

  var testDescription: String { id }

  /// The case's row in the catalogue.
  func row() throws -> String {
    let figures = try figures()
    let cells = [
      place,
      terms,
      figures.map(\.publishedText).joined(separator: "; "),
      figures.map(\.computedText).joined(separator: "; "),
      figures.map(\.verdictText).joined(separator: "; "),
      note,
      source,
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }
}

/// A figure of a report, or one that follows from it, and what was computed for it.
struct Figure: Sendable {
  /// Where the figure comes from.
  enum Origin: Equatable, Sendable {
    /// The report prints it.
    case printed
    /// It follows from what the report prints and was worked out apart from the library.
    case workedOut(Ratio)
    /// The report prints it, but other figures of the report do not bear it out.
    case contradicted
  }

  let figure: PublishedFigure
  let computed: Ratio
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
  var verdict: PublishedFigure.Verdict { figure.verdict(on: computed) }

  /// The verdict without which the case is not reproduced.
  var expectedVerdict: PublishedFigure.Verdict {
    if origin == .contradicted { return .differs }
    return switch figure.relation {
    case .exactly: figure.value == nil ? .unknown : .equal
    case .moreThan: .exceeds
    case .about: .about
    case .atLeast, .atMost: .within
    }
  }

  /// The verdict as the catalogue prints it.
  var verdictText: String {
    if case .workedOut = origin { "follows" } else { verdict.rawValue }
  }

  /// The number that must have been computed to the last digit, not only as it is printed.
  var exact: Ratio? {
    switch origin {
    case .workedOut(let value): value
    case .printed where figure.relation == .exactly: figure.value
    case .printed, .contradicted: nil
    }
  }

  /// What the figure measures and what the report prints for it.
  var publishedText: String {
    let isUnitSaid = figure.unit == "yuan" || figure.quantity.contains(figure.unit)
    let name = isUnitSaid ? figure.quantity : "\(figure.quantity) (\(figure.unit))"
    guard let value = figure.value else { return "\(name): not printed" }
    let word = figure.relation == .exactly ? "" : "\(figure.relation.rawValue) "
    return "\(name): \(word)\(text(of: value))"
  }

  var computedText: String { text(of: computed) }

  /// Money with its two decimals, anything else with as many as it needs up to six.
  private func text(of value: Ratio) -> String {
    if ["yuan", "US dollars", "Namibian dollars"].contains(figure.unit) {
      return Money.yuan(1).multiplied(by: value, rounding: .halfUp(to: .fen)).description
    }
    var text = (value / 100).percentText(decimals: 6).dropLast(" %".count)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return String(text)
  }
}
