/// Work that a scheme gives to members of households.
///
/// ```swift
/// let months = QuantityFormula.measure(.workers) * "12 months"
/// let cleaning = Employment("Clean-keeping team", work: months, pay: .yuan(2_000))
/// ```
public struct Employment: Hashable, Sendable {
  let name: String
  let work: QuantityFormula
  let pay: Amount
  let displaced: Amount?
  let condition: Condition
  let rounding: Rounding
  let flow: Flow

  /// Describes jobs.
  ///
  /// - Parameters:
  ///   - name: What the wages are called in statements, unlike any other line of the scheme.
  ///   - work: How much work a household's members did.
  ///   - pay: The pay for one unit of work.
  ///   - displaced: What the household gives up for the job; it is taken off the net gain on a line
  ///     of its own, named after the job.
  ///   - condition: Who works.
  ///   - rounding: How each household's pay, and what it gives up, is rounded.
  ///   - flow: What the pay is to a household, where it is no income from wages, such as a subsidy for a post.
  public init(
    _ name: String,
    work: QuantityFormula,
    pay: Amount,
    displaced: Amount? = nil,
    where condition: Condition = .always,
    rounded rounding: Rounding = .halfUp(to: .fen),
    as flow: Flow = .wage
  ) {
    self.name = name
    self.work = work
    self.pay = pay
    self.displaced = displaced
    self.condition = condition
    self.rounding = rounding
    self.flow = flow
  }

  /// The wages, and what they displace where that is said.
  var payments: [Payment] {
    let pay = Amount.each(pay, per: work)
    let wages = Payment(name, each: pay, where: condition, rounded: rounding, as: flow)
    guard let displaced else { return [wages] }
    return [
      wages,
      Payment(
        "\(name): displaced",
        each: displaced,
        where: condition,
        rounded: rounding,
        as: .cost
      ),
    ]
  }
}
