/// A value that goes by a name of one line.
package protocol Word: Hashable, Codable, Sendable, CustomStringConvertible {
  /// The name, as it is printed and stored.
  var name: String { get }
}

extension Word {
  /// The name.
  public var description: String { name }

  /// The name of the type, which says of what a name is.
  fileprivate static var kind: Phrase { Phrase(en: "\(Self.self)", zh: "「\(Self.self)」") }

  /// The name of a new word, which must be one line.
  package static func checked(_ name: String) -> String {
    if let problem = OneLine.problem(with: name, of: kind) {
      stop(problem.description)
    }
    return name
  }
}

/// A word of an open vocabulary: a value that is its name.
///
/// Units, statuses, facts and sources of funds are such words. A program adds its own by extending the
/// type, and files carry them as plain text.
package protocol Named: Word {
  /// Creates a word.
  ///
  /// - Precondition: The name is one line and not empty.
  init(_ name: String)
}

extension Named {
  /// Decodes the word from its name.
  ///
  /// - Throws: `DecodingError` where the name is empty or holds a line break.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.name(of: Self.kind))
  }

  /// Encodes the word as its name.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}

/// A word of an open vocabulary that says what it is counted in: a measure, a good.
package protocol NamedInUnit: Word {
  /// The unit in which every quantity under the name is counted.
  var unit: Quantity.Unit { get }

  /// Creates a word.
  ///
  /// - Precondition: The name is one line and not empty.
  init(_ name: String, in unit: Quantity.Unit)
}

private enum CodingKeys: CodingKey { case name, unit }

extension NamedInUnit {
  /// Decodes the name and the unit.
  ///
  /// - Throws: `DecodingError` where the name is empty or holds a line break.
  public init(from decoder: any Decoder) throws {
    self = try decoder.checked(CodingKeys.self) {
      Self(try $0.name(Self.kind, .name), in: try $0[.unit])
    }
  }

  /// Encodes the name and the unit.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(unit, forKey: .unit)
  }
}
