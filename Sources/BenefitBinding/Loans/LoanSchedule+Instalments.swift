extension LoanSchedule {
  /// The exact amount that repays a balance after the grace: an instalment, or a part of the principal.
  ///
  /// With the balance P, the balloon B and the rates rₖ that the payments hold, an instalment A has
  /// the loan repaid but for the balloon, which goes with the last one:
  ///
  ///     A · Σₖ Πⱼ₍ⱼ﹥ₖ₎ (1 + rⱼ) = P · Πⱼ (1 + rⱼ) − B
  ///
  /// All is multiplied by the denominators of the rates.
  ///
  /// - Parameters:
  ///   - balance: The balance in fen times the scale.
  ///   - scale: The denominator of the balance.
  ///   - rates: The rate that the payment of each period holds.
  /// - Returns: The amount and its divisor, ``divisor(from:_:)`` of the scale.
  func regularAmount(
    repaying balance: Natural,
    over scale: Natural,
    _ rates: [Ratio]
  ) -> (amount: Natural, divisor: Natural) {
    let divisor = divisor(from: scale, rates)
    switch repayment {
    case .interestOnly: return (Natural(0), divisor)
    case .equalPrincipal: return (balance - scale * balloon.fen.magnitude, divisor)
    case .equalInstalments:
      var (owed, scale) = (balance, scale)
      for rate in rates.dropFirst(grace) {
        owed = owed * rate.growth
        scale = scale * rate.denominator.magnitude
      }
      return (owed - scale * balloon.fen.magnitude, divisor)
    }
  }

  /// The divisor of the regular amount times a number, which so becomes a multiple of it.
  func divisor(from start: Natural, _ rates: [Ratio]) -> Natural {
    switch repayment {
    case .interestOnly: start
    case .equalPrincipal: start * UInt64(periods - grace)
    case .equalInstalments:
      rates.dropFirst(grace).reduce((sum: Natural(0), product: start)) { state, rate in
        let product = state.product * rate.denominator.magnitude
        return (state.sum * rate.growth + product, product)
      }.sum
    }
  }

  /// The rate that the instalments are worked out with.
  var instalmentRate: Ratio {
    if case .borrowerRate(let lower) = subsidy { lower } else { rate }
  }

  /// The part of a rate that the payment of each period holds.
  ///
  /// - Precondition: The terms were checked, so that the parts fit 64 bits.
  func held(of rate: Ratio) -> [Ratio] {
    zip(1..., accruals).map { period, part in
      // A payment at the beginning holds the interest of the period before, the first one none.
      let accruing = isPaidInAdvance ? period - 1 : period
      return accruing > (graceInterest == .waived ? grace : 0) ? rate * part : .zero
    }
  }

  /// The part of the rate that accrues until each payment since the one before: all of the rate of
  /// a period, or the year fraction of the days; nothing until a first payment that is made at once.
  package var accruals: [Ratio] {
    switch accrual {
    case .byPeriod:
      [isPaidInAdvance ? .zero : .whole] + Array(repeating: .whole, count: periods - 1)
    case .byDays(let count, let start, let due):
      zip([start] + due, due).map { count.yearFraction(of: Period(from: $0, until: $1)) }
    }
  }
}

extension Ratio {
  /// The numerator of 1 + r over the denominator of a rate r that is not below zero.
  var growth: UInt64 {
    // Both are below 2⁶³, so their sum fits.
    numerator.magnitude + denominator.magnitude
  }
}
