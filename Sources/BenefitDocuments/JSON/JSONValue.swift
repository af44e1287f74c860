package import BenefitBinding

/// A value of a JSON text, which knows where it stands.
package struct JSONValue: Sendable {
  /// The kinds of values; a number is kept as its text.
  package enum Content: Sendable {
    case null
    case bool(Bool)
    case number(String)
    case text(String)
    case list([JSONValue])
    case object(JSONObject)
  }

  /// A place in a text, both counted from 1; a column is a Unicode scalar of the line.
  package struct Position: Hashable, Comparable, Sendable {
    package var line: Int
    package var column: Int

    package static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }

    /// The line and the column as errors name them.
    var places: [BenefitError.Place] {
      let words = Phrase(en: "column \(column)", zh: "第 \(column) 列")
      return [.line(line), BenefitError.Place("text column", "\(column)", as: words)]
    }
  }

  /// The value.
  package let content: Content

  /// The place of its first character.
  package let position: Position
}

/// The members of an object in their order, each name once.
package struct JSONObject: Sendable {
  /// A name, the place of its first quote, and its value.
  package struct Member: Sendable {
    package let name: String
    package let position: JSONValue.Position
    package let value: JSONValue
  }

  /// The members in their order.
  package private(set) var members: [Member] = []

  /// The members by their names, where they are many.
  private var byName: [String: Int] = [:]

  private static let few = 16

  /// The member of a name, or `nil` where there is none.
  package subscript(name: String) -> Member? {
    if members.count <= Self.few { return members.first { $0.name == name } }
    return byName[name].map { members[$0] }
  }

  /// Adds a member of a name that is not there yet.
  mutating func append(_ member: Member) {
    members.append(member)
    if members.count == Self.few + 1 {
      for (index, member) in members.enumerated() { byName[member.name] = index }
    } else if members.count > Self.few {
      byName[member.name] = members.count - 1
    }
  }
}

extension JSONValue {
  /// Reads the bytes of a text.
  ///
  /// - Throws: `BenefitError` with the line and the column where it is not JSON after RFC 8259.
  package init(json bytes: [UInt8]) throws(BenefitError) {
    var reader = JSONReader(bytes)
    self = try reader.document()
  }

  var isNull: Bool { if case .null = content { true } else { false } }

  /// The value as a sentence quotes it.
  var words: Phrase {
    switch content {
    case .null: Phrase(en: "null", zh: "「null」")
    case .bool(let value): Phrase(en: "\(value)", zh: "「\(value)」")
    case .number(let text):
      Phrase(en: "the number \(text.shortened)", zh: "数字「\(text.shortened)」")
    case .text(let text):
      Phrase(en: "the text \"\(text.shortened)\"", zh: "文本「\(text.shortened)」")
    case .list: Phrase(en: "a list", zh: "列表")
    case .object: Phrase(en: "an object", zh: "对象")
    }
  }
}

extension String {
  /// The first characters of the text, on one line.
  var shortened: String {
    let start = unicodeScalars.prefix(40)
    return String(start).escaped + (start.endIndex < endIndex ? "…" : "")
  }
}
