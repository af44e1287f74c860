/// The derivation of an amount: its exact value, the rule that gave it, and the same for each part that the
/// rule was applied to.
///
/// ```
/// 4,000.00 = 164,000.00 x 1/41 by household
///   164,000.00 = distributable profit
///     164,000.00 = the greater of 0.00 and (profit - losses brought forward)
///       164,000.00 = profit
/// ```
///
/// It is read off what settling decided and recomputes: ``holds`` applies every rule to the values of its
/// parts.
public struct Derivation: Hashable, Sendable {
  /// The exact value.
  public let value: Value

  /// The rule that gave the value.
  let rule: Rule

  /// The derivations of the values that the rule was applied to.
  public let parts: [Derivation]

  /// The currency of the settlement, in which texts name amounts.
  let currency: Currency

  init(
    _ value: Value,
    _ rule: Rule,
    _ parts: [Derivation] = [],
    in currency: Currency = .yuan
  ) {
    self.value = value
    self.rule = rule
    self.parts = parts
    self.currency = currency
  }

  /// The same derivation, whose texts name amounts in a currency.
  func denominated(in currency: Currency) -> Self {
    if currency == self.currency { return self }
    let parts = parts.map { $0.denominated(in: currency) }
    return Self(value, rule, parts, in: currency)
  }

  /// True if each rule, applied to its parts, gives its value to the last digit.
  ///
  /// What is stated, in the terms, the season, the register or the books, is taken as it stands.
  ///
  /// - Complexity: O(n) for n parts of parts.
  public var holds: Bool {
    rule.holds(value, of: parts, in: currency) && parts.allSatisfy(\.holds)
  }
}

extension Derivation {
  /// An exact number with its dimension: an amount, a quantity, a rate, or whether something is so.
  public struct Value: Hashable, Sendable {
    /// The numerator and the denominator in lowest terms, the latter positive; money counts in fen.
    let numerator: Int128
    let denominator: Int128
    let dimension: Figure.Dimension

    init(_ numerator: Int128, over denominator: Int128 = 1, _ dimension: Figure.Dimension) {
      let divisor = greatestCommonDivisor(numerator, denominator)
      self.numerator = numerator / divisor
      self.denominator = denominator / divisor
      self.dimension = dimension
    }

    init(_ money: Money) { self.init(Int128(money.fen), .money) }

    /// The amount, or `nil` where the value is no whole number of fen.
    public var money: Money? {
      guard dimension == .money, denominator == 1 else { return nil }
      return Int64(exactly: numerator).map(Money.init(fen:))
    }

    /// The quantity, or `nil` where the value is none, or no whole number of thousandths of its unit.
    public var quantity: Quantity? {
      guard case .quantity(let unit) = dimension, 1_000 % denominator == 0 else { return nil }
      let (thousandths, overflowed) = numerator.multipliedReportingOverflow(by: 1_000 / denominator)
      return overflowed ? nil : Int64(exactly: thousandths).map { Quantity(thousandths: $0, unit) }
    }

    /// True if the value is zero, or says that something is not so.
    var isZero: Bool { numerator == 0 }
  }
}

// MARK: - Arithmetic

extension Derivation.Value {
  /// The sum, or `nil` where the numbers are of two kinds or too large.
  func adding(_ other: Self) -> Self? {
    let divisor = greatestCommonDivisor(denominator, other.denominator)
    guard dimension == other.dimension,
      let common = (denominator / divisor).times(other.denominator),
      let own = numerator.times(other.denominator / divisor),
      let others = other.numerator.times(denominator / divisor)
    else { return nil }
    let (sum, overflowed) = own.addingReportingOverflow(others)
    return overflowed ? nil : Self(sum, over: common, dimension)
  }

  /// The sum of a list, or `nil` where it is empty, of two kinds or too large.
  static func sum(_ values: [Self]) -> Self? {
    guard var sum = values.first else { return nil }
    for value in values.dropFirst() {
      guard let next = sum.adding(value) else { return nil }
      sum = next
    }
    return sum
  }

  /// The difference, or `nil` where the numbers are of two kinds or too large.
  func subtracting(_ other: Self) -> Self? {
    adding(Self(-other.numerator, over: other.denominator, other.dimension))
  }

  /// The product, or `nil` where it is too large.
  func multiplied(by other: Self) -> Self? {
    let a = greatestCommonDivisor(numerator, other.denominator)
    let b = greatestCommonDivisor(other.numerator, denominator)
    guard let numerator = (numerator / a).times(other.numerator / b),
      let denominator = (denominator / b).times(other.denominator / a)
    else { return nil }
    return Self(numerator, over: denominator, .product(dimension, other.dimension))
  }

  /// The part that the value is of another one above zero, or `nil` where it is too large.
  func divided(by other: Self) -> Self? {
    guard other.numerator > 0 else { return nil }
    return multiplied(by: Self(other.denominator, over: other.numerator, .ratio))?.as(.ratio)
  }

  /// The quotient by another value above zero, or `nil` where it is too large.
  func over(_ other: Self) -> Self? {
    divided(by: other)?.as(.quotient(dimension, other.dimension))
  }

  /// The value rounded to a step of its unit, or `nil` where it is too large.
  func rounded(_ rounding: Rounding) -> Self? {
    let step = Int128(rounding.step.fen)
    guard let divisor = denominator.times(step),
      let rounded = numerator.divided(by: divisor, rounding: rounding.direction).times(step)
    else { return nil }
    return Self(rounded, dimension)
  }

  /// The same number of another dimension.
  func `as`(_ dimension: Figure.Dimension) -> Self { Self(numerator, over: denominator, dimension) }
}

extension Derivation.Value: Comparable {
  /// Returns true if the first number is smaller, whatever the two count.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    let (a, b) = (
      lhs.numerator.multipliedFullWidth(by: rhs.denominator),
      rhs.numerator.multipliedFullWidth(by: lhs.denominator)
    )
    return (a.high, a.low) < (b.high, b.low)
  }
}

extension Int128 {
  /// The product, or `nil` where it does not fit.
  fileprivate func times(_ other: Int128) -> Int128? {
    let (product, overflowed) = multipliedReportingOverflow(by: other)
    return overflowed ? nil : product
  }
}

extension Derivation: Encodable {
  private enum CodingKeys: CodingKey { case value, formula, parts }

  /// Encodes the value and the rule as they are written, and the parts.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(English(currency).value(value), forKey: .value)
    try container.encode(formula, forKey: .formula)
    try container.encode(parts, forKey: .parts)
  }
}
