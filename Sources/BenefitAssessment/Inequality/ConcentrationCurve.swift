public import BenefitBinding

/// The share of an amount that goes to the poorest part of the persons, for every part.
///
/// Of the incomes themselves it is the Lorenz curve, and its index the Gini index; of a benefit or a
/// tax it is the concentration curve and index. Persons of equal income are pooled, so that the order
/// of rows within a tie does not matter.
///
/// ```swift
/// let incomes = try Incomes([.yuan(100), .yuan(300)], persons: [2, 1])
/// let benefit = try incomes.concentration(of: [.yuan(30), .yuan(10)])
/// print(benefit.index, incomes.lorenz.index)             // -1/12 5/12
/// print(benefit.share(ofPoorest: .percent(50)))          // 9/16
/// print(benefit.kakwani)                                 // 1/2
/// ```
public struct ConcentrationCurve: Hashable, Sendable {
  /// The population in whose order the amount is added up.
  let incomes: Incomes

  /// The amount of each step of the ranking, in fen.
  let fen: [Int64]

  /// The whole amount.
  public let total: Money

  init(_ incomes: Incomes, _ fen: [Int64]) {
    self.incomes = incomes
    self.fen = fen
    total = Money(fen: fen.reduce(0, +))
  }

  /// The reason that the curve has no shape, or `nil` if it has one.
  private var problem: Statistic.Reason? {
    incomes.personCount == 0 ? .nobody : total.fen == 0 ? .zeroTotal : nil
  }
}

extension ConcentrationCurve {
  /// The concentration index: from −1 (all to the poorest) over 0 (the same for everyone) to 1.
  ///
  /// It is the population form Σ bᵢ(2Cᵢ + nᵢ) / (N·B) − 1 with the amount bᵢ and the nᵢ persons of an income, the
  /// Cᵢ persons below it, N persons and the amount B in all. Amounts of both signs can take it out of that
  /// range. Source: Kakwani, Wagstaff and van Doorslaer, 1997.
  ///
  /// - Complexity: O(n).
  public var index: Statistic {
    if let problem { return .undefined(problem) }
    return Statistic(spread, over: Int128(incomes.personCount) * Int128(total.fen))
  }

  /// The contribution of the amount to the Gini index of the incomes: its share in them times its
  /// index.
  var contribution: Statistic {
    incomes.totalFen == 0
      ? .undefined(.zeroTotal)
      : Statistic(spread, over: Int128(incomes.personCount) * Int128(incomes.totalFen))
  }

  /// Σ bᵢ(2Cᵢ + nᵢ) − N·B.
  private var spread: Int128 {
    let all = incomes.personCount
    var below: Int64 = 0
    var sum: Int128 = 0
    for (amount, persons) in zip(fen, incomes.ranking.persons) {
      // At most 2⁶¹ persons, so the difference fits.
      let (high, low) = amount.multipliedFullWidth(by: 2 * below + persons - all)
      sum += Int128(truncatingIfNeeded: low) | Int128(high) << 64
      below += persons
    }
    return sum
  }

  /// The points of the curve from (0, 0) to (1, 1), where one income ends and the next begins: the part of the
  /// persons with at most this income, and the part of the amount that is theirs.
  ///
  /// There are none where the total is zero.
  ///
  /// - Complexity: O(n).
  public var points: [(persons: Ratio, amount: Ratio)] {
    guard problem == nil else { return [] }
    var (below, sum) = (0 as Int64, 0 as Int64)
    return [(.zero, .zero)]
      + zip(fen, incomes.ranking.persons).map { amount, persons in
        below += persons
        sum += amount
        return (Ratio(below, incomes.personCount), Ratio(sum, total.fen))
      }
  }

  /// The part of the amount that goes to the poorest part of the persons, between two points on the
  /// straight line that joins them.
  ///
  /// - Precondition: The part is from 0 to 1.
  /// - Complexity: O(n).
  public func share(ofPoorest part: Ratio) -> Statistic {
    require(part >= .zero && part <= .whole, "A part of the persons is from 0 to 1.")
    if let problem { return .undefined(problem) }
    let target = Int128(part.numerator) * Int128(incomes.personCount)
    var below: Int64 = 0
    var sum: Int64 = 0
    for (amount, persons) in zip(fen, incomes.ranking.persons) {
      if Int128(below + persons) * Int128(part.denominator) >= target {
        // The part's persons within this income, in units of 1 / denominator.
        let inside = target - Int128(below) * Int128(part.denominator)
        let within = Statistic(inside, over: Int128(part.denominator) * Int128(persons))
        return .exact(Ratio(sum, total.fen)) + within * .exact(Ratio(amount, total.fen))
      }
      below += persons
      sum += amount
    }
    return .exact(.whole)
  }

  /// The share that goes to those strictly below a line of money for each person.
  ///
  /// - Complexity: O(n).
  public func share(below line: Money) -> Statistic {
    if let problem { return .undefined(problem) }
    let poor = fen[..<incomes.ranking.firstStep(atLeast: line.fen)]
    return Statistic(Int128(poor.reduce(0, +)), over: Int128(total.fen))
  }

  /// The Kakwani index of a benefit, G − C with the Gini index G of the incomes and the index C of the amount: above
  /// zero where it favours the poor.
  ///
  /// Of a tax it is C − G, the same with the other sign. Source: Kakwani, Measurement of tax progressivity, 1977.
  ///
  /// - Complexity: O(n).
  public var kakwani: Statistic { incomes.lorenz.index - index }
}

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
}
