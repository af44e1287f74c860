import Foundation

/// A value that went through JSON and came back, and whether it gives the same bytes once more.
package func roundTrip<Value: Codable>(
  _ value: Value
) throws -> (value: Value, isSameBytes: Bool) {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .sortedKeys
  let first = try encoder.encode(value)
  let decoded = try JSONDecoder().decode(Value.self, from: first)
  return (decoded, try encoder.encode(decoded) == first)
}
