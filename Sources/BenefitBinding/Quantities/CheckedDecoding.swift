extension KeyedDecodingContainer {
  /// A name, which must be one line.
  ///
  /// - Parameters:
  ///   - owner: What it is the name of, at the beginning of a sentence.
  ///   - key: Where it stands.
  /// - Returns: The name.
  /// - Throws: `DecodingError` where it is empty or holds a line break.
  func name(_ owner: String, forKey key: K) throws -> String {
    let name = try decode(String.self, forKey: key)
    if let problem = OneLine.problem(with: name, of: owner) {
      throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: problem)
    }
    return name
  }

  /// The value that its own initialiser makes of decoded parts, so that a file breaks no rule that a
  /// program could not.
  ///
  /// - Parameters:
  ///   - key: The part that a refusal is blamed on.
  ///   - make: The initialiser, called with the decoded parts.
  /// - Returns: The value.
  /// - Throws: `DecodingError` with the text of the error that the initialiser threw.
  package func checked<Value, Failure: Error & CustomStringConvertible>(
    _ key: K,
    _ make: () throws(Failure) -> Value
  ) throws -> Value {
    do {
      return try make()
    } catch {
      throw DecodingError.dataCorruptedError(
        forKey: key,
        in: self,
        debugDescription: error.description
      )
    }
  }
}
