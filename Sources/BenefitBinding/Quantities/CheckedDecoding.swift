extension BenefitError {
  /// The error that a decoder throws for it: what was decoded breaks a rule.
  ///
  /// - Parameter path: Where it stands in the file.
  /// - Returns: The error with the text and this error beneath it.
  package func decodingError(at path: [any CodingKey]) -> DecodingError {
    .dataCorrupted(.init(codingPath: path, debugDescription: description, underlyingError: self))
  }
}

/// A decoder that finds the parts of an object that nobody asks for itself.
package protocol StrangerFinding: Decoder {}

extension Decoder {
  /// The value that its own initialiser makes of decoded parts, so that a file breaks no rule that a
  /// program could not.
  ///
  /// - Parameter make: The initialiser, called with the decoded parts.
  /// - Returns: The value.
  /// - Throws: `DecodingError` with the ``BenefitError`` that the initialiser threw.
  package func checked<Value>(_ make: () throws -> Value) throws -> Value {
    do {
      return try make()
    } catch let error as BenefitError {
      throw error.decodingError(at: codingPath)
    }
  }

  /// The value that its own initialiser makes of the stored parts.
  ///
  /// - Parameters:
  ///   - keys: The keys of the parts.
  ///   - form: The keys that the form at hand has; all if left out.
  ///   - others: Further keys, which somebody else reads.
  ///   - make: The initialiser, called with the parts by their keys.
  /// - Returns: The value.
  /// - Throws: `DecodingError` with the ``BenefitError`` that the initialiser threw.
  package func checked<Key: CodingKey, Value>(
    _ keys: Key.Type,
    of form: [Key]? = nil,
    besides others: [any CodingKey] = [],
    _ make: (StoredParts<Key>) throws -> Value
  ) throws -> Value {
    try checked {
      if self is any StrangerFinding {
        return try make(StoredParts(container: container(keyedBy: keys)))
      }
      let names = try container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
      let (form, others) = (form?.map(\.stringValue), others.map(\.stringValue))
      let strangers = names.filter {
        (form?.contains($0) == false || Key(stringValue: $0) == nil) && !others.contains($0)
      }
      if let stranger = strangers.min() {
        throw BenefitError(
          .unknownName,
          found: Phrase(
            en: "There is a part \"\(stranger)\".",
            zh: "文件中有一个部分「\(stranger)」。"
          ),
          advice: Phrase(
            en: "The form has none of that name; correct it, or store the value anew.",
            zh: "格式中没有这个名称的部分；请改正，或重新存储。"
          )
        )
      }
      return try make(StoredParts(container: container(keyedBy: keys)))
    }
  }

  /// The error of decoded parts that break a rule.
  package func refusal(_ problem: Phrase) -> DecodingError {
    BenefitError(.malformed, found: problem).decodingError(at: codingPath)
  }

  /// Throws the error of a problem with the decoded parts, if there is one.
  package func refuse(_ problem: Phrase?) throws {
    if let problem { throw refusal(problem) }
  }

  /// Decodes a name that stands by itself, which must be one line.
  func name(of owner: Phrase) throws -> String {
    try singleValueContainer().decode(String.self).asName(of: owner, at: codingPath)
  }

  /// Decodes a value that is written as a single text, quoting the text if it cannot be read.
  package func decodeText<Value>(_ read: (String) throws(BenefitError) -> Value) throws -> Value {
    let text = try singleValueContainer().decode(String.self)
    return try checked { try read(text) }
  }
}

/// A value that a file holds in parts and that its own initialiser makes of them, so that a file breaks no rule
/// that a program could not.
package protocol StoredInParts: Decodable {
  /// The keys of the parts.
  associatedtype CodingKeys: CodingKey

  /// Makes the value of its stored parts.
  ///
  /// - Throws: ``BenefitError`` or `DecodingError` where they make none.
  init(_ parts: StoredParts<CodingKeys>) throws
}

extension StoredInParts {
  /// Decodes the parts and makes the value of them, refusing what its own initialiser would.
  ///
  /// - Throws: `DecodingError` with the text of the ``BenefitError``.
  public init(from decoder: any Decoder) throws {
    self = try decoder.checked(CodingKeys.self) { try Self($0) }
  }
}

/// The parts of a stored value, each read as what the place asks for where it is used.
package struct StoredParts<Key: CodingKey> {
  fileprivate let container: KeyedDecodingContainer<Key>

  /// The part under a key.
  package subscript<Part: Decodable>(key: Key) -> Part {
    get throws {
      do {
        return try container.decode(Part.self, forKey: key)
      } catch DecodingError.keyNotFound where !container.contains(key) {
        throw BenefitError(
          .missing,
          found: Phrase(
            en: "There is no part \"\(key.stringValue)\".",
            zh: "文件中缺少部分「\(key.stringValue)」。"
          ),
          advice: Phrase(
            en: "The form has one; add it, or store the value anew.",
            zh: "格式要求有这一部分；请补上，或重新存储。"
          )
        )
      }
    }
  }

  /// The name under a key, which must be one line.
  ///
  /// - Parameters:
  ///   - owner: What it is the name of, at the beginning of a sentence.
  ///   - key: Where it stands.
  /// - Returns: The name.
  /// - Throws: `DecodingError` where it is empty or holds a line break.
  package func name(_ owner: Phrase, _ key: Key) throws -> String {
    let path = container.codingPath + [key]
    return try container.decode(String.self, forKey: key).asName(of: owner, at: path)
  }

  /// The part under a key, or `nil` if it is left out.
  package subscript<Part: Decodable>(ifPresent key: Key) -> Part? {
    get throws { try container.decodeIfPresent(Part.self, forKey: key) }
  }

  /// The part under a key, or what it is where it is left out.
  package subscript<Part: Decodable>(key: Key, or standard: @autoclosure () -> Part) -> Part {
    get throws { try self[ifPresent: key] ?? standard() }
  }
}

extension KeyedEncodingContainer {
  /// Encodes a part unless it is what goes without saying.
  package mutating func encode<Part: Encodable & Equatable>(
    _ part: Part,
    forKey key: Key,
    unless standard: Part
  ) throws {
    if part != standard { try encode(part, forKey: key) }
  }
}

extension String {
  /// The text as a name, which must be one line.
  fileprivate func asName(of owner: Phrase, at path: [any CodingKey]) throws -> String {
    if let problem = OneLine.problem(with: self, of: owner) {
      throw BenefitError(.invalidName, found: problem).decodingError(at: path)
    }
    return self
  }
}

/// The name of a member or the position in a list.
package struct AnyKey: CodingKey {
  package let stringValue: String
  package let intValue: Int?

  package init(_ name: String) { (stringValue, intValue) = (name, nil) }
  package init(_ index: Int) { (stringValue, intValue) = ("\(index)", index) }
  package init(stringValue: String) { self.init(stringValue) }
  package init(intValue: Int) { self.init(intValue) }
}

// A currency is stored where it is not the yuan, so that files say nothing of what goes without saying.
extension KeyedEncodingContainer {
  package mutating func encode(_ currency: Currency, forKey key: Key) throws {
    if currency != .yuan { try encodeIfPresent(currency, forKey: key) }
  }
}

extension KeyedDecodingContainer {
  package func decode(_: Currency.Type, forKey key: Key) throws -> Currency {
    try decodeIfPresent(Currency.self, forKey: key) ?? .yuan
  }
}
