public import BenefitBinding

/// A record that traces every sale to the households that the produce came from.
///
/// Lots are collected from households and sold in parcels, in any mixture; every fen of revenue is
/// traced back to the households by the quantities in it, and what is traced adds up to the sales.
///
/// ```swift
/// let trace = try Traceability(
///   lots: [
///     .init("L1", from: "DLT-01", "600 eggs"),
///     .init("L2", from: "DLT-02", "300 eggs"),
///   ],
///   sales: [
///     .init("S1", for: .yuan(750), [.init("L1", "400 eggs"), .init("L2", "100 eggs")])
///   ])
/// print(trace.revenue)                       // 750.00
/// print(trace.parcels(of: "S1")[0].revenue)  // 600.00
/// ```
public struct Traceability: Hashable, Codable, Sendable {
  /// Produce collected from one household at one time.
  public struct Lot: Hashable, Codable, Sendable, Identifiable {
    /// The lot's id.
    public let id: String
    /// The household that delivered the lot.
    public let household: Household.ID
    /// The quantity of the lot.
    public let quantity: Quantity

    /// Records a lot.
    public init(_ id: String, from household: Household.ID, _ quantity: Quantity) {
      self.id = id
      self.household = household
      self.quantity = quantity
    }

    /// The places that an error of the lot's household names.
    var places: [BenefitError.Place] { [.lot(id), .household(household)] }
  }

  /// Part of a lot that went into a sale.
  public struct Parcel: Hashable, Codable, Sendable {
    /// The lot it was taken from.
    public let lot: Lot.ID
    /// The quantity taken from the lot.
    public let quantity: Quantity

    /// Records a parcel.
    public init(_ lot: Lot.ID, _ quantity: Quantity) {
      self.lot = lot
      self.quantity = quantity
    }
  }

  /// One sale on the platform.
  public struct Sale: Hashable, Codable, Sendable, Identifiable {
    /// The sale's id.
    public let id: String
    /// The money that the buyer paid.
    public let revenue: Money
    /// The parcels that were sold.
    public let parcels: [Parcel]

    /// Records a sale.
    public init(_ id: String, for revenue: Money, _ parcels: [Parcel]) {
      self.id = id
      self.revenue = revenue
      self.parcels = parcels
    }
  }

  /// The lots in the order given.
  public let lots: [Lot]

  /// The sales in the order given.
  public let sales: [Sale]

  /// The position of each lot.
  let positions: [Lot.ID: Int]

  /// The part of each sale's revenue that each of its parcels brought.
  let parts: [[Money]]

  /// The quantity left of each lot, in thousandths.
  let unsold: [Int64]

  /// Records what was collected and sold.
  ///
  /// - Throws: `BenefitError` where an id stands twice, a parcel comes from no known lot or
  ///   takes more than is left of it, a quantity is not above zero, units differ, a sale sells nothing
  ///   or is below zero, or all together is more than can be kept exactly.
  public init(lots: [Lot], sales: [Sale]) throws(BenefitError) {
    var positions: [Lot.ID: Int] = [:]
    for (position, lot) in lots.enumerated() {
      try Self.check(lot.quantity, in: lots[0].quantity.unit, at: .lot(lot.id))
      guard positions.updateValue(position, forKey: lot.id) == nil else {
        throw .duplicateID("lot", lot.id)
      }
    }

    var (collected, earned) = (0 as Int64, 0 as Int64)
    for lot in lots { try collected.add(Int128(lot.quantity.thousandths), at: [.lot(lot.id)]) }
    for sale in sales { try earned.add(Int128(sale.revenue.fen), at: [.sale(sale.id)]) }

    var unsold = lots.map(\.quantity.thousandths)
    var seen: Set<Sale.ID> = []
    var parts: [[Money]] = []
    for sale in sales {
      guard seen.insert(sale.id).inserted else { throw .duplicateID("sale", sale.id) }
      parts.append(try Self.trace(sale, lots, positions, &unsold))
    }
    self.lots = lots
    self.sales = sales
    self.positions = positions
    self.parts = parts
    self.unsold = unsold
  }

  /// Takes a sale's parcels from their lots and shares its revenue among them by quantity.
  private static func trace(
    _ sale: Sale,
    _ lots: [Lot],
    _ positions: [Lot.ID: Int],
    _ unsold: inout [Int64]
  ) throws(BenefitError) -> [Money] {
    guard sale.revenue >= .zero else {
      throw BenefitError(
        .negative,
        at: .sale(sale.id),
        found: Phrase(en: "it brought \(sale.revenue).", zh: "销售款为 \(sale.revenue)。"),
        advice: Phrase(
          en: "A sale brings zero or more; record a return by leaving its parcels out.",
          zh: "销售款不得低于零；退货的，请删去相应的货品。"
        )
      )
    }
    guard !sale.parcels.isEmpty else {
      throw BenefitError(
        .missing,
        at: .sale(sale.id),
        found: Phrase(en: "it has no parcel.", zh: "没有列出货品。"),
        advice: Phrase(en: "Name what was sold.", zh: "请列出所售货品。")
      )
    }
    for parcel in sale.parcels {
      guard let position = positions[parcel.lot] else {
        throw BenefitError(
          .unknownName,
          at: .sale(sale.id),
          .lot(parcel.lot),
          found: Phrase(en: "it was not collected.", zh: "该批次没有收购记录。"),
          advice: Phrase(en: "List the lot, or correct its id.", zh: "请补登该批次，或改正编号。")
        )
      }
      let lot = lots[position]
      try check(parcel.quantity, in: lot.quantity.unit, at: .sale(sale.id), .lot(lot.id))
      guard parcel.quantity.thousandths <= unsold[position] else {
        let left = Quantity(thousandths: unsold[position], lot.quantity.unit)
        let taken = parcel.quantity.words(in: .simplifiedChinese)
        throw BenefitError(
          .notEnough,
          at: .sale(sale.id),
          .lot(lot.id),
          found: Phrase(
            en: "it takes \(parcel.quantity), of which only \(left) are left.",
            zh: "取用 \(taken)，而只剩 \(left.words(in: .simplifiedChinese))。"
          ),
          advice: Phrase(
            en: "Correct the quantity, or list what was collected.",
            zh: "请改正数量，或补登收购数量。"
          )
        )
      }
      unsold[position] -= parcel.quantity.thousandths
    }
    do {
      let weights = sale.parcels.map(\.quantity.thousandths)
      return try Apportionment.exact.parts(of: sale.revenue, by: weights).parts
    } catch {
      throw error.within(.sale(sale.id))
    }
  }
}

extension Traceability: StoredInParts {
  package enum CodingKeys: CodingKey { case lots, sales }

  /// Decodes lots and sales and traces them anew.
  ///
  /// - Throws: `DecodingError` with the text of the `BenefitError`.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(lots: parts[.lots], sales: parts[.sales])
  }
}
