extension SchemeSettler {
  /// Runs the pots of a distribution down its tiers.
  mutating func settle(
    _ distribution: Distribution,
    _ position: Int
  ) throws(BenefitError) {
    if let problem = distribution.burdenProblem {
      throw binder.failure(.mixedFlows, .tiers, found: problem)
    }
    let groups = PotGroups(distribution.scope, register)
    binder.groups = groups
    defer { binder.groups = PotGroups(.members, register) }
    let pots = try cutToBalance(openPots(distribution, groups), distribution, groups)
    var waterfall = Waterfall(
      scheme: terms.name,
      clause: distribution.name,
      source: distribution.source,
      isBurden: distribution.isBurden,
      unit: unit,
      currency: terms.currency,
      position: position,
      gaqas: groups.gaqas,
      pots: pots.fen,
      remainders: pots.fen
    )
    binder.pot = pots
    let fractions = try claims(distribution, pots)
    var taken: [Bound] = []
    potOrigins.append(PotOrigin(explainer: Explainer(binder), pots: pots))
    for (part, tier) in distribution.tiers.enumerated() {
      let left = waterfall.remainders
      binder.remainder = Bound(left, groups.domain, pots.dimension, as: .rest, of: [pots] + taken)
      try settle(tier, part, of: distribution, fractions[part], groups, &waterfall)
      let step = zip(left, waterfall.remainders).map { $0 &- $1 }
      let rule = Derivation.Rule.taken(distribution.lineName(of: part))
      taken.append(Bound(step, groups.domain, pots.dimension, as: rule, of: []))
    }
    (binder.pot, binder.remainder) = (nil, nil)
    try close(waterfall)
  }

  /// Runs one tier across those entitled to it.
  private mutating func settle(
    _ tier: Tier,
    _ part: Int,
    of distribution: Distribution,
    _ fraction: Bound?,
    _ groups: PotGroups,
    _ waterfall: inout Waterfall
  ) throws(BenefitError) {
    let name = distribution.lineName(of: part)
    var due: Bound?
    if let amount = tier.amountOfPot { due = try self.due(amount, name, fraction, waterfall) }
    potOrigins[potOrigins.count - 1].due.append(due)
    switch (tier.recipient, due) {
    case (.account(let account), let due?):
      try pay(due.fen, to: account, for: tier.unlisted, &waterfall)
    case (.gaqas(let account, let key), let due?):
      let weight = try share(due.fen, among: account, by: key, groups, &waterfall)
      potOrigins[potOrigins.count - 1].weights[part] = weight
    case (.households(let key, let condition, let apportionment), let due?):
      let (parts, decision) = try share(
        due,
        tier,
        name,
        by: key,
        where: condition,
        apportionment,
        groups,
        &waterfall
      )
      try add(parts, as: name, tier.flow, waterfall.position, part, condition, decision)
    case (.claims(let condition, let pool), _):
      let pool = due.flatMap { due in pool.map { ($0, due) } }
      let (paid, decision) = try pay(
        claims: tier,
        name,
        where: condition,
        from: pool,
        groups,
        &waterfall
      )
      try add(paid, as: name, tier.flow, waterfall.position, part, condition, decision)
    default: stop("A tier with a part of the pot has nothing due.")
    }
  }

  // MARK: - Pots

  /// The pot of each group, at least zero.
  private mutating func openPots(
    _ distribution: Distribution,
    _ groups: PotGroups
  ) throws(BenefitError) -> Bound {
    let stated = try totals(
      of: distribution.pot.expression,
      rounded: distribution.rounding,
      subject: .pot
    )
    var pots = stated.fen
    for (index, pot) in pots.enumerated() {
      if groups.domain == .gaqa && !binder.takesPart(index) {
        if pot != 0 { try find(.noMembers, in: distribution.name, gaqa: groups.gaqas?[index], pot) }
        pots[index] = 0
      } else if pot < 0 {
        try find(.negativePot, in: distribution.name, gaqa: groups.gaqas?[index], pot)
        pots[index] = 0
      }
    }
    try findGaqasLeftOut(of: distribution)
    try findHouseholdsLeftOut(
      of: distribution.pot.expression,
      in: distribution.name,
      rounded: distribution.rounding
    )
    return Bound(pots, groups.domain, stated.dimension, as: .notBelowZero, of: [stated])
  }

  /// Cuts pots that are drawn from an account to what it holds.
  private mutating func cutToBalance(
    _ pots: Bound,
    _ distribution: Distribution,
    _ groups: PotGroups
  ) throws(BenefitError) -> Bound {
    guard let source = distribution.source else { return pots }
    let balance = try binder.bind(.balance(source))
    guard balance.domain == groups.domain else {
      throw binder.failure(
        .mixedPlaces,
        .balance(of: source),
        found: groups.domain == .gaqa
          ? Phrase(
            en: "there is a pot for each gaqa, but the account holds money for all members.",
            zh: "分配总额按嘎查分设，而账户资金属于全体参加户。"
          )
          : Phrase(
            en: "there is one pot for all members, but the account holds money of single gaqas.",
            zh: "分配总额由全体参加户共用，而账户资金属于单个嘎查。"
          ),
        advice: groups.domain == .gaqa
          ? Phrase(en: "Draw from it with one pot for all.", zh: "请改用全体共用的分配总额支取。")
          : Phrase(en: "Draw from it with a pot for each gaqa.", zh: "请改用按嘎查分设的分配总额支取。")
      )
    }
    var drawn = pots.fen
    for (pot, held) in balance.fen.enumerated() where drawn[pot] > max(0, held) {
      let lack = drawn[pot] - max(0, held)
      try find(.balanceShortfall, in: distribution.name, gaqa: groups.gaqas?[pot], lack)
      drawn[pot] = max(0, held)
    }
    return Bound(drawn, groups.domain, pots.dimension, as: .drawn(source), of: [pots, balance])
  }

  /// A formula's value for each pot.
  private func totals(
    of expression: Expression,
    rounded rounding: Rounding,
    subject: BenefitError.Place
  ) throws(BenefitError) -> Bound {
    if binder.groups.domain == .gaqa, let term = try binder.seasonTerm(in: expression) {
      let term = binder.phrase(of: term)
      throw binder.failure(
        .mixedPlaces,
        subject,
        found: Phrase(
          en: "there is one for each gaqa, but \"\(term)\" is one amount for all of them.",
          zh: "此处按嘎查计算，而「\(term.chinese)」是各嘎查共有的一个数。"
        ),
        advice: Phrase(en: "Give it for each gaqa.", zh: "请按嘎查填报。")
      )
    }
    let total = try binder.total(expression)
    let domain = binder.groups.domain
    let rounding = binder.rounding(rounding, of: total.dimension)
    let fen = try binder.column(of: total, over: domain, subject: subject, rounded: rounding)
    return Bound(fen, domain, total.dimension, as: .rounded(rounding), of: [total])
  }

  // MARK: - Down

  /// Returns the amounts that tiers with fixed fractions are to take of each pot, by their
  /// positions.
  ///
  /// The fractions, with what they leave as one more, share the pot by largest remainders, so that
  /// each gets its own to the fen and fractions that add up to all of it leave nothing.
  private func claims(
    _ distribution: Distribution,
    _ pots: Bound
  ) throws(BenefitError) -> [Int: Bound] {
    let fractions = distribution.fractionsOfPot
    if fractions.isEmpty { return [:] }
    var rest = Ratio.whole
    for (_, fraction) in fractions {
      guard fraction >= .zero, let next = rest.subtracting(fraction) else {
        let figure = Figure(fraction, .ratio)
        throw binder.failure(
          .sharesAboveWhole,
          .tiers,
          found: Phrase(
            en: "\(figure) of the pot cannot be taken with the others.",
            zh: "分配总额的 \(figure.text(in: .simplifiedChinese)) 无法与其他各项一并提取。"
          )
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
        .tiers,
        found: Phrase(
          en: "together they take \(Figure.text(taken, over: all, .ratio)) of the pot.",
          zh: "合计提取分配总额的 "
            + "\(Figure.text(taken, over: all, .ratio, in: .simplifiedChinese))。"
        ),
        advice: Phrase(en: "They may take 100 % at most.", zh: "请将合计控制在 100% 以内。")
      )
    }
    guard let weights = Column(fractions.map(\.fraction) + [rest]) else {
      throw binder.failure(
        .tooFine,
        .tiers,
        found: Phrase(
          en: "their fractions of the pot have no common denominator of 64 bits.",
          zh: "各项所占分配总额的比例，其公分母超出 64 位。"
        )
      )
    }
    let step = pots.dimension == .money ? terms.currency.step : .fen
    var shares = fractions.map { _ in (fen: [Int64](), rules: [Derivation.Rule]()) }
    var remainders = Remainders()
    for pot in pots.fen {
      var parts = [Int64](repeating: 0, count: weights.values.count)
      let oddSteps: OddSteps?
      do {
        var span = parts.mutableSpan
        oddSteps = try Apportionment.whole(step).share(
          pot,
          among: span.indices,
          by: weights.values.span,
          into: &span,
          using: &remainders
        ).oddSteps
      } catch {
        throw binder.within(error.within(.tiers))
      }
      for index in shares.indices {
        shares[index].fen.append(parts[index])
        shares[index].rules.append(.roundedWithOthers(oddSteps?.step(index)))
      }
    }
    var claims: [Int: Bound] = [:]
    for ((part, fraction), share) in zip(fractions, shares) {
      var claim = Bound(Column(share.fen), pots.domain, pots.dimension)
      claim.origin = .rules(share.rules, [try fractionOfPot(fraction, pots)])
      claims[part] = claim
    }
    return claims
  }

  /// A fraction of the pots before it is rounded.
  private func fractionOfPot(_ fraction: Ratio, _ pots: Bound) throws(BenefitError) -> Bound {
    if fraction == .whole { return pots }
    let factor = Expression.constant(Figure(fraction, .ratio))
    let formula = Expression.product(.pot, factor)
    let bound = try binder.bind(factor)
    return try binder.combining(formula) { () throws(TooFine) in try .product(pots, bound) }
      .given(by: .formula(formula), [pots, bound])
  }

  /// Returns the amount that a tier is to take of each pot: at least zero, and at most what is
  /// left.
  private mutating func due(
    _ amount: Amount,
    _ name: String,
    _ fraction: Bound?,
    _ waterfall: Waterfall
  ) throws(BenefitError) -> Bound {
    let asked =
      if let fraction { fraction } else {
        try totals(of: amount.expression, rounded: .halfUp(to: .fen), subject: .tier(name))
      }
    var due = asked.fen
    for pot in due.indices {
      let left = waterfall.remainders[pot]
      if binder.groups.domain == .season || binder.takesPart(pot) {
        let gaqa = waterfall.gaqa(pot)
        if due[pot] > left {
          let lack = try binder.fen(Int128(due[pot]) - Int128(left), .tier(name))
          try find(.shortfall, in: name, gaqa: gaqa, lack)
        }
        if due[pot] < 0 { try find(.negativeAmount, in: name, gaqa: gaqa, due[pot]) }
      }
      due[pot] = max(0, min(due[pot], left))
    }
    let rest = try binder.bind(.remainder)
    return Bound(due, binder.groups.domain, asked.dimension, as: .cutToRest, of: [asked, rest])
  }

  // MARK: - Closing

  /// Records what no tier took, or takes what they took off the account that it was drawn from.
  private mutating func close(_ waterfall: Waterfall) throws(BenefitError) {
    if let source = waterfall.source {
      for (pot, left) in waterfall.remainders.enumerated() {
        let unused = Int128(left) - Int128(waterfall.pots[pot])
        try post(
          binder.fen(unused, .part(Phrase(en: "what was not drawn", zh: "未支取部分"))),
          to: source,
          of: waterfall.gaqa(pot),
          in: waterfall
        )
      }
      return add(waterfall)
    }
    for (pot, left) in waterfall.remainders.enumerated() where left != 0 {
      let code: Notice.Code = waterfall.isBurden ? .notBorne : .leftInPot
      try find(code, in: waterfall.clause, gaqa: waterfall.gaqa(pot), left)
      // A burden that nobody bears is nobody's asset.
      if !waterfall.isBurden {
        try post(left, to: .leftInPot, of: waterfall.gaqa(pot), in: waterfall)
      }
    }
    add(waterfall)
  }
}
