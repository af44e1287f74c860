/// A word of an open vocabulary: a value that is its name.
///
/// Units, statuses, accounts, facts and sources of funds are such words. A program adds its own by
/// extending the type, and files carry them as plain text.
///
/// ```swift
/// extension Account {
///   static let templeFair = Self("temple fair committee")
/// }
/// ```
public protocol Named: Hashable, Codable, Sendable, CustomStringConvertible {
  /// The name, as it is printed and stored.
  var name: String { get }

  /// Creates a word.
  ///
  /// - Precondition: The name is one line and not empty.
  init(_ name: String)
}

extension Named {
  /// The name.
  public var description: String { name }

  /// Decodes the word from its name.
  ///
  /// - Throws: `DecodingError` where the name is empty or holds a line break.
  public init(from decoder: any Decoder) throws { self.init(try Self.name(from: decoder)) }

  /// Decodes a name that stands by itself.
  static func name(from decoder: any Decoder) throws -> String {
    let name = try decoder.singleValueContainer().decode(String.self)
    if let problem = OneLine.problem(with: name, of: "\(Self.self)") {
      throw BenefitError(.invalidName, found: problem).decodingError(at: decoder.codingPath)
    }
    return name
  }

  /// Encodes the word as its name.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }

  /// The name of a new word, which must be one line.
  package static func checked(_ name: String) -> String {
    if let problem = OneLine.problem(with: name, of: "\(Self.self)") {
      stop(problem)
    }
    return name
  }
}
