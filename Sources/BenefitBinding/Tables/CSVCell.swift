/// A cell of comma-separated values after RFC 4180: the one writer of such cells, and what undoes its guard.
///
/// A spreadsheet runs a cell that begins like a formula. Such a cell is written with an apostrophe before it; so is one
/// that has the apostrophe already, so that all that was written is read back unchanged.
package enum CSVCell {
  /// The cell as it stands in a file.
  package static func written(_ cell: String) -> String {
    let cell = isGuardable(cell) ? "'" + cell : cell
    let hasMarks = cell.utf8.contains { $0 == .comma || $0 == .quote || $0 == .cr || $0 == .lf }
    guard hasMarks || cell.utf8.first == .space || cell.utf8.last == .space else { return cell }
    let quoted = cell.utf8.flatMap { $0 == .quote ? [$0, $0] : [$0] }
    return "\"" + String(decoding: quoted, as: UTF8.self) + "\""
  }

  /// The cells of one row as a line of a file, with its end.
  package static func line(_ cells: [String]) -> String {
    cells.map(written).joined(separator: ",") + "\r\n"
  }

  /// The cell without the apostrophe that guarded it.
  package static func unguarded(_ cell: String) -> String {
    guard cell.utf8.first == .apostrophe, isGuardable(cell) else { return cell }
    return String(cell.unicodeScalars.dropFirst())
  }

  /// True if a spreadsheet would run the text, or what follows its apostrophes.
  ///
  /// A number with its sign is no formula.
  private static func isGuardable(_ cell: String) -> Bool {
    // Most cells begin with a digit.
    if let first = cell.utf8.first, (0x30...0x39).contains(first) { return false }
    let rest = cell.unicodeScalars.drop { $0 == "'" }.drop { $0.properties.isWhitespace }
    switch rest.first {
    case "=", "@", "\u{FF1D}", "\u{FF20}": return true
    case "+", "-", "\u{FF0B}", "\u{FF0D}":
      return !rest.dropFirst().allSatisfy {
        ("0"..."9").contains($0) || ".,%/ ".unicodeScalars.contains($0)
      }
    default: return false
    }
  }
}

/// The bytes that comma-separated values give a meaning, in every encoding that is read.
extension UInt8 {
  package static let quote = UInt8(ascii: "\"")
  package static let comma = UInt8(ascii: ",")
  package static let cr = UInt8(ascii: "\r")
  package static let lf = UInt8(ascii: "\n")
  package static let apostrophe = UInt8(ascii: "'")
  fileprivate static let space = UInt8(ascii: " ")
}
