import BenefitBinding

/// The members of an object by a kind of key.
struct KeyedJSON<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let node: JSONNode
  let object: JSONObject

  var codingPath: [any CodingKey] { node.codingPath }

  var allKeys: [Key] { object.members.compactMap { Key(stringValue: $0.name) } }

  func contains(_ key: Key) -> Bool {
    node.ask(for: key.stringValue)
    return object[key.stringValue] != nil
  }

  private func part(_ key: some CodingKey) throws -> JSONNode {
    node.ask(for: key.stringValue)
    guard let member = object[key.stringValue] ?? node.misspelt(key.stringValue) else {
      throw node.lacks(key.stringValue)
    }
    return node.part(member.value, key)
  }

  func decodeNil(forKey key: Key) throws -> Bool { try part(key).value.isNull }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try node.read(type, under: key, of: object)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type,
    forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try node.opened(part(key)).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try node.opened(part(key)).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { try node.opened(part(AnyKey("super"))) }

  func superDecoder(forKey key: Key) throws -> any Decoder { try node.opened(part(key)) }
}

/// The values of a list, one after the other.
struct UnkeyedJSON: UnkeyedDecodingContainer {
  let node: JSONNode
  let values: [JSONValue]
  var currentIndex = 0

  var codingPath: [any CodingKey] { node.codingPath }
  var count: Int? { values.count }
  var isAtEnd: Bool { currentIndex == values.count }

  private var part: JSONNode {
    get throws {
      if isAtEnd { throw node.mistakes(.tooFew(values.count)) }
      return node.part(values[currentIndex], AnyKey(currentIndex))
    }
  }

  private mutating func advance() {
    currentIndex += 1
    node.read(currentIndex)
  }

  mutating func decodeNil() throws -> Bool {
    let isNull = try part.value.isNull
    if isNull { advance() }
    return isNull
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let value = try node.read(type, from: part)
    advance()
    return value
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try superDecoder().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try superDecoder().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder {
    let part = node.opened(try part)
    advance()
    return part
  }
}

/// A value as a whole.
struct SingleJSON: SingleValueDecodingContainer {
  let node: JSONNode

  var codingPath: [any CodingKey] { node.codingPath }

  func decodeNil() -> Bool { node.value.isNull }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try node.makeWhole(type) }
}
