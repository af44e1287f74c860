/// One contract followed from event to event.
///
/// A ledger checks its events with it once and reads every later position from it, so what is
/// answered is what was checked.
struct InKindTally {
  let terms: InKindTerms
  let contract: InKindContract

  /// The counts so far of what was lent; what follows from the day is filled in by ``position(on:)``.
  var stock = InKindPosition()

  /// The counts so far of what is owed and of the offspring, by what they are counted as.
  ///
  /// Offspring are of no kind where the terms owe none and the event names none.
  private(set) var kinds: [Good?: InKindPosition] = [:]

  /// The day on which each instalment of each claim falls due.
  let dates: [[Day]]

  /// The deaths that the lender bears.
  private(set) var lenderDeaths: [(day: Day, heads: Int)] = []

  private var latest: Day

  init(_ contract: InKindContract, under terms: InKindTerms) {
    self.terms = terms
    self.contract = contract
    dates = terms.owed.map { $0.schedule.map { $0.after.day(after: contract.day) } }
    latest = contract.day
    stock.lent = contract.heads
    stock.alive.lent = contract.heads
  }

  /// Enters the next event.
  ///
  /// - Throws: Why it cannot have happened; the tally is then of no more use.
  mutating func enter(_ event: InKindEvent) throws(BenefitError) {
    if event.day < contract.day {
      throw BenefitError(.outOfOrder, found: "it is before the loan on \(contract.day).")
    }
    if event.day < latest {
      throw BenefitError(
        .outOfOrder,
        found: "an earlier entry of the contract is of \(latest).",
        advice: "Enter them by day."
      )
    }
    // So that what is reared for the longest term is grown on a day of the calendar.
    if event.day > "9889-12-31" {
      throw BenefitError(.outOfRange, found: "an event is before the year 9890.")
    }
    if let count = event.occurrence.count, !(1...InKindTerms.mostHeads).contains(count) {
      throw BenefitError(.outOfRange, found: "a count is from 1 to \(InKindTerms.mostHeads).")
    }
    latest = event.day
    switch event.occurrence {
    case .born(let heads, let good):
      try count(good.map { .offspring($0) } ?? .offspring) { position in
        position.born += heads
        position.alive.offspring += heads
      }
    case .bought(let heads, let animals):
      try count(animals) { position in
        position.bought[animals] += heads
        position.alive[animals] += heads
      }
    case .died(let heads, let animals): try die(heads, animals, on: event.day)
    case .sold(let heads, let animals): try leave(heads, animals, \.sold)
    case .delivered(let count, let animals, let good):
      _ = try deliver(count, animals, as: good, on: event.day)
    case .passedOn(let count, let animals, let good, _):
      let good = try deliver(count, animals, as: good, on: event.day)
      kinds[good, default: .init()].passedOn += count
    case .broughtBack(let heads, let animals):
      let left = stockOwed - stock.broughtBack
      guard heads <= left else {
        let found = "only \(left) heads of the stock are to come back."
        throw BenefitError(.notEnough, found: found)
      }
      try leave(heads, animals, \.handedOver)
      stock.broughtBack += heads
    case .depositPaid: try payDeposit()
    case .depositRefunded(let part): try refundDeposit(part, on: event.day)
    case .depositForfeited(let part, let reason): try forfeitDeposit(part, for: reason)
    }
  }

  // MARK: - Animals

  /// Returns the good that offspring are counted as.
  private func kind(of animals: InKindEvent.Animals) throws(BenefitError) -> Good? {
    if let good = animals.good { return good }
    guard terms.isOwedFromHerd else { return nil }
    guard terms.owed.count <= 1 else { throw unnamed }
    return terms.owed.first?.good
  }

  private var unnamed: BenefitError {
    let goods = terms.owed.map(\.good.name).joined(separator: ", ")
    return BenefitError(
      .ambiguousName,
      found: "the terms owe \(goods), each for itself.",
      advice: "Say which it is."
    )
  }

  /// Changes the counts that animals stand in.
  private mutating func count(
    _ animals: InKindEvent.Animals,
    _ change: (inout InKindPosition) -> Void
  ) throws(BenefitError) {
    if animals.isLent {
      change(&stock)
    } else {
      let kind = try kind(of: animals)
      change(&kinds[kind, default: .init()])
    }
  }

  /// Takes animals out of the herd.
  private mutating func leave(
    _ heads: Int,
    _ animals: InKindEvent.Animals,
    _ way: WritableKeyPath<InKindPosition, HeadCount>
  ) throws(BenefitError) {
    var alive = 0
    try count(animals) { position in
      alive = position.alive[animals]
      guard heads <= alive else { return }
      position.alive[animals] -= heads
      position[keyPath: way][animals] += heads
    }
    guard heads <= alive else {
      throw BenefitError(.notEnough, found: "only \(alive) of the \(animals) are alive.")
    }
  }

  private mutating func die(
    _ heads: Int,
    _ animals: InKindEvent.Animals,
    on day: Day
  ) throws(BenefitError) {
    try leave(heads, animals, \.died)
    guard animals.isLent else { return }
    switch terms.deathsBorneBy {
    case .household: break
    case .lender:
      // Bought stock may die too; no more heads are let off than were lent.
      let borne = lenderDeaths.reduce(0) { $0 + $1.heads }
      lenderDeaths.append((day, min(heads, contract.heads - borne)))
    case .insurance(let payout):
      // One product fits; stock that is bought and dies again and again may not.
      let (sum, overflowed) = stock.insurancePayout.fen
        .addingReportingOverflow(payout.fen * Int64(heads))
      if overflowed { throw InKindLedger.tooMuchInsured }
      stock.insurancePayout = Money(fen: sum)
    }
  }

  /// Takes a delivery off the claim on its good, and animals out of the herd.
  private mutating func deliver(
    _ count: Int,
    _ animals: InKindEvent.Animals,
    as named: Good?,
    on day: Day
  ) throws(BenefitError) -> Good {
    guard let good = terms.good(named, from: animals) else {
      if terms.owed.isEmpty {
        throw BenefitError(.wrongGood, found: "the terms owe nothing but the stock.")
      }
      throw unnamed
    }
    guard let claim = terms.owed.firstIndex(where: { $0.good == good }) else {
      throw BenefitError(.wrongGood, found: "the terms owe no \(good).")
    }
    if let kind = animals.good, kind != good {
      throw BenefitError(.wrongGood, found: "\(kind) does not count as \(good).")
    }
    let left = part(claim, on: day).stillOwed
    guard terms.owed[claim].takesMore || count <= left else {
      throw BenefitError(.notEnough, found: "only \(left) \(good) are still owed.")
    }
    if terms.isOwedFromHerd {
      try leave(count, animals.isLent ? .lent : .offspring(good), \.handedOver)
    }
    kinds[good, default: .init()].delivered += count
    return good
  }
}
