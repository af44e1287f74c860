public import BenefitBinding

extension Statistic {
  /// The value as an amount of money, or `nil` where it is no money, there is none or it does not fit 64 bits
  /// of fen.
  ///
  /// A value that is kept as a floating-point number is rounded from the decimals with which it prints.
  ///
  /// ```swift
  /// let cost = ProgrammeCost(of: [.contribution(.yuan(400_000), from: .specialFund)])
  /// let each = cost.per(41)
  /// print(each, each.money(.halfUp(to: .fen)) ?? .zero)    // 400000/41 yuan 9,756.10
  /// ```
  public func money(_ rounding: Rounding) -> Money? {
    guard dimension.power == 1, let (units, parts) = fraction else { return nil }
    return Money(units * 100, over: parts, rounding)
  }

  /// The value as the quotient of two integers, or `nil` where there is none or it is beyond 64 bits.
  private var fraction: (numerator: Int128, denominator: Int128)? {
    switch content {
    case .exact(let ratio): (Int128(ratio.numerator), Int128(ratio.denominator))
    case .number(let number): number.magnitude < 0x1p63 ? Self.decimal(number) : nil
    case .undefined: nil
    }
  }

  /// The shortest decimal that is read as the number, below 10²⁰, as the quotient of two integers.
  private static func decimal(_ number: Double) -> (numerator: Int128, denominator: Int128)? {
    let parts = number.description.split(separator: "e")
    let digits = parts[0].split(separator: ".")
    guard var numerator = Int128(digits.joined()) else { return nil }
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    if digits.count > 1 { exponent -= digits[1].utf8.count }
    // What is smaller than any step is as small as any other.
    if exponent < -30 { (numerator, exponent) = (numerator.signum(), -30) }
    func power(_ count: Int) -> Int128 { (0..<count).reduce(1) { power, _ in power * 10 } }
    return (numerator * power(max(0, exponent)), power(max(0, -exponent)))
  }

  /// The value as an amount is shown, half up to the smallest amount of the currency, or why there is none.
  func moneyText(in language: Language) -> String {
    let currency = dimension.currency
    return money(.halfUp(to: currency.step)).map(currency.text)
      ?? text(decimals: currency.decimals, in: language)
  }

  /// Divides money by a count, or says why it cannot.
  static func money(
    _ money: Money,
    in currency: Currency,
    per count: Int64,
    orElse reason: Reason
  ) -> Self {
    guard count > 0 else { return .undefined(reason) }
    return Self(Int128(money.fen), over: 100 * Int128(count), Dimension(1, of: currency))
  }

  /// Divides money by money, or says why it cannot.
  static func share(_ part: Money, of whole: Money, orElse reason: Reason) -> Self {
    guard whole > .zero else { return .undefined(reason) }
    return Self(Int128(part.fen), over: Int128(whole.fen))
  }
}

extension Money {
  /// The fen that a fraction rounds to, or `nil` where 64 bits do not hold them.
  init?(_ numerator: Int128, over denominator: Int128, _ rounding: Rounding) {
    let step = Int128(rounding.step.fen)
    let steps = numerator.divided(by: denominator * step, rounding: rounding.direction)
    guard let fen = Int64(exactly: steps * step) else { return nil }
    self.init(fen: fen)
  }
}
