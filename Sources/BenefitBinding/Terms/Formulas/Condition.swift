/// A formula that is true or false of a household: who takes part, who is eligible, which rule holds.
///
/// ```swift
/// let poor = Condition.status(.belowNationalLine, .belowMunicipalAllowance)
/// let eligible = poor && .atLeast(.measure(.landArea), "1 mu")
/// ```
public typealias Condition = Formula<Bool>

extension Formula where Value == Bool {
  /// True of every household.
  public static var always: Self { Self(.constant(Figure(.whole, .ratio))) }

  /// True where the household's status is one of those named.
  public static func status(_ statuses: Status...) -> Self { .status(statuses) }

  /// True where the household's status is in a list.
  public static func status(_ statuses: [Status]) -> Self { Self(.status(statuses)) }

  /// True where the household lives in one of the gaqas named.
  public static func gaqa(_ names: String...) -> Self { .gaqa(names) }

  /// True where the household lives in a gaqa of a list.
  public static func gaqa(_ names: [String]) -> Self { Self(.gaqa(names)) }

  /// True of the households named, by their ids.
  ///
  /// Settling refuses an id that the register does not hold.
  public static func household(_ ids: Household.ID...) -> Self { .household(ids) }

  /// True of the households of a list, by their ids.
  public static func household(_ ids: [Household.ID]) -> Self { Self(.id(ids)) }

  /// True where the household has any of a measure at all.
  ///
  /// So a measure serves as a tag of households, such as members with a disability:
  ///
  /// ```swift
  /// let disabled = Measure("members with a disability", in: .person)
  /// let care = Payment("care", each: .yuan(600), where: .having(disabled), as: .transfer)
  /// ```
  public static func having(_ measure: Measure) -> Self {
    .moreThan(.measure(measure), .fixed(Quantity(0, measure.unit)))
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

// MARK: - Comparisons

extension Formula where Value == Bool {
  /// True where the first value is at least the second, such as a profit, persons or land.
  public static func atLeast<Number: FormulaNumber>(
    _ first: Formula<Number>,
    _ second: Formula<Number>
  ) -> Self {
    Self(.atLeast(first.expression, second.expression))
  }

  /// True where the first value is at most the second.
  public static func atMost<Number: FormulaNumber>(
    _ first: Formula<Number>,
    _ second: Formula<Number>
  ) -> Self {
    .atLeast(second, first)
  }

  /// True where the first value is more than the second.
  public static func moreThan<Number: FormulaNumber>(
    _ first: Formula<Number>,
    _ second: Formula<Number>
  ) -> Self {
    !.atMost(first, second)
  }

  /// True where the first value is less than the second.
  public static func lessThan<Number: FormulaNumber>(
    _ first: Formula<Number>,
    _ second: Formula<Number>
  ) -> Self {
    !.atLeast(first, second)
  }

  /// True where two values are the same.
  public static func equal<Number: FormulaNumber>(
    _ first: Formula<Number>,
    _ second: Formula<Number>
  ) -> Self {
    .atLeast(first, second) && .atMost(first, second)
  }
}
