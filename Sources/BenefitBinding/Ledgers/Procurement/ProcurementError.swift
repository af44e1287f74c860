/// Contracts and deliveries that do not go together, or a total that is not known, with the place.
public struct ProcurementError: Error, Hashable, Sendable {
  /// What kind of mistake it is.
  public struct Code: Hashable, Sendable {
    private enum Kind {
      case markTwice, noParty, partyTwice, unknownContract, unknownHousehold, noSeller
      case beforeSigning, notAboveZero, belowZero, unitsDiffer, outOfRange, unknownTotal, nobody
    }
    private let kind: Kind

    /// Two contracts carry one mark.
    public static let markTwice = Self(kind: .markTwice)
    /// A contract has no buyer or no seller.
    public static let noParty = Self(kind: .noParty)
    /// A contract names somebody twice.
    public static let partyTwice = Self(kind: .partyTwice)
    /// A delivery is under a contract that was not signed.
    public static let unknownContract = Self(kind: .unknownContract)
    /// A delivery is from a household that the register does not hold.
    public static let unknownHousehold = Self(kind: .unknownHousehold)
    /// A delivery is through somebody who is no seller of its contract.
    public static let noSeller = Self(kind: .noSeller)
    /// A delivery is before the day its contract was signed.
    public static let beforeSigning = Self(kind: .beforeSigning)
    /// A quantity or a signed value is not above zero.
    public static let notAboveZero = Self(kind: .notAboveZero)
    /// A price or what was paid for a delivery is below zero.
    public static let belowZero = Self(kind: .belowZero)
    /// A quantity is not in the unit of its good, or of the measure asked for.
    public static let unitsDiffer = Self(kind: .unitsDiffer)
    /// A sum is larger than can be kept exactly.
    public static let outOfRange = Self(kind: .outOfRange)
    /// A total holds an amount that nobody stated.
    public static let unknownTotal = Self(kind: .unknownTotal)
    /// An amount for each person of nobody has no value.
    public static let nobody = Self(kind: .nobody)
  }

  /// What kind of mistake it is.
  public let code: Code

  /// The place, what was found there and what to do, as sentences.
  public let description: String
}

extension ProcurementError: CustomStringConvertible {
  static func markTwice(_ id: String) -> Self {
    Self(
      code: .markTwice,
      description: "The mark \"\(id)\" stands on two contracts. Give each a mark of its own."
    )
  }

  static func noParty(_ contract: Procurement.Contract, _ part: String) -> Self {
    Self(
      code: .noParty,
      description: "Contract \"\(contract.id)\" has no \(part). Name at least one."
    )
  }

  static func partyTwice(_ contract: Procurement.Contract, _ party: String) -> Self {
    Self(
      code: .partyTwice,
      description: "Contract \"\(contract.id)\" names \"\(party)\" twice among its buyers and "
        + "sellers. Name each once."
    )
  }

  static func unknownContract(_ delivery: Procurement.Delivery) -> Self {
    Self(
      code: .unknownContract,
      description: "There is no contract for \(delivery.place). List the contract, or mend its "
        + "mark."
    )
  }

  static func unknownHousehold(_ delivery: Procurement.Delivery) -> Self {
    Self(
      code: .unknownHousehold,
      description: "The register does not hold the household of \(delivery.place)."
    )
  }

  static func noSeller(
    _ delivery: Procurement.Delivery,
    _ contract: Procurement.Contract
  ) -> Self {
    Self(
      code: .noSeller,
      description:
        "\"\(delivery.seller ?? delivery.household)\" is no seller of \(delivery.place). "
        + "Those who signed are \(contract.sellers.joined(separator: ", ")): name the one who "
        + "signed for the household."
    )
  }

  static func beforeSigning(_ delivery: Procurement.Delivery, _ signed: Day) -> Self {
    Self(
      code: .beforeSigning,
      description: "A contract signed on \(signed) is too late for \(delivery.place)."
    )
  }

  static func notAboveZero(_ amount: String, _ place: String) -> Self {
    Self(
      code: .notAboveZero,
      description: "The \(amount) of \(place) is not above zero. Leave out what is not known."
    )
  }

  static func belowZero(_ amount: Money, _ place: String) -> Self {
    Self(
      code: .belowZero,
      description: "The \(amount) of \(place) is below zero; a price or a payment is zero or more."
    )
  }

  static func unitsDiffer(_ quantity: Quantity, _ place: String, _ good: Good) -> Self {
    Self(
      code: .unitsDiffer,
      description: "The \(quantity) of \(place) is not counted in \(good.unit), as \(good) is."
    )
  }

  static func otherUnit(_ delivery: Procurement.Delivery, _ unit: Quantity.Unit) -> Self {
    Self(
      code: .unitsDiffer,
      description: "The \(delivery.quantity) of \(delivery.place) is not counted in \(unit). Keep "
        + "the contracts of one good, or ask for its unit."
    )
  }

  static func tooLarge(_ place: String) -> Self {
    Self(
      code: .outOfRange,
      description: "With \(place), a sum is too large to be kept exactly in 64 bits."
    )
  }

  static let nobody = Self(
    code: .nobody,
    description: "The register has no person. An amount for each of nobody has no value."
  )
}

// MARK: - What is not known

extension ProcurementError {
  static func unknownValue(_ contract: Procurement.Contract) -> Self {
    Self(
      code: .unknownTotal,
      description: "The total is not known: contract \"\(contract.id)\" states neither a value nor "
        + "a price and a quantity. Supply one of them; what is unknown does not count as zero."
    )
  }

  static func unknownValue(_ delivery: Procurement.Delivery) -> Self {
    Self(
      code: .unknownTotal,
      description: "The total is not known: there is no value of \(delivery.place). Supply what "
        + "was paid or the contract's price; what is unknown does not count as zero."
    )
  }

  static func unknownOtherwise(_ delivery: Procurement.Delivery) -> Self {
    Self(
      code: .unknownTotal,
      description: "The gain is not known: there is no other price for \(delivery.place). Supply "
        + "what a unit would have brought, zero where nobody would have bought it."
    )
  }
}
