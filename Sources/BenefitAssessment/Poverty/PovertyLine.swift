public import BenefitBinding

/// The money that a person needs in a year not to be poor, and the source that says so.
///
/// ```swift
/// let line = try PovertyLine.ruralChina.line(in: 2016)
/// print(line.perPerson, line.evidence)                     // 2,952.00 published
/// print(try line.multiplied(by: "3/2").perPerson)          // 4,428.00
/// let comparison = settlement.statements[0].compared(to: line.perPerson)
/// ```
public struct PovertyLine: Hashable, Sendable {
  /// The strength of the evidence for a figure.
  public enum Evidence: String, Hashable, Codable, Sendable, CaseIterable {
    /// A statistics office or a law printed it.
    case published
    /// Someone else quotes the office.
    case secondHand = "second-hand"
    /// The source itself says "about".
    case approximate
    /// It is remembered, and no source at hand confirms it. Check it before relying on it.
    case recalled
    /// The user, or a computation from the user's numbers, gave it.
    case stated
  }

  /// The name of the line.
  public let name: String

  /// The money for each person and year.
  public let perPerson: Money

  /// The currency of the money.
  public let currency: Currency

  /// The year it holds for.
  public let year: Int

  /// The place where it holds, such as `rural China`.
  public let place: String

  /// The prices it is in, such as `of the year` or `of 2010`.
  public let prices: String

  /// The source of the figure.
  public let source: String

  /// The strength of the evidence for the figure.
  public let evidence: Evidence
}

extension PovertyLine {
  /// Describes a line.
  ///
  /// - Parameters:
  ///   - name: What the line is called.
  ///   - perPerson: The money for each person and year.
  ///   - year: The year it holds for.
  ///   - place: Where it holds.
  ///   - prices: The prices it is in.
  ///   - source: Who says so.
  ///   - evidence: How well the figure is known.
  ///   - currency: The currency of the money.
  /// - Throws: `BenefitError` where the line is not above zero.
  public init(
    _ name: String,
    _ perPerson: Money,
    in year: Int,
    of place: String,
    prices: String = "of the year",
    source: String,
    evidence: Evidence = .stated,
    currency: Currency = .yuan
  ) throws(BenefitError) {
    guard perPerson > .zero else {
      throw BenefitError(
        .notPositive,
        at: .init("poverty line", name),
        found: Phrase(
          en: "it is \(perPerson) a person.",
          zh: "贫困线为人均 \(perPerson)。"
        ),
        advice: Phrase(en: "Give more than zero.", zh: "请填写大于零的数。")
      )
    }
    self.init(
      name: name,
      perPerson: perPerson,
      currency: currency,
      year: year,
      place: place,
      prices: prices,
      source: source,
      evidence: evidence
    )
  }

  /// A multiple of the line, such as the 1.5 of it below which households are watched for a relapse.
  ///
  /// The evidence stays that of the line. Source of the 1.5: the State Council's leading group for poverty
  /// relief, 2020, after China Daily, 2020-12-02.
  ///
  /// - Parameters:
  ///   - factor: What to multiply with.
  ///   - rounding: How the product is rounded.
  /// - Returns: The line with the factor in its name.
  /// - Throws: `BenefitError` where the product is not above zero or leaves 64 bits of fen.
  public func multiplied(
    by factor: Ratio,
    rounding: Rounding = .halfUp(to: .fen)
  ) throws(BenefitError) -> Self {
    let name = "\(factor) x \(name)"
    let fen = Int128(perPerson.fen) * Int128(factor.numerator)
    guard let product = Money(fen, over: Int128(factor.denominator), rounding) else {
      throw Self.tooLarge(name)
    }
    return try Self(
      name,
      product,
      in: year,
      of: place,
      prices: prices,
      source: source,
      evidence: evidence,
      currency: currency
    )
  }

  /// The error of a line that cannot be worked out.
  static func tooLarge(_ name: String) -> BenefitError {
    BenefitError(
      .overflow,
      at: .init("poverty line", name),
      found: Phrase(
        en: "it cannot be worked out exactly in 64 bits.",
        zh: "在 64 位内无法精确计算。"
      ),
      advice: Phrase(en: "Give factors with fewer digits.", zh: "请填写位数较少的系数。")
    )
  }
}

extension PovertyLine: Codable, StoredInParts {
  package enum CodingKeys: CodingKey {
    case name, perPerson, currency, year, place, prices, source, evidence
  }

  /// Decodes a line and checks it as the initialiser does.
  ///
  /// - Throws: `DecodingError` with the text of the `BenefitError`.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      parts[.name],
      parts[.perPerson],
      in: parts[.year],
      of: parts[.place],
      prices: parts[.prices],
      source: parts[.source],
      evidence: parts[.evidence],
      currency: parts[ifPresent: .currency] ?? .yuan
    )
  }
}
