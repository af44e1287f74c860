/// A cell of comma-separated values after RFC 4180: the one writer of such cells, and what undoes its guard.
///
/// A spreadsheet runs a cell that begins like a formula. Such a cell is written with an apostrophe before it; so is one
/// that has the apostrophe already, so that all that was written is read back unchanged.
package enum CSVCell {
  /// The cell as it stands in a file.
  package static func written(_ cell: String) -> String {
    let cell = isGuardable(cell) ? "'" + cell : cell
    let needsQuotes = cell.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    guard needsQuotes || cell.first == " " || cell.last == " " else { return cell }
    var quoted = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append("\"") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// The cell without the apostrophe that guarded it.
  package static func unguarded(_ cell: String) -> String {
    guard cell.unicodeScalars.first == "'", isGuardable(cell) else { return cell }
    return String(cell.unicodeScalars.dropFirst())
  }

  /// True if a spreadsheet would run the text, or what follows its apostrophes.
  ///
  /// A number with its sign is no formula.
  private static func isGuardable(_ cell: String) -> Bool {
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
