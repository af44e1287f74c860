public import BenefitBinding

/// A measure of targeting: its name, its convention, and by ``Targeting`` its value.
///
/// ```swift
/// let targeting = try Assessment(of: settlement, below: .yuan(3_335)).owed.targeting
/// for index in TargetingIndex.standard {
///   print(index.name, targeting[index].text(decimals: 4), index.convention, separator: " | ")
/// }
/// ```
public enum TargetingIndex: Hashable, Encodable, Sendable {
  /// The part of all who are reached.
  case coverage(Population.Unit)
  /// The part of the poor who are reached.
  case coverageOfPoor(Population.Unit)
  /// The part of those not poor who are reached: the other inclusion error in use.
  case coverageOfOthers(Population.Unit)
  /// The part of the poor who are missed: undercoverage.
  case exclusionError(Population.Unit)
  /// The part of those reached who are not poor.
  case inclusionError(Population.Unit)
  /// The coverage of the poor less that of the others. Source: Ravallion, 2000.
  case differential(Population.Unit)
  /// The mean amount of the poor less that of the others, over the mean of those reached.
  ///
  /// It is the ``differential(_:)`` where all who are reached get the same. Source: Ravallion, How relevant
  /// is targeting to the success of an antipoverty program?, 2009.
  case amountDifferential(Population.Unit)
  /// 1 less the exclusion and the inclusion error, another index called targeting differential.
  case differentialOfErrors(Population.Unit)
  /// The part of the money that the poor get.
  case shareToPoor
  /// The part of the money that those get who are not poor.
  case leakage
  /// The part of the money that the poor get over their part in the persons.
  case shareOverHeadcount
  /// The part of the money that lowers what the poor lack.
  case gapEfficiency
  /// The part of the money that the poorest part of the persons gets.
  case shareOfPoorest(Ratio)
  /// The part of the money that the poorest part of the persons gets, over that part. Source: Coady, Grosh
  /// and Hoddinott, Targeting of transfers in developing countries, 2004.
  case coadyGroshHoddinott(Ratio)
  /// The concentration index of the money over incomes before.
  case concentration
  /// The Gini index of incomes before less the concentration index of the money.
  case kakwani

  /// The measures that reports show.
  public static let standard: [Self] =
    Population.Unit.allCases.flatMap { unit in
      [
        .coverage(unit), .coverageOfPoor(unit), .coverageOfOthers(unit), .exclusionError(unit),
        .inclusionError(unit), .differential(unit), .amountDifferential(unit),
      ]
    } + [
      .shareToPoor, .leakage, .shareOverHeadcount, .gapEfficiency, .shareOfPoorest(.percent(20)),
      .shareOfPoorest(.percent(40)), .coadyGroshHoddinott(.percent(40)), .concentration, .kakwani,
    ]
}

extension Targeting {
  /// The value of an index.
  ///
  /// - Precondition: The part of an index is above 0 and at most 1.
  /// - Complexity: O(1); O(n) for parts of the persons, concentration and Kakwani.
  public subscript(index: TargetingIndex) -> Statistic {
    switch index {
    case .coverage(let unit):
      Statistic(reached[unit], of: (poor + others)[unit], orElse: .nobody)
    case .coverageOfPoor(let unit): Statistic(poorReached[unit], of: poor[unit], orElse: .noPoor)
    case .coverageOfOthers(let unit):
      Statistic(othersReached[unit], of: others[unit], orElse: .everyonePoor)
    case .exclusionError(let unit):
      Statistic((poor - poorReached)[unit], of: poor[unit], orElse: .noPoor)
    case .inclusionError(let unit):
      Statistic(othersReached[unit], of: reached[unit], orElse: .noReceivers)
    case .differential(let unit): self[.coverageOfPoor(unit)] - self[.coverageOfOthers(unit)]
    case .amountDifferential(let unit): amountDifferential(unit)
    case .differentialOfErrors(let unit):
      .exact(.whole) - self[.exclusionError(unit)] - self[.inclusionError(unit)]
    case .shareToPoor: Statistic(toPoorFen, of: curve.totalFen, orElse: .noReceivers)
    case .leakage: Statistic(curve.totalFen - toPoorFen, of: curve.totalFen, orElse: .noReceivers)
    case .shareOverHeadcount:
      self[.shareToPoor].divided(
        by: Statistic(poor[.persons], of: (poor + others)[.persons], orElse: .nobody),
        orElse: .noPoor
      )
    case .gapEfficiency:
      gapReductionFen.map { Statistic($0, of: curve.totalFen, orElse: .noReceivers) }
        ?? .undefined(.noLine)
    case .shareOfPoorest(let part): ofMoney { curve.share(ofPoorest: part) }
    case .coadyGroshHoddinott(let part):
      self[.shareOfPoorest(part)].divided(by: .exact(part), orElse: .zeroShare)
    case .concentration: ofMoney { curve.index }
    case .kakwani: ofMoney { curve.kakwani }
    }
  }

  private var reached: Population { poorReached + othersReached }

  /// The shares of the money that equal parts of the persons get, from the poorest to the richest: quintiles
  /// for 5, deciles for 10.
  ///
  /// Persons of one income share what they get equally, so that a boundary between parts may run through
  /// them. The shares add up to 1.
  ///
  /// - Precondition: There is at least one part.
  /// - Complexity: O(n · k) for k parts.
  public func shares(byParts count: Int) -> [Statistic] {
    require(count > 0, "There is at least one part of the persons.")
    let upTo = (0...count).map { self[.shareOfPoorest(Ratio(Int64($0), Int64(count)))] }
    return zip(upTo.dropFirst(), upTo).map { $0 - $1 }
  }

  private func amountDifferential(_ unit: Population.Unit) -> Statistic {
    let ofPoor = Statistic(toPoorFen, of: poor[unit], orElse: .noPoor)
    let all = curve.totalFen
    let ofOthers = Statistic(all - toPoorFen, of: others[unit], orElse: .everyonePoor)
    let ofReached = Statistic(all, of: reached[unit], orElse: .noReceivers)
    return (ofPoor - ofOthers).divided(by: ofReached, orElse: .noReceivers)
  }

  /// A share of the money, which needs somebody to get some.
  private func ofMoney(_ statistic: () -> Statistic) -> Statistic {
    reached == .zero ? .undefined(.noReceivers) : statistic()
  }
}
