extension LoanSchedule {
  /// The periods in order as they would be if nothing were rounded, in yuan.
  ///
  /// ```swift
  /// let loan = try LoanSchedule(of: .yuan(50_000), at: "4.35%", over: 3)
  /// print(loan.unrounded[0].payment, loan.rows[0].payment)    // 18137.2409… 18,137.24
  /// ```
  ///
  /// Each is worked out as a fraction of whole numbers of any size, and only the amount that is
  /// read is a floating-point number, within two units in its last place. So an error does not grow
  /// from period to period. Use them to compare with programs that do not round, and for present
  /// values.
  ///
  /// - Complexity: O(n²) for n periods.
  public var unrounded: [Amounts<Double>] {
    let (whole, charged) = (held(of: rate), held(of: instalmentRate))
    // All are fen times the scale, which grows from period to period.
    var (balance, regular, scale) = (Natural(principal.fen.magnitude), Natural(0), Natural(1))
    var balloon = Natural(self.balloon.fen.magnitude)
    var rows: [Amounts<Double>] = []
    for (period, (rate, instalmentRate)) in zip(1..., zip(whole, charged)) {
      if period == grace + 1 {
        let (amount, divisor) = regularAmount(repaying: balance, over: scale, charged)
        balance = self.divisor(from: balance, charged)
        balloon = self.divisor(from: balloon, charged)
        (regular, scale) = (amount, divisor)
      }
      let part = interest(on: balance, rate, instalmentRate)
      for factor in part.scale {
        (balance, regular) = (balance * factor, regular * factor)
        (balloon, scale) = (balloon * factor, scale * factor)
      }
      let isCapitalised = period <= grace && graceInterest == .capitalised
      let repaid: Natural =
        if period == periods {
          balance
        } else if period <= grace {
          Natural(0)
        } else {
          switch repayment {
          case .equalInstalments: min(regular.excess(over: part.charged), balance - balloon)
          case .equalPrincipal: regular
          case .interestOnly: Natural(0)
          }
        }
      if isCapitalised { balance = balance + part.borne }
      balance = balance - repaid
      let yuan = scale * 100
      rows.append(
        Amounts(
          period: period,
          interest: part.borne.ratio(to: yuan),
          capitalised: isCapitalised ? part.borne.ratio(to: yuan) : 0,
          principal: repaid.ratio(to: yuan),
          balance: balance.ratio(to: yuan),
          subsidy: part.subsidised.ratio(to: yuan)
        )
      )
    }
    return rows
  }

  /// The interest that instalments are worked out with, the borrower's part and the treasury's, all
  /// times the factors by which the scale of the balance grows.
  private func interest(
    on balance: Natural,
    _ rate: Ratio,
    _ instalmentRate: Ratio
  ) -> (charged: Natural, borne: Natural, subsidised: Natural, scale: [UInt64]) {
    let charged = balance * instalmentRate.numerator.magnitude
    let scale = instalmentRate.denominator.magnitude
    switch subsidy {
    case .none:
      return (charged, charged, Natural(0), [scale])
    case .fraction(let fraction):
      let (part, of) = (fraction.numerator.magnitude, fraction.denominator.magnitude)
      return (charged * of, charged * (of - part), charged * part, [scale, of])
    case .borrowerRate:
      let denominator = rate.denominator.magnitude
      let (whole, borne) = (balance * rate.numerator.magnitude * scale, charged * denominator)
      return (borne, borne, whole - borne, [scale, denominator])
    }
  }
}

extension Natural {
  /// The excess over another number, or zero.
  fileprivate func excess(over other: Self) -> Self { self > other ? self - other : Self(0) }
}
