public import BenefitBinding

extension PublicNotice {
  /// A row for each household: its persons, its income and costs line by line, and what they come to, with the totals.
  ///
  /// Costs stand below zero. Lines that are neither income nor cost, such as stakes, repayments and quantities, come after the
  /// total and say what they are.
  public func table(in language: Language = .english) -> Table {
    let lines = Array(zip(settlement.lines, totals))
    let counted = lines.filter { $0.0.isCounted }
    let others = lines.filter { !$0.0.isCounted }
    func columns(_ lines: [(line: Line, total: Int64)]) -> [Table.Column] {
      lines.map { .amount(en: title($0.line, .english), zh: title($0.line, .simplifiedChinese)) }
    }
    var table = Table(
      [.words(en: "household", zh: "户"), .amount(en: "persons", zh: "人口")] + columns(counted)
        + [.amount(en: "total", zh: "合计")] + columns(others),
      in: language
    )
    var (persons, net) = (0 as Int64, Money.zero)
    for (row, label) in zip(rows, labels) {
      func cells(_ lines: [(line: Line, total: Int64)]) -> [String] {
        lines.map { $0.line.cell($0.line.fen[row], settlement.currency, language) }
      }
      persons += settlement.register.persons[row]
      net += settlement.net(at: row)
      table.add(
        [label, "\(settlement.register.persons[row])"] + cells(counted)
          + [settlement.currency.text(settlement.net(at: row))] + cells(others)
      )
    }
    func sums(_ lines: [(line: Line, total: Int64)]) -> [String] {
      lines.map { $0.line.cell($0.total, settlement.currency, language) }
    }
    table.addTotals(["\(persons)"] + sums(counted) + [settlement.currency.text(net)] + sums(others))
    return table
  }

  /// A row for each pot, for what was brought forward to it, for what households and accounts got of it, for odd amounts and for what
  /// is left: in the gaqa of the notice, and in all gaqas.
  ///
  /// Of a pot that all gaqas share, the first column shows the part that fell to the gaqa, which is what its households and
  /// its account got; what is of all together stands in the second only.
  public func potTable(in language: Language = .english) -> Table {
    var table = Table(
      [.words(en: "pot", zh: "资金来源"), .words(en: "part", zh: "去向")]
        + (gaqa.map { [.amount($0)] } ?? []) + [.amount(en: "all gaqas", zh: "各嘎查合计")],
      in: language
    )
    for pot in pots {
      func text(_ amount: Int64) -> String {
        pot.unit.text(of: amount, in: language, of: settlement.currency)
      }
      for item in pot.items {
        let here = item.here.map { text($0) } ?? ""
        table.add(
          [name(pot, language), item.title.text(in: language)] + (gaqa == nil ? [] : [here])
            + [text(item.all)]
        )
      }
    }
    return table
  }

  /// The name of a pot, with its scheme where there are several.
  func name(_ pot: NoticePot, _ language: Language) -> String {
    named(StandardLine.words(pot.clause, in: language), of: pot.scheme, language)
  }

  private func named(_ name: String, of scheme: String, _ language: Language) -> String {
    let mark = language == .english ? ": " : "："
    return settlement.schemes.count > 1 ? scheme + mark + name : name
  }

  /// The name of a line, with what it is where that is no income.
  private func title(_ line: Line, _ language: Language) -> String {
    let name = named(line.name(in: language), of: line.scheme, language)
    if line.flow.isIncome { return name }
    let flow = line.flow.text(in: language)
    return language == .english ? "\(name) (\(flow))" : "\(name)（\(flow)）"
  }
}

extension Line {
  /// True if the line is part of what a household gains.
  fileprivate var isCounted: Bool { flow.isIncome || flow == .cost }

  /// An amount of the line as the notice shows it, a cost below zero.
  fileprivate func cell(_ fen: Int64, _ currency: Currency, _ language: Language) -> String {
    unit.text(of: flow == .cost ? -fen : fen, in: language, of: currency)
  }
}
