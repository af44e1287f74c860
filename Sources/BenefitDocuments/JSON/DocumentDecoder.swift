import BenefitBinding

/// Decodes values from a JSON text that a person wrote: whatever is wrong is listed with its place and what to do.
///
/// A number stands for a text where one is asked for, and each name in an object that nobody asks for is a mistake. What
/// is wrong with one of many is noted, and the type is given the others, so that it goes on to its next parts; it is
/// never made of them. A type of several forms tries each through a single-value container, which is given all or none.
package struct DocumentDecoder {
  /// Values for the types that are decoded.
  package var userInfo: [CodingUserInfoKey: Any]

  /// Creates a decoder.
  package init(userInfo: [CodingUserInfoKey: Any] = [:]) { self.userInfo = userInfo }

  /// Decodes a value from the bytes of a text.
  ///
  /// - Throws: ``Mistakes``, all that are found.
  package func decode<Value: Decodable>(
    _ type: Value.Type,
    from bytes: [UInt8]
  ) throws(Mistakes) -> Value {
    let value: JSONValue
    do { value = try JSONValue(json: bytes) } catch { throw Mistakes(error) }
    return try decode(type, from: value)
  }

  /// Decodes a value from one that was read before.
  ///
  /// - Throws: ``Mistakes``, all that are found.
  package func decode<Value: Decodable>(
    _ type: Value.Type,
    from value: JSONValue
  ) throws(Mistakes) -> Value {
    let (decoded, mistakes) = JSONNode(value, [], userInfo).read(type)
    guard mistakes.isEmpty, let decoded else { throw mistakes }
    return decoded
  }
}
