public import BenefitBinding

/// The definition of a quantile where it falls between two observations: the nine of Hyndman and
/// Fan, and one more.
///
/// Persons are the observations. The quantile p of n of them, in the order x₁ … xₙ, is (1 − γ)·xⱼ +
/// γ·xⱼ₊₁ with j = ⌊n·p + m⌋, g = n·p + m − j, what is before the first being the first and what is
/// after the last being the last. A definition says what m is, and what γ is: g itself, which
/// interpolates, or one that chooses.
///
/// ```swift
/// let incomes = try Incomes([.yuan(1), .yuan(2), .yuan(3), .yuan(4)])
/// print(incomes.quantile(.percent(50), .lower))       // 2 yuan
/// print(incomes.quantile(.percent(50), .averaged))    // 5/2 yuan
/// print(incomes.quantile(.percent(25), .linear))      // 7/4 yuan
/// ```
///
/// Hyndman and Fan have no weights, so for a sample with weights a quantile is none of the nine. The
/// first three ask only which part of the persons is up to an income, weights and all, and go on;
/// the others number the observations, which weights leave open, and are undefined there.
///
/// Source: Hyndman and Fan, Sample quantiles in statistical packages, 1996; their numbers are those
/// of R's `type`.
public enum Quantile: String, Hashable, Codable, Sendable, CaseIterable {
  /// The first income with F ≥ p, the inverse of the distribution function: type 1.
  case lower
  /// The first income with F > p, which is none of the nine.
  case upper
  /// The mean of both, as SAS and Stata have it; of an even number of persons it is the usual
  /// median: type 2.
  case averaged
  /// The observation nearest to n·p, of two the even one: type 3.
  case closestObservation = "closest observation"
  /// Linear from one step of the distribution function to the next: type 4, m = 0.
  case interpolatedInverse = "interpolated inverse"
  /// Linear between the middles of the steps (Hazen): type 5, m = 1/2.
  case hazen
  /// Linear between the expected parts k / (n + 1) (Weibull), as Minitab and SPSS have it: type 6,
  /// m = p.
  case weibull
  /// Linear between the parts (k − 1) / (n − 1) (Gumbel), as R and spreadsheets have it: type 7, m
  /// = 1 − p.
  case linear
  /// Linear and approximately median-unbiased, whatever the distribution: type 8, m = (p + 1) / 3.
  case medianUnbiased = "median-unbiased"
  /// Linear and approximately unbiased for normal observations: type 9, m = p / 4 + 3/8.
  case normalUnbiased = "normal-unbiased"

  /// The number of the definition in Hyndman and Fan and in R, from 1 to 9, or `nil` for ``upper``,
  /// which is none of them.
  public var hyndmanFanType: Int? {
    switch self {
    case .lower: 1
    case .upper: nil
    case .averaged: 2
    case .closestObservation: 3
    case .interpolatedInverse: 4
    case .hazen: 5
    case .weibull: 6
    case .linear: 7
    case .medianUnbiased: 8
    case .normalUnbiased: 9
    }
  }

  /// The m of the definition as a + b·p, in 24ths.
  private var offset: (a: Int128, b: Int128) {
    switch self {
    case .lower, .upper, .averaged, .interpolatedInverse: (0, 0)
    case .closestObservation: (-12, 0)
    case .hazen: (12, 0)
    case .weibull: (0, 24)
    case .linear: (24, -24)
    case .medianUnbiased: (8, 8)
    case .normalUnbiased: (9, 6)
    }
  }

  /// True if it asks only for parts of the persons, which weights do not change.
  var holdsForWeights: Bool { self == .lower || self == .upper || self == .averaged }

  /// The number j of the observation, from 0 to n, that the quantile p of n is at or after, and the
  /// γ with which the next one counts.
  func place(_ part: Ratio, of count: Int64) -> (observation: Int128, next: Statistic) {
    let (whole, rest) = (Int128(part.numerator) * Int128(count))
      .quotientAndRemainder(dividingBy: Int128(part.denominator))
    // What is over the whole number, in 24ths of the part's denominator: that stays within 128
    // bits.
    let unit = 24 * Int128(part.denominator)
    let over = 24 * rest + offset.a * Int128(part.denominator) + offset.b * Int128(part.numerator)
    let below = over < 0 ? (over - unit + 1) / unit : over / unit
    let (observation, fraction) = (whole + below, over - below * unit)
    let next: Statistic =
      switch self {
      case .lower: .exact(fraction == 0 ? .zero : .whole)
      case .upper: .exact(.whole)
      case .averaged: .exact(fraction == 0 ? Ratio(1, 2) : .whole)
      case .closestObservation: .exact(fraction == 0 && observation % 2 == 0 ? .zero : .whole)
      default: Statistic(fraction, over: unit)
      }
    return (observation, next)
  }
}

extension Incomes {
  /// The income of a person below which a part of the persons is: money.
  ///
  /// - Parameters:
  ///   - part: The part of the persons, from 0 to 1.
  ///   - rule: What it is between two incomes; as it is if left out, type 1 of Hyndman and Fan.
  /// - Returns: Money, an exact fraction where it fits; undefined for a sample with weights where
  ///   the definition is for data without.
  /// - Precondition: The part is from 0 to 1.
  /// - Complexity: O(n).
  public func quantile(_ part: Ratio, _ rule: Quantile = .lower) -> Statistic {
    guard let (step, nextStep, next) = quantileSteps(part, rule) else {
      return .undefined(personParts == 0 ? .nobody : .weightedSample)
    }
    func income(_ step: Int) -> Statistic {
      .money(
        Money(fen: ranking.fen[step]),
        in: currency,
        per: ranking.persons[step],
        orElse: .nobody
      )
    }
    if step == nextStep || next == .exact(.zero) { return income(step) }
    if next == .exact(.whole) { return income(nextStep) }
    return income(step) * (.exact(.whole) - next) + income(nextStep) * next
  }

  /// The steps of the ranking that a quantile is in or between, and how much the second counts, or
  /// `nil` where there is no quantile.
  private func quantileSteps(
    _ part: Ratio,
    _ rule: Quantile
  ) -> (step: Int, nextStep: Int, next: Statistic)? {
    require(part >= .zero && part <= .whole, "A part of the persons is from 0 to 1.")
    guard personParts > 0, weights == nil || rule.holdsForWeights else { return nil }
    let (observation, next) = rule.place(part, of: personParts)
    var step = 0
    var upTo = Int128(ranking.persons[0])
    while upTo < observation, step < ranking.count - 1 {
      step += 1
      upTo += Int128(ranking.persons[step])
    }
    // Before the first observation there is only that one, and after the last only the last.
    return (step, upTo == observation && step < ranking.count - 1 ? step + 1 : step, next)
  }

  /// The income of those above the 80 % quantile over that of those at or below the 20 % one.
  ///
  /// A quantile between two incomes parts the persons where the lower of them does.
  func ratioOfQuintiles(_ rule: Quantile) -> Statistic {
    guard let low = quantileSteps("20%", rule), let high = quantileSteps("80%", rule) else {
      return .undefined(personParts == 0 ? .nobody : .weightedSample)
    }
    if ranking.fen[0] < 0 { return .undefined(.negativeIncome) }
    func parting(_ place: (step: Int, nextStep: Int, next: Statistic)) -> Int {
      place.next == .exact(.whole) ? place.nextStep : place.step
    }
    let poor = ranking.fen[...parting(low)].reduce(0, +)
    let rich = ranking.fen[(parting(high) + 1)...].reduce(0, +)
    return poor == 0
      ? .undefined(.zeroShare) : Statistic(Int128(rich), over: Int128(poor))
  }
}
