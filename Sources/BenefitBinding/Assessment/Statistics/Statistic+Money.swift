extension Statistic {
  /// A value in yuan as an amount of money, or `nil` where there is none or it does not fit 64 bits of
  /// fen.
  ///
  /// ```swift
  /// let cost = ProgrammeCost(of: [.contribution(.yuan(400_000), from: .specialFund)])
  /// let each = cost.perHousehold(ProgrammeEffect(households: 41))
  /// print(each, each.money(.halfUp(to: .fen)) ?? .zero)    // 400000/41 9,756.10
  /// ```
  public func money(_ rounding: Rounding) -> Money? {
    guard let ratio else { return nil }
    let step = Int128(rounding.step.fen)
    let steps = (Int128(ratio.numerator) * 100).divided(
      by: Int128(ratio.denominator) * step,
      rounding: rounding.direction
    )
    return Int64(exactly: steps * step).map(Money.init(fen:))
  }

  /// The value in yuan as it is shown, half up to the fen, or why there is none.
  var yuanText: String { money(.halfUp(to: .fen))?.description ?? description }

  /// Divides yuan by a count, or says why it cannot.
  static func yuan(_ money: Money, per count: Int64, orElse reason: Reason) -> Self {
    guard count > 0 else { return .undefined(reason) }
    return Self(Int128(money.fen), over: 100 * Int128(count))
  }

  /// Divides money by money, or says why it cannot.
  static func share(_ part: Money, of whole: Money, orElse reason: Reason) -> Self {
    guard whole > .zero else { return .undefined(reason) }
    return Self(Int128(part.fen), over: Int128(whole.fen))
  }
}
