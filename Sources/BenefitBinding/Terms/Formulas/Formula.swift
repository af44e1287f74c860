/// A formula for a value of one kind, which both computes and explains it.
///
/// The kind is the type of the value: ``Amount`` is a formula for ``Money``, ``Rate`` one for a ``Ratio``,
/// ``QuantityFormula`` one for a ``Quantity`` and ``Condition`` one that is true or false. What a formula
/// starts from belongs to its kind; each operation is the same for every kind that it makes sense for:
///
/// | operation | amount | rate | quantity | condition |
/// | --- | --- | --- | --- | --- |
/// | `a + b`, `a - b` | ✓ | ✓ | ✓ of one unit | |
/// | `a * 4`, `4 * a`, `a / 4` | ✓ | ✓ | ✓ | |
/// | `a * rate`, `rate * a`, `fraction(_:of:)` | ✓ also `a * "5%"` | ✓ also `a * "5%"` | ✓ | |
/// | `each(_:per:)`, a value for each unit of a quantity | ✓ | | ✓, also `quantity * a` | |
/// | `greater(of:_:)`, `lesser(of:_:)`, `capped(at:)`, `atLeast(_:)` | ✓ | ✓ | ✓ | |
/// | `excess(of:over:)` | ✓ | ✓ | ✓ | |
/// | `mean(of:seasons:)` | ✓ | ✓ | ✓ | |
/// | `either(_:otherwise:where:)` | ✓ | ✓ | ✓ | |
/// | `Condition.atLeast(a, b)`, `atMost`, `moreThan`, `lessThan`, `equal` | ✓ | ✓ | ✓ | |
/// | `a && b`, `a \|\| b`, `!a` | | | | ✓ |
/// | `named(_:)` | ✓ | ✓ | ✓ | ✓ |
/// | a literal | `"1.05"` | `"4.35%"`, `"1/3"` | `"22 jin"` | |
/// | `membersTotal(_:where:)`, `mean(of:per:where:)`, an earlier line | ✓ | | ✓ | |
/// | `amount / quantity`, `rounded(_:)` | ✓ | | | |
/// | `ratio(of:to:)` of two amounts or two quantities | | ✓ | | |
/// | `roundedUpToWholeUnits()` | | | ✓ | |
///
/// ```swift
/// let rate = Rate.fact(.interestRate) + "2%"
/// let quarter = Amount.fact(.loanPrincipal) * rate / 4
/// ```
///
/// Money times money, an amount plus a rate and the like do not compile. A value stays exact, to any
/// fraction of a fen, until a clause rounds it.
public struct Formula<Value>: Hashable, Sendable {
  let expression: Expression

  init(_ expression: Expression) {
    self.expression = expression
  }

  /// The same formula under a name of its own in explanations.
  public func named(_ name: String) -> Self { Self(.named(name, expression)) }
}

/// A kind of number that formulas add, scale and compare: ``Money``, ``Ratio`` or ``Quantity``.
public protocol FormulaNumber {}

extension Money: FormulaNumber {}
extension Ratio: FormulaNumber {}
extension Quantity: FormulaNumber {}

extension Formula {
  /// The dimension that the type promises, to which literals and files are held.
  static var dimension: FormulaDimension {
    switch Value.self {
    case is Money.Type: .money
    case is Ratio.Type: .ratio
    case is Quantity.Type: .quantity
    case is Bool.Type: .truth
    default: stop("There are formulas for Money, Ratio, Quantity and Bool, not for \(Value.self).")
    }
  }
}

extension Formula: ExpressibleByUnicodeScalarLiteral, ExpressibleByExtendedGraphemeClusterLiteral,
  ExpressibleByStringLiteral
where Value: FormulaNumber {
  /// Creates a fixed amount in units of money such as `"1.05"`, a rate such as `"4.35%"` or `"29/100"`, or a quantity
  /// such as `"22 jin"`.
  ///
  /// - Precondition: The literal is one of the kind; an amount has at most eight decimals.
  public init(stringLiteral literal: String) {
    self.init(.constant(Figure(literal: literal, of: Self.dimension)))
  }
}

extension Formula: Codable {
  /// Decodes the formula from its text, as `init(parsing:)` reads it.
  ///
  /// - Throws: `DecodingError` where it is of another kind, or larger than formulas may be.
  public init(from decoder: any Decoder) throws {
    try self.init(Expression(from: decoder, is: Self.dimension))
  }

  /// Encodes the formula as its text.
  public func encode(to encoder: any Encoder) throws {
    try expression.encode(as: text, to: encoder)
  }
}

extension Figure {
  /// The number that a literal of a formula stands for.
  fileprivate init(literal: String, of dimension: FormulaDimension) {
    switch dimension {
    case .money:
      // Finer than money is kept: a price of one egg may be a fraction of a fen.
      guard case .success(let units) = DecimalText.read(Substring(literal), decimals: 8) else {
        stop("\"\(literal)\" is no amount with at most eight decimals, such as 0.0315.")
      }
      self.init(Ratio(units, 1_000_000), .money)
    case .quantity: self.init(Quantity(stringLiteral: literal))
    case .ratio, .bit, .truth: self.init(Ratio(stringLiteral: literal), .ratio)
    }
  }
}
