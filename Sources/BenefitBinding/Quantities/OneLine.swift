/// The rule for names: at least one character and all on one line, so that no name can pass for a line
/// of a text in which it stands.
enum OneLine {
  /// Says what is wrong with a name, as a sentence.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - owner: What it is the name of, at the beginning of a sentence.
  /// - Returns: The problem, or `nil` where there is none.
  static func problem(with name: String, of owner: @autoclosure () -> Phrase) -> Phrase? {
    if !name.isEmpty && name.isOneLine { return nil }
    let owner = owner()
    let chinese = owner.chinese
    if name.isEmpty {
      return Phrase(
        en: "\(owner) needs a name; this one is empty.",
        zh: "\(chinese)的名称不能为空。"
      )
    }
    return Phrase(
      en: "\(owner) needs a name of one line; \"\(name.escaped)\" holds a line break or another "
        + "control character.",
      zh: "\(chinese)的名称必须写在一行内；「\(name.escaped)」含有换行符或其他控制字符。"
    )
  }
}

extension Phrase {
  /// A gaqa, at the beginning of a sentence about its name.
  static let gaqa = Self(en: "A gaqa", zh: "嘎查")
  /// A household, at the beginning of a sentence about its id.
  static let household = Self(en: "A household", zh: "户")
}

extension String {
  /// True if the text has no line break and no other control character.
  var isOneLine: Bool {
    utf8.allSatisfy { (0x20..<0x7f).contains($0) } || unicodeScalars.allSatisfy { !$0.isControl }
  }

  /// The text with escapes in place of line breaks and control characters.
  package var escaped: String {
    if isOneLine { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      text += scalar.isControl ? scalar.escaped(asASCII: true) : String(scalar)
    }
  }
}

extension String {
  /// The text with spaces in place of line breaks and control characters.
  package var withSpaces: String {
    if isOneLine { return self }
    return String(map { $0.unicodeScalars.contains { $0.isControl } ? " " : $0 })
  }
}

extension String {
  /// True if the text begins and ends with a visible character and nothing in it turns the direction of what
  /// is read.
  var isWhollyShown: Bool {
    guard let first, let last else { return false }
    return [first, last].allSatisfy { !$0.unicodeScalars.allSatisfy(\.isInvisible) }
      && unicodeScalars.allSatisfy { !$0.properties.isBidiControl }
  }

  /// The text with escapes in place of what is not seen, but for spaces.
  var showingAll: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      text += scalar.isInvisible ? scalar.escaped(asASCII: true) : String(scalar)
    }
  }
}

extension Unicode.Scalar {
  /// True for spaces and for what is never drawn, such as a joiner or a mark of direction.
  fileprivate var isInvisible: Bool {
    properties.isWhitespace || properties.isDefaultIgnorableCodePoint
  }

  fileprivate var isControl: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
