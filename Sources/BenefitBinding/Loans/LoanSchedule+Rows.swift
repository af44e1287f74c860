extension LoanSchedule {
  /// Works the rows out of terms that were checked.
  func calculatedRows() throws(BenefitError) -> [Row] {
    let regular = try regularAmount()
    var balance = Int128(principal.fen)
    var paid: Int128 = 0
    var rows: [Row] = []
    rows.reserveCapacity(periods)
    for period in 1...periods {
      let isGrace = period <= grace
      let (charged, borne, subsidised) = bearsInterest(period) ? interest(on: balance) : (0, 0, 0)
      let repaid: Int128 =
        if period == periods {
          balance
        } else if isGrace {
          0
        } else {
          switch repayment {
          // A coarse rounding may leave an instalment below the interest or above what is owed.
          case .equalInstalments: max(0, min(balance, regular - charged))
          case .equalPrincipal: min(balance, regular)
          case .interestOnly: 0
          }
        }
      balance -= repaid
      // Every amount is a part of this sum, so where it fits they all do.
      paid += repaid + borne + subsidised
      guard paid <= Int128(Int64.max) else { throw tooLarge }
      rows.append(
        Row(
          period: period,
          interest: Self.money(borne),
          principal: Self.money(repaid),
          balance: Self.money(balance),
          subsidy: Self.money(subsidised)
        )
      )
    }
    return rows
  }

  /// Refuses terms that make no loan.
  func check() throws(BenefitError) {
    guard principal > .zero else {
      throw BenefitError(
        .notPositive,
        found: "A loan of \(principal) yuan has nothing to repay.",
        advice: "Lend more than zero."
      )
    }
    guard rate >= .zero else {
      throw BenefitError(
        .negative,
        found: "The rate \(rate) is below zero.",
        advice: "A loan bears a rate of zero or more."
      )
    }
    guard (1...Self.mostPeriods).contains(periods) else {
      throw BenefitError(
        .outOfRange,
        found: "A loan cannot run for \(periods) periods.",
        advice: "Give from 1 to \(Self.mostPeriods), which is a hundred years of months."
      )
    }
    guard (0..<periods).contains(grace) else {
      throw BenefitError(
        .outOfRange,
        found: "A loan of \(periods) periods cannot have a grace of \(grace).",
        advice: "Grace is counted within the periods and leaves at least one to repay in."
      )
    }
    switch subsidy {
    case .none: break
    case .fraction(let fraction):
      guard (.zero ... .whole).contains(fraction) else {
        throw BenefitError(
          .outOfRange,
          found: "A subsidy cannot pay \(fraction) of the interest.",
          advice: "Give a fraction from 0 to 1."
        )
      }
    case .borrowerRate(let borrowerRate):
      guard (.zero...rate).contains(borrowerRate) else {
        throw BenefitError(
          .outOfRange,
          found: "A borrower's rate of \(borrowerRate) does not go with a rate of \(rate).",
          advice: "Give one from 0 to the whole rate; the subsidy is the difference."
        )
      }
    }
  }

  private var tooLarge: BenefitError {
    let found =
      "What a loan of \(principal) yuan pays is too large to be kept exactly in 64 bits of fen."
    return BenefitError(.overflow, found: found)
  }

  /// Returns true if the payment of a period contains interest.
  private func bearsInterest(_ period: Int) -> Bool {
    // A payment at the beginning holds the interest of the period before, the first one none.
    let accruing = isPaidInAdvance ? period - 1 : period
    return accruing > (isGraceInterestFree ? grace : 0)
  }

  private static func money(_ fen: Int128) -> Money { Money(fen: Int64(fen)) }

  /// The interest that instalments are worked out with, the borrower's part and the treasury's.
  private func interest(
    on balance: Int128
  ) -> (charged: Int128, borne: Int128, subsidised: Int128) {
    // A balance and a numerator are below 2⁶³, so their product fits.
    func part(_ amount: Int128, _ ratio: Ratio) -> Int128 {
      (amount * Int128(ratio.numerator)).divided(
        by: Int128(ratio.denominator),
        rounding: rounding.direction
      )
    }
    let whole = part(balance, rate)
    switch subsidy {
    case .none:
      return (whole, whole, 0)
    case .fraction(let fraction):
      // Interest beyond 64 bits is refused when it is summed; here it must only not overflow.
      guard let fen = Int64(exactly: whole) else { return (whole, whole, 0) }
      let subsidised = part(Int128(fen), fraction)
      return (whole, whole - subsidised, subsidised)
    case .borrowerRate(let borrowerRate):
      let borne = part(balance, borrowerRate)
      return (borne, borne, whole - borne)
    }
  }

  /// The equal instalment or the equal part of the principal, rounded.
  private func regularAmount() throws(BenefitError) -> Int128 {
    let count = periods - grace
    let step = UInt64(rounding.step.fen)
    let (amount, divisor): (Natural, Natural) =
      switch repayment {
      case .interestOnly: (Natural(0), Natural(1))
      case .equalPrincipal: (Natural(principal.fen.magnitude), Natural(UInt64(count)))
      case .equalInstalments: annuity(over: count)
      }
    guard
      let steps = amount.divided(by: divisor * step, rounding: rounding.direction)
    else { throw tooLarge }
    return Int128(steps) * Int128(step)
  }

  /// The exact instalment as a fraction of fen.
  ///
  /// With the principal P and the rate a/b it is P·a·(a+b)ⁿ / (b·((a+b)ⁿ − bⁿ)). Where the first
  /// instalment holds no interest it is discounted by a period, P·a·(a+b)ⁿ⁻¹ / ((a+b)ⁿ − bⁿ).
  private func annuity(over count: Int) -> (amount: Natural, divisor: Natural) {
    let rate = if case .borrowerRate(let lower) = subsidy { lower } else { self.rate }
    let (a, b) = (rate.numerator.magnitude, rate.denominator.magnitude)
    guard a > 0 else { return (Natural(principal.fen.magnitude), Natural(UInt64(count))) }
    // Both are below 2⁶³, so their sum fits.
    let growth = Natural.power(a + b, count)
    let gain = growth - Natural.power(b, count)
    guard bearsInterest(grace + 1) else {
      return (Natural.power(a + b, count - 1) * a * principal.fen.magnitude, gain)
    }
    return (growth * a * principal.fen.magnitude, gain * b)
  }
}
