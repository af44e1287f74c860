public import BenefitBinding

/// A ledger of lent animals: the borrowers, the debt for each loan, and the fate of the animals.
///
/// A ledger of animals beside the ledger of money. It holds contracts under one set of
/// ``InKindTerms`` and what happened under them, and answers for any day how many units are owed,
/// delivered, in arrears and alive. Its columns feed schemes through measures and facts; nothing in
/// it is money but the deposit and what an insurer paid.
///
/// ```swift
/// let ledger = try InKindLedger(
///   InKindTerms(lent: .ewe, owed: [.perHead(2, .lamb, after: .months(24))]),
///   contracts: [
///     InKindContract("W-1", borrower: "NLX-07", lender: "fund", on: "2016-05-01", heads: 1)
///   ],
///   events: [
///     InKindEvent("W-1", on: "2017-02-01", .born(2)),
///     InKindEvent("W-1", on: "2017-09-01", .delivered(1)),
///   ])
/// print(ledger.position(on: "2018-05-01")[.arrears])    // 1
/// ```
public struct InKindLedger: Hashable, Sendable {
  /// The terms that were agreed.
  public let terms: InKindTerms

  /// The contracts in the order given.
  public let contracts: [InKindContract]

  /// The events in the order given.
  public let events: [InKindEvent]

  /// The position of each contract.
  private let positions: [InKindContract.ID: Int]

  /// The journal of each contract.
  private let journals: [Journal<InKindTally>]

  /// The days on which a contract may begin, so that its last term is a day of the calendar.
  private static let beginnings: ClosedRange<Day> = "0001-01-01"..."9799-12-31"

  /// Records contracts and what happened under them.
  ///
  /// Events of different contracts may come in any order; those of one contract come by day.
  ///
  /// - Throws: `BenefitError` that names the contract and the event at fault, where an id stands
  ///   twice, a party lends to itself, a contract is unknown, an event is before the loan or out of order, more is delivered
  ///   than owed, more animals leave than are alive, or a deposit is refunded too early, twice or
  ///   after it was forfeited.
  /// - Complexity: O(c + e·i) for c contracts, e events and i instalments.
  public init(
    _ terms: InKindTerms,
    contracts: [InKindContract],
    events: [InKindEvent] = []
  ) throws(BenefitError) {
    var positions: [InKindContract.ID: Int] = [:]
    var journals: [Journal<InKindTally>] = []
    for (position, contract) in contracts.enumerated() {
      guard (1...InKindTerms.mostHeads).contains(contract.heads) else {
        throw BenefitError(
          .outOfRange,
          at: .contract(contract.id),
          found: Phrase(
            en: "it lends \(contract.heads) heads.",
            zh: "借出 \(contract.heads) 头。"
          ),
          advice: Phrase(
            en: "A loan is of 1 to \(InKindTerms.mostHeads) heads.",
            zh: "请填写 1 至 \(InKindTerms.mostHeads) 头。"
          )
        )
      }
      try Self.check(contract, under: terms)
      guard Self.beginnings.contains(contract.day) else {
        throw BenefitError(
          .outOfRange,
          at: .contract(contract.id),
          found: Phrase(en: "it lends on \(contract.day).", zh: "借出日为 \(contract.day)。"),
          advice: Phrase(en: "A loan is made before the year 9800.", zh: "请填写早于 9800 年的日期。")
        )
      }
      guard positions.updateValue(position, forKey: contract.id) == nil else {
        throw .duplicateID("contract", contract.id)
      }
      journals.append(Journal(from: InKindTally(contract, under: terms)))
    }
    // Positions of several contracts are added up.
    var insured: Int128 = 0
    for (number, event) in zip(1..., events) {
      guard let position = positions[event.contract] else {
        throw BenefitError(
          .unknownName,
          found: Phrase(en: "there is no such contract.", zh: "没有该合同。"),
          advice: Phrase(en: "List the contract, or correct its id.", zh: "请补登该合同，或改正编号。")
        ).within(event.places(number))
      }
      insured -= Int128(journals[position].end.money.knownPayout.fen)
      try journals[position].enter(event, number)
      insured += Int128(journals[position].end.money.knownPayout.fen)
      guard insured <= Int128(Int64.max) else {
        throw Self.tooMuchInsured.within(event.places(number))
      }
    }
    self.terms = terms
    self.contracts = contracts
    self.events = events
    self.positions = positions
    self.journals = journals
  }
}

extension InKindLedger {
  /// Refuses a contract of a party with itself, and goods that the terms do not lend.
  private static func check(
    _ contract: InKindContract,
    under terms: InKindTerms
  ) throws(BenefitError) {
    if contract.borrower == contract.lender {
      throw BenefitError(
        .duplicate,
        at: .contract(contract.id),
        found: Phrase(
          en: "\"\(contract.borrower)\" is both borrower and lender.",
          zh: "「\(contract.borrower)」既是借入方又是借出方。"
        ),
        advice: Phrase(en: "Name the other party.", zh: "请填写另一方。")
      )
    }
    for (good, units) in contract.beside.sorted(by: { $0.key.precedes($1.key) }) {
      let chinese = good.words(in: .simplifiedChinese)
      guard terms.beside.contains(good) else {
        throw BenefitError(
          .wrongGood,
          at: .contract(contract.id),
          found: Phrase(en: "the terms lend no \(good) beside.", zh: "条款未约定同时借出\(chinese)。")
        )
      }
      guard (1...InKindTerms.mostHeads).contains(units) else {
        throw BenefitError(
          .outOfRange,
          at: .contract(contract.id),
          found: Phrase(en: "it lends \(units) of \(good).", zh: "借出\(chinese) \(units)。"),
          advice: Phrase(
            en: "State 1 to \(InKindTerms.mostHeads), or leave the good out.",
            zh: "请填写 1 至 \(InKindTerms.mostHeads)，或不列该实物。"
          )
        )
      }
    }
  }

  /// The error of insurance that pays more than money can be.
  static var tooMuchInsured: BenefitError {
    BenefitError(
      .overflow,
      found: Phrase(en: "what the insurer pays is too large to be kept.", zh: "保险赔款数额过大，无法保存。")
    )
  }

  /// The ledger with more contracts and events, entered after those it has.
  ///
  /// - Parameters:
  ///   - contracts: The contracts that were made since.
  ///   - events: What happened since.
  /// - Returns: The longer ledger.
  /// - Throws: `BenefitError` as ``init(_:contracts:events:)`` does.
  /// - Complexity: O(c + e·i) for all contracts, events and instalments.
  public func adding(
    _ contracts: [InKindContract] = [],
    events: [InKindEvent] = []
  ) throws(BenefitError) -> Self {
    try Self(terms, contracts: self.contracts + contracts, events: self.events + events)
  }
}

// MARK: - Positions

extension InKindLedger {
  /// Returns the position of one contract at the end of a day, or `nil` if there is no such
  /// contract.
  ///
  /// - Complexity: O(e·i) for the e events of the contract and i instalments.
  public func position(of contract: InKindContract.ID, on day: Day) -> InKindPosition? {
    positions[contract].map { position($0, on: day) }
  }

  /// Returns the position of one party with all its contracts at the end of a day.
  ///
  /// - Complexity: O(c + e·i) for c contracts, their e events and i instalments.
  public func position(
    of name: String,
    as party: InKindTerms.Party,
    on day: Day
  ) -> InKindPosition {
    contracts.indices.reduce(into: InKindPosition()) { sum, index in
      if contracts[index].name(of: party) == name { sum += position(index, on: day) }
    }
  }

  /// Returns the position of all contracts together at the end of a day.
  ///
  /// - Complexity: O(c + e·i) for c contracts, e events and i instalments.
  public func position(on day: Day) -> InKindPosition {
    contracts.indices.reduce(into: InKindPosition()) { $0 += position($1, on: day) }
  }

  /// Returns what is or was missing of each good and of each party's money, contract by contract, on a day.
  ///
  /// - Returns: The good, or `nil` for money, with the party that owes it, the counts, and the day on which
  ///   the oldest units that are still missing fell due; only where something was late.
  /// - Complexity: O(c + e·i) for c contracts, e events and i instalments.
  package func lateness(
    on day: Day
  ) -> [(good: Good?, debtor: InKindTerms.Party, counts: InKindPosition, since: Day?)] {
    var late: [(Good?, InKindTerms.Party, InKindPosition, Day?)] = []
    for index in contracts.indices where contracts[index].day <= day {
      let tally = journals[index].state(on: day)
      for claim in terms.claims {
        let counts = tally.part(claim, on: day)
        let since = tally.oldestArrears(claim, on: day)
        guard since != nil || counts[.madeGood] > 0 else { continue }
        let good = claim.good
        late.append((good.isMoney ? nil : good, good.debtor, counts, since))
      }
    }
    return late
  }

  /// Returns the position of a contract; it is empty before the loan.
  func position(_ index: Int, on day: Day) -> InKindPosition {
    guard contracts[index].day <= day else { return InKindPosition() }
    return journals[index].state(on: day).position(on: day)
  }
}

extension InKindLedger: Codable, StoredInParts {
  package enum CodingKeys: CodingKey { case terms, contracts, events }

  /// Decodes contracts and events and enters them anew.
  ///
  /// - Throws: `DecodingError` with the text of the `BenefitError`.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(parts[.terms], contracts: parts[.contracts], events: parts[.events])
  }
}
