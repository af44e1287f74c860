extension Settlement {
  /// A row for each line with what it gives in all, and the totals of income and costs.
  ///
  /// What is held, owed or paid back is neither, as is a quantity, and stands in a column of its own.
  public func table(in language: Language = .english) -> Table {
    var table = Table(
      .scheme,
      .words(en: "line", zh: "项目"),
      .words(en: "kind", zh: "性质"),
      .amount(en: "households", zh: "户数"),
      .amount(en: "income", zh: "收入"),
      .amount(en: "costs", zh: "成本"),
      .amount(en: "neither", zh: "不计收支"),
      in: language
    )
    for line in lines {
      let total = line.totalText(in: language)
      table.add(
        line.scheme,
        line.name(in: language),
        line.flow.text(in: language),
        "\(line.householdCount)",
        line.flow.isIncome ? total : "",
        line.flow == .cost ? total : "",
        line.flow.isIncome || line.flow == .cost ? "" : total
      )
    }
    let reached = "\(householdsReached)"
    table.addTotals(["", "", reached, currency.text(gross), currency.text(costs), ""])
    return table
  }

  /// A row for each household and line with the amount and the formula that gave it, in the order of the register.
  ///
  /// - Parameters:
  ///   - names: The names of the persons in charge, by household; without any the table has no column of names.
  ///   - language: The language of the titles and formulas.
  /// - Returns: The table.
  public func statementTable(
    names: [Household.ID: String] = [:],
    in language: Language = .english
  ) -> Table {
    let named: [Table.Column] = names.isEmpty ? [] : [.words(en: "name", zh: "户主姓名")]
    let columns: [Table.Column] = [
      .gaqa,
      .amount(en: "persons", zh: "人口"),
      .scheme,
      .words(en: "line", zh: "项目"),
      .words(en: "kind", zh: "性质"),
      .amount(en: "amount", zh: "金额"),
      .words(en: "because", zh: "计算依据"),
    ]
    var table = Table([.words(en: "household", zh: "户编号")] + named + columns, in: language)
    for statement in statements {
      let household = statement.household
      let place =
        [household.id] + (names.isEmpty ? [] : [names[household.id] ?? ""])
        + [household.gaqa, "\(household.persons)"]
      for entry in statement.entries {
        table.add(
          place + [
            entry.scheme,
            entry.name(in: language),
            entry.flow.text(in: language),
            entry.quantity?.words(in: language) ?? currency.text(entry.amount),
            entry.derivation.formula(in: language),
          ]
        )
      }
    }
    return table
  }

  /// A row for each balance of the books that was or is other than zero: before, after, and the change that
  /// is to be posted.
  ///
  /// - Precondition: No change leaves 64 bits of fen.
  public func postings(in language: Language = .english) -> Table {
    var table = Table(
      .scheme,
      .gaqa,
      .balance,
      .amount(en: "before", zh: "期初"),
      .amount(en: "posted", zh: "本期"),
      .amount(en: "after", zh: "期末"),
      in: language
    )
    let before = Dictionary(
      uniqueKeysWithValues: openingBooks.balances.map { ($0.place, $0.amount) }
    )
    let after = Dictionary(
      uniqueKeysWithValues: closingBooks.balances.map { ($0.place, $0.amount) }
    )
    let new = closingBooks.balances.filter { before[$0.place] == nil }
    for balance in openingBooks.balances + new {
      let (opening, closing) = (before[balance.place] ?? .zero, after[balance.place] ?? .zero)
      table.add(
        balance.scheme ?? "",
        balance.gaqa ?? "",
        balance.item.words(in: language),
        currency.text(opening),
        currency.text(closing - opening),
        currency.text(closing)
      )
    }
    return table
  }
}

extension Waterfall {
  /// A row for each pot, for what each tier takes of it, and for what is left, with the totals of all pots.
  ///
  /// - Precondition: The sums over all pots fit 64 bits of fen.
  public func table(in language: Language = .english) -> Table {
    var table = Table(
      .gaqa,
      .words(en: "tier", zh: "分配项"),
      .amount(en: "due", zh: "应付"),
      .amount(en: "brought forward", zh: "上期结转"),
      .amount(en: "paid", zh: "已分配"),
      .amount(en: "residue", zh: "尾差"),
      .amount(en: "left", zh: "余额"),
      in: language
    )
    let whole = Phrase(en: "pot", zh: "分配总额").text(in: language)
    func text(_ whole: Int64) -> String { unit.text(of: whole, in: language, of: currency) }
    func total(_ columns: [[Int64]]) -> Int64 {
      let sum = columns.joined().exactSum
      guard let total = Int64(exactly: sum) else {
        stop("All pots of \"\(clause)\" together are more than 64 bits can hold.")
      }
      return total
    }
    for pot in pots.indices {
      table.add(gaqa(pot) ?? "", whole, "", "", "", "", text(pots[pot]))
      var left = pots[pot]
      for step in steps {
        left &-= step.paid[pot] &+ step.residue[pot] &- step.broughtForward[pot]
        table.add(
          gaqa(pot) ?? "",
          step.title(pot, in: language, of: currency),
          text(step.due[pot]),
          text(step.broughtForward[pot]),
          text(step.paid[pot]),
          text(step.residue[pot]),
          text(left)
        )
        // One pot is shared among the gaqas; of its own pot a gaqa gets all that is paid.
        for part in gaqas == nil ? step.gaqas ?? [] : [] {
          table.add(
            part.gaqa,
            step.title(pot, in: language, of: currency),
            "",
            "",
            text(part.fen),
            "",
            ""
          )
        }
      }
    }
    let totals = [
      steps.map(\.broughtForward), steps.map(\.paid), steps.map(\.residue), [remainders],
    ]
    .map(total)
    table.addTotals(["", ""] + totals.map(text))
    return table
  }
}

extension Waterfall.Step {
  /// The name, with the number of those who are not listed and what falls to each.
  fileprivate func title(
    _ pot: Int,
    in language: Language,
    of currency: Currency
  ) -> String {
    let name = name(in: language)
    guard let count = unlisted(pot), let each = each(pot, to: currency.step) else { return name }
    let words = Phrase(
      en: "\(name) (\(count) not listed, \(currency.text(each)) each)",
      zh:
        "\(name)（未列入名册的 \(count.words(in: .simplifiedChinese))，\(count.unit.each(in: .simplifiedChinese)) \(currency.text(each))）"
    )
    return words.text(in: language)
  }
}

extension Books {
  /// A row for each balance, with the totals of the money in accounts and residues, and of the losses.
  ///
  /// - Precondition: The totals fit 64 bits of fen.
  public func table(in language: Language = .english) -> Table {
    var table = Table(
      .scheme,
      .gaqa,
      .balance,
      .amount(en: "money", zh: "资金"),
      .amount(en: "loss", zh: "亏损"),
      in: language
    )
    var (money, losses) = (Money.zero, Money.zero)
    for balance in balances {
      let isLoss = balance.item == .loss
      if isLoss { losses += balance.amount } else { money += balance.amount }
      let amount = currency.text(balance.amount)
      let cells = [balance.scheme ?? "", balance.gaqa ?? "", balance.item.words(in: language)]
      table.add(cells + (isLoss ? ["", amount] : [amount, ""]))
    }
    table.addTotals(["", "", currency.text(money), currency.text(losses)])
    return table
  }
}

extension Books.Item: CustomStringConvertible {
  /// The kind in words, such as `brought forward for dividend`.
  public var description: String { words(in: .english) }

  fileprivate func words(in language: Language) -> String {
    switch (self, language) {
    case (.loss, .english): "losses brought forward"
    case (.loss, .simplifiedChinese): "结转亏损"
    case (.residue(let line), .english): "brought forward for \(line)"
    case (.residue(let line), .simplifiedChinese):
      "\(StandardLine.words(line, in: language))的结转尾差"
    case (.account(let account), _): account.words(in: language)
    }
  }
}

extension Table.Column {
  fileprivate static let scheme = words(en: "scheme", zh: "方案")
  fileprivate static let gaqa = words(en: "gaqa", zh: "嘎查")
  fileprivate static let balance = words(en: "balance", zh: "余额项目")
}
