/// The class of income that a benefit counts as, after the statistics office's four.
public enum IncomeClass: String, Hashable, Codable, Sendable, CaseIterable {
  /// Pay for work.
  case wage
  /// Receipts from the household's own production, before its costs.
  case business
  /// Dividends, rent and interest received.
  case property
  /// Grants, awards and subsidies.
  case transfer
}

/// The effect of an amount on a household's income.
public enum Flow: Hashable, Codable, Sendable {
  /// It is income of a class and counts towards the gross gain.
  case income(IncomeClass)
  /// It is a cost, such as interest or inputs, and is taken off the net gain.
  case cost
  /// It is what the household holds at the end of the season, such as a stake; it is no income.
  ///
  /// It is a stock: over several seasons it does not add up, and the last one says what there is.
  case holding
  /// It adds to what the household holds, such as a dividend that is retained or goods given free; it is
  /// no income.
  case addition
  /// It is what the household owes at the end of the season, such as the principal of a loan: neither
  /// income nor cost, and taken off nothing.
  ///
  /// Borrowing is no gain and paying back no loss; what stays unpaid is shown as a risk. It is a stock, as
  /// a holding is.
  case debt
  /// It is paid back of a debt in the season: neither income nor cost, though the money must be there.
  case repayment

  /// Income from work.
  public static let wage = Self.income(.wage)
  /// Income from the household's own production.
  public static let business = Self.income(.business)
  /// Income from what the household owns, such as shares, land or savings.
  public static let property = Self.income(.property)
  /// Income that nothing is given for, such as a grant or an award.
  public static let transfer = Self.income(.transfer)
}

extension Flow {
  /// True if an amount below zero takes something away, as from a holding; if not, it pays nothing.
  var mayFall: Bool { self == .holding || self == .addition }

  /// True if the amount is a stock at the end of a season, which does not add up over several.
  public var isStock: Bool { self == .holding || self == .debt }
}

extension Flow: CustomStringConvertible {
  /// The flow in words, such as `property income`.
  public var description: String {
    switch self {
    case .income(let income): "\(income.rawValue) income"
    case .cost: "cost"
    case .holding: "holding"
    case .addition: "addition to holdings"
    case .debt: "debt"
    case .repayment: "repayment"
    }
  }
}
