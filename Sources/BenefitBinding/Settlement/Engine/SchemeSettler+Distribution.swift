extension SchemeSettler {
  /// Runs the pots of a distribution down its tiers.
  mutating func settle(
    _ distribution: Distribution,
    _ position: Int
  ) throws(SettlementError) {
    let groups = PotGroups(distribution.scope, register)
    binder.groups = groups
    defer { binder.groups = PotGroups(.members, register) }
    let pots = try openPots(distribution, groups)
    var waterfall = Waterfall(
      scheme: terms.name,
      clause: distribution.name,
      position: position,
      gaqas: groups.gaqas,
      pots: pots,
      remainders: pots
    )
    let lastOfWhole = try lastTierOfWhole(distribution)

    binder.pot = Bound(Column(pots), groups.domain, .money)
    for (part, tier) in distribution.tiers.enumerated() {
      binder.remainder = Bound(Column(waterfall.remainders), groups.domain, .money)
      let name = distribution.lineName(of: part)
      switch tier.recipient {
      case .account(let account):
        let due = try due(tier, part, in: distribution, waterfall, groups, lastOfWhole)
        try pay(due, to: account, &waterfall)
      case .households(let key, let condition, let apportionment):
        let due = try due(tier, part, in: distribution, waterfall, groups, lastOfWhole)
        let shared = try share(
          due,
          name,
          by: key,
          where: condition,
          apportionment,
          groups,
          &waterfall
        )
        try add(shared, as: name, tier.flow, position, part)
      case .claims(let condition):
        let paid = try pay(
          claims: tier.amount,
          name,
          where: condition,
          groups,
          &waterfall
        )
        try add(paid, as: name, tier.flow, position, part)
      }
    }
    (binder.pot, binder.remainder) = (nil, nil)
    try close(waterfall)
  }

  // MARK: - Pots

  /// The pot of each group, at least zero.
  private mutating func openPots(
    _ distribution: Distribution,
    _ groups: PotGroups
  ) throws(SettlementError) -> [Int64] {
    let expression = distribution.pot.expression
    if groups.domain == .gaqa, try hasSeasonTerm(expression) {
      throw binder.failure(
        .finerThanPot,
        "the pot",
        "there is one for each gaqa, but what it depends on is given once for the season. Give "
          + "it for each gaqa."
      )
    }
    var pots = try totals(
      of: expression,
      rounded: distribution.rounding,
      groups,
      subject: "the pot"
    )
    for (index, pot) in pots.enumerated() where pot < 0 {
      find(.negativePot, in: distribution.name, gaqa: groups.gaqas?[index], pot)
      pots[index] = 0
    }
    return pots
  }

  /// Whether a term that is given once for the season would be counted again for every gaqa.
  private func hasSeasonTerm(_ expression: Expression) throws(SettlementError) -> Bool {
    if try binder.bind(expression).domain == .season { return true }
    switch expression {
    case .named, .sum, .difference:
      for part in expression.parts where try hasSeasonTerm(part) { return true }
    case .product:
      // A rate or a price may be the same everywhere; what it is taken of may not.
      for part in expression.parts where try binder.bind(part).domain > .season {
        if try hasSeasonTerm(part) { return true }
      }
    default: break
    }
    return false
  }

  /// A formula's value for each pot; nothing where no member shares it.
  private func totals(
    of expression: Expression,
    rounded rounding: Rounding,
    _ groups: PotGroups,
    subject: String
  ) throws(SettlementError) -> [Int64] {
    let bound = try binder.total(expression)
    let values = try binder.column(
      of: bound,
      over: groups.domain,
      subject: subject,
      rounded: rounding
    )
    guard groups.domain == .gaqa else { return values }
    return values.indices.map { binder.hasMembers[$0] ? values[$0] : 0 }
  }

  // MARK: - Down

  /// The position of the tier that takes what rounding left, where fixed percentages add up to all.
  private func lastTierOfWhole(
    _ distribution: Distribution
  ) throws(SettlementError) -> Int? {
    let fractions = distribution.fractionsOfPot
    guard let last = fractions.last else { return nil }
    var sum = Ratio.zero
    for (_, fraction) in fractions {
      guard let next = sum.adding(fraction) else {
        throw binder.failure(
          .tooFine,
          "tiers",
          "their fractions of the pot have no common denominator of 64 bits."
        )
      }
      sum = next
    }
    guard sum <= .whole else {
      throw binder.failure(
        .sharesAboveWhole,
        "tiers",
        "together they take \(Figure(sum, .ratio)) of the pot. They may take 100 % at "
          + "most."
      )
    }
    return sum == .whole ? last.part : nil
  }

  /// What a tier is to take of each pot: never less than nothing, never more than is left.
  private mutating func due(
    _ tier: Tier,
    _ part: Int,
    in distribution: Distribution,
    _ waterfall: Waterfall,
    _ groups: PotGroups,
    _ lastOfWhole: Int?
  ) throws(SettlementError) -> [Int64] {
    var due: [Int64]
    if part == lastOfWhole {
      due = waterfall.pots
      for (position, _) in distribution.fractionsOfPot where position != part {
        for pot in due.indices { due[pot] -= waterfall.steps[position].due[pot] }
      }
    } else {
      due = try totals(
        of: tier.amount.expression,
        rounded: .halfUp(to: .fen),
        groups,
        subject: "tier \"\(distribution.lineName(of: part))\""
      )
    }
    for pot in due.indices {
      let left = waterfall.remainders[pot]
      if due[pot] > left {
        find(
          .shortfall,
          in: distribution.lineName(of: part),
          gaqa: waterfall.gaqa(pot),
          due[pot] - left
        )
      }
      due[pot] = max(0, min(due[pot], left))
    }
    return due
  }

  /// Pays what is due to an account.
  private mutating func pay(
    _ due: [Int64],
    to account: Account,
    _ waterfall: inout Waterfall
  ) throws(SettlementError) {
    var step = Waterfall.Step(account.name, account: account, due: due)
    step.paid = due
    for (pot, amount) in due.enumerated() {
      waterfall.remainders[pot] -= amount
      try post(amount, to: account, gaqa: waterfall.gaqa(pot))
    }
    waterfall.steps.append(step)
  }

  /// Adds to the balance of an account.
  mutating func post(
    _ fen: Int64,
    to account: Account,
    gaqa: String?
  ) throws(SettlementError) {
    guard fen != 0 else { return }
    let balance = ledger.amount(of: .account(account), scheme: terms.name, gaqa: gaqa)
    let sum = try sum(balance, fen, "balance of account \"\(account)\"")
    ledger.set(sum, for: .account(account), scheme: terms.name, gaqa: gaqa)
  }

  // MARK: - Closing

  /// Records what no tier took.
  private mutating func close(_ waterfall: Waterfall) throws(SettlementError) {
    for (pot, left) in waterfall.remainders.enumerated() where left != 0 {
      find(.leftInPot, in: waterfall.clause, gaqa: waterfall.gaqa(pot), left)
      try post(left, to: .leftInPot, gaqa: waterfall.gaqa(pot))
    }
    add(waterfall)
  }
}
