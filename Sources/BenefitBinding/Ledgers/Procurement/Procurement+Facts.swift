extension Procurement {
  /// The facts from which ``ConsumptionAssistance`` settles what was delivered.
  ///
  /// They are the quantity of each household under a measure and, where all of them are known,
  /// ``MoneyFact/procurementSales`` and ``MoneyFact/procurementOtherwise``. What is unknown is not
  /// stated, so terms that need it cannot be settled.
  ///
  /// ```swift
  /// let mutton = procurement.filter { $0.good == Good("dry mutton", in: .jin) }
  /// var season = Season(2021)
  /// season["Dry mutton"] = try mutton.facts(for: register, during: .year(2021))
  /// let terms = ConsumptionAssistance(name: "Dry mutton", price: .yuan(117))
  /// let settlement = try terms.settle(season, for: register)
  /// ```
  ///
  /// - Parameters:
  ///   - register: The households.
  ///   - period: The days to count, or `nil` for all.
  ///   - measure: The measure that the terms take what was bought from.
  /// - Returns: The facts, to be stated under the scheme's name.
  /// - Throws: ``ProcurementError`` where a delivery is from a household the register does not hold,
  ///   or is not counted in the measure's unit; see ``filter(_:)`` to keep one good.
  /// - Complexity: O(n + d log n) for n households and d deliveries.
  public func facts(
    for register: Register,
    during period: Period? = nil,
    as measure: Measure = .produceBought
  ) throws(ProcurementError) -> Facts {
    var facts = Facts()
    facts.set(
      measure,
      HouseholdColumn(
        try quantities(in: measure.unit, for: register, during: period),
        of: register
      )
    )
    let counted = deliveries(during: period)
    if counted.allSatisfy({ knownValue(of: $0) != nil }) {
      let sales = try sales(for: register, during: period)
      facts.set(.procurementSales, HouseholdColumn(sales, of: register))
    }
    if counted.allSatisfy({ $0.otherwise != nil }) {
      let otherwise = try otherwise(for: register, during: period)
      facts.set(.procurementOtherwise, HouseholdColumn(otherwise, of: register))
    }
    return facts
  }
}

extension MoneyFact {
  /// What a household sold under procurement contracts.
  public static let procurementSales = Self("procurement sales")
  /// What the same produce would have brought otherwise.
  public static let procurementOtherwise = Self("procurement sales otherwise")
}

extension ConsumptionAssistance {
  /// Purchases at the values that a ``Procurement`` recorded, whatever its contracts' prices.
  ///
  /// It has the lines `sale` (business income) and `sale otherwise` (a cost) and settles from
  /// ``Procurement/facts(for:during:as:)``, to the fen that was paid.
  ///
  /// - Parameters:
  ///   - name: What the scheme is called.
  ///   - members: The households that take part; what others sold is left out.
  /// - Returns: The terms.
  public static func recorded(_ name: String, members: Condition = .always) -> Terms {
    Terms(name: name, members: members) {
      Payment("sale", each: .fact(.procurementSales), as: .business)
      Payment("sale otherwise", each: .fact(.procurementOtherwise), as: .cost)
    }
  }
}
