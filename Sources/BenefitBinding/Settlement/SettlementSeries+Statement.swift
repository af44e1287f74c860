extension SettlementSeries {
  /// The statement of a household for all parts, or `nil` where it is in none.
  ///
  /// It names the household as the last part knows it, and lists the entries of all parts in order, with their
  /// sums; the statement of each part is one of its ``Statement/parts``. What the household holds or owes at
  /// the end of a part stands there once, as the last part that says it has it.
  ///
  /// Hold this one against a poverty line: half a year's gain says nothing about a year's income.
  ///
  /// - Complexity: O(n · l) for n households and l lines of all parts.
  public func statement(for household: Household.ID) -> Statement? {
    let statements = parts.compactMap { $0.statement(for: household) }
    guard let last = statements.last, let total = total(for: household) else { return nil }
    return Statement(
      household: last.household,
      season: name,
      currency: last.currency,
      entries: Self.entries(of: statements),
      gross: total.gross,
      costs: total.costs,
      parts: statements
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
