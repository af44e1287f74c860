public import BenefitBinding

/// The share of an amount that goes to the poorest part of the persons, for every part.
///
/// Of the incomes themselves it is the Lorenz curve, and its index the Gini index; of a benefit or
/// a tax it is the concentration curve and index. Persons of equal income are pooled, so that the
/// order of rows within a tie does not matter. They may be ranked by another variable, such as
/// their land; the poorest are then those with the least of it.
///
/// ```swift
/// let incomes = try Incomes([.yuan(100), .yuan(300)], persons: [2, 1])
/// let benefit = try incomes.concentration(of: [.yuan(30), .yuan(10)])
/// print(benefit.index, incomes.lorenz.index)             // -1/12 5/12
/// print(benefit.share(ofPoorest: .percent(50)))          // 9/16
/// print(benefit.kakwani)                                 // 1/2
/// let byLand = try incomes.concentration(of: [.yuan(30), .yuan(10)], rankedBy: [5, 2])
/// print(byLand.index)                                    // 1/12
/// ```
public struct ConcentrationCurve: Hashable, Sendable {
  /// The population that the amount is spread over.
  let incomes: Incomes

  /// The order in which the amount is added up: that of the incomes, or of another variable.
  private let ranking: Ranking

  /// The amount of each step of the ranking in fen, in the parts of the incomes.
  private let fen: [Int64]

  /// The amount of each step of the incomes' own ranking.
  private let fenByIncome: [Int64]

  /// The whole amount in fen, in the parts of the incomes.
  let totalFen: Int64

  /// Creates the curve of an amount that is pooled in the order of incomes.
  init(_ incomes: Incomes, _ fen: [Int64]) {
    self.init(incomes, fen, by: incomes.ranking, fen)
  }

  /// Creates the curve of an amount that is pooled in both orders.
  init(_ incomes: Incomes, _ fenByIncome: [Int64], by ranking: Ranking, _ fen: [Int64]) {
    self.incomes = incomes
    self.ranking = ranking
    self.fen = fen
    self.fenByIncome = fenByIncome
    totalFen = fen.reduce(0, +)
  }

  /// The whole amount, half up to the fen where the weights of a sample are not whole.
  public var total: Money { incomes.money(totalFen) }

  /// The reason that the curve has no shape, or `nil` if it has one.
  private var problem: Statistic.Reason? {
    incomes.personParts == 0 ? .nobody : totalFen == 0 ? .zeroTotal : nil
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
    return Statistic(spread, over: Int128(incomes.personParts) * Int128(totalFen))
  }

  /// The contribution of the amount to the Gini index of the incomes: its share in them times its
  /// index.
  var contribution: Statistic {
    incomes.totalFen == 0
      ? .undefined(.zeroTotal)
      : Statistic(spread, over: Int128(incomes.personParts) * Int128(incomes.totalFen))
  }

  /// Σ bᵢ(2Cᵢ + nᵢ) − N·B.
  private var spread: Int128 {
    let all = incomes.personParts
    var below: Int64 = 0
    var sum: Int128 = 0
    for (amount, persons) in zip(fen, ranking.persons) {
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
      + zip(fen, ranking.persons).map { amount, persons in
        below += persons
        sum += amount
        return (Ratio(below, incomes.personParts), Ratio(sum, totalFen))
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
    let target = Int128(part.numerator) * Int128(incomes.personParts)
    var below: Int64 = 0
    var sum: Int64 = 0
    for (amount, persons) in zip(fen, ranking.persons) {
      if Int128(below + persons) * Int128(part.denominator) >= target {
        // The part's persons within this income, in units of 1 / denominator.
        let inside = target - Int128(below) * Int128(part.denominator)
        let within = Statistic(inside, over: Int128(part.denominator) * Int128(persons))
        return .exact(Ratio(sum, totalFen)) + within * .exact(Ratio(amount, totalFen))
      }
      below += persons
      sum += amount
    }
    return .exact(.whole)
  }

  /// The share that goes to those whose income is strictly below a line of money for each person,
  /// in whatever order.
  ///
  /// - Complexity: O(n).
  public func share(below line: Money) -> Statistic {
    if let problem { return .undefined(problem) }
    let poor = fenByIncome[..<incomes.ranking.firstStep(atLeast: line.fen)]
    return Statistic(Int128(poor.reduce(0, +)), over: Int128(totalFen))
  }

  /// The Kakwani index of a benefit, G − C with the Gini index G of the incomes and the index C of the amount: above
  /// zero where it favours the poor.
  ///
  /// Of a tax it is C − G, the same with the other sign. In the order of another variable the
  /// concentration index of the incomes in that order stands for G. Source: Kakwani, Measurement of
  /// tax progressivity, 1977.
  ///
  /// - Complexity: O(n).
  public var kakwani: Statistic {
    Self(incomes, incomes.ranking.fen, by: ranking, ranking.fen).index - index
  }
}
