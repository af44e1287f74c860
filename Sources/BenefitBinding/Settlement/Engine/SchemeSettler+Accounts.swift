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
      try post(amount, to: account, of: pot, in: waterfall)
    }
    waterfall.steps.append(step)
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
            zh: "有 \(Money(fen: due[pot])) 元分给 \(count.words(in: .simplifiedChinese))。"
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

  /// Adds a part of a pot to the balance of an account; a part of a burden is taken off it.
  mutating func post(
    _ fen: Int64,
    to account: Account,
    of pot: Int,
    in waterfall: Waterfall
  ) throws(BenefitError) {
    // Accounts hold money; what is left of a quantity is said by a notice or its step alone.
    guard fen != 0, waterfall.unit == nil else { return }
    let (owner, gaqa) = (account.scheme(terms.name), waterfall.gaqa(pot))
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
