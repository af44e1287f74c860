/// A formula for a rate: a fixed fraction, or one that the season states.
///
/// ```swift
/// let agreed: Rate = "4.35%"
/// let earned = Rate.fact(.returnRate)
/// ```
public struct Rate: Hashable, Sendable {
  let expression: Expression

  init(_ expression: Expression) {
    self.expression = expression
  }

  /// A fixed fraction.
  public static func fixed(_ ratio: Ratio) -> Self { Self(.constant(Figure(ratio, .ratio))) }

  /// A whole number of hundredths.
  public static func percent(_ percent: Int64) -> Self { .fixed(.percent(percent)) }

  /// All of it.
  public static let whole = Self.fixed(.whole)

  /// None of it.
  public static let zero = Self.fixed(.zero)

  /// What the season states under a name.
  public static func fact(_ fact: RateFact) -> Self { Self(.rate(fact)) }

  /// The households' stake as a fraction of all the funding, for the gaqa where each has its own.
  public static let stakeFraction = Self(.stakeRatio)

  /// What is left of the whole beside a rate.
  public static func rest(of rate: Rate) -> Self {
    Self(.difference(.constant(Figure(.whole, .ratio)), rate.expression))
  }

  /// The mean of a rate over this season and those before it, as ``Amount/mean(of:seasons:)``.
  ///
  /// - Precondition: There is at least one season.
  public static func mean(of rate: Rate, seasons: Int) -> Self {
    Self(.mean(rate.expression, SeasonCount(seasons)))
  }

  /// A fraction of a rate, such as the part of an interest rate that is not subsidised.
  public static func fraction(_ ratio: Rate, of rate: Rate) -> Self {
    Self(.product(rate.expression, ratio.expression))
  }
}

extension Rate: ExpressibleByStringLiteral {
  /// Creates a fixed rate from a literal such as `"4.35%"` or `"29/100"`.
  ///
  /// - Precondition: The literal is a fraction.
  public init(stringLiteral literal: String) {
    self = .fixed(Ratio(stringLiteral: literal))
  }
}

extension Rate: Codable {
  /// Decodes the formula.
  ///
  /// - Throws: `DecodingError` where it is no rate, or larger than formulas may be.
  public init(from decoder: any Decoder) throws {
    try self.init(Expression(from: decoder, is: .ratio))
  }

  /// Encodes the formula.
  public func encode(to encoder: any Encoder) throws { try expression.encode(to: encoder) }
}
