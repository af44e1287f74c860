public import BenefitBinding

/// The position of a contract, a household or a whole ledger on a day.
///
/// Beside the equations of ``InKindCount``, ``depositPaid`` = ``depositHeld`` + ``depositRefunded`` +
/// ``depositForfeited``.
///
/// Arrears are those of each contract and good added up: what one borrower delivers early makes up
/// for nobody's delay, and a ram lamb for no ewe lamb.
///
/// ```swift
/// let end = ledger.position(on: "2018-12-31")
/// print(end[.arrears], end[.arrears, of: .eweLamb], end[.arrears, of: .ramLamb])
/// print(end[inMoney: .due], end[inMoney: .delivered], end[inMoney: .arrears, by: .lender])
/// ```
public struct InKindPosition: Hashable, Sendable {
  private var counts: [InKindCount: Int] = [:]
  private var countsByGood: [Good: [InKindCount: Int]] = [:]

  /// The deposit that was paid.
  public internal(set) var depositPaid = Money.zero
  /// The part of the deposit that the lender holds.
  public internal(set) var depositHeld = Money.zero
  /// The part of the deposit that was given back.
  public internal(set) var depositRefunded = Money.zero
  /// The part of the deposit that fell to the lender.
  public internal(set) var depositForfeited = Money.zero
  /// The money that an insurer paid for dead animals, as far as it is known.
  var knownPayout = Money.zero

  /// The money that an insurer paid for dead animals, or `nil` where for some the payment is not stated; see
  /// ``InKindCount/claimsOpen``.
  public var insurancePayout: Money? { self[.claimsOpen] == 0 ? knownPayout : nil }

  /// The units owed that were met, in goods or in money.
  var met: Int { self[.delivered] + self[.redeemed] }

  /// The position as if no claim on an insurer were open.
  var withoutClaims: Self {
    var position = self
    position[.claimsOpen] = 0
    return position
  }

  /// The number of what is counted, of all goods or of one: the units owed of it, and the offspring
  /// counted as it.
  ///
  /// The equations hold for each good too. Of a good that is not counted all is zero; deposit and payout are
  /// of no good. Units are added up as they are: where eggs and kilograms are owed, ask for one of them.
  public internal(set) subscript(count: InKindCount, of good: Good? = nil) -> Int {
    get {
      let counts = good.map { countsByGood[$0] ?? [:] } ?? counts
      let parts = count.parts
      return parts.isEmpty
        ? counts[count] ?? 0 : parts.reduce(0) { $0 + (counts[$1] ?? 0) }
    }
    set {
      // What is zero is left out, so that equal positions are equal.
      let number = newValue == 0 ? nil : newValue
      if let good {
        countsByGood[good, default: [:]][count] = number
      } else {
        counts[count] = number
      }
    }
  }

  /// The goods that are counted for themselves, by name: those lent, those owed, and other offspring.
  public var goods: [Good] {
    countsByGood.keys.filter { !$0.isMoney }.sorted { $0.precedes($1) }
  }

  /// The money that a party owes beside goods: owed, due, delivered, in arrears or to come; and what was paid
  /// for goods that were redeemed.
  public subscript(
    inMoney count: InKindCount,
    by debtor: InKindTerms.Party = .borrower
  ) -> Money {
    Money(fen: Int64(self[count, of: .money(of: debtor)]))
  }

  /// True if everything the borrower owed is delivered and paid, and all stock that must come back is back.
  public var isSettled: Bool {
    self[.stillOwed] == 0 && self[inMoney: .stillOwed] == .zero
      && self[.broughtBack] >= self[.stockOwed]
  }

  /// Adds the counts of one good, or of offspring that are counted as none.
  ///
  /// - Parameters:
  ///   - part: The counts.
  ///   - good: What they are of.
  ///   - isInTotal: Whether they count among those of all goods together.
  mutating func add(_ part: Self, of good: Good?, inTotal isInTotal: Bool = true) {
    if isInTotal { self += part }
    if let good {
      countsByGood[good, default: [:]].merge(part.counts, uniquingKeysWith: +)
    }
  }

  static func += (lhs: inout Self, rhs: Self) {
    lhs.counts.merge(rhs.counts, uniquingKeysWith: +)
    lhs.countsByGood.merge(rhs.countsByGood) { $0.merging($1, uniquingKeysWith: +) }
    lhs.depositPaid += rhs.depositPaid
    lhs.depositHeld += rhs.depositHeld
    lhs.depositRefunded += rhs.depositRefunded
    lhs.depositForfeited += rhs.depositForfeited
    lhs.knownPayout += rhs.knownPayout
  }
}

extension InKindPosition: Encodable {
  private enum CodingKeys: CodingKey {
    case counts, goods
    case depositPaid, depositHeld, depositRefunded, depositForfeited, insurancePayout
  }

  /// Encodes the counts that are not zero, those of each good in order of their names, and the money.
  public func encode(to encoder: any Encoder) throws {
    func named(_ counts: [InKindCount: Int]) -> [String: Int] {
      Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) })
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(named(counts), forKey: .counts)
    try container.encode(SortedEntries(countsByGood.map { ($0, named($1)) }), forKey: .goods)
    try container.encode(depositPaid, forKey: .depositPaid)
    try container.encode(depositHeld, forKey: .depositHeld)
    try container.encode(depositRefunded, forKey: .depositRefunded)
    try container.encode(depositForfeited, forKey: .depositForfeited)
    try container.encode(insurancePayout, forKey: .insurancePayout)
  }
}
