extension SchemeSettler {
  /// Runs the pots of a distribution down its tiers.
  mutating func settle(
    _ distribution: Distribution,
    _ position: Int
  ) throws(BenefitError) {
    if let problem = distribution.burdenProblem {
      throw binder.failure(.mixedFlows, .part("tiers"), found: problem)
    }
    let groups = PotGroups(distribution.scope, register)
    binder.groups = groups
    defer { binder.groups = PotGroups(.members, register) }
    var pots = try openPots(distribution, groups)
    try cutToBalance(&pots, distribution, groups)
    var waterfall = Waterfall(
      scheme: terms.name,
      clause: distribution.name,
      source: distribution.source,
      isBurden: distribution.isBurden,
      position: position,
      gaqas: groups.gaqas,
      pots: pots,
      remainders: pots
    )
    let fractions = try claims(distribution, pots)

    binder.pot = Bound(Column(pots), groups.domain, .money)
    for (part, tier) in distribution.tiers.enumerated() {
      binder.remainder = Bound(Column(waterfall.remainders), groups.domain, .money)
      let name = distribution.lineName(of: part)
      switch tier.recipient {
      case .account(let account):
        let due = try due(tier.amount, part, in: distribution, fractions[part], waterfall)
        try pay(due, to: account, &waterfall)
      case .households(let key, let condition, let apportionment):
        let due = try due(tier.amount, part, in: distribution, fractions[part], waterfall)
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
      case .claims(let condition, let pool):
        let taken = try pool.map { (pool) throws(BenefitError) in
          (
            pool,
            try due(pool.amount, part, in: distribution, fractions[part], waterfall)
          )
        }
        let paid = try pay(
          claims: tier.amount,
          name,
          where: condition,
          from: taken,
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
  ) throws(BenefitError) -> [Int64] {
    var pots = try totals(
      of: distribution.pot.expression,
      rounded: distribution.rounding,
      subject: .part("the pot")
    )
    for (index, pot) in pots.enumerated() {
      if groups.domain == .gaqa && !binder.hasMembers[index] {
        if pot != 0 { find(.noMembers, in: distribution.name, gaqa: groups.gaqas?[index], pot) }
        pots[index] = 0
      } else if pot < 0 {
        find(.negativePot, in: distribution.name, gaqa: groups.gaqas?[index], pot)
        pots[index] = 0
      }
    }
    try findGaqasLeftOut(of: distribution)
    try findHouseholdsLeftOut(
      of: distribution.pot.expression,
      in: distribution.name,
      rounded: distribution.rounding
    )
    return pots
  }

  /// Cuts pots that are drawn from an account to what it holds.
  private mutating func cutToBalance(
    _ pots: inout [Int64],
    _ distribution: Distribution,
    _ groups: PotGroups
  ) throws(BenefitError) {
    guard let source = distribution.source else { return }
    let balance = binder.balance(of: source)
    guard balance.domain == groups.domain else {
      throw binder.failure(
        .mixedPlaces,
        .init("balance of account", "\(source)"),
        found: groups.domain == .gaqa
          ? "there is a pot for each gaqa, but the account holds money for all members."
          : "there is one pot for all members, but the account holds money of single gaqas.",
        advice: groups.domain == .gaqa
          ? "Draw from it with one pot for all." : "Draw from it with a pot for each gaqa."
      )
    }
    let held = try binder.column(of: balance, over: groups.domain, subject: .part("the balance"))
    for pot in pots.indices where pots[pot] > max(0, held[pot]) {
      let drawn = max(0, held[pot])
      find(.balanceShortfall, in: distribution.name, gaqa: groups.gaqas?[pot], pots[pot] - drawn)
      pots[pot] = drawn
    }
  }

  /// A formula's value for each pot.
  private func totals(
    of expression: Expression,
    rounded rounding: Rounding,
    subject: BenefitError.Place
  ) throws(BenefitError) -> [Int64] {
    if binder.groups.domain == .gaqa, let term = try binder.seasonTerm(in: expression) {
      throw binder.failure(
        .mixedPlaces,
        subject,
        found: "there is one for each gaqa, but \"\(term)\" is one amount for all of them.",
        advice: "Give it for each gaqa."
      )
    }
    return try binder.column(
      of: binder.total(expression),
      over: binder.groups.domain,
      subject: subject,
      rounded: rounding
    )
  }

  // MARK: - Down

  /// Returns the amounts that tiers with fixed fractions are to take of each pot, by their
  /// positions.
  ///
  /// The fractions, with what they leave as one more, share the pot by largest remainders, so that
  /// each gets its own to the fen and fractions that add up to all of it leave nothing.
  private func claims(
    _ distribution: Distribution,
    _ pots: [Int64]
  ) throws(BenefitError) -> [Int: [Int64]] {
    let fractions = distribution.fractionsOfPot
    if fractions.isEmpty { return [:] }
    var rest = Ratio.whole
    for (_, fraction) in fractions {
      guard fraction >= .zero, let next = rest.subtracting(fraction) else {
        throw binder.failure(
          .sharesAboveWhole,
          .part("tiers"),
          found: "\(Figure(fraction, .ratio)) of the pot cannot be taken with the others."
        )
      }
      rest = next
    }
    guard rest >= .zero else {
      let (all, taken) = (
        Int128(rest.denominator), Int128(rest.denominator) - Int128(rest.numerator)
      )
      throw binder.failure(
        .sharesAboveWhole,
        .part("tiers"),
        found: "together they take \(Figure.text(taken, over: all, .ratio)) of the pot.",
        advice: "They may take 100 % at most."
      )
    }
    guard let weights = Column(fractions.map(\.fraction) + [rest]) else {
      throw binder.failure(
        .tooFine,
        .part("tiers"),
        found: "their fractions of the pot have no common denominator of 64 bits."
      )
    }
    var claims: [Int: [Int64]] = [:]
    for pot in pots {
      let shared: (parts: [Money], residue: Money)
      do {
        shared = try Apportionment.exact.parts(of: Money(fen: pot), by: weights.values)
      } catch {
        throw binder.within(error.within(.part("tiers")))
      }
      for ((part, _), share) in zip(fractions, shared.parts) {
        claims[part, default: []].append(share.fen)
      }
    }
    return claims
  }

  /// Returns the amount that a tier is to take of each pot: at least zero, and at most what is
  /// left.
  private mutating func due(
    _ amount: Amount,
    _ part: Int,
    in distribution: Distribution,
    _ fraction: [Int64]?,
    _ waterfall: Waterfall
  ) throws(BenefitError) -> [Int64] {
    let name = distribution.lineName(of: part)
    var due: [Int64]
    if let fraction {
      due = fraction
    } else {
      due = try totals(
        of: amount.expression,
        rounded: .halfUp(to: .fen),
        subject: .tier(name)
      )
    }
    for pot in due.indices {
      let left = waterfall.remainders[pot]
      if binder.groups.domain == .season || binder.hasMembers[pot] {
        let gaqa = waterfall.gaqa(pot)
        if due[pot] > left {
          let lack = try binder.fen(Int128(due[pot]) - Int128(left), .tier(name))
          find(.shortfall, in: name, gaqa: gaqa, lack)
        }
        if due[pot] < 0 { find(.negativeAmount, in: name, gaqa: gaqa, due[pot]) }
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
  ) throws(BenefitError) {
    var step = Waterfall.Step(account.description, account: account, due: due)
    step.paid = due
    for (pot, amount) in due.enumerated() {
      try take(Int128(amount), from: pot, of: &waterfall, account.description)
      try post(amount, to: account, of: pot, in: waterfall)
    }
    waterfall.steps.append(step)
  }

  /// Adds a part of a pot to the balance of an account; a part of a burden is taken off it.
  mutating func post(
    _ fen: Int64,
    to account: Account,
    of pot: Int,
    in waterfall: Waterfall
  ) throws(BenefitError) {
    guard fen != 0 else { return }
    let (owner, gaqa) = (account.scheme(terms.name), waterfall.gaqa(pot))
    let balance = ledger.amount(of: .account(account), scheme: owner, gaqa: gaqa)
    let sum = Int128(balance) + (waterfall.isBurden ? -Int128(fen) : Int128(fen))
    ledger.set(
      try carried(sum, [.init("balance of account", "\(account)")]),
      for: .account(account),
      scheme: owner,
      gaqa: gaqa
    )
  }

  // MARK: - Closing

  /// Records what no tier took, or takes what they took off the account that it was drawn from.
  private mutating func close(_ waterfall: Waterfall) throws(BenefitError) {
    if let source = waterfall.source {
      for (pot, left) in waterfall.remainders.enumerated() {
        let unused = Int128(left) - Int128(waterfall.pots[pot])
        try post(
          binder.fen(unused, .part("what was not drawn")),
          to: source,
          of: pot,
          in: waterfall
        )
      }
      return add(waterfall)
    }
    for (pot, left) in waterfall.remainders.enumerated() where left != 0 {
      let code: Notice.Code = waterfall.isBurden ? .notBorne : .leftInPot
      find(code, in: waterfall.clause, gaqa: waterfall.gaqa(pot), left)
      // A burden that nobody bears is nobody's asset.
      if !waterfall.isBurden { try post(left, to: .leftInPot, of: pot, in: waterfall) }
    }
    add(waterfall)
  }
}
