extension Derivation {
  /// The rule that gives a value from its parts.
  indirect enum Rule: Hashable, Sendable {
    // MARK: Formulas

    /// The operation of a formula; one without parts is taken as it stands.
    case formula(Expression)
    /// A figure as the season, the register or the books give it: for a gaqa, a household, or all.
    case given(Expression, by: String?)
    /// The part of money put in that is the households' stake.
    case contribution(Funding.Contribution)
    /// A part under a name.
    case named(String)
    /// A condition on the household's status or gaqa, with its own.
    case isOne(Expression, is: String)
    /// The sum of a formula over places: those that are listed and the others.
    case total(Expression, Domain)
    /// The sum over places that are not listed, and how many they are where that is known.
    case others(Domain, Int?, isRest: Bool)

    // MARK: Amounts

    case rounded(Rounding)
    /// Zero in place of an amount below it.
    case notBelowZero
    /// An amount asked for, but no more than the balance of an account.
    case drawn(Account)
    /// A fraction of a pot, cut to whole fen together with those of other tiers.
    case roundedWithOthers(OddStep?)
    /// The amount that a tier asks for, but no more than what is left.
    case cutToRest
    /// A pot less what earlier tiers took of it.
    case rest
    case taken(String)
    /// An amount and the one brought forward.
    case withBroughtForward
    /// The amount that the season before left, perhaps under the name of an earlier line.
    case broughtForward(String?)

    // MARK: Shares

    /// A share of the first part in proportion of the second to the third.
    case share(Sharing, OddStep?)
    /// A claim, the last part, cut in the same way to what there was to pay.
    case cutClaim(OddStep?)
    /// The first part for each unit of the second, rounded; what that left went where the residue says.
    case rate(Sharing, left: Derivation.Value)
    /// A rate for each unit of a weight.
    case atRate(Sharing)
    case nothing(Reason)
  }

  /// A measure of entitlement, with the rounding of what is shared by it.
  struct Sharing: Hashable, Sendable {
    let key: Key
    let apportionment: Apportionment
  }

  /// The decision whether one more step than the whole ones is given.
  enum OddStep: Hashable, Sendable {
    /// To remainders above a cut, and to as many of those at the cut as there were steps.
    case remainder(above: Value, orTied: Bool)
    /// To so many by the order of the households, from the first or from the last.
    case order(Bool, steps: Int, isFromLast: Bool)
  }

  /// The reason for which nothing is paid.
  enum Reason: Hashable, Sendable {
    case notMember, notEligible, noClaim, nothingToShare, overpaid
    case noWeight(String)
  }
}

// MARK: - Checking

extension Derivation.Rule {
  /// Returns true if the rule applied to the parts gives the value.
  func holds(
    _ value: Derivation.Value,
    of parts: [Derivation],
    in currency: Currency
  ) -> Bool {
    let values = parts.map(\.value)
    switch self {
    case .nothing(let reason): return value.isZero && reason.holds(values)
    case .isOne(let asked, let own): return value.isZero != asked.names.contains(own)
    case .contribution(let money): return Derivation.Value(money.stakeFen, .money) == value
    case .formula(let expression) where !expression.parts.isEmpty:
      return expression.result(values, in: currency) == value
    case .formula: return parts.isEmpty || Value.sum(values) == value
    case .given, .others, .taken, .broughtForward: return parts.isEmpty
    default: return result(values, in: currency) == value
    }
  }

  private typealias Value = Derivation.Value

  func result(_ values: [Derivation.Value], in currency: Currency) -> Derivation.Value? {
    guard let first = values.first else { return nil }
    let zero = Value(0, first.dimension)
    let smallest = first.dimension == .money ? currency.step : .fen
    switch self {
    case .named where values.count == 1: return first
    case .total, .withBroughtForward: return Value.sum(values)
    case .rounded(let rounding) where values.count == 1: return first.rounded(rounding)
    case .notBelowZero where values.count == 1: return max(zero, first)
    case .roundedWithOthers(let odd) where values.count == 1:
      return first.whole(step: smallest, odd)
    case .drawn where values.count == 2: return min(first, max(zero, values[1]))
    case .cutToRest where values.count == 2: return max(zero, min(first, values[1]))
    case .rest where values.count == 1: return first
    case .rest: return Value.sum(Array(values.dropFirst())).flatMap { first.subtracting($0) }
    case .share(let sharing, let odd) where values.count == 3:
      let exact = values[1].divided(by: values[2]).flatMap { first.multiplied(by: $0) }
      return sharing.apportionment.residue.isHandedOut
        ? exact?.whole(step: sharing.apportionment.rounding.step, odd)
        : exact?.rounded(sharing.apportionment.rounding)
    case .cutClaim(let odd) where values.count == 3:
      return values[2].divided(by: values[1]).flatMap { first.multiplied(by: $0) }?
        .whole(step: smallest, odd)
    case .rate(let sharing, _) where values.count == 2:
      return first.divided(by: values[1].inYuan)?.as(first.dimension)
        .rounded(sharing.apportionment.rounding)
    case .atRate(let sharing) where values.count == 2:
      let direction = sharing.apportionment.rounding.direction
      return first.multiplied(by: values[1].inYuan.as(.ratio))?.rounded(
        Rounding(direction, to: smallest)
      )
    default: return nil
    }
  }
}

extension Derivation.Reason {
  fileprivate func holds(_ values: [Derivation.Value]) -> Bool {
    guard values.count == 1 else { return false }
    return switch self {
    case .notMember, .notEligible, .noWeight, .noClaim, .nothingToShare: values[0].isZero
    case .overpaid: values[0].numerator < 0
    }
  }
}

extension Derivation.Value {
  /// The whole steps in an amount of zero or more, and the odd one where it is given.
  fileprivate func whole(step: Rounding.Step, _ odd: Derivation.OddStep?) -> Self? {
    guard let whole = rounded(.down(to: step)), let remainder = subtracting(whole) else {
      return nil
    }
    let step = Self(Int128(step.fen), dimension)
    guard let odd, let part = remainder.divided(by: step) else { return whole }
    let isGiven =
      switch odd {
      case .remainder(let cut, let isTiedGiven): part > cut || (part == cut && isTiedGiven)
      case .order(let isGiven, _, _): isGiven
      }
    return isGiven ? whole.adding(step) : whole
  }

  /// A weight of money counts yuan, any other its own units.
  fileprivate var inYuan: Self {
    dimension == .money ? Self(numerator, over: denominator * 100, .ratio) : self.as(.ratio)
  }
}

extension Expression {
  /// The statuses, gaqas or households that a condition names.
  var names: [String] {
    switch self {
    case .status(let statuses): statuses.map(\.name)
    case .gaqa(let names), .id(let names): names
    default: []
    }
  }

  /// The result of the operation, or `nil` where it cannot be applied to these values.
  fileprivate func result(
    _ values: [Derivation.Value],
    in currency: Currency
  ) -> Derivation.Value? {
    func folded(
      _ operation: (Derivation.Value, Derivation.Value) -> Derivation.Value?
    ) -> Derivation.Value? {
      guard var result = values.first, values.count == parts.count else { return nil }
      for value in values.dropFirst() {
        guard let next = operation(result, value) else { return nil }
        result = next
      }
      return result
    }
    func rounded(_ value: Derivation.Value?, _ rounding: Rounding) -> Derivation.Value? {
      value?.rounded(value?.dimension == .money ? rounding.inSteps(of: currency) : rounding)
    }
    func truth(_ isTrue: Bool) -> Derivation.Value { .init(isTrue ? 1 : 0, .truth) }
    switch self {
    case .sum: return folded { $0.adding($1) }
    case .difference: return folded { $0.subtracting($1) }
    case .product: return folded { $0.multiplied(by: $1) }
    case .quotient: return folded { $0.over($1) }
    case .greatest: return folded { max($0, $1) }
    case .least: return folded { min($0, $1) }
    case .rounded(.quotient, let rounding) where values.count == 2:
      return rounded(values[0].over(values[1]), rounding)
    case .rounded(_, let rounding): return rounded(folded { _, _ in nil }, rounding)
    case .membersTotal: return folded { _, _ in nil }
    case .mean(_, let seasons):
      guard values.count == seasons.value else { return nil }
      let count = Derivation.Value(1, over: Int128(seasons.value), .ratio)
      return Derivation.Value.sum(values)?.multiplied(by: count)
    case .atLeast where values.count == 2: return truth(!(values[0] < values[1]))
    case .all where values.count == parts.count: return truth(values.allSatisfy { !$0.isZero })
    case .any where values.count == parts.count: return truth(values.contains { !$0.isZero })
    case .not where values.count == 1: return truth(values[0].isZero)
    // The first says which of the other two was chosen, and that one stands here.
    case .choice where values.count == 2: return values[1]
    default: return nil
    }
  }
}
