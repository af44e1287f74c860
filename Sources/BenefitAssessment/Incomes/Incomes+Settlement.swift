public import BenefitBinding

extension Incomes {
  /// The baseline incomes of a register.
  ///
  /// - Throws: `BenefitError` where they add up to more than is kept exactly.
  /// - Complexity: As for ``init(_:persons:)``.
  public init(_ register: Register) throws(BenefitError) {
    try self.init(fen: register.baselineIncomes, persons: register.persons)
  }

  /// The baseline incomes of a register with an amount more for each household, such as what was
  /// paid and not only owed.
  ///
  /// - Parameters:
  ///   - register: The households.
  ///   - amounts: The amount of each household, row by row.
  /// - Throws: `BenefitError` where there is not one amount for each household, or a sum is too
  ///   large.
  /// - Complexity: As for ``init(_:persons:)``.
  public init(
    _ register: Register,
    adding amounts: [Money]
  ) throws(BenefitError) {
    let amounts = try Self.aligned(amounts, households: register.count)
    try self.init(
      fen: try Self.sums(of: register.baselineIncomes, and: amounts),
      persons: register.persons
    )
  }

  /// The incomes before a settlement: the baseline alone.
  ///
  /// - Throws: `BenefitError` where they add up to more than is kept exactly.
  /// - Complexity: As for ``init(_:persons:)``.
  public init(before settlement: Settlement) throws(BenefitError) {
    try self.init(settlement.register)
  }

  /// The incomes after a settlement: the baseline and the net gain, all of it as if it were paid.
  ///
  /// ```swift
  /// let before = try Incomes(before: settlement)
  /// let after = try Incomes(after: settlement)
  /// for index in PovertyIndex.standard {
  ///   let line = Money.yuan(3_335)
  ///   print(index.name, before.poverty(below: line)[index], after.poverty(below: line)[index])
  /// }
  /// let reached = after.rows(try settlement.rowsReached())
  /// print(reached.inequality[.gini])
  /// ```
  ///
  /// - Throws: `BenefitError` where an income or their sum is more than is kept exactly.
  /// - Complexity: As for ``init(_:persons:)``.
  public init(after settlement: Settlement) throws(BenefitError) {
    try self.init(
      settlement.register,
      adding: settlement.register.indices.map { settlement.net(at: $0) }
    )
  }
}

extension Register {
  /// The rows of the households with one of some statuses, for a part of the population.
  ///
  /// - Complexity: O(n).
  public func rows(with wanted: Status...) -> [Int] {
    let isWanted = statuses.map(wanted.contains)
    return indices.filter { isWanted[Int(statusIndices[$0])] }
  }
}

extension Settlement {
  /// The rows of the households that have income from a scheme, or from any where none is named.
  ///
  /// - Throws: `BenefitError` that lists the schemes where none has the name.
  /// - Complexity: O(n · l) for n households and l lines.
  public func rowsReached(by scheme: String? = nil) throws(BenefitError) -> [Int] {
    guard let scheme else { return register.indices.filter { gross(at: $0) > .zero } }
    let incomes = try gross(of: scheme)
    return incomes.indices.filter { incomes[$0] > .zero }
  }
}
