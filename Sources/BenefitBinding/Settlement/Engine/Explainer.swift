/// Explains amounts of a finished settlement by looking at its terms and facts once more.
///
/// It binds the same formulas as settling did and evaluates them for one household.
struct Explainer {
  private let settlement: Settlement
  private let line: Line
  private let row: Int
  private var binder: Binder

  private var register: Register { settlement.register }

  init(_ settlement: Settlement, _ line: Line, _ row: Int) throws(SettlementError) {
    self.settlement = settlement
    self.line = line
    self.row = row
    guard let terms = settlement.schemes.first(where: { $0.name == line.scheme }) else {
      preconditionFailure("The settlement has no scheme \"\(line.scheme)\".")
    }
    // Opening the losses puts the binder where settling began; no clause is settled anew.
    var settler = try SchemeSettler(
      terms: terms,
      season: settlement.season,
      register: settlement.register,
      ledger: Books.Ledger(settlement.openingBooks)
    )
    try settler.openLosses()
    binder = settler.binder
    binder.clause = terms.clauses[line.clause].name
    for earlier in settlement.lines
    where earlier.scheme == line.scheme
      && (earlier.clause, earlier.part) < (line.clause, line.part)
    {
      binder.lines[earlier.name] = earlier.fen
    }
  }

  /// How the line's amount came about.
  mutating func derivation() throws(SettlementError) -> Derivation {
    switch binder.terms.clauses[line.clause] {
    case .distribution(let distribution): try explain(distribution)
    case .payment(let payment): try explain(payment)
    case .purchase(let purchase): try explain(purchase.payments[line.part])
    case .employment(let employment): try explain(employment.payments[line.part])
    }
  }

  // MARK: - Payments

  private func explain(_ payment: Payment) throws(SettlementError) -> Derivation {
    let eligible = both(
      try binder.mask(binder.terms.members),
      try binder.mask(payment.condition)
    )
    guard isIn(eligible, row) else { return nothing("the household is not eligible") }
    return try rounded(payment.amount.expression, payment.rounding, to: line[row])
  }

  /// An amount of nothing and the reason for it.
  private func nothing(_ reason: String) -> Derivation {
    Derivation(value: line[row].description, formula: "nothing, as \(reason)", parts: [])
  }

  /// An amount that a formula gave once it was rounded.
  private func rounded(
    _ expression: Expression,
    _ rounding: Rounding,
    to money: Money
  ) throws(SettlementError) -> Derivation {
    let exact = try explain(expression)
    if exact.value == money.description { return exact }
    return Derivation(
      value: money.description,
      formula: "\(exact.value) rounded \(rounding)",
      parts: [exact]
    )
  }

  // MARK: - Distributions

  private mutating func explain(
    _ distribution: Distribution
  ) throws(SettlementError) -> Derivation {
    guard
      let waterfall = settlement.waterfalls.first(where: {
        $0.scheme == line.scheme && $0.position == line.clause
      })
    else { preconditionFailure("The settlement has no waterfall for \"\(line.name)\".") }
    let groups = PotGroups(distribution.scope, register)
    let pot = groups.domain == .gaqa ? Int(register.gaqaIndices[row]) : 0
    let potBound = Bound(Column(waterfall.pots), groups.domain, .money)
    let potDerivation = try explain(pot: distribution, waterfall.pot(pot), groups)
    binder.pot = potBound
    binder.remainder = Bound(
      Column(waterfall.remainders(before: line.part)),
      groups.domain,
      .money
    )

    let tier = distribution.tiers[line.part]
    let step = waterfall.steps[line.part]
    switch tier.recipient {
    case .claims(let condition):
      return try explainClaim(tier, condition, step, pot, potDerivation)
    case .households(let key, _, let apportionment):
      let due = explainDue(
        tier,
        step,
        pot,
        potDerivation,
        of: distribution.pot.expression
      )
      return try explainShare(
        due,
        total: step.due(pot) + step.carriedIn(pot),
        key,
        apportionment,
        groups.rows(pot)
      )
    case .account:
      preconditionFailure("An account has no line.")
    }
  }

  /// The pot as the sum it is.
  private func explain(
    pot distribution: Distribution,
    _ value: Money,
    _ groups: PotGroups
  ) throws(SettlementError) -> Derivation {
    let exact = try explain(total: distribution.pot.expression, groups)
    if exact.value == value.description { return exact }
    let isBelowZero = value == .zero && exact.value.first == "-"
    return Derivation(
      value: value.description,
      formula: isBelowZero
        ? "\(exact.value) is below zero and pays nothing"
        : "\(exact.value) rounded \(distribution.rounding)",
      parts: [exact]
    )
  }

  /// The value of a formula for the household's pot, totalled term by term as settling does it.
  private func explain(
    total expression: Expression,
    _ groups: PotGroups
  ) throws(SettlementError) -> Derivation {
    let finer = try binder.bind(expression).domain
    if finer <= groups.domain { return try explain(expression) }
    let members = try binder.mask(binder.terms.members)
    let bound = try binder.total(expression, groups, members)
    let text = try text(of: bound)
    switch expression {
    case .named(let name, let part):
      return try explain(total: part, groups).named(name)
    case .sum, .difference:
      let parts = try expression.parts.filter(\.isExplained).map { (part) throws(SettlementError) in
        try explain(total: part, groups)
      }
      return Derivation(value: text, formula: expression.description, parts: parts)
    default:
      return Derivation(
        value: text,
        formula: "\(expression), over all \(finer)s",
        parts: []
      )
    }
  }

  /// The value of a formula for the household, as it is written.
  private func text(of bound: Bound) throws(SettlementError) -> String {
    let lane =
      switch bound.domain {
      case .constant, .season: 0
      case .gaqa: Int(register.gaqaIndices[row])
      case .household: row
      }
    let value = try binder.value(of: bound, lane: lane, in: bound.domain)
    return Figure.text(value.numerator, over: value.denominator, bound.dimension)
  }

  /// What the tier shared, as a part of the pot.
  private func explainDue(
    _ tier: Tier,
    _ step: Waterfall.Step,
    _ pot: Int,
    _ potDerivation: Derivation,
    of potExpression: Expression
  ) -> Derivation {
    let isWholePot =
      [.pot, .remainder, potExpression].contains(tier.amount.expression)
      && step.due(pot).description == potDerivation.value
    let due =
      isWholePot
      ? potDerivation
      : Derivation(
        value: step.due(pot).description,
        formula: tier.amount.expression.description,
        parts: [potDerivation]
      )
    guard step.carriedIn(pot) != .zero else { return due }
    return Derivation(
      value: (step.due(pot) + step.carriedIn(pot)).description,
      formula: "\(due.value) + \(step.carriedIn(pot)) carried in",
      parts: [due]
    )
  }

  /// A household's part of what a tier shared.
  private func explainShare(
    _ due: Derivation,
    total: Money,
    _ key: Key,
    _ apportionment: Apportionment,
    _ rows: Range<Int>
  ) throws(SettlementError) -> Derivation {
    let tier = binder.terms.clauses[line.clause]
    guard case .distribution(let distribution) = tier,
      case .households(_, let condition, _) = distribution.tiers[line.part].recipient
    else { preconditionFailure("Only a distribution shares by a key.") }

    let members = both(try binder.mask(binder.terms.members), try binder.mask(condition))
    let bound = try binder.bind(key.expression)
    let weights = try binder.column(of: bound, over: .household, subject: "weight by \(key)")
    var sum: Int128 = 0
    for row in rows where isIn(members, row) { sum += Int128(weights[row]) }
    let weight = isIn(members, row) ? Int128(weights[row]) : 0
    guard weight > 0, sum > 0 else {
      let reason = isIn(members, row) ? "has no weight by \(key)" : "is not eligible"
      return nothing("the household \(reason)")
    }

    let fraction =
      Figure.text(weight, over: bound.denominator, bound.dimension, withUnit: false) + "/"
      + Figure.text(sum, over: bound.denominator, bound.dimension, withUnit: false)
    if total <= .zero && due.value != Money.zero.description {
      return Derivation(
        value: line[row].description,
        formula: "nothing, as rounding overpaid earlier pots by more",
        parts: [due]
      )
    }
    var formula = "\(due.value) x \(fraction) by \(key)"
    let product = Int128(total.fen) * weight
    if product != Int128(line[row].fen) * sum {
      formula += ", \(rounding(apportionment, product, sum))"
    }
    return Derivation(value: line[row].description, formula: formula, parts: [due])
  }

  /// How an exact part became the amount that is paid.
  private func rounding(
    _ apportionment: Apportionment,
    _ product: Int128,
    _ sum: Int128
  ) -> String {
    if apportionment.basis == .rate {
      return "the rate for one rounded \(apportionment.rounding)"
    }
    guard apportionment.residue.isHandedOut else { return "\(apportionment.rounding)" }
    let step = Int128(apportionment.rounding.step.fen)
    let down = (product / (sum * step)) * step
    if Int128(line[row].fen) > down {
      let odd = Money(fen: Int64(step))
      return "\(apportionment.rounding) + \(odd), \(apportionment.residue)"
    }
    return "\(apportionment.rounding)"
  }

  private func explainClaim(
    _ tier: Tier,
    _ condition: Condition,
    _ step: Waterfall.Step,
    _ pot: Int,
    _ potDerivation: Derivation
  ) throws(SettlementError) -> Derivation {
    let eligible = both(try binder.mask(binder.terms.members), try binder.mask(condition))
    guard isIn(eligible, row) else { return nothing("the household is not eligible") }
    let claims = try binder.column(
      of: binder.bind(tier.amount.expression),
      over: .household,
      subject: "claim",
      rounded: .halfUp(to: .fen)
    )
    guard claims[row] > 0 else { return nothing("the household has no claim") }
    let claim = try rounded(
      tier.amount.expression,
      .halfUp(to: .fen),
      to: Money(fen: claims[row])
    )
    if line[row].fen == claims[row] { return claim }
    return Derivation(
      value: line[row].description,
      formula: "\(claim.value), cut to its part of the \(step.paid(pot)) that were left",
      parts: [claim, potDerivation]
    )
  }

  // MARK: - Formulas

  /// The value of a formula for the household, and of all that it is made of.
  private func explain(_ expression: Expression) throws(SettlementError) -> Derivation {
    if case .named(let name, let part) = expression { return try explain(part).named(name) }
    let text = try text(of: binder.bind(expression))
    let parts = try expression.parts.filter(\.isExplained).map { (part) throws(SettlementError) in
      try explain(part)
    }
    return Derivation(value: text, formula: expression.description, parts: parts)
  }
}

extension Expression {
  /// Whether there is more to say of the formula than its value, which stands where it is used.
  fileprivate var isExplained: Bool {
    switch self {
    case .constant, .household: false
    default: true
    }
  }
}

extension Derivation {
  /// The same derivation under a name.
  fileprivate func named(_ name: String) -> Derivation {
    Derivation(value: value, formula: "\(name): \(formula)", parts: parts)
  }
}

extension Waterfall {
  /// What was left of each pot before a tier took its part.
  func remainders(before part: Int) -> [Int64] {
    var remainders = pots
    for step in steps.prefix(part) {
      for pot in remainders.indices {
        remainders[pot] -= step.paid[pot] + step.residue[pot] - step.carriedIn[pot]
      }
    }
    return remainders
  }
}
