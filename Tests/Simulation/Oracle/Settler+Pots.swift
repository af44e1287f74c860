extension Settler {
  /// Runs the pots of a distribution down its tiers.
  mutating func settle(_ distribution: Scheme.Distribution) throws {
    (isPerGaqa, isBurden) = (distribution.isPerGaqa, distribution.isBurden)
    defer { (isPerGaqa, isBurden, pots, rests) = (false, false, nil, nil) }
    let opened = try open(distribution)
    if !isPerGaqa { try findGaqasLeftOut(of: distribution) }
    try findHouseholdsLeftOut(of: distribution.pot, distribution.name, distribution.rounding)
    pots = opened
    rests = opened
    var waterfall = Outcome.Waterfall(
      scheme: scheme.name,
      clause: distribution.name,
      unit: distribution.unit,
      gaqas: isPerGaqa ? world.gaqas : nil,
      pots: opened.map(\.floor),
      left: []
    )
    let fractions = fractions(distribution, opened)
    for (position, tier) in distribution.tiers.enumerated() {
      let zeros = opened.map { _ in Big.zero }
      var step = Outcome.Step(
        name: tier.line,
        account: tier.recipient.account,
        due: zeros,
        broughtForward: zeros,
        paid: zeros,
        residue: zeros
      )
      switch tier.recipient {
      case .account(let account):
        let due = try due(tier.amount, tier.line, fractions[position])
        for (index, group) in groups.enumerated() {
          if let unlisted = tier.unlisted, !due[index].isZero {
            let count = Exact((try total(unlisted, group, now) * Exact(1_000)).floor)
            guard count > .zero else { throw Refusal("notPositive") }
            find("not listed", tier.line, group, due[index].floor)
          }
          step.due[index] = due[index].floor
          step.paid[index] = due[index].floor
          take(due[index], index)
          post(due[index], to: account, group)
        }
      case .gaqas(let account, let key):
        let due = try due(tier.amount, tier.line, fractions[position])
        step.due = due.map(\.floor)
        try share(due, among: account, key, tier.line, &step)
      case .households(let key, _, let condition, let sharing):
        let due = try due(tier.amount, tier.line, fractions[position])
        step.due = due.map(\.floor)
        let parts = try share(due, tier.line, key, condition, sharing, &step)
        add(parts, tier.line, tier.flow)
      case .claims(let condition, let pool):
        let own = try pool.map { try due($0.amount, tier.line, fractions[position]) }
        let parts = try pay(tier.amount, tier.line, condition, pool, own, &step)
        add(parts, tier.line, tier.flow)
      }
      waterfall.steps.append(step)
    }
    let left = rests ?? []
    waterfall.left = left.map(\.floor)
    outcome.waterfalls.append(waterfall)
    for (index, group) in groups.enumerated() {
      if let source = distribution.source {
        post(left[index] - opened[index], to: source, group)
      } else if !left[index].isZero && isBurden {
        // What nobody bears is nobody's asset.
        find("not borne", distribution.name, group, left[index].floor)
      } else if !left[index].isZero {
        find("left in pot", distribution.name, group, left[index].floor)
        post(left[index], to: "left in the pot", group)
      }
    }
  }

  mutating func take(_ fen: Exact, _ index: Int) {
    if let rest = rests?[index] { rests?[index] = rest - fen }
  }

  func hasMembers(_ group: Group) -> Bool {
    if case .gaqa(let gaqa) = group { hasMembers[gaqa] } else { true }
  }

  /// The pots: not below zero, nothing where nobody is a member, no more than the account holds.
  private mutating func open(_ distribution: Scheme.Distribution) throws -> [Exact] {
    let (direction, step) = distribution.rounding
    var pots: [Exact] = []
    for group in groups {
      let pot = try total(distribution.pot, group, now).rounded(direction, toStep: self.step(step))
      if !hasMembers(group) {
        if !pot.isZero { find("no members", distribution.name, group, pot) }
        pots.append(.zero)
      } else if pot.isNegative {
        find("negative pot", distribution.name, group, pot)
        pots.append(.zero)
      } else {
        pots.append(Exact(pot))
      }
    }
    guard let source = distribution.source, let balance = balances[source] else { return pots }
    guard (balance.domain == .gaqa) == distribution.isPerGaqa else { throw Refusal("mixedPlaces") }
    for (index, group) in groups.enumerated() {
      let held = max(.zero, balance.fen[index])
      guard pots[index] > held else { continue }
      find("balance shortfall", distribution.name, group, (pots[index] - held).floor)
      pots[index] = held
    }
    return pots
  }

  /// What tiers of fixed fractions take of each pot: largest remainders, with the rest as one more.
  private func fractions(
    _ distribution: Scheme.Distribution,
    _ pots: [Exact]
  ) -> [Int: [Exact]] {
    var positions: [Int] = []
    var weights: [Exact] = []
    for (position, tier) in distribution.tiers.enumerated() {
      let amount: Formula?
      if case .claims(_, let pool) = tier.recipient {
        amount = pool?.amount
      } else {
        amount = tier.amount
      }
      guard let fraction = amount?.fractionOfPot else { continue }
      positions.append(position)
      weights.append(fraction)
    }
    if positions.isEmpty { return [:] }
    weights.append(.one - weights.reduce(.zero, +))
    var taken: [Int: [Exact]] = [:]
    for pot in pots {
      let parts = Dividing.byLargestRemainders(pot, weights, step: step())
      for (position, part) in zip(positions, parts) { taken[position, default: []].append(part) }
    }
    return taken
  }

  /// What a tier is to take of each pot: max(0, min(its amount, what is left)).
  private mutating func due(
    _ amount: Formula,
    _ line: String,
    _ fractions: [Exact]?
  ) throws -> [Exact] {
    var due: [Exact] = []
    for (index, group) in groups.enumerated() {
      let left = rests?[index] ?? .zero
      let asked =
        try fractions?[index] ?? Exact(total(amount, group, now).rounded("halfUp", toStep: step()))
      if asked > left && hasMembers(group) {
        find("shortfall", line, group, (asked - left).floor)
      }
      if asked.isNegative && hasMembers(group) {
        find("negative amount", line, group, asked.floor)
      }
      due.append(max(.zero, min(asked, left)))
    }
    return due
  }
}
