extension Binder {
  /// The mean of what a formula comes to wherever a binder looks its facts up: in this season and in
  /// those before it.
  func mean(
    _ expression: Expression,
    of value: (Binder) throws(BenefitError) -> Bound
  ) throws(BenefitError) -> Bound {
    let binders = try seasons(of: expression)
    let values = try binders.map { (binder) throws(BenefitError) in try value(binder) }
    let mean = try combining(expression) { () throws(TooFine) in
      let sum = try Bound.combined(values) { .sum($0) }
      if values.count == 1 { return sum }
      return try .product(sum, Bound(Figure(Ratio(1, Int64(values.count)), .ratio)))
    }
    return mean.given(
      by: .formula(expression),
      zip(binders, values).map { $1.given(by: .named($0.season.name), [$1]) }
    )
  }

  /// A binder for each season that a mean is taken over, the oldest first; this one is the last.
  func seasons(of expression: Expression) throws(BenefitError) -> [Binder] {
    guard case .mean(let part, let count) = expression else { return [self] }
    if count.value > 1, let stranger = part.first(where: \.isOfThisSeasonAlone) {
      let words = phrase(of: stranger)
      throw failure(
        .notInPast,
        place(of: expression),
        found: Phrase(
          en: "\"\(words)\" is known for season \(season.name) alone.",
          zh: "「\(words.chinese)」只在期间「\(season.name)」有数。"
        ),
        advice: Phrase(en: "Take the mean of facts.", zh: "请对数据求平均。")
      )
    }
    if count.value - 1 > season.earlier.count { throw missingSeason(count.value - 1, expression) }
    let isNested = part.contains { if case .mean = $0 { true } else { false } }
    return (0..<count.value).reversed().map { back in
      var binder = self
      binder.season = season.back(back, withEarlier: isNested)
      binder.isPast = isPast || back > 0
      return binder
    }
  }

  private func missingSeason(_ back: Int, _ expression: Expression) -> BenefitError {
    let given = [season.name] + season.earlier.reversed().map(\.name)
    let oldest = given[given.count - 1]
    return failure(
      .missingSeason,
      place(of: expression),
      found: Phrase(en: "the season before \(oldest) is missing.", zh: "缺少期间「\(oldest)」的上一期。"),
      advice: Phrase(
        en: "Season \(season.name) has to be given after the \(back) before it, oldest first; "
          + "it was given after \(given.count - 1).",
        zh: "请由早到晚给出期间「\(season.name)」之前的 \(back) 期；现只给出 \(given.count - 1) 期。"
      )
    )
  }
}

extension Expression {
  /// True if settling the season works out or carries the value, so that earlier facts do not give
  /// it.
  fileprivate var isOfThisSeasonAlone: Bool {
    switch self {
    case .carriedLoss, .pot, .remainder, .line, .total, .held, .balance: true
    default: false
    }
  }
}
