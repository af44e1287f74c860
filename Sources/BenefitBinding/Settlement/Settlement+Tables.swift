extension Settlement {
  /// A row for each line with what it gives in all, and the totals of income and costs.
  ///
  /// What is held, owed or paid back is neither, and stands in a column of its own.
  public var table: Table {
    var table = Table(
      "scheme",
      "line",
      "kind",
      .amount("households"),
      .amount("income"),
      .amount("costs"),
      .amount("neither")
    )
    for line in lines {
      let total = line.total.description
      table.add(
        line.scheme,
        line.name,
        "\(line.flow)",
        "\(line.householdCount)",
        line.flow.isIncome ? total : "",
        line.flow == .cost ? total : "",
        line.flow.isIncome || line.flow == .cost ? "" : total
      )
    }
    let reached = "\(householdsReached)"
    table.addTotals(["", "", reached, gross.description, costs.description, ""])
    return table
  }

  /// A row for each balance of the books that was or is other than zero: before, after, and the change that
  /// is to be posted.
  ///
  /// - Precondition: No change leaves 64 bits of fen.
  public var postings: Table {
    var table = Table(
      "scheme",
      "gaqa",
      "balance",
      .amount("before"),
      .amount("posted"),
      .amount("after")
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
        "\(balance.item)",
        opening.description,
        (closing - opening).description,
        closing.description
      )
    }
    return table
  }
}

extension Waterfall {
  /// A row for each pot, for what each tier takes of it, and for what is left, with the totals of all pots.
  ///
  /// - Precondition: The sums over all pots fit 64 bits of fen.
  public var table: Table {
    var table = Table(
      "gaqa",
      "tier",
      .amount("due"),
      .amount("brought forward"),
      .amount("paid"),
      .amount("residue"),
      .amount("left")
    )
    var (broughtForward, paid, residue) = (Money.zero, Money.zero, Money.zero)
    for pot in pots.indices {
      table.add(gaqa(pot) ?? "", "pot", "", "", "", "", self.pot(pot).description)
      var left = pots[pot]
      for step in steps {
        left &-= step.paid[pot] &+ step.residue[pot] &- step.broughtForward[pot]
        table.add(
          gaqa(pot) ?? "",
          step.name,
          step.due(pot).description,
          step.broughtForward(pot).description,
          step.paid(pot).description,
          step.residue(pot).description,
          Money(fen: left).description
        )
        broughtForward += step.broughtForward(pot)
        paid += step.paid(pot)
        residue += step.residue(pot)
      }
    }
    let left = remainders.reduce(Money.zero) { $0 + Money(fen: $1) }
    table.addTotals(["", ""] + [broughtForward, paid, residue, left].map(\.description))
    return table
  }
}

extension Books {
  /// A row for each balance, with the totals of the money in accounts and residues, and of the losses.
  ///
  /// - Precondition: The totals fit 64 bits of fen.
  public var table: Table {
    var table = Table("scheme", "gaqa", "balance", .amount("money"), .amount("loss"))
    var (money, losses) = (Money.zero, Money.zero)
    for balance in balances {
      let isLoss = balance.item == .loss
      if isLoss { losses += balance.amount } else { money += balance.amount }
      let amount = balance.amount.description
      let cells = [balance.scheme ?? "", balance.gaqa ?? "", "\(balance.item)"]
      table.add(cells + (isLoss ? ["", amount] : [amount, ""]))
    }
    table.addTotals(["", "", money.description, losses.description])
    return table
  }
}

extension Books.Item: CustomStringConvertible {
  /// The kind in words, such as `odd fen of dividend`.
  public var description: String {
    switch self {
    case .loss: "losses brought forward"
    case .residue(let line): "brought forward for \(line)"
    case .account(let account): "\(account)"
    }
  }
}
