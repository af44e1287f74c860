/// A purse that is no household's: a reserve, the village's welfare fund, an operator.
///
/// The vocabulary is open.
///
/// ```swift
/// extension Account {
///   static let templeFair = Account("temple fair committee")
/// }
/// ```
public struct Account: Named {
  /// The account's name.
  public let name: String

  /// Creates an account.
  ///
  /// - Precondition: The name is not empty.
  public init(_ name: String) {
    self.name = Self.checked(name)
  }

  /// The gaqa's collective economy.
  public static let collective = Self("collective")
  /// A reserve against bad years.
  public static let reserve = Self("reserve")
  /// The village's welfare fund.
  public static let villageWelfare = Self("village welfare")
  /// Money put back into the undertaking.
  public static let reinvestment = Self("reinvestment")
  /// Pay for public posts.
  public static let publicPosts = Self("public posts")
  /// Whoever runs the undertaking.
  public static let `operator` = Self("operator")

  /// What no tier took: it stays in the pot it came from.
  public static let leftInPot = Self("left in the pot")
  /// Odd fen that the terms leave out.
  public static let leftOut = Self("left out by rounding")
  /// Odd fen that wait for the next season.
  public static let carriedOver = Self("carried to the next season")
}
