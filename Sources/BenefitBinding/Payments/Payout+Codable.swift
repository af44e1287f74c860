extension Payout: Codable {
  private enum CodingKeys: CodingKey {
    case claim, rule, cash, households, coming, before, absent
  }

  /// Decodes what a payout was made from, and shares the cash anew.
  public init(from decoder: any Decoder) throws {
    self = try decoder.checked(CodingKeys.self) { parts in
      let (claim, households): (Claim, [Household.ID]) = try (parts[.claim], parts[.households])
      let (coming, before): ([Int64], [Int64]) = try (
        parts[.coming], parts[ifPresent: .before] ?? []
      )
      let absent: [Debt] = try parts[ifPresent: .absent] ?? []
      try claim.check(households, coming, before, absent)
      return try Self(
        claim,
        parts[.rule],
        with: parts[.cash],
        to: households,
        coming: coming,
        before: before,
        absent: absent
      )
    }
  }

  /// Encodes the claim, what each household had coming, and the cash.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(claim, forKey: .claim)
    try container.encode(rule, forKey: .rule)
    try container.encode(cash, forKey: .cash)
    try container.encode(households, forKey: .households)
    try container.encode(coming, forKey: .coming)
    if !before.isEmpty { try container.encode(before, forKey: .before) }
    if !absent.isEmpty { try container.encode(absent, forKey: .absent) }
  }
}

extension Payout.Claim {
  /// Refuses columns that no payout has.
  fileprivate func check(
    _ households: [Household.ID],
    _ coming: [Int64],
    _ before: [Int64],
    _ absent: [Payout.Debt]
  ) throws(BenefitError) {
    let count = households.count
    guard coming.count == count, before.isEmpty || before.count == count else {
      throw failure(
        .notPayable,
        found: "it has \(count) households and another number of amounts.",
        advice: "Give each for every household."
      )
    }
    var seen: Set<Household.ID> = []
    for household in households + absent.map(\.household)
    where !seen.insert(household).inserted {
      throw failure(
        .duplicate,
        household,
        found: "it stands there twice.",
        advice: "Give each household once."
      )
    }
    let amounts = Array(zip(households, coming)) + zip(households, before)
    for (household, fen) in amounts where fen < 0 {
      throw failure(
        .notPayable,
        household,
        found: "it has \(Money(fen: fen)) coming.",
        advice: "It is zero or more."
      )
    }
    for (debt, next) in zip(absent, absent.dropFirst()) where debt.household >= next.household {
      throw failure(
        .notPayable,
        next.household,
        found: "the absent stand in ascending order of ids."
      )
    }
    for debt in absent where debt.fen <= 0 {
      throw failure(
        .notPayable,
        debt.household,
        found: "it is owed \(Money(fen: debt.fen)).",
        advice: "Leave out who is owed nothing."
      )
    }
  }
}
