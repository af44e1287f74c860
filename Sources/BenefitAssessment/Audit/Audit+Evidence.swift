public import BenefitBinding

extension Audit {
  /// An exact figure of a finding.
  public enum Value: Hashable, Codable, Sendable {
    /// An amount of money in a currency.
    case money(Money, in: Currency = .yuan)
    /// A part of a whole, printed in percent.
    case ratio(Ratio)
    /// An exact number of something, printed with two decimals at most.
    case number(Ratio, in: String)
    /// A whole number of something, such as households.
    case count(Int64, of: String)
    /// A quantity of goods.
    case quantity(Quantity)
    /// A number of days.
    case days(Int)
    /// A day.
    case day(Day)
  }

  /// A figure that a finding rests on, and what it is called.
  struct Figure: Hashable, Codable, Sendable {
    let name: Phrase
    let value: Value
  }
}

extension Audit.Figure {
  /// The name and the figure in a language, such as `stake: 860,000.00 yuan`.
  func text(in language: Language) -> String {
    switch language {
    case .english: "\(name): \(value)"
    case .simplifiedChinese: "\(name.text(in: language)) \(value.text(in: language))"
    }
  }

  /// A text that no other figure has.
  var exactText: String {
    let name = Language.allCases.map(name.text).joined(separator: "\n")
    return switch value {
    case .ratio(let ratio): "\(name): ratio \(ratio)"
    case .number(let number, let unit): "\(name): number \(number) \(unit)"
    default: "\(name): \(value)"
    }
  }
}

extension Audit.Value {
  /// The value, if it is money, in a currency.
  func denominated(in currency: Currency) -> Self {
    if case .money(let money, _) = self { .money(money, in: currency) } else { self }
  }

  /// A number of households.
  static func households(_ count: Int) -> Self { .count(Int64(count), of: "households") }
}

extension Audit.Value: CustomStringConvertible {
  /// The figure with its unit; what has more than two decimals is rounded half up for showing.
  public var description: String { text(in: .english) }

  /// Returns the figure with its unit in a language; what has more than two decimals is rounded half up for
  /// showing.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .simplifiedChinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .money(let money, let currency): "\(currency.text(money)) \(currency.units)"
    case .ratio(let ratio): ratio.percentText(decimals: 2)
    case .number(let number, let unit): "\(Self.text(of: number)) \(unit)"
    case .count(let count, let unit): Plural.counted(count, Plural.singular(of: unit))
    case .quantity(let quantity): quantity.description
    case .days(let days): Plural.counted(days, "day")
    case .day(let day): day.description
    }
  }

  private var chinese: String {
    switch self {
    case .money(let money, let currency): "\(currency.text(money)) \(currency.unit.chinese)"
    case .ratio(let ratio): ratio.percentText(decimals: 2, in: .simplifiedChinese)
    case .number(let number, let unit): "\(Self.text(of: number)) \(Self.chinese(unit))"
    case .count(let count, let unit): "\(Self.text(of: Ratio(count))) \(Self.chinese(unit))"
    case .quantity(let quantity): quantity.words(in: .simplifiedChinese)
    case .days(let days): "\(Self.text(of: Ratio(Int64(days)))) 天"
    case .day(let day): day.description
    }
  }

  /// A unit after a number.
  private static func chinese(_ unit: String) -> String {
    switch unit {
    case "yuan": "元"
    case "times": "倍"
    case "entries": "条"
    case "lists": "份名单"
    case "ids": "个编号"
    case "contracts": "份"
    default: StandardUnit.chinese(Plural.singular(of: unit))
    }
  }

  private static func text(of number: Ratio) -> String {
    if number.denominator == 1 {
      return DecimalText.write(number.numerator, decimals: 0, grouped: true)
    }
    let hundredths = (Int128(number.numerator) * 100)
      .divided(by: Int128(number.denominator), rounding: .halfUp)
    return Int64(exactly: hundredths).map { DecimalText.write($0, decimals: 2, grouped: true) }
      ?? number.description
  }

  /// The exact part that this is of another value of its kind, or `nil` where that is zero.
  ///
  /// - Precondition: Both are money of one currency, or quantities or counts of one unit.
  func ratio(to whole: Self) -> Ratio? {
    switch (self, whole) {
    case (.money(let part, let currency), .money(let whole, let other)) where currency == other:
      return Ratio(checking: part.fen, whole.fen)
    case (.quantity(let part), .quantity(let whole)) where part.unit == whole.unit:
      return Ratio(checking: part.thousandths, whole.thousandths)
    case (.count(let part, let unit), .count(let whole, let other)) where unit == other:
      return Ratio(checking: part, whole)
    default: stop("\(self) is no part of \(whole), which is something else.")
    }
  }
}

extension Ratio {
  /// The fraction in lowest terms, or `nil` where the denominator is zero or it does not fit.
  init?(checking numerator: Int64, _ denominator: Int64) {
    self.init(checking: Int128(numerator), Int128(denominator))
  }

  /// The fraction in lowest terms, or `nil` where the denominator is zero or it does not fit.
  init?(checking numerator: Int128, _ denominator: Int128) {
    if denominator == 0 { return nil }
    self.init(exactly: numerator, denominator)
  }
}
