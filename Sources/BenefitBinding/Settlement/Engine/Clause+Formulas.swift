extension Clause {
  /// The names of the clause and its tiers.
  var names: [String] {
    if let distribution {
      return [name]
        + distribution.tiers.flatMap { tier in
          switch tier.recipient {
          case .households(let key, _, _), .gaqas(_, let key): [tier.name, key.name]
          case .claims, .account: [tier.name]
          }
        }.compactMap(\.self)
    }
    return [name]
  }

  /// Returns true if any formula of the clause satisfies the predicate.
  func contains(where predicate: (Expression) -> Bool) -> Bool {
    allFormulas.contains { $0.contains(where: predicate) }
  }

  /// The accounts that the clause reads or draws from, each once.
  var accounts: [Account] {
    var accounts: [Account] = []
    if let source = distribution?.source { accounts.append(source) }
    for account in allFormulas.flatMap(\.accounts) where !accounts.contains(account) {
      accounts.append(account)
    }
    return accounts
  }

  /// The lines that the clause gives households, what they are to them, and the positions of their
  /// tiers or payments.
  var lines: [(name: String, flow: Flow, part: Int)] {
    parts.enumerated().compactMap { index, part in part.line.map { ($0, part.flow, index) } }
  }

  /// The facts that the clause reads.
  var factsRead: Set<FactName> { Set(allFormulas.flatMap(\.factsRead)) }

  /// The lines whose holdings from earlier seasons the clause reads.
  var heldLines: [String] { allFormulas.flatMap(\.heldLines) }

  /// The formula of the pot, or `nil` where the clause has none.
  var pot: Expression? { distribution?.pot.expression }

  /// The tiers or payments with their formulas.
  var parts: [ClausePart] {
    switch self {
    case .distribution(let distribution):
      distribution.tiers.indices.map { ClausePart(distribution, $0) }
    case .payment(let payment): [ClausePart(payment)]
    case .purchase(let purchase): purchase.payments.map(ClausePart.init)
    case .employment(let employment): employment.payments.map(ClausePart.init)
    case .allotment(let allotment): allotment.settled.parts
    }
  }

  /// The amounts, keys and conditions that the clause is made of.
  var allFormulas: [Expression] {
    parts.reduce(into: pot.map { [$0] } ?? []) { $0 += $1.formulas }
  }
}

/// A tier or payment of a clause: its line and the formulas that it is made of.
struct ClausePart {
  /// The line that it gives households, or `nil` where an account gets it.
  let line: String?
  let flow: Flow
  /// The purpose that it states.
  let purpose: Purpose?
  /// The parties that answer for a debt.
  var liability: Liability?
  let amount: Expression
  var key: Expression?
  var condition: Expression?
  /// The amount that the pool of its claims takes.
  var pool: Expression?
  /// The number of those whom nobody lists.
  var unlisted: Expression?

  /// The amount, and whatever else it has, in that order.
  var formulas: [Expression] { [amount, key, condition, pool, unlisted].compactMap(\.self) }

  fileprivate init(_ payment: Payment) {
    line = payment.name
    flow = payment.flow
    purpose = payment.purpose
    liability = payment.liability
    amount = payment.amount.expression
    condition = payment.condition.expression
  }

  fileprivate init(_ distribution: Distribution, _ index: Int) {
    let tier = distribution.tiers[index]
    flow = tier.flow
    purpose = tier.purpose
    amount = tier.amount.expression
    unlisted = tier.unlisted?.expression
    switch tier.recipient {
    case .households(let key, let condition, _):
      line = distribution.lineName(of: index)
      self.key = key.expression
      self.condition = condition.expression
    case .claims(let condition, let pool):
      line = distribution.lineName(of: index)
      self.condition = condition.expression
      self.pool = pool?.amount.expression
    case .account: line = nil
    case .gaqas(_, let key):
      line = nil
      self.key = key.expression
    }
  }
}
