/// Stock lent to one household, or placed with one keeper, on one day.
public struct InKindContract: Hashable, Codable, Sendable, Identifiable {
  /// The contract's mark.
  public let id: String
  /// Who keeps the stock and owes for it: a household of the register, or a keeper.
  public let borrower: String
  /// Who lends or places the stock.
  public let lender: String
  /// The day of the loan.
  public let day: Day
  /// How many heads were lent.
  public let heads: Int

  /// Records a contract; what is wrong with it shows when it enters an ``InKindLedger``.
  ///
  /// - Parameters:
  ///   - id: The contract's mark.
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

/// Something that happened to the stock or the deposit of a contract.
///
/// What happened is recorded whether it was allowed or not: stock that a borrower sold before it was
/// the borrower's own stays owed.
public struct InKindEvent: Hashable, Codable, Sendable {
  /// Which animals of a contract are meant.
  public enum Animals: String, Hashable, Codable, Sendable, CaseIterable {
    /// Those that were lent, or bought in their place.
    case lent
    /// Those that were born since, or bought to make them up.
    case young
  }

  /// What happened.
  public enum Occurrence: Hashable, Codable, Sendable {
    /// Young were born.
    case born(Int)
    /// Animals were bought.
    case bought(Int, Animals)
    /// Animals died.
    case died(Int, Animals)
    /// Animals were sold.
    case sold(Int, Animals)
    /// So much of what is owed was delivered to the lender; where animals are owed, from these.
    case delivered(Int, Animals = .young)
    /// So much of what is owed went to the next household instead; where animals are owed, from these.
    case passedOn(Int, Animals = .young, to: String)
    /// Lent stock, or other animals in its place, came back to the lender.
    case broughtBack(Int, Animals = .lent)
    /// The deposit was paid.
    case depositPaid
    /// The deposit was refunded.
    case depositRefunded
  }

  /// The contract it happened under.
  public let contract: InKindContract.ID
  /// The day it happened.
  public let day: Day
  /// What happened.
  public let occurrence: Occurrence

  /// Records an event; what is wrong with it shows when it enters an ``InKindLedger``.
  public init(_ contract: InKindContract.ID, on day: Day, _ occurrence: Occurrence) {
    self.contract = contract
    self.day = day
    self.occurrence = occurrence
  }
}

extension InKindEvent.Occurrence: CustomStringConvertible {
  /// The event in words, such as `2 young died`.
  public var description: String {
    switch self {
    case .born(let heads): "\(heads) born"
    case .bought(let heads, let animals): "\(heads) \(animals) bought"
    case .died(let heads, let animals): "\(heads) \(animals) died"
    case .sold(let heads, let animals): "\(heads) \(animals) sold"
    case .delivered(let count, _): "\(count) delivered"
    case .passedOn(let count, _, let next): "\(count) passed on to \(next)"
    case .broughtBack(let heads, _): "\(heads) brought back"
    case .depositPaid: "deposit paid"
    case .depositRefunded: "deposit refunded"
    }
  }

  /// How many it is about, or `nil` where it is about money.
  var count: Int? {
    switch self {
    case .born(let count), .bought(let count, _), .died(let count, _), .sold(let count, _),
      .delivered(let count, _), .passedOn(let count, _, _), .broughtBack(let count, _):
      count
    case .depositPaid, .depositRefunded: nil
    }
  }
}
