extension SettlementSeries: Codable {
  private enum CodingKeys: CodingKey { case name, openingBooks, parts }

  /// Decodes the parts, settles each again and adds them up.
  ///
  /// - Throws: `DecodingError` where a part does not open with the books of the one before, does not
  ///   follow from its terms and facts, or the sums are too large.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try decoder.checked(CodingKeys.self) {
        try $0.name(Phrase(en: "A series", zh: "分段结算"), .name)
      },
      books: try container.decode(Books.self, forKey: .openingBooks)
    )
    for (number, part) in zip(1..., try container.decode([Settlement].self, forKey: .parts)) {
      guard part.openingBooks == closingBooks else {
        throw decoder.refusal(
          Phrase(
            en: "Part \(number), \(part.season.name), does not open with the books that "
              + "were closed before it.",
            zh: "第 \(number) 段「\(part.season.name)」的期初账目与上一段的期末账目不符。"
          )
        )
      }
      try decoder.checked { try add(part) }
    }
  }

  /// Encodes the opening books and the parts; the sums follow from them.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(openingBooks, forKey: .openingBooks)
    try container.encode(parts, forKey: .parts)
  }
}
