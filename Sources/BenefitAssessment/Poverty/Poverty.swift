public import BenefitBinding

/// The poverty of a population below a line, index by index.
///
/// The worked example is country C of the World Bank's Handbook on Poverty and Inequality (Haughton and
/// Khandker, 2009, chapter 4), the line 125:
///
/// ```swift
/// let incomes = try Incomes([.yuan(100), .yuan(110), .yuan(150), .yuan(160)])
/// let poverty = incomes.poverty(below: .yuan(125))
/// print(poverty.poor.persons, poverty[.headcount])      // 2 1/2
/// print(poverty[.povertyGap])                           // 2/25
/// print(poverty[.severity].text(decimals: 4))           // 0.0136
/// print(poverty[.sen], poverty[.senShorrocksThon])      // 9/100 1/8
/// ```
public struct Poverty: Hashable, Sendable {
  private let incomes: Incomes

  private let line: Money

  /// The number of steps of the ranking below the line.
  private let poorSteps: Int

  /// The population below the line.
  public let poor: Population

  /// The income of the poor in fen, in the parts of the incomes, as all that is counted here.
  private let poorFen: Int64

  init(_ incomes: Incomes, _ line: Money) {
    self.incomes = incomes
    self.line = line
    let ranking = incomes.ranking
    poorSteps = ranking.firstStep(atLeast: line.fen)
    poor = Population(
      households: ranking.households(before: poorSteps),
      persons: ranking.persons[..<poorSteps].reduce(0, +),
      parts: incomes.parts
    )
    poorFen = ranking.fen[..<poorSteps].reduce(0, +)
  }

  /// The exact sum that the poor lack to reach the line; `nil` where the line is not above zero or
  /// the gap does not fit in 64 bits of fen.
  ///
  /// It is half up to the fen where the weights of a sample are not whole.
  public var totalGap: Money? { problem == nil ? incomes.money(Int64(gap)) : nil }

  /// The value of an index.
  ///
  /// Where nobody is poor the indices are 0, but those over the poor alone are undefined.
  ///
  /// - Precondition: An order is a number of zero or more.
  /// - Complexity: O(p) for p poor households, O(1) for headcount and gap.
  public subscript(index: PovertyIndex) -> Statistic {
    if let problem { return .undefined(problem) }
    switch index {
    case .headcount: return part(of: poor[.persons])
    case .headcountAtOrBelow: return part(of: personsAtOrBelow)
    case .povertyGap: return Statistic(gap, over: lineOfAll)
    case .severity: return .number(mean { $0 * $0 })
    case .fosterGreerThorbecke(let order): return fosterGreerThorbecke(order)
    case .incomeGapRatio: return ofPoor(Statistic(gap, over: max(1, lineOfPoor)))
    case .watts: return watts
    case .sen:
      return q == 0
        ? .exact(.zero)
        : Statistic(gap * q + spread, over: lineOfAll * q)
    case .senFinite: return Statistic(gap * (q + one) + spread, over: lineOfAll * (q + one))
    case .senShorrocksThon: return Statistic(rankedGap(0), over: lineOfAll * all)
    case .thonFinite: return Statistic(rankedGap(incomes.parts), over: lineOfAll * (all + one))
    case .averageExitTime(let growth):
      guard growth > .zero else { return .undefined(.noGrowth) }
      return watts.divided(by: .exact(growth), orElse: .noGrowth)
    case .giniOfPoor:
      if q == 0 { return .undefined(.noPoor) }
      return poorFen == 0 ? .undefined(.zeroTotal) : Statistic(spread, over: q * Int128(poorFen))
    case .giniOfGaps: return ofPoor(Statistic(rankedGap(0) - gap * all, over: max(1, gap * all)))
    }
  }
}

extension Incomes {
  /// The poverty below a line.
  ///
  /// - Parameter line: The line, in money for each person and year; who is at it is not poor.
  /// - Returns: The indices, undefined where the line is not above zero.
  /// - Complexity: O(p) for p poor households.
  public func poverty(below line: Money) -> Poverty { Poverty(self, line) }
}

// MARK: - Sums

extension Poverty {
  private var problem: Statistic.Reason? {
    if all == 0 { return .nobody }
    if line.fen <= 0 { return .noLine }
    // The line for everyone bounds every product; incomes below zero can still widen the gap.
    return max(lineOfAll, gap) > Int128(Int64.max) ? .tooLarge : nil
  }

  private var all: Int128 { Int128(incomes.personParts) }
  private var q: Int128 { Int128(poor[.persons]) }
  private var one: Int128 { Int128(incomes.parts) }
  private var lineOfAll: Int128 { Int128(line.fen) * all }
  private var lineOfPoor: Int128 { Int128(line.fen) * q }
  private var gap: Int128 { lineOfPoor - Int128(poorFen) }

  private var personsAtOrBelow: Int64 {
    let end = incomes.ranking.firstStep(atLeast: line.fen, orAbove: true)
    return incomes.ranking.persons[..<end].reduce(0, +)
  }

  private func part(of persons: Int64) -> Statistic {
    .exact(Ratio(persons, incomes.personParts))
  }

  /// A mean over the poor, which needs somebody to be poor.
  private func ofPoor(_ statistic: Statistic) -> Statistic {
    q == 0 ? .undefined(.noPoor) : statistic
  }

  /// The steps below the line: what they lack, their income and their persons.
  private var steps: some Sequence<(gap: Int64, fen: Int64, persons: Int64)> {
    let ranking = incomes.ranking
    return (0..<poorSteps).lazy.map { [line = line.fen] step in
      let (fen, persons) = (ranking.fen[step], ranking.persons[step])
      return (line * persons - fen, fen, persons)
    }
  }

  /// Σ tᵢ(2Cᵢ + nᵢ − q) over the poor: the numerator of their Gini index.
  private var spread: Int128 {
    var below: Int64 = 0
    var sum: Int128 = 0
    for (_, fen, persons) in steps {
      sum += Int128(fen) * Int128(2 * below + persons - poor[.persons])
      below += persons
    }
    return sum
  }

  /// Σ gapᵢ(2N − 2Cᵢ − nᵢ + shift) over the poor: each gap weighted with its rank from the richest.
  private func rankedGap(_ shift: Int64) -> Int128 {
    var below: Int64 = 0
    var sum: Int128 = 0
    for (gap, _, persons) in steps {
      sum += Int128(gap) * (2 * (all - Int128(below)) - Int128(persons) + Int128(shift))
      below += persons
    }
    return sum
  }

  /// The mean over all persons of a function of the gap as a part of the line, 0 above it.
  private func mean(_ function: (Double) -> Double) -> Double {
    var sum = CompensatedSum()
    for (gap, _, persons) in steps {
      sum += Double(persons) * function(Double(gap) / Double(line.fen * persons))
    }
    return sum.value / Double(all)
  }

  private func fosterGreerThorbecke(_ order: Double) -> Statistic {
    require(order >= 0 && order.isFinite, "The order of an index is zero or more.")
    if order == 0 { return self[.headcount] }
    if order == 1 { return self[.povertyGap] }
    // A whole power by multiplication is exact to a few last places.
    guard order <= 16, let whole = Int(exactly: order) else {
      return .number(mean { Elementary.power($0, order) })
    }
    return .number(mean { gap in (1..<whole).reduce(gap) { power, _ in power * gap } })
  }

  private var watts: Statistic {
    guard poorSteps > 0 else { return .exact(.zero) }
    if incomes.ranking.fen[0] < 0 { return .undefined(.negativeIncome) }
    if incomes.ranking.fen[0] == 0 { return .number(.infinity) }
    var sum = CompensatedSum()
    for (gap, fen, persons) in steps {
      sum += Double(persons) * Elementary.log1p(Double(gap) / Double(fen))
    }
    return .number(sum.value / Double(all))
  }
}
