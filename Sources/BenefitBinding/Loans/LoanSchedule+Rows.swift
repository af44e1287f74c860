extension LoanSchedule {
  /// Works the rows out of terms that were checked.
  func calculatedRows() throws(BenefitError) -> [Row] {
    let (whole, charged) = (held(of: rate), held(of: instalmentRate))
    var balance = Int128(principal.fen)
    var (paid, regular): (Int128, Int128) = (0, 0)
    var rows: [Row] = []
    rows.reserveCapacity(periods)
    for (period, (rate, instalmentRate)) in zip(1..., zip(whole, charged)) {
      let isGrace = period <= grace
      if period == grace + 1 { regular = try roundedAmount(repaying: balance, charged) }
      let (interest, borne, subsidised) = interest(on: balance, rate, instalmentRate)
      let capitalised = isGrace && graceInterest == .capitalised ? borne : 0
      let open = balance - Int128(balloon.fen)
      let repaid: Int128 =
        if period == periods {
          balance
        } else if isGrace {
          0
        } else {
          switch repayment {
          // A coarse rounding, or a long period among short ones, may leave an instalment below the
          // interest or above what is owed.
          case .equalInstalments: max(0, min(open, regular - interest))
          case .equalPrincipal: min(open, regular)
          case .interestOnly: 0
          }
        }
      balance += capitalised - repaid
      // Every amount is a part of this sum or the balance, so where these fit they all do.
      paid += repaid + borne + subsidised
      guard max(paid, balance) <= Int128(Int64.max) else { throw tooLarge }
      rows.append(
        Row(
          period: period,
          interest: Self.money(borne),
          capitalised: Self.money(capitalised),
          principal: Self.money(repaid),
          balance: Self.money(balance),
          subsidy: Self.money(subsidised)
        )
      )
    }
    return rows
  }

  private var tooLarge: BenefitError {
    let found = Phrase(
      en: "What a loan of \(principal) pays is too large to be kept exactly in 64 bits.",
      zh: "本金 \(principal) 的贷款应付数额过大，超出 64 位，无法精确保存。"
    )
    return BenefitError(.overflow, found: found)
  }

  private static func money(_ fen: Int128) -> Money { Money(fen: Int64(fen)) }

  /// The interest that instalments are worked out with, the borrower's part and the treasury's.
  private func interest(
    on balance: Int128,
    _ rate: Ratio,
    _ instalmentRate: Ratio
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
    case .borrowerRate:
      let borne = part(balance, instalmentRate)
      return (borne, borne, whole - borne)
    }
  }

  /// The equal instalment or the equal part of the principal, rounded.
  private func roundedAmount(
    repaying balance: Int128,
    _ rates: [Ratio]
  ) throws(BenefitError) -> Int128 {
    let step = UInt64(rounding.step.fen)
    let (amount, divisor) = regularAmount(
      repaying: Natural(UInt64(balance)),
      over: Natural(1),
      rates
    )
    guard
      let steps = amount.divided(by: divisor * step, rounding: rounding.direction)
    else { throw tooLarge }
    return Int128(steps) * Int128(step)
  }
}
