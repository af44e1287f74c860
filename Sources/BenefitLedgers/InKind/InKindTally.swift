internal import BenefitBinding

/// One contract followed from event to event.
struct InKindTally: JournalState {
  let terms: InKindTerms
  let contract: InKindContract

  /// The counts so far of what was lent; what follows from the day is filled in by ``position(on:)``.
  var stock = InKindPosition()

  /// The counts so far of what is owed and of the offspring, by what they are counted as.
  ///
  /// Offspring are of no kind where the terms owe none and the event names none.
  private(set) var kinds: [Good?: InKindPosition] = [:]

  /// The day on which each instalment of a good falls due.
  private let dueDays: [Good: [Day]]

  /// The deaths that the lender bears, by day.
  private(set) var lenderDeaths: [Day: Int] = [:]

  init(_ contract: InKindContract, under terms: InKindTerms) {
    self.terms = terms
    self.contract = contract
    dueDays = Dictionary(
      uniqueKeysWithValues: terms.claims.map { claim in
        (claim.good, claim.schedule.map { $0.after.day(after: contract.day) })
      }
    )
    stock[.lent] = contract.heads
    stock[.stockAlive] = contract.heads
  }

  mutating func enter(_ event: InKindEvent) throws(BenefitError) {
    if event.day < contract.day {
      throw BenefitError(.outOfOrder, found: "it is before the loan on \(contract.day).")
    }
    // So that what is reared for the longest term is grown on a day of the calendar.
    if event.day > "9889-12-31" {
      throw BenefitError(.outOfRange, found: "an event is before the year 9890.")
    }
    if let count = event.occurrence.count, !(1...InKindTerms.mostHeads).contains(count) {
      throw BenefitError(.outOfRange, found: "a count is from 1 to \(InKindTerms.mostHeads).")
    }
    switch event.occurrence {
    case .born(let heads, let good):
      try change(good.map { .of($0) } ?? .offspring) { position in
        position[.born] += heads
        position[.offspringAlive] += heads
      }
    case .bought(let heads, let animals):
      try change(animals) { position in
        position[.bought.of(animals)] += heads
        position[.alive.of(animals)] += heads
      }
    case .died(let heads, let animals): try die(heads, animals, on: event.day)
    case .sold(let heads, let animals): try leave(heads, animals, .sold)
    case .delivered(let count, let animals, let good):
      _ = try deliver(count, animals, as: good, on: event.day)
    case .passedOn(let count, let animals, let good, _):
      let good = try deliver(count, animals, as: good, on: event.day)
      kinds[good, default: .init()][.passedOn] += count
    case .broughtBack(let heads, let animals):
      let left = stockOwed - stock[.broughtBack]
      guard heads <= left else {
        let found = "no more than \(Plural.counted(left, "animal")) of the stock can come back."
        throw BenefitError(.notEnough, found: found)
      }
      try leave(heads, animals, .handedOver)
      stock[.broughtBack] += heads
    case .depositPaid: try payDeposit()
    case .depositRefunded(let part): try refundDeposit(part, on: event.day)
    case .depositForfeited(let part, let reason): try forfeitDeposit(part, for: reason)
    }
  }
}

// MARK: - Animals

extension InKindTally {
  /// Returns the good that offspring are counted as.
  private func kind(of animals: InKindEvent.Animals) throws(BenefitError) -> Good? {
    if let good = animals.good { return good }
    guard terms.isOwedFromHerd else { return nil }
    guard terms.claims.count <= 1 else { throw unnamed }
    return terms.claims.first?.good
  }

  private var unnamed: BenefitError {
    let goods = terms.claims.map(\.good.name).joined(separator: ", ")
    return BenefitError(
      .ambiguousName,
      found: "the terms owe \(goods), each for itself.",
      advice: "Say which it is."
    )
  }

  /// Changes the counts that animals stand in.
  private mutating func change(
    _ animals: InKindEvent.Animals,
    _ change: (inout InKindPosition) -> Void
  ) throws(BenefitError) {
    if animals == .lent {
      change(&stock)
    } else {
      change(&kinds[try kind(of: animals), default: .init()])
    }
  }

  /// Takes animals out of the herd.
  private mutating func leave(
    _ heads: Int,
    _ animals: InKindEvent.Animals,
    _ way: InKindCount
  ) throws(BenefitError) {
    var alive = 0
    try change(animals) { position in
      alive = position[.alive.of(animals)]
      guard heads <= alive else { return }
      position[.alive.of(animals)] -= heads
      position[way.of(animals)] += heads
    }
    guard heads <= alive else {
      throw BenefitError(.notEnough, found: "the number of the \(animals) alive is \(alive).")
    }
  }

  private mutating func die(
    _ heads: Int,
    _ animals: InKindEvent.Animals,
    on day: Day
  ) throws(BenefitError) {
    try leave(heads, animals, .died)
    guard animals == .lent else { return }
    if terms.deathsBorneBy == .lender {
      // Bought stock may die too; no more heads are let off than were lent.
      lenderDeaths[day, default: 0] += min(heads, contract.heads - headsLetOff)
    }
    // One product fits; stock that is bought and dies again and again may not.
    let (sum, overflowed) = stock.insurancePayout.fen
      .addingReportingOverflow(terms.sumInsured.fen * Int64(heads))
    if overflowed { throw InKindLedger.tooMuchInsured }
    stock.insurancePayout = Money(fen: sum)
  }

  private var headsLetOff: Int { lenderDeaths.values.reduce(0, +) }

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
    guard let claim = terms.claims.first(where: { $0.good == good }) else {
      throw BenefitError(.wrongGood, found: "the terms owe no \(good).")
    }
    if let kind = animals.good, kind != good {
      throw BenefitError(.wrongGood, found: "\(kind) does not count as \(good).")
    }
    let left = part(claim, on: day)[.stillOwed]
    guard claim.takesMore || count <= left else {
      throw BenefitError(
        .notEnough,
        found: "the contract still owes only \(Plural.counted(left, good.name))."
      )
    }
    if terms.isOwedFromHerd {
      try leave(count, animals == .lent ? .lent : .of(good), .handedOver)
    }
    kinds[good, default: .init()][.delivered] += count
    return good
  }
}

// MARK: - Position

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
  private func part(_ claim: InKindTerms.Claim, on day: Day) -> InKindPosition {
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

  /// The lent stock that is to come back in all.
  var stockOwed: Int {
    terms.stockDue == nil ? 0 : max(contract.heads - headsLetOff, stock[.broughtBack])
  }
}
