public import BenefitBinding

/// One source of income and what it adds to the Gini index of the whole.
///
/// With the share S of the source in all income and its concentration index C in the order of the whole income, it
/// adds S·C, and the sources together add up to the index. C is also R·G with the Gini index G of the source by
/// itself and the Gini correlation R. Source: Lerman and Yitzhaki, Income inequality effects by income source,
/// 1985.
///
/// ```swift
/// let incomes = try Incomes([.yuan(100), .yuan(300)])
/// let sources = try incomes.sources([
///   ("wages", [.yuan(20), .yuan(280)]), ("dividend", [.yuan(80), .yuan(20)]),
/// ])
/// for source in sources { print(source.name, source.share, source.contribution) }
/// // wages 3/4 13/40
/// // dividend 1/4 -3/40
/// ```
public struct IncomeSource: Hashable, Sendable {
  /// The name of the source.
  public let name: String
  /// The part of all income that comes from it, S.
  public let share: Statistic
  /// Its concentration index in the order of the whole income, C.
  public let concentration: Statistic
  /// The Gini index of the source by itself, G.
  public let gini: Statistic
  /// The contribution of the source to the Gini index of the whole, S·C.
  public let contribution: Statistic
  /// By how much the Gini index of the whole rises for each part by which all amounts of the source do,
  /// S·(C − Gini of the whole).
  public let marginalEffect: Statistic

  /// The Gini correlation R: the concentration over the Gini index of the source.
  public var giniCorrelation: Statistic {
    concentration.divided(by: gini, orElse: .zeroShare)
  }
}

extension Incomes {
  /// Returns the contribution of each source of income to the Gini index.
  ///
  /// - Parameter sources: For each source its name and the amount of each household; costs are amounts
  ///   below zero.
  /// - Returns: The sources in the order given.
  /// - Throws: `BenefitError` where a source has not one amount for each household, or a household's
  ///   amounts do not add up to its income.
  /// - Complexity: O(k · n) for k sources and n households.
  public func sources(
    _ sources: [(name: String, amounts: [Money])]
  ) throws(BenefitError) -> [IncomeSource] {
    var sums = [Int128](repeating: 0, count: fen.count)
    var columns: [[Int64]] = []
    for source in sources {
      let column = try aligned(source.amounts)
      for (row, amount) in column.enumerated() { sums[row] += Int128(amount) }
      columns.append(column)
    }
    for (row, sum) in sums.enumerated() where sum != Int128(fen[row]) {
      throw BenefitError(
        .doesNotAddUp,
        at: .row(row + 1),
        found: Phrase(
          en:
            "the sources add up to \(sum) and the income is \(self[row].fen), both in hundredths.",
          zh: "各收入来源合计 \(sum)，收入为 \(self[row].fen)（均以百分之一单位计）。"
        ),
        advice: Phrase(
          en: "Name every source, costs as amounts below zero.",
          zh: "请列出全部来源，成本填负数。"
        )
      )
    }
    let whole = lorenz.index
    return zip(sources, columns).map { source, column in
      let curve = ConcentrationCurve(self, ranking.pooled(column))
      let share =
        totalFen == 0
        ? .undefined(.zeroTotal) : Statistic(Int128(curve.totalFen), over: Int128(totalFen))
      // A source that adds up to nothing has no index of its own, but its spread still counts.
      let contribution = curve.contribution
      return IncomeSource(
        name: source.name,
        share: share,
        concentration: curve.index,
        gini: Incomes(unchecked: column, persons: persons, weights: weights, currency).lorenz.index,
        contribution: contribution,
        marginalEffect: contribution - share * whole
      )
    }
  }
}
