extension Clause {
  /// The names of the clause and its tiers.
  var names: [String] {
    if case .distribution(let distribution) = self {
      return [name]
        + distribution.tiers.flatMap { tier in
          if case .households(let key, _, _) = tier.recipient { return [tier.name, key.name] }
          return [tier.name]
        }.compactMap(\.self)
    }
    return [name]
  }

  /// Whether any formula of the clause is as asked.
  func contains(where predicate: (Expression) -> Bool) -> Bool {
    allFormulas.contains { $0.contains(where: predicate) }
  }

  /// The accounts that the clause reads or draws from, each once.
  var accounts: [Account] {
    var accounts: [Account] = []
    if case .distribution(let distribution) = self, let source = distribution.source {
      accounts.append(source)
    }
    for account in allFormulas.flatMap(\.accounts) where !accounts.contains(account) {
      accounts.append(account)
    }
    return accounts
  }

  /// The lines that the clause gives households, what they are to them, and the positions of their
  /// tiers or payments.
  var lines: [(name: String, flow: Flow, part: Int)] {
    switch self {
    case .distribution(let distribution):
      distribution.tiers.enumerated().compactMap { part, tier in
        if case .account = tier.recipient { return nil }
        return (distribution.lineName(of: part), tier.flow, part)
      }
    case .payment(let payment): Self.lines(of: [payment])
    case .purchase(let purchase): Self.lines(of: purchase.payments)
    case .employment(let employment): Self.lines(of: employment.payments)
    }
  }

  /// The facts that the clause reads.
  var factsRead: Set<FactName> { Set(allFormulas.flatMap(\.factsRead)) }

  private static func lines(of payments: [Payment]) -> [(name: String, flow: Flow, part: Int)] {
    payments.enumerated().map { part, payment in (payment.name, payment.flow, part) }
  }

  /// The lines whose holdings from earlier seasons the clause reads.
  var heldLines: [String] { allFormulas.flatMap(\.heldLines) }

  /// The amounts, keys and conditions that the clause is made of.
  var allFormulas: [Expression] {
    switch self {
    case .distribution(let distribution):
      [distribution.pot.expression] + distribution.tiers.flatMap(\.formulas)
    case .payment(let payment): payment.formulas
    case .purchase(let purchase): purchase.payments.flatMap(\.formulas)
    case .employment(let employment): employment.payments.flatMap(\.formulas)
    }
  }
}

extension Payment {
  fileprivate var formulas: [Expression] { [amount.expression, condition.expression] }
}

extension Tier {
  fileprivate var formulas: [Expression] {
    switch recipient {
    case .households(let key, let condition, _):
      [amount.expression, key.expression, condition.expression]
    case .claims(let condition, let pool):
      [amount.expression, condition.expression] + (pool.map { [$0.amount.expression] } ?? [])
    case .account: [amount.expression]
    }
  }
}
