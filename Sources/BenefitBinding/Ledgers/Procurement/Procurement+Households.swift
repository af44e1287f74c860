extension Procurement {
  /// Returns the quantity in one unit that each household delivered, in the register's order.
  ///
  /// - Parameters:
  ///   - unit: The unit of a measure, such as ``Measure/produceBought``.
  ///   - register: The households.
  ///   - period: The days to count, or `nil` for all.
  /// - Returns: The quantities.
  /// - Throws: ``BenefitError`` where a delivery is from a household the register does not hold,
  ///   or is counted in another unit; see ``filter(_:)`` to keep one good.
  /// - Complexity: O(n + d log n) for n households and d deliveries.
  public func quantities(
    in unit: Quantity.Unit,
    for register: Register,
    during period: Period? = nil
  ) throws(BenefitError) -> [Quantity] {
    var quantities = [Quantity](repeating: Quantity(0, unit), count: register.count)
    for delivery in deliveries(during: period) {
      guard delivery.quantity.unit == unit else {
        throw BenefitError(
          .wrongUnit,
          found: "\(delivery.quantity) is not counted in \(unit).",
          advice: "Keep the contracts of one good, or ask for its unit."
        )
        .within(delivery.places)
      }
      let row = try row(of: delivery, in: register)
      quantities[row] = quantities[row] + delivery.quantity
    }
    return quantities
  }

  /// Returns the sales of each household, in the register's order; they add up to
  /// ``sales(during:)``.
  ///
  /// - Parameters:
  ///   - register: The households.
  ///   - period: The days to count, or `nil` for all.
  /// - Returns: The sales.
  /// - Throws: ``BenefitError`` where a delivery is from a household the register does not hold,
  ///   or its value is not known.
  /// - Complexity: O(n + d log n) for n households and d deliveries.
  public func sales(
    for register: Register,
    during period: Period? = nil
  ) throws(BenefitError) -> [Money] {
    try amounts(register, period) { (delivery) throws(BenefitError) in
      try value(of: delivery)
    }
  }

  /// Returns the money each household would have had without the contracts, in the register's
  /// order.
  ///
  /// - Parameters:
  ///   - register: The households.
  ///   - period: The days to count, or `nil` for all.
  /// - Returns: What the same produce would have brought.
  /// - Throws: ``BenefitError`` where a delivery is from a household the register does not hold,
  ///   or what it would have brought otherwise is not known.
  /// - Complexity: O(n + d log n) for n households and d deliveries.
  public func otherwise(
    for register: Register,
    during period: Period? = nil
  ) throws(BenefitError) -> [Money] {
    try amounts(register, period) { (delivery) throws(BenefitError) in
      try otherwise(of: delivery)
    }
  }

  /// Returns the gain of each household, in the register's order; the gains add up to
  /// ``gain(during:)``.
  ///
  /// - Parameters:
  ///   - register: The households.
  ///   - period: The days to count, or `nil` for all.
  /// - Returns: Sales less what the same produce would have brought.
  /// - Throws: ``BenefitError`` as ``sales(for:during:)`` and ``otherwise(for:during:)`` do.
  /// - Complexity: O(n + d log n) for n households and d deliveries.
  public func gains(
    for register: Register,
    during period: Period? = nil
  ) throws(BenefitError) -> [Money] {
    try amounts(register, period) { (delivery) throws(BenefitError) in
      try value(of: delivery) - otherwise(of: delivery)
    }
  }

  /// The sales for each person of the register, rounded half up to the fen.
  ///
  /// Published figures "per person" are of this kind: sales, not income. For what households gain,
  /// see ``gainPerPerson(of:during:)``.
  ///
  /// - Parameters:
  ///   - register: The households over whose persons the sales are spread, sellers or not.
  ///   - period: The days to count, or `nil` for all.
  /// - Returns: The sales for each person.
  /// - Throws: ``BenefitError`` as ``sales(for:during:)`` does, and where the register has nobody.
  /// - Complexity: O(n + d log n) for n households and d deliveries.
  public func salesPerPerson(
    of register: Register,
    during period: Period? = nil
  ) throws(BenefitError) -> Money {
    try perPerson(try sales(for: register, during: period), register)
  }

  /// The gain for each person of the register, rounded half up to the fen.
  ///
  /// - Parameters:
  ///   - register: The households over whose persons the gain is spread, sellers or not.
  ///   - period: The days to count, or `nil` for all.
  /// - Returns: The gain for each person.
  /// - Throws: ``BenefitError`` as ``gains(for:during:)`` does, and where the register has nobody.
  /// - Complexity: O(n + d log n) for n households and d deliveries.
  public func gainPerPerson(
    of register: Register,
    during period: Period? = nil
  ) throws(BenefitError) -> Money {
    try perPerson(try gains(for: register, during: period), register)
  }

  private func perPerson(
    _ amounts: [Money],
    _ register: Register
  ) throws(BenefitError) -> Money {
    let persons = register.persons.reduce(0, +)
    guard persons > 0 else {
      throw BenefitError(
        .nobody,
        found: "The register has no person.",
        advice: "An amount for each of nobody has no value."
      )
    }
    return amounts.reduce(.zero, +).multiplied(by: Ratio(1, persons), rounding: .halfUp(to: .fen))
  }

  private func amounts(
    _ register: Register,
    _ period: Period?,
    _ amount: (Delivery) throws(BenefitError) -> Money
  ) throws(BenefitError) -> [Money] {
    var amounts = [Money](repeating: .zero, count: register.count)
    for delivery in deliveries(during: period) {
      amounts[try row(of: delivery, in: register)] += try amount(delivery)
    }
    return amounts
  }

  private func row(
    of delivery: Delivery,
    in register: Register
  ) throws(BenefitError) -> Int {
    guard let row = register.row(of: delivery.household) else {
      throw BenefitError(
        .unknownHousehold,
        found: "the register does not hold the household.",
        advice: "Correct its id, or add the household."
      )
      .within(delivery.places)
    }
    return row
  }
}
