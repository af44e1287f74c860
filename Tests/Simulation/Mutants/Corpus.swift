import BenefitBinding

/// One stored value of each public type that files may hold, and everything that it can be asked.
///
/// A new type is one line in one of the lists.
enum Corpus {
  struct Entry: Sendable {
    let name: String
    /// The value as a file holds it.
    let tree: Tree
    /// Decodes a tree, asks the value everything and encodes it again.
    let probe: @Sendable (Tree) throws -> Void
  }

  static let entries: [Entry] =
    quantities + terms + schemes + settlements + payouts + livestock + assessment + poverty + words

  /// An entry for a value of a type; `use` reads everything public that needs no thought.
  static func entry<Value: Codable & Equatable & Sendable>(
    _ value: Value,
    _ use: @escaping @Sendable (Value) throws -> Void = { _ in }
  ) -> Entry {
    let name = String(reflecting: Value.self).split(separator: ".").dropFirst()
      .joined(separator: ".")
    return entry(name, stored(value), use)
  }

  /// An entry for a programme of one named model, as a person writes it.
  static func model(_ model: String, _ parts: [String: any Encodable]) -> Entry {
    let scheme =
      [Tree.Field(key: "model", value: .text(model)), .init(key: "name", value: .text("S"))]
      + parts.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: stored($0.value)) }
    let programme = Tree.object([
      .init(key: "name", value: .text("P")),
      .init(key: "schemes", value: .list([.object(scheme)])),
    ])
    return entry("model \(model)", programme) { (programme: Programme) in
      for terms in programme.schemes { use(terms) }
    }
  }

  private static func stored(_ value: any Encodable) -> Tree {
    guard let tree = try? TreeEncoder.encode(value) else {
      fatalError("\(value) cannot be encoded.")
    }
    return tree
  }

  private static func entry<Value: Codable & Equatable & Sendable>(
    _ name: String,
    _ tree: Tree,
    _ use: @escaping @Sendable (Value) throws -> Void
  ) -> Entry {
    Entry(name: name, tree: tree) { tree in
      let value = try TreeDecoder.decode(Value.self, from: tree)
      try use(value)
      ask(value)
      let again: Value
      do {
        again = try TreeDecoder.decode(Value.self, from: TreeEncoder.encode(value))
      } catch {
        throw Problem(kind: "cannot be read again", text: "\(error)")
      }
      guard again == value || !(value == value) else {
        throw Problem(kind: "another after its file", text: "\(tree)")
      }
    }
  }

  /// Reads something, so that it is worked out.
  @inline(never)
  static func ask<each Part>(_ part: repeat each Part) {
    for part in repeat each part {
      if let text = part as? any CustomStringConvertible { _ = text.description.utf8.count }
    }
  }
}
