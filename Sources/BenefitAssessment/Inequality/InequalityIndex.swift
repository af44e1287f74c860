public import BenefitBinding

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
  /// The Gini index times the correction of a sample's bias towards zero, n / (n − 1) for n
  /// households or persons of the sample, however many each stands for.
  case giniCorrected(Population.Unit)
  /// The Gini index over 1 − Σwᵢ², households being observations with weights wᵢ, their persons
  /// times what they stand for, that add up to 1.
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
  /// The name of the measure in English.
  public var name: String { name(in: .english) }

  /// Returns the name of the measure in a language.
  public func name(in language: Language) -> String { terms.name.text(in: language) }

  /// The method of computation, and the variant chosen where several are in use, in English.
  public var convention: String { convention(in: .english) }

  /// Returns the method of computation, and the variant chosen where several are in use, in a language.
  public func convention(in language: Language) -> String { terms.convention.text(in: language) }

  /// The name and the convention.
  var terms: (name: Phrase, convention: Phrase) {
    switch self {
    case .gini:
      (
        Phrase(en: "Gini", zh: "基尼系数"),
        Phrase(
          en: "population form, persons weighted, no small-sample correction",
          zh: "总体形式，按人加权，不作小样本校正"
        )
      )
    case .giniCorrected(.households):
      (
        Phrase(en: "Gini, corrected for households", zh: "基尼系数（按户校正）"),
        Phrase(
          en: "population form times n / (n - 1) for n households",
          zh: "总体形式乘以 n / (n - 1)，n 为户数"
        )
      )
    case .giniCorrected(.persons):
      (
        Phrase(en: "Gini, corrected for persons", zh: "基尼系数（按人校正）"),
        Phrase(
          en: "population form times N / (N - 1) for N persons",
          zh: "总体形式乘以 N / (N - 1)，N 为人数"
        )
      )
    case .giniCorrectedForWeights:
      (
        Phrase(en: "Gini, corrected for weights", zh: "基尼系数（按权数校正）"),
        Phrase(
          en: "population form over 1 - sum of squared weights",
          zh: "总体形式除以（1 - 权数平方和）"
        )
      )
    case .entropy(order: 0):
      (Phrase(en: "mean log deviation, GE(0)", zh: "平均对数离差"), Self.zerosInfinite)
    case .entropy(order: 1): (Phrase(en: "Theil, GE(1)", zh: "泰尔指数"), Self.zeros)
    case .entropy(order: 2):
      (Phrase(en: "half squared CV, GE(2)", zh: "变异系数平方的一半"), Self.zeros)
    case .entropy(let order):
      (
        Phrase(
          en: "generalised entropy, GE(\(order.plainText))",
          zh: "广义熵指数（\(order.plainText) 阶）"
        ), order <= 0 ? Self.zerosInfinite : Self.zeros
      )
    case .atkinson(let aversion):
      (
        Phrase(en: "Atkinson(\(aversion.plainText))", zh: "阿特金森指数（\(aversion.plainText)）"),
        aversion >= 1
          ? Phrase(en: "zero incomes stay in: then 1", zh: "保留零收入，此时为 1") : Self.zeros
      )
    case .hoover:
      (
        Phrase(en: "Hoover", zh: "胡佛指数"),
        Phrase(
          en: "half the mean absolute deviation from the mean, over the mean",
          zh: "平均绝对离差的一半除以均值"
        )
      )
    case .coefficientOfVariation:
      (
        Phrase(en: "coefficient of variation", zh: "变异系数"),
        Phrase(en: "divided by N, not N - 1", zh: "除以 N，不是 N - 1")
      )
    case .s80s20:
      (
        Phrase(en: "S80/S20", zh: "五等分收入比（S80/S20）"),
        Phrase(
          en: "(1 - L(0.8)) / L(0.2), persons of one income split",
          zh: "(1 - L(0.8)) / L(0.2)，收入相同的人可拆分"
        )
      )
    case .palma:
      (
        Phrase(en: "Palma", zh: "帕尔马比值"),
        Phrase(
          en: "(1 - L(0.9)) / L(0.4), persons of one income split",
          zh: "(1 - L(0.9)) / L(0.4)，收入相同的人可拆分"
        )
      )
    case .quintileIncomes(let quantile):
      (
        Phrase(
          en: "S80/S20 by quantiles, \(quantile.rawValue)",
          zh: "按分位数的五等分收入比（S80/S20，\(quantile.phrase.text(in: .simplifiedChinese))）"
        ),
        Phrase(
          en: "persons of one income not split; \(quantile.convention)",
          zh: "收入相同的人不拆分；\(quantile.convention.text(in: .simplifiedChinese))"
        )
      )
    }
  }

  private static let zeros = Phrase(en: "zero incomes stay in", zh: "保留零收入")
  private static let zerosInfinite = Phrase(
    en: "zero incomes stay in: then infinite",
    zh: "保留零收入，此时为无穷大"
  )
}
