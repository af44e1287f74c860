public import BenefitBinding

/// Stock lent to one household, or placed with one keeper, on one day.
public struct InKindContract: Hashable, Codable, Sendable, Identifiable {
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

  /// Records a contract; what is wrong with it shows when it enters an ``InKindLedger``.
  ///
  /// - Parameters:
  ///   - id: The contract's id.
  ///   - borrower: Who keeps the stock and owes for it.
  ///   - lender: Who lends or places the stock.
  ///   - day: The day of the loan.
  ///   - heads: How many heads were lent.
  public init(
    _ id: String,
    borrower: String,
    lender: String,
    on day: Day,
    heads: Int
  ) {
    self.id = id
    self.borrower = borrower
    self.lender = lender
    self.day = day
    self.heads = heads
  }

  /// The name of one of the parties.
  func name(of party: InKindTerms.Party) -> String {
    switch party {
    case .borrower: borrower
    case .lender: lender
    }
  }
}
