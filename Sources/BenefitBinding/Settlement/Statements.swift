extension Settlement {
  /// The statements of all households, by the rows of the register.
  ///
  /// Each is made when it is read, in O(l) for l lines; what they have in common is worked out once, here.
  ///
  /// - Complexity: O(n · l) for n households and l lines.
  public var statements: LazyMapCollection<Range<Int>, Statement> {
    let origins = origins
    return register.indices.lazy.map { statement(at: $0, origins) }
  }

  /// The statement of a household, or `nil` where the register does not hold it.
  ///
  /// For many households, read ``statements``.
  ///
  /// - Complexity: O(n · l) for n households and l lines.
  public func statement(for id: Household.ID) -> Statement? {
    register.row(of: id).map { statements[$0] }
  }

  /// Returns the derivation of the amount of one line for one household.
  ///
  /// It also says why a household gets nothing.
  ///
  /// - Complexity: O(n · l) for n households and l lines.
  public func derivation(of line: Line, at row: Int) -> Derivation {
    let origin = origins.first { $0.line.scheme == line.scheme && $0.line.name == line.name }
    guard let origin else { stop("The settlement has no line \"\(line.name)\".") }
    return explained { () throws(BenefitError) in try origin.derivation(at: row) }
  }
}

extension Settlement {
  /// The origins of the lines, noted as they are settled once more, which settling keeps no room for.
  var origins: [LineOrigin] {
    explained { () throws(BenefitError) in
      var origins: [LineOrigin] = []
      _ = try Self(settling: schemes, season, for: register, books: openingBooks) { origins += $0 }
      return origins
    }
  }

  private func statement(at row: Int, _ origins: [LineOrigin]) -> Statement {
    let entries = origins.filter { $0.line[row] != .zero }.map { origin in
      Statement.Entry(
        scheme: origin.line.scheme,
        mode: origin.binder.terms.organisationMode?.name,
        name: origin.line.name,
        flow: origin.line.flow,
        amount: origin.line[row],
        derivation: explained { () throws(BenefitError) in try origin.derivation(at: row) }
      )
    }
    return Statement(
      household: register[row],
      season: season.name,
      entries: entries,
      gross: gross(at: row),
      costs: costs(at: row)
    )
  }
}

/// The result of explaining, which cannot fail: settling evaluated the same formulas.
func explained<Value>(_ explain: () throws(BenefitError) -> Value) -> Value {
  do {
    return try explain()
  } catch {
    stop("A settled amount cannot be explained: \(error)")
  }
}
