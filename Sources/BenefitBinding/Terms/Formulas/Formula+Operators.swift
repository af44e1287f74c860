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

// MARK: - Quotients

extension Formula where Value == Money {
  /// An amount for each unit of a quantity that is one for all, such as a profit by all persons.
  ///
  /// It is an error if the quantity is zero. What differs from gaqa to gaqa or household to household is
  /// divided by only where the quotient is rounded at once, with ``rounded(_:)``.
  public static func / (lhs: Self, rhs: QuantityFormula) -> Self {
    Self(.quotient(lhs.expression, rhs.expression))
  }

  /// The mean of an amount over the members of the scheme, or over what they have of a quantity.
  ///
  /// ```swift
  /// let perPerson = Amount.mean(of: .line("dividend"), per: .persons, where: .status(.belowNationalLine))
  /// ```
  ///
  /// - Parameters:
  ///   - amount: The amount of each member.
  ///   - quantity: The quantity that it is a mean over: households if left out.
  ///   - condition: The members that count; all if left out. It is an error if they have none of the quantity.
  /// - Returns: The amount of all divided by the quantity of all.
  public static func mean(
    of amount: Self,
    per quantity: QuantityFormula = .household,
    where condition: Condition = .always
  ) -> Self {
    .membersTotal(amount, where: condition) / .membersTotal(quantity, where: condition)
  }
}

extension Formula where Value == Quantity {
  /// The mean of a quantity over the members of the scheme, or over what they have of another quantity.
  ///
  /// - Parameters:
  ///   - quantity: The quantity of each member.
  ///   - other: The quantity that it is a mean over: households if left out.
  ///   - condition: The members that count; all if left out. It is an error if they have none of the other.
  /// - Returns: The quantity of all for each unit of the other.
  public static func mean(
    of quantity: Self,
    per other: Self = .household,
    where condition: Condition = .always
  ) -> Self {
    let all = Self.membersTotal(other, where: condition)
    return .fraction(.ratio(of: other.one, to: all), of: .membersTotal(quantity, where: condition))
  }
}

extension Formula where Value == Ratio {
  /// The ratio of two amounts, such as a part of all sales; it is an error if the second is zero.
  ///
  /// The second is one for all, as for quotients of amounts by quantities.
  public static func ratio(of first: Amount, to second: Amount) -> Self {
    Self(.quotient(first.expression, second.expression))
  }

  /// The ratio of two quantities of one unit; it is an error if the second is zero.
  ///
  /// The second is one for all, as for quotients of amounts by quantities.
  public static func ratio(of first: QuantityFormula, to second: QuantityFormula) -> Self {
    Self(.quotient(first.expression, second.expression))
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
      a formula is divided by a whole number (Int64), and an amount by a quantity. For a part write \
      amount * "1/3"; the ratio of two amounts is Rate.ratio(of:to:).
      """
  )
  public static func / <Other>(lhs: Self, rhs: Other) -> Self { lhs }
}
