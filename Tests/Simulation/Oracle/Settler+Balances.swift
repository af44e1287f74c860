// What earlier seasons carried: taken over by renamed lines, and reported where no line takes it up.

extension Settler {
  /// Moves what the books carry to the tiers that take it over; gives the mistakes in what they say.
  mutating func takeOver() -> Set<String> {
    let lines = Set(scheme.lines)
    var formers: Set<String> = []
    for case .distribution(let distribution) in scheme.clauses {
      for tier in distribution.tiers {
        guard let former = tier.former else { continue }
        if tier.recipient.account != nil, !lines.contains(tier.line) { return ["unknownName"] }
        if former != tier.line && lines.contains(former) { return ["duplicate"] }
        if !formers.insert(former).inserted { return ["duplicate"] }
        takeOver(former, tier.line, isPerGaqa: distribution.isPerGaqa)
      }
    }
    return []
  }

  private mutating func takeOver(_ former: String, _ line: String, isPerGaqa: Bool) {
    for (place, amount) in outcome.books.balances
    where place.scheme == scheme.name && place.item == "residue \(former)" {
      let gaqa = isPerGaqa ? place.gaqa : nil
      if former == line && gaqa == place.gaqa { continue }
      outcome.books[scheme.name, place.gaqa, place.item] = .zero
      outcome.books[scheme.name, gaqa, "residue \(line)"] =
        outcome.books[scheme.name, gaqa, "residue \(line)"] + amount
    }
    guard former != line, scheme.formulas.flatMap(\.heldLines).contains(line) else { return }
    let key = Ledger.Holding(scheme: scheme.name, line: line)
    var held = outcome.books.holdings[key] ?? [:]
    let other = outcome.books.holdings.removeValue(
      forKey: Ledger.Holding(scheme: scheme.name, line: former)
    )
    for (id, amount) in other ?? [:] {
      let sum = held[id, default: .zero] + amount
      held[id] = sum.isZero ? nil : sum
    }
    outcome.books.holdings[key] = held.isEmpty ? nil : held
  }

  /// Reports balances that no line takes up, and what is held by those who get nothing for it.
  mutating func reportBalances() {
    var scopes: [String: Bool] = [:]
    for case .distribution(let distribution) in scheme.clauses where distribution.unit == nil {
      for tier in distribution.tiers {
        switch tier.recipient {
        case .account, .gaqas, .claims(_, nil): continue
        default: scopes[tier.line] = distribution.isPerGaqa
        }
      }
    }
    for (place, amount) in outcome.books.balances where place.scheme == scheme.name {
      let line: String
      var isTakenUp: Bool
      if place.item == "loss" {
        line = "profit"
        isTakenUp = lossPlaces.contains(place.gaqa)
      } else if place.item.hasPrefix("residue ") {
        line = String(place.item.dropFirst("residue ".count))
        isTakenUp = scopes[line] == (place.gaqa != nil)
        if let gaqa = place.gaqa, !world.gaqas.contains(gaqa) { isTakenUp = false }
      } else {
        continue
      }
      if !isTakenUp { notice("not taken up", line, place.gaqa, amount) }
    }
    let read = Set(scheme.formulas.flatMap(\.heldLines))
    let own = Set(world.households.indices.filter { members[$0] }.map { world.households[$0].id })
    for (holding, amounts) in outcome.books.holdings where holding.scheme == scheme.name {
      let isRead = read.contains(holding.line)
      let others = amounts.filter { !isRead || !own.contains($0.key) }.values.reduce(.zero, +)
      if !others.isZero {
        notice(isRead ? "held by others" : "not taken up", holding.line, nil, others)
      }
    }
  }

  private mutating func notice(_ code: String, _ line: String, _ gaqa: String?, _ fen: Exact) {
    outcome.notices.append(
      Outcome.Notice(code: code, scheme: scheme.name, line: line, gaqa: gaqa, fen: "\(fen.floor)")
    )
  }
}

extension Scheme {
  /// The lines that the scheme gives households.
  var lines: [String] {
    clauses.flatMap { clause -> [String] in
      switch clause {
      case .payments(_, let payments): payments.map(\.name)
      case .distribution(let distribution):
        distribution.tiers.compactMap { $0.recipient.account == nil ? $0.line : nil }
      }
    }
  }

  /// Whether each distribution that may put money into an account, or charge it, is by gaqa.
  func scopes(posting account: String) -> [Bool] {
    clauses.flatMap { clause -> [Bool] in
      guard case .distribution(let distribution) = clause, distribution.unit == nil else {
        return []
      }
      let ofGaqas = distribution.tiers.contains {
        if case .gaqas(account, _) = $0.recipient { true } else { false }
      }
      var posted = distribution.tiers.compactMap { tier -> String? in
        switch tier.recipient {
        case .account(let account): account
        case .gaqas: nil
        case .claims(_, let pool): pool?.backstop
        case .households(_, _, _, let sharing):
          sharing.residue == "writtenOff" ? "written off by rounding" : sharing.account
        }
      }
      if distribution.source == nil && !distribution.isBurden { posted.append("left in the pot") }
      return (ofGaqas ? [true] : []) + (posted.contains(account) ? [distribution.isPerGaqa] : [])
    }
  }
}
