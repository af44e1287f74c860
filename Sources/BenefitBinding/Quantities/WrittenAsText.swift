/// A value that is written as a single text, in a program as a literal and in a file.
package protocol WrittenAsText: Codable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// Reads a text.
  ///
  /// - Throws: ``BenefitError`` where the text is anything else.
  init(parsing text: some StringProtocol) throws(BenefitError)

  /// The text that files carry; the description unless the type says otherwise.
  var plainText: String { get }
}

extension WrittenAsText {
  package var plainText: String { description }

  /// Creates a value from a literal.
  ///
  /// - Precondition: The literal is one; `init(parsing:)` reads text from elsewhere.
  public init(stringLiteral literal: String) {
    do {
      try self.init(parsing: literal)
    } catch {
      stop(error.description)
    }
  }

  /// Decodes any text that `init(parsing:)` reads.
  ///
  /// - Throws: `DecodingError` that quotes a text which is none.
  public init(from decoder: any Decoder) throws {
    self = try decoder.decodeText { (text) throws(BenefitError) in try Self(parsing: text) }
  }

  /// Encodes the value as a single text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(plainText)
  }
}
