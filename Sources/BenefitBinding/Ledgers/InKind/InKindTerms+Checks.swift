extension InKindTerms {
  /// The most that a schedule may ask for each head lent, so that sums stay in 64 bits.
  public static let mostOwedPerHead: Ratio = 10_000

  /// The most heads of one contract or event, and the most of one fixed instalment.
  static let mostHeads = Int(Int32.max)

  /// The most money for one head or contract.
  private static let mostMoney = Money.yuan(10_000_000)

  static let tooFine =
    "The fractions of the schedule have no common denominator in 64 bits."

  /// Returns the problem with the terms, or `nil` if there is none.
  static func problem(
    _ owed: [Claim],
    _ lentStock: LentStock,
    _ deathsBorneBy: DeathBearer,
    _ deposit: Money
  ) -> String? {
    var perHead = Ratio.zero
    var fixed = 0
    for instalment in owed.flatMap(\.schedule) {
      if let problem = instalment.after.problem { return problem }
      guard instalment.perHead >= .zero, instalment.fixed >= 0 else {
        return "An instalment cannot ask for less than nothing."
      }
      guard let sum = perHead.adding(instalment.perHead) else { return tooFine }
      perHead = sum
      guard perHead <= mostOwedPerHead, instalment.fixed <= mostHeads - fixed else {
        return
          "A schedule asks for at most \(mostOwedPerHead) for each head and \(mostHeads) fixed."
      }
      fixed += instalment.fixed
    }
    for (index, claim) in owed.enumerated() {
      if claim.perHead == nil { return tooFine }
      if owed[..<index].contains(where: { $0.good == claim.good }) {
        return "\(claim.good) is owed in two claims. Put its instalments in one schedule."
      }
      if claim.good.unit != owed[0].good.unit {
        return "What is owed is counted in one unit, not in \(owed[0].good.unit) and "
          + "\(claim.good.unit)."
      }
    }
    switch lentStock {
    case .comesBack(let term): if let problem = term.problem { return problem }
    case .becomesBorrowers:
      if perHead == .zero && fixed == 0 {
        return "Terms that ask for nothing are a gift; use a payment."
      }
    }
    if case .insurance(let payout) = deathsBorneBy, !(Money.zero...mostMoney).contains(payout) {
      return "An insurer pays from 0 to \(mostMoney) for a dead head, not \(payout)."
    }
    if !(Money.zero...mostMoney).contains(deposit) {
      return "A deposit is from 0 to \(mostMoney), not \(deposit)."
    }
    return nil
  }
}

extension InKindTerms: Codable {
  private enum CodingKeys: CodingKey {
    case lent, owed, lentStock, offspringBelongTo, deathsBorneBy, deposit
  }

  /// Decodes terms and checks them as ``init(lent:owed:lentStock:offspringBelongTo:deathsBorneBy:deposit:)`` does.
  ///
  /// - Throws: `DecodingError` that says what is wrong with them.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let owed = try container.decode([Claim].self, forKey: .owed)
    let lentStock = try container.decode(LentStock.self, forKey: .lentStock)
    let bearer = try container.decode(DeathBearer.self, forKey: .deathsBorneBy)
    let deposit = try container.decode(Money.self, forKey: .deposit)
    try decoder.refuse(Self.problem(owed, lentStock, bearer, deposit))
    self.init(
      lent: try container.decode(Good.self, forKey: .lent),
      owed: owed,
      lentStock: lentStock,
      offspringBelongTo: try container.decode(Party.self, forKey: .offspringBelongTo),
      deathsBorneBy: bearer,
      deposit: deposit
    )
  }

  /// Encodes what was agreed.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(lent, forKey: .lent)
    try container.encode(owed, forKey: .owed)
    try container.encode(lentStock, forKey: .lentStock)
    try container.encode(offspringBelongTo, forKey: .offspringBelongTo)
    try container.encode(deathsBorneBy, forKey: .deathsBorneBy)
    try container.encode(deposit, forKey: .deposit)
  }
}
