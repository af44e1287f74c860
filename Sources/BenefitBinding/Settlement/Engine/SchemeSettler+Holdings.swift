// What households hold of a line is carried where the terms refer to it, and nowhere else.

extension SchemeSettler {
  /// The lines whose holdings the terms refer to, each once.
  var heldLines: [String] {
    var lines: [String] = []
    let all = terms.members.expression.heldLines + terms.clauses.flatMap(\.heldLines)
    for line in all where !lines.contains(line) { lines.append(line) }
    return lines
  }

  /// Brings in what the households hold from earlier seasons.
  mutating func openHoldings() throws(BenefitError) {
    for line in heldLines {
      try requireHolding(line)
      binder.held[line] = ledger.holding(of: line, scheme: terms.name).column(for: register)
    }
  }

  /// Adds what the season gave to what the households held.
  mutating func closeHoldings() throws(BenefitError) {
    for line in heldLines {
      guard var column = binder.held[line], let added = binder.lines[line]?.fen else { continue }
      for row in column.indices {
        column[row] = try sum(
          column[row],
          added[row],
          .holding(line),
          .household(register.ids[row])
        )
      }
      let holding = ledger.holding(of: line, scheme: terms.name).replaced(column, for: register)
      let all = holding.sum
      _ = try binder.fen(all, .holding(line))
      ledger.set(holding)
    }
  }

  private func requireHolding(_ line: String) throws(BenefitError) {
    let additions = terms.clauses.flatMap(\.lines).filter { $0.flow == .addition }.map(\.name)
    guard additions.contains(line) else {
      throw binder.failure(
        .unknownName,
        .init("holding", line),
        found: Phrase(
          en: "no line of the scheme with that name adds to holdings, as an \"addition\".",
          zh: "方案中没有该名称的新增持有项目（「addition」）。"
        ),
        advice: .list(Phrase(en: "Additions", zh: "新增持有项目"), of: additions)
      )
    }
  }
}

extension Expression {
  /// The lines whose holdings from earlier seasons the formula reads.
  var heldLines: [String] {
    if case .held(let line) = self { return [line] }
    return parts.flatMap(\.heldLines)
  }
}
