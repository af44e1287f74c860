extension Statement: CustomStringConvertible {
  /// The statement in full, in English.
  public var description: String { text(.full) }

  /// The statement as a text table, each amount followed by how it came about; of a year in parts, the
  /// statements of the parts one below the other, and what they come to.
  ///
  /// What the household owes or pays back, and what is only stated for the record, stands below its gains, apart
  /// from what it earned.
  ///
  /// - Parameters:
  ///   - depth: The reader it is written for.
  ///   - language: The language it is written in.
  /// - Returns: Several lines of at most 76 characters, where names and formulas are not longer.
  public func text(_ depth: Derivation.Depth, in language: Language = .english) -> String {
    let words = Words(language)
    if let parts {
      return (parts.map { $0.text(depth, in: language) } + [sums(of: parts, language)])
        .joined(separator: "\n\n")
    }
    let persons = Figure.text(Int128(household.persons), over: 1, .quantity(.person), in: language)
    var table = TextColumns(width: 76)
    table.add(
      [household.id, household.gaqa, persons, season].joined(separator: words.comma),
      currency.units.text(in: language)
    )
    for (title, entries) in sections(in: language) {
      if let title { table.add(title, "") }
      add(entries, depth, language, to: &table)
      if title == nil { addGains(to: &table, language) }
    }
    return table.description
  }

  /// The entries that the gains are made of, without a title, and those that are no part of them, each group
  /// under its title.
  package func sections(in language: Language) -> [(title: String?, entries: [Entry])] {
    let words = Words(language)
    let apart: [(title: String, flows: [Flow])] = [
      (words.debts, [.debt, .repayment, .recovery]), (words.memos, [.memo]),
    ]
    let flowsApart = apart.flatMap(\.flows)
    return [(nil, entries.filter { !flowsApart.contains($0.flow) })]
      + apart.map { title, flows in (title, entries.filter { flows.contains($0.flow) }) }
      .filter { !$0.entries.isEmpty }
  }

  /// The gains by name: net and for each person, and gross where there are costs.
  package func gains(in language: Language) -> [(name: String, amount: Money)] {
    let words = Words(language)
    return (costs == .zero ? [] : [(words.gross, gross)])
      + [(words.net, net), (words.netPerPerson, netPerPerson)]
  }

  private func add(
    _ entries: [Entry],
    _ depth: Derivation.Depth,
    _ language: Language,
    to table: inout TextColumns
  ) {
    let words = Words(language)
    var scheme: String?
    for entry in entries {
      if entry.scheme != scheme {
        table.add("  " + entry.scheme, "")
        if let mode = entry.mode { table.add("    \(words.organisedAs)\(mode)", "") }
      }
      scheme = entry.scheme
      let name = entry.name(in: language)
      table.add(
        "    \(words.line(name, entry.flow.text(in: language)))",
        entry.amountText(in: language, of: currency)
      )
      if let liability = entry.liability { table.add("      \(liability.words(in: language))", "") }
      table.add("      = \(entry.derivation.formula(in: language))", "")
      for line in entry.derivation.explanation(depth, in: language) {
        table.add("      " + line, "")
      }
    }
  }

  private func sums(of parts: [Statement], _ language: Language) -> String {
    let words = Words(language)
    var table = TextColumns(width: 76)
    table.add(
      [household.id, season, words.parts(parts.count)].joined(separator: words.comma),
      currency.units.text(in: language)
    )
    addGains(to: &table, language)
    return table.description
  }

  private func addGains(to table: inout TextColumns, _ language: Language) {
    for (name, amount) in gains(in: language) { table.add("  " + name, currency.text(amount)) }
  }
}

extension Statement.Entry {
  /// The amount as it counts in a currency, or the quantity with its unit.
  package func amountText(in language: Language, of currency: Currency) -> String {
    if let quantity { return quantity.words(in: language) }
    return currency.text(flow == .cost ? -amount : amount)
  }
}

/// The words of a statement in a language.
private struct Words {
  let comma, organisedAs, gross, net, netPerPerson, debts, memos: String
  let line: (String, String) -> String
  let parts: (Int) -> String

  init(_ language: Language) {
    switch language {
    case .english:
      (comma, organisedAs) = (", ", "organised as ")
      (gross, net, netPerPerson) = ("gross gain", "net gain", "net gain per person")
      debts = "owed and paid back, no part of the gain"
      memos = "spent on it, no part of the gain"
      line = { "\($0) (\($1))" }
      parts = { "parts: \($0)" }
    case .simplifiedChinese:
      (comma, organisedAs) = ("，", "组织方式：")
      (gross, net, netPerPerson) = ("总收益", "净收益", "人均净收益")
      debts = "借款和还款（不计入收益）"
      memos = "为该户支出（备查，不计入收益）"
      line = { "\($0)（\($1)）" }
      parts = { "分 \($0) 期" }
    }
  }
}
