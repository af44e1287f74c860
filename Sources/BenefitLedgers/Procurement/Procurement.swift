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
          found: Phrase(en: "there is no such contract.", zh: "没有该合同。"),
          advice: Phrase(en: "List the contract, or correct its id.", zh: "请补登该合同，或改正编号。")
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
