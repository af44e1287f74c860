import BenefitBinding

extension JSONReader {
  /// The part of a text that belongs to a place.
  enum Expected {
    case value, name, colon, end
    case comma(Bracket)
  }

  /// The error of what stands next in place of what belongs there.
  func refusal(_ expected: Expected) -> BenefitError {
    if let sign = nextScalar { return sentence(sign, expected).within(position.places) }
    if next != nil { return .notUTF8.within(position.places) }
    if case .comma(let bracket) = expected {
      return .openBracket(bracket.closing).within(bracket.position.places)
    }
    return .tooShort.within(position.places)
  }

  /// The character that stands next, or `nil` where there is none.
  var nextScalar: Unicode.Scalar? {
    var (rest, codec) = (bytes[index...].makeIterator(), UTF8())
    return if case .scalarValue(let scalar) = codec.decode(&rest) { scalar } else { nil }
  }

  private func sentence(_ sign: Unicode.Scalar, _ expected: Expected) -> BenefitError {
    if sign == "/" || sign == "#" { return .comment }
    if sign == "'" { return .singleQuote }
    if let half = Self.halfWidth(of: sign) { return .fullWidth(sign, half) }
    // A text is quoted without its own quotes.
    let word = isAt("\"") ? String(self.word.dropFirst()) : self.word
    let isWord = sign.properties.isAlphabetic || sign == "_"
    switch expected {
    case .value where isWord: return .noValue(word)
    case .value where sign == "+" || sign == ".": return .noNumber(word)
    case .name where isWord: return .bareName(word)
    case .comma(let bracket) where sign == "]" || sign == "}":
      return .otherBracket("\(sign)", bracket)
    default: return .misplaced(word, expected)
    }
  }

  /// The sign of JSON that a sign of a Chinese keyboard was meant for.
  static func halfWidth(of sign: Unicode.Scalar) -> Unicode.Scalar? {
    switch sign {
    case "“", "”", "„", "‘", "’", "「", "」", "＂", "＇": "\""
    case "【": "["
    case "】": "]"
    case "、": ","
    case "\u{3000}": " "
    case "\u{FF01}"..."\u{FF5E}": Unicode.Scalar(sign.value - 0xFEE0)
    default: nil
    }
  }
}
