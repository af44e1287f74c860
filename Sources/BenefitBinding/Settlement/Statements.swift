extension Settlement {
  /// The statements of all households, by the rows of the register.
  ///
  /// Each is made when it is read, in O(l) for l lines; what they have in common is worked out once, here.
  ///
  /// - Complexity: O(n · l) for n households and l lines.
  public var statements: LazyMapCollection<Range<Int>, Statement> {
    let explainers = explainers
    return register.indices.lazy.map { statement(at: $0, explainers) }
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
  /// - Complexity: O(n) for n households.
  public func derivation(of line: Line, at row: Int) -> Derivation {
    explained { () throws(BenefitError) in
      var opened = try Explainer.Opened(self, scheme: line.scheme)
      for earlier in lines where earlier.scheme == line.scheme && earlier.stands(before: line) {
        opened.add(earlier)
      }
      return try Explainer(opened, line).derivation(at: row)
    }
  }
}

extension Settlement {
  /// The explainers of the lines, in the order of settling.
  private var explainers: [Explainer] {
    explained { () throws(BenefitError) in
      var opened: Explainer.Opened?
      return try lines.map { (line) throws(BenefitError) in
        // The lines of a scheme stand together, in the order of settling.
        var scheme =
          if let opened, opened.scheme == line.scheme { opened } else {
            try Explainer.Opened(self, scheme: line.scheme)
          }
        let explainer = try Explainer(scheme, line)
        scheme.add(line)
        opened = scheme
        return explainer
      }
    }
  }

  private func statement(at row: Int, _ explainers: [Explainer]) -> Statement {
    let entries = explainers.filter { $0.line[row] != .zero }.map { explainer in
      Statement.Entry(
        scheme: explainer.line.scheme,
        mode: explainer.binder.terms.organisationMode?.name,
        name: explainer.line.name,
        flow: explainer.line.flow,
        amount: explainer.line[row],
        derivation: explained { () throws(BenefitError) in
          try explainer.derivation(at: row)
        }
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
private func explained<Value>(_ explain: () throws(BenefitError) -> Value) -> Value {
  do {
    return try explain()
  } catch {
    stop("A settled amount cannot be explained: \(error)")
  }
}
