public import BenefitBinding

/// The choice of a quantile where the persons up to an income are exactly the part asked for.
///
/// Elsewhere the three agree. The persons counted are compared as integers, never as rounded parts.
///
/// ```swift
/// let incomes = try Incomes([.yuan(1), .yuan(2), .yuan(3), .yuan(4)])
/// print(incomes.quantile(.percent(50), .lower))       // 2 yuan
/// print(incomes.quantile(.percent(50), .averaged))    // 5/2 yuan
/// ```
public enum Quantile: String, Hashable, Codable, Sendable, CaseIterable {
  /// That income: the inverse of the distribution function.
  case lower
  /// The next higher income.
  case upper
  /// The mean of both, as SAS and Stata have it; of an even number of persons it is the usual median.
  case averaged

  /// The rule in a formula.
  var convention: Phrase {
    switch self {
    case .lower: Phrase(en: "the first income with F >= p", zh: "首个 F >= p 的收入")
    case .upper: Phrase(en: "the first income with F > p", zh: "首个 F > p 的收入")
    case .averaged:
      Phrase(
        en: "the mean of the first incomes with F >= p and F > p",
        zh: "首个 F >= p 与首个 F > p 的收入的平均"
      )
    }
  }

  /// The rule in a word.
  var phrase: Phrase {
    let chinese =
      switch self {
      case .lower: "取下"
      case .upper: "取上"
      case .averaged: "取平均"
      }
    return Phrase(en: rawValue, zh: chinese)
  }
}

extension Incomes {
  /// The income of a person below which a part of the persons is: money.
  ///
  /// - Parameters:
  ///   - part: The part of the persons, from 0 to 1.
  ///   - rule: What it is between two incomes.
  /// - Returns: Yuan, an exact fraction where it fits.
  /// - Precondition: The part is from 0 to 1.
  /// - Complexity: O(n).
  public func quantile(_ part: Ratio, _ rule: Quantile = .lower) -> Statistic {
    guard !fen.isEmpty else { return .undefined(.nobody) }
    func income(_ rule: Quantile) -> Statistic {
      let step = quantileStep(part, rule)
      return .yuan(
        Money(fen: ranking.fen[step]),
        per: ranking.persons[step],
        orElse: .nobody
      )
    }
    guard rule == .averaged else { return income(rule) }
    return (income(.lower) + income(.upper)) * .exact(Ratio(1, 2))
  }

  /// The step of the ranking that a quantile is in; the last where there is none above.
  private func quantileStep(_ part: Ratio, _ rule: Quantile) -> Int {
    require(part >= .zero && part <= .whole, "A part of the persons is from 0 to 1.")
    let target = Int128(part.numerator) * Int128(personCount)
    var upTo: Int128 = 0
    for step in 0..<ranking.count {
      upTo += Int128(ranking.persons[step]) * Int128(part.denominator)
      if upTo > target || (rule == .lower && upTo == target) { return step }
    }
    return ranking.count - 1
  }

  /// The income of those above the 80 % quantile over that of those at or below the 20 % one.
  ///
  /// A quantile between two incomes parts the persons where the lower of them does.
  func ratioOfQuintiles(_ rule: Quantile) -> Statistic {
    if fen.isEmpty { return .undefined(.nobody) }
    if ranking.fen[0] < 0 { return .undefined(.negativeIncome) }
    let parting: Quantile = rule == .upper ? .upper : .lower
    let poor = ranking.fen[...quantileStep("20%", parting)].reduce(0, +)
    let rich = ranking.fen[(quantileStep("80%", parting) + 1)...].reduce(0, +)
    return poor == 0
      ? .undefined(.zeroShare) : Statistic(Int128(rich), over: Int128(poor))
  }
}
