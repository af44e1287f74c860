public import BenefitBinding

extension MinimumAllowance {
  /// The result of a gain for a household: the allowances before and after it, and what is left of it.
  ///
  /// A `net` below zero leaves the household worse off for its gain: it passed a notch.
  public typealias Change = (gain: Money, before: Money, after: Money, net: Money)

  /// Returns the net result of a gain for a household, after the allowance that the gain costs.
  ///
  /// ```swift
  /// let steps = try MinimumAllowance(steps: [(below: .yuan(4_000), .yuan(1_500))])
  /// print(try steps.change(income: .yuan(11_700), persons: 3, gain: .yuan(600)).net)    // -3,900.00
  /// ```
  ///
  /// - Parameters:
  ///   - income: The household's income without the gain and the allowance.
  ///   - persons: Its members.
  ///   - gain: What it gains.
  /// - Returns: The allowances before and after.
  /// - Throws: `BenefitError` where an allowance, or the income or the gain with it, cannot be kept
  ///   in 64 bits of fen.
  /// - Precondition: There is at least one member.
  public func change(
    income: Money,
    persons: Int,
    gain: Money
  ) throws(BenefitError) -> Change {
    let (sum, overflowed) = income.fen.addingReportingOverflow(gain.fen)
    guard !overflowed else { throw tooLarge(income, persons, gain: gain) }
    let before = try amount(income: income, persons: persons)
    let after = try amount(income: Money(fen: sum), persons: persons)
    // Neither allowance is below zero, so their difference fits.
    let (net, isTooLarge) = gain.fen.subtractingReportingOverflow((before - after).fen)
    guard !isTooLarge else { throw tooLarge(income, persons, gain: gain) }
    return (gain, before, after, Money(fen: net))
  }

  /// Returns the net result of a settlement for every household, in the order of its register.
  ///
  /// Baseline incomes are taken to be without the allowance, and net gains as if they were paid.
  ///
  /// - Throws: `BenefitError` where a household's allowance, or its income or gain with it, cannot be
  ///   kept in 64 bits of fen.
  /// - Complexity: O(n) for n households.
  public func changes(in settlement: Settlement) throws(BenefitError) -> [Change] {
    try settlement.register.indices.map { (row) throws(BenefitError) in
      do throws(BenefitError) {
        return try change(
          income: Money(fen: settlement.register.baselineIncomes[row]),
          persons: Int(settlement.register.persons[row]),
          gain: settlement.net(at: row)
        )
      } catch {
        throw error.within(.household(settlement.register.ids[row]))
      }
    }
  }

  /// The incomes at which a household of some size loses allowance all at once, in rising order, and the drop that it
  /// would have to gain to be no worse off.
  ///
  /// A top-up has none: it falls by no more than the income rises, if it is rounded to the fen.
  ///
  /// - Throws: `BenefitError` where a limit or an allowance for so many persons cannot be kept in 64
  ///   bits of fen.
  /// - Precondition: There is at least one person.
  public func notches(persons: Int) throws(BenefitError) -> [(income: Money, drop: Money)] {
    guard case .steps(let steps) = rule else { return [] }
    var notches: [(income: Money, drop: Money)] = []
    for step in steps {
      let (limit, overflowed) = step.limit.fen.multipliedReportingOverflow(by: Int64(persons))
      guard !overflowed, limit > .min else {
        throw BenefitError(
          .overflow,
          found: Phrase(
            en:
              "The step below \(step.limit) a person is, for \(persons) persons, more than 64 "
              + "bits can hold.",
            zh: "人均低于 \(step.limit) 一档，\(persons) 人合计超出 64 位。"
          ),
          advice: Phrase(en: "Give a smaller limit.", zh: "请填写较小的限额。")
        )
      }
      let income = Money(fen: limit)
      let drop =
        try amount(income: income - Money(fen: 1), persons: persons)
        - amount(income: income, persons: persons)
      if drop > .zero { notches.append((income, drop)) }
    }
    return notches
  }
}
