public import BenefitBinding

extension Procurement {
  /// Returns the quantity in one unit that each household delivered, in the register's order.
  ///
  /// - Parameters:
  ///   - unit: The unit of a measure, such as `Measure.produceBought`.
  ///   - register: The households.
  /// - Returns: The quantities.
  /// - Throws: `BenefitError` where a delivery is from a household the register does not hold,
  ///   or is counted in another unit; see ``filter(_:)`` to keep one good.
  /// - Complexity: O(n + d log n) for n households and d deliveries.
  public func quantities(
    in unit: Quantity.Unit,
    for register: Register,
  ) throws(BenefitError) -> [Quantity] {
    var quantities = [Quantity](repeating: Quantity(0, unit), count: register.count)
    for delivery in deliveries {
      guard delivery.quantity.unit == unit else {
        throw BenefitError(
          .wrongUnit,
          found: Phrase(
            en: "\(delivery.quantity) is not counted in \(unit).",
            zh: "\(delivery.quantity.words(in: .simplifiedChinese))不是以\(unit.chinese)计量。"
          ),
          advice: Phrase(
            en: "Keep the contracts of one good, or ask for its unit.",
            zh: "请只保留一种产品的合同，或按其单位查询。"
          )
        )
        .within(delivery.places)
      }
      let row = try register.row(of: delivery.household, at: delivery.places)
      quantities[row] = quantities[row] + delivery.quantity
    }
    return quantities
  }

  /// Returns the sales of each household, in the register's order; they add up to
  /// ``sales()``.
  ///
  /// - Parameter register: The households.
  /// - Returns: The sales.
  /// - Throws: `BenefitError` where a delivery is from a household the register does not hold,
  ///   or its value is not known.
  /// - Complexity: O(n + d log n) for n households and d deliveries.
  public func sales(for register: Register) throws(BenefitError) -> [Money] {
    try amounts(of: register, value(of:))
  }

  /// Returns the money each household would have had without the contracts, in the register's
  /// order.
  ///
  /// - Parameter register: The households.
  /// - Returns: What the same produce would have brought.
  /// - Throws: `BenefitError` where a delivery is from a household the register does not hold,
  ///   or what it would have brought otherwise is not known.
  /// - Complexity: O(n + d log n) for n households and d deliveries.
  public func otherwise(for register: Register) throws(BenefitError) -> [Money] {
    try amounts(of: register, otherwise(of:))
  }

  /// Returns the gain of each household, in the register's order; the gains add up to
  /// ``gain()``.
  ///
  /// - Parameter register: The households.
  /// - Returns: Sales less what the same produce would have brought.
  /// - Throws: `BenefitError` as ``sales(for:)`` and ``otherwise(for:)`` do.
  /// - Complexity: O(n + d log n) for n households and d deliveries.
  public func gains(for register: Register) throws(BenefitError) -> [Money] {
    try amounts(of: register, gain(of:))
  }

  private func amounts(
    of register: Register,
    _ amount: (Delivery) throws(BenefitError) -> Money
  ) throws(BenefitError) -> [Money] {
    var amounts = [Money](repeating: .zero, count: register.count)
    for delivery in deliveries {
      let row = try register.row(of: delivery.household, at: delivery.places)
      amounts[row] += try amount(delivery)
    }
    return amounts
  }
}

extension Register {
  /// The row of the household of an entry in a ledger.
  ///
  /// - Parameters:
  ///   - household: The household's id.
  ///   - places: The places that an error of the entry names, the household among them.
  /// - Returns: The row.
  /// - Throws: `BenefitError` where the register does not hold the household.
  func row(
    of household: Household.ID,
    at places: [BenefitError.Place]
  ) throws(BenefitError) -> Int {
    guard let row = row(of: household) else {
      throw BenefitError(
        .unknownHousehold,
        found: Phrase(en: "the register does not hold the household.", zh: "名册中没有该户。"),
        advice: Phrase(
          en: "Correct its id, or add the household.",
          zh: "请改正编号，或将该户列入名册。"
        )
      )
      .within(places)
    }
    return row
  }
}
