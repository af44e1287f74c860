extension Payout: StoredInParts {
  /// Decodes what a payout was made from, and shares the cash anew.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    let (claim, households): (Claim, [Household.ID]) = try (parts[.claim], parts[.households])
    let (coming, before): ([Int64], [Int64]) = try (parts[.coming], parts[.before])
    let absent: NamedColumn<Int64> = try parts[.absent]
    if let problem = Self.problem(households, coming, before, absent) {
      throw problem.within(claim.places)
    }
    try self.init(
      claim,
      parts[.rule],
      with: parts[.cash],
      to: households,
      coming: coming,
      before: before,
      absent: absent
    )
  }

  /// The error of columns that no payout has, or `nil` if there is none.
  private static func problem(
    _ households: [Household.ID],
    _ coming: [Int64],
    _ before: [Int64],
    _ absent: NamedColumn<Int64>
  ) -> BenefitError? {
    let count = households.count
    guard coming.count == count, before.isEmpty || before.count == count else {
      return BenefitError(
        .notPayable,
        found: Phrase(
          en: "it has \(count) households and another number of amounts.",
          zh: "共 \(count) 户，而金额的个数与此不同。"
        ),
        advice: Phrase(en: "Give each for every household.", zh: "请为每户填写各项金额。")
      )
    }
    var seen: Set<Household.ID> = []
    for household in households + absent.names where !seen.insert(household).inserted {
      return BenefitError(
        .duplicate,
        at: .household(household),
        found: Phrase(en: "it stands there twice.", zh: "该户出现了两次。"),
        advice: Phrase(en: "Give each household once.", zh: "每户请只填一次。")
      )
    }
    let ids = households + (before.isEmpty ? [] : households) + absent.names
    for (household, fen) in zip(ids, coming + before + absent.values) where fen < 0 {
      return BenefitError(
        .notPayable,
        at: .household(household),
        found: Phrase(en: "it has \(Money(fen: fen)) coming.", zh: "该户应得 \(Money(fen: fen))。"),
        advice: Phrase(en: "It is zero or more.", zh: "应得金额应为零或以上。")
      )
    }
    return nil
  }
}
