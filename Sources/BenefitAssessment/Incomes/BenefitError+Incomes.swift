import BenefitBinding

extension BenefitError {
  /// The error of a column that is not as long as the one of the households.
  static func unequalColumns(_ name: Phrase, _ count: Int, households: Int) -> Self {
    Self(
      .wrongLength,
      found: Phrase(
        en: "There are \(count) \(name) for \(households) households.",
        zh: "共 \(households) 户，而\(name.text(in: .simplifiedChinese))有 \(count) 项。"
      ),
      advice: Phrase(en: "Give one for each household.", zh: "请每户填写一项。")
    )
  }

  /// The error of a sum that is larger than can be kept.
  ///
  /// Of a sum times weights their denominators use up digits too.
  static func tooLarge(_ subject: Phrase, row: Int? = nil, isWeighted: Bool = false) -> Self {
    Self(
      .overflow,
      at: row.map { .row($0 + 1) },
      found: Phrase(
        en: "\(subject) is too large to be kept exactly in 64 bits.",
        zh: "\(subject.text(in: .simplifiedChinese))过大，超出 64 位，无法精确保存。"
      ),
      advice: isWeighted
        ? Phrase(
          en: "Check the amounts and the weights, or round the weights to fewer decimals.",
          zh: "请核对数额与权数，或减少权数的小数位数。"
        )
        : Phrase(
          en: "Check the amounts, or count in a larger unit.",
          zh: "请核对数额，或改用更大的单位。"
        )
    )
  }
}

extension Phrase {
  /// The incomes after a change, as the name of a column.
  static let incomesAfter = Phrase(en: "incomes after", zh: "变动后的收入")
}

extension Incomes {
  /// Checks that these are incomes of the same households as others, row by row, with the same weights and
  /// in the same currency.
  ///
  /// - Throws: `BenefitError` where the currency, the number of households, or a household's members or
  ///   weight, differ.
  func check(_ name: Phrase, sameAs others: Self) throws(BenefitError) {
    try others.currency.requireSame(
      as: currency,
      of: Phrase(en: "The incomes before are", zh: "变动前的收入"),
      and: Phrase(en: "those after", zh: "变动后的收入")
    )
    try check(name, sameAs: others.persons)
    for row in fen.indices {
      let (before, after) = (others.weight(ofRow: row), weight(ofRow: row))
      guard before != after else { continue }
      throw BenefitError(
        .mismatch,
        at: .row(row + 1),
        found: Phrase(
          en: "the household has the weight \(before) before and \(after) after.",
          zh: "该户之前的权数为 \(before)，之后为 \(after)。"
        ),
        advice: Phrase(
          en: "Compare incomes of the same sample with the same weights.",
          zh: "请比较同一样本、相同权数的收入。"
        )
      )
    }
  }

  /// Checks that these are incomes of the same households as others, row by row.
  ///
  /// - Throws: `BenefitError` where the number of households or a household's members differ.
  func check(_ name: Phrase, sameAs persons: [Int64]) throws(BenefitError) {
    guard persons.count == fen.count else {
      throw .unequalColumns(name, fen.count, households: persons.count)
    }
    for (row, count) in persons.enumerated() where count != self.persons[row] {
      throw BenefitError(
        .mismatch,
        at: .row(row + 1),
        found: Phrase(
          en: "the household has \(count) persons before and \(self.persons[row]) after.",
          zh: "该户之前为 \(count) 人，之后为 \(self.persons[row]) 人。"
        ),
        advice: Phrase(
          en: "Compare incomes of the same households with the same members.",
          zh: "请比较相同的户、相同人口的收入。"
        )
      )
    }
  }
}
