/// Rows of text under column titles, for a terminal or for a spreadsheet.
///
/// ```swift
/// var table = Table("household", .amount("yuan"))
/// table.add("NLX-07", "4,000.00")
/// print(table.text)
/// print(table.csv)
/// ```
public struct Table: Hashable, Sendable {
  /// A column and how it is set.
  public struct Column: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The title.
    public let title: Phrase
    /// True if the column holds numbers, which are set to the right.
    public let isNumeric: Bool

    /// A column of words with one title for all languages.
    public init(stringLiteral title: String) { self = .words(en: title, zh: title) }

    /// A column of words with a title in each language.
    public static func words(en english: String, zh chinese: String) -> Self {
      Self(title: Phrase(en: english, zh: chinese), isNumeric: false)
    }

    /// A column of numbers with one title for all languages.
    public static func amount(_ title: String) -> Self { .amount(en: title, zh: title) }

    /// A column of numbers with a title in each language.
    public static func amount(en english: String, zh chinese: String) -> Self {
      Self(title: Phrase(en: english, zh: chinese), isNumeric: true)
    }

    private init(title: Phrase, isNumeric: Bool) {
      self.title = title
      self.isNumeric = isNumeric
    }
  }

  /// The language of the titles.
  public let language: Language

  /// The columns.
  public let columns: [Column]

  /// The rows, each as long as there are columns.
  public private(set) var rows: [[String]] = []

  /// The row of totals, without a name in its first cell, or `nil` where there is none.
  public private(set) var totals: [String]?

  /// Creates a table without rows.
  public init(_ columns: Column..., in language: Language = .english) {
    self.init(columns, in: language)
  }

  /// Creates a table without rows.
  public init(_ columns: [Column], in language: Language = .english) {
    self.columns = columns
    self.language = language
  }

  /// Adds a row.
  ///
  /// - Precondition: There is one cell for each column.
  public mutating func add(_ cells: String...) { add(cells) }

  /// Adds a row.
  ///
  /// - Precondition: There is one cell for each column.
  public mutating func add(_ cells: [String]) {
    require(
      cells.count == columns.count,
      "A row of \(cells.count) cells does not fit \(columns.count) columns."
    )
    rows.append(cells)
  }

  /// Gives the table totals: a cell for each column but the first.
  ///
  /// They are no row, and so cannot be taken for one that is called `all`.
  ///
  /// - Precondition: There is one cell for each column but the first.
  public mutating func addTotals(_ cells: [String]) {
    require(
      cells.count == columns.count - 1,
      "Totals of \(cells.count) cells do not fit \(columns.count) columns, the first of which has none."
    )
    totals = cells
  }

  /// The table with aligned columns, a line under the titles, and no space at the end of a line; a line
  /// break or another control character in a cell is set as a space, and totals stand under a line of their own.
  public var text: String {
    func onOneLine(_ cells: [String]) -> [String] {
      cells.map(\.withSpaces)
    }
    let titles = onOneLine(titles)
    let rows = rows.map(onOneLine)
    let totals = totalsRow.map(onOneLine)
    let widths = columns.indices.map { column in
      ([titles] + rows + (totals.map { [$0] } ?? [])).reduce(0) { max($0, $1[column].displayWidth) }
    }
    func line(_ cells: [String]) -> String {
      var line = ""
      for (column, cell) in cells.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - cell.displayWidth)
        line += (column == 0 ? "" : "  ") + (columns[column].isNumeric ? gap + cell : cell + gap)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    let end = totals.map { [rule, line($0)] } ?? []
    return ([line(titles), rule] + rows.map(line) + end).joined(separator: "\n")
  }

  /// The table as comma-separated values after RFC 4180, with CR LF at the end of each line; the first
  /// cell of totals is empty.
  ///
  /// Numbers are not grouped there, so that programs read them: `4,000.00` in a column of numbers becomes `4000.00`.
  /// A cell that a spreadsheet would run as a formula has an apostrophe before it.
  public var csv: String {
    let numbers = (rows + (totals.map { [[""] + $0] } ?? [])).map { cells in
      zip(columns, cells).map { $0.isNumeric ? $1.ungrouped : $1 }
    }
    return ([titles] + numbers).map(CSVCell.line).joined()
  }

  /// The titles of the columns.
  package var titles: [String] { columns.map { $0.title.text(in: language) } }

  /// The totals with a name in the first cell, or `nil` where there are none.
  package var totalsRow: [String]? {
    totals.map { [Phrase(en: "all", zh: "合计").text(in: language)] + $0 }
  }
}

extension String {
  /// The text without the commas between its digits.
  fileprivate var ungrouped: String {
    guard utf8.contains(.comma) else { return self }
    let bytes = Array(utf8)
    func isDigit(_ position: Int) -> Bool {
      bytes.indices.contains(position) && (0x30...0x39).contains(bytes[position])
    }
    let kept = bytes.indices.filter {
      bytes[$0] != .comma || !isDigit($0 - 1) || !isDigit($0 + 1)
    }
    return String(decoding: kept.map { bytes[$0] }, as: UTF8.self)
  }
}
