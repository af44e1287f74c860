public import BenefitBinding

extension Incomes {
  /// The Lorenz curve: the concentration curve of the incomes themselves.
  ///
  /// - Complexity: O(1).
  public var lorenz: ConcentrationCurve { ConcentrationCurve(self, ranking.fen) }

  /// Returns the spread of an amount, such as a benefit or a tax, over the households from poor to
  /// rich.
  ///
  /// - Parameter amounts: The amount of each household, row by row.
  /// - Returns: The curve.
  /// - Throws: `BenefitError` where there is not one amount for each household, or their magnitudes
  ///   add up to more than 64 bits of fen.
  /// - Complexity: O(n).
  public func concentration(
    of amounts: [Money]
  ) throws(BenefitError) -> ConcentrationCurve {
    ConcentrationCurve(self, ranking.pooled(try aligned(amounts)))
  }

  /// Returns the spread of an amount over the households from those with the least to those with
  /// the most of any variable, such as land, an income of another year or a score; equal ones are
  /// pooled.
  ///
  /// ```swift
  /// let land: [Ratio?] = register.map { household in
  ///   household.measures[.landArea].map { Ratio($0.thousandths, Int64(household.persons)) }
  /// }
  /// let grants = register.map { _ in Money.yuan(100) }
  /// let curve = try Incomes(register).concentration(of: grants, rankedBy: land)
  /// print(curve.index)
  /// ```
  ///
  /// - Parameters:
  ///   - amounts: The amount of each household, row by row.
  ///   - variable: The variable of each household, row by row, as it is compared: what a household
  ///     has is divided by its members beforehand where persons are to be ranked by their parts of
  ///     it.
  /// - Returns: The curve, with every person in the place of their household.
  /// - Throws: `BenefitError` where there is not one amount and one value for each household, a
  ///   value is missing or not a number, or the amounts' magnitudes add up to more than 64 bits of
  ///   fen.
  /// - Complexity: O(n log n).
  public func concentration<Variable: Comparable>(
    of amounts: [Money],
    rankedBy variable: [Variable?]
  ) throws(BenefitError) -> ConcentrationCurve {
    let amounts = try aligned(amounts)
    guard variable.count == fen.count else {
      let name = Phrase(en: "values to rank by", zh: "排序变量的值")
      throw .unequalColumns(name, variable.count, households: fen.count)
    }
    var values: [Variable] = []
    values.reserveCapacity(variable.count)
    for (row, value) in variable.enumerated() {
      // What is not a number is not equal to itself.
      guard let value, value == value else {
        throw BenefitError(
          .missing,
          at: .row(row + 1),
          found: Phrase(en: "the household has no value to rank it by.", zh: "该户没有排序变量的值。"),
          advice: Phrase(
            en: "Give one, or leave the household out of the incomes.",
            zh: "请填写，或从收入中删去该户。"
          )
        )
      }
      values.append(value)
    }
    let order = Ranking(by: values, fen, persons, weights)
    return ConcentrationCurve(self, ranking.pooled(amounts), by: order, order.pooled(amounts))
  }
}
