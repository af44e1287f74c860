public import BenefitBinding

/// A poverty line in international dollars for each person and day.
///
/// Dollars of purchasing power become yuan only by two numbers that the user gives with a source: how many
/// yuan buy what a dollar buys, in the year that the line's prices are of, and how prices rose since.
///
/// ```swift
/// let line = try InternationalPovertyLine.extreme2017.line(
///   in: 2019, of: "rural China", yuanPerDollar: "3.9", priceLevel: "1.05",
///   source: "factors for illustration")
/// print(line.perPerson)    // 3,213.55
/// ```
///
/// Source: World Bank, factsheet on the update of June 2025, and on that of September 2022.
public struct InternationalPovertyLine: Hashable, Codable, Sendable {
  /// The name of the line.
  public let name: String

  /// The dollars for each person and day.
  public let dollars: Ratio

  /// The year of the purchasing power that the dollars are of.
  public let priceYear: Int

  /// Describes a line.
  public init(_ name: String, dollars: Ratio, priceYear: Int) {
    self.name = name
    self.dollars = dollars
    self.priceYear = priceYear
  }

  /// Extreme poverty, 1.90 dollars of 2011, in use until 2022.
  public static let extreme2011 = Self("extreme poverty", dollars: "1.90", priceYear: 2011)
  /// Extreme poverty, 2.15 dollars of 2017, in use until 2025.
  public static let extreme2017 = Self("extreme poverty", dollars: "2.15", priceYear: 2017)
  /// Extreme poverty, 3.00 dollars of 2021; it was raised in real terms too.
  public static let extreme2021 = Self("extreme poverty", dollars: "3.00", priceYear: 2021)
  /// Lower-middle-income countries, 3.65 dollars of 2017.
  public static let lowerMiddle2017 = Self("lower middle income", dollars: "3.65", priceYear: 2017)
  /// Lower-middle-income countries, 4.20 dollars of 2021.
  public static let lowerMiddle2021 = Self("lower middle income", dollars: "4.20", priceYear: 2021)
  /// Upper-middle-income countries, 6.85 dollars of 2017.
  public static let upperMiddle2017 = Self("upper middle income", dollars: "6.85", priceYear: 2017)
  /// Upper-middle-income countries, 8.30 dollars of 2021.
  public static let upperMiddle2021 = Self("upper middle income", dollars: "8.30", priceYear: 2021)

  /// The line in yuan for each person and year: dollars · yuan per dollar · price level · 365, rounded once.
  ///
  /// - Parameters:
  ///   - year: The year whose prices the line is wanted at.
  ///   - place: Where it is to hold.
  ///   - yuanPerDollar: The yuan that bought in ``priceYear`` what a dollar bought.
  ///   - priceLevel: Consumer prices of the year as a multiple of those of ``priceYear``.
  ///   - source: Where these two numbers come from.
  ///   - rounding: How the line is rounded.
  /// - Returns: The line, with ``PovertyLine/Evidence/stated`` as its evidence.
  /// - Throws: `BenefitError` where a factor is not above zero or the product cannot be kept exactly.
  public func line(
    in year: Int,
    of place: String,
    yuanPerDollar: Ratio,
    priceLevel: Ratio,
    source: String,
    rounding: Rounding = .halfUp(to: .fen)
  ) throws(BenefitError) -> PovertyLine {
    for (what, factor) in [
      ("dollars", dollars), ("yuan per dollar", yuanPerDollar), ("a price level", priceLevel),
    ] where factor <= .zero {
      throw BenefitError(
        .notPositive,
        at: .init("poverty line", name),
        found: "it cannot be converted with \(what) of \(factor).",
        advice: "Give more than zero."
      )
    }
    guard
      let now = yuanPerDollar.multiplied(exactly: priceLevel),
      let daily = dollars.multiplied(exactly: now)
    else { throw PovertyLine.tooLarge(name) }
    let yearly = try PovertyLine.money(
      Int128(daily.numerator) * 365 * 100,
      Int128(daily.denominator),
      rounding,
      name
    )
    return try PovertyLine(
      "\(name), \(DecimalText.dollars(dollars)) dollars of \(priceYear) a day",
      yearly,
      in: year,
      of: place,
      source: source
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
