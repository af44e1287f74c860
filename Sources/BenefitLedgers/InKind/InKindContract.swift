public import BenefitBinding

/// Stock lent to one household, or placed with one keeper, on one day.
///
/// ```swift
/// let terms = InKindTerms(
///   lent: .ewe, beside: [.ram], owed: [.perHead(1, .lamb, for: .ewe, after: .months(24))],
///   stockDue: .months(24))
/// let contract = InKindContract(
///   "X-1", borrower: "NLX-07", lender: "firm", on: "2017-05-01", heads: 10, beside: [.ram: 1])
/// let ledger = try InKindLedger(terms, contracts: [contract])
/// print(ledger.position(on: "2019-05-01")[.stockArrears, of: .ram])    // 1
/// ```
public struct InKindContract: Hashable, Sendable, Identifiable {
  /// The contract's id.
  public let id: String
  /// The party that keeps the stock and owes for it: a household of the register, or a keeper.
  public let borrower: String
  /// The party that lends or places the stock.
  public let lender: String
  /// The day of the loan.
  public let day: Day
  /// The number of heads lent.
  public let heads: Int
  /// The units lent of the other goods that the terms name.
  public let beside: [Good: Int]

  /// Records a contract; what is wrong with it shows when it enters an ``InKindLedger``.
  ///
  /// - Parameters:
  ///   - id: The contract's id.
  ///   - borrower: Who keeps the stock and owes for it.
  ///   - lender: Who lends or places the stock.
  ///   - day: The day of the loan.
  ///   - heads: How many heads were lent.
  ///   - others: How much was lent of other goods.
  public init(
    _ id: String,
    borrower: String,
    lender: String,
    on day: Day,
    heads: Int,
    beside others: [Good: Int] = [:]
  ) {
    self.id = id
    self.borrower = borrower
    self.lender = lender
    self.day = day
    self.heads = heads
    beside = others
  }

  /// The name of one of the parties.
  func name(of party: InKindTerms.Party) -> String {
    switch party {
    case .borrower: borrower
    case .lender: lender
    }
  }
}

extension InKindContract: Codable, StoredInParts {
  package enum CodingKeys: CodingKey { case id, borrower, lender, day, heads, beside }

  /// Decodes a contract.
  ///
  /// - Throws: `DecodingError` where a part is missing or a good stands twice.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      parts[.id],
      borrower: parts[.borrower],
      lender: parts[.lender],
      on: parts[.day],
      heads: parts[.heads],
      beside: parts[listed: .beside]
    )
  }

  /// Encodes the contract with the other goods in order of their names.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(borrower, forKey: .borrower)
    try container.encode(lender, forKey: .lender)
    try container.encode(day, forKey: .day)
    try container.encode(heads, forKey: .heads)
    try container.encode(SortedEntries(beside.map { ($0, $1) }), forKey: .beside)
  }
}
