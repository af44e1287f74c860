/// One provision of a scheme.
///
/// Every scheme is a list of these.
public enum Clause: Hashable, Codable, Sendable {
  /// A pot that is shared out.
  case distribution(Distribution)
  /// An amount that each household has coming by itself.
  case payment(Payment)
  /// Produce that households sell.
  case purchase(Purchase)
  /// Work that households' members do.
  case employment(Employment)

  /// What the clause is called in statements.
  public var name: String {
    switch self {
    case .distribution(let distribution): distribution.name
    case .payment(let payment): payment.name
    case .purchase(let purchase): purchase.name
    case .employment(let employment): employment.name
    }
  }
}

/// Collects the clauses that a scheme lists.
@resultBuilder
public enum ClauseBuilder: Sendable {
  /// A clause as it is.
  public static func buildExpression(_ clause: Clause) -> [Clause] { [clause] }
  /// Several clauses at once, such as those of another scheme.
  public static func buildExpression(_ clauses: [Clause]) -> [Clause] { clauses }
  /// A pot that is shared out.
  public static func buildExpression(_ clause: Distribution) -> [Clause] {
    [.distribution(clause)]
  }
  /// An amount that each household has coming by itself.
  public static func buildExpression(_ clause: Payment) -> [Clause] { [.payment(clause)] }
  /// Produce that households sell.
  public static func buildExpression(_ clause: Purchase) -> [Clause] { [.purchase(clause)] }
  /// Work that households' members do.
  public static func buildExpression(_ clause: Employment) -> [Clause] { [.employment(clause)] }
  /// The clauses of all statements.
  public static func buildBlock(_ clauses: [Clause]...) -> [Clause] { Array(clauses.joined()) }
  /// The clauses of an `if` without `else`.
  public static func buildOptional(_ clauses: [Clause]?) -> [Clause] { clauses ?? [] }
  /// The clauses of the first branch.
  public static func buildEither(first clauses: [Clause]) -> [Clause] { clauses }
  /// The clauses of the second branch.
  public static func buildEither(second clauses: [Clause]) -> [Clause] { clauses }
  /// The clauses of a loop.
  public static func buildArray(_ clauses: [[Clause]]) -> [Clause] { Array(clauses.joined()) }
}
