extension Funding.Contribution {
  /// The amount that each member put in, in whole fen, or `nil` where one is stated for all.
  var amountOfEach: Amount? {
    guard let each else { return nil }
    if case .constant(let figure) = each.expression, figure.value.denominator == 1 { return each }
    return each.rounded(.halfUp(to: .fen))
  }

  /// The stake of each member in it, to the fen below, or `nil` where it is stated for all or there is none.
  var stakeOfEach: Amount? { householdShare == .zero ? nil : amountOfEach.map(share) }

  /// The contribution with the sums of what the members put in and of their stakes in the place of the formula.
  func addedUp(_ sum: Money, stake: Money) -> Self {
    // Stakes of less than a fen each leave the share that was agreed.
    let isOfFen = stake != .zero || householdShare == .zero
    return Self(
      amount: sum,
      each: nil,
      source: source,
      householdShare: sum != .zero && isOfFen ? stake.ratio(to: sum) : householdShare,
      gaqa: gaqa,
      interest: interest,
      subsidised: subsidised,
      disposition: disposition,
      reckoning: nil
    )
  }

  /// The problem with a formula for each member, or `nil` if there is none.
  var problemOfEach: Phrase? {
    guard let formula = each?.expression else {
      return amount == nil
        ? Phrase(en: "A contribution without an amount is none.", zh: "投入缺少金额。") : nil
    }
    if amount != nil || reckoning != nil || gaqa != nil {
      return Phrase(
        en: "What each member puts in is its own formula; no amount, number or gaqa goes with it.",
        zh: "各户自行投入的，由计算式规定，不能另填金额、数量或嘎查。"
      )
    }
    guard let unknown = formula.first(where: \.isKnownOnlyInSettling) else { return nil }
    return Phrase(
      en: "What each member puts in is known before the scheme is settled, and "
        + "\(English(.yuan).formula(unknown)) only then. Use facts, measures and what the register says.",
      zh: "各户投入的数额应在结算前确定，而「\(Chinese(.yuan).formula(unknown))」在结算中才有。请改用数据、指标或名册中的数。"
    )
  }
}

extension Funding {
  /// True if members put in amounts of their own.
  package var isOfEach: Bool { contributions.contains { $0.each != nil } }

  /// True if that gives each a stake of its own.
  var stakeIsOfEach: Bool { stakeOfEach != nil }

  /// The stake of each member, where members put in amounts of their own.
  var stakeOfEach: Expression? { sum(\.stakeOfEach) }

  /// The amount that each member put in, where members put in amounts of their own.
  var amountOfEach: Expression? { sum(\.amountOfEach) }

  /// The formulas of what members put in.
  var formulas: [Expression] { contributions.compactMap { $0.each?.expression } }

  private func sum(_ part: (Contribution) -> Amount?) -> Expression? {
    let parts = contributions.compactMap { part($0)?.expression }
    return parts.count > 1 ? .sum(parts) : parts.first
  }
}

extension Expression {
  /// True if there is no value before the clauses are settled.
  fileprivate var isKnownOnlyInSettling: Bool {
    switch self {
    case .stake, .stakeRatio, .line, .total: true
    default: isKnownWhileSettling
    }
  }
}
