/// Decodes values from trees, as a JSON decoder does from text.
struct TreeDecoder: Decoder {
  let tree: Tree

  /// The value that a tree holds.
  static func decode<Value: Decodable>(_ type: Value.Type, from tree: Tree) throws -> Value {
    if type == String.self, case .text(let text) = tree, let value = text as? Value { return value }
    return try Value(from: TreeDecoder(tree: tree))
  }

  // Paths are for messages alone.
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let fields) = tree else { throw mismatch("an object") }
    return KeyedDecodingContainer(KeyedSource<Key>(fields: fields))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let values) = tree else { throw mismatch("a list") }
    return ListSource(values: values)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    SingleSource(decoder: self)
  }

  fileprivate func mismatch(_ expected: String) -> DecodingError {
    .dataCorrupted(
      DecodingError.Context(codingPath: [], debugDescription: "It is not \(expected).")
    )
  }
}

private struct KeyedSource<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let fields: [Tree.Field]
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] {
    // As in a dictionary, each key is there once.
    var seen: Set<String> = []
    return fields.compactMap { seen.insert($0.key).inserted ? Key(stringValue: $0.key) : nil }
  }

  func contains(_ key: Key) -> Bool { fields.contains { $0.key == key.stringValue } }

  private func tree(_ key: Key) throws -> Tree {
    for field in fields where field.key == key.stringValue { return field.value }
    throw DecodingError.keyNotFound(
      key,
      DecodingError.Context(codingPath: [], debugDescription: "There is no \(key.stringValue).")
    )
  }

  func decodeNil(forKey key: Key) throws -> Bool { try tree(key) == .null }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try TreeDecoder.decode(type, from: tree(key))
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type,
    forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try TreeDecoder(tree: tree(key)).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try TreeDecoder(tree: tree(key)).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { TreeDecoder(tree: .object(fields)) }
  func superDecoder(forKey key: Key) throws -> any Decoder { TreeDecoder(tree: try tree(key)) }
}

private struct ListSource: UnkeyedDecodingContainer {
  let values: [Tree]
  var currentIndex = 0
  var codingPath: [any CodingKey] { [] }
  var count: Int? { values.count }
  var isAtEnd: Bool { currentIndex >= values.count }

  init(values: [Tree]) {
    self.values = values
  }

  private func current() throws -> Tree {
    guard currentIndex < values.count else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: [], debugDescription: "The list is at its end.")
      )
    }
    return values[currentIndex]
  }

  mutating func decodeNil() throws -> Bool {
    guard try current() == .null else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let value = try TreeDecoder.decode(type, from: current())
    currentIndex += 1
    return value
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    let container = try TreeDecoder(tree: current()).container(keyedBy: type)
    currentIndex += 1
    return container
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let container = try TreeDecoder(tree: current()).unkeyedContainer()
    currentIndex += 1
    return container
  }

  mutating func superDecoder() throws -> any Decoder {
    let decoder = TreeDecoder(tree: try current())
    currentIndex += 1
    return decoder
  }
}

private struct SingleSource: SingleValueDecodingContainer {
  let decoder: TreeDecoder
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { decoder.tree == .null }

  func decode(_ type: Bool.Type) throws -> Bool {
    guard case .bool(let value) = decoder.tree else { throw decoder.mismatch("true or false") }
    return value
  }

  func decode(_ type: String.Type) throws -> String {
    guard case .text(let value) = decoder.tree else { throw decoder.mismatch("a text") }
    return value
  }

  func decode(_ type: Double.Type) throws -> Double {
    switch decoder.tree {
    case .double(let value): return value
    case .int(let value): return Double(value)
    default: throw decoder.mismatch("a number")
    }
  }

  func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
  func decode(_ type: Int.Type) throws -> Int { try whole() }
  func decode(_ type: Int8.Type) throws -> Int8 { try whole() }
  func decode(_ type: Int16.Type) throws -> Int16 { try whole() }
  func decode(_ type: Int32.Type) throws -> Int32 { try whole() }
  func decode(_ type: Int64.Type) throws -> Int64 { try whole() }
  func decode(_ type: UInt.Type) throws -> UInt { try whole() }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try whole() }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try whole() }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try whole() }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try whole() }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try TreeDecoder.decode(type, from: decoder.tree)
  }

  private func whole<Integer: FixedWidthInteger>() throws -> Integer {
    switch decoder.tree {
    case .int(let value):
      if let value = Integer(exactly: value) { return value }
    case .double(let value):
      if let value = Integer(exactly: value) { return value }
    default: break
    }
    throw decoder.mismatch("a whole number of \(Integer.bitWidth) bits")
  }
}
