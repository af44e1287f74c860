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
  let dueDays: [Good: [Day]]

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
        throw BenefitError(
          .notEnough,
          found: Phrase(
            en: "no more than \(Plural.counted(left, "animal")) of the stock can come back.",
            zh: "最多还可归还种畜 \(left) \(lentUnit)。"
          )
        )
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
    let goods = terms.claims.map(\.good)
    let chinese = goods.map { $0.words(in: .simplifiedChinese) }.joined(separator: "、")
    return BenefitError(
      .ambiguousName,
      found: Phrase(
        en: "the terms owe \(goods.map(\.name).joined(separator: ", ")), each for itself.",
        zh: "条款约定分别归还\(chinese)。"
      ),
      advice: Phrase(en: "Say which it is.", zh: "请注明是哪一种。")
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
      throw BenefitError(
        .notEnough,
        found: Phrase(
          en: "the number of the \(animals) alive is \(alive).",
          zh: "存活的\(animals.text(in: .simplifiedChinese))为 \(alive) \(lentUnit)。"
        )
      )
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

  var headsLetOff: Int { lenderDeaths.values.reduce(0, +) }

  /// Takes a delivery off the claim on its good, and animals out of the herd.
  private mutating func deliver(
    _ count: Int,
    _ animals: InKindEvent.Animals,
    as named: Good?,
    on day: Day
  ) throws(BenefitError) -> Good {
    guard let good = terms.good(named, from: animals) else {
      if terms.owed.isEmpty {
        throw BenefitError(
          .wrongGood,
          found: Phrase(en: "the terms owe nothing but the stock.", zh: "条款只约定归还种畜。")
        )
      }
      throw unnamed
    }
    guard let claim = terms.claims.first(where: { $0.good == good }) else {
      throw BenefitError(
        .wrongGood,
        found: Phrase(
          en: "the terms owe no \(good).",
          zh: "条款未约定归还\(good.words(in: .simplifiedChinese))。"
        )
      )
    }
    if let kind = animals.good, kind != good {
      let (given, asked) = (
        kind.words(in: .simplifiedChinese), good.words(in: .simplifiedChinese)
      )
      throw BenefitError(
        .wrongGood,
        found: Phrase(en: "\(kind) does not count as \(good).", zh: "\(given)不能抵作\(asked)。")
      )
    }
    let left = part(claim, on: day)[.stillOwed]
    guard claim.takesMore || count <= left else {
      let rest = good.counted(left)
      throw BenefitError(
        .notEnough,
        found: Phrase(
          en: "the contract still owes only \(rest).",
          zh: "合同只欠\(rest.text(in: .simplifiedChinese))。"
        )
      )
    }
    if terms.isOwedFromHerd {
      try leave(count, animals == .lent ? .lent : .of(good), .handedOver)
    }
    kinds[good, default: .init()][.delivered] += count
    return good
  }
}
