extension Payout: Codable {
  private enum CodingKeys: CodingKey { case line, households, coming, paidFen, owing, absent, left }

  /// Decodes a payout, refusing one that no line and no cash could have made.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    line = try container.decode(String.self, forKey: .line)
    households = try container.decode([Household.ID].self, forKey: .households)
    coming = try container.decode([Int64].self, forKey: .coming)
    paidFen = try container.decode([Int64].self, forKey: .paidFen)
    owing = try container.decode([Int64].self, forKey: .owing)
    absent = try container.decodeIfPresent([Debt].self, forKey: .absent) ?? []
    left = try container.decode(Money.self, forKey: .left)
    if let problem {
      throw DecodingError.dataCorruptedError(
        forKey: .households,
        in: container,
        debugDescription: "The payout of \"\(line)\" \(problem)"
      )
    }
  }

  /// Encodes what each household had coming, was paid and is still owed, and what was left.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(line, forKey: .line)
    try container.encode(households, forKey: .households)
    try container.encode(coming, forKey: .coming)
    try container.encode(paidFen, forKey: .paidFen)
    try container.encode(owing, forKey: .owing)
    if !absent.isEmpty { try container.encode(absent, forKey: .absent) }
    try container.encode(left, forKey: .left)
  }

  /// What no payout can be, or `nil`.
  private var problem: String? {
    let count = households.count
    guard [coming.count, paidFen.count, owing.count].allSatisfy({ $0 == count }) else {
      return "has \(count) households and another number of amounts. Give each for every household."
    }
    var seen: Set<Household.ID> = []
    for household in households + absent.map(\.household)
    where !seen.insert(household).inserted {
      return "holds \"\(household)\" twice. Give each household once."
    }
    for row in households.indices {
      let rest = coming[row].subtractingReportingOverflow(paidFen[row])
      let isPart = paidFen[row] >= 0 && !rest.overflow && rest.partialValue >= 0
      guard isPart, owing[row] == 0 || owing[row] == rest.partialValue else {
        return "pays \"\(households[row])\" \(paid(at: row)) of \(self.coming(at: row)) and leaves "
          + "\(arrears(at: row)) owed. What is not paid stays owed or lapses."
      }
    }
    for debt in absent where debt.fen <= 0 {
      return "owes \"\(debt.household)\" \(Money(fen: debt.fen)). Leave out who is owed nothing."
    }
    return left < .zero ? "leaves \(left) of the cash. It is zero or more." : nil
  }
}
