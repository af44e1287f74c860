/// Which household's produce every sale came from.
///
/// Lots are collected from households and sold in parcels, in any mixture; every fen of revenue is
/// traced back to the households by the quantities in it, and what is traced adds up to the sales.
///
/// ```swift
/// let trace = try Traceability(
///   lots: [
///     .init("L1", from: "DLT-01", "600 egg"),
///     .init("L2", from: "DLT-02", "300 egg"),
///   ],
///   sales: [
///     .init("S1", for: .yuan(750), [.init("L1", "400 egg"), .init("L2", "100 egg")])
///   ])
/// print(trace.revenue)                       // 750.00
/// print(trace.parcels(of: "S1")[0].revenue)  // 600.00
/// ```
public struct Traceability: Hashable, Codable, Sendable {
  /// Produce collected from one household at one time.
  public struct Lot: Hashable, Codable, Sendable, Identifiable {
    /// The lot's mark.
    public let id: String
    /// Who delivered it.
    public let household: Household.ID
    /// How much.
    public let quantity: Quantity

    /// Records a lot.
    public init(_ id: String, from household: Household.ID, _ quantity: Quantity) {
      self.id = id
      self.household = household
      self.quantity = quantity
    }
  }

  /// Part of a lot that went into a sale.
  public struct Parcel: Hashable, Codable, Sendable {
    /// The lot it was taken from.
    public let lot: Lot.ID
    /// How much of it.
    public let quantity: Quantity

    /// Records a parcel.
    public init(_ lot: Lot.ID, _ quantity: Quantity) {
      self.lot = lot
      self.quantity = quantity
    }
  }

  /// One sale on the platform.
  public struct Sale: Hashable, Codable, Sendable, Identifiable {
    /// The sale's mark.
    public let id: String
    /// What the buyer paid.
    public let revenue: Money
    /// What was sold.
    public let parcels: [Parcel]

    /// Records a sale.
    public init(_ id: String, for revenue: Money, _ parcels: [Parcel]) {
      self.id = id
      self.revenue = revenue
      self.parcels = parcels
    }
  }

  /// A parcel with the household and the money it is traced to.
  public struct TracedParcel: Hashable, Encodable, Sendable {
    /// The lot.
    public let lot: Lot.ID
    /// Who delivered it.
    public let household: Household.ID
    /// How much of it was sold.
    public let quantity: Quantity
    /// Its part of the sale's revenue.
    public let revenue: Money
  }

  /// The lots in the order given.
  public let lots: [Lot]

  /// The sales in the order given.
  public let sales: [Sale]

  /// The position of each lot.
  private let positions: [Lot.ID: Int]

  /// The parcels of each sale, traced.
  private let traced: [[TracedParcel]]

  /// What is left of each lot, in thousandths.
  private let unsold: [Int64]

  /// Records what was collected and sold.
  ///
  /// - Throws: ``TraceabilityError`` where a mark stands twice, a parcel comes from no known lot or
  ///   takes more than is left of it, a quantity is not above zero, units differ, a sale sells nothing
  ///   or is below zero, or all together is more than can be kept exactly.
  public init(lots: [Lot], sales: [Sale]) throws(TraceabilityError) {
    var positions: [Lot.ID: Int] = [:]
    for (position, lot) in lots.enumerated() {
      guard lot.quantity.thousandths > 0 else { throw .notAboveZero("lot", lot.id, lot.quantity) }
      guard lot.quantity.unit == lots[0].quantity.unit else {
        throw .unitsDiffer("lot", lot.id, lot.quantity, lots[0].quantity.unit)
      }
      guard positions.updateValue(position, forKey: lot.id) == nil else {
        throw .markTwice("lot", lot.id)
      }
    }

    var (collected, earned) = (0 as Int128, 0 as Int128)
    for lot in lots {
      collected += Int128(lot.quantity.thousandths)
      if collected > Int64.max { throw .tooMuch("All that was collected", "lot", lot.id) }
    }
    for sale in sales {
      earned += Int128(sale.revenue.fen)
      if earned > Int64.max { throw .tooMuch("What all sales brought", "sale", sale.id) }
    }

    var unsold = lots.map(\.quantity.thousandths)
    var seen: Set<Sale.ID> = []
    var traced: [[TracedParcel]] = []
    for sale in sales {
      guard seen.insert(sale.id).inserted else { throw .markTwice("sale", sale.id) }
      traced.append(try Self.trace(sale, lots, positions, &unsold))
    }
    self.lots = lots
    self.sales = sales
    self.positions = positions
    self.traced = traced
    self.unsold = unsold
  }

  /// Takes a sale's parcels from their lots and shares its revenue among them by quantity.
  private static func trace(
    _ sale: Sale,
    _ lots: [Lot],
    _ positions: [Lot.ID: Int],
    _ unsold: inout [Int64]
  ) throws(TraceabilityError) -> [TracedParcel] {
    guard sale.revenue >= .zero else { throw .negativeRevenue(sale.id, sale.revenue) }
    var sources: [Lot] = []
    for parcel in sale.parcels {
      guard let position = positions[parcel.lot] else { throw .unknownLot(sale.id, parcel.lot) }
      let lot = lots[position]
      guard parcel.quantity.thousandths > 0 else {
        throw .notAboveZero("sale", sale.id, parcel.quantity)
      }
      guard parcel.quantity.unit == lot.quantity.unit else {
        throw .unitsDiffer("sale", sale.id, parcel.quantity, lot.quantity.unit)
      }
      guard parcel.quantity.thousandths <= unsold[position] else {
        let left = Quantity(thousandths: unsold[position], lot.quantity.unit)
        throw .soldTwice(sale.id, parcel, left: left)
      }
      unsold[position] -= parcel.quantity.thousandths
      sources.append(lot)
    }
    let shared: Apportionment.Outcome
    do {
      shared = try Apportionment.exact.parts(
        of: sale.revenue,
        by: sale.parcels.map(\.quantity.thousandths)
      )
    } catch {
      throw .nothingSold(sale.id)
    }
    return zip(sources, zip(sale.parcels, shared.parts)).map { lot, sold in
      TracedParcel(
        lot: lot.id,
        household: lot.household,
        quantity: sold.0.quantity,
        revenue: sold.1
      )
    }
  }
}

// MARK: - Reading

extension Traceability {
  /// What all sales brought in.
  public var revenue: Money { sales.reduce(.zero) { $0 + $1.revenue } }

  /// The parcels of a sale with their households and money; none where there is no such sale.
  ///
  /// - Complexity: O(s) for s sales.
  public func parcels(of sale: Sale.ID) -> [TracedParcel] {
    sales.firstIndex { $0.id == sale }.map { traced[$0] } ?? []
  }

  /// What is left of a lot, or `nil` where there is no such lot.
  public func unsold(of lot: Lot.ID) -> Quantity? {
    positions[lot].map { Quantity(thousandths: unsold[$0], lots[$0].quantity.unit) }
  }

  /// The revenue traced to each household, in the register's order; it adds up to ``revenue``.
  ///
  /// - Throws: ``TraceabilityError`` where a lot came from a household the register does not hold.
  /// - Complexity: O(n + p log n) for n households and p parcels.
  public func revenue(for register: Register) throws(TraceabilityError) -> [Money] {
    var revenue = [Money](repeating: .zero, count: register.count)
    for parcel in traced.joined() {
      revenue[try row(of: parcel.household, parcel.lot, in: register)] += parcel.revenue
    }
    return revenue
  }

  /// What every household of a register delivered, by id and in a measure's unit.
  ///
  /// - Throws: ``TraceabilityError`` where a lot came from a household the register does not hold, or
  ///   is not counted in the unit.
  /// - Complexity: O(n + l log n) for n households and l lots.
  public func collected(
    in unit: Quantity.Unit,
    for register: Register
  ) throws(TraceabilityError) -> [Household.ID: Quantity] {
    var collected = [Quantity](repeating: Quantity(0, unit), count: register.count)
    for lot in lots {
      guard lot.quantity.unit == unit else {
        throw .unitsDiffer("lot", lot.id, lot.quantity, unit)
      }
      let row = try row(of: lot.household, lot.id, in: register)
      collected[row] = collected[row] + lot.quantity
    }
    return register.byID(collected)
  }

  private func row(
    of household: Household.ID,
    _ lot: Lot.ID,
    in register: Register
  ) throws(TraceabilityError) -> Int {
    guard let row = register.row(of: household) else { throw .unknownHousehold(lot, household) }
    return row
  }
}

extension Traceability {
  private enum CodingKeys: CodingKey { case lots, sales }

  /// Decodes lots and sales and traces them anew.
  ///
  /// - Throws: `DecodingError` with the text of the ``TraceabilityError``.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let lots = try container.decode([Lot].self, forKey: .lots)
    let sales = try container.decode([Sale].self, forKey: .sales)
    self = try container.checked(.sales) { () throws(TraceabilityError) in
      try Self(lots: lots, sales: sales)
    }
  }

  /// Encodes the lots and the sales; what is traced follows from them.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(lots, forKey: .lots)
    try container.encode(sales, forKey: .sales)
  }
}
