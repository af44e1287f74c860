/// Explains the amounts that one tier of a distribution gave to households.
struct TierExplainer: Sendable {
  let distribution: Distribution
  let tier: Tier
  private let line: Line
  private let waterfall: Waterfall
  private let step: Waterfall.Step
  /// The amount left of each pot before the tier took its part.
  private let remainders: [Int64]
  private let groups: PotGroups
  private let gaqaIndices: [Int32]

  /// The origin of the pots, or `nil` if no derivation of the tier explains it.
  ///
  /// A tier whose formula does not look at the pot is explained without it, so that explaining many
  /// such tiers takes no longer than their own formulas do.
  private let origin: PotOrigin?

  private struct PotOrigin: Sendable {
    /// The terms of the pot's formula that were totalled over finer places, as they came out.
    let totals: PotTotals
    /// The amounts of the pots before they were cut to the balance of the account they are drawn
    /// from.
    let asked: [Int64]?
  }

  /// True if derivations explain the origin of the pot.
  var isOfPot: Bool { origin != nil }

  /// The totals of the tier's amount; `nil` for claims, which are each household's own.
  private var amountTotals: PotTotals?

  /// The former line whose balance was brought forward, in words, if it is not only the line's own.
  private let takenOver: String?

  /// The households that are eligible, or `nil` if all are.
  private let eligible: [Bool]?

  /// The entitlement of each household, or its claim.
  private let weights: [Int64]

  /// The figures for sharing the tier by a key; `nil` for claims.
  private var sharing: Sharing?

  private struct Sharing: Sendable {
    let key: Key
    let apportionment: Apportionment
    /// The weights' formula, and their sums in each pot.
    let bound: Bound
    let sums: [Int128]
  }

  /// Gathers what is the same for all households and opens the pot to the tier's formulas.
  init(
    _ settlement: Settlement,
    _ line: Line,
    _ distribution: Distribution,
    _ binder: inout Binder
  ) throws(BenefitError) {
    let found = settlement.waterfalls.first {
      $0.scheme == line.scheme && $0.position == line.clause
    }
    guard let found else {
      stop("The settlement has no waterfall for \"\(line.name)\".")
    }
    self.distribution = distribution
    self.line = line
    waterfall = found
    tier = distribution.tiers[line.part]
    step = found.steps[line.part]
    remainders = found.remainders(before: line.part)
    groups = PotGroups(distribution.scope, settlement.register)
    gaqaIndices = settlement.register.gaqaIndices

    takenOver = tier.formerLine.flatMap { former in
      let isCarried = settlement.openingBooks.balances.contains {
        $0.scheme == line.scheme && $0.item == .residue(line: former)
      }
      return isCarried ? ", taking over \"\(former)\"" : nil
    }

    binder.groups = groups
    let beforePot = binder
    binder.pot = Bound(Column(waterfall.pots), groups.domain, .money)
    binder.remainder = Bound(
      Column(remainders),
      groups.domain,
      .money
    )
    if tier.looksAtPot {
      let pot = distribution.pot.expression
      var asked: [Int64]?
      if distribution.source != nil {
        asked = try beforePot.column(
          of: beforePot.total(pot),
          over: groups.domain,
          subject: .part("the pot"),
          rounded: distribution.rounding
        )
      }
      origin = PotOrigin(totals: try PotTotals(of: pot, groups, beforePot), asked: asked)
    } else {
      origin = nil
    }
    switch tier.recipient {
    case .account: stop("An account has no line.")
    case .claims(let condition, _):
      eligible = both(binder.members, try binder.mask(condition))
      weights = try binder.column(
        of: binder.bind(tier.amount.expression),
        over: .household,
        subject: .part("claim"),
        rounded: .halfUp(to: .fen)
      )
    case .households(let key, let condition, let apportionment):
      let eligible = both(binder.members, try binder.mask(condition))
      let bound = try binder.bind(key.expression)
      let weights = try binder.column(
        of: bound,
        over: .household,
        subject: .part("weight by \(key)")
      )
      let sums = (0..<groups.count).map { [groups] pot in
        groups.rows(pot).reduce(0 as Int128) { sum, row in
          isIn(eligible, row) ? sum + Int128(weights[row]) : sum
        }
      }
      amountTotals = try PotTotals(of: tier.amount.expression, groups, binder)
      self.eligible = eligible
      self.weights = weights
      sharing = Sharing(key: key, apportionment: apportionment, bound: bound, sums: sums)
    }
  }

  /// Returns the derivation of a household's amount.
  func derivation(
    at row: Int,
    in explainer: Explainer
  ) throws(BenefitError) -> Derivation {
    let index = groups.domain == .gaqa ? Int(gaqaIndices[row]) : 0
    guard isIn(eligible, row) else {
      return explainer.nothing("the household is not eligible", at: row)
    }
    let pot = try origin.map { (origin) throws(BenefitError) in
      try potDerivation(origin, of: index, at: row, in: explainer)
    }
    guard let sharing else { return try claim(at: row, of: index, pot, in: explainer) }
    return try part(at: row, of: index, pot, sharing, in: explainer)
  }

  /// Returns the derivation of the household's pot.
  private func potDerivation(
    _ origin: PotOrigin,
    of index: Int,
    at row: Int,
    in explainer: Explainer
  ) throws(BenefitError) -> Derivation {
    let exact = try origin.totals.explain(distribution.pot.expression, at: row, in: explainer)
    let pot = waterfall.pot(index)
    guard let source = distribution.source, let asked = origin.asked, asked[index] >= 0 else {
      return explainer.rounded(exact, distribution.rounding, to: pot)
    }
    let wanted = Money(fen: asked[index])
    let rounded = explainer.rounded(exact, distribution.rounding, to: wanted)
    let cut = wanted == pot ? "drawn from \(source)" : "cut to the balance of \(source)"
    return Derivation(
      value: pot.description,
      formula: "\(rounded.value), \(cut)",
      parts: [rounded]
    )
  }

  // MARK: - A part by a key

  private func part(
    at row: Int,
    of index: Int,
    _ pot: Derivation?,
    _ sharing: Sharing,
    in explainer: Explainer
  ) throws(BenefitError) -> Derivation {
    let amount = line[row]
    let weight = Int128(weights[row])
    guard weight > 0 else {
      return explainer.nothing("the household has no weight by \(sharing.key)", at: row)
    }
    var due = try due(index, at: row, pot, in: explainer)
    var total = Int128(step.due[index]) + Int128(step.broughtForward[index])
    if total <= 0 && due.value != Money.zero.description {
      return explainer.nothing("rounding overpaid earlier pots by more", at: row, parts: [due])
    }
    let rule = sharing.apportionment
    let odd = total % Int128(rule.rounding.step.fen)
    if rule.residue.isHandedOut && odd != 0 {
      total -= odd
      let whole = Money(fen: Int64(total)).description
      due = Derivation(
        value: whole,
        formula: "\(due.value) \(rule.rounding), \(Money(fen: Int64(odd))) left",
        parts: [due]
      )
    }
    let bound = sharing.bound
    let sum = sharing.sums[index]
    let own = Figure.text(weight, over: bound.denominator, bound.dimension, withUnit: false)
    let all = Figure.text(sum, over: bound.denominator, bound.dimension, withUnit: false)
    var formula = "\(due.value) x \(own)/\(all) by \(sharing.key)"
    let (product, overflowed) = total.multipliedReportingOverflow(by: weight)
    if overflowed || product != Int128(amount.fen) * sum {
      formula += ", \(rounding(rule, to: amount, from: product, over: sum))"
    }
    return Derivation(value: amount.description, formula: formula, parts: [due])
  }

  /// Returns the derivation of the shared amount: the formula's value, cut to the amount left, plus
  /// the amount brought forward.
  private func due(
    _ index: Int,
    at row: Int,
    _ pot: Derivation?,
    in explainer: Explainer
  ) throws(BenefitError) -> Derivation {
    let due = step.due(index).description
    var shared = try explain(tier.amount.expression, at: row, pot, of: index, in: explainer)
    if step.due(index) == .zero && shared.value.hasPrefix("-") {
      shared = explainer.rounded(shared, .halfUp(to: .fen), to: .zero)
    } else if shared.value != due {
      let remainder = Money(fen: remainders[index])
      let formula =
        step.due(index) == remainder && tier.amount.expression.fractionOfPot == nil
        ? "\(shared.value), cut to what was left" : "\(shared.value) rounded with the other tiers"
      shared = Derivation(value: due, formula: formula, parts: [shared])
    }
    guard step.broughtForward(index) != .zero else { return shared }
    return Derivation(
      value: (step.due(index) + step.broughtForward(index)).description,
      formula: "\(due) + \(step.broughtForward(index)) brought forward" + (takenOver ?? ""),
      parts: [shared]
    )
  }

  /// A formula of the tier, in which the pot stands for how it came about.
  private func explain(
    _ expression: Expression,
    at row: Int,
    _ pot: Derivation?,
    of index: Int,
    in explainer: Explainer
  ) throws(BenefitError) -> Derivation {
    switch expression {
    case .pot, .remainder:
      guard let pot else { stop("A tier that looks at the pot has none.") }
      if expression == .pot { return pot }
      let left = remainders[index]
      let taken = waterfall.pots[index] - left
      if taken == 0 { return pot }
      return Derivation(
        value: Money(fen: left).description,
        formula: "\(pot.value) - \(Money(fen: taken)) that earlier tiers took",
        parts: [pot]
      )
    default:
      guard expression.contains(where: { $0 == .pot || $0 == .remainder }) else {
        guard let amountTotals else { return try explainer.explain(expression, at: row) }
        return try amountTotals.explain(expression, at: row, in: explainer)
      }
      let exact = try explainer.binder.total(expression)
      let parts = try expression.shownParts.filter(\.isExplained).map {
        (part) throws(BenefitError) in
        try explain(part, at: row, pot, of: index, in: explainer)
      }
      return Derivation(
        value: try explainer.text(of: exact, at: row),
        formula: expression.description,
        parts: parts
      )
    }
  }

  /// Returns the rounding from an exact part to the amount that is paid, in words.
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
    _ pot: Derivation?,
    in explainer: Explainer
  ) throws(BenefitError) -> Derivation {
    let claimed = Money(fen: weights[row])
    if claimed == .zero { return explainer.nothing("the household has no claim", at: row) }
    let claim = try explainer.rounded(
      explainer.explain(tier.amount.expression, at: row),
      .halfUp(to: .fen),
      to: max(.zero, claimed)
    )
    if line[row] == max(.zero, claimed) { return claim }
    return Derivation(
      value: line[row].description,
      formula: "\(claim.value), cut to its part of the \(step.paid(index)) that were left",
      parts: [claim] + (pot.map { [$0] } ?? [])
    )
  }
}

extension Tier {
  /// True if explaining the tier's amounts includes the origin of the pot.
  var looksAtPot: Bool {
    if case .claims = recipient { return true }
    return amount.expression.contains { $0 == .pot || $0 == .remainder }
  }
}

extension Waterfall {
  /// Returns the amount left of each pot before a tier took its part.
  func remainders(before part: Int) -> [Int64] {
    var remainders = pots
    for step in steps.prefix(part) {
      for pot in remainders.indices {
        // Wrapping, as only what is left is known to fit.
        remainders[pot] &-= step.paid[pot] &+ step.residue[pot] &- step.broughtForward[pot]
      }
    }
    return remainders
  }
}
