import BenefitBinding

/// The inequality of a population, index by index.
///
/// ```swift
/// let incomes = try Incomes([.yuan(100), .yuan(110), .yuan(150), .yuan(160)])
/// print(incomes.inequality[.gini])                                 // 11/104
/// print(incomes.inequality[.theil].text(decimals: 6))              // 0.019375
/// ```
///
/// Gini, Hoover and the share ratios are exact fractions where those fit 64 bits; of the others each term is
/// made from exact integers and their sum is compensated.
public struct Inequality: Hashable, Sendable {
  private let incomes: Incomes

  init(_ incomes: Incomes) {
    self.incomes = incomes
  }

  /// The value of an index.
  ///
  /// A population of one income has 0. Entropies and Atkinson indices need incomes of zero or more, the
  /// coefficient of variation and Hoover's a positive mean; Gini's is what its formula gives, outside of 0 to 1
  /// where incomes below zero take it there. An entropy of a high order that is beyond a `Double` is infinite.
  ///
  /// - Precondition: An order is a number, and an aversion is zero or more.
  /// - Complexity: O(n).
  public subscript(index: InequalityIndex) -> Statistic {
    switch index {
    case .gini: incomes.lorenz.index
    case .giniCorrected(let correction): corrected(correction)
    case .entropy(let order): entropy(order)
    case .atkinson(let aversion): atkinson(aversion)
    case .hoover: hoover
    case .coefficientOfVariation: coefficientOfVariation
    case .s80s20: ratio(above: "80%", below: "20%")
    case .palma: ratio(above: "90%", below: "40%")
    case .quintileIncomes(let quantile): incomes.ratioOfQuintiles(quantile)
    }
  }
}

extension Incomes {
  /// The inequality of the incomes.
  public var inequality: Inequality { Inequality(self) }
}

// MARK: - Indices

extension Inequality {
  /// Returns the reason that indices that compare incomes with their mean have no value, or `nil`.
  private func problem(allowingNegative: Bool = false) -> Statistic.Reason? {
    if incomes.personCount == 0 { return .nobody }
    if !allowingNegative, incomes.ranking.fen[0] < 0 { return .negativeIncome }
    return incomes.totalFen == 0 ? .zeroTotal : incomes.totalFen < 0 ? .negativeTotal : nil
  }

  private func corrected(_ correction: InequalityIndex.Correction) -> Statistic {
    let factor: Statistic
    switch correction {
    case .households:
      let count = Int128(incomes.householdCount)
      factor = count > 1 ? Statistic(count, over: count - 1) : .undefined(.singleObservation)
    case .persons:
      let count = Int128(incomes.personCount)
      factor = count > 1 ? Statistic(count, over: count - 1) : .undefined(.singleObservation)
    case .weights:
      let all = Int128(incomes.personCount) * Int128(incomes.personCount)
      let same = incomes.persons.reduce(0 as Int128) { $0 + Int128($1) * Int128($1) }
      factor = all > same ? Statistic(all, over: all - same) : .undefined(.singleObservation)
    }
    return incomes.lorenz.index * factor
  }

  /// The mean over persons of a function of how far their income is from the mean, over the mean, and of the
  /// income itself over the mean: each is divided once, as either may have lost digits of the other.
  private func mean(_ function: (_ deviation: Double, _ ratio: Double) -> Double) -> Double {
    var sum = CompensatedSum()
    let (all, total) = (incomes.personCount, incomes.totalFen)
    let ranking = incomes.ranking
    for step in 0..<ranking.count {
      let (fen, persons) = (ranking.fen[step], ranking.persons[step])
      let (scaled, tooLarge) = fen.multipliedReportingOverflow(by: all)
      let (share, tooLargeToo) = total.multipliedReportingOverflow(by: persons)
      let (difference, tooLargeAsWell) = scaled.subtractingReportingOverflow(share)
      let (part, deviation, whole) =
        tooLarge || tooLargeToo || tooLargeAsWell
        ? Self.compared(Int128(fen) * Int128(all), with: Int128(total) * Int128(persons))
        : (Double(scaled), Double(difference), Double(share))
      sum += Double(persons) * function(deviation / whole, part / whole)
    }
    return sum.value / Double(all)
  }

  private static func compared(
    _ part: Int128,
    with whole: Int128
  ) -> (part: Double, deviation: Double, whole: Double) {
    (Double(part), Double(part - whole), Double(whole))
  }

  private func entropy(_ order: Double) -> Statistic {
    require(order.isFinite, "The order of an entropy index is a number.")
    if let problem = problem() { return .undefined(problem) }
    return .number(mean(Divergence(order: order).callAsFunction))
  }

  /// The index by the generalised entropy G of the order α = 1 − ε: 1 − (1 + α(α − 1)G)^(1/α), and 1 − e^(−G) for α = 0.
  private func atkinson(_ aversion: Double) -> Statistic {
    require(aversion >= 0 && aversion.isFinite, "An aversion to inequality is zero or more.")
    if let problem = problem() { return .undefined(problem) }
    if aversion == 0 { return .exact(.zero) }
    let order = 1 - aversion
    let entropy = mean(Divergence(order: order).callAsFunction)
    if order == 0 { return .number(-Elementary.expm1(-entropy)) }
    if entropy == .infinity { return .number(atkinsonByPoorest(order)) }
    // Of a power mean of nothing but zeros rounding could leave a little less than nothing. The aversion
    // stands for 1 - α, which has lost digits of a small one.
    let power = max(-1, order * (-aversion * entropy))
    return .number(-Elementary.expm1(Elementary.log1p(power) / order))
  }

  /// Atkinson's index of an order below zero by the incomes over the smallest, whose powers are at most 1, as the
  /// powers of the incomes over their mean may be beyond a `Double`.
  private func atkinsonByPoorest(_ order: Double) -> Double {
    let ranking = incomes.ranking
    let poorest = Double(ranking.fen[0]) / Double(ranking.persons[0])
    if poorest == 0 { return 1 }
    var sum = CompensatedSum()
    for step in 0..<ranking.count {
      let persons = Double(ranking.persons[step])
      sum += persons * Elementary.power(Double(ranking.fen[step]) / persons / poorest, order)
    }
    let all = Double(incomes.personCount)
    let mean = Double(incomes.totalFen) / all
    return 1 - poorest / mean * Elementary.power(sum.value / all, 1 / order)
  }

  private var hoover: Statistic {
    if let problem = problem(allowingNegative: true) { return .undefined(problem) }
    let (all, total) = (Int128(incomes.personCount), Int128(incomes.totalFen))
    let ranking = incomes.ranking
    var missing: Int128 = 0
    for step in 0..<ranking.count {
      let gap = total * Int128(ranking.persons[step]) - Int128(ranking.fen[step]) * all
      // In ascending order, once at the mean nobody is below it.
      if gap <= 0 { break }
      missing += gap
    }
    return Statistic(missing, over: all * total)
  }

  private var coefficientOfVariation: Statistic {
    if let problem = problem(allowingNegative: true) { return .undefined(problem) }
    return .number(mean { deviation, _ in deviation * deviation }.squareRoot())
  }

  private func ratio(above: Ratio, below: Ratio) -> Statistic {
    if let problem = problem() { return .undefined(problem) }
    let rich = .exact(.whole) - incomes.lorenz.share(ofPoorest: above)
    return rich.divided(by: incomes.lorenz.share(ofPoorest: below), orElse: .zeroShare)
  }
}
