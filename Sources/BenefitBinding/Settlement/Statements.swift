extension Settlement {
  /// The statements of all households, by the rows of the register.
  ///
  /// Each is made when it is read, in O(l) for l lines.
  public var statements: LazyMapCollection<Range<Int>, Statement> {
    register.indices.lazy.map { statement(at: $0) }
  }

  /// The statement of a household, or `nil` where the register does not hold it.
  ///
  /// - Complexity: O(l + log n) for l lines and n households.
  public func statement(for id: Household.ID) -> Statement? {
    register.row(of: id).map { statements[$0] }
  }

  /// Returns the derivation of the amount of one line for one household.
  ///
  /// It also says why a household gets nothing.
  ///
  /// - Complexity: O(l) for l lines.
  public func derivation(of line: Line, at row: Int) -> Derivation {
    let origin = origins.first { $0.line.scheme == line.scheme && $0.line.name == line.name }
    guard let origin else { stop("The settlement has no line \"\(line.name)\".") }
    return origin.derivation(at: row).denominated(in: currency)
  }
}

extension Settlement {
  private func statement(at row: Int) -> Statement {
    let entries = origins.filter { $0.line.fen[row] != 0 }.map { origin in
      Statement.Entry(
        scheme: origin.line.scheme,
        mode: origin.explainer.terms.organisationMode?.name,
        name: origin.line.name,
        flow: origin.line.flow,
        liability: origin.line.liability,
        quantity: origin.line.unit == nil ? nil : origin.line.quantity(at: row),
        money: origin.line.unit == nil ? origin.line[row] : nil,
        derivation: origin.derivation(at: row).denominated(in: currency)
      )
    }
    return Statement(
      household: register[row],
      season: season.name,
      currency: currency,
      entries: entries,
      gross: gross(at: row),
      costs: costs(at: row)
    )
  }
}
