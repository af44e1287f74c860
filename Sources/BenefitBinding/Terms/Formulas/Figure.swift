/// An exact number and what it stands for.
struct Figure: Hashable, Encodable, Sendable {
  /// The kind of value that a number stands for.
  enum Dimension: Hashable, Encodable, Sendable {
    /// Hundredths of the currency's unit.
    case money
    /// A pure number.
    case ratio
    /// Units of something.
    case quantity(Quantity.Unit)
    /// True or false: 1 or 0.
    case truth

    /// Money, or a quantity of a unit.
    init(of unit: Quantity.Unit?) { self = unit.map(Self.quantity) ?? .money }

    /// Words for what is counted: the unit, or money.
    var whatIsCounted: Phrase {
      guard case .quantity(let unit) = self else { return Phrase(en: "money", zh: "资金") }
      return Phrase(
        en: unit.words(in: .english, many: true),
        zh: "「\(unit.words(in: .simplifiedChinese, many: true))」"
      )
    }

    /// The kind of a product: a price times a quantity is money, a quantity for each unit of another is
    /// counted as the former, and what is true counts as a whole.
    static func product(_ a: Self, _ b: Self) -> Self {
      if a == .money || b == .money { return .money }
      let factor = b == .ratio || b == .truth ? a : b
      return factor == .truth ? .ratio : factor
    }

    /// The kind of a quotient: two of a kind give a pure number, and what is divided by a quantity or a
    /// number stays what it is.
    static func quotient(_ a: Self, _ b: Self) -> Self { a == b ? .ratio : a }
  }

  var value: Ratio
  var dimension: Dimension

  init(_ value: Ratio, _ dimension: Dimension) {
    self.value = value
    self.dimension = dimension
  }

  init(_ money: Money) { self.init(Ratio(money.fen), .money) }

  init(_ quantity: Quantity) {
    self.init(Ratio(quantity.thousandths, 1_000), .quantity(quantity.unit))
  }
}

extension Figure: CustomStringConvertible {
  /// The number as it is written with the unit of a quantity, but not of money; what does not end is cut off and marked so.
  var description: String { text(in: .english) }

  /// The number as it is written in a language, of money in a currency.
  func text(in language: Language, of currency: Currency = .yuan) -> String {
    Self.text(
      Int128(value.numerator),
      over: Int128(value.denominator),
      dimension,
      in: language,
      of: currency
    )
  }

  /// An exact number of any width as it is written: an amount of money as it is, a quantity with its unit.
  static func text(
    _ numerator: Int128,
    over denominator: Int128,
    _ dimension: Dimension,
    withUnit: Bool = true,
    in language: Language = .english,
    of currency: Currency = .yuan
  ) -> String {
    switch dimension {
    case .money: amount(numerator, over: denominator, of: currency)
    case .quantity(let unit):
      decimal(numerator, over: denominator, atLeast: 0)
        + (withUnit
          ? " \(unit.words(in: language, many: numerator.magnitude != denominator.magnitude))" : "")
    case .ratio: ratio(numerator, over: denominator, in: language)
    case .truth:
      switch language {
      case .english: numerator == 0 ? "no" : "yes"
      case .simplifiedChinese: numerator == 0 ? "否" : "是"
      }
    }
  }

  /// An amount of hundredths in units; a fraction where hundredths of it are too fine for 128 bits.
  private static func amount(
    _ numerator: Int128,
    over denominator: Int128,
    of currency: Currency
  ) -> String {
    let (hundredths, overflowed) = denominator.multipliedReportingOverflow(by: 100)
    return overflowed
      ? "\(numerator)/\(denominator)00"
      : decimal(numerator, over: hundredths, atLeast: currency.decimals)
  }

  /// A rate in percent where that is short, else as a fraction.
  private static func ratio(
    _ numerator: Int128,
    over denominator: Int128,
    in language: Language
  ) -> String {
    guard let ratio = Ratio(exactly: numerator, denominator) else {
      return decimal(numerator, over: denominator, atLeast: 0)
    }
    let decimals = (0...4).first { decimals in
      let scale = (0..<decimals).reduce(100 as Int128) { scale, _ in scale * 10 }
      return scale % Int128(ratio.denominator) == 0
    }
    guard ratio.denominator > 1, let decimals else { return ratio.description }
    return ratio.percentText(decimals: decimals, in: language)
  }

  /// A fraction as a decimal number with at most six digits after the point, fewer where it is
  /// very large.
  private static func decimal(
    _ numerator: Int128,
    over denominator: Int128,
    atLeast decimals: Int
  ) -> String {
    for places in [6, decimals] {
      let scale = (0..<places).reduce(1 as Int128) { scale, _ in scale * 10 }
      let (scaled, overflowed) = numerator.multipliedReportingOverflow(by: scale)
      let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: denominator)
      guard !overflowed, let digits = Int64(exactly: quotient) else { continue }
      var text = DecimalText.write(digits, decimals: places, grouped: true)
      if remainder != 0 { return text + "…" }
      for _ in decimals..<places where text.last == "0" { text.removeLast() }
      if text.last == "." { text.removeLast() }
      return text
    }
    return "\(numerator)/\(denominator)"
  }
}
