public import BenefitBinding

/// A measure of poverty: its name, its convention, and by ``Poverty`` its value.
///
/// Poor are those strictly below the line. The persons are N, the poor q, their gaps gᵢ = (z − yᵢ) / z.
///
/// ```swift
/// let incomes = try Incomes([.yuan(6_000), .yuan(8_000), .yuan(11_000)], persons: [3, 4, 2])
/// let poverty = incomes.poverty(below: .yuan(3_335))
/// for index in PovertyIndex.standard {
///   print(index.name, poverty[index].text(decimals: 4), index.convention, separator: " | ")
/// }
/// ```
public enum PovertyIndex: Hashable, Encodable, Sendable {
  /// The part of the persons who are poor, q / N.
  case headcount
  /// The part of the persons at or below the line: the other convention in use.
  case headcountAtOrBelow
  /// The poverty gap, Σgᵢ / N: the index of Foster, Greer and Thorbecke of order 1.
  case povertyGap
  /// The severity, Σgᵢ² / N: the index of Foster, Greer and Thorbecke of order 2.
  case severity
  /// The index of Foster, Greer and Thorbecke of any order of zero or more, Σgᵢᵃ / N.
  case fosterGreerThorbecke(order: Double)
  /// The mean gap of the poor alone, Σgᵢ / q.
  case incomeGapRatio
  /// The Watts index, Σ ln(z / yᵢ) / N over the poor.
  case watts
  /// Sen's index in the replication-invariant form, H·(I + (1 − I)·G), with the Gini index of the poor.
  case sen
  /// Sen's index as of 1976 for a finite population, with G·q / (q + 1).
  case senFinite
  /// The index of Sen, Shorrocks and Thon, Σgᵢ(2N − 2rᵢ + 1) / N² with the rank rᵢ from the poorest.
  case senShorrocksThon
  /// Thon's index as of 1979 for a finite population, 2Σgᵢ(N + 1 − rᵢ) / (N(N + 1)).
  case thonFinite
  /// The mean years until the poor reach the line, those above it counting 0, where all incomes grow at a
  /// rate a year: the Watts index over the rate.
  case averageExitTime(growth: Ratio)
  /// The Gini index of the poor's incomes.
  case giniOfPoor
  /// The Gini index of all persons' gaps, those above the line counting 0.
  case giniOfGaps

  /// The measures that reports show.
  public static let standard: [Self] = [
    .headcount, .povertyGap, .severity, .incomeGapRatio, .watts, .sen, .senShorrocksThon,
  ]
}

extension PovertyIndex {
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
    case .headcount:
      (
        Phrase(en: "headcount, FGT(0)", zh: "贫困发生率"),
        Phrase(en: "strictly below the line, persons", zh: "按人，低于贫困线")
      )
    case .headcountAtOrBelow:
      (
        Phrase(en: "headcount at or below the line", zh: "贫困发生率（含等于贫困线）"),
        Phrase(en: "at or below the line, persons", zh: "按人，不高于贫困线")
      )
    case .povertyGap:
      (Phrase(en: "poverty gap, FGT(1)", zh: "贫困缺口率"), Self.overAll)
    case .severity: (Phrase(en: "severity, FGT(2)", zh: "贫困强度"), Self.overAll)
    case .fosterGreerThorbecke(let order):
      (
        Phrase(en: "FGT(\(order.plainText))", zh: "福斯特-格里尔-索贝克指数（\(order.plainText) 阶）"),
        Self.overAll
      )
    case .incomeGapRatio:
      (
        Phrase(en: "income gap ratio", zh: "收入缺口比率"),
        Phrase(en: "mean over the poor", zh: "对贫困人口平均")
      )
    case .watts:
      (
        Phrase(en: "Watts", zh: "瓦茨指数"),
        Phrase(
          en: "mean over all persons, natural logarithm; zero incomes stay in: then infinite",
          zh: "对全部人口平均，自然对数；保留零收入，此时为无穷大"
        )
      )
    case .sen:
      (
        Phrase(en: "Sen", zh: "森指数"),
        Phrase(en: "replication-invariant, Gini of the poor only", zh: "复制不变，只用贫困人口的基尼系数")
      )
    case .senFinite:
      (
        Phrase(en: "Sen 1976, finite", zh: "森指数（1976 年，有限总体）"),
        Phrase(en: "Gini of the poor times q / (q + 1)", zh: "贫困人口的基尼系数乘以 q / (q + 1)")
      )
    case .senShorrocksThon:
      (
        Phrase(en: "Sen-Shorrocks-Thon", zh: "森-肖罗克斯-托恩指数"),
        Phrase(en: "replication-invariant, mid-ranks", zh: "复制不变，中间位次")
      )
    case .thonFinite:
      (
        Phrase(en: "Thon 1979, finite", zh: "托恩指数（1979 年，有限总体）"),
        Phrase(en: "ranks from 1 to N, over N + 1", zh: "位次为 1 至 N，除以 N + 1")
      )
    case .averageExitTime(let growth):
      (
        Phrase(
          en: "average exit time at \(growth.percentText(decimals: 1))",
          zh: "平均脱贫时间（年增长 \(growth.percentText(decimals: 1, in: .simplifiedChinese))）"
        ),
        Phrase(en: "years, mean over all persons", zh: "年，对全部人口平均")
      )
    case .giniOfPoor:
      (
        Phrase(en: "Gini of the poor", zh: "贫困人口的基尼系数"),
        Phrase(en: "population form", zh: "总体形式")
      )
    case .giniOfGaps:
      (
        Phrase(en: "Gini of the gaps", zh: "贫困缺口的基尼系数"),
        Phrase(en: "population form, over all persons", zh: "总体形式，对全部人口")
      )
    }
  }

  private static let overAll = Phrase(en: "mean over all persons", zh: "对全部人口平均")

  /// True if the index of a population is the mean of its groups' indices, weighted by their
  /// persons.
  var isAdditive: Bool {
    switch self {
    case .headcount, .headcountAtOrBelow, .povertyGap, .severity, .fosterGreerThorbecke: true
    case .watts, .averageExitTime: true
    default: false
    }
  }
}
