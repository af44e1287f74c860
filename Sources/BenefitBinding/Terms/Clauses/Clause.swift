/// One provision of a scheme.
///
/// Every scheme is a list of these.
public enum Clause: Hashable, Sendable {
  /// A pot that is shared out.
  case distribution(Distribution)
  /// An amount that each household has coming by itself.
  case payment(Payment)
  /// Produce that households sell.
  case purchase(Purchase)
  /// Work that households' members do.
  case employment(Employment)
  /// A quantity in whole units, which is no money.
  case allotment(Allotment)

  /// The name of the clause in statements.
  public var name: String {
    switch self {
    case .distribution(let distribution): distribution.name
    case .payment(let payment): payment.name
    case .purchase(let purchase): purchase.name
    case .employment(let employment): employment.name
    case .allotment(let allotment): allotment.name
    }
  }
}

extension Clause {
  /// The distribution that the clause is, or is settled as; `nil` where it is none.
  var distribution: Distribution? {
    switch self {
    case .distribution(let distribution): distribution
    case .allotment(let allotment): allotment.settled.distribution
    case .payment, .purchase, .employment: nil
    }
  }

  /// The unit of what the clause gives, or `nil` where that is money.
  var unit: Quantity.Unit? {
    if case .allotment(let allotment) = self { allotment.unit } else { nil }
  }
}
