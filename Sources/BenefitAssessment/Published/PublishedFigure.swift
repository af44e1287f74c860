public import BenefitBinding

/// A figure as a report printed it, to be held against what was computed.
///
/// ```swift
/// let claim = PublishedFigure("dividend of a person", "98", in: "yuan")
/// // 6.7 % of 148,000 yuan over 212 persons are 46.77 yuan.
/// print(claim.verdict(on: "6.7%" * 148_000 / 212))                                  // differs
/// print(PublishedFigure("sales", "more than 700,000", in: "yuan").verdict(on: 702_000))    // exceeds
/// ```
///
/// It is taken at its printed digits: what would be rounded or cut off to them agrees. Zeros count as digits:
/// `125,000` claims to be exact to the unit, `12.5万` to a tenth of 万. The words `about`, `more than`,
/// `at least` and `at most` may stand before the number, and `thousand`, `million`, `billion`, `万` or `亿`
/// after it; a figure that the source leaves out is `not stated`.
public struct PublishedFigure: Hashable, Sendable {
  /// The way in which a report states a number.
  public enum Relation: String, Hashable, Sendable, CaseIterable {
    /// The figure is exact to its printed digits.
    case exactly
    /// The figure is approximate, here within a twentieth of it.
    case about
    /// The figure is a lower bound that was passed.
    case moreThan = "more than"
    /// The figure is a lower bound that was reached.
    case atLeast = "at least"
    /// The figure is an upper bound that was kept.
    case atMost = "at most"
  }

  /// The answer to whether a computed figure bears a published one out.
  public enum Verdict: String, Hashable, Codable, Sendable {
    /// It is the same, as far as the printed digits go.
    case equal
    /// It is near the published approximation.
    case about
    /// It is above the published lower bound.
    case exceeds
    /// It is within the published bound, which counts as within.
    case within
    /// It does not agree.
    case differs
    /// There is nothing to compare it with.
    case unknown
  }

  /// The number that a text prints, and how.
  struct Number: Hashable, Sendable {
    let relation: Relation
    let value: Ratio
    /// The size of a step of the last printed digit.
    let lastDigit: Ratio
  }

  /// The quantity that the figure measures.
  public let quantity: String

  /// The unit it is in.
  public let unit: String

  /// The figure as it was printed, such as `about 2.0 million`, or `not stated`.
  public let printed: String

  let number: Number?

  /// The number that was printed, or `nil` where the source states none.
  public var value: Ratio? { number?.value }

  /// The way in which the number is stated.
  public var relation: Relation { number?.relation ?? .exactly }

  /// Reads a figure as it was printed, with at most eight decimals, or `not stated`.
  ///
  /// - Throws: `BenefitError` where the text is anything else or too large to be kept exactly.
  public init(
    _ quantity: String,
    parsing printed: some StringProtocol,
    in unit: String
  ) throws(BenefitError) {
    self.quantity = quantity
    self.unit = unit
    self.printed = String(printed)
    number = printed == "not stated" ? nil : try Number(parsing: printed)
  }

  /// Describes a figure by a literal such as `"about 2.0 million"`.
  ///
  /// - Precondition: The literal is a figure; see ``init(_:parsing:in:)`` for text from elsewhere.
  public init(_ quantity: String, _ printed: StaticString, in unit: String) {
    do {
      try self.init(quantity, parsing: printed.description, in: unit)
    } catch {
      stop(error.description)
    }
  }
}

// MARK: - Comparing

extension PublishedFigure {
  /// Compares an exact figure with the published one.
  public func verdict(on computed: Ratio) -> Verdict {
    guard let number else { return .unknown }
    let agrees: (Bool, Verdict) =
      switch number.relation {
      case .exactly: (number.isPrinted(for: computed), .equal)
      case .about: (number.isNear(computed), .about)
      case .moreThan: (computed > number.value, .exceeds)
      case .atLeast: (computed >= number.value, .within)
      case .atMost: (computed <= number.value, .within)
      }
    return agrees.0 ? agrees.1 : .differs
  }

  /// Divides what the published figure is too high by, or below zero too low, by the computed one.
  ///
  /// - Returns: The exact fraction, or `nil` where nothing is stated, where the computed figure is zero, and
  ///   where the fraction does not fit 64-bit integers.
  public func deviation(from computed: Ratio) -> Ratio? {
    guard let value else { return nil }
    let stated = Int128(value.numerator) * Int128(computed.denominator)
    let computed = Int128(computed.numerator) * Int128(value.denominator)
    return Ratio(checking: stated - computed, computed)
  }
}

extension PublishedFigure.Number {
  /// Returns true if an exact number would be printed so: rounded to the last digit, or cut off
  /// after it.
  ///
  /// Reports do both; half a step upwards or one step downwards is therefore no contradiction.
  fileprivate func isPrinted(for exact: Ratio) -> Bool {
    // Over a common denominator nothing here leaves 128 bits: the step's two parts are powers of ten
    // below 2³⁰, and one of them is 1.
    let step = Int128(lastDigit.numerator) * Int128(exact.denominator)
    let printed = Int128(value.numerator) * Int128(lastDigit.denominator / value.denominator)
    let beyond =
      Int128(exact.numerator) * Int128(lastDigit.denominator) - printed * Int128(exact.denominator)
    let distance = value < .zero ? -beyond : beyond
    // Half a step as a whole number: distance ≥ -half is distance ≥ -⌊half⌋ for whole distances.
    return distance < step && distance >= -(step / 2)
  }

  /// True if an exact number is within a twentieth of it.
  fileprivate func isNear(_ exact: Ratio) -> Bool {
    // Over the common denominator, because a difference need not fit a ratio.
    let size = Int128(value.numerator) * Int128(exact.denominator)
    let distance = Int128(exact.numerator) * Int128(value.denominator) - size
    // Distances are whole, so the remainder of a twentieth decides nothing.
    return distance.magnitude <= size.magnitude / 20
  }
}

extension PublishedFigure: Codable, StoredInParts {
  package enum CodingKeys: CodingKey { case quantity, unit, printed }

  /// Decodes a figure and reads its text.
  ///
  /// - Throws: `DecodingError` that quotes a text which is no figure.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(parts[.quantity], parsing: parts[.printed] as String, in: parts[.unit])
  }
}
