extension InKindTally {
  /// Returns the position of the contract on a day, with the events entered so far.
  func position(on day: Day) -> InKindPosition {
    var parts = kinds
    for (index, claim) in terms.owed.enumerated() { parts[claim.good] = part(index, on: day) }
    var position = stock
    for (kind, counted) in parts {
      var part = counted
      if terms.offspringBelongTo == .borrower {
        part.kept.offspring = max(0, part.alive.offspring - part.stillOwed)
      }
      position += part
      if let kind { position[kind] = part }
    }
    if case .comesBack(let term) = terms.lentStock {
      position.stockOwed = stockOwed
      if term.day(after: contract.day) <= day {
        position.stockArrears = stockOwed - stock.broughtBack
      }
    } else if position.isSettled {
      position.kept.lent = stock.alive.lent
    }
    return position
  }

  /// Returns the counts of one claim's good, and the units owed of it on a day.
  func part(_ claim: Int, on day: Day) -> InKindPosition {
    let claimed = terms.owed(
      of: claim,
      for: contract.heads,
      at: dates[claim],
      lenderDeaths: lenderDeaths,
      on: day
    )
    var part = kinds[terms.owed[claim].good] ?? InKindPosition()
    // A later death may let off what was delivered already; it is not claimed back.
    part.owed = max(claimed.total, part.delivered)
    part.due = claimed.due
    part.arrears = max(0, claimed.due - part.delivered)
    part.toCome = part.owed - part.delivered - part.arrears
    return part
  }

  /// The lent stock that is to come back in all.
  var stockOwed: Int {
    guard case .comesBack = terms.lentStock else { return 0 }
    let dead = lenderDeaths.reduce(0) { $0 + $1.heads }
    return max(contract.heads - dead, stock.broughtBack)
  }
}
