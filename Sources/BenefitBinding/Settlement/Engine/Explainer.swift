/// Explains the amounts of one line of a finished settlement by looking at its terms and facts once
/// more.
///
/// What is the same for all households is bound once; each derivation then costs as much as the
/// formula is long.
struct Explainer: Sendable {
  let settlement: Settlement
  let line: Line
  private(set) var binder: Binder

  /// The origin of the line's amounts.
  private let origin: Origin

  /// Every formula that the line's derivations name, with its names looked up.
  private var bounds: [Expression: Bound] = [:]

  /// The same for each season that a mean is taken over, the oldest first.
  private var pasts: [Expression: [Explainer]] = [:]

  private enum Origin: Sendable {
    /// A payment, and who is eligible for it.
    case payment(Payment, [Bool]?)
    case tier(TierExplainer)
  }

  /// Looks up what a line's derivations name, in a scheme where the lines before it are known.
  init(_ opened: Opened, _ line: Line) throws(BenefitError) {
    settlement = opened.settlement
    self.line = line
    binder = opened.binder
    let clause = binder.terms.clauses[line.clause]
    binder.clause = clause.name
    for reading in settlement.readings
    where reading.scheme == line.scheme && reading.clause == line.clause {
      binder.balances[reading.account] = reading.bound
    }
    let conditions = binder
    func payment(_ payment: Payment) throws(BenefitError) -> Origin {
      .payment(payment, both(conditions.members, try conditions.mask(payment.condition)))
    }
    switch clause {
    case .payment(let only): origin = try payment(only)
    case .purchase(let purchase): origin = try payment(purchase.payments[line.part])
    case .employment(let employment): origin = try payment(employment.payments[line.part])
    case .distribution(let distribution):
      let tier = try TierExplainer(settlement, line, distribution, &binder)
      origin = .tier(tier)
    }
    try bindAll()
  }

  /// Looks the names up in everything that derivations will name.
  private mutating func bindAll() throws(BenefitError) {
    switch origin {
    case .payment(let payment, _): try bind(payment.amount.expression)
    case .tier(let tier):
      if tier.isOfPot { try bind(tier.distribution.pot.expression) }
      try bind(tier.tier.amount.expression)
    }
  }

  private mutating func bind(_ expression: Expression) throws(BenefitError) {
    bounds[expression] = try binder.bind(expression)
    if case .mean(let part, _) = expression {
      let binders = try binder.seasons(of: expression)
      pasts[expression] = try binders.map { (binder) throws(BenefitError) in
        var past = self
        (past.binder, past.bounds, past.pasts) = (binder, [:], [:])
        try past.bind(part)
        return past
      }
      return
    }
    for part in expression.parts { try bind(part) }
  }

  /// Returns the derivation of the line's amount for a household.
  func derivation(at row: Int) throws(BenefitError) -> Derivation {
    switch origin {
    case .payment(let payment, let eligible):
      guard isIn(eligible, row) else { return nothing("the household is not eligible", at: row) }
      return try rounded(
        explain(payment.amount.expression, at: row),
        payment.rounding,
        to: line[row]
      )
    case .tier(let tier): return try tier.derivation(at: row, in: self)
    }
  }

  /// An amount of nothing and the reason for it.
  func nothing(_ reason: String, at row: Int, parts: [Derivation] = []) -> Derivation {
    Derivation(value: line[row].description, formula: "nothing, as \(reason)", parts: parts)
  }

  /// The derivation of an amount, with the rounding as a step of its own where there was one, and
  /// with the reason where it is below zero and so pays nothing.
  func rounded(_ exact: Derivation, _ rounding: Rounding, to money: Money) -> Derivation {
    if exact.value == money.description { return exact }
    if money == .zero && exact.value.hasPrefix("-") {
      return Derivation(
        value: money.description,
        formula: "\(exact.value) is below zero and pays nothing",
        parts: [exact]
      )
    }
    return Derivation(
      value: money.description,
      formula: "\(exact.value) rounded \(rounding)",
      parts: [exact]
    )
  }

  /// The value of a formula for a household, and of all that it is made of.
  func explain(_ expression: Expression, at row: Int) throws(BenefitError) -> Derivation {
    if case .named(let name, let part) = expression {
      return try explain(part, at: row).named(name)
    }
    if case .choice(let condition, let chosen, let other) = expression {
      let holds = try value(of: condition, at: row) != 0
      let reason = holds ? condition : .not(condition)
      let taken = try explain(holds ? chosen : other, at: row)
      return Derivation(
        value: taken.value,
        formula: "\(taken.formula), as \(reason)",
        parts: taken.parts
      )
    }
    guard let bound = bounds[expression] else {
      stop("The formula \"\(expression)\" was not bound.")
    }
    if case .mean(let part, _) = expression {
      return Derivation(
        value: try text(of: bound, at: row),
        formula: expression.description,
        parts: try (pasts[expression] ?? []).map { (past) throws(BenefitError) in
          try past.explain(part, at: row).named(past.binder.season.name)
        }
      )
    }
    var parts = try expression.shownParts.filter(\.isExplained)
      .map { (part) throws(BenefitError) in try explain(part, at: row) }
    if case .membersTotal(let part) = expression, domain(of: part) > bound.domain {
      parts = parts.map { $0.named("of this \(domain(of: part))") }
    }
    return Derivation(
      value: try text(of: bound, at: row),
      formula: expression.description,
      parts: parts
    )
  }

  /// The numerator of a formula for a household.
  private func value(of expression: Expression, at row: Int) throws(BenefitError) -> Int128 {
    guard let bound = bounds[expression] else {
      stop("The formula \"\(expression)\" was not bound.")
    }
    return try binder.value(of: bound, lane: lane(of: bound, at: row), in: bound.domain).numerator
  }

  /// The place of a household in the domain of a formula.
  private func lane(of bound: Bound, at row: Int) -> Int {
    switch bound.domain {
    case .constant, .season: 0
    case .gaqa: Int(settlement.register.gaqaIndices[row])
    case .household: row
    }
  }

  /// The domain in which a formula differs.
  func domain(of expression: Expression) -> Domain { bounds[expression]?.domain ?? .constant }

  /// The value of a formula for a household, as it is written.
  func text(of bound: Bound, at row: Int) throws(BenefitError) -> String {
    let value = try binder.value(of: bound, lane: lane(of: bound, at: row), in: bound.domain)
    return Figure.text(value.numerator, over: value.denominator, bound.dimension)
  }
}

extension Explainer {
  /// A scheme of a finished settlement as it stood when it was opened, and what its lines gave one after
  /// the other.
  struct Opened: Sendable {
    let settlement: Settlement
    fileprivate var binder: Binder

    /// The scheme's name.
    var scheme: String { binder.terms.name }

    init(_ settlement: Settlement, scheme: String) throws(BenefitError) {
      guard let terms = settlement.schemes.first(where: { $0.name == scheme }) else {
        stop("The settlement has no scheme \"\(scheme)\".")
      }
      self.settlement = settlement
      // Opening the losses puts the binder where settling began; no clause is settled anew.
      var settler = try SchemeSettler(
        terms: terms,
        of: settlement.schemes,
        season: settlement.season,
        register: settlement.register,
        ledger: Books.Ledger(settlement.openingBooks),
        noted: settlement.readings.filter { $0.scheme == scheme && $0.clause == nil }
      )
      try settler.openLosses()
      binder = settler.binder
    }

    /// Makes a line known to those after it.
    mutating func add(_ line: Line) { binder.lines[line.name] = line.fen }
  }
}

extension Expression {
  /// True if there is more to say of the formula than its value, which stands where it is used.
  var isExplained: Bool {
    switch self {
    case .constant, .household: false
    default: true
    }
  }
}

extension Derivation {
  /// The same derivation under a name.
  func named(_ name: String) -> Derivation {
    Derivation(value: value, formula: "\(name): \(formula)", parts: parts)
  }
}

extension Line {
  /// Returns true if the line was settled before another one of the same scheme.
  func stands(before other: Line) -> Bool { (clause, part) < (other.clause, other.part) }
}
