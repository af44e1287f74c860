/// A measure of inequality: its name, its convention, and by ``Incomes`` its value.
///
/// ```swift
/// let incomes = try Incomes([.yuan(6_000), .yuan(8_000), .yuan(11_000)], persons: [3, 4, 2])
/// for index in InequalityIndex.standard {
///   print(index.name, incomes[index].text(decimals: 4), index.convention, separator: " | ")
/// }
/// ```
public enum InequalityIndex: Hashable, Encodable, Sendable {
  /// The Gini index in the population form, which replication leaves as it is.
  case gini
  /// The Gini index times the correction of a sample's bias towards zero, n / (n − 1) for n households or persons.
  case giniCorrected(Population.Unit)
  /// The Gini index over 1 − Σwᵢ², households being observations with weights wᵢ that add up to 1.
  case giniCorrectedForWeights
  /// The generalised entropy index of any order.
  case entropy(order: Double)
  /// The Atkinson index with an aversion to inequality of zero or more.
  case atkinson(aversion: Double)
  /// The part of all income that would have to change hands for equality (Hoover, Pietra, Robin Hood).
  case hoover
  /// The standard deviation over the mean, in the population form.
  case coefficientOfVariation
  /// The income share of the richest fifth over that of the poorest, on the Lorenz curve.
  case s80s20
  /// The income share of the richest tenth over that of the poorest four, on the Lorenz curve.
  case palma
  /// The income of those above the 80 % quantile over that of those at or below the 20 % quantile.
  case quintileIncomes(Quantile)

  /// The mean log deviation, Theil's second measure: the generalised entropy of order 0.
  public static let meanLogDeviation = Self.entropy(order: 0)
  /// Theil's first measure: the generalised entropy of order 1.
  public static let theil = Self.entropy(order: 1)
  /// Half the squared coefficient of variation: the generalised entropy of order 2.
  public static let halfSquaredVariation = Self.entropy(order: 2)

  /// The measures that reports show.
  public static let standard: [Self] = [
    .gini, .meanLogDeviation, .theil, .halfSquaredVariation, .atkinson(aversion: 0.5),
    .atkinson(aversion: 1), .atkinson(aversion: 2), .hoover, .coefficientOfVariation, .s80s20,
    .palma,
  ]
}

extension InequalityIndex {
  /// The name of the measure.
  public var name: String { terms.name }

  /// The method of computation, and the variant chosen where several are in use.
  public var convention: String { terms.convention }

  private var terms: (name: String, convention: String) {
    switch self {
    case .gini: ("Gini", "population form, persons weighted, no small-sample correction")
    case .giniCorrected(.households):
      ("Gini, corrected for households", "population form times n / (n - 1) for n households")
    case .giniCorrected(.persons):
      ("Gini, corrected for persons", "population form times N / (N - 1) for N persons")
    case .giniCorrectedForWeights:
      ("Gini, corrected for weights", "population form over 1 - sum of squared weights")
    case .entropy(order: 0): ("mean log deviation, GE(0)", "zero incomes stay in: then infinite")
    case .entropy(order: 1): ("Theil, GE(1)", "zero incomes stay in")
    case .entropy(order: 2): ("half squared CV, GE(2)", "zero incomes stay in")
    case .entropy(let order):
      (
        "generalised entropy, GE(\(order.plainText))",
        order <= 0 ? "zero incomes stay in: then infinite" : "zero incomes stay in"
      )
    case .atkinson(let aversion):
      (
        "Atkinson(\(aversion.plainText))",
        aversion >= 1 ? "zero incomes stay in: then 1" : "zero incomes stay in"
      )
    case .hoover: ("Hoover", "half the mean absolute deviation from the mean, over the mean")
    case .coefficientOfVariation: ("coefficient of variation", "divided by N, not N - 1")
    case .s80s20: ("S80/S20", "(1 - L(0.8)) / L(0.2), persons of one income split")
    case .palma: ("Palma", "(1 - L(0.9)) / L(0.4), persons of one income split")
    case .quintileIncomes(let quantile):
      (
        "S80/S20 by quantiles, \(quantile.rawValue)",
        "persons of one income not split; \(quantile.convention)"
      )
    }
  }
}
