extension Money {
  /// Reads an amount in yuan, such as `4000`, `4,000.00` or `-0.5`.
  ///
  /// Commas, where there are any, group the digits in threes; there are at most two decimals.
  ///
  /// - Throws: ``BenefitError`` where the text is anything else. Nothing is rounded or skipped.
  public init(parsing text: some StringProtocol) throws(BenefitError) {
    switch DecimalText.read(Substring(text), decimals: 2) {
    case .success(let fen): self.init(fen: fen)
    case .failure(let problem):
      throw problem.error(
        text,
        write: "an amount in yuan with at most two decimals, such as 4,000.00"
      )
    }
  }
}

extension Money: ExpressibleByStringLiteral {
  /// Creates an amount from a literal in yuan, such as `"7,558.41"`.
  ///
  /// - Precondition: The literal is an amount; see ``init(parsing:)`` for text from elsewhere.
  public init(stringLiteral literal: String) {
    do {
      try self.init(parsing: literal)
    } catch {
      stop(error.description)
    }
  }
}

extension Money: CustomStringConvertible {
  /// The amount in yuan with two decimals, grouped in threes, such as `4,000.00`.
  public var description: String { DecimalText.write(fen, decimals: 2, grouped: true) }

  /// The amount in yuan with two decimals and no grouping, as files carry it.
  public var plainText: String { DecimalText.write(fen, decimals: 2, grouped: false) }
}

extension Money: Codable {
  /// Decodes the text that ``encode(to:)`` writes.
  ///
  /// - Throws: `DecodingError` that quotes a text which is no amount.
  public init(from decoder: any Decoder) throws {
    self = try decoder.decodeText { (text) throws(BenefitError) in try Self(parsing: text) }
  }

  /// Encodes the amount as a single text in yuan, such as `"4000.00"`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(plainText)
  }
}
