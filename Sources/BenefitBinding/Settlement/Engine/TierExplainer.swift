/// Explains the amounts that one tier of a distribution gave to households.
struct TierExplainer: Sendable {
  let distribution: Distribution
  let tier: Tier
  private let line: Line
  private let waterfall: Waterfall
  private let step: Waterfall.Step
  private let groups: PotGroups
  private let gaqaIndices: [Int32]

  /// The terms of the pot's formula that were totalled over finer places, as they came out.
  private var totals: [Expression: Bound] = [:]

  /// Who is eligible, what each is entitled to, and what all are in each pot; `nil` for claims.
  private var entitlement: Entitlement?

  private struct Entitlement: Sendable {
    let key: Key
    let apportionment: Apportionment
    let bound: Bound
    let eligible: [Bool]?
    let weights: [Int64]
    let sums: [Int128]
  }

  /// Gathers what is the same for all households and opens the pot to the tier's formulas.
  init(
    _ settlement: Settlement,
    _ line: Line,
    _ distribution: Distribution,
    _ members: [Bool]?,
    _ binder: inout Binder
  ) throws(SettlementError) {
    let found = settlement.waterfalls.first {
      $0.scheme == line.scheme && $0.position == line.clause
    }
    guard let found else {
      preconditionFailure("The settlement has no waterfall for \"\(line.name)\".")
    }
    self.distribution = distribution
    self.line = line
    waterfall = found
    tier = distribution.tiers[line.part]
    step = found.steps[line.part]
    groups = PotGroups(distribution.scope, settlement.register)
    gaqaIndices = settlement.register.gaqaIndices

    try total(distribution.pot.expression, members, binder)
    binder.pot = Bound(Column(waterfall.pots), groups.domain, .money)
    binder.remainder = Bound(
      Column(waterfall.remainders(before: line.part)),
      groups.domain,
      .money
    )
    if case .households(let key, let condition, let apportionment) = tier.recipient {
      let eligible = both(members, try binder.mask(condition))
      let bound = try binder.bind(key.expression)
      let weights = try binder.column(of: bound, over: .household, subject: "weight by \(key)")
      let sums = (0..<groups.count).map { pot in
        groups.rows(pot).reduce(0 as Int128) { sum, row in
          isIn(eligible, row) ? sum + Int128(weights[row]) : sum
        }
      }
      entitlement = Entitlement(
        key: key,
        apportionment: apportionment,
        bound: bound,
        eligible: eligible,
        weights: weights,
        sums: sums
      )
    }
  }

  /// Totals the terms of the pot that were given for finer places, as settling does.
  private mutating func total(
    _ expression: Expression,
    _ members: [Bool]?,
    _ binder: Binder
  ) throws(SettlementError) {
    guard try binder.bind(expression).domain > groups.domain else { return }
    totals[expression] = try binder.total(expression, groups, members)
    switch expression {
    case .named, .sum, .difference:
      for part in expression.parts { try total(part, members, binder) }
    default: break
    }
  }

  /// How a household's amount came about.
  func derivation(
    at row: Int,
    in explainer: Explainer
  ) throws(SettlementError) -> Derivation {
    let index = groups.domain == .gaqa ? Int(gaqaIndices[row]) : 0
    let pot = try explainer.rounded(
      explain(distribution.pot.expression, at: row, in: explainer),
      distribution.rounding,
      to: waterfall.pot(index)
    )
    guard let entitlement else { return try claim(at: row, of: index, pot, in: explainer) }
    return part(at: row, of: index, pot, entitlement)
  }

  /// The value of the pot's formula, totalled term by term.
  private func explain(
    _ expression: Expression,
    at row: Int,
    in explainer: Explainer
  ) throws(SettlementError) -> Derivation {
    guard let total = totals[expression] else { return try explainer.explain(expression, at: row) }
    let text = try explainer.text(of: total, at: row)
    switch expression {
    case .named(let name, let part):
      return try explain(part, at: row, in: explainer).named(name)
    case .sum, .difference:
      let parts = try expression.parts.filter(\.isExplained).map {
        (part) throws(SettlementError) in try explain(part, at: row, in: explainer)
      }
      return Derivation(value: text, formula: expression.description, parts: parts)
    default:
      let finer = explainer.domain(of: expression)
      return Derivation(value: text, formula: "\(expression), over all \(finer)s", parts: [])
    }
  }

  // MARK: - A part by a key

  private func part(
    at row: Int,
    of index: Int,
    _ pot: Derivation,
    _ entitlement: Entitlement
  ) -> Derivation {
    let amount = line[row]
    let isEligible = isIn(entitlement.eligible, row)
    let weight = isEligible ? Int128(entitlement.weights[row]) : 0
    guard weight > 0 else {
      let reason = isEligible ? "has no weight by \(entitlement.key)" : "is not eligible"
      return Derivation(
        value: amount.description,
        formula: "nothing, as the household \(reason)",
        parts: []
      )
    }
    let due = due(index, pot)
    let bound = entitlement.bound
    let sum = entitlement.sums[index]
    let own = Figure.text(weight, over: bound.denominator, bound.dimension, withUnit: false)
    let all = Figure.text(sum, over: bound.denominator, bound.dimension, withUnit: false)
    var formula = "\(due.value) x \(own)/\(all) by \(entitlement.key)"

    let total = Int128(waterfall.steps[line.part].due[index] + step.carriedIn[index])
    let (product, overflowed) = total.multipliedReportingOverflow(by: weight)
    if overflowed || product != Int128(amount.fen) * sum {
      formula += ", \(rounding(entitlement.apportionment, to: amount, from: product, over: sum))"
    }
    return Derivation(value: amount.description, formula: formula, parts: [due])
  }

  /// What the tier shared, as a part of the pot.
  private func due(_ index: Int, _ pot: Derivation) -> Derivation {
    let amount = tier.amount.expression
    let isWholePot =
      [.pot, .remainder, distribution.pot.expression].contains(amount)
      && step.due(index).description == pot.value
    let due =
      isWholePot
      ? pot
      : Derivation(
        value: step.due(index).description,
        formula: amount.description,
        parts: [pot]
      )
    guard step.carriedIn(index) != .zero else { return due }
    return Derivation(
      value: (step.due(index) + step.carriedIn(index)).description,
      formula: "\(due.value) + \(step.carriedIn(index)) carried in",
      parts: [due]
    )
  }

  /// How an exact part became the amount that is paid.
  private func rounding(
    _ apportionment: Apportionment,
    to amount: Money,
    from product: Int128,
    over sum: Int128
  ) -> String {
    if apportionment.basis == .rate {
      return "the rate for one rounded \(apportionment.rounding)"
    }
    let step = Int128(apportionment.rounding.step.fen)
    let isOdd = Int128(amount.fen) > product / (sum * step) * step
    guard apportionment.residue.isHandedOut, isOdd else { return "\(apportionment.rounding)" }
    return "\(apportionment.rounding) + \(Money(fen: Int64(step))), \(apportionment.residue)"
  }

  // MARK: - A claim of its own

  private func claim(
    at row: Int,
    of index: Int,
    _ pot: Derivation,
    in explainer: Explainer
  ) throws(SettlementError) -> Derivation {
    let amount = line[row].description
    guard line[row] != .zero else {
      return Derivation(
        value: amount,
        formula: "nothing, as the household has no claim or the pot is empty",
        parts: []
      )
    }
    let claim = try explainer.explain(tier.amount.expression, at: row)
    if claim.value == amount { return claim }
    return Derivation(
      value: amount,
      formula: "\(claim.value), cut to its part of the \(step.paid(index)) that were left",
      parts: [claim, pot]
    )
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
