import BenefitBinding

extension JSONReader {
  /// Reads a text from its first quote to its last.
  mutating func text() throws(BenefitError) -> String {
    let opening = position
    index += 1
    var text = try plainText()
    while isAt("\\") {
      text.unicodeScalars.append(try escaped())
      text += try plainText()
    }
    switch next {
    case "\"":
      index += 1
      return text
    case nil, "\n", "\r": throw .openText.within(opening.places)
    case let control?: throw .controlCharacter(control).within(position.places)
    }
  }

  /// Reads up to the next quote, backslash or control character.
  private mutating func plainText() throws(BenefitError) -> String {
    let start = index
    var bits = 0 as UInt8
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      bits |= byte
      index += 1
    }
    let run = bytes[start..<index]
    if bits < 0x80 { return String(decoding: run, as: UTF8.self) }
    if let text = String(validating: run, as: UTF8.self) {
      for byte in run where byte & 0xC0 == 0x80 { continuations += 1 }
      return text
    }
    // The place is that of the first bytes that are no character.
    var (rest, codec) = (run.makeIterator(), UTF8())
    index = start
    while case .scalarValue(let scalar) = codec.decode(&rest) {
      index += UTF8.width(scalar)
      continuations += UTF8.width(scalar) - 1
    }
    throw .notUTF8.within(position.places)
  }

  /// Reads the character that a backslash and what follows it stand for.
  private mutating func escaped() throws(BenefitError) -> Unicode.Scalar {
    let start = position
    index += 1
    let scalar: Unicode.Scalar
    switch next {
    case "\"": scalar = "\""
    case "\\": scalar = "\\"
    case "/": scalar = "/"
    case "b": scalar = "\u{8}"
    case "f": scalar = "\u{C}"
    case "n": scalar = "\n"
    case "r": scalar = "\r"
    case "t": scalar = "\t"
    case "u":
      guard let unit = codeUnit() else { throw .noEscape.within(start.places) }
      if let scalar = Unicode.Scalar(unit) { return scalar }
      // Two halves make one character; with a second one in the first's place it is beyond the last there is.
      if isAt("\\") {
        index += 1
        if isAt("u"), let other = codeUnit(), 0xDC00...0xDFFF ~= other,
          let scalar = Unicode.Scalar(0x1_0000 + (unit - 0xD800) << 10 + (other - 0xDC00))
        {
          return scalar
        }
      }
      throw .halfCharacter.within(start.places)
    default: throw .noEscape.within(start.places)
    }
    index += 1
    return scalar
  }

  /// Reads a `u` and four hexadecimal digits; `nil` where others follow.
  private mutating func codeUnit() -> UInt32? {
    let digits = bytes[index...].dropFirst().prefix(4)
      .compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    if digits.count < 4 { return nil }
    index += 5
    return digits.reduce(0) { $0 << 4 | UInt32($1) }
  }

  /// Reads a number as its text.
  mutating func number() throws(BenefitError) -> String {
    let (start, place) = (index, position)
    if isAt("-") { index += 1 }
    var isNumber = isAt("0")
    if isNumber { index += 1 } else { isNumber = skipDigits() }
    if isNumber && isAt(".") {
      index += 1
      isNumber = skipDigits()
    }
    if isNumber && (isAt("e") || isAt("E")) {
      index += 1
      if isAt("+") || isAt("-") { index += 1 }
      isNumber = skipDigits()
    }
    if isNumber && (isAtEndOfWord || nextScalar.flatMap(Self.halfWidth) != nil) {
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    index = start
    throw .noNumber(word).within(place.places)
  }

  /// Reads digits; false where there are none.
  private mutating func skipDigits() -> Bool {
    let start = index
    while "0"..."9" ~= next { index += 1 }
    return index > start
  }
}

// MARK: - Words

extension JSONReader {
  /// True if no word or number goes on here.
  private var isAtEndOfWord: Bool {
    switch next {
    case nil, "\u{0}"..." ", ",", ":", "[", "]", "{", "}", "\"", "'", "/", "#": true
    default: false
    }
  }

  /// The word, number or sign that stands next; a text without its second quote.
  var word: String {
    var reader = self
    let isSign = isAtEndOfWord && !isAt("\"")
    repeat { reader.index += 1 } while !isSign && !reader.isAtEndOfWord
    return String(decoding: bytes[index..<reader.index], as: UTF8.self)
  }

  /// Reads a word if it stands next.
  mutating func skip(_ word: String) -> Bool {
    if self.word != word { return false }
    index += word.utf8.count
    return true
  }
}
