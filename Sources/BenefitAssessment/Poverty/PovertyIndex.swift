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
  /// The name of the measure.
  public var name: String { terms.name }

  /// The method of computation, and the variant chosen where several are in use.
  public var convention: String { terms.convention }

  private var terms: (name: String, convention: String) {
    switch self {
    case .headcount: ("headcount, FGT(0)", "strictly below the line, persons")
    case .headcountAtOrBelow: ("headcount at or below the line", "at or below the line, persons")
    case .povertyGap: ("poverty gap, FGT(1)", "mean over all persons")
    case .severity: ("severity, FGT(2)", "mean over all persons")
    case .fosterGreerThorbecke(let order): ("FGT(\(order.plainText))", "mean over all persons")
    case .incomeGapRatio: ("income gap ratio", "mean over the poor")
    case .watts:
      ("Watts", "mean over all persons, natural logarithm; zero incomes stay in: then infinite")
    case .sen: ("Sen", "replication-invariant, Gini of the poor only")
    case .senFinite: ("Sen 1976, finite", "Gini of the poor times q / (q + 1)")
    case .senShorrocksThon: ("Sen-Shorrocks-Thon", "replication-invariant, mid-ranks")
    case .thonFinite: ("Thon 1979, finite", "ranks from 1 to N, over N + 1")
    case .averageExitTime(let growth):
      ("average exit time at \(growth.percentText(decimals: 1))", "years, mean over all persons")
    case .giniOfPoor: ("Gini of the poor", "population form")
    case .giniOfGaps: ("Gini of the gaps", "population form, over all persons")
    }
  }

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
