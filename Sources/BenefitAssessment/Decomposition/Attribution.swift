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
/// print(lifted.total, lifted.table.text)
/// ```
public struct Attribution: Sendable {
  /// The measure that is lowered, and its unit.
  public let measure: String

  /// The index without any scheme.
  public let before: Statistic

  /// The index with all of them.
  public let after: Statistic

  /// The contributions of the schemes in the order of settling, each above zero where the scheme lowers the index: its
  /// own part of the total, its effect without the others, and the effect that the others would miss without it.
  public let schemes: [(name: String, shapley: Statistic, firstIn: Statistic, lastIn: Statistic)]

  /// By how much all schemes together lower the index: the schemes' own parts add up to it.
  public var total: Statistic { before - after }

  /// The schemes with their three contributions to six decimals, and the total.
  public var table: Table {
    var table = Table("scheme", .amount("Shapley"), .amount("first in"), .amount("last in"))
    for scheme in schemes {
      let parts = [scheme.shapley, scheme.firstIn, scheme.lastIn]
      table.add([scheme.name] + parts.map { $0.text(decimals: 6) })
    }
    // What schemes do first in, or last in, adds up to nothing in particular.
    table.add("all together", total.text(decimals: 6), "", "")
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
  /// The money that the poor lack to reach the line, in yuan.
  case gap = "poverty gap in yuan"
  /// The severity, the mean over all persons of the squared gap as a part of the line.
  case severity = "severity, FGT(2)"
}
