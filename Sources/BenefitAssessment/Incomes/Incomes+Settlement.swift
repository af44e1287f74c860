public import BenefitBinding

extension Incomes {
  /// The baseline incomes of a register, with an amount more for each household where amounts are given, such as
  /// what was paid and not only owed.
  ///
  /// - Parameters:
  ///   - register: The households.
  ///   - amounts: The amount of each household, row by row.
  ///   - weights: The number of households that each one stands for where the register is a sample.
  ///   - currency: The currency of the incomes.
  /// - Throws: `BenefitError` where there is not one amount and one weight for each household, the
  ///   weights are none, or a sum is too large.
  /// - Complexity: As for ``init(_:persons:weights:in:)``.
  public init(
    _ register: Register,
    adding amounts: [Money]? = nil,
    weights: [Ratio]? = nil,
    in currency: Currency = .yuan
  ) throws(BenefitError) {
    var fen = register.baselineIncomes
    if let amounts {
      fen = try Self.sums(of: fen, and: Self.aligned(amounts, households: register.count))
    }
    try self.init(fen: fen, persons: register.persons, weights: weights, currency)
  }

  /// The incomes after a settlement: the baseline and the net gain, all of it as if it were paid.
  ///
  /// ```swift
  /// let before = try Incomes(settlement.register)
  /// let after = try Incomes(after: settlement)
  /// for index in PovertyIndex.standard {
  ///   let line = Money.yuan(3_335)
  ///   print(index.name, before.poverty(below: line)[index], after.poverty(below: line)[index])
  /// }
  /// let reached = after.rows(try settlement.rowsReached())
  /// print(reached[.gini])
  /// ```
  ///
  /// - Parameters:
  ///   - settlement: What every household gets, and its costs.
  ///   - weights: The number of households that each one stands for where the register is a sample.
  /// - Throws: `BenefitError` where an income or their sum is more than is kept exactly, or the
  ///   weights are none.
  /// - Complexity: As for ``init(_:persons:weights:in:)``.
  public init(after settlement: Settlement, weights: [Ratio]? = nil) throws(BenefitError) {
    try self.init(
      settlement.register,
      adding: settlement.register.indices.map { settlement.net(at: $0) },
      weights: weights,
      in: settlement.currency
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
    let gains = try gains(from: scheme)
    return gains.indices.filter { gains[$0].gross > .zero }
  }
}
