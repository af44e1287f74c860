public import BenefitBinding

/// The next loans of a fund, and the animals that it is left with.
///
/// The stock that the fund began with + ``cameBack`` = ``lent`` + ``pool`` + ``inRearing``.
public struct PassOn: Hashable, Encodable, Sendable {
  /// The contracts to be made, by day.
  public internal(set) var contracts: [InKindContract] = []
  /// The households that still wait, in the order of their turn.
  public internal(set) var waiting: [String] = []
  /// The heads that could be lent and are not: less than a lot, or nobody waits.
  public internal(set) var pool = 0
  /// The heads that came back and are not yet grown.
  public internal(set) var inRearing = 0
  /// The heads that came back, to the fund or to the next household.
  public internal(set) var cameBack = 0
  /// The heads lent, with those of the contracts to be made.
  public internal(set) var lent = 0

  /// The heads that came back so far for each head lent before, or `nil` where none was lent.
  ///
  /// Of a fund whose first contracts have run out, this is the replacement ratio as it turned out.
  public var replacementRatio: Ratio? {
    let before = lent - contracts.reduce(0) { $0 + $1.heads }
    return before == 0 ? nil : Ratio(Int64(cameBack), Int64(before))
  }
}

extension InKindLedger {
  /// Makes the contracts in which a fund lends again the heads that came back.
  ///
  /// Lent again is what the terms lend, and not what they lend beside it.
  ///
  /// Heads that a household passed on go to the household it names, on that day. All others join the
  /// pool, offspring once they are reared; from the pool each full lot goes to whoever waits and never had
  /// a contract of the fund, on the day on which the lot is full and not before the fund's latest
  /// contract. Once its contracts are in the ledger, no second ones are made of the same heads.
  ///
  /// ```swift
  /// let next = try ledger.passOn(
  ///   from: "fund", stock: 10, lot: 5, to: ["NLX-07", "NLX-11"], rearing: .months(6),
  ///   until: "2018-12-31")
  /// let longer = try ledger.adding(next.contracts)
  /// print(next.waiting, next.pool, longer.contracts.count)
  /// ```
  ///
  /// Where a `RevolvingHerdFund` says what to expect of a fund, this follows from what was recorded.
  ///
  /// - Parameters:
  ///   - lender: The fund: the lender of its contracts.
  ///   - stock: The heads that it began with, those of its first contracts among them.
  ///   - lot: The heads that a household receives, at least one.
  ///   - households: The households that wait, in the order of their turn.
  ///   - rearing: How long delivered offspring are reared before they are lent; stock that came back is
  ///     lent at once.
  ///   - good: Which of the goods delivered is lent again, as where males are sold; all if left out.
  ///   - day: The last day on which contracts are made; the day of the fund's latest contract where
  ///     that is later.
  /// - Returns: The contracts, who still waits, and what is left in the pool.
  /// - Throws: `BenefitError` where the stock, the lot or the rearing cannot be, or the fund's contracts
  ///   lend more heads than it had.
  /// - Complexity: O(p·c + n log n) for p heads passed on, c contracts, and n contracts, events and
  ///   households that wait.
  public func passOn(
    from lender: String,
    stock: Int,
    lot: Int,
    to households: [String],
    rearing: InKindTerms.Term = .days(0),
    good: Good? = nil,
    until day: Day
  ) throws(BenefitError) -> PassOn {
    let most = InKindTerms.mostHeads
    guard (0...most).contains(stock) else {
      throw BenefitError(
        .outOfRange,
        found: Phrase(
          en: "A fund begins with 0 to \(most) heads, not \(stock).",
          zh: "起始头数须为 0 至 \(most)，实际为 \(stock)。"
        )
      )
    }
    guard (1...most).contains(lot) else {
      throw BenefitError(.outOfRange, found: InKindTerms.wrongLot(lot))
    }
    if let problem = rearing.problem { throw BenefitError(.outOfRange, found: problem) }
    let made = contracts.filter { $0.lender == lender }.ordered(by: \.day)
    let start = made.last?.day ?? day
    let last = max(start, day)
    let arrivals = arrivals(to: lender, of: good, rearing, until: last)

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
    try check(made, from: stock, pooled)

    var next = PassOn()
    var hadTurn = Set(made.map(\.borrower) + loans.map(\.borrower))
    var queue = households.filter { hadTurn.insert($0).inserted }[...]
    func lendLots(on day: Day) {
      while next.pool >= lot, let borrower = queue.popFirst() {
        next.pool -= lot
        loans.append(Loan(day: day, borrower: borrower, heads: lot))
      }
    }
    next.pool = made.reduce(stock) { $0 - $1.heads }
    next.pool += pooled.reduce(0) { $1.ready <= start ? $0 + $1.heads : $0 }
    lendLots(on: start)
    for arrival in pooled where arrival.ready > start && arrival.ready <= last {
      next.pool += arrival.heads
      lendLots(on: arrival.ready)
    }

    var ids = Set(contracts.map(\.id))
    var number = made.count
    for loan in loans.ordered(by: \.day) {
      repeat { number += 1 } while !ids.insert("\(lender)-\(number)").inserted
      next.contracts.append(
        InKindContract(
          "\(lender)-\(number)",
          borrower: loan.borrower,
          lender: lender,
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
  private func arrivals(
    to lender: String,
    of good: Good?,
    _ rearing: InKindTerms.Term,
    until day: Day
  ) -> [Arrival] {
    let own = Set(contracts.filter { $0.lender == lender }.map(\.id))
    func isLent(
      _ named: Good?,
      _ animals: InKindEvent.Animals,
      _ weight: Quantity?
    ) -> Bool {
      // What is weighed are heads all the same, of the kind that they were born as.
      let kind = weight == nil ? terms.good(named, from: animals, weighing: nil) : animals.good
      if let kind, !terms.isOfHerd(kind) || terms.beside.contains(kind) { return false }
      return good == nil || good == kind
    }
    return events.compactMap { event -> Arrival? in
      guard event.day <= day, own.contains(event.contract) else { return nil }
      switch event.occurrence {
      case .delivered(let heads, let animals, let good, let weight)
      where isLent(good, animals, weight):
        return Arrival(ready: rearing.day(after: event.day), heads: heads, borrower: nil)
      case .passedOn(let heads, let animals, let good, let weight, let next)
      where isLent(good, animals, weight):
        return Arrival(ready: event.day, heads: heads, borrower: next)
      case .broughtBack(let heads, let animals)
      where !terms.beside.contains(where: { animals == .stock($0) }):
        return Arrival(ready: event.day, heads: heads, borrower: nil)
      default: return nil
      }
    }.ordered(by: \.ready)
  }

  /// Refuses contracts of heads that a fund did not have.
  private func check(
    _ made: [InKindContract],
    from stock: Int,
    _ arrivals: [Arrival]
  ) throws(BenefitError) {
    var left = stock
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
          found: Phrase(
            en:
              "it lends \(contract.heads) heads on \(contract.day), when \"\(contract.lender)\" "
              + "has \(left).",
            zh: "\(contract.day) 借出 \(contract.heads) 头，而「\(contract.lender)」只有 \(left) 头。"
          ),
          advice: Phrase(
            en: "State the heads that it began with, or enter what came back before.",
            zh: "请填写起始头数，或登记此前归还的头数。"
          )
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
