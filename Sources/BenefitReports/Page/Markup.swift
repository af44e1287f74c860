import BenefitBinding

/// A piece of a page, which holds no text that was not escaped and closes every element that it opens.
///
/// Names of elements and attributes are literals of this module, so no text of a user can become one.
struct Markup: Hashable {
  private(set) var source: String

  /// Text as it is read.
  static func text(_ text: String) -> Self { Self(source: escaped(text)) }

  /// Text whose names are isolated from what stands beside them.
  static func prose(_ prose: Prose) -> [Self] {
    prose.runs.map { run in
      switch run {
      case .words(let text): .text(text)
      case .name(let name): Self("bdi") { name }
      }
    }
  }

  /// The style of the page, which is a literal too.
  static func style(_ css: StaticString) -> Self { Self(source: "<style>\n\(css)</style>") }

  private init(source: String) { self.source = source }

  /// An element; an attribute without a value is left out.
  init(
    _ name: StaticString,
    _ attributes: KeyValuePairs<StaticString, String?> = [:],
    @ListBuilder<Markup> content: () -> [Markup] = { [] }
  ) {
    source = "<\(name)"
    for (name, value) in attributes {
      if let value { source += " \(name)=\"\(Self.escaped(value))\"" }
    }
    let content = content()
    if content.isEmpty && !Self.mayBeEmpty.contains("\(name)") {
      source += "/>"
    } else {
      source += ">"
      for part in content { source += part.source }
      source += "</\(name)>"
    }
  }

  /// The elements that a browser would take for open if they were closed at once.
  private static let mayBeEmpty: Set<String> = [
    "td", "th", "p", "dd", "dt", "ol", "ul", "li", "tbody", "bdi", "div", "main", "section",
  ]

  private static func escaped(_ text: String) -> String {
    let text = text.withSpaces
    // Most text has nothing to escape.
    guard text.utf8.contains(where: { [0x26, 0x3c, 0x3e, 0x22].contains($0) }) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension ListBuilder where Element == Markup {
  /// Text as it is read.
  static func buildExpression(_ text: String) -> [Markup] { [.text(text)] }
  /// Text with names.
  static func buildExpression(_ prose: Prose) -> [Markup] { Markup.prose(prose) }
}
