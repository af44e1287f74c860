// How one tier runs across the households entitled to it.

extension SchemeSettler {
  /// Shares what is due among the eligible members of each pot.
  mutating func share(
    _ due: Bound,
    _ tier: Tier,
    _ name: String,
    by key: Key,
    where condition: Condition,
    _ apportionment: Apportionment,
    _ groups: PotGroups,
    _ waterfall: inout Waterfall
  ) throws(BenefitError) -> ([Int64], LineOrigin.Decision) {
    let apportionment = unit == nil ? apportionment.inSteps(of: terms.currency) : apportionment
    let eligible = both(members, try binder.mask(condition))
    try requireOwnWeights(name, by: key)
    let bound = try binder.asking(eligible).bind(key.expression)
    let subject = BenefitError.Place.weight(by: binder.phrase(of: key))
    // A common denominator changes no share; it only says what one unit is: a yuan for money.
    let units = bound.dimension == .money ? bound.denominator * 100 : bound.denominator
    guard let weightUnit = Int64(exactly: units) else {
      throw binder.failure(.tooFine, subject, found: .noCommonDenominator)
    }

    // Weights and parts of some pots at a time, so that they stay in cache.
    var (weights, shared, parts) = ([Int64](), [Int64](), [Int64]())
    parts.reserveCapacity(register.count)
    let origin = due
    let due = origin.fen
    let broughtForward = due.indices.map { residue(of: name, gaqa: waterfall.gaqa($0)) }
    var shares = due.map { _ in LineOrigin.PotShare() }
    var remainders = Remainders()
    var step = Waterfall.Step(name, account: nil, unit: unit, due: due)
    for pots in groups.batches(of: Binder.chunk) {
      let batch = groups.rows(pots)
      weights.removeAll(keepingCapacity: true)
      try binder.append(bound, batch, of: .household, subject: subject, to: &weights)
      if let eligible {
        for row in batch where !eligible[row] { weights[row - batch.lowerBound] = 0 }
      }
      shared.removeAll(keepingCapacity: true)
      shared.append(contentsOf: repeatElement(0, count: batch.count))
      for pot in pots {
        let gaqa = waterfall.gaqa(pot)
        let rows = groups.rows(pot)
        let places = rows.lowerBound - batch.lowerBound..<rows.upperBound - batch.lowerBound
        let carried = broughtForward[pot]
        guard due[pot] != 0 || carried != 0 else { continue }
        guard places.contains(where: { weights[$0] != 0 }) else {
          let unpaid = try sum(due[pot], carried, .tier(name))
          if unpaid > 0 { try findNobody(in: name, gaqa: gaqa, rows, eligible, unpaid) }
          continue
        }
        let total = try sum(due[pot], carried, .tier(name))
        if total <= 0 {
          // Rounding overpaid earlier pots by more than this one holds; nobody pays it back.
          (step.broughtForward[pot], step.residue[pot]) = (carried, total)
          try take(Int128(due[pot]), from: pot, of: &waterfall, name)
          ledger.set(total, for: .residue(line: name), scheme: terms.name, gaqa: gaqa)
          continue
        }
        var span = shared.mutableSpan
        let left: Int64
        do {
          (left, shares[pot].sum, shares[pot].oddSteps) = try apportionment.share(
            total,
            among: places,
            by: weights.span,
            unit: weightUnit,
            smallest: unit == nil ? terms.currency.step : .fen,
            into: &span,
            using: &remainders
          )
        } catch {
          throw failure(error, name, by: key, after: batch.lowerBound)
        }
        shares[pot].oddSteps = shares[pot].oddSteps?.moved(by: batch.lowerBound)
        let (paid, overflowed) = total.subtractingReportingOverflow(left)
        if overflowed {
          throw binder.failure(
            .overflow,
            .tier(name),
            found: Phrase(
              en: "its parts, once rounded, are together too large to be kept exactly.",
              zh: "各部分取整后合计过大，无法精确保存。"
            )
          )
        }
        shares[pot].left = left
        step.broughtForward[pot] = carried
        step.paid[pot] = paid
        if unit == nil {
          ledger.set(
            apportionment.residue == .carriedForward ? left : 0,
            for: .residue(line: name),
            scheme: terms.name,
            gaqa: gaqa
          )
        }
        if let account = apportionment.residue.account {
          step.residue[pot] = left
          try take(Int128(due[pot]), from: pot, of: &waterfall, name)
          if apportionment.residue != .carriedForward {
            try post(left, to: account, of: gaqa, in: waterfall)
          }
        } else {
          try take(Int128(due[pot]) - Int128(left), from: pot, of: &waterfall, name)
        }
      }
      parts.append(contentsOf: shared)
    }
    waterfall.steps.append(step)
    var total = try total(of: origin, broughtForward, tier)
    if apportionment.residue.isHandedOut {
      let step = apportionment.rounding.step.fen
      let whole = total.fen.map { $0 - $0 % step }
      total = Bound(
        whole,
        groups.domain,
        origin.dimension,
        as: .rounded(.down(to: apportionment.rounding.step)),
        of: [total]
      )
    }
    let sharing = Derivation.Sharing(key: key, apportionment: apportionment)
    return (parts, .shared(total: total, weight: bound, sharing, shares))
  }

  /// The amounts due with those that the season before left.
  private func total(
    of due: Bound,
    _ broughtForward: [Int64],
    _ tier: Tier
  ) throws(BenefitError) -> Bound {
    let former = tier.formerLine.flatMap { takenOver.contains($0) ? $0 : nil }
    let carried = Bound(
      broughtForward,
      due.domain,
      due.dimension,
      as: .broughtForward(former),
      of: []
    )
    let total = try zip(due.fen, broughtForward).map { (due, carried) throws(BenefitError) in
      try sum(due, carried)
    }
    return Bound(total, due.domain, due.dimension, as: .withBroughtForward, of: [due, carried])
  }

  /// Takes what a tier needs from a pot; below zero where it gives back more than it was due.
  func take(
    _ fen: Int128,
    from pot: Int,
    of waterfall: inout Waterfall,
    _ name: String
  ) throws(BenefitError) {
    let left = Int128(waterfall.remainders[pot]) - fen
    waterfall.remainders[pot] = try binder.fen(left, .init("the pot after tier", name))
  }

  /// Reports money for which nobody is eligible, or for which nobody who is has any weight.
  private mutating func findNobody(
    in name: String,
    gaqa: String?,
    _ rows: Range<Int>,
    _ eligible: [Bool]?,
    _ fen: Int64
  ) throws(BenefitError) {
    let isAnyoneEligible = rows.contains { isIn(eligible, $0) }
    try find(isAnyoneEligible ? .noWeight : .nobodyEligible, in: name, gaqa: gaqa, fen)
  }

  /// Refuses a key that says the same of all households because of where it was stated.
  private func requireOwnWeights(_ name: String, by key: Key) throws(BenefitError) {
    let domain = try binder.domainOfWeights(key)
    guard domain == .season || domain == .gaqa else { return }
    let (isByGaqa, words) = (domain == .gaqa, binder.phrase(of: key))
    throw binder.failure(
      .mixedPlaces,
      .tier(name, by: words),
      found: Phrase(
        en: "\(key) is stated once for \(isByGaqa ? "each gaqa" : "the season"), so "
          + "that all its households would have equal weights.",
        zh: "\(words.chinese)\(isByGaqa ? "每个嘎查" : "每期")只填报一个数，"
          + "会使其中各户权重相同。"
      ),
      advice: Phrase(
        en: "State it for each household, or share by household.",
        zh: "请按户填报，或改为按户分配。"
      )
    )
  }

  /// The amount that the season before left; the books carry money alone.
  private func residue(of name: String, gaqa: String?) -> Int64 {
    unit != nil ? 0 : ledger.amount(of: .residue(line: name), scheme: terms.name, gaqa: gaqa)
  }

  /// Adds what the books carry to what the season brings.
  func sum(
    _ a: Int64,
    _ b: Int64,
    _ place: @autoclosure () -> BenefitError.Place? = nil,
    _ inner: @autoclosure () -> BenefitError.Place? = nil
  ) throws(BenefitError) -> Int64 {
    let (sum, overflowed) = a.addingReportingOverflow(b)
    return overflowed ? try carried(Int128(a) + Int128(b), [place(), inner()]) : sum
  }

  /// An amount for the books that fits 64 bits.
  func carried(
    _ sum: Int128,
    _ places: @autoclosure () -> [BenefitError.Place?]
  ) throws(BenefitError) -> Int64 {
    guard let fen = Int64(exactly: sum) else {
      let found = Phrase(
        en: "with what the books carry it is too large to be kept exactly.",
        zh: "加上账上结转数后数额过大，无法精确保存。"
      )
      throw binder.within(BenefitError(.overflow, found: found).within(places().compactMap(\.self)))
    }
    return fen
  }

  /// The error of sharing in a tier, with the household or gaqa whose weight or part it is, counted after some lanes.
  func failure(
    _ error: BenefitError,
    _ name: String,
    by key: Key,
    over domain: Domain = .household,
    after lanes: Int = 0
  ) -> BenefitError {
    let number = error.places.first.flatMap { $0.kind == "weight" ? Int($0.name) : nil }
    let place = number.flatMap { binder.place(of: $0 - 1 + lanes, in: domain) }
    return binder.within(error.within(.tier(name, by: binder.phrase(of: key)), place))
  }

  /// Pays each eligible member its claim, or all less in proportion where the pool is too small.
  ///
  /// The pool is what `due` says of each pot, with what the season before did not spend; without
  /// one it is all that is left.
  mutating func pay(
    claims tier: Tier,
    _ name: String,
    where condition: Condition,
    from pool: (terms: AwardPool, due: Bound)?,
    _ groups: PotGroups,
    _ waterfall: inout Waterfall
  ) throws(BenefitError) -> ([Int64], LineOrigin.Decision) {
    let eligible = both(members, try binder.mask(condition))
    let bound = try binder.asking(eligible).bind(tier.amount.expression)
    var claims = try binder.column(
      of: bound,
      over: .household,
      subject: .part(Phrase(en: "claim", zh: "应得金额")),
      rounded: .halfUp(to: terms.currency.step)
    )
    for row in claims.indices where !isIn(eligible, row) { claims[row] = 0 }
    try dropNegative(&claims, in: name)

    let broughtForward = waterfall.pots.indices.map {
      pool == nil ? 0 : residue(of: name, gaqa: waterfall.gaqa($0))
    }
    let own = if let pool { pool.due } else { try binder.bind(.remainder) }
    var shares = broughtForward.indices.map { pot in
      LineOrigin.PotShare(sum: claims[groups.rows(pot)].exactSum)
    }
    var parts = claims
    var remainders = Remainders()
    var step = Waterfall.Step(
      name,
      account: nil,
      due: Array(repeating: 0, count: waterfall.count)
    )
    for pot in waterfall.pots.indices {
      let rows = groups.rows(pot)
      let gaqa = waterfall.gaqa(pot)
      let carried = broughtForward[pot]
      let available = try sum(own.fen[pot], carried, .tier(name))
      let claimed = try binder.fen(shares[pot].sum, .tier(name))
      step.broughtForward[pot] = carried
      // What rounding overpaid before is paid back by the pool, never by those who claim.
      let payable = max(0, available)
      step.paid[pot] = min(claimed, payable)
      step.residue[pot] = min(0, available)
      let backstop = claimed > available ? pool?.terms.backstop : nil
      if backstop != nil || claimed > payable {
        let lack = try binder.fen(Int128(claimed) - Int128(available), .tier(name))
        try find(.shortfall, in: name, gaqa: gaqa, lack)
        if let backstop {
          step.paid[pot] = claimed
          step.residue[pot] = -lack
          try post(-lack, to: backstop, of: gaqa, in: waterfall)
        } else {
          var span = parts.mutableSpan
          do {
            shares[pot].isCut = true
            shares[pot].oddSteps = try Apportionment.whole(terms.currency.step).share(
              payable,
              among: rows,
              by: claims.span,
              into: &span,
              using: &remainders
            ).oddSteps
          } catch {
            throw failure(error, name, by: .household)
          }
        }
      }
      if pool != nil && claimed == 0 && available > 0 {
        try findNobody(in: name, gaqa: gaqa, rows, eligible, available)
      }
      // What the pool did not spend waits in it, or was never taken from the pot.
      let unspent = max(0, payable - claimed)
      if pool?.terms.carriesUnspent == true { step.residue[pot] += unspent }
      if pool != nil {
        let waits = backstop == nil ? step.residue[pot] : 0
        ledger.set(waits, for: .residue(line: name), scheme: terms.name, gaqa: gaqa)
      }
      let due = Int128(step.paid[pot]) + Int128(step.residue[pot]) - Int128(carried)
      step.due[pot] = try binder.fen(due, .tier(name))
      try take(due, from: pot, of: &waterfall, name)
    }
    waterfall.steps.append(step)
    let available = try total(of: own, broughtForward, tier)
    let payable = Bound(
      available.fen.map { max(0, $0) },
      groups.domain,
      available.dimension,
      as: .notBelowZero,
      of: [available]
    )
    return (parts, .claimed(tier.amount, claim: bound, payable: payable, shares))
  }
}

extension Binder {
  /// The domain in which the figures of a key differ, whatever chooses among them or whom they are for.
  func domainOfWeights(_ key: Key) throws(BenefitError) -> Domain {
    try key == .gaqa ? .gaqa : domainOfWeights(key.expression)
  }

  private func domainOfWeights(_ expression: Expression) throws(BenefitError) -> Domain {
    var parts = expression.parts
    switch expression {
    case .status, .gaqa, .atLeast, .all, .any, .not: return .constant
    case .choice(_, let chosen, let other): parts = [chosen, other]
    case .mean: return try bind(expression).domain
    default: if parts.isEmpty { return try bind(expression).domain }
    }
    var domain = Domain.constant
    for part in parts { domain = max(domain, try domainOfWeights(part)) }
    return domain
  }
}
