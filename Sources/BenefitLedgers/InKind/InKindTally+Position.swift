internal import BenefitBinding

extension InKindTally {
  /// Returns the position of the contract on a day, with the events entered so far.
  func position(on day: Day) -> InKindPosition {
    var parts = kinds
    for claim in terms.claims { parts[claim.good] = part(claim, on: day) }
    var position = stock
    for (kind, counted) in parts {
      var part = counted
      if terms.offspringBelongTo == .borrower {
        part[.offspringKept] = max(0, part[.offspringAlive] - part[.stillOwed])
      }
      position.add(part, of: kind)
    }
    if let term = terms.stockDue {
      position[.stockOwed] = stockOwed
      if term.day(after: contract.day) <= day {
        position[.stockArrears] = stockOwed - stock[.broughtBack]
      }
    } else if position.isSettled {
      position[.stockKept] = stock[.stockAlive]
    }
    return position
  }

  /// Returns the counts of one claim's good, and the units owed of it on a day.
  func part(_ claim: InKindTerms.Claim, on day: Day) -> InKindPosition {
    let (due, total) = claim.owed(
      for: contract.heads,
      at: dueDays[claim.good] ?? [],
      lenderDeaths: lenderDeaths,
      on: day
    )
    var part = kinds[claim.good] ?? InKindPosition()
    let delivered = part[.delivered]
    // A later death may let off what was delivered already; it is not claimed back.
    part[.owed] = max(total, delivered)
    part[.due] = due
    part[.arrears] = max(0, due - delivered)
    part[.toCome] = part[.owed] - delivered - part[.arrears]
    return part
  }

  /// The unit of the lent stock in Chinese.
  var lentUnit: String { terms.lent.unit.chinese }

  /// The lent stock that is to come back in all.
  var stockOwed: Int {
    terms.stockDue == nil ? 0 : max(contract.heads - headsLetOff, stock[.broughtBack])
  }
}
