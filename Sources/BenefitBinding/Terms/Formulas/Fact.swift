/// The name of an amount of money that a ``Season`` states: a profit, a price, a wage.
///
/// A fact is one value for the season, one for each gaqa, or one for each household; the terms that
/// refer to it do not care which. A fact that terms need and nobody gave is an error, never zero.
///
/// ```swift
/// extension MoneyFact {
///   static let ticketRevenue = MoneyFact("ticket revenue")
/// }
/// ```
public struct MoneyFact: Named {
  /// The name, as messages and explanations print it.
  public let name: String

  /// Creates the name of a fact.
  ///
  /// - Precondition: The name is not empty.
  public init(_ name: String) {
    self.name = Self.checked(name)
  }

  /// The earnings of the undertaking after its costs; below zero in a year of loss.
  public static let profit = Self(.profit)
  /// The money that the undertaking took in before costs.
  public static let revenue = Self(.revenue)
  /// The money that the undertaking's projects brought in for their investors.
  public static let projectReturn = Self(.projectReturn)
  /// The money that visitors paid.
  public static let takings = Self(.takings)
  /// The money that a platform took in from sales.
  public static let platformSales = Self(.platformSales)
  /// The market's price for one unit.
  public static let marketPrice = Self(.marketPrice)
  /// The pay for one month of work.
  public static let monthlyWage = Self(.monthlyWage)
  /// The money that a household borrowed.
  public static let loanPrincipal = Self(.loanPrincipal)
  /// The amount of a loan that has been paid back by the end of the season, in all.
  public static let recoveredPrincipal = Self(.recoveredPrincipal)
  /// The money that a household earned with its loan.
  public static let returnOnUse = Self(.returnOnUse)
}

/// The name of a rate that a ``Season`` states: a return, an interest rate, a proportion.
public struct RateFact: Named {
  /// The name, as messages and explanations print it.
  public let name: String

  /// Creates the name of a fact.
  ///
  /// - Precondition: The name is not empty.
  public init(_ name: String) {
    self.name = Self.checked(name)
  }

  /// The return on invested funds in the season.
  public static let returnRate = Self(.returnRate)
  /// The yearly interest on a loan.
  public static let interestRate = Self(.interestRate)
}

extension MoneyFact: FileOrdered {}
extension RateFact: FileOrdered {}
