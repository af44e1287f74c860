import BenefitBinding

/// Reads a JSON text after RFC 8259 in one pass; lines end in LF, CR or both.
struct JSONReader {
  /// The most lists and objects that stand in one another.
  static let mostLevels = 64

  let bytes: [UInt8]
  var index = 0
  private var line = 1
  private var lineStart = 0
  /// The bytes of the line up to here that are not the first of a character.
  var continuations = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { (index, lineStart) = (3, 3) }
  }

  /// The place of the next byte.
  var position: JSONValue.Position {
    .init(line: line, column: index - lineStart - continuations + 1)
  }

  /// The next byte, or `nil` at the end.
  var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// True if a sign of ASCII stands next.
  func isAt(_ sign: Unicode.Scalar) -> Bool { next == UInt8(ascii: sign) }

  /// Reads the whole text.
  mutating func document() throws(BenefitError) -> JSONValue {
    skipSpaces()
    let value = try value(level: 1)
    skipSpaces()
    if next != nil { throw refusal(.end) }
    return value
  }

  private mutating func value(level: Int) throws(BenefitError) -> JSONValue {
    let start = position
    let content: JSONValue.Content =
      switch next {
      case "\"": .text(try text())
      case "-", "0"..."9": .number(try number())
      case "{": .object(try object(level))
      case "[": .list(try list(level))
      case "t" where skip("true"): .bool(true)
      case "f" where skip("false"): .bool(false)
      case "n" where skip("null"): .null
      default: throw refusal(.value)
      }
    return JSONValue(content: content, position: start)
  }

  private mutating func list(_ level: Int) throws(BenefitError) -> [JSONValue] {
    var values: [JSONValue] = []
    let bracket = try open(level, UInt8(ascii: "]"))
    while try hasNext(bracket, isFirst: values.isEmpty) {
      values.append(try value(level: level + 1))
    }
    return values
  }

  private mutating func object(_ level: Int) throws(BenefitError) -> JSONObject {
    var object = JSONObject()
    let bracket = try open(level, UInt8(ascii: "}"))
    while try hasNext(bracket, isFirst: object.members.isEmpty) {
      let place = position
      guard isAt("\"") else { throw refusal(.name) }
      let name = try text()
      if let first = object[name] { throw .twice(name, first.position).within(place.places) }
      skipSpaces()
      guard isAt(":") else { throw refusal(.colon) }
      index += 1
      skipSpaces()
      object.append(.init(name: name, position: place, value: try value(level: level + 1)))
    }
    return object
  }
}

// MARK: - Brackets and spaces

extension JSONReader {
  /// A list or an object that is being read.
  struct Bracket {
    let position: JSONValue.Position
    let closing: UInt8
  }

  private mutating func open(_ level: Int, _ closing: UInt8) throws(BenefitError) -> Bracket {
    if level > Self.mostLevels { throw .tooDeep(Self.mostLevels).within(position.places) }
    defer { index += 1 }
    return Bracket(position: position, closing: closing)
  }

  /// Reads up to the next element, past the comma before it, or past the closing bracket.
  ///
  /// - Returns: False where there is no further element.
  private mutating func hasNext(_ bracket: Bracket, isFirst: Bool) throws(BenefitError) -> Bool {
    skipSpaces()
    if next == bracket.closing {
      index += 1
      return false
    }
    if !isFirst {
      guard isAt(",") else { throw refusal(.comma(bracket)) }
      let comma = position
      index += 1
      skipSpaces()
      if next == bracket.closing { throw .lastComma.within(comma.places) }
    }
    if next == nil { throw refusal(.comma(bracket)) }
    return true
  }

  private mutating func skipSpaces() {
    while index < bytes.count {
      switch bytes[index] {
      case " ", "\t": index += 1
      case "\n", "\r":
        let isFirst = isAt("\r")
        index += 1
        if isFirst && isAt("\n") { index += 1 }
        (line, lineStart, continuations) = (line + 1, index, 0)
      default: return
      }
    }
  }
}

/// True if a byte is a sign of ASCII.
func ~= (sign: Unicode.Scalar, byte: UInt8?) -> Bool { byte == UInt8(ascii: sign) }

/// True if a byte is among signs of ASCII.
func ~= (signs: ClosedRange<Unicode.Scalar>, byte: UInt8?) -> Bool {
  byte.map { signs.contains(Unicode.Scalar($0)) } ?? false
}
