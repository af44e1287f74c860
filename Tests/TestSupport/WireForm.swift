import Foundation

/// The JSON of a value with its keys in order, so that equal bytes mean an equal wire form.
package func json(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

/// The value that a JSON text holds.
package func decoded<Value: Decodable>(_ type: Value.Type, from json: String) throws -> Value {
  try JSONDecoder().decode(type, from: Data(json.utf8))
}

/// The value after its way through JSON.
package func roundTripped<Value: Codable>(_ value: Value) throws -> Value {
  try decoded(Value.self, from: try json(value))
}

/// What a decoder says about a well-formed JSON text that holds a value of no use, or `nil` where
/// it takes it.
package func decodingProblem<Value: Decodable>(
  _ type: Value.Type,
  from json: String
) throws -> String? {
  do {
    _ = try decoded(type, from: json)
    return nil
  } catch DecodingError.dataCorrupted(let context) {
    return context.debugDescription
  }
}
