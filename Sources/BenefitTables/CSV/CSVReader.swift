import BenefitBinding

/// Reads comma-separated values after RFC 4180 row by row, in one pass; besides the bytes it holds one row.
///
/// Lines end in CR LF, LF or CR. Both encodings keep commas, quotes and line breaks apart from the bytes of other
/// characters, so that cells are found before they are decoded.
struct CSVReader {
  /// The place of a cell in the bytes, without its quotes.
  struct Cell {
    let range: Range<Int>
    /// True if the cell holds quotes that are written twice.
    let isEscaped: Bool
    /// True if each byte is a character of ASCII.
    let isASCII: Bool
  }

  /// The longest cell that is read, in bytes; a spreadsheet's are shorter.
  static let longestCell = 1 << 18

  /// The longest heading, id, word or number that is read, in bytes; a mistake in it is quoted.
  static let longestWord = 1_000

  /// The most cells of a row that are read, as many as a spreadsheet has columns.
  static let mostCells = 1 << 14

  /// The cells of the row that was read last.
  private(set) var cells: [Cell] = []

  /// The line that the row begins on, counted from 1.
  private(set) var line = 0

  private let bytes: [UInt8]
  private let encoding: TextEncoding
  private var position = 0
  private var nextLine = 1

  /// Creates a reader that stands before the first row.
  ///
  /// - Throws: `BenefitError` where the bytes bear the mark of another encoding.
  init(_ bytes: [UInt8], _ encoding: TextEncoding) throws(BenefitError) {
    self.bytes = bytes
    self.encoding = encoding
    for other in TextEncoding.allCases where bytes.starts(with: other.mark) {
      guard other == encoding else { throw .otherEncoding }
      position = other.mark.count
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .otherEncoding
    }
  }

  /// Reads the next row.
  ///
  /// - Returns: False where there is none.
  /// - Throws: `BenefitError` where quotes are out of place or a row or a cell is too long.
  mutating func readRow() throws(BenefitError) -> Bool {
    if position == bytes.count { return false }
    cells.removeAll(keepingCapacity: true)
    line = nextLine
    while true {
      if cells.count == Self.mostCells { throw .tooManyCells.within(.line(line)) }
      let cell =
        position < bytes.count && bytes[position] == .quote ? try quotedCell() : try plainCell()
      if cell.range.count > Self.longestCell {
        throw .tooLong(Self.longestCell).within(.line(nextLine))
      }
      cells.append(cell)
      if position == bytes.count { return true }
      let end = bytes[position]
      position += 1
      if end == .comma { continue }
      if end == .cr, position < bytes.count, bytes[position] == .lf { position += 1 }
      nextLine += 1
      return true
    }
  }

  /// Reads up to the end of a cell that does not begin with a quote.
  private mutating func plainCell() throws(BenefitError) -> Cell {
    let start = position
    var (place, bits) = (start, 0 as UInt8)
    let end = min(bytes.count, start + Self.longestCell + 1)
    while place < end {
      let byte = bytes[place]
      // All that may end a cell is no greater than a comma.
      if byte <= .comma {
        if byte == .comma || byte == .lf || byte == .cr { break }
        if byte == .quote { throw .strayQuote.within(.line(nextLine)) }
      }
      bits |= byte
      place += 1
    }
    position = place
    return Cell(range: start..<place, isEscaped: false, isASCII: bits < 0x80)
  }

  /// Reads a cell in quotes, up to what follows the second of them.
  private mutating func quotedCell() throws(BenefitError) -> Cell {
    let (start, opening) = (position + 1, nextLine)
    var (place, isEscaped, bits) = (start, false, 0 as UInt8)
    let end = min(bytes.count, start + Self.longestCell + 1)
    while place < end {
      let byte = bytes[place]
      if byte == .quote {
        if place + 1 == bytes.count || bytes[place + 1] != .quote { break }
        isEscaped = true
        place += 1
      } else if byte == .lf || byte == .cr && (place + 1 == bytes.count || bytes[place + 1] != .lf)
      {
        nextLine += 1
      }
      bits |= byte
      place += 1
    }
    if place >= end {
      let isOpen = end == bytes.count
      throw (isOpen ? .openQuote : BenefitError.tooLong(Self.longestCell)).within(.line(opening))
    }
    position = place + 1
    if position < bytes.count, ![.comma, .cr, .lf].contains(bytes[position]) {
      throw .strayQuote.within(.line(nextLine))
    }
    return Cell(range: start..<place, isEscaped: isEscaped, isASCII: bits < 0x80)
  }

  /// The bytes of a cell of the row as they stand.
  func bytes(_ cell: Int) -> ArraySlice<UInt8> { bytes[cells[cell].range] }

  /// The text of a cell of the row, or `nil` where its bytes are none of the encoding.
  func text(_ cell: Int) -> String? {
    let cell = cells[cell]
    var text = bytes[cell.range]
    if cell.isEscaped {
      var isSecond = false
      text.removeAll { byte in
        isSecond = byte == .quote && !isSecond
        return isSecond
      }
    }
    let isGuarded = text.first == .apostrophe
    let decoded = cell.isASCII ? String(decoding: text, as: UTF8.self) : encoding.decoded(text)
    return isGuarded ? decoded.map(CSVCell.unguarded) : decoded
  }
}
