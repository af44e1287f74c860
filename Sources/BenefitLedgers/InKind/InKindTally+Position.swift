internal import BenefitBinding

extension InKindTally {
  /// Returns the position of the contract on a day, with the events entered so far.
  func position(on day: Day) -> InKindPosition {
    var parts = kinds
    for claim in terms.claims { parts[claim.good] = part(claim, on: day) }
    // Offspring of unknown sex may yet be needed for any kind that is owed.
    let short = terms.kindsOwed.reduce(0) { sum, good in
      let part = parts[good] ?? .init()
      return sum + max(0, part[.stillOwed] - part[.offspringAlive])
    }
    var position = money
    for (kind, counted) in parts {
      var part = counted
      if terms.offspringBelongTo == .borrower {
        let reserved = kind == nil ? short : part[.stillOwed]
        part[.offspringKept] = max(0, part[.offspringAlive] - reserved)
      }
      position.add(part, of: kind, inTotal: kind?.isMoney != true)
    }
    let isDelivered = position.isSettled
    for (good, counted) in stocks {
      var stock = counted
      if let term = terms.stockDue {
        stock[.stockOwed] = stockOwed(good)
        if term.day(after: contract.day) <= day {
          stock[.stockArrears] = stock[.stockOwed] - stock[.broughtBack]
        }
      } else if isDelivered {
        stock[.stockKept] = stock[.stockAlive]
      }
      position.add(stock, of: good, inTotal: terms.isOfHerd(good))
    }
    return position
  }

  /// Returns the counts of one claim's good, and the units owed of it on a day.
  func part(_ claim: InKindTerms.Claim, on day: Day) -> InKindPosition {
    let (due, total) = claim.owed(
      at: dueDays[claim.good] ?? [],
      on: day,
      for: heads
    )
    var part = kinds[claim.good] ?? InKindPosition()
    let met = part.met
    // A later death may let off what was met already; it is not claimed back.
    part[.owed] = max(total, met)
    part[.due] = due
    part[.arrears] = max(0, due - met)
    part[.toCome] = part[.owed] - met - part[.arrears]
    return part
  }

  /// Returns the day on which the oldest units in arrears of a claim fell due, or `nil` where none are.
  func oldestArrears(_ claim: InKindTerms.Claim, on day: Day) -> Day? {
    let part = part(claim, on: day)
    let met = part.met
    let days = dueDays[claim.good] ?? []
    return days.filter { $0 <= day && claim.owed(at: days, on: $0, for: heads).due > met }.min()
  }

  /// The word that the lent stock is counted with in Chinese.
  var lentUnit: String { terms.lent.countingWord }

  /// Returns the lent stock of a good that is to come back in all.
  func stockOwed(_ good: Good) -> Int {
    guard let stock = stocks[good], terms.stockDue != nil, terms.isOfHerd(good) else { return 0 }
    return max(stock[.lent] - headsLetOff(good), stock[.broughtBack])
  }

  /// Returns the units lent of a good, or of all animals, less those that the lender lost until a day.
  private func heads(_ good: Good?, until day: Day) -> Int {
    (good.map { [$0] } ?? terms.animalsLent).reduce(0) { sum, good in
      sum + (stocks[good]?[.lent] ?? 0) - headsLetOff(good, until: day)
    }
  }

  /// Returns the deaths of a lent good that the lender bears, until a day.
  func headsLetOff(_ good: Good, until day: Day = .end) -> Int {
    lenderDeaths[good, default: [:]].reduce(0) { $1.key <= day ? $0 + $1.value : $0 }
  }
}
