/// Produce that households sell at an agreed price.
///
/// The price is any ``Amount``, the quantity any ``QuantityFormula``, so the rules of the field are short:
///
/// ```swift
/// let eggs = QuantityFormula.measure(.eggsDelivered)
///
/// // A protective price: the market's, but never less than the floor.
/// let protective = Amount.greater(of: .fixed("1.00"), .fact(.marketPrice))
/// // A floor with 60 % of what the market pays beyond it.
/// let shared = "1.00" + Amount.fraction(.percent(60), of: .excess(of: .fact(.marketPrice), over: "1.00"))
/// // The market's price and a premium.
/// let premium = .fact(.marketPrice) + Amount.fixed("0.10")
///
/// let purchase = Purchase("Eggs", of: eggs, at: protective, inputs: .each("0.40", per: eggs))
/// ```
public struct Purchase: Hashable, Sendable {
  let name: String
  let quantity: QuantityFormula
  let price: Amount
  let inputs: Amount?
  let condition: Condition
  let rounding: Rounding
  let flow: Flow

  /// Describes a purchase.
  ///
  /// - Parameters:
  ///   - name: What it is called in statements, unlike any other line of the scheme.
  ///   - quantity: How much is bought from a household.
  ///   - price: The price of one unit.
  ///   - inputs: What the household pays for inputs that are not given free; they are taken off the
  ///     net gain on a line of their own, named after the purchase.
  ///   - condition: Who sells.
  ///   - rounding: How what each household is paid, or pays for inputs, is rounded.
  ///   - flow: What the sale is to a household, where it is not business income.
  public init(
    _ name: String,
    of quantity: QuantityFormula,
    at price: Amount,
    inputs: Amount? = nil,
    where condition: Condition = .always,
    rounded rounding: Rounding = .halfUp(to: .fen),
    as flow: Flow = .business
  ) {
    self.name = name
    self.quantity = quantity
    self.price = price
    self.inputs = inputs
    self.condition = condition
    self.rounding = rounding
    self.flow = flow
  }

  /// The sale, and the inputs where there are any.
  var payments: [Payment] {
    let sale = Payment(
      name,
      each: .each(price, per: quantity),
      where: condition,
      rounded: rounding,
      as: flow
    )
    guard let inputs else { return [sale] }
    return [
      sale,
      Payment("\(name): inputs", each: inputs, where: condition, rounded: rounding, as: .cost),
    ]
  }
}
