import BenefitBinding

/// Encodes values to trees.
enum TreeEncoder {
  @TaskLocal fileprivate static var tellsFormulas = false

  /// The tree that a value is stored as.
  static func encode(_ value: some Encodable) throws -> Tree {
    let sink = Sink()
    try value.encode(to: sink)
    return sink.tree
  }

  /// The same with formulas part by part in place of their texts, as who works them out anew reads them.
  static func encode(tellingFormulas value: some Encodable) throws -> Tree {
    try $tellsFormulas.withValue(true) { try encode(value) }
  }
}

/// Where the containers of one value write: the encoder of that value.
private final class Sink: Encoder {
  enum Content {
    case nothing
    case single(Tree)
    case list
    case object
  }

  /// An element or entry: finished, or still open in a nested container.
  enum Part {
    case tree(Tree)
    case sink(Sink)

    var tree: Tree {
      switch self {
      case .tree(let tree): tree
      case .sink(let sink): sink.tree
      }
    }
  }

  var content = Content.nothing
  var keys: [String] = []
  var parts: [Part] = []

  var tree: Tree {
    switch content {
    case .nothing: .object([])
    case .single(let tree): tree
    case .list: .list(parts.map(\.tree))
    case .object: .object(zip(keys, parts).map { Tree.Field(key: $0, value: $1.tree) })
    }
  }

  // Paths are for messages alone.
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] {
    TreeEncoder.tellsFormulas ? [.formulasInParts: true] : [:]
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    content = .object
    return KeyedEncodingContainer(KeyedSink<Key>(sink: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    content = .list
    return ListSink(sink: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { SingleSink(sink: self) }

  /// The part that a value is stored as.
  static func part<Value: Encodable>(_ value: Value) throws -> Part {
    if Value.self == String.self, let text = value as? String { return .tree(.text(text)) }
    if Value.self == Int64.self, let int = value as? Int64 { return .tree(.int(int)) }
    if Value.self == Int.self, let int = value as? Int { return .tree(.int(Int64(int))) }
    if Value.self == Bool.self, let bool = value as? Bool { return .tree(.bool(bool)) }
    let sink = Sink()
    try value.encode(to: sink)
    return .tree(sink.tree)
  }

  /// A nested value that goes on being written.
  func open(_ key: String?) -> Sink {
    let sink = Sink()
    if let key { keys.append(key) }
    parts.append(.sink(sink))
    return sink
  }
}

private struct KeyedSink<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let sink: Sink
  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil(forKey key: Key) throws {
    sink.keys.append(key.stringValue)
    sink.parts.append(.tree(.null))
  }

  mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    let part = try Sink.part(value)
    sink.keys.append(key.stringValue)
    sink.parts.append(part)
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type,
    forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    sink.open(key.stringValue).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    sink.open(key.stringValue).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { sink.open("super") }
  mutating func superEncoder(forKey key: Key) -> any Encoder { sink.open(key.stringValue) }
}

private struct ListSink: UnkeyedEncodingContainer {
  let sink: Sink
  var codingPath: [any CodingKey] { [] }
  var count: Int { sink.parts.count }

  mutating func encodeNil() throws { sink.parts.append(.tree(.null)) }

  mutating func encode<Value: Encodable>(_ value: Value) throws {
    sink.parts.append(try Sink.part(value))
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    sink.open(nil).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    sink.open(nil).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { sink.open(nil) }
}

private struct SingleSink: SingleValueEncodingContainer {
  let sink: Sink
  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil() throws { sink.content = .single(.null) }
  mutating func encode(_ value: Bool) throws { sink.content = .single(.bool(value)) }
  mutating func encode(_ value: String) throws { sink.content = .single(.text(value)) }
  mutating func encode(_ value: Double) throws { sink.content = .single(.double(value)) }
  mutating func encode(_ value: Float) throws { sink.content = .single(.double(Double(value))) }
  mutating func encode(_ value: Int) throws { whole(value) }
  mutating func encode(_ value: Int8) throws { whole(value) }
  mutating func encode(_ value: Int16) throws { whole(value) }
  mutating func encode(_ value: Int32) throws { whole(value) }
  mutating func encode(_ value: Int64) throws { whole(value) }
  mutating func encode(_ value: UInt) throws { whole(value) }
  mutating func encode(_ value: UInt8) throws { whole(value) }
  mutating func encode(_ value: UInt16) throws { whole(value) }
  mutating func encode(_ value: UInt32) throws { whole(value) }
  mutating func encode(_ value: UInt64) throws { whole(value) }

  mutating func encode<Value: Encodable>(_ value: Value) throws {
    sink.content = .single(try Sink.part(value).tree)
  }

  private func whole(_ value: some BinaryInteger) {
    sink.content = .single(Int64(exactly: value).map(Tree.int) ?? .double(Double(value)))
  }
}
