import BenefitBinding

/// A text in which names that others gave are told apart from the words around them.
///
/// A name may be written from right to left or hold marks of direction; kept apart, it turns nothing but itself.
package struct Prose: Hashable, ExpressibleByStringInterpolation {
  enum Run: Hashable {
    case words(String)
    case name(String)
  }

  private(set) var runs: [Run] = []

  package init(_ text: String) { runs = [.words(text)] }

  package init(stringLiteral text: String) { self.init(text) }

  package init(stringInterpolation: Interpolation) { runs = stringInterpolation.runs }

  /// The text without marks.
  var plain: String {
    runs.map { run in
      switch run {
      case .words(let text), .name(let text): text
      }
    }.joined()
  }

  package struct Interpolation: StringInterpolationProtocol {
    var runs: [Run] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { runs.append(.words(literal)) }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      runs.append(.words(value.description))
    }

    package mutating func appendInterpolation(name: String) { runs.append(.name(name)) }
  }
}

extension Language {
  /// Returns one of two texts.
  func say(_ english: Prose, _ chinese: Prose) -> Prose {
    switch self {
    case .english: english
    case .simplifiedChinese: chinese
    }
  }

  /// A number of things, grouped in threes.
  func number(_ count: some BinaryInteger) -> String {
    DecimalText.write(Int64(count), decimals: 0, grouped: true)
  }
}
