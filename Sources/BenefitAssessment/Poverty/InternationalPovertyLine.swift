public import BenefitBinding

/// A poverty line in international dollars for each person and day.
///
/// Dollars of purchasing power become yuan, or another `Currency`, only by two numbers that the user gives with a
/// source: how many yuan buy what a dollar buys, in the year that the line's prices are of, and how prices rose since.
///
/// ```swift
/// let line = try InternationalPovertyLine.extreme2017.line(
///   in: 2019, of: "rural China", yuanPerDollar: "3.9", priceLevel: "1.05",
///   source: "factors for illustration")
/// print(line.perPerson)    // 3,213.55
/// ```
///
/// Source: World Bank, factsheet on the update of June 2025, and on that of September 2022.
public enum InternationalPovertyLine: Hashable, Codable, Sendable {
  /// Extreme poverty, 1.90 dollars of 2011, in use until 2022.
  case extreme2011
  /// Extreme poverty, 2.15 dollars of 2017, in use until 2025.
  case extreme2017
  /// Extreme poverty, 3.00 dollars of 2021; it was raised in real terms too.
  case extreme2021
  /// Lower-middle-income countries, 3.65 dollars of 2017.
  case lowerMiddle2017
  /// Lower-middle-income countries, 4.20 dollars of 2021.
  case lowerMiddle2021
  /// Upper-middle-income countries, 6.85 dollars of 2017.
  case upperMiddle2017
  /// Upper-middle-income countries, 8.30 dollars of 2021.
  case upperMiddle2021
  /// A line of another name or of other dollars.
  case other(name: String, dollars: Ratio, priceYear: Int)

  /// The name, the dollars for each person and day, and the year of the purchasing power that they are of.
  public var terms: (name: String, dollars: Ratio, priceYear: Int) {
    switch self {
    case .extreme2011: ("extreme poverty", "1.90", 2011)
    case .extreme2017: ("extreme poverty", "2.15", 2017)
    case .extreme2021: ("extreme poverty", "3.00", 2021)
    case .lowerMiddle2017: ("lower middle income", "3.65", 2017)
    case .lowerMiddle2021: ("lower middle income", "4.20", 2021)
    case .upperMiddle2017: ("upper middle income", "6.85", 2017)
    case .upperMiddle2021: ("upper middle income", "8.30", 2021)
    case .other(let name, let dollars, let priceYear): (name, dollars, priceYear)
    }
  }

  /// The line for each person and year: dollars · yuan per dollar · price level · 365, rounded once.
  ///
  /// - Parameters:
  ///   - year: The year whose prices the line is wanted at.
  ///   - place: Where it is to hold.
  ///   - yuanPerDollar: The yuan, or units of the currency, that bought in the dollars' year what a dollar bought.
  ///   - priceLevel: Consumer prices of the year as a multiple of those of the dollars' year.
  ///   - source: Where these two numbers come from.
  ///   - currency: The currency of the line.
  ///   - rounding: How the line is rounded.
  /// - Returns: The line, with ``PovertyLine/Evidence/stated`` as its evidence.
  /// - Throws: `BenefitError` where a factor is not above zero or the product cannot be kept exactly.
  public func line(
    in year: Int,
    of place: String,
    yuanPerDollar: Ratio,
    priceLevel: Ratio,
    source: String,
    currency: Currency = .yuan,
    rounding: Rounding = .halfUp(to: .fen)
  ) throws(BenefitError) -> PovertyLine {
    let (name, dollars, priceYear) = terms
    for (english, chinese, factor) in [
      ("dollars", "美元数", dollars),
      ("\(currency.units) per dollar", "每美元折合的\(currency.unit.chinese)", yuanPerDollar),
      ("a price level", "价格水平", priceLevel),
    ] where factor <= .zero {
      throw BenefitError(
        .notPositive,
        at: .init("poverty line", name),
        found: Phrase(
          en: "it cannot be converted with \(english) of \(factor).",
          zh: "\(chinese)为 \(factor)，无法换算。"
        ),
        advice: Phrase(en: "Give more than zero.", zh: "请填写大于零的数。")
      )
    }
    guard
      let now = yuanPerDollar.multiplied(exactly: priceLevel),
      let daily = dollars.multiplied(exactly: now),
      let yearly = Money(
        Int128(daily.numerator) * 36_500,
        over: Int128(daily.denominator),
        rounding
      )
    else { throw PovertyLine.tooLarge(name) }
    return try PovertyLine(
      "\(name), \(DecimalText.dollars(dollars)) dollars of \(priceYear) a day",
      yearly,
      in: year,
      of: place,
      source: source,
      currency: currency
    )
  }
}

extension DecimalText {
  /// Writes dollars with two decimals, or as a fraction where they have more.
  fileprivate static func dollars(_ dollars: Ratio) -> String {
    let cents = Ratio(exactly: Int128(dollars.numerator) * 100, Int128(dollars.denominator))
    guard let cents, cents.denominator == 1 else { return dollars.description }
    return write(cents.numerator, decimals: 2, grouped: true)
  }
}
