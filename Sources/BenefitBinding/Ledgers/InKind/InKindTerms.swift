/// The terms agreed when stock is lent and stock or produce is owed for it.
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
/// // One ewe, a ewe lamb and a ram lamb: each is owed for itself.
/// let sexed = InKindTerms(
///   lent: .ewe,
///   owed: [
///     .init(.eweLamb, [.perHead(1, after: .months(24))]),
///     .init(.ramLamb, [.perHead(1, after: .months(24))]),
///   ],
///   lentStock: .becomesBorrowers)
/// ```
public struct InKindTerms: Hashable, Sendable {
  /// The bearer of the loss when a lent animal dies.
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
    /// The party that keeps the stock and owes for it: a household or a keeper.
    case borrower
    /// The party that lends or places the stock: a fund, a village, a firm, or the household
    /// before.
    case lender
  }

  /// The rule for the lent stock: it comes back or becomes the borrower's.
  public enum LentStock: Hashable, Codable, Sendable {
    /// The same number of heads as was lent comes back by a date.
    case comesBack(after: Term)
    /// The stock is the borrower's as soon as everything owed is delivered.
    case becomesBorrowers
  }

  /// The good that is lent.
  public let lent: Good

  /// The debt for the loan: a claim on each good, all counted in one unit.
  public let owed: [Claim]

  /// The rule for the lent stock: it comes back or becomes the borrower's.
  public let lentStock: LentStock

  /// The party that owns the offspring that are not delivered.
  public let offspringBelongTo: Party

  /// The bearer of the loss when a lent animal dies; the owner bears the loss of offspring.
  public let deathsBorneBy: DeathBearer

  /// The deposit that the borrower leaves with the lender until everything is delivered.
  public let deposit: Money

  /// The units that each claim's schedule asks for each head lent, with one denominator.
  let perHead: [Column]

  /// States terms that owe one good or several, each for itself.
  ///
  /// - Precondition: Nothing in them is below zero, they ask for something, no good is owed in two
  ///   claims, all are counted in one unit, and together for no more than ``mostOwedPerHead`` for
  ///   each head.
  /// - Parameters:
  ///   - lent: What is lent.
  ///   - owed: What is owed for it; it is taken from the herd where it is counted in the same unit.
  ///   - lentStock: What becomes of the lent stock.
  ///   - offspringBelongTo: Whose the offspring are that are not delivered.
  ///   - deathsBorneBy: Who loses by the death of a lent animal.
  ///   - deposit: What the borrower leaves with the lender for each contract.
  public init(
    lent: Good,
    owed: [Claim],
    lentStock: LentStock,
    offspringBelongTo: Party = .borrower,
    deathsBorneBy: DeathBearer = .household,
    deposit: Money = .zero
  ) {
    if let problem = Self.problem(owed, lentStock, deathsBorneBy, deposit) {
      stop(problem)
    }
    self.lent = lent
    self.owed = owed
    perHead = owed.compactMap(\.perHead)
    self.lentStock = lentStock
    self.offspringBelongTo = offspringBelongTo
    self.deathsBorneBy = deathsBorneBy
    self.deposit = deposit
  }

  /// States terms that owe one good.
  ///
  /// - Precondition: As for ``init(lent:owed:lentStock:offspringBelongTo:deathsBorneBy:deposit:)``.
  /// - Parameters:
  ///   - lent: What is lent.
  ///   - owed: What is owed for it; it is taken from the herd where it is counted in the same unit.
  ///   - schedule: When how much of it falls due.
  ///   - lentStock: What becomes of the lent stock.
  ///   - offspringBelongTo: Whose the offspring are that are not delivered.
  ///   - deathsBorneBy: Who loses by the death of a lent animal.
  ///   - deposit: What the borrower leaves with the lender for each contract.
  public init(
    lent: Good,
    owed: Good,
    schedule: [Instalment],
    lentStock: LentStock,
    offspringBelongTo: Party = .borrower,
    deathsBorneBy: DeathBearer = .household,
    deposit: Money = .zero
  ) {
    self.init(
      lent: lent,
      owed: [Claim(owed, schedule)],
      lentStock: lentStock,
      offspringBelongTo: offspringBelongTo,
      deathsBorneBy: deathsBorneBy,
      deposit: deposit
    )
  }

  /// The unit in which what is owed is counted.
  public var owedUnit: Quantity.Unit { owed.first?.good.unit ?? lent.unit }

  /// True if the good owed is taken from the herd, as lambs are and eggs are not.
  public var isOwedFromHerd: Bool { owedUnit == lent.unit }
}
