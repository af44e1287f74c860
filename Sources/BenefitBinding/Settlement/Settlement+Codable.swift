extension Settlement: Codable {
  private enum CodingKeys: CodingKey { case register, season, schemes, openingBooks, lines }

  /// Decodes what a settlement was made from, settles it again and compares.
  ///
  /// A file whose lines do not follow from its register, terms and facts is refused: it was changed,
  /// or written by a version that settled otherwise.
  ///
  /// - Throws: `DecodingError` that names the first line at fault, or carries the
  ///   ``BenefitError`` of what cannot be settled.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let register = try container.decode(Register.self, forKey: .register)
    let season = try container.decode(Season.self, forKey: .season)
    let schemes = try container.decode([Terms].self, forKey: .schemes)
    let books = try container.decode(Books.self, forKey: .openingBooks)
    let lines = try container.decode([Line].self, forKey: .lines)
    self = try container.checked(.schemes) { () throws(BenefitError) in
      try Self(settling: schemes, season, for: register, books: books)
    }
    guard self.lines == lines else {
      let stranger = zip(lines, self.lines).first { $0 != $1 }?.0.name
      throw DecodingError.dataCorruptedError(
        forKey: .lines,
        in: container,
        debugDescription: "Line \"\(stranger ?? "beyond the last")\" does not follow from the "
          + "register, the terms and the facts of the settlement."
      )
    }
  }

  /// Encodes what the settlement was made from, and its lines to compare with.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(register, forKey: .register)
    try container.encode(season, forKey: .season)
    try container.encode(schemes, forKey: .schemes)
    try container.encode(openingBooks, forKey: .openingBooks)
    try container.encode(lines, forKey: .lines)
  }
}
