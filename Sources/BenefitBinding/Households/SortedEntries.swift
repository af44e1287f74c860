/// A key whose entries have one order in a file, so that the same value gives the same bytes.
package protocol FileOrdered: Hashable, Codable {
  /// Returns true if this one comes first; of two different ones exactly one does.
  func precedes(_ other: Self) -> Bool
}

extension FileOrdered where Self: Named {
  package func precedes(_ other: Self) -> Bool { name < other.name }
}

extension String: FileOrdered {
  package func precedes(_ other: Self) -> Bool { self < other }
}

extension FileOrdered where Self: NamedInUnit {
  /// Returns true if the name comes first, or of one name the unit.
  package func precedes(_ other: Self) -> Bool { (name, unit.name) < (other.name, other.unit.name) }
}

extension Measure: FileOrdered {}

/// The wire form of a dictionary: its entries in order of their names.
///
/// A dictionary's own order differs from run to run, and the same value must give the same bytes.
package struct SortedEntries<Key: FileOrdered, Value> {
  var entries: [(key: Key, value: Value)]

  package init(_ entries: [(Key, Value)]) {
    self.entries = entries.sorted { $0.0.precedes($1.0) }
  }

  package var dictionary: [Key: Value] {
    Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
  }
}

extension StoredParts {
  /// The dictionary that is stored as a list under a key.
  package subscript<Item: FileOrdered & Decodable, Value: Codable>(listed key: Key) -> [Item: Value]
  {
    get throws { (try self[key] as SortedEntries<Item, Value>).dictionary }
  }
}

extension SortedEntries: Codable where Value: Codable {
  private struct Entry: Codable {
    var key: Key
    var value: Value
  }

  package init(from decoder: any Decoder) throws {
    let entries = try [Entry](from: decoder)
    guard Set(entries.map(\.key)).count == entries.count else {
      throw decoder.refusal(Phrase(en: "A name stands in the list twice.", zh: "同一名称在列表中出现了两次。"))
    }
    self.init(entries.map { ($0.key, $0.value) })
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for (key, value) in entries { try container.encode(Entry(key: key, value: value)) }
  }
}
