/// One contract followed from event to event.
///
/// A ledger checks its events with it once and reads every later position from it, so what is
/// answered is what was checked.
struct InKindTally {
  let terms: InKindTerms
  let contract: InKindContract

  /// The counts so far; what follows from the day is filled in by ``position(on:)``.
  private var counts = InKindPosition()

  /// The day on which each instalment falls due.
  private let dates: [Day]

  /// The deaths that the lender bears.
  private var lenderDeaths: [(day: Day, heads: Int)] = []

  private var latest: Day
  private var deposit = Deposit.open

  private enum Deposit { case open, held, refunded }

  init(_ contract: InKindContract, under terms: InKindTerms) {
    self.terms = terms
    self.contract = contract
    dates = terms.schedule.map { $0.after.day(after: contract.day) }
    latest = contract.day
    counts.lent = contract.heads
    counts.alive.lent = contract.heads
  }

  /// What is wrong with an event, as a code and the end of a sentence.
  typealias Problem = (code: InKindError.Code, text: String)

  /// Enters the next event, or says why it cannot have happened.
  mutating func enter(_ event: InKindEvent) -> Problem? {
    if event.day < contract.day {
      return (.beforeLoan, "it is before the loan on \(contract.day)")
    }
    if event.day < latest {
      return (.outOfOrder, "an earlier entry of the contract is of \(latest); enter them by day")
    }
    if let count = event.occurrence.count, !(1...InKindTerms.mostHeads).contains(count) {
      return (.outOfRange, "a count is from 1 to \(InKindTerms.mostHeads)")
    }
    latest = event.day
    switch event.occurrence {
    case .born(let heads):
      counts.born += heads
      counts.alive.young += heads
      return nil
    case .bought(let heads, let animals):
      counts.bought[animals] += heads
      counts.alive[animals] += heads
      return nil
    case .died(let heads, let animals): return die(heads, animals, on: event.day)
    case .sold(let heads, let animals): return leave(heads, animals, \.sold)
    case .delivered(let count, let animals): return deliver(count, animals, on: event.day)
    case .passedOn(let count, let animals, _):
      if let problem = deliver(count, animals, on: event.day) { return problem }
      counts.passedOn += count
      return nil
    case .broughtBack(let heads, let animals):
      let left = position(on: event.day).stockOwed - counts.broughtBack
      guard heads <= left else {
        return (.moreThanOwed, "only \(left) heads of the stock are to come back")
      }
      if let problem = leave(heads, animals, \.handedOver) { return problem }
      counts.broughtBack += heads
      return nil
    case .depositPaid: return payDeposit()
    case .depositRefunded: return refundDeposit(on: event.day)
    }
  }

  /// Takes animals out of the herd.
  private mutating func leave(
    _ heads: Int,
    _ animals: InKindEvent.Animals,
    _ way: WritableKeyPath<InKindPosition, HeadCount>
  ) -> Problem? {
    guard heads <= counts.alive[animals] else {
      return (.moreThanAlive, "only \(counts.alive[animals]) of the \(animals) are alive")
    }
    counts.alive[animals] -= heads
    counts[keyPath: way][animals] += heads
    return nil
  }

  private mutating func die(
    _ heads: Int,
    _ animals: InKindEvent.Animals,
    on day: Day
  ) -> Problem? {
    if let problem = leave(heads, animals, \.died) { return problem }
    guard animals == .lent else { return nil }
    switch terms.deathsBorneBy {
    case .household: break
    case .lender:
      // Bought stock may die too; no more heads are let off than were lent.
      let borne = lenderDeaths.reduce(0) { $0 + $1.heads }
      lenderDeaths.append((day, min(heads, contract.heads - borne)))
    case .insurance(let payout): counts.insurancePayout += payout * Int64(heads)
    }
    return nil
  }

  private mutating func deliver(
    _ count: Int,
    _ animals: InKindEvent.Animals,
    on day: Day
  ) -> Problem? {
    let left = position(on: day).stillOwed
    guard count <= left else {
      return (.moreThanOwed, "only \(left) \(terms.owed) are still owed")
    }
    if terms.isOwedFromHerd, let problem = leave(count, animals, \.handedOver) { return problem }
    counts.delivered += count
    return nil
  }

  private mutating func payDeposit() -> Problem? {
    guard terms.deposit > .zero else { return (.noDeposit, "the terms ask for no deposit") }
    guard deposit == .open else { return (.depositTwice, "it was paid before") }
    deposit = .held
    counts.depositHeld = terms.deposit
    return nil
  }

  private mutating func refundDeposit(on day: Day) -> Problem? {
    switch deposit {
    case .open: return (.noDeposit, "no deposit was paid")
    case .refunded: return (.depositTwice, "it was refunded before")
    case .held: break
    }
    let position = position(on: day)
    guard position.isSettled else {
      let stock = max(0, position.stockOwed - position.broughtBack)
      return (
        .depositTooEarly,
        "\(position.stillOwed) \(terms.owed) are still owed and \(stock) heads of stock are to "
          + "come back"
      )
    }
    deposit = .refunded
    counts.depositHeld = .zero
    return nil
  }

  /// Where the contract stands on a day, with the events entered so far.
  func position(on day: Day) -> InKindPosition {
    var position = counts
    let claim = terms.owed(
      for: contract.heads,
      at: dates,
      lenderDeaths: lenderDeaths,
      on: day
    )
    // A later death may let off what was delivered already; it is not claimed back.
    position.owed = max(claim.total, counts.delivered)
    position.due = claim.due
    position.arrears = max(0, claim.due - counts.delivered)
    position.toCome = position.owed - counts.delivered - position.arrears
    if case .comesBack(let term) = terms.lentStock {
      let dead = lenderDeaths.reduce(0) { $0 + $1.heads }
      position.stockOwed = max(contract.heads - dead, counts.broughtBack)
      if term.day(after: contract.day) <= day {
        position.stockArrears = position.stockOwed - counts.broughtBack
      }
    } else if position.isSettled {
      position.kept.lent = counts.alive.lent
    }
    if terms.youngBelongTo == .borrower {
      let owedYoung = terms.isOwedFromHerd ? position.stillOwed : 0
      position.kept.young = max(0, counts.alive.young - owedYoung)
    }
    return position
  }
}
