import BenefitBinding

extension Block {
  /// The block as paragraphs of Markdown; a chart is its table.
  func markdown(in language: Language, depth: Int = 1) -> [String] {
    func all(_ blocks: [Block], _ depth: Int) -> [String] {
      blocks.flatMap { $0.markdown(in: language, depth: depth) }
    }
    return switch self {
    case .paragraph(let prose): [prose.markdown]
    case .facts(let facts):
      [
        facts.map {
          "- \($0.name.markdown)\(language.say(": ", "：").plain)**\($0.value.markdown)**"
        }
        .joined(separator: "\n")
      ]
    case .list(let items, let isNumbered):
      [
        items.enumerated().map { "\(isNumbered ? "\($0 + 1)." : "-") \($1.markdown)" }
          .joined(separator: "\n")
      ]
    case .outline(let lines):
      [
        lines.map { line in
          let text = line.drop { $0 == " " }
          return line.prefix { $0 == " " } + "- " + String(text).markdown
        }
        .joined(separator: "\n")
      ]
    case .table(let table, let caption, let foot):
      ["**\(caption.markdown)**", Self.markdown(of: table, foot)]
    case .chart(let chart):
      [
        "**\(chart.title.markdown)**", chart.description.markdown,
        Self.markdown(of: chart.table, []),
      ]
    case .details(let summary, let blocks): ["**\(summary.markdown)**"] + all(blocks, depth)
    case .group(let blocks, _): all(blocks, depth)
    case .section(let section):
      [String(repeating: "#", count: depth + 1) + " " + section.title.markdown]
        + all(section.blocks, depth + 1)
    }
  }

  private static func markdown(of table: Table, _ foot: [[String]]) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let foot = ((table.totalsRow.map { [$0] } ?? []) + foot).map { cells in
      cells.map { $0.isEmpty ? "" : "**\($0.markdown)**" }
    }
    let lines =
      [table.titles.map(\.markdown), table.columns.map { $0.isNumeric ? "---:" : "---" }]
      + table.rows.map { $0.map(\.markdown) } + foot
    return lines.map(line).joined(separator: "\n")
  }
}

extension Prose {
  /// The text with its names isolated and nothing that Markdown gives a meaning.
  var markdown: String {
    runs.map { run in
      switch run {
      case .words(let text), .name(let text): text.markdown
      }
    }.joined()
  }
}

extension String {
  /// The text with nothing that Markdown gives a meaning, isolated where it turns the direction of reading.
  fileprivate var markdown: String {
    let plain = withSpaces
    guard !plain.utf8.allSatisfy({ $0 < 0x80 && !Self.marks.contains($0) }) else { return plain }
    var text = ""
    for scalar in plain.unicodeScalars {
      if let byte = UInt8(exactly: scalar.value), Self.marks.contains(byte) { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return unicodeScalars.contains(where: \.mayTurnDirection) ? "\u{2068}\(text)\u{2069}" : text
  }

  /// The characters that Markdown may give a meaning, all in ASCII.
  private static let marks = Set("\\`*_[]<>|#~&$@".utf8)
}

extension Unicode.Scalar {
  /// True for marks of direction and for letters that are written from right to left.
  private static let rightToLeft: [ClosedRange<UInt32>] = [
    0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF,
  ]

  fileprivate var mayTurnDirection: Bool {
    properties.isBidiControl || Self.rightToLeft.contains { $0.contains(value) }
  }
}
