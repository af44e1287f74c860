internal import BenefitBinding

/// One contract followed from event to event.
struct InKindTally: JournalState {
  let terms: InKindTerms
  let contract: InKindContract

  /// The deposit and what an insurer paid so far.
  var money = InKindPosition()

  /// The counts so far of each good lent; what follows from the day is filled in by ``position(on:)``.
  var stocks: [Good: InKindPosition] = [:]

  /// The counts so far of what is owed and of the offspring, by what they are counted as.
  ///
  /// Offspring are of no kind where the terms owe none and the event names none.
  var kinds: [Good?: InKindPosition] = [:]

  /// The day on which each instalment of a good falls due.
  let dueDays: [Good: [Day]]

  /// The deaths that the lender bears, by the good lent and by day.
  var lenderDeaths: [Good: [Day: Int]] = [:]

  init(_ contract: InKindContract, under terms: InKindTerms) {
    self.terms = terms
    self.contract = contract
    dueDays = Dictionary(
      uniqueKeysWithValues: terms.claims.map { claim in
        (claim.good, claim.schedule.map { $0.after.day(after: contract.day) })
      }
    )
    for (good, units) in [(terms.lent, contract.heads)] + contract.beside.map({ ($0, $1) }) {
      var stock = InKindPosition()
      stock[.lent] = units
      if terms.isOfHerd(good) { stock[.stockAlive] = units }
      stocks[good] = stock
    }
  }

  mutating func enter(_ event: InKindEvent) throws(BenefitError) {
    if event.day < contract.day {
      throw BenefitError(
        .outOfOrder,
        found: Phrase(
          en: "it is before the loan on \(contract.day).",
          zh: "日期早于借出日 \(contract.day)。"
        )
      )
    }
    // So that what is reared for the longest term is grown on a day of the calendar.
    if event.day > "9889-12-31" {
      throw BenefitError(
        .outOfRange,
        found: Phrase(en: "an event is before the year 9890.", zh: "事件须早于 9890 年。")
      )
    }
    if let count = event.occurrence.count, !(1...InKindTerms.mostHeads).contains(count) {
      throw BenefitError(
        .outOfRange,
        found: Phrase(
          en: "a count is from 1 to \(InKindTerms.mostHeads).",
          zh: "数量须为 1 至 \(InKindTerms.mostHeads)。"
        )
      )
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
    case .identified(let heads, let animals, let good):
      try identify(heads, kind(of: animals), animals, as: good)
    case .died(let heads, let animals, let bearer, let reason):
      try die(heads, animals, borneBy: bearer, reason, on: event.day)
    case .sold(let heads, let animals): try leave(heads, animals, .sold)
    case .delivered(let count, let animals, let good, let weight):
      _ = try deliver(count, animals, as: good, weighing: weight, on: event.day)
    case .passedOn(let count, let animals, let good, let weight, _):
      let part = try deliver(count, animals, as: good, weighing: weight, on: event.day)
      kinds[part.good, default: .init()][.passedOn] += part.units
    case .broughtBack(let heads, let animals):
      let good = try lentGood(of: animals)
      let left = stockOwed(good) - (stocks[good]?[.broughtBack] ?? 0)
      guard heads <= left else {
        throw BenefitError(
          .notEnough,
          found: Phrase(
            en: "no more than \(Plural.counted(left, "animal")) of the stock can come back.",
            zh: "最多还可归还种畜 \(left) \(lentUnit)。"
          )
        )
      }
      try leave(heads, animals, .handedOver)
      stocks[good, default: .init()][.broughtBack] += heads
    case .redeemed(let count, let good): try redeem(count, good, on: event.day)
    case .paid(let amount, let debtor): try pay(amount, by: debtor, on: event.day)
    case .insurancePaid(let amount, let heads, let animals):
      try settleClaims(heads, animals, for: amount)
    case .depositPaid: try payDeposit()
    case .depositRefunded(let part): try refundDeposit(part, on: event.day)
    case .depositForfeited(let part, let reason): try forfeitDeposit(part, for: reason)
    }
  }
}
