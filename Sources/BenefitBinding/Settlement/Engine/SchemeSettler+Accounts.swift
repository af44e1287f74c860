// Parts of a pot that accounts get, for a fund, an institution or those whom nobody lists.

extension SchemeSettler {
  /// Pays what is due to an account.
  mutating func pay(
    _ due: [Int64],
    to account: Account,
    for unlisted: QuantityFormula?,
    _ waterfall: inout Waterfall
  ) throws(BenefitError) {
    var step = Waterfall.Step(account.description, account: account, due: due)
    step.paid = due
    if let unlisted { step.unlisted = try count(unlisted, of: account, due, waterfall) }
    for (pot, amount) in due.enumerated() {
      try take(Int128(amount), from: pot, of: &waterfall, account.description)
      try post(amount, to: account, of: waterfall.gaqa(pot), in: waterfall)
    }
    waterfall.steps.append(step)
  }

  /// Shares what is due among an account of each gaqa that takes part and returns their weights.
  mutating func share(
    _ due: [Int64],
    among account: Account,
    by key: Key,
    _ groups: PotGroups,
    _ waterfall: inout Waterfall
  ) throws(BenefitError) -> Bound {
    let name = account.description
    let bound = try weightOfGaqas(name, by: key)
    var weights = try binder.column(
      of: bound,
      over: .gaqa,
      subject: .weight(by: binder.phrase(of: key))
    )
    for gaqa in weights.indices where !binder.takesPart(gaqa) { weights[gaqa] = 0 }
    var parts = [Int64](repeating: 0, count: weights.count)
    var remainders = Remainders()
    var step = Waterfall.Step(name, account: account, due: due)
    for (pot, amount) in due.enumerated() where amount != 0 {
      let gaqas = groups.domain == .gaqa ? pot..<pot + 1 : 0..<weights.count
      guard gaqas.contains(where: { weights[$0] != 0 }) else {
        let isAnyoneThere = gaqas.contains(where: binder.takesPart)
        let code: Notice.Code = isAnyoneThere ? .noWeight : .nobodyEligible
        try find(code, in: name, gaqa: waterfall.gaqa(pot), amount)
        continue
      }
      var span = parts.mutableSpan
      do {
        _ = try Apportionment.whole(terms.currency.step).share(
          amount,
          among: gaqas,
          by: weights.span,
          into: &span,
          using: &remainders
        )
      } catch {
        throw failure(error, name, by: key, over: .gaqa)
      }
      step.paid[pot] = amount
      try take(Int128(amount), from: pot, of: &waterfall, name)
    }
    for (gaqa, part) in zip(register.gaqas, parts) {
      try post(part, to: account, of: gaqa, in: waterfall)
    }
    step.gaqas = zip(register.gaqas, parts).filter { $0.1 != 0 }.map(Waterfall.Step.Part.init)
    waterfall.steps.append(step)
    return bound
  }

  /// The weight of each gaqa: what is stated of it, or the sum over its members.
  private func weightOfGaqas(_ name: String, by key: Key) throws(BenefitError) -> Bound {
    if try binder.domainOfWeights(key) == .season {
      throw binder.failure(
        .mixedPlaces,
        .tier(name, by: binder.phrase(of: key)),
        found: Phrase(
          en: "\(key) is stated once for the season, so that all gaqas would have equal weights.",
          zh: "\(binder.phrase(of: key).chinese)每期只填报一个数，会使各嘎查权重相同。"
        ),
        advice: Phrase(
          en: "State it for each gaqa or each household, or share by gaqa.",
          zh: "请按嘎查或按户填报，或改为按嘎查分配。"
        )
      )
    }
    let bound = try binder.asking(members).bind(key.expression)
    guard bound.domain == .household else { return bound }
    var byGaqa = binder
    byGaqa.groups = PotGroups(.gaqa, register)
    return try byGaqa.summed(bound, key.expression)
  }

  /// Counts those whom an account stands for and nobody lists, for each pot.
  private mutating func count(
    _ unlisted: QuantityFormula,
    of account: Account,
    _ due: [Int64],
    _ waterfall: Waterfall
  ) throws(BenefitError) -> [Quantity] {
    let name = account.description
    let place = BenefitError.Place.tier(name)
    let total = try binder.total(unlisted.expression)
    let thousandths = try binder.combining(unlisted.expression) { () throws(TooFine) in
      try .product(total, Bound(Figure(1_000, .ratio)))
    }
    let unit = if case .quantity(let unit) = total.dimension { unit } else { Quantity.Unit.person }
    let counts = try binder.column(
      of: thousandths,
      over: binder.groups.domain,
      subject: place,
      rounded: .down(to: .fen)
    ).map { Quantity(thousandths: $0, unit) }
    for (pot, count) in counts.enumerated() where due[pot] != 0 {
      guard count.thousandths > 0 else {
        throw binder.failure(
          .notPositive,
          place,
          waterfall.gaqa(pot).map { .gaqa($0) },
          found: Phrase(
            en: "\(Money(fen: due[pot])) goes to \(count).",
            zh: "有 \(Money(fen: due[pot])) 分给 \(count.words(in: .simplifiedChinese))。"
          ),
          advice: Phrase(
            en: "State the number of those who get it, above zero.",
            zh: "请填报领取者的数量，应大于零。"
          )
        )
      }
      try find(.notListed, in: name, gaqa: waterfall.gaqa(pot), due[pot])
    }
    return counts
  }

  /// Adds a part of a pot to the balance of an account, of a gaqa or for all; a part of a burden is taken off it.
  mutating func post(
    _ fen: Int64,
    to account: Account,
    of gaqa: String?,
    in waterfall: Waterfall
  ) throws(BenefitError) {
    // Accounts hold money; what is left of a quantity is said by a notice or its step alone.
    guard fen != 0, waterfall.unit == nil else { return }
    let owner = account.scheme(terms.name)
    let balance = ledger.amount(of: .account(account), scheme: owner, gaqa: gaqa)
    let sum = Int128(balance) + (waterfall.isBurden ? -Int128(fen) : Int128(fen))
    ledger.set(
      try carried(sum, [.balance(of: account)]),
      for: .account(account),
      scheme: owner,
      gaqa: gaqa
    )
  }
}
