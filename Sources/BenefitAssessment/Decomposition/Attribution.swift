public import BenefitBinding

/// By how much each scheme lowers poverty, or any other index, where several reach the same household.
///
/// Taken first in, two schemes that each lift a household over the line are both credited with it; taken
/// last in, neither is. The Shapley value credits each with what it adds on average over all orders, and
/// only it adds up to what all schemes do together. All three stand side by side:
///
/// ```swift
/// let lifted = try settlement.attribution(of: .poorPersons, below: .yuan(3_335))
/// for scheme in lifted.schemes {
///   print(scheme.name, scheme.shapley, scheme.firstIn, scheme.lastIn)
/// }
/// print(lifted.total, lifted.table().text)
/// ```
public struct Attribution: Sendable {
  /// The measure that is lowered.
  public let measure: Phrase

  /// The index without any scheme.
  public let before: Statistic

  /// The index with all of them.
  public let after: Statistic

  /// The contributions of the schemes in the order of settling, each above zero where the scheme lowers the index: its
  /// own part of the total, its effect without the others, and the effect that the others would miss without it.
  public let schemes: [(name: String, shapley: Statistic, firstIn: Statistic, lastIn: Statistic)]

  /// By how much all schemes together lower the index: the schemes' own parts add up to it.
  public var total: Statistic { before - after }

  /// Returns the schemes with their three contributions to six decimals, and the total.
  public func table(in language: Language = .english) -> Table {
    var table = Table(
      .words(en: "scheme", zh: "方案"),
      .amount(en: "Shapley", zh: "沙普利值"),
      .amount(en: "first in", zh: "最先计入"),
      .amount(en: "last in", zh: "最后计入"),
      in: language
    )
    for scheme in schemes {
      let parts = [scheme.shapley, scheme.firstIn, scheme.lastIn]
      table.add([scheme.name] + parts.map { $0.text(decimals: 6, in: language) })
    }
    // What schemes do first in, or last in, adds up to nothing in particular.
    let all = Phrase(en: "all together", zh: "合计").text(in: language)
    table.add(all, total.text(decimals: 6, in: language), "", "")
    return table
  }
}

/// A measure of poverty that is a sum over households, so that each scheme's own part of it can be worked out
/// household by household.
///
/// Over all persons N and the line z they give the indices of Foster, Greer and Thorbecke: headcount =
/// poor persons / N, gap index = gap / (N·z).
public enum PovertySum: String, Hashable, Codable, Sendable, CaseIterable {
  /// The persons in households below the line: lowered, the number lifted over it.
  case poorPersons = "poor persons"
  /// The households below the line.
  case poorHouseholds = "poor households"
  /// The money that the poor lack to reach the line, an amount of money.
  case gap = "poverty gap"
  /// The severity, the mean over all persons of the squared gap as a part of the line.
  case severity = "severity, FGT(2)"

  /// Returns the measure in a language.
  public func text(in language: Language) -> String { phrase.text(in: language) }

  /// The measure.
  var phrase: Phrase {
    let chinese =
      switch self {
      case .poorPersons: "贫困人口"
      case .poorHouseholds: "贫困户"
      case .gap: "贫困缺口"
      case .severity: "贫困强度"
      }
    return Phrase(en: rawValue, zh: chinese)
  }
}
