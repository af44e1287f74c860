/// What a gain leaves a household after the allowance that it costs.
///
/// ```swift
/// let steps = try MinimumAllowance(.steps([.init(below: .yuan(4_000), .yuan(1_500))]))
/// let change = steps.change(income: .yuan(11_700), persons: 3, gain: .yuan(600))
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
  ///
  /// - Precondition: It fits in 64 bits of fen.
  public var lost: Money { before - after }

  /// What is left of the gain.
  ///
  /// - Precondition: It fits in 64 bits of fen.
  public var net: Money { gain - lost }

  /// Whether the gain costs more allowance than it brings: the household passed a notch.
  public var leavesWorseOff: Bool { gain > .zero && net < .zero }

  /// The part of the gain that is lost, or `nil` where nothing is gained.
  public var withdrawn: Ratio? { gain > .zero ? lost.ratio(to: gain) : nil }
}

extension MinimumAllowance {
  /// An income at which a household loses allowance all at once.
  public struct Notch: Hashable, Encodable, Sendable {
    /// The household's income.
    public let income: Money
    /// What it loses there, and would have to gain to be no worse off.
    public let drop: Money
  }

  /// What a gain leaves a household.
  ///
  /// - Parameters:
  ///   - income: The household's income without the gain and the allowance.
  ///   - persons: Its members.
  ///   - gain: What it gains.
  /// - Returns: The allowances before and after.
  /// - Precondition: There is at least one member, and the sums fit in 64 bits of fen.
  public func change(income: Money, persons: Int, gain: Money) -> AllowanceChange {
    AllowanceChange(
      gain: gain,
      before: amount(income: income, persons: persons),
      after: amount(income: income + gain, persons: persons)
    )
  }

  /// What a settlement leaves every household, in the order of its register.
  ///
  /// Baseline incomes are taken to be without the allowance, and net gains as if they were paid.
  ///
  /// - Precondition: The sums fit in 64 bits of fen.
  /// - Complexity: O(n) for n households.
  public func changes(in settlement: Settlement) -> [AllowanceChange] {
    settlement.register.indices.map { row in
      change(
        income: Money(fen: settlement.register.baselineIncomes[row]),
        persons: Int(settlement.register.persons[row]),
        gain: settlement.net(at: row)
      )
    }
  }

  /// The incomes at which a household of some size loses allowance all at once, in rising order.
  ///
  /// A top-up has none: it falls by no more than the income rises, if it is rounded to the fen.
  ///
  /// - Precondition: There is at least one person, and the products fit in 64 bits of fen.
  public func notches(persons: Int) -> [Notch] {
    guard case .steps(let steps) = rule else { return [] }
    return steps.compactMap { step in
      let limit = step.limit * Int64(persons)
      let drop =
        amount(income: limit - .fen(1), persons: persons) - amount(income: limit, persons: persons)
      return drop > .zero ? Notch(income: limit, drop: drop) : nil
    }
  }
}
