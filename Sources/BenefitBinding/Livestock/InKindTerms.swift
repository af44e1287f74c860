/// What was agreed when stock is lent and stock or produce is owed for it.
///
/// The same terms serve both directions: a household borrows ewes and owes lambs, or a village places
/// ewes with a keeper who owes lambs and brings the ewes back.
///
/// ```swift
/// // One ewe, two lambs within two years, and then the ewe is the household's.
/// let borrowed = InKindTerms(
///   lent: .ewe, owed: .lamb, schedule: [.perHead(2, after: .months(24))],
///   lentStock: .becomesBorrowers)
/// // Three lambs for each ewe in equal parts over 36 months, and then the ewes come back.
/// let placed = InKindTerms(
///   lent: .ewe, owed: .lamb, schedule: .straightLine(3, overMonths: 36),
///   lentStock: .comesBack(after: .months(36)))
/// ```
public struct InKindTerms: Hashable, Sendable {
  /// Who loses by the death of a lent animal.
  public enum DeathBearer: Hashable, Codable, Sendable {
    /// The borrower: everything stays owed.
    case household
    /// The lender: a dead head need not come back, and nothing that falls due later is owed for it.
    case lender
    /// An insurer, who pays so much for each dead head; everything stays owed.
    case insurance(payout: Money)
  }

  /// One of the two parties to a contract.
  public enum Party: String, Hashable, Codable, Sendable, CaseIterable {
    /// Who keeps the stock and owes for it: a household, or a keeper.
    case borrower
    /// Who lends or places the stock: a fund, a village, a firm, or the household before.
    case lender
  }

  /// What becomes of the lent stock.
  public enum LentStock: Hashable, Codable, Sendable {
    /// As many heads as were lent come back by a date.
    case comesBack(after: Term)
    /// The stock is the borrower's as soon as everything owed is delivered.
    case becomesBorrowers
  }

  /// What is lent.
  public let lent: Good

  /// What is owed for it.
  public let owed: Good

  /// When how much of it falls due, in any order.
  public let schedule: [Instalment]

  /// What becomes of the lent stock.
  public let lentStock: LentStock

  /// Whose the young are that are not delivered.
  public let youngBelongTo: Party

  /// Who loses by the death of a lent animal; the young die at their owner's loss.
  public let deathsBorneBy: DeathBearer

  /// What the borrower leaves with the lender until everything is delivered.
  public let deposit: Money

  /// What the schedule asks for each head lent, with one denominator.
  let perHead: Column

  /// States terms.
  ///
  /// - Precondition: Nothing in them is below zero, they ask for something, and together for no more
  ///   than ``mostOwedPerHead`` for each head.
  /// - Parameters:
  ///   - lent: What is lent.
  ///   - owed: What is owed for it; it is taken from the herd where it is counted in the same unit.
  ///   - schedule: When how much of it falls due.
  ///   - lentStock: What becomes of the lent stock.
  ///   - youngBelongTo: Whose the young are that are not delivered.
  ///   - deathsBorneBy: Who loses by the death of a lent animal.
  ///   - deposit: What the borrower leaves with the lender for each contract.
  public init(
    lent: Good,
    owed: Good,
    schedule: [Instalment],
    lentStock: LentStock,
    youngBelongTo: Party = .borrower,
    deathsBorneBy: DeathBearer = .household,
    deposit: Money = .zero
  ) {
    let problem = Self.problem(schedule, lentStock, deathsBorneBy, deposit)
    guard problem == nil, let perHead = Column(schedule.map(\.perHead)) else {
      preconditionFailure(problem ?? Self.tooFine)
    }
    self.lent = lent
    self.owed = owed
    self.schedule = schedule
    self.lentStock = lentStock
    self.youngBelongTo = youngBelongTo
    self.deathsBorneBy = deathsBorneBy
    self.deposit = deposit
    self.perHead = perHead
  }

  /// Whether what is owed is taken from the herd, as lambs are and eggs are not.
  public var isOwedFromHerd: Bool { owed.unit == lent.unit }

  /// The most that a schedule may ask for each head lent, so that sums stay in 64 bits.
  public static let mostOwedPerHead: Ratio = 10_000

  /// The most heads of one contract or event, and the most of one fixed instalment.
  static let mostHeads = Int(Int32.max)

  /// The most money for one head or contract.
  private static let mostMoney = Money.yuan(10_000_000)

  private static let tooFine =
    "The fractions of the schedule have no common denominator in 64 bits."

  /// What is wrong with terms, or `nil`.
  private static func problem(
    _ schedule: [Instalment],
    _ lentStock: LentStock,
    _ deathsBorneBy: DeathBearer,
    _ deposit: Money
  ) -> String? {
    var perHead = Ratio.zero
    var fixed = 0
    for instalment in schedule {
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
    return Column(schedule.map(\.perHead)) == nil ? tooFine : nil
  }
}

extension InKindTerms: Codable {
  private enum CodingKeys: CodingKey {
    case lent, owed, schedule, lentStock, youngBelongTo, deathsBorneBy, deposit
  }

  /// Decodes terms and checks them as ``init(lent:owed:schedule:lentStock:youngBelongTo:deathsBorneBy:deposit:)``
  /// does.
  ///
  /// - Throws: `DecodingError` that says what is wrong with them.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let schedule = try container.decode([Instalment].self, forKey: .schedule)
    let lentStock = try container.decode(LentStock.self, forKey: .lentStock)
    let bearer = try container.decode(DeathBearer.self, forKey: .deathsBorneBy)
    let deposit = try container.decode(Money.self, forKey: .deposit)
    if let problem = Self.problem(schedule, lentStock, bearer, deposit) {
      throw DecodingError.dataCorruptedError(
        forKey: .schedule,
        in: container,
        debugDescription: problem
      )
    }
    self.init(
      lent: try container.decode(Good.self, forKey: .lent),
      owed: try container.decode(Good.self, forKey: .owed),
      schedule: schedule,
      lentStock: lentStock,
      youngBelongTo: try container.decode(Party.self, forKey: .youngBelongTo),
      deathsBorneBy: bearer,
      deposit: deposit
    )
  }

  /// Encodes what was agreed.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(lent, forKey: .lent)
    try container.encode(owed, forKey: .owed)
    try container.encode(schedule, forKey: .schedule)
    try container.encode(lentStock, forKey: .lentStock)
    try container.encode(youngBelongTo, forKey: .youngBelongTo)
    try container.encode(deathsBorneBy, forKey: .deathsBorneBy)
    try container.encode(deposit, forKey: .deposit)
  }
}
