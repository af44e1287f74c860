/// A formula for a quantity: what is delivered, worked, lent or let, and the rules that count it.
///
/// ```swift
/// let paidTonnes = QuantityFormula.measure(.fodderDelivered).roundedUpToWholeUnits().atLeast("1 t")
/// let harvest = QuantityFormula.each("1,500 kg", per: .measure(.landArea))
/// ```
public typealias QuantityFormula = Formula<Quantity>

extension Formula where Value == Quantity {
  /// The quantity that the register or the season states under a name.
  public static func measure(_ measure: Measure) -> Self { Self(.measure(measure)) }

  /// A fixed quantity.
  public static func fixed(_ quantity: Quantity) -> Self { Self(.constant(Figure(quantity))) }

  /// The number of members of the household.
  public static var persons: Self { Self(.persons) }

  /// One for each household.
  public static var household: Self { Self(.household) }

  /// The quantity that an earlier ``Allotment`` of the same scheme gave each household, by its name.
  ///
  /// It is an error if the allotment counts another unit.
  public static func line(_ name: String, in unit: Quantity.Unit) -> Self {
    Self(.line(name, unit: unit))
  }

  /// The quantity that an earlier ``Allotment`` of the same scheme gave all households together, by its name.
  public static func total(of name: String, in unit: Quantity.Unit) -> Self {
    Self(.total(name, unit: unit))
  }

  /// The sum over the members of the scheme, or of the gaqa where each has a pot: the eggs that all delivered,
  /// or, of `.household`, the number of members.
  ///
  /// - Parameters:
  ///   - quantity: The quantity that is totalled.
  ///   - condition: The members that count; all if left out.
  /// - Returns: One quantity for all, or for each gaqa.
  public static func membersTotal(_ quantity: Self, where condition: Condition = .always) -> Self {
    Self(.membersTotal(quantity.counted(where: condition, orElse: quantity.none).expression))
  }

  /// None of the quantity.
  private var none: Self { Self(expression.noUnits) }

  /// One unit of the quantity.
  var one: Self { Self(.constant(Figure(.whole, .quantity(expression.requiredUnit)))) }

  /// The quantity with a part of a unit counted as a whole one.
  public func roundedUpToWholeUnits() -> Self { Self(.rounded(expression, .up(to: .fen))) }
}
