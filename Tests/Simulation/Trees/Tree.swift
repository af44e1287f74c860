/// A stored value as a tree: what a file holds, without its text.
///
/// Encoding to a tree and reading it back is much quicker than through JSON, and a tree can be changed
/// anywhere to see what decoding makes of it.
enum Tree: Equatable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case text(String)
  case list([Tree])
  case object([Field])

  /// One entry of an object; a key may stand twice in a file, so they are a list.
  struct Field: Equatable, Sendable {
    var key: String
    var value: Tree
  }
}

extension Tree {
  /// The value under a key of an object, the first where it stands twice.
  subscript(key: String) -> Tree? {
    guard case .object(let fields) = self else { return nil }
    for field in fields where field.key == key { return field.value }
    return nil
  }

  /// The elements of a list, none of anything else.
  var list: [Tree] { if case .list(let values) = self { values } else { [] } }

  /// The entries of an object, none of anything else.
  var fields: [Field] { if case .object(let fields) = self { fields } else { [] } }

  /// The text, or `nil` where it is none.
  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The whole number, or `nil` where it is none.
  var int: Int64? { if case .int(let value) = self { value } else { nil } }

  /// The only field of an object, as an enumeration's case with its values is stored.
  var only: Field? {
    guard case .object(let fields) = self, fields.count == 1 else { return nil }
    return fields[0]
  }
}

extension Tree: CustomStringConvertible {
  /// The tree as JSON, its keys in the order in which they stand.
  var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .double(let value): value.isFinite ? "\(value)" : "\"\(value)\""
    case .text(let text): Self.quoted(text)
    case .list(let values): "[" + values.map(\.description).joined(separator: ",") + "]"
    case .object(let fields):
      "{"
        + fields.map { "\(Self.quoted($0.key)):\($0.value)" }.joined(separator: ",")
        + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\u{0}"..<" ":
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
