extension InKindLedger {
  /// The contracts that a fund makes of the heads that came back.
  ///
  /// Heads that a household passed on go to the household it names, on that day. All others join the
  /// pool, offspring once they are reared; from the pool each full lot goes to whoever waits and never had
  /// a contract of the fund, on the day on which the lot is full and not before the fund's latest
  /// contract. Once its contracts are in the ledger, the rule makes no second ones of the same heads.
  ///
  /// - Parameters:
  ///   - rule: To whom, how many, and when.
  ///   - day: The last day on which contracts are made; the day of the fund's latest contract where
  ///     that is later.
  /// - Returns: The contracts, who still waits, and what is left in the pool.
  /// - Throws: ``BenefitError`` where the fund's contracts lend more heads than it had.
  /// - Complexity: O(p·c + n log n) for p heads passed on, c contracts, and n contracts, events and
  ///   households that wait.
  public func passOn(by rule: PassOnRule, until day: Day) throws(BenefitError) -> PassOn {
    let made = contracts.filter { $0.lender == rule.lender }.ordered(by: \.day)
    let start = made.last?.day ?? day
    let last = max(start, day)
    let arrivals = arrivals(by: rule, until: last)

    // Heads passed on are lent to whom they went; those still without a contract are no one else's.
    var unmatched = made
    var loans: [Loan] = []
    var pooled: [Arrival] = []
    for arrival in arrivals {
      guard let borrower = arrival.borrower else {
        pooled.append(arrival)
        continue
      }
      let place = unmatched.firstIndex {
        $0.borrower == borrower && $0.heads == arrival.heads && $0.day >= arrival.ready
      }
      if let place {
        unmatched.remove(at: place)
        pooled.append(arrival)
      } else {
        loans.append(Loan(day: arrival.ready, borrower: borrower, heads: arrival.heads))
      }
    }
    try checkStock(of: made, by: rule, pooled)

    var next = PassOn()
    var hadTurn = Set(made.map(\.borrower) + loans.map(\.borrower))
    var queue = rule.waiting.filter { hadTurn.insert($0).inserted }[...]
    func lendLots(on day: Day) {
      while next.pool >= rule.lot, let borrower = queue.popFirst() {
        next.pool -= rule.lot
        loans.append(Loan(day: day, borrower: borrower, heads: rule.lot))
      }
    }
    next.pool = made.reduce(rule.stock) { $0 - $1.heads }
    next.pool += pooled.reduce(0) { $1.ready <= start ? $0 + $1.heads : $0 }
    lendLots(on: start)
    for arrival in pooled where arrival.ready > start && arrival.ready <= last {
      next.pool += arrival.heads
      lendLots(on: arrival.ready)
    }

    var ids = Set(contracts.map(\.id))
    var number = made.count
    for loan in loans.ordered(by: \.day) {
      repeat { number += 1 } while !ids.insert("\(rule.lender)-\(number)").inserted
      next.contracts.append(
        InKindContract(
          "\(rule.lender)-\(number)",
          borrower: loan.borrower,
          lender: rule.lender,
          on: loan.day,
          heads: loan.heads
        )
      )
    }
    next.waiting = Array(queue)
    next.cameBack = arrivals.reduce(0) { $0 + $1.heads }
    next.inRearing = arrivals.reduce(0) { $1.ready > last ? $0 + $1.heads : $0 }
    next.lent = (made + next.contracts).reduce(0) { $0 + $1.heads }
    return next
  }

  /// A contract to be made, still without its id.
  private struct Loan {
    let day: Day
    let borrower: String
    let heads: Int
  }

  /// Heads that came back under a contract of a fund.
  private struct Arrival {
    /// The day on which they can be lent.
    let ready: Day
    let heads: Int
    /// The household they were passed on to, or `nil` where they came to the fund.
    let borrower: String?
  }

  /// The heads that came back to a fund until a day, in the order in which they can be lent.
  private func arrivals(by rule: PassOnRule, until day: Day) -> [Arrival] {
    let own = Set(contracts.filter { $0.lender == rule.lender }.map(\.id))
    func isLent(_ named: Good?, _ animals: InKindEvent.Animals) -> Bool {
      guard terms.isOwedFromHerd else { return false }
      return rule.good.map { $0 == terms.good(named, from: animals) } ?? true
    }
    return events.compactMap { event -> Arrival? in
      guard event.day <= day, own.contains(event.contract) else { return nil }
      switch event.occurrence {
      case .delivered(let heads, let animals, let good) where isLent(good, animals):
        return Arrival(ready: rule.rearing.day(after: event.day), heads: heads, borrower: nil)
      case .passedOn(let heads, let animals, let good, let next) where isLent(good, animals):
        return Arrival(ready: event.day, heads: heads, borrower: next)
      case .broughtBack(let heads, _):
        return Arrival(ready: event.day, heads: heads, borrower: nil)
      default: return nil
      }
    }.ordered(by: \.ready)
  }

  /// Refuses contracts of heads that a fund did not have.
  private func checkStock(
    of made: [InKindContract],
    by rule: PassOnRule,
    _ arrivals: [Arrival]
  ) throws(BenefitError) {
    var left = rule.stock
    var coming = arrivals[...]
    for contract in made {
      while let arrival = coming.first, arrival.ready <= contract.day {
        left += arrival.heads
        coming.removeFirst()
      }
      guard contract.heads <= left else {
        throw BenefitError(
          .notEnough,
          at: .contract(contract.id),
          found:
            "it lends \(contract.heads) heads on \(contract.day), when \"\(contract.lender)\" has "
            + "\(left).",
          advice: "State the heads that it began with, or enter what came back before."
        )
      }
      left -= contract.heads
    }
  }
}

extension Array {
  /// The elements by day, those of one day in the order they had.
  fileprivate func ordered(by day: KeyPath<Element, Day>) -> Self {
    enumerated().sorted {
      ($0.element[keyPath: day], $0.offset) < ($1.element[keyPath: day], $1.offset)
    }.map(\.element)
  }
}
