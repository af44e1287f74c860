public import BenefitBinding

/// The net result of a gain for a household, after the allowance that the gain costs.
///
/// ```swift
/// let steps = try MinimumAllowance(.steps([.init(below: .yuan(4_000), .yuan(1_500))]))
/// let change = try steps.change(income: .yuan(11_700), persons: 3, gain: .yuan(600))
/// print(change.net, change.leavesWorseOff)    // -3,900.00 true
/// ```
public struct AllowanceChange: Hashable, Encodable, Sendable {
  /// The gain in income.
  public let gain: Money

  /// The allowance without the gain.
  public let before: Money

  /// The allowance with it.
  public let after: Money

  /// The allowance that the gain costs; below zero where the household gets more.
  public var lost: Money { before - after }

  /// The gain less the allowance that is lost.
  public var net: Money { gain - lost }

  /// True if the gain costs more allowance than it brings: the household passed a notch.
  public var leavesWorseOff: Bool { gain > .zero && net < .zero }

  /// The part of the gain that is lost, or `nil` where nothing is gained.
  public var withdrawn: Ratio? { gain > .zero ? lost.ratio(to: gain) : nil }
}

extension MinimumAllowance {
  /// An income at which a household loses allowance all at once.
  public struct Notch: Hashable, Encodable, Sendable {
    /// The household's income.
    public let income: Money
    /// The allowance that it loses there, which it would have to gain to be no worse off.
    public let drop: Money
  }

  /// Returns the net result of a gain for a household.
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
  ) throws(BenefitError) -> AllowanceChange {
    let (sum, overflowed) = income.fen.addingReportingOverflow(gain.fen)
    guard !overflowed else { throw tooLarge(income, persons, gain: gain) }
    let before = try amount(income: income, persons: persons)
    let after = try amount(income: Money(fen: sum), persons: persons)
    // Neither allowance is below zero, so their difference fits.
    guard !gain.fen.subtractingReportingOverflow((before - after).fen).overflow else {
      throw tooLarge(income, persons, gain: gain)
    }
    return AllowanceChange(gain: gain, before: before, after: after)
  }

  /// Returns the net result of a settlement for every household, in the order of its register.
  ///
  /// Baseline incomes are taken to be without the allowance, and net gains as if they were paid.
  ///
  /// - Throws: `BenefitError` where a household's allowance, or its income or gain with it, cannot be
  ///   kept in 64 bits of fen.
  /// - Complexity: O(n) for n households.
  public func changes(in settlement: Settlement) throws(BenefitError) -> [AllowanceChange] {
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

  /// The incomes at which a household of some size loses allowance all at once, in rising order.
  ///
  /// A top-up has none: it falls by no more than the income rises, if it is rounded to the fen.
  ///
  /// - Throws: `BenefitError` where a limit or an allowance for so many persons cannot be kept in 64
  ///   bits of fen.
  /// - Precondition: There is at least one person.
  public func notches(persons: Int) throws(BenefitError) -> [Notch] {
    guard case .steps(let steps) = rule else { return [] }
    var notches: [Notch] = []
    for step in steps {
      let (limit, overflowed) = step.limit.fen.multipliedReportingOverflow(by: Int64(persons))
      guard !overflowed, limit > .min else {
        throw BenefitError(
          .overflow,
          found:
            "The step below \(step.limit) yuan a person is, for \(persons) persons, more than 64 "
            + "bits of fen can hold.",
          advice: "Give a smaller limit."
        )
      }
      let income = Money(fen: limit)
      let drop =
        try amount(income: income - .fen(1), persons: persons)
        - amount(income: income, persons: persons)
      if drop > .zero { notches.append(Notch(income: income, drop: drop)) }
    }
    return notches
  }
}
