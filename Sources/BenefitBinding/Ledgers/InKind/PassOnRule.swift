/// A rule by which a fund lends again the heads that came back: to whom, how many, and when.
///
/// ```swift
/// let rule = PassOnRule(
///   lender: "fund", stock: 10, lot: 5, waiting: ["NLX-07", "NLX-11"], rearing: .months(6))
/// let next = try ledger.passOn(by: rule, until: "2018-12-31")
/// let longer = try ledger.adding(next.contracts)
/// print(next.waiting, next.pool, longer.contracts.count)
/// ```
///
/// Where a ``RevolvingHerdFund`` says what to expect of a fund, the rule makes the contracts of one from what
/// a ledger recorded.
public struct PassOnRule: Hashable, Sendable {
  /// The fund: the lender of its contracts.
  public let lender: String
  /// The heads that the fund began with, those of its first contracts among them.
  public let stock: Int
  /// The heads that a household receives.
  public let lot: Int
  /// The households that wait, in the order of their turn.
  public let waiting: [String]
  /// The time that delivered offspring are reared before they are lent; stock that came back is lent at
  /// once.
  public let rearing: InKindTerms.Term
  /// The delivered good that is lent again, or `nil` for all.
  public let good: Good?

  /// States a rule.
  ///
  /// - Precondition: A lot has at least one head, and the stock is not below zero.
  /// - Parameters:
  ///   - lender: The fund.
  ///   - stock: The heads that it began with, those of its first contracts among them.
  ///   - lot: The heads that a household receives.
  ///   - waiting: The households that wait, in the order of their turn.
  ///   - rearing: How long delivered offspring are reared before they are lent.
  ///   - good: Which of the goods delivered is lent again, as where males are sold.
  public init(
    lender: String,
    stock: Int,
    lot: Int,
    waiting: [String],
    rearing: InKindTerms.Term = .days(0),
    good: Good? = nil
  ) {
    self.lender = lender
    self.stock = stock
    self.lot = lot
    self.waiting = waiting
    self.rearing = rearing
    self.good = good
    if let problem { stop(problem) }
  }

  /// The problem with the rule, or `nil` if there is none.
  private var problem: String? {
    if !(0...InKindTerms.mostHeads).contains(stock) {
      return "A fund begins with 0 to \(InKindTerms.mostHeads) heads, not \(stock)."
    }
    if !(1...InKindTerms.mostHeads).contains(lot) {
      return "A household receives from 1 to \(InKindTerms.mostHeads) heads, not \(lot)."
    }
    return rearing.problem
  }
}

extension PassOnRule: Codable {
  private enum CodingKeys: CodingKey { case lender, stock, lot, waiting, rearing, good }

  /// Decodes a rule and checks it as its initializer does.
  ///
  /// - Throws: `DecodingError` that says what is wrong with it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    lender = try container.decode(String.self, forKey: .lender)
    stock = try container.decode(Int.self, forKey: .stock)
    lot = try container.decode(Int.self, forKey: .lot)
    waiting = try container.decode([String].self, forKey: .waiting)
    rearing = try container.decode(InKindTerms.Term.self, forKey: .rearing)
    good = try container.decodeIfPresent(Good.self, forKey: .good)
    try decoder.refuse(problem)
  }
}
