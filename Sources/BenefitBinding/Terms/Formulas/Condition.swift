/// A formula that is true or false of a household: who takes part, who is eligible, which rule holds.
///
/// ```swift
/// let poor = Condition.standing(.belowNationalLine, .belowMunicipalAllowance)
/// let eligible = poor && .measure(.landArea, atLeast: "1 mu")
/// ```
public struct Condition: Hashable, Sendable {
  /// The formula, 1 where the condition holds and 0 where it does not.
  let expression: Expression

  init(_ expression: Expression) {
    self.expression = expression
  }

  /// True of every household.
  public static let always = Self(.constant(Figure(.whole, .ratio)))

  /// True where the household's standing is one of those named.
  public static func standing(_ standings: Standing...) -> Self { .standing(standings) }

  /// True where the household's standing is in a list.
  public static func standing(_ standings: [Standing]) -> Self { Self(.standing(standings)) }

  /// True where the household lives in one of the gaqas named.
  public static func gaqa(_ names: String...) -> Self { .gaqa(names) }

  /// True where the household lives in a gaqa of a list.
  public static func gaqa(_ names: [String]) -> Self { Self(.gaqa(names)) }

  /// True where a measure is at least a quantity.
  public static func measure(_ measure: Measure, atLeast quantity: Quantity) -> Self {
    require(
      measure.unit == quantity.unit,
      "\(measure) is not counted in \(quantity.unit)."
    )
    return Self(.atLeast(.measure(measure), .constant(Figure(quantity))))
  }

  /// True where the first amount is at least the second.
  public static func atLeast(_ amount: Amount, _ threshold: Amount) -> Self {
    Self(.atLeast(amount.expression, threshold.expression))
  }

  /// True where the first volume is at least the second, such as persons or land.
  public static func atLeast(_ volume: Volume, _ threshold: Volume) -> Self {
    Self(.atLeast(volume.expression, threshold.expression))
  }

  /// True where both are.
  public static func && (lhs: Self, rhs: Self) -> Self {
    if lhs == .always { return rhs }
    if rhs == .always { return lhs }
    return Self(.all([lhs.expression, rhs.expression]))
  }

  /// True where at least one is.
  public static func || (lhs: Self, rhs: Self) -> Self {
    Self(.any([lhs.expression, rhs.expression]))
  }

  /// True where the condition is not.
  public static prefix func ! (condition: Self) -> Self {
    Self(.not(condition.expression))
  }
}

extension Condition: Codable {
  /// Decodes the formula.
  ///
  /// - Throws: `DecodingError` where it is no condition, or larger than formulas may be.
  public init(from decoder: any Decoder) throws {
    try self.init(Expression(from: decoder, is: .truth))
  }

  /// Encodes the formula.
  public func encode(to encoder: any Encoder) throws { try expression.encode(to: encoder) }
}
