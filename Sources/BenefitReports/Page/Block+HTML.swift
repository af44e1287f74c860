import BenefitBinding

extension Block {
  /// The block as elements of a page.
  func html(in language: Language, depth: Int = 1) -> [Markup] {
    switch self {
    case .paragraph(let prose): [Markup("p") { prose }]
    case .facts(let facts): [Self.facts(facts)]
    case .list(let items, let isNumbered):
      [Markup(isNumbered ? "ol" : "ul") { for item in items { Markup("li") { item } } }]
    case .outline(let lines): [Self.outline(lines[...])]
    case .table(let table, let caption, let foot): [Self.table(table, caption, foot)]
    case .chart(let chart): [chart.html(in: language)]
    case .details(let summary, let blocks):
      [
        Markup("details") {
          Markup("summary") { summary }
          for block in blocks { block.html(in: language, depth: depth) }
        }
      ]
    case .group(let blocks, let isWide):
      [
        Markup("div", ["class": isWide ? "wide" : nil]) {
          for block in blocks { block.html(in: language, depth: depth) }
        }
      ]
    case .section(let section): [section.html(in: language, depth: depth)]
    }
  }

  private static func facts(_ facts: [(name: Prose, value: Prose)]) -> Markup {
    Markup("dl") {
      for fact in facts {
        Markup("div") {
          Markup("dt") { fact.name }
          Markup("dd") { fact.value }
        }
      }
    }
  }

  /// Each line with the lines below it that are further in.
  private static func outline(_ lines: ArraySlice<String>) -> Markup {
    let depths = lines.map { line in line.prefix { $0 == " " }.count }
    let starts = lines.indices.filter { depths[$0 - lines.startIndex] == depths.first }
    return Markup("ul", ["class": "outline"]) {
      for (start, end) in zip(starts, starts.dropFirst() + [lines.endIndex]) {
        Markup("li") {
          String(lines[start].drop { $0 == " " })
          if start + 1 < end { outline(lines[(start + 1)..<end]) }
        }
      }
    }
  }

  private static func table(_ table: Table, _ caption: Prose, _ foot: [[String]]) -> Markup {
    /// A row whose first cell stands for some rows, or in a row above it where that is none.
    func row(_ cells: [String], _ span: Int = 1) -> Markup {
      Markup("tr") {
        for (column, cell) in cells.enumerated() {
          let style = table.columns[column].isNumeric ? "number" : nil
          if column > 0 {
            Markup("td", ["class": style]) { cell }
          } else if span > 0 {
            let (scope, rows) = span > 1 ? ("rowgroup", "\(span)") : ("row", nil)
            Markup("th", ["scope": scope, "rowspan": rows, "class": style]) { cell }
          }
        }
      }
    }
    let foot = (table.totalsRow.map { [$0] } ?? []) + foot
    // What is wider than a phone scrolls by itself, also by the keys.
    return Markup(
      "div",
      ["class": "table", "tabindex": "0", "role": "region", "aria-label": caption.plain]
    ) {
      Markup("table") {
        Markup("caption") { caption }
        Markup("thead") {
          Markup("tr") {
            for (column, title) in zip(table.columns, table.titles) {
              Markup("th", ["scope": "col", "class": column.isNumeric ? "number" : nil]) { title }
            }
          }
        }
        Markup("tbody") {
          for (cells, span) in zip(table.rows, spans(of: table.rows)) { row(cells, span) }
        }
        if !foot.isEmpty { Markup("tfoot") { for cells in foot { row(cells) } } }
      }
    }
  }

  /// The number of rows that begin like each row and follow it, with itself, and zero for those that follow.
  private static func spans(of rows: [[String]]) -> [Int] {
    var spans: [Int] = []
    var start = 0
    for (index, row) in rows.enumerated() {
      if index > 0 && row[0] == rows[start][0] {
        spans[start] += 1
        spans.append(0)
      } else {
        start = index
        spans.append(1)
      }
    }
    return spans
  }
}

extension Section {
  fileprivate func html(in language: Language, depth: Int) -> Markup {
    let heading: StaticString = depth == 1 ? "h2" : depth == 2 ? "h3" : "h4"
    return Markup("section", ["class": layout.rawValue, "aria-labelledby": id]) {
      Markup(heading, ["id": id]) { title }
      for block in blocks { block.html(in: language, depth: depth + 1) }
    }
  }
}

extension Chart {
  fileprivate func html(in language: Language) -> Markup {
    Markup("figure") {
      Markup("figcaption") { title }
      svg
      Markup("details") {
        Markup("summary") { Self.opensTable(in: language) }
        Block.table(table, caption: title).html(in: language)
      }
    }
  }

  /// The drawing by itself.
  var svg: Markup {
    Markup(
      "svg",
      [
        "viewBox": "0 0 \(coordinate(size.width)) \(coordinate(size.height))", "role": "img",
        "aria-labelledby": "\(id)-title \(id)-text",
      ]
    ) {
      Markup("title", ["id": "\(id)-title"]) { title.plain }
      Markup("desc", ["id": "\(id)-text"]) { description.plain }
      drawing
    }
  }
}

/// A coordinate to a tenth of a unit.
func coordinate(_ value: Double) -> String {
  let tenths = Int64((value * 10).rounded())
  let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
  return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
}
