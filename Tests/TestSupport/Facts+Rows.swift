package import BenefitBinding

extension Facts {
  /// Gives an amount of money row by row of a register.
  package mutating func set(_ fact: MoneyFact, rows: [Money], of register: Register) {
    set(fact, byHousehold: register.byID(rows))
  }

  /// Gives a quantity row by row of a register.
  package mutating func set(_ measure: Measure, rows: [Quantity], of register: Register) {
    set(measure, byHousehold: register.byID(rows))
  }
}

extension Register {
  /// Values by household, row by row.
  package func rows<Value>(_ values: [Household.ID: Value]) -> [Value] {
    compactMap { values[$0.id] }
  }
}
