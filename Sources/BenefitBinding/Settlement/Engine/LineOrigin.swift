/// The decisions behind the amounts of a line, noted while they were settled.
///
/// A derivation is read off it for one household at a time; nothing is decided a second time.
struct LineOrigin: Sendable {
  let line: Line

  let explainer: Explainer

  /// The members' condition, and what explains it; `nil` where all are.
  let membership: (condition: Bound, explainer: Explainer)?

  /// The condition that members are eligible by, or `nil` where all are.
  let condition: Bound?

  let decision: Decision

  enum Decision: Sendable {
    case payment(exact: Bound, Rounding)
    /// A total for each pot and a weight for each household.
    case shared(total: Bound, weight: Bound, Derivation.Sharing, [PotShare])
    /// A claim for each household, and what there was to pay for each pot.
    case claimed(Amount, claim: Bound, payable: Bound, [PotShare])
  }

  /// The figures of sharing one pot, beside the parts.
  struct PotShare: Sendable {
    /// The sum of the weights or claims; zero where there was nothing to share.
    var sum: Int128 = 0
    /// True if claims were cut to their part.
    var isCut = false
    var oddSteps: OddSteps?
    var left: Int64 = 0
  }
}

/// The decisions behind the pots of a distribution.
struct PotOrigin: Sendable {
  let explainer: Explainer
  let pots: Bound
  /// The amounts due to each tier; `nil` for claims without a pool.
  var due: [Bound?] = []
  /// The weights of gaqas whose accounts a tier pays, by its position.
  var weights: [Int: Bound] = [:]
}

extension LineOrigin {
  /// Returns the derivation of the line's amount for a household.
  ///
  /// - Parameter row: The household's row.
  /// - Returns: The amount with all that it follows from, or with the reason why it is nothing.
  func derivation(at row: Int) -> Derivation {
    if let membership {
      let place = membership.explainer.place(of: row)
      let isMember = membership.explainer.derivation(of: membership.condition, at: place)
      if isMember.value.isZero { return nothing(.notMember, isMember) }
    }
    let place = explainer.place(of: row)
    if let condition {
      let isEligible = explainer.derivation(of: condition, at: place)
      if isEligible.value.isZero { return nothing(.notEligible, isEligible) }
    }
    switch decision {
    case .payment(let exact, let rounding):
      let amount = explainer.derivation(of: exact, at: place).rounded(rounding)
      return line.flow.mayFall ? amount : amount.notBelowZero
    case .shared(let total, let bound, let sharing, let pots):
      let total = explainer.derivation(of: total, at: place)
      let weight = explainer.derivation(of: bound, at: place)
      if weight.value.isZero { return nothing(.noWeight(sharing.key.name), weight) }
      if total.value.numerator <= 0 {
        return nothing(total.value.isZero ? .nothingToShare : .overpaid, total)
      }
      let pot = pots[pot(of: row)]
      let sum = self.sum(pot, sharing.key.expression, weight, over: bound.denominator)
      let amount = Derivation.Value(Int128(line.fen[row]), line.dimension)
      guard sharing.apportionment.basis == .rate else {
        return Derivation(amount, .share(sharing, pot.oddSteps?.step(row)), [total, weight, sum])
      }
      return atRate(amount, total, weight, sum, sharing, .init(Int128(pot.left), line.dimension))
    case .claimed(let amount, let claim, let payable, let pots):
      let asked = explainer.derivation(of: claim, at: place)
      let claim = asked.rounded(.halfUp(to: explainer.terms.currency.step)).notBelowZero
      if claim.value.isZero { return claim.isBelowZero ? claim : nothing(.noClaim, claim) }
      let pot = pots[pot(of: row)]
      guard pot.isCut else { return claim }
      let total = explainer.derivation(of: payable, at: place)
      let sum = self.sum(pot, amount.expression, claim, over: 1)
      return Derivation(
        Derivation.Value(Int128(line.fen[row]), line.dimension),
        .cutClaim(pot.oddSteps?.step(row)),
        [total, sum, claim]
      )
    }
  }

  /// The sum of the weights as the household's own and those of the others.
  private func sum(
    _ pot: PotShare,
    _ expression: Expression,
    _ weight: Derivation,
    over denominator: Int128
  ) -> Derivation {
    let sum = Derivation.Value(pot.sum, over: denominator, weight.value.dimension)
    var parts = [weight]
    if let others = sum.subtracting(weight.value), !others.isZero {
      parts.append(Derivation(others, .others(.household, nil, isRest: true)))
    }
    return Derivation(sum, .total(expression, .household), parts)
  }

  /// The position of a household's pot.
  func pot(of row: Int) -> Int {
    explainer.groups.domain == .gaqa ? Int(explainer.register.gaqaIndices[row]) : 0
  }

  private func nothing(_ reason: Derivation.Reason, _ evidence: Derivation) -> Derivation {
    Derivation(.init(0, line.dimension), .nothing(reason), [evidence])
  }

  private func atRate(
    _ amount: Derivation.Value,
    _ total: Derivation,
    _ weight: Derivation,
    _ sum: Derivation,
    _ sharing: Derivation.Sharing,
    _ left: Derivation.Value
  ) -> Derivation {
    let rule = Derivation.Rule.rate(sharing, left: left)
    guard let rate = rule.result([total.value, sum.value], in: explainer.terms.currency) else {
      stop("A rate that was settled cannot be computed.")
    }
    return Derivation(amount, .atRate(sharing), [Derivation(rate, rule, [total, sum]), weight])
  }
}

extension Derivation {
  /// The value rounded, with that as a step of its own where there is something to round.
  fileprivate func rounded(_ rounding: Rounding) -> Derivation {
    guard let rounded = value.rounded(rounding) else {
      stop("\(value) cannot be rounded \(rounding).")
    }
    return rounded == value ? self : Derivation(rounded, .rounded(rounding), [self])
  }
}

extension Derivation {
  /// The amount, or nothing where it is below zero.
  fileprivate var notBelowZero: Derivation {
    value.numerator < 0 ? Derivation(Value(0, value.dimension), .notBelowZero, [self]) : self
  }

  fileprivate var isBelowZero: Bool { rule == .notBelowZero }

  /// The same derivation under a name.
  func named(_ name: String) -> Derivation { Derivation(value, .named(name), [self]) }
}

extension OddSteps {
  /// The same with positions that are counted from an earlier weight.
  func moved(by count: Int) -> Self {
    switch self {
    case .remaindersAbove(let cut, let sum, let last):
      .remaindersAbove(cut, of: sum, orUpTo: last + count)
    case .upTo(let last, let steps): .upTo(last + count, steps: steps)
    case .downTo(let last, let steps): .downTo(last + count, steps: steps)
    }
  }

  /// Returns the decision for a weight by its position.
  func step(_ index: Int) -> Derivation.OddStep {
    switch self {
    case .remaindersAbove(let cut, let sum, let last):
      .remainder(above: .init(Int128(cut), over: Int128(sum), .ratio), orTied: index <= last)
    case .upTo(let last, let steps): .order(index <= last, steps: steps, isFromLast: false)
    case .downTo(let last, let steps): .order(index >= last, steps: steps, isFromLast: true)
    }
  }
}
