public import BenefitBinding

/// The effect of a change of incomes on their inequality: how much, for whom, and at whose expense.
///
/// With the Gini index G before, G′ after, and C the concentration index of the incomes after in the order
/// before, the effect G − G′ is the Reynolds–Smolensky index G − C of vertical redistribution less the reranking
/// G′ − C, which is never below zero where incomes are not. Persons who had equal incomes are pooled.
///
/// ```swift
/// let before = try Incomes([.yuan(100), .yuan(200), .yuan(600)])
/// let after = try Incomes([.yuan(350), .yuan(200), .yuan(600)])
/// let change = try Redistribution(from: before, to: after)
/// print(change.effect, change.reynoldsSmolensky, change.reranking)    // 86/621 140/621 2/23
/// ```
///
/// Sources: Reynolds and Smolensky, 1977; Atkinson, 1980; Plotnick, 1981.
public struct Redistribution: Hashable, Sendable {
  private let before, after: Incomes

  /// The incomes after in the order before.
  public let afterByBefore: ConcentrationCurve

  /// Compares the incomes of the same households before and after.
  ///
  /// - Throws: `BenefitError` where the households are not the same in number, members and weights, or the
  ///   currency is not.
  /// - Complexity: O(n).
  public init(from before: Incomes, to after: Incomes) throws(BenefitError) {
    try after.check(.incomesAfter, sameAs: before)
    self.before = before
    self.after = after
    afterByBefore = ConcentrationCurve(before, before.ranking.pooled(after.fen))
  }

  /// By how much the Gini index falls, G − G′.
  ///
  /// - Complexity: O(n).
  public var effect: Statistic { before.lorenz.index - after.lorenz.index }

  /// The vertical redistribution, G − C.
  ///
  /// - Complexity: O(n).
  public var reynoldsSmolensky: Statistic { before.lorenz.index - afterByBefore.index }

  /// The effect that is lost because households overtake others, G′ − C.
  ///
  /// - Complexity: O(n).
  public var reranking: Statistic { after.lorenz.index - afterByBefore.index }
}
