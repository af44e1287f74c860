import BenefitBinding

extension Incomes {
  /// The value of an index of inequality.
  ///
  /// ```swift
  /// let incomes = try Incomes([.yuan(100), .yuan(110), .yuan(150), .yuan(160)])
  /// print(incomes[.gini])                                 // 11/104
  /// print(incomes[.theil].text(decimals: 6))              // 0.019375
  /// ```
  ///
  /// Gini, Hoover and the share ratios are exact fractions where those fit 64 bits; of the others each term is
  /// made from exact integers and their sum is compensated.
  ///
  /// A population of one income has 0. Entropies and Atkinson indices need incomes of zero or more, the
  /// coefficient of variation and Hoover's a positive mean; Gini's is what its formula gives, outside of 0 to 1
  /// where incomes below zero take it there. An entropy of a high order that is beyond a `Double` is infinite.
  ///
  /// - Precondition: An order is a number, and an aversion is zero or more.
  /// - Complexity: O(n).
  public subscript(index: InequalityIndex) -> Statistic {
    switch index {
    case .gini: lorenz.index
    case .giniCorrected(let unit):
      corrected(Int128(observations(unit)), 1)
    case .giniCorrectedForWeights:
      corrected(
        Int128(personParts) * Int128(personParts),
        persons.indices.reduce(0) { sum, row in
          let weight = Int128(persons[row]) * Int128(weights?[row] ?? 1)
          return sum + weight * weight
        }
      )
    case .entropy(let order): entropy(order)
    case .atkinson(let aversion): atkinson(aversion)
    case .hoover: hoover
    case .coefficientOfVariation: coefficientOfVariation
    case .s80s20: ratio(above: "80%", below: "20%")
    case .palma: ratio(above: "90%", below: "40%")
    case .quintileIncomes(let quantile): ratioOfQuintiles(quantile)
    }
  }
}

// MARK: - Indices

extension Incomes {
  /// Returns the reason that indices that compare incomes with their mean have no value, or `nil`.
  private func problem(allowingNegative: Bool = false) -> Statistic.Reason? {
    if personParts == 0 { return .nobody }
    if !allowingNegative, ranking.fen[0] < 0 { return .negativeIncome }
    return totalFen == 0 ? .zeroTotal : totalFen < 0 ? .negativeTotal : nil
  }

  /// The Gini index times the correction of a sample in which all shares but those of one observation with
  /// itself count: N² / (N² − Σnᵢ²), which is n / (n − 1) for n equal observations.
  private func corrected(_ all: Int128, _ same: Int128) -> Statistic {
    self[.gini] * (all > same ? Statistic(all, over: all - same) : .undefined(.singleObservation))
  }

  /// The households or persons of the sample itself, however many each stands for.
  private func observations(_ unit: Population.Unit) -> Int64 {
    let rows = ranking.order
    return unit == .households ? Int64(rows.count) : rows.reduce(0) { $0 + persons[$1] }
  }

  /// The mean over persons of a function of how far their income is from the mean, over the mean, and of the
  /// income itself over the mean: each is divided once, as either may have lost digits of the other.
  private func mean(_ function: (_ deviation: Double, _ ratio: Double) -> Double) -> Double {
    var sum = CompensatedSum()
    let (all, total) = (personParts, totalFen)
    let ranking = ranking
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
    let ranking = ranking
    let poorest = Double(ranking.fen[0]) / Double(ranking.persons[0])
    if poorest == 0 { return 1 }
    var sum = CompensatedSum()
    for step in 0..<ranking.count {
      let persons = Double(ranking.persons[step])
      sum += persons * Elementary.power(Double(ranking.fen[step]) / persons / poorest, order)
    }
    let all = Double(personParts)
    let mean = Double(totalFen) / all
    return 1 - poorest / mean * Elementary.power(sum.value / all, 1 / order)
  }

  private var hoover: Statistic {
    if let problem = problem(allowingNegative: true) { return .undefined(problem) }
    let (all, total) = (Int128(personParts), Int128(totalFen))
    let ranking = ranking
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
    let rich = .exact(.whole) - lorenz.share(ofPoorest: above)
    return rich.divided(by: lorenz.share(ofPoorest: below), orElse: .zeroShare)
  }
}
