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
    self = try decoder.checked(CodingKeys.self) {
      let settlement = try Self(
        settling: $0[.schemes],
        $0[.season],
        for: $0[.register],
        books: $0[.openingBooks]
      )
      let lines: [Line] = try $0[.lines]
      guard settlement.lines == lines else {
        let stranger = zip(lines, settlement.lines).first { $0 != $1 }?.0.name
        let name = stranger.map { "「\(StandardLine.words($0, in: .simplifiedChinese))」" }
        throw decoder.refusal(
          Phrase(
            en: "Line \"\(stranger ?? "beyond the last")\" does not follow from the register, the "
              + "terms and the facts of the settlement.",
            zh: "项目\(name ?? "（末项之后）")与结算所依据的名册、方案和数据不符。"
          )
        )
      }
      return settlement
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
