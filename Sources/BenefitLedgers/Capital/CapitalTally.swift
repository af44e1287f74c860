internal import BenefitBinding

/// An account followed from event to event.
struct CapitalTally: JournalState {
  /// The sums so far.
  private(set) var position = CapitalPosition()

  /// The money in each project.
  private(set) var projects: [String: Money] = [:]

  /// The money that each source put in, and the part of it that went back.
  private(set) var putIn: [Funding.Source: Money] = [:]
  private(set) var returned: [Funding.Source: Money] = [:]

  /// The money that lies in the fund, oldest first: capital, and profit that nobody was paid yet.
  private(set) var capital: [Part] = []
  private(set) var profit: [Part] = []

  /// The payouts that were more than the profit there was, and the part of each that none covered.
  private(set) var payoutsOutOfCapital: [Part] = []

  /// A part of the amount of an event.
  struct Part: Hashable {
    let event: CapitalEvent
    var amount: Money
  }

  mutating func enter(_ event: CapitalEvent) throws(BenefitError) {
    try check(event)
    let amount = event.occurrence.amount
    switch event.occurrence {
    case .putIn(_, let source):
      position.putIn += amount
      putIn[source, default: .zero] += amount
      capital.append(Part(event: event, amount: amount))
    case .deployed(_, let project):
      position.deployed += amount
      projects[project, default: .zero] += amount
      takeCapitalFirst(amount)
    case .recovered(_, let project):
      position.deployed -= amount
      position.recovered += amount
      projects[project, default: .zero] -= amount
      capital.append(Part(event: event, amount: amount))
    case .earned:
      // What was paid out of capital is made good first.
      let refill = min(amount, position.paidOutOfCapital)
      position.earned += amount
      if refill > .zero { capital.append(Part(event: event, amount: refill)) }
      if amount > refill { profit.append(Part(event: event, amount: amount - refill)) }
    case .paidOut:
      let before = position.paidOutOfCapital
      position.paidOut += amount
      let uncovered = position.paidOutOfCapital - before
      if uncovered > .zero { payoutsOutOfCapital.append(Part(event: event, amount: uncovered)) }
      let rest = Self.take(amount, from: &profit)
      _ = Self.take(rest, from: &capital)
    case .lost(_, let project):
      position.deployed -= amount
      position.lost += amount
      projects[project, default: .zero] -= amount
    case .returned(_, let source):
      position.returned += amount
      returned[source, default: .zero] += amount
      takeCapitalFirst(amount)
    }
  }

  private mutating func takeCapitalFirst(_ amount: Money) {
    let rest = Self.take(amount, from: &capital)
    _ = Self.take(rest, from: &profit)
  }

  /// Takes the oldest money first, and tells what there was not enough for.
  private static func take(_ amount: Money, from idle: inout [Part]) -> Money {
    var rest = amount
    var spent = 0
    for index in idle.indices where rest > .zero {
      let taken = min(rest, idle[index].amount)
      idle[index].amount -= taken
      rest -= taken
      if idle[index].amount == .zero { spent = index + 1 }
    }
    idle.removeFirst(spent)
    return rest
  }
}

// MARK: - What cannot have happened

extension CapitalTally {
  private func check(_ event: CapitalEvent) throws(BenefitError) {
    let amount = event.occurrence.amount
    guard amount > .zero else {
      throw BenefitError(
        .notPositive,
        found: Phrase(en: "an amount is above zero.", zh: "金额须大于零。")
      )
    }
    switch event.occurrence {
    case .putIn, .earned:
      // All other stocks are parts of what came in.
      try checkSum([position.putIn, position.earned, amount])
    case .deployed(_, let project):
      if project.isEmpty {
        throw BenefitError(
          .invalidName,
          found: Phrase(en: "a project has a name.", zh: "项目须有名称。")
        )
      }
      try checkIdle(amount)
    case .recovered(_, let project):
      // Money that goes round and round comes back more often than it came in.
      try checkSum([position.recovered, amount])
      try check(amount, in: project)
    case .lost(_, let project): try check(amount, in: project)
    case .paidOut: try checkIdle(amount)
    case .returned(_, let source):
      let open = (putIn[source] ?? .zero) - (returned[source] ?? .zero)
      let words = source.words(in: .simplifiedChinese)
      let place = Phrase(en: "that \(source) put in has not gone back", zh: "\(words)投入而未退还的")
      try check(amount, of: open, place)
      try checkIdle(amount)
    }
  }

  private func checkSum(_ amounts: [Money]) throws(BenefitError) {
    guard amounts.reduce(0 as Int128, { $0 + Int128($1.fen) }) <= Int128(Int64.max) else {
      throw BenefitError(
        .overflow,
        found: Phrase(
          en: "the sum is too large to be kept exactly in 64 bits.",
          zh: "合计数额过大，超出 64 位，无法精确保存。"
        )
      )
    }
  }

  private func checkIdle(_ amount: Money) throws(BenefitError) {
    let advice = Phrase(en: "Enter what came in first.", zh: "请先登记进账。")
    try check(amount, of: position.idle, Phrase(en: "lies in the fund", zh: "资金中闲置的"), advice)
  }

  private func check(_ amount: Money, in project: String) throws(BenefitError) {
    let advice = Phrase(en: "Enter what went there first.", zh: "请先登记投放。")
    let place = Phrase(en: "is in \(project)", zh: "「\(project)」中")
    try check(amount, of: projects[project] ?? .zero, place, advice)
  }

  /// Refuses an amount that is more than there is to take it from.
  private func check(
    _ amount: Money,
    of stock: Money,
    _ place: Phrase,
    _ advice: Phrase? = nil
  ) throws(BenefitError) {
    guard amount <= stock else {
      let found = Phrase(
        en: "only \(stock) \(place).",
        zh: "\(place.text(in: .simplifiedChinese))只有 \(stock)。"
      )
      throw BenefitError(.notEnough, found: found, advice: advice)
    }
  }
}
