/// A formula for a quantity: what is delivered, worked, lent or let, and the rules that count it.
///
/// ```swift
/// let paidTonnes = Volume.measure(.fodderDelivered).roundedUpToWholeUnits().atLeast("1 t")
/// let harvest = Volume.measure(.landArea).times("1,500 kg")      // for each mu
/// ```
public struct Volume: Hashable, Sendable {
  let expression: Expression

  init(_ expression: Expression) {
    self.expression = expression
  }

  /// What the register or the season states under a name.
  public static func measure(_ measure: Measure) -> Self { Self(.measure(measure)) }

  /// A fixed quantity.
  public static func fixed(_ quantity: Quantity) -> Self { Self(.constant(Figure(quantity))) }

  /// The number of members of the household.
  public static let persons = Self(.persons)

  /// One for each household.
  public static let household = Self(.household)

  /// The mean of a volume over this season and those before it, as ``Amount/mean(of:seasons:)``.
  ///
  /// Earlier seasons state each measure in it; a column of the register says only what is so now.
  ///
  /// - Precondition: There is at least one season.
  public static func mean(of volume: Volume, seasons: Int) -> Self {
    Self(.mean(volume.expression, SeasonCount(seasons)))
  }

  /// A volume for each unit of this one: a yield for each mu, eggs for each hen.
  ///
  /// The result is counted in the unit of `perUnit`.
  public func times(_ perUnit: Volume) -> Self {
    Self(.product(expression, perUnit.expression))
  }

  /// The sum of two volumes of one unit.
  public static func + (lhs: Self, rhs: Self) -> Self {
    Self(lhs.expression + rhs.expression)
  }

  /// The difference of two volumes of one unit.
  public static func - (lhs: Self, rhs: Self) -> Self {
    Self(lhs.expression - rhs.expression)
  }

  /// The volume, but never more than a cap.
  public func capped(at cap: Volume) -> Self { Self(.least([expression, cap.expression])) }

  /// The volume, or a guaranteed minimum where it is less.
  public func atLeast(_ minimum: Volume) -> Self {
    Self(.greatest([expression, minimum.expression]))
  }

  /// The volume with a part of a unit counted as a whole one.
  public func roundedUpToWholeUnits() -> Self { Self(.rounded(expression, .up(to: .fen))) }
}

extension Volume: ExpressibleByStringLiteral {
  /// Creates a fixed volume from a literal such as `"22 jin"`.
  ///
  /// - Precondition: The literal is a quantity.
  public init(stringLiteral literal: String) {
    self = .fixed(Quantity(stringLiteral: literal))
  }
}

extension Volume: Codable {
  /// Decodes the formula.
  ///
  /// - Throws: `DecodingError` where it is no quantity, or larger than formulas may be.
  public init(from decoder: any Decoder) throws {
    try self.init(Expression(from: decoder, is: .quantity))
  }

  /// Encodes the formula.
  public func encode(to encoder: any Encoder) throws { try expression.encode(to: encoder) }
}
