/// An amount that each household has coming by itself, from no common pot: a rent, a wage, a price.
///
/// An amount below zero pays nothing, and a ``Notice`` says what was below zero in all; only of what is
/// held, a ``Flow/holding``, such an amount takes away.
///
/// ``Purchase`` and ``Employment`` are payments with a form of their own; use this one for any
/// other.
///
/// ```swift
/// Payment("Land rent", each: .each(.yuan(510), per: .measure(.landArea)), as: .property)
/// ```
public struct Payment: Hashable, Sendable {
  let name: String
  let amount: Amount
  let condition: Condition
  let rounding: Rounding
  let flow: Flow

  /// The stated purpose of the payment, or `nil`.
  var purpose: Purpose?

  /// The parties that answer for the debt that it states, or `nil`.
  var liability: Liability?

  /// Describes a payment.
  ///
  /// - Parameters:
  ///   - name: What it is called in statements, unlike any other line of the scheme.
  ///   - amount: The formula of one household's payment.
  ///   - condition: Who is paid.
  ///   - rounding: How each payment is rounded.
  ///   - flow: What the payment does to a household's income.
  public init(
    _ name: String,
    each amount: Amount,
    where condition: Condition = .always,
    rounded rounding: Rounding = .halfUp(to: .fen),
    as flow: Flow
  ) {
    self.name = name
    self.amount = amount
    self.condition = condition
    self.rounding = rounding
    self.flow = flow
  }
}
