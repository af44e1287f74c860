/// The grammar of RFC 8259 as patterns: signs are told apart, then values in brackets become values until none is left.
///
/// It shares no code with the reader and is what the reader is held against; names that stand twice are not looked for.
struct JSONGrammar {
  private let text = /"(?:[^"\\\u{0}-\u{1F}]|\\(?:["\\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/
    .matchingSemantics(.unicodeScalar)
  private let word = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null/
    .matchingSemantics(.unicodeScalar)
  private let list = /\[(?:[sv](?:,[sv])*)?\]/
  private let object = /\{(?:s:[sv](?:,s:[sv])*)?\}/

  /// True if a text is JSON.
  func matches(_ text: String) -> Bool {
    guard var signs = signs(text[...]) else { return false }
    while true {
      let reduced = signs.replacing(list, with: "v").replacing(object, with: "v")
      if reduced == signs { return signs == "s" || signs == "v" }
      signs = reduced
    }
  }

  /// The signs of a text, where `s` stands for a text and `v` for another value.
  private func signs(_ text: Substring) -> String? {
    var (rest, signs) = (text.unicodeScalars, "")
    while let first = rest.first {
      if "[]{},:".unicodeScalars.contains(first) {
        signs.unicodeScalars.append(first)
        rest.removeFirst()
      } else if " \t\n\r".unicodeScalars.contains(first) {
        rest.removeFirst()
      } else if let match = Substring(rest).prefixMatch(of: self.text) {
        signs += "s"
        rest = rest[match.range.upperBound...]
      } else if let match = Substring(rest).prefixMatch(of: word), !match.output.isEmpty {
        signs += "v"
        rest = rest[match.range.upperBound...]
      } else {
        return nil
      }
    }
    return signs
  }
}
