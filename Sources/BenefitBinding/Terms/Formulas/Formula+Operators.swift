// Sums stand at each kind by itself: the compiler then finds the kind of a long sum at once, where one
// generic operator made it try all.

extension Formula where Value: FormulaNumber {
  /// A fraction of a value.
  public static func * (lhs: Self, rhs: Rate) -> Self { .fraction(rhs, of: lhs) }

  /// A fraction of a value.
  public static func * (lhs: Rate, rhs: Self) -> Self { .fraction(lhs, of: rhs) }

  /// A multiple of a value.
  public static func * (lhs: Self, rhs: Int64) -> Self { .fraction(.fixed(Ratio(rhs)), of: lhs) }

  /// A multiple of a value.
  public static func * (lhs: Int64, rhs: Self) -> Self { rhs * lhs }

  /// An equal part of a value.
  ///
  /// - Precondition: The divisor is not zero.
  public static func / (lhs: Self, rhs: Int64) -> Self { .fraction(.fixed(Ratio(1, rhs)), of: lhs) }
}

extension Formula where Value == Ratio {
  /// The sum of two rates.
  public static func + (lhs: Self, rhs: Self) -> Self { Self(lhs.expression + rhs.expression) }

  /// The difference of two rates.
  public static func - (lhs: Self, rhs: Self) -> Self { Self(lhs.expression - rhs.expression) }

  /// A fraction of a rate.
  public static func * (lhs: Self, rhs: Self) -> Self { .fraction(rhs, of: lhs) }
}

extension Formula where Value == Quantity {
  /// The sum of two quantities of one unit.
  public static func + (lhs: Self, rhs: Self) -> Self { Self(lhs.expression + rhs.expression) }

  /// The difference of two quantities of one unit.
  public static func - (lhs: Self, rhs: Self) -> Self { Self(lhs.expression - rhs.expression) }

  /// A quantity for each unit of another, counted in the unit of the second: mu times kilograms for each mu.
  ///
  /// A literal here is a quantity, as in `land * "40 kg"`; a part of one is ``fraction(_:of:)``.
  public static func * (lhs: Self, rhs: Self) -> Self { .each(rhs, per: lhs) }

  /// A quantity for each unit of another, such as a yield for each mu or eggs for each hen.
  ///
  /// The result is counted in the unit of `perUnit`.
  public static func each(_ perUnit: Self, per quantity: QuantityFormula) -> Self {
    Self(.product(quantity.expression, perUnit.expression))
  }
}

extension Formula where Value == Money {
  /// The sum of two amounts.
  public static func + (lhs: Self, rhs: Self) -> Self { Self(lhs.expression + rhs.expression) }

  /// The difference of two amounts.
  public static func - (lhs: Self, rhs: Self) -> Self { Self(lhs.expression - rhs.expression) }

  /// An amount for each unit of a quantity, such as a price or a wage.
  public static func each(_ perUnit: Self, per quantity: QuantityFormula) -> Self {
    Self(.product(quantity.expression, perUnit.expression))
  }
}

// MARK: - What has no meaning

// The compiler looks at these only where nothing else fits, so they cost nothing until they are needed.
extension Formula {
  /// Refuses a sum of two kinds.
  @available(
    *,
    unavailable,
    message: """
      only formulas of one kind are added: an amount and an amount such as .yuan(5), a rate and a rate such as \
      "5%", a quantity and a quantity such as "5 mu". To add a part of an amount, write amount + amount * rate.
      """
  )
  public static func + <Other>(lhs: Self, rhs: Other) -> Self { lhs }

  /// Refuses a difference of two kinds.
  @available(
    *,
    unavailable,
    message: """
      only formulas of one kind are subtracted: an amount from an amount, a rate from a rate, a quantity from \
      a quantity. To take off a part of an amount, write amount - amount * rate.
      """
  )
  public static func - <Other>(lhs: Self, rhs: Other) -> Self { lhs }

  /// Refuses a product without meaning.
  @available(
    *,
    unavailable,
    message: """
      a formula is multiplied by a rate such as "50%" or a whole number (Int64). An amount for each unit of a \
      quantity is .each(amount, per: quantity); money times money has no meaning.
      """
  )
  public static func * <Other>(lhs: Self, rhs: Other) -> Self { lhs }

  /// Refuses a quotient that is no formula.
  @available(
    *,
    unavailable,
    message: """
      a formula is divided by a whole number (Int64) only. For a part write amount * "1/3"; a ratio of two \
      amounts is a fact that the season states, Rate.fact(_:).
      """
  )
  public static func / <Other>(lhs: Self, rhs: Other) -> Self { lhs }
}
