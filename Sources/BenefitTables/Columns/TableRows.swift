import BenefitBinding

/// The rows of a table with a line of headings, whose cells are found by heading; collects what is wrong.
struct TableRows {
  /// The mistakes that were found so far.
  var problems = Problems()

  private var reader: CSVReader?
  /// The columns that the table may have.
  let columns: [TableColumn]
  /// The place in a row of each column, `nil` where the table does not have it, and the heading it goes by.
  private var places: [Int?]
  private var headings: [String] = []

  /// True if headings that are none of the columns' are left aside, as in files that others make.
  private let leavesOthers: Bool

  /// Reads the line of headings.
  init(
    _ bytes: [UInt8],
    _ encoding: TextEncoding,
    _ columns: [TableColumn],
    leavingOthers leavesOthers: Bool = false
  ) {
    (self.columns, self.leavesOthers) = (columns, leavesOthers)
    places = columns.map { _ in nil }
    do throws(BenefitError) {
      var reader = try CSVReader(bytes, encoding)
      if try reader.readRow() { try readHeadings(reader) }
      for (column, place) in zip(columns, places) where column.isRequired && place == nil {
        problems.add(.missingColumn(column))
      }
      self.reader = problems.isEmpty ? reader : nil
    } catch { problems.add(error) }
  }

  private mutating func readHeadings(_ reader: CSVReader) throws(BenefitError) {
    var byKey: [String: Int] = [:]
    for (index, column) in columns.enumerated() {
      for key in column.keys where byKey[key] == nil { byKey[key] = index }
    }
    for place in reader.cells.indices {
      let isTooLong = reader.bytes(place).count > CSVReader.longestWord
      let heading = isTooLong ? nil : reader.text(place)
      headings.append(heading ?? "")
      guard let heading else {
        let error: BenefitError = isTooLong ? .tooLong(CSVReader.longestWord) : .notDecodable
        problems.add(error.within(.line(reader.line), .init("column", place + 1)))
        continue
      }
      guard let column = byKey[TableColumn.key(heading)] else {
        if reader.cells.count == 1, heading.contains(where: { $0 == ";" || $0 == "\t" }) {
          throw .otherSeparator.within(.line(reader.line))
        }
        if !leavesOthers {
          problems.add(.unknownHeading.within(.line(reader.line), .column(heading)))
        }
        continue
      }
      if let first = places[column] {
        problems.add(
          .duplicateHeading(headings[first]).within(.line(reader.line), .column(heading))
        )
      }
      places[column] = place
    }
  }

  /// The line of the row, counted from 1, which is that of the headings where no row can be read.
  var line: Int { reader?.line ?? 1 }

  /// True if the table has a column.
  func has(_ column: Int) -> Bool { places[column] != nil }

  /// The columns of a range that the table has, in their order in the table.
  func present(_ columns: Range<Int>) -> [Int] {
    columns.filter(has).sorted { (places[$0] ?? 0) < (places[$1] ?? 0) }
  }

  /// Reads the next row with as many cells as headings; rows of empty cells are left out.
  mutating func next() -> Bool {
    do throws(BenefitError) {
      while try reader?.readRow() == true {
        let cells = reader?.cells ?? []
        if cells.allSatisfy({ $0.range.isEmpty }) { continue }
        if cells.count == headings.count { return true }
        problems.add(.raggedRow(cells.count, headings: headings.count).within(.line(line)))
      }
    } catch {
      problems.add(error)
      reader = nil
    }
    return false
  }

  /// The bytes of a cell as they stand, none where the table does not have the column.
  func bytes(_ column: Int) -> ArraySlice<UInt8> {
    places[column].flatMap { reader?.bytes($0) } ?? []
  }

  /// The text of a cell, empty where the table does not have the column; `nil` where it is wrong.
  mutating func text(_ column: Int) -> String? {
    guard let place = places[column] else { return "" }
    return reader?.text(place) ?? reject(.notDecodable, column)
  }

  /// The word or number of a cell in its plain form; `nil` where it is wrong.
  mutating func word(_ column: Int) -> String? {
    if bytes(column).count > CSVReader.longestWord {
      return reject(.tooLong(CSVReader.longestWord), column)
    }
    guard let word = text(column)?.plain else { return nil }
    if word.isEmpty && has(column) && columns[column].isComplete {
      return reject(.emptyCell(columns[column].kind), column)
    }
    return word
  }

  /// The value that a cell is read as: the text is plain; `nil` where it is empty or wrong.
  mutating func value<Value>(
    _ column: Int,
    _ read: (String) throws(BenefitError) -> Value
  ) -> Value? {
    guard let text = word(column), !text.isEmpty else { return nil }
    do throws(BenefitError) { return try read(text) } catch { return reject(error, column) }
  }

  /// Adds what is wrong in a cell of the row, or of one that was read before.
  mutating func report(_ error: BenefitError, _ column: Int, line: Int? = nil) {
    let heading = places[column].map { headings[$0] } ?? columns[column].name
    problems.add(error.within(.line(line ?? self.line), .column(heading)))
  }

  /// Adds what is wrong with the row as a whole.
  mutating func report(_ error: BenefitError) { problems.add(error.within(.line(line))) }

  /// Adds what is wrong in a cell of the row, which so has no value.
  mutating func reject<Value>(_ error: BenefitError, _ column: Int) -> Value? {
    report(error, column)
    return nil
  }
}
