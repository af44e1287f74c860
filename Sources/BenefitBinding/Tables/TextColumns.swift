/// Lines of text with an amount at the right edge.
struct TextColumns: CustomStringConvertible {
  /// The number of character cells of a line.
  let width: Int

  private var lines: [String] = []

  init(width: Int) {
    self.width = width
  }

  /// Adds a text and an amount, at least one space apart.
  ///
  /// A line break in the text is written as an escape, so that each call adds one line.
  mutating func add(_ text: String, _ amount: String) {
    let text = text.escaped
    if amount.isEmpty {
      lines.append(text)
    } else {
      let gap = max(1, width - text.displayWidth - amount.displayWidth)
      lines.append(text + String(repeating: " ", count: gap) + amount)
    }
  }

  var description: String { lines.joined(separator: "\n") }
}

extension String {
  /// The number of character cells the text fills on a terminal: two for a wide East Asian one.
  package var displayWidth: Int {
    reduce(0) { width, character in
      guard let scalar = character.unicodeScalars.first else { return width }
      return width + (Self.wideScalars.contains { $0.contains(scalar.value) } ? 2 : 1)
    }
  }

  /// The blocks of Unicode whose characters are wide.
  private static let wideScalars: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
