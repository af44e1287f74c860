extension Settlement {
  /// The statements of all households, in the register's order.
  ///
  /// Each is made when it is read; what they have in common is worked out once, here.
  ///
  /// - Complexity: O(n · l) for n households and l lines.
  public var statements: Statements { Statements(self) }

  /// The statement of a household, or `nil` where the register does not hold it.
  ///
  /// For many households, read ``statements``.
  ///
  /// - Complexity: O(n · l) for n households and l lines.
  public func statement(for id: Household.ID) -> Statement? {
    register.row(of: id).map { statement(at: $0) }
  }

  /// The statement of the household in a row of the register.
  ///
  /// For many households, read ``statements``.
  ///
  /// - Complexity: O(n · l) for n households and l lines.
  public func statement(at row: Int) -> Statement { statements[row] }

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

/// The statements of all households of a settlement, each made when it is read.
public struct Statements: RandomAccessCollection, Sendable {
  private let settlement: Settlement
  private let explainers: [Explainer]

  init(_ settlement: Settlement) {
    self.settlement = settlement
    explainers = explained { () throws(BenefitError) in
      var opened: Explainer.Opened?
      return try settlement.lines.map { (line) throws(BenefitError) in
        // The lines of a scheme stand together, in the order of settling.
        var scheme =
          if let opened, opened.scheme == line.scheme { opened } else {
            try Explainer.Opened(settlement, scheme: line.scheme)
          }
        let explainer = try Explainer(scheme, line)
        scheme.add(line)
        opened = scheme
        return explainer
      }
    }
  }

  /// The row of the first household.
  public var startIndex: Int { 0 }

  /// The number of households.
  public var endIndex: Int { settlement.register.count }

  /// The statement of the household in a row of the register.
  ///
  /// - Complexity: O(l) for l lines.
  public subscript(row: Int) -> Statement {
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
      household: settlement.register[row],
      season: settlement.season.name,
      entries: entries,
      gross: settlement.gross(at: row),
      costs: settlement.costs(at: row)
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
