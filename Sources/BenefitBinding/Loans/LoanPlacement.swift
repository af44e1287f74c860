/// How a banner places its relief loans: with households, and with enterprises that employ or supply
/// them.
///
/// The programme leaves the proportion of Enriched-Farmers loans (富农贷, to households) and
/// Strengthened-Farmers loans (强农贷, to enterprises) to each banner, so it is a parameter.
///
/// ```swift
/// let placement = try LoanPlacement(banner: "Hanggin", of: .yuan(10_000_000), toHouseholds: "2/3")
/// print(placement.households)     // 6,666,666.67
/// print(placement.enterprises)    // 3,333,333.33
/// ```
///
/// The two parts add up to the total; an odd fen goes to the larger remainder.
public struct LoanPlacement: Hashable, Sendable {
  /// The banner that places the loans.
  public let banner: String

  /// All that is placed.
  public let total: Money

  /// The proportion that is lent to households.
  public let proportion: Ratio

  /// The Enriched-Farmers loans, to households.
  public let households: Money

  /// The Strengthened-Farmers loans, to enterprises.
  public let enterprises: Money

  /// Splits a banner's loans.
  ///
  /// - Parameters:
  ///   - banner: The banner that places the loans.
  ///   - total: All that is placed.
  ///   - proportion: The proportion that is lent to households, from 0 to 1.
  /// - Throws: ``LoanError`` where the total is below zero or the proportion is none.
  public init(
    banner: String,
    of total: Money,
    toHouseholds proportion: Ratio
  ) throws(LoanError) {
    guard total >= .zero else { throw .negativeTotal(total, banner) }
    guard (.zero ... .whole).contains(proportion) else {
      throw .wrongProportion(proportion, banner)
    }
    self.banner = banner
    self.total = total
    self.proportion = proportion
    let weights = [proportion.numerator, proportion.denominator - proportion.numerator]
    do {
      let parts = try Apportionment.exact.parts(of: total, by: weights).parts
      (households, enterprises) = (parts[0], parts[1])
    } catch {
      stop("A proportion from 0 to 1 cannot be shared by: \(error)")
    }
  }
}

extension LoanPlacement: Codable {
  private enum CodingKeys: CodingKey { case banner, total, proportion }

  /// Decodes the terms and splits the total anew.
  ///
  /// - Throws: `DecodingError` with the text of the ``LoanError``.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let banner = try container.decode(String.self, forKey: .banner)
    let total = try container.decode(Money.self, forKey: .total)
    let proportion = try container.decode(Ratio.self, forKey: .proportion)
    self = try container.checked(.proportion) { () throws(LoanError) in
      try Self(banner: banner, of: total, toHouseholds: proportion)
    }
  }

  /// Encodes the terms; the parts follow from them.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(banner, forKey: .banner)
    try container.encode(total, forKey: .total)
    try container.encode(proportion, forKey: .proportion)
  }
}
