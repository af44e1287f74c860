import BenefitBinding
import BenefitDocuments
import Foundation
import TestSupport
import Testing

/// The published JSON Schema takes what the library reads and refuses what it refuses, as far as a schema can.
struct SchemaTests {
  private static let schema: Schema = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    let data = try? Data(contentsOf: root.appending(path: "Docs/programme.schema.json"))
    let object = data.flatMap { try? JSONSerialization.jsonObject(with: $0) }
    return Schema(root: object as? [String: Any] ?? [:])
  }()

  private static func isValid(_ document: String) throws -> Bool {
    schema.allows(try JSONSerialization.jsonObject(with: Data(document.utf8)))
  }

  private static func document(_ schemes: String) -> String {
    #"{"format": "benefit-binding programme 1", "name": "P", "schemes": \#(schemes), "season": {"name": "2016"}}"#
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `It takes whatever a program stores`(seed: UInt64) throws {
    let schemes = try json(try Sample(seed: seed).programme.schemes)
    #expect(try Self.isValid(Self.document(schemes)), "\(schemes)")
  }

  /// A document for each alternative of each part of the schema, with all of its properties.
  private static let samples: [String] = {
    let clauses = ["distribution", "payment", "purchase", "employment", "allotment"].flatMap {
      schema.samples(of: $0)
    }
    return clauses.map { #"{"name": "S", "clauses": [\#($0)]}"# } + schema.samples(of: "scheme")
  }()

  @Test func `Each name that it knows is read, and no other`() throws {
    #expect(Self.samples.count > 15)
    for sample in Self.samples {
      let document = Self.document("[\(sample)]")
      #expect(try Self.isValid(document), "\(sample)")
      let problems = ProgrammeDocument.problems(inJSON: Array(document.utf8))
      #expect(!problems.contains { $0.code == .unknownName }, "\(sample) \(problems)")
    }
    let stranger = Self.document(#"[{"name": "S", "clauses": [], "memebrs": "always"}]"#)
    #expect(try !Self.isValid(stranger))
    #expect(ProgrammeDocument.problems(inJSON: Array(stranger.utf8)).count == 1)
  }

  @Test(arguments: [
    ("{}", true), (#"{"accounts": {}, "schemes": {}}"#, true),
    (#"{"schemes": {"S": {"accounts": {"reserve": "1"}, "residues": {"d": 0.05}}}}"#, true),
    (#"{"schemes": {"S": {"accounts": {"reserve": {"gaqas": {"A": "1", "B": 2}}}}}}"#, true),
    (#"{"schemes": {"S": {"holdings": {"d": {"H-1": "5"}}}}}"#, true),
    (#"{"schemes": {"S": {"holdings": {"d": {"H-1": {"gaqas": {"A": 1}}}}}}}"#, false),
    (#"{"schemes": {"S": {"accounts": {"reserve": {}}}}}"#, false),
    (#"{"schemes": {"S": {"loss": 5}}}"#, false), (#"{"balances": []}"#, false), ("[]", false),
    (#"{"schemes": {"S": {"losses": {"A": 5}}}}"#, false),
  ])
  func `It takes an opening where the library does`(_ opening: String, _ isOne: Bool) throws {
    let schemes = #"""
      [{"name": "S", "clauses": [{"distribution": "d", "of": "held('d')", "tiers": [
      {"amount": "1", "by": "household", "as": "addition"}, {"amount": "rest", "to": "reserve"}]}]}]
      """#
    let document = Self.document(schemes).dropLast() + #", "opening": \#(opening)}"#
    #expect(try Self.isValid(String(document)) == isOne)
    #expect(ProgrammeDocument.problems(inJSON: Array(document.utf8)).isEmpty == isOne)
  }

  @Test func `It refuses a clause without its parts, as the library does`() throws {
    for clause in [
      #"{"payment": "p", "as": "wage"}"#, #"{"payment": "p", "each": "1"}"#, #"{"each": "1"}"#,
      #"{"distribution": "d", "of": "1"}"#, #"{"payment": "p", "each": "1", "as": "gift"}"#,
      #"{"payment": "p", "each": "1", "as": "wage", "rounded": "half up to dollar"}"#,
    ] {
      let document = Self.document(#"[{"name": "S", "clauses": [\#(clause)]}]"#)
      #expect(try !Self.isValid(document), "\(clause)")
      #expect(!ProgrammeDocument.problems(inJSON: Array(document.utf8)).isEmpty, "\(clause)")
    }
  }
}

/// As much of JSON Schema as the published one uses.
private struct Schema: @unchecked Sendable {
  let root: [String: Any]

  func allows(_ value: Any) -> Bool { allows(value, root) }

  private func resolved(_ schema: [String: Any]) -> [String: Any] {
    guard let name = (schema["$ref"] as? String)?.split(separator: "/").last else { return schema }
    let definitions = root["$defs"] as? [String: [String: Any]]
    return definitions?[String(name)].map(resolved) ?? [:]
  }

  private func allows(_ value: Any, _ schema: [String: Any]) -> Bool {
    let schema = resolved(schema)
    if let all = schema["oneOf"] as? [[String: Any]] {
      return all.count { allows(value, $0) } == 1
    }
    if let constant = schema["const"] as? String, value as? String != constant { return false }
    if let words = schema["enum"] as? [String], !words.contains(value as? String ?? "") {
      return false
    }
    let types = schema["type"] as? [String] ?? [schema["type"] as? String].compactMap(\.self)
    if !types.isEmpty && !types.contains(Self.type(of: value)) { return false }
    switch value {
    case let text as String:
      guard let pattern = schema["pattern"] as? String else { return true }
      return text.range(of: pattern, options: .regularExpression) != nil
    case let list as [Any]:
      guard let items = schema["items"] as? [String: Any] else { return true }
      return list.allSatisfy { allows($0, items) }
    case let object as [String: Any]:
      let known = schema["properties"] as? [String: [String: Any]] ?? [:]
      let needed = schema["required"] as? [String] ?? []
      return needed.allSatisfy { object[$0] != nil }
        && object.allSatisfy { name, part in
          if let schema = known[name] { return allows(part, schema) }
          return (schema["additionalProperties"] as? [String: Any]).map { allows(part, $0) }
            ?? false
        }
    default: return true
    }
  }

  private static func type(of value: Any) -> String {
    switch value {
    case is Bool: "boolean"
    case is NSNumber: "number"
    case is String: "string"
    case is [Any]: "array"
    case is [String: Any]: "object"
    default: "null"
    }
  }

  /// An object with all of its properties for each alternative of a definition.
  func samples(of name: String) -> [String] {
    alternatives(["$ref": "#/$defs/\(name)"]).map { sample(of: $0, named: "") }
  }

  private func alternatives(_ schema: [String: Any]) -> [[String: Any]] {
    let schema = resolved(schema)
    return (schema["oneOf"] as? [[String: Any]])?.flatMap(alternatives) ?? [schema]
  }

  private func sample(of schema: [String: Any], named name: String) -> String {
    let schema = alternatives(schema)[0]
    if let constant = schema["const"] as? String { return "\"\(constant)\"" }
    if let words = schema["enum"] as? [String] { return "\"\(words[0])\"" }
    switch schema["type"] as? String {
    case "object":
      let known = schema["properties"] as? [String: [String: Any]] ?? [:]
      let parts = known.sorted { $0.key < $1.key }.map {
        "\"\($0.key)\": \(sample(of: $0.value, named: $0.key))"
      }
      return "{\(parts.joined(separator: ", "))}"
    case "array": return "[\(sample(of: schema["items"] as? [String: Any] ?? [:], named: name))]"
    case "boolean": return "true"
    default: return Self.texts[name] ?? "\"1\""
    }
  }

  /// A text for each property whose text is not just any.
  private static let texts = [
    "where": "\"always\"", "members": "\"always\"", "rounded": "\"down to fen\"",
    "rounding": "\"down to fen\"", "rate": "\"down to fen\"", "code": "\"NAD\"",
    "for": "\"1 household\"", "work": "\"workers\"", "heads": "\"persons\"",
    "guaranteed": "\"1 jin\"", "bought": "\"1 jin\"", "by": "\"household\"",
  ]
}
