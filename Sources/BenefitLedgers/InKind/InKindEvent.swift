public import BenefitBinding

/// Something that happened to the stock, the debt or the deposit of a contract.
///
/// What happened is recorded whether it was allowed or not: stock that a borrower sold before it was
/// the borrower's own stays owed.
public struct InKindEvent: Hashable, Codable, Sendable {
  /// The animals of a contract that an event is about.
  public enum Animals: Hashable, Codable, Sendable {
    /// The animals that were lent, or bought in their place.
    case lent
    /// The animals that were lent as one good, where the terms lend several.
    case stock(Good)
    /// The animals that were born since, or bought to make them up: of the one good that the terms owe from the
    /// herd, or of no kind where they owe none, and of unknown sex where they owe several.
    case offspring
    /// The offspring that are counted as one good, where the terms owe several.
    case of(Good)

    /// The good that is named, or `nil` where the terms leave no choice.
    var good: Good? {
      switch self {
      case .lent, .offspring: nil
      case .stock(let good), .of(let good): good
      }
    }

    /// True of lent animals, false of offspring.
    var isStock: Bool {
      switch self {
      case .lent, .stock: true
      case .offspring, .of: false
      }
    }
  }

  /// An occurrence under a contract.
  public enum Occurrence: Hashable, Codable, Sendable {
    /// Offspring were born; where the terms owe several kinds, those of none are of unknown sex.
    case born(Int, Good? = nil)
    /// Animals were bought.
    case bought(Int, Animals)
    /// Offspring that were counted as no kind, or as another one, were found to be of a kind.
    ///
    /// Where the terms owe several kinds, offspring that are born as none are of unknown sex until then; one
    /// that is delivered as a kind is counted in that kind.
    ///
    /// ```swift
    /// let litter: [InKindEvent] = [
    ///   .init("W-1", on: "2017-03-01", .born(3)),
    ///   .init("W-1", on: "2017-06-01", .identified(2, as: .eweLamb)),
    ///   .init("W-1", on: "2018-03-01", .delivered(1, as: .eweLamb)),
    ///   .init("W-1", on: "2018-03-01", .delivered(1, as: .ramLamb)),    // the third
    /// ]
    /// ```
    case identified(Int, Animals = .offspring, as: Good)
    /// Animals died or were lost; a party that bears it other than by the terms is named with the reason.
    ///
    /// ```swift
    /// let terms = InKindTerms(lent: .ewe, owed: [.perHead(1, .lamb, after: .months(12))])
    /// let ledger = try InKindLedger(
    ///   terms, contracts: [.init("K", borrower: "H", lender: "F", on: "2020-01-01", heads: 10)],
    ///   events: [
    ///     .init("K", on: "2020-03-01", .died(2, .lent)),
    ///     .init("K", on: "2020-04-01", .died(1, .lent, borneBy: .lender, reason: "flood"))])
    /// print(ledger.position(on: "2021-01-01")[.owed])    // 9
    /// ```
    case died(Int, Animals, borneBy: InKindTerms.Party? = nil, reason: String = "")
    /// Animals were sold.
    case sold(Int, Animals)
    /// So much of what is owed was delivered to the lender; where animals are owed, from these.
    ///
    /// Offspring meet the claim on their own kind. What else is delivered, produce or lent stock, needs
    /// the good it is delivered as where the terms owe several. Animals that are weighed meet a claim in the
    /// unit of their weight; of the last one, what is beyond the claim is an ``InKindCount/excess``.
    ///
    /// ```swift
    /// let mutton = Good("live lamb", in: .kilogram)
    /// let terms = InKindTerms(lent: .ewe, owed: [.perHead(40, mutton, after: .months(12))])
    /// let ledger = try InKindLedger(
    ///   terms, contracts: [.init("K", borrower: "H", lender: "F", on: "2020-01-01", heads: 1)],
    ///   events: [
    ///     .init("K", on: "2020-06-01", .born(2)),
    ///     .init("K", on: "2020-12-01", .delivered(1, weighing: "25 kg"))])
    /// print(ledger.position(on: "2021-01-01")[.arrears])    // 15
    /// ```
    case delivered(Int, Animals = .offspring, as: Good? = nil, weighing: Quantity? = nil)
    /// So much of what is owed went to the next household instead; where animals are owed, from these.
    case passedOn(
      Int,
      Animals = .offspring,
      as: Good? = nil,
      weighing: Quantity? = nil,
      to: String
    )
    /// Lent stock, or other animals in its place, came back to the lender.
    case broughtBack(Int, Animals = .lent)
    /// So much of what is owed was redeemed in money, at the price that the terms state.
    ///
    /// ```swift
    /// let pear = Good("pear", in: .jin)
    /// let ledger = try InKindLedger(
    ///   InKindTerms(
    ///     lent: Good("pear tree"), owed: [.perHead(22, pear, after: .months(9))],
    ///     redeemableAt: [pear: "5.00"]),
    ///   contracts: [.init("T", borrower: "orchard", lender: "Li", on: "2023-01-01", heads: 1)],
    ///   events: [
    ///     .init("T", on: "2023-09-20", .delivered(18)), .init("T", on: "2023-10-20", .redeemed(4))])
    /// let end = ledger.position(on: "2023-12-31")
    /// print(end[.arrears], end[.madeGood], end[inMoney: .redeemed])    // 0 4 20.00
    /// ```
    case redeemed(Int, as: Good? = nil)
    /// So much of the money that a party owes was paid.
    case paid(Money, by: InKindTerms.Party = .borrower)
    /// The insurer paid so much for dead lent animals; only where the terms leave the sum open.
    case insurancePaid(Money, for: Int, Animals = .lent)
    /// The deposit was paid.
    case depositPaid
    /// The deposit was refunded: so much of it, or all that was held.
    case depositRefunded(Money? = nil)
    /// The deposit fell to the lender: so much of it, or all that was held, and for what.
    case depositForfeited(Money? = nil, reason: String)
  }

  /// The contract it happened under.
  public let contract: InKindContract.ID
  /// The day it happened.
  public let day: Day
  /// The occurrence that the event records.
  public let occurrence: Occurrence

  /// Records an event; what is wrong with it shows when it enters an ``InKindLedger``.
  public init(_ contract: InKindContract.ID, on day: Day, _ occurrence: Occurrence) {
    self.contract = contract
    self.day = day
    self.occurrence = occurrence
  }
}

extension InKindEvent.Occurrence {
  /// The number that the event is about, or `nil` where it is about money.
  var count: Int? {
    switch self {
    case .born(let count, _), .bought(let count, _), .identified(let count, _, _),
      .died(let count, _, _, _), .sold(let count, _),
      .delivered(let count, _, _, _), .passedOn(let count, _, _, _, _),
      .broughtBack(let count, _), .redeemed(let count, _), .insurancePaid(_, let count, _):
      count
    case .paid, .depositPaid, .depositRefunded, .depositForfeited: nil
    }
  }
}

extension InKindEvent: JournalEntry {
  package static var words: Phrase { Phrase(en: "entry of the contract", zh: "合同记录") }

  package func places(_ number: Int) -> [BenefitError.Place] {
    let words = Phrase(en: "\(occurrence)", zh: occurrence.text(in: .simplifiedChinese))
    return [.contract(contract), .event(number, day, words)]
  }
}
