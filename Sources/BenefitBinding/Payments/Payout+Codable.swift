extension Payout: StoredInParts {
  /// Decodes what a payout was made from, and shares the cash anew.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    let (claim, households): (Claim, [Household.ID]) = try (parts[.claim], parts[.households])
    let (coming, before): ([Int64], [Int64]) = try (parts[.coming], parts[.before])
    let absent: HouseholdColumn<Int64> = try parts[.absent]
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
    _ absent: HouseholdColumn<Int64>
  ) -> BenefitError? {
    let count = households.count
    guard coming.count == count, before.isEmpty || before.count == count else {
      return BenefitError(
        .notPayable,
        found: "it has \(count) households and another number of amounts.",
        advice: "Give each for every household."
      )
    }
    var seen: Set<Household.ID> = []
    for household in households + absent.ids where !seen.insert(household).inserted {
      return BenefitError(
        .duplicate,
        at: .household(household),
        found: "it stands there twice.",
        advice: "Give each household once."
      )
    }
    let ids = households + (before.isEmpty ? [] : households) + absent.ids
    for (household, fen) in zip(ids, coming + before + absent.values) where fen < 0 {
      return BenefitError(
        .notPayable,
        at: .household(household),
        found: "it has \(Money(fen: fen)) coming.",
        advice: "It is zero or more."
      )
    }
    return nil
  }
}
