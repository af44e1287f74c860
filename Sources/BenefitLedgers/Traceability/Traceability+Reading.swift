public import BenefitBinding

extension Traceability {
  /// The revenue from all sales.
  public var revenue: Money { sales.reduce(.zero) { $0 + $1.revenue } }

  /// The parcels of a sale, each with the household that delivered the lot and its part of the revenue;
  /// none where there is no such sale.
  ///
  /// - Complexity: O(s) for s sales.
  public func parcels(
    of sale: Sale.ID
  ) -> [(lot: Lot.ID, household: Household.ID, quantity: Quantity, revenue: Money)] {
    guard let number = sales.firstIndex(where: { $0.id == sale }) else { return [] }
    return zip(sales[number].parcels, parts[number]).compactMap { parcel, revenue in
      lot(of: parcel).map { ($0.id, $0.household, parcel.quantity, revenue) }
    }
  }

  /// The lot of a parcel, which was checked to be there.
  private func lot(of parcel: Parcel) -> Lot? { positions[parcel.lot].map { lots[$0] } }

  /// Returns the quantity left of a lot, or `nil` if there is no such lot.
  public func unsold(of lot: Lot.ID) -> Quantity? {
    positions[lot].map { Quantity(thousandths: unsold[$0], lots[$0].quantity.unit) }
  }

  /// The revenue traced to each household, in the register's order; it adds up to ``revenue``.
  ///
  /// - Throws: `BenefitError` where a lot came from a household the register does not hold.
  /// - Complexity: O(n + p log n) for n households and p parcels.
  public func revenue(for register: Register) throws(BenefitError) -> [Money] {
    var revenue = [Money](repeating: .zero, count: register.count)
    for (parcel, part) in zip(sales.lazy.flatMap(\.parcels), parts.joined()) {
      guard let lot = lot(of: parcel) else { continue }
      revenue[try register.row(of: lot.household, at: lot.places)] += part
    }
    return revenue
  }

  /// Returns the quantity delivered by every household of a register, by id and in a measure's
  /// unit.
  ///
  /// - Throws: `BenefitError` where a lot came from a household the register does not hold, or
  ///   is not counted in the unit.
  /// - Complexity: O(n + l log n) for n households and l lots.
  public func collected(
    in unit: Quantity.Unit,
    for register: Register
  ) throws(BenefitError) -> [Household.ID: Quantity] {
    var collected = [Quantity](repeating: Quantity(0, unit), count: register.count)
    for lot in lots {
      guard lot.quantity.unit == unit else {
        throw Self.otherUnit(lot.quantity, unit).within(.lot(lot.id))
      }
      let row = try register.row(of: lot.household, at: lot.places)
      collected[row] = collected[row] + lot.quantity
    }
    return register.byID(collected)
  }
}
