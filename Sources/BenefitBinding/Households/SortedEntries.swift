/// A name under which values are kept, ordered so that files come out the same every time.
protocol Named: Hashable, Codable {
  var name: String { get }
}

extension Measure: Named {}
extension String: Named {
  var name: String { self }
}

/// The wire form of a dictionary: its entries in order of their names.
///
/// A dictionary's own order differs from run to run, and the same value must give the same bytes.
struct SortedEntries<Key: Named, Value> {
  var entries: [(key: Key, value: Value)]

  init(_ entries: [(Key, Value)]) {
    self.entries = entries.sorted { $0.0.name < $1.0.name }
  }

  var dictionary: [Key: Value] {
    Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
  }
}

extension SortedEntries: Codable where Value: Codable {
  private struct Entry: Codable {
    var key: Key
    var value: Value
  }

  init(from decoder: any Decoder) throws {
    let entries = try [Entry](from: decoder)
    guard Set(entries.map(\.key)).count == entries.count else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath,
          debugDescription: "A name stands in the list twice."
        )
      )
    }
    self.init(entries.map { ($0.key, $0.value) })
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for (key, value) in entries { try container.encode(Entry(key: key, value: value)) }
  }
}
