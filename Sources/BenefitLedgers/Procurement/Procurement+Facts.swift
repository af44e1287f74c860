public import BenefitBinding

extension Procurement {
  /// The facts from which `ConsumptionAssistance` settles what was delivered.
  ///
  /// They are the quantity of each household under a measure and, where all of them are known,
  /// `MoneyFact.procurementSales` and `MoneyFact.procurementOtherwise`. What is unknown is not
  /// stated, so terms that need it cannot be settled.
  ///
  /// ```swift
  /// let mutton = procurement.filter { $0.good == Good("dry mutton", in: .jin) }
  /// var season = Season(2021)
  /// season["Dry mutton"] = try mutton.during(.year(2021)).facts(for: register)
  /// let terms = ConsumptionAssistance(name: "Dry mutton", price: .yuan(117))
  /// let settlement = try terms.settle(season, for: register)
  /// ```
  ///
  /// - Parameters:
  ///   - register: The households.
  ///   - measure: The measure that the terms take what was bought from.
  /// - Returns: The facts, to be stated under the scheme's name.
  /// - Throws: `BenefitError` where a delivery is from a household the register does not hold,
  ///   or is not counted in the measure's unit; see ``filter(_:)`` to keep one good.
  /// - Complexity: O(n + d log n) for n households and d deliveries.
  public func facts(
    for register: Register,
    as measure: Measure = .produceBought
  ) throws(BenefitError) -> Facts {
    var facts = Facts()
    let bought = try quantities(in: measure.unit, for: register)
    facts.set(measure, NamedColumn(bought, of: register))
    if deliveries.allSatisfy({ knownValue(of: $0) != nil }) {
      let sales = try sales(for: register)
      facts.set(.procurementSales, NamedColumn(sales, of: register))
    }
    if deliveries.allSatisfy({ $0.otherwise != nil }) {
      let otherwise = try otherwise(for: register)
      facts.set(.procurementOtherwise, NamedColumn(otherwise, of: register))
    }
    return facts
  }
}
