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
  /// - Throws: ``ProcurementError`` where a mark stands twice, a contract lacks a buyer or a seller or
  ///   names one twice, a delivery is under no known contract, before its signing or through nobody
  ///   who signed it, a quantity or a signed value is not above zero, a price or a delivery's value is
  ///   below zero, units differ, or a sum is too large to be kept exactly.
  /// - Complexity: O(c + d) for c contracts and d deliveries, on average.
  public init(
    contracts: [Contract],
    deliveries: [Delivery] = []
  ) throws(ProcurementError) {
    var positions: [Contract.ID: Int] = [:]
    for (position, contract) in contracts.enumerated() {
      try Self.check(contract)
      guard positions.updateValue(position, forKey: contract.id) == nil else {
        throw .markTwice(contract.id)
      }
    }
    var sums = Sums()
    for contract in contracts { try sums.add(contract) }
    for delivery in deliveries {
      guard let position = positions[delivery.contract] else { throw .unknownContract(delivery) }
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

  private static func check(_ contract: Contract) throws(ProcurementError) {
    guard !contract.buyers.isEmpty else { throw .noParty(contract, "buyer") }
    guard !contract.sellers.isEmpty else { throw .noParty(contract, "seller") }
    var seen: Set<String> = []
    for party in contract.buyers + contract.sellers {
      guard seen.insert(party).inserted else { throw .partyTwice(contract, party) }
    }
    let place = "contract \"\(contract.id)\""
    if let quantity = contract.signedQuantity {
      guard quantity.thousandths > 0 else { throw .notAboveZero("\(quantity)", place) }
      guard quantity.unit == contract.good.unit else {
        throw .unitsDiffer(quantity, place, contract.good)
      }
    }
    if let value = contract.statedValue, value <= .zero { throw .notAboveZero("\(value)", place) }
    if let price = contract.price, price < .zero { throw .belowZero(price, place) }
  }

  private static func check(
    _ delivery: Delivery,
    under contract: Contract
  ) throws(ProcurementError) {
    guard delivery.day >= contract.day else { throw .beforeSigning(delivery, contract.day) }
    let seller = delivery.seller ?? delivery.household
    guard contract.sellers.contains(seller) else { throw .noSeller(delivery, contract) }
    let quantity = delivery.quantity
    guard quantity.thousandths > 0 else { throw .notAboveZero("\(quantity)", delivery.place) }
    guard quantity.unit == contract.good.unit else {
      throw .unitsDiffer(quantity, delivery.place, contract.good)
    }
    for amount in [delivery.statedValue, delivery.otherwise] {
      if let amount, amount < .zero { throw .belowZero(amount, delivery.place) }
    }
  }
}

/// Sums over a whole ledger, so that no reading of a part of it can be too large.
private struct Sums {
  private var signed: Int64 = 0
  private var sold: Int64 = 0
  private var agreed: Int64 = 0
  private var otherwise: Int64 = 0
  private var quantity: Int64 = 0

  mutating func add(_ contract: Procurement.Contract) throws(ProcurementError) {
    let place = "contract \"\(contract.id)\""
    try Self.add(contract.exactValue, to: &signed, place)
  }

  mutating func add(
    _ delivery: Procurement.Delivery,
    under contract: Procurement.Contract
  ) throws(ProcurementError) {
    try Self.add(delivery.exactValue(under: contract), to: &sold, delivery.place)
    try Self.add(delivery.agreedValue(under: contract), to: &agreed, delivery.place)
    try Self.add(delivery.exactOtherwise, to: &otherwise, delivery.place)
    try Self.add(Int128(delivery.quantity.thousandths), to: &quantity, delivery.place)
  }

  private static func add(
    _ amount: Int128?,
    to sum: inout Int64,
    _ place: String
  ) throws(ProcurementError) {
    guard let new = Int64(exactly: Int128(sum) + (amount ?? 0)) else { throw .tooLarge(place) }
    sum = new
  }
}

extension Procurement: Codable {
  private enum CodingKeys: CodingKey { case contracts, deliveries }

  /// Decodes contracts and deliveries and checks them as ``init(contracts:deliveries:)`` does.
  ///
  /// - Throws: `DecodingError` with the text of the ``ProcurementError``.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let contracts = try container.decode([Contract].self, forKey: .contracts)
    let deliveries = try container.decode([Delivery].self, forKey: .deliveries)
    self = try container.checked(.deliveries) { () throws(ProcurementError) in
      try Self(contracts: contracts, deliveries: deliveries)
    }
  }

  /// Encodes the contracts and the deliveries in the order given.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(contracts, forKey: .contracts)
    try container.encode(deliveries, forKey: .deliveries)
  }
}
