/// Whom a benefit reaches, held against who was poor before it.
///
/// A household is reached where its benefit is above zero; everything is counted in persons.
///
/// ```swift
/// let incomes = try Incomes([.yuan(4_000), .yuan(5_000), .yuan(20_000)], persons: [2, 3, 4])
/// let targeting = try incomes.targeting(
///   of: [.yuan(600), .zero, .yuan(300)], below: .yuan(2_300))
/// print(targeting.exclusionError, targeting.inclusionError)    // 3/5 2/3
/// print(targeting.leakage, targeting.gapReduction)             // 1/3 600.00
/// ```
public struct Targeting: Hashable, Sendable {
  /// The poor persons whom the benefit reaches.
  public private(set) var poorReached: Int64 = 0
  /// The poor persons whom it misses.
  public private(set) var poorMissed: Int64 = 0
  /// The persons it reaches who are not poor.
  public private(set) var othersReached: Int64 = 0
  /// The persons it does not reach who are not poor.
  public private(set) var othersNotReached: Int64 = 0

  /// What the poor get.
  public let toPoor: Money
  /// What everybody gets.
  public let total: Money
  /// By how much the benefit lowers what the poor lack together; below zero where it is a burden.
  public let gapReduction: Money

  fileprivate init(_ incomes: Incomes, _ benefits: [Int64], _ line: Money) throws(IncomesError) {
    let ranking = incomes.ranking
    let poorSteps = ranking.firstStep(atLeast: line.fen)
    let poorEnd = poorSteps == 0 ? 0 : ranking.ends[poorSteps - 1]
    var sums: (poor: Int64, all: Int64) = (0, 0)
    for (place, row) in ranking.order.enumerated() {
      let persons = incomes.persons[row]
      switch (place < poorEnd, benefits[row] > 0) {
      case (true, true): poorReached += persons
      case (true, false): poorMissed += persons
      case (false, true): othersReached += persons
      case (false, false): othersNotReached += persons
      }
      if place < poorEnd { sums.poor += benefits[row] }
      sums.all += benefits[row]
    }
    toPoor = Money(fen: sums.poor)
    total = Money(fen: sums.all)
    let after = try incomes.adding(benefits)
    guard
      let gapBefore = incomes.poverty(below: line).totalGap,
      let gapAfter = after.poverty(below: line).totalGap
    else {
      gapReduction = .zero
      return
    }
    gapReduction = gapBefore - gapAfter
  }
}

extension Targeting {
  /// The part of the poor whom the benefit misses: undercoverage.
  public var exclusionError: Statistic {
    part(poorMissed, of: poorMissed + poorReached, .noPoor)
  }

  /// The part of those reached who are not poor.
  public var inclusionError: Statistic {
    part(othersReached, of: othersReached + poorReached, .noReceivers)
  }

  /// The part of the money that goes to those who are not poor.
  public var leakage: Statistic { .exact(.whole) - shareToPoor }

  /// The part of the money that goes to the poor.
  public var shareToPoor: Statistic { part(toPoor.fen, of: total.fen, .zeroTotal) }

  /// The share of the poor in the money over their share in the persons: 1 where everyone gets the same.
  public var shareOverHeadcount: Statistic {
    let poor = poorReached + poorMissed
    let headcount = part(poor, of: poor + othersReached + othersNotReached, .nobody)
    return shareToPoor.divided(by: headcount, orElse: .noPoor)
  }

  /// The part of the poor reached less the part of the others reached, after Ravallion.
  public var differential: Statistic {
    let poor = part(poorReached, of: poorReached + poorMissed, .noPoor)
    return poor - part(othersReached, of: othersReached + othersNotReached, .everyonePoor)
  }

  /// 1 less the exclusion and the inclusion error, another index called targeting differential.
  public var differentialOfErrors: Statistic {
    .exact(.whole) - exclusionError - inclusionError
  }

  /// The part of the money that lowers what the poor lack.
  public var gapEfficiency: Statistic { part(gapReduction.fen, of: total.fen, .zeroTotal) }

  private func part(_ part: Int64, of whole: Int64, _ reason: Statistic.Reason) -> Statistic {
    whole == 0 ? .undefined(reason) : .exact(Ratio(part, whole))
  }
}

extension Incomes {
  /// Whom a benefit reaches, these being the incomes before it.
  ///
  /// - Parameters:
  ///   - benefits: The benefit of each household, row by row.
  ///   - line: The line, in money for each person and year.
  /// - Returns: The persons and the money, poor or not.
  /// - Throws: ``IncomesError`` where there is not one benefit for each household, or an income with it
  ///   is too large.
  /// - Complexity: O(n).
  public func targeting(
    of benefits: [Money],
    below line: Money
  ) throws(IncomesError) -> Targeting {
    try Targeting(self, try aligned(benefits), line)
  }

  /// The incomes with an amount more for each household.
  func adding(_ amounts: [Int64]) throws(IncomesError) -> Self {
    var sums = fen
    for (row, amount) in amounts.enumerated() {
      let (sum, overflowed) = sums[row].addingReportingOverflow(amount)
      if overflowed { throw .tooLarge("The income with what is added", row: row) }
      sums[row] = sum
    }
    return try Self(fen: sums, persons: persons)
  }
}
