/// What one household is owed for a year that was settled in parts.
public struct SeriesStatement: Hashable, Encodable, Sendable {
  /// The statements of the parts in which the household took part, in order; at least one.
  public let parts: [Statement]

  /// All parts as one statement: the household as the last part knows it, the entries of all parts in
  /// order, and their sums.
  ///
  /// What the household holds or owes at the end of a part stands there once, as the last part that says
  /// it has it.
  ///
  /// Hold this one against a poverty line: half a year's gain says nothing about a year's income.
  public let whole: Statement
}

extension SettlementSeries {
  /// The statement of a household, or `nil` where it is in no part.
  ///
  /// - Complexity: O(n · l) for n households and l lines of all parts.
  public func statement(for household: Household.ID) -> SeriesStatement? {
    let statements = parts.compactMap { $0.statement(for: household) }
    guard let last = statements.last, let total = total(for: household) else { return nil }
    return SeriesStatement(
      parts: statements,
      whole: Statement(
        household: last.household,
        season: name,
        entries: Self.entries(of: statements),
        gross: total.gross,
        costs: total.costs
      )
    )
  }

  /// The entries of all statements, of stocks only the last.
  private static func entries(of statements: [Statement]) -> [Statement.Entry] {
    var stated: Set<[String]> = []
    var entries: [Statement.Entry] = []
    for entry in statements.flatMap(\.entries).reversed()
    where !entry.flow.isStock || stated.insert([entry.scheme, entry.name]).inserted {
      entries.append(entry)
    }
    return entries.reversed()
  }
}

extension SeriesStatement: CustomStringConvertible {
  /// The statements of the parts one below the other, and what they come to.
  public var description: String {
    var sums = TextColumns(width: 76)
    sums.add("\(whole.household.id), \(whole.season), parts: \(parts.count)", "yuan")
    if whole.costs != .zero { sums.add("  gross gain", whole.gross.description) }
    sums.add("  net gain", whole.net.description)
    sums.add("  net gain per person", whole.netPerPerson.description)
    return (parts.map(\.description) + [sums.description]).joined(separator: "\n\n")
  }
}
