/// Collects what a block of statements lists: clauses, tiers or the schemes of a programme.
///
/// A function of one's own takes such a block by the attribute `@ListBuilder<Clause>`.
@resultBuilder
public enum ListBuilder<Element>: Sendable {
  /// One element.
  public static func buildExpression(_ element: Element) -> [Element] { [element] }
  /// Several elements at once, such as the clauses of another scheme.
  public static func buildExpression(_ elements: [Element]) -> [Element] { elements }
  /// The elements of all statements.
  public static func buildBlock(_ elements: [Element]...) -> [Element] { Array(elements.joined()) }
  /// The elements of an `if` without `else`.
  public static func buildOptional(_ elements: [Element]?) -> [Element] { elements ?? [] }
  /// The elements of the first branch.
  public static func buildEither(first elements: [Element]) -> [Element] { elements }
  /// The elements of the second branch.
  public static func buildEither(second elements: [Element]) -> [Element] { elements }
  /// The elements of a loop.
  public static func buildArray(_ elements: [[Element]]) -> [Element] { Array(elements.joined()) }
}

extension ListBuilder where Element == Clause {
  /// A pot that is shared out.
  public static func buildExpression(_ clause: Distribution) -> [Clause] {
    [.distribution(clause)]
  }
  /// An amount that each household has coming by itself.
  public static func buildExpression(_ clause: Payment) -> [Clause] { [.payment(clause)] }
  /// Produce that households sell.
  public static func buildExpression(_ clause: Purchase) -> [Clause] { [.purchase(clause)] }
  /// Work that households' members do.
  public static func buildExpression(_ clause: Employment) -> [Clause] { [.employment(clause)] }
  /// A quantity in whole units, which is no money.
  public static func buildExpression(_ clause: Allotment) -> [Clause] { [.allotment(clause)] }
}
