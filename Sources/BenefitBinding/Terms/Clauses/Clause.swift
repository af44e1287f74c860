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

  /// The name of the clause in statements.
  public var name: String {
    switch self {
    case .distribution(let distribution): distribution.name
    case .payment(let payment): payment.name
    case .purchase(let purchase): purchase.name
    case .employment(let employment): employment.name
    }
  }
}
