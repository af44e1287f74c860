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

/// What an amount does to a household's income.
public enum Flow: Hashable, Codable, Sendable {
  /// It is income of a class and counts towards the gross gain.
  case income(IncomeClass)
  /// It is a cost, such as interest or inputs, and is taken off the net gain.
  case cost
  /// It is a title to capital, such as a stake: the household holds it, but it is not income.
  case holding
  /// It is owed, such as the principal of a loan: neither income nor cost, and taken off nothing.
  ///
  /// Borrowing is no gain and paying back no loss; what stays unpaid is shown as a risk.
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
  /// Whether an amount below zero takes something away, as from what a household holds; any other pays
  /// nothing.
  var mayFall: Bool { self == .holding }
}

extension Flow: CustomStringConvertible {
  /// The flow in words, such as `property income`.
  public var description: String {
    switch self {
    case .income(let income): "\(income.rawValue) income"
    case .cost: "cost"
    case .holding: "holding"
    case .debt: "debt"
    case .repayment: "repayment"
    }
  }
}
