public import BenefitBinding

/// The ledger of procurement contracts: what was signed, what was delivered, and who is paid for it.
///
/// A contract has any number of buyers and sellers. What was signed and what was delivered are kept
/// apart, and so are what a household sold and what it gained by selling it here. An amount that
/// nobody stated is unknown, and so is every total it belongs to: reading one is an error that says
/// what is missing.
///
/// ```swift
/// let procurement = try Procurement(
///   contracts: [
///     .init(
///       "C1", on: "2021-03-01", buyers: ["Canteen", "Mine"], sellers: ["Herders' union"],
///       of: Good("dry mutton", in: .jin), signed: "300 jin", at: .yuan(117))
///   ],
///   deliveries: [
///     .init(
///       "C1", on: "2021-04-01", from: "OTG-01", through: "Herders' union", "100 jin",
///       otherwise: .yuan(90))
///   ])
/// print(try procurement.sales())    // 11,700.00
/// print(try procurement.gain())     // 2,700.00
/// ```
///
/// A value that is not stated is price × quantity, rounded half up to the fen.
///
/// Source: 消费帮扶 in Ordos, 2020-2022 (machine translation "Consumption assistance to break the rural
/// revitalization"), where 42 contracts have 62 firms and totals are given without their digits.
public struct Procurement: Hashable, Sendable {
  /// The contracts in the order given.
  public let contracts: [Contract]

  /// The deliveries in the order given.
  public let deliveries: [Delivery]

  /// The position of each contract.
  let positions: [Contract.ID: Int]

  /// Records contracts and what was delivered under them.
  ///
  /// - Throws: `BenefitError` where an id stands twice, a contract lacks a buyer or a seller or
  ///   names one twice, a delivery is under no known contract, before its signing or through nobody
  ///   who signed it, a quantity or a signed value is not above zero, a price or a delivery's value is
  ///   below zero, units differ, or a sum is too large to be kept exactly.
  /// - Complexity: O(c + d) for c contracts and d deliveries, on average.
  public init(
    contracts: [Contract],
    deliveries: [Delivery] = []
  ) throws(BenefitError) {
    var positions: [Contract.ID: Int] = [:]
    for (position, contract) in contracts.enumerated() {
      try Self.check(contract)
      guard positions.updateValue(position, forKey: contract.id) == nil else {
        throw .duplicateID("contract", contract.id)
      }
    }
    var sums = Sums()
    for contract in contracts { try sums.add(contract) }
    for delivery in deliveries {
      guard let position = positions[delivery.contract] else {
        throw BenefitError(
          .unknownName,
          found: "there is no such contract.",
          advice: "List the contract, or correct its id."
        )
        .within(delivery.places)
      }
      try Self.check(delivery, under: contracts[position])
      try sums.add(delivery, under: contracts[position])
    }
    self.contracts = contracts
    self.deliveries = deliveries
    self.positions = positions
  }

  /// Keeps part of a ledger that was checked before.
  init(kept contracts: [Contract], _ deliveries: [Delivery]) {
    self.contracts = contracts
    self.deliveries = deliveries
    positions = Dictionary(uniqueKeysWithValues: zip(contracts.map(\.id), 0...))
  }

  private static func check(_ contract: Contract) throws(BenefitError) {
    let place = BenefitError.Place.contract(contract.id)
    for (part, parties) in [("buyer", contract.buyers), ("seller", contract.sellers)]
    where parties.isEmpty {
      throw BenefitError(
        .missing,
        at: place,
        found: "it has no \(part).",
        advice: "Name at least one."
      )
    }
    var seen: Set<String> = []
    for party in contract.buyers + contract.sellers where !seen.insert(party).inserted {
      throw BenefitError(
        .duplicate,
        at: place,
        found: "it names \"\(party)\" twice among its buyers and sellers.",
        advice: "Name each once."
      )
    }
    if let quantity = contract.signedQuantity {
      try check(quantity, of: contract.good, at: [place])
    }
    if let value = contract.statedValue, value <= .zero {
      throw .notAboveZero("\(value)").within(place)
    }
    if let price = contract.price { try check(price, at: [place]) }
  }

  private static func check(
    _ delivery: Delivery,
    under contract: Contract
  ) throws(BenefitError) {
    guard delivery.day >= contract.day else {
      throw BenefitError(
        .outOfOrder,
        found: "the contract was signed later, on \(contract.day).",
        advice: "Correct one of the days."
      )
      .within(delivery.places)
    }
    let seller = delivery.seller ?? delivery.household
    guard contract.sellers.contains(seller) else {
      throw BenefitError(
        .unknownName,
        found: "\"\(seller)\" is no seller of the contract, only "
          + "\(contract.sellers.joined(separator: ", ")).",
        advice: "Name the one who signed for the household."
      )
      .within(delivery.places)
    }
    try check(delivery.quantity, of: contract.good, at: delivery.places)
    for amount in [delivery.statedValue, delivery.otherwise].compactMap(\.self) {
      try check(amount, at: delivery.places)
    }
  }

  private static func check(
    _ quantity: Quantity,
    of good: Good,
    at places: [BenefitError.Place]
  ) throws(BenefitError) {
    guard quantity.thousandths > 0 else { throw .notAboveZero("\(quantity)").within(places) }
    guard quantity.unit == good.unit else {
      throw BenefitError(
        .wrongUnit,
        found: "\(quantity) is not counted in \(good.unit), as \(good) is.",
        advice: "Give it in \(good.unit)."
      )
      .within(places)
    }
  }

  private static func check(
    _ amount: Money,
    at places: [BenefitError.Place]
  ) throws(BenefitError) {
    guard amount >= .zero else {
      throw BenefitError(
        .negative,
        found: "\(amount) is below zero.",
        advice: "A price or a payment is zero or more."
      )
      .within(places)
    }
  }
}

extension BenefitError {
  /// The error of a figure that a contract, a delivery or a report states and that is not above zero.
  static func notAboveZero(_ figure: String) -> Self {
    Self(
      .notPositive,
      found: "\(figure) is not above zero.",
      advice: "Leave out what is not known."
    )
  }
}

/// Sums over a whole ledger, so that no reading of a part of it can be too large.
private struct Sums {
  private var signed: Int64 = 0
  private var sold: Int64 = 0
  private var agreed: Int64 = 0
  private var otherwise: Int64 = 0
  private var quantity: Int64 = 0

  mutating func add(_ contract: Procurement.Contract) throws(BenefitError) {
    try signed.add(contract.exactValue ?? 0, at: [.contract(contract.id)])
  }

  mutating func add(
    _ delivery: Procurement.Delivery,
    under contract: Procurement.Contract
  ) throws(BenefitError) {
    let places = delivery.places
    try sold.add(delivery.exactValue(under: contract) ?? 0, at: places)
    try agreed.add(delivery.agreedValue(under: contract) ?? 0, at: places)
    try otherwise.add(delivery.exactOtherwise ?? 0, at: places)
    try quantity.add(Int128(delivery.quantity.thousandths), at: places)
  }
}

extension Int64 {
  /// Adds an amount to a sum over a ledger.
  ///
  /// - Throws: `BenefitError` at the places of the amount where the sum is too large to be kept.
  mutating func add(
    _ amount: Int128,
    at places: [BenefitError.Place]
  ) throws(BenefitError) {
    guard let sum = Int64(exactly: Int128(self) + amount) else {
      throw BenefitError(
        .overflow,
        found: "a sum up to it is too large to be kept exactly in 64 bits.",
        advice: "Record it in several ledgers."
      )
      .within(places)
    }
    self = sum
  }
}

extension Procurement: Codable, StoredInParts {
  package enum CodingKeys: CodingKey { case contracts, deliveries }

  /// Decodes contracts and deliveries and checks them as ``init(contracts:deliveries:)`` does.
  ///
  /// - Throws: `DecodingError` with the text of the `BenefitError`.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(contracts: parts[.contracts], deliveries: parts[.deliveries])
  }
}
