/// Lots and sales that do not go together, with the mark at fault.
public struct TraceabilityError: Error, Hashable, Sendable {
  /// What kind of mistake it is.
  public struct Code: Hashable, Sendable {
    private enum Kind {
      case markTwice, unknownLot, unknownHousehold, soldTwice, notAboveZero, unitsDiffer
      case nothingSold, negativeRevenue, tooMuch
    }
    private let kind: Kind

    /// Two lots or two sales carry one mark.
    public static let markTwice = Self(kind: .markTwice)
    /// A sale names a lot that was not collected.
    public static let unknownLot = Self(kind: .unknownLot)
    /// A lot came from a household that the register does not hold.
    public static let unknownHousehold = Self(kind: .unknownHousehold)
    /// More of a lot is sold than is left of it.
    public static let soldTwice = Self(kind: .soldTwice)
    /// A quantity is not above zero.
    public static let notAboveZero = Self(kind: .notAboveZero)
    /// A quantity is not in the unit of the others.
    public static let unitsDiffer = Self(kind: .unitsDiffer)
    /// A sale has no parcel.
    public static let nothingSold = Self(kind: .nothingSold)
    /// A sale's revenue is below zero.
    public static let negativeRevenue = Self(kind: .negativeRevenue)
    /// All that was collected, or all that sales brought, is more than can be kept exactly.
    public static let tooMuch = Self(kind: .tooMuch)
  }

  /// What kind of mistake it is.
  public let code: Code

  /// The place, what was found there and what to do, as sentences.
  public let description: String
}

extension TraceabilityError: CustomStringConvertible {
  static func markTwice(_ kind: String, _ id: String) -> Self {
    Self(
      code: .markTwice,
      description: "The mark \"\(id)\" stands on two \(kind)s. Give each a mark of its own."
    )
  }

  static func unknownLot(_ sale: String, _ lot: String) -> Self {
    Self(
      code: .unknownLot,
      description: "Sale \"\(sale)\" takes from lot \"\(lot)\", which was not collected."
    )
  }

  static func unknownHousehold(_ lot: String, _ household: String) -> Self {
    Self(
      code: .unknownHousehold,
      description: "Lot \"\(lot)\" came from household \"\(household)\", which the register does "
        + "not hold."
    )
  }

  static func soldTwice(
    _ sale: String,
    _ parcel: Traceability.Parcel,
    left: Quantity
  ) -> Self {
    Self(
      code: .soldTwice,
      description: "Sale \"\(sale)\" takes \(parcel.quantity) from lot \"\(parcel.lot)\", of which "
        + "only \(left) are left."
    )
  }

  static func notAboveZero(_ kind: String, _ id: String, _ quantity: Quantity) -> Self {
    Self(
      code: .notAboveZero,
      description: "The quantity \(quantity) in \(kind) \"\(id)\" is not above zero."
    )
  }

  static func unitsDiffer(
    _ kind: String,
    _ id: String,
    _ quantity: Quantity,
    _ unit: Quantity.Unit
  ) -> Self {
    Self(
      code: .unitsDiffer,
      description: "The quantity \(quantity) in \(kind) \"\(id)\" is not counted in \(unit). Use "
        + "one unit for all produce that is traced together."
    )
  }

  static func tooMuch(_ subject: String, _ kind: String, _ id: String) -> Self {
    Self(
      code: .tooMuch,
      description:
        "\(subject) up to \(kind) \"\(id)\" is more than 64 bits can hold exactly. Trace it "
        + "in several parts."
    )
  }

  static func nothingSold(_ sale: String) -> Self {
    Self(code: .nothingSold, description: "Sale \"\(sale)\" has no parcel. Name what was sold.")
  }

  static func negativeRevenue(_ sale: String, _ revenue: Money) -> Self {
    Self(
      code: .negativeRevenue,
      description: "Sale \"\(sale)\" brought \(revenue). A sale brings zero or more; record a "
        + "return by leaving its parcels out."
    )
  }
}
