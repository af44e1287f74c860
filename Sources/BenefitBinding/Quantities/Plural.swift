/// The plural of an English noun by its rules, so that a count reads as it is spoken and is read back.
package enum Plural {
  /// Nouns that are the same for one and for many, and units that are used like symbols.
  private static let unchanged: Set<String> = [
    "cattle", "dong", "fen", "fish", "head", "jin", "livestock", "poultry", "sheep", "won", "yen",
    "yuan",
  ]

  /// Returns the plural of a noun, which may be a name with a capital; a symbol, a noun that ends in s and a word
  /// of another script is its own.
  package static func of(_ noun: String) -> String {
    guard noun.utf8.count > 2, !noun.hasSuffix("s"), let last = noun.split(separator: " ").last,
      let initial = last.unicodeScalars.first, initial.isASCII, initial.properties.isAlphabetic,
      last.unicodeScalars.dropFirst().allSatisfy({ "a"..."z" ~= $0 || $0 == "-" }),
      !unchanged.contains(last.lowercased())
    else { return noun }
    if ["x", "z", "ch", "sh"].contains(where: noun.hasSuffix) { return noun + "es" }
    let vowelBefore = noun.dropLast().last.map("aeiou".contains) ?? true
    return noun.hasSuffix("y") && !vowelBefore ? "\(noun.dropLast())ies" : "\(noun)s"
  }

  /// Returns the noun of which a text is the plural, or the text itself.
  package static func singular(of text: String) -> String {
    for (ending, singular) in [("ies", "y"), ("es", ""), ("s", "")] where text.hasSuffix(ending) {
      let noun = "\(text.dropLast(ending.count))\(singular)"
      if of(noun) == text { return noun }
    }
    return text
  }

  /// Returns the plural of a noun where there are many, and the noun itself where there is one.
  package static func of(_ noun: String, if many: Bool) -> String { many ? of(noun) : noun }

  /// Returns a count with its noun, such as `1 household` or `2,028 persons`.
  package static func counted(_ count: some BinaryInteger, _ noun: String) -> String {
    let number = DecimalText.write(Int64(clamping: count), decimals: 0, grouped: true)
    return "\(number) \(of(noun, if: count != 1))"
  }
}
