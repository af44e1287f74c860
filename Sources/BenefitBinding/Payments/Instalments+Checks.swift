extension Instalments {
  static func belowZero(_ amount: Money, _ day: Day) -> BenefitError {
    BenefitError(
      .negative,
      at: .day(day),
      found: Phrase(en: "an amount is \(amount).", zh: "金额为 \(amount)。"),
      advice: Phrase(en: "It is zero or more.", zh: "金额应为零或以上。")
    )
  }

  /// Refuses what no season's instalments can be.
  func check() throws(BenefitError) {
    if let day = days.first, day < season.start {
      throw BenefitError(
        .outOfOrder,
        at: .day(day),
        found: Phrase(
          en: "an instalment is due before the season starts on \(season.start).",
          zh: "该期付款日早于期间开始日 \(season.start)。"
        ),
        advice: Phrase(
          en:
            "Give a day in the season or after it; what is paid earlier belongs to a season before.",
          zh: "请填期间内或其后的日期；更早的付款属于以前各期。"
        )
      )
      .within(claim.places)
    }
    for (index, payment) in payments.enumerated() {
      if payment.cash < .zero {
        throw Self.belowZero(payment.cash, payment.day).within(claim.places)
      }
      if index > 0, payment.day < payments[index - 1].day {
        throw BenefitError(
          .outOfOrder,
          at: .day(payment.day),
          found: Phrase(
            en: "a payment is before the one of \(payments[index - 1].day).",
            zh: "该次付款早于 \(payments[index - 1].day) 的付款。"
          ),
          advice: Phrase(en: "Give payments in order.", zh: "请按先后顺序填写付款。")
        )
        .within(claim.places)
      }
    }
  }
}

extension Instalments: StoredInParts {
  /// Decodes what was agreed and paid, and shares the payments anew.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    let (claim, households): (Payout.Claim, [Household.ID]) = try (
      parts[.claim], parts[.households]
    )
    let (days, due): ([Day], [[Int64]]) = try (parts[.days], parts[.due])
    let isInOrder = zip(days, days.dropFirst()).allSatisfy { $0 < $1 }
    let total = due.joined().reduce(0 as Int128) { $0 + Int128($1) }
    guard
      isInOrder, due.count == days.count, total <= Int128(Int64.max),
      due.allSatisfy({ $0.count == households.count && $0.allSatisfy { $0 >= 0 } }),
      Set(households).count == households.count
    else {
      throw BenefitError(
        .notPayable,
        found: Phrase(
          en:
            "its instalments are not one amount of zero or more for each household, in order of their days.",
          zh: "各期应按日期先后为每户各列一个零或以上的金额。"
        )
      )
      .within(claim.places)
    }
    try self.init(
      claim,
      in: parts[.season],
      to: households,
      on: days,
      due: due,
      payments: parts[.payments]
    )
  }
}
