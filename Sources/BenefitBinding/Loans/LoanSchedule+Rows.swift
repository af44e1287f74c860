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
        found: Phrase(
          en: "A loan of \(principal) yuan has nothing to repay.",
          zh: "本金 \(principal) 元的贷款无可偿还。"
        ),
        advice: Phrase(en: "Lend more than zero.", zh: "贷款金额请大于零。")
      )
    }
    guard rate >= .zero else {
      throw BenefitError(
        .negative,
        found: Phrase(en: "The rate \(rate) is below zero.", zh: "利率 \(rate) 低于零。"),
        advice: Phrase(en: "A loan bears a rate of zero or more.", zh: "贷款利率应为零或以上。")
      )
    }
    guard (1...Self.mostPeriods).contains(periods) else {
      throw BenefitError(
        .outOfRange,
        found: Phrase(en: "A loan cannot run for \(periods) periods.", zh: "贷款期数不能为 \(periods) 期。"),
        advice: Phrase(
          en: "Give from 1 to \(Self.mostPeriods), which is a hundred years of months.",
          zh: "请填 1 到 \(Self.mostPeriods)（按月计为一百年）。"
        )
      )
    }
    guard (0..<periods).contains(grace) else {
      throw BenefitError(
        .outOfRange,
        found: Phrase(
          en: "A loan of \(periods) periods cannot have a grace of \(grace).",
          zh: "\(periods) 期的贷款不能有 \(grace) 期宽限期。"
        ),
        advice: Phrase(
          en: "Grace is counted within the periods and leaves at least one to repay in.",
          zh: "宽限期计入总期数，至少要留一期还款。"
        )
      )
    }
    switch subsidy {
    case .none: break
    case .fraction(let fraction):
      guard (.zero ... .whole).contains(fraction) else {
        throw BenefitError(
          .outOfRange,
          found: Phrase(
            en: "A subsidy cannot pay \(fraction) of the interest.",
            zh: "贴息不能为利息的 \(fraction)。"
          ),
          advice: Phrase(en: "Give a fraction from 0 to 1.", zh: "请填 0 到 1 之间的比例。")
        )
      }
    case .borrowerRate(let borrowerRate):
      guard (.zero...rate).contains(borrowerRate) else {
        throw BenefitError(
          .outOfRange,
          found: Phrase(
            en: "A borrower's rate of \(borrowerRate) does not go with a rate of \(rate).",
            zh: "借款人利率 \(borrowerRate) 与贷款利率 \(rate) 不相符。"
          ),
          advice: Phrase(
            en: "Give one from 0 to the whole rate; the subsidy is the difference.",
            zh: "请填 0 到贷款利率之间的利率；差额即为贴息。"
          )
        )
      }
    }
  }

  private var tooLarge: BenefitError {
    let found = Phrase(
      en: "What a loan of \(principal) yuan pays is too large to be kept exactly in 64 bits of "
        + "fen.",
      zh: "本金 \(principal) 元的贷款应付数额过大，以分计超出 64 位，无法精确保存。"
    )
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
