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
    guard let tree = try? TreeEncoder.encode(value) else {
      fatalError("A value of \(name) cannot be encoded.")
    }
    return Entry(name: name, tree: tree) { tree in
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
