/// Agencies and enterprises buy households' produce that is hard to sell.
///
/// Only what was bought counts, not what was signed, and what a household gains is not what it sold: the
/// price it would have had otherwise, and costs, come off.
///
/// ```swift
/// let mutton = ConsumptionAssistance(
///   name: "Dry mutton", bought: .measure(.produceBought), price: .yuan(117),
///   otherwise: .yuan(90))
/// ```
///
/// Lines: `sale` (business income), `sale: inputs` (a cost, where a variable cost is stated), `sale
/// otherwise` (a cost: what the produce would have brought without the programme, where it is
/// stated). For produce that nobody would have bought, leave `otherwise` at zero and state its
/// variable costs instead.
///
/// What was bought may come from a ledger of contracts: see `Procurement.facts(for:as:)` of `BenefitLedgers`.
///
/// Source: 消费帮扶 in Ordos, 2020-2022 (machine translation "Consumption assistance to break the rural
/// revitalization"); per-person figures there are sales, not income.
public struct ConsumptionAssistance: Scheme, Hashable {
  /// The name of the scheme.
  public let name: String

  /// The households that take part.
  public let members: Condition

  let bought: QuantityFormula
  let price: Amount
  let otherwise: Amount
  let variableCost: Amount

  /// Describes directed purchases.
  ///
  /// - Parameters:
  ///   - name: What the scheme is called.
  ///   - members: The households that take part.
  ///   - bought: What was bought from each household.
  ///   - price: The price of one unit.
  ///   - otherwise: What one unit would have brought without the programme.
  ///   - variableCost: What one unit costs the household, where it would not have been sold.
  public init(
    name: String,
    members: Condition = .always,
    bought: QuantityFormula = .measure(.produceBought),
    price: Amount,
    otherwise: Amount = .zero,
    variableCost: Amount = .zero
  ) {
    self.name = name
    self.members = members
    self.bought = bought
    self.price = price
    self.otherwise = otherwise
    self.variableCost = variableCost
  }

  /// The sale and what comes off it.
  public var clauses: [Clause] {
    Purchase(
      "sale",
      of: bought,
      at: price,
      inputs: variableCost == .zero ? nil : .each(variableCost, per: bought)
    )
    if otherwise != .zero {
      Payment("sale otherwise", each: .each(otherwise, per: bought), as: .cost)
    }
  }
}

extension Measure {
  /// Produce that directed purchases took, by weight.
  public static let produceBought = Self(.produceBought, in: .jin)
}

extension MoneyFact {
  /// The sales of a household under procurement contracts.
  public static let procurementSales = Self(.procurementSales)
  /// The money that the same produce would have brought otherwise.
  public static let procurementOtherwise = Self(.procurementOtherwise)
}

extension ConsumptionAssistance {
  /// Purchases at the values that a `Procurement` recorded, whatever its contracts' prices.
  ///
  /// It has the lines `sale` (business income) and `sale otherwise` (a cost) and settles from
  /// `Procurement.facts(for:as:)` of `BenefitLedgers`, to the fen that was paid.
  ///
  /// - Parameters:
  ///   - name: What the scheme is called.
  ///   - members: The households that take part; what others sold is left out.
  /// - Returns: The terms.
  public static func recorded(_ name: String, members: Condition = .always) -> Terms {
    Terms(name: name, members: members) {
      Payment("sale", each: .fact(.procurementSales), as: .business)
      Payment("sale otherwise", each: .fact(.procurementOtherwise), as: .cost)
    }
  }
}

extension ConsumptionAssistance: NamedModel {
  enum CodingKeys: CodingKey { case name, members, bought, price, otherwise, variableCost }

  static let model = "consumption assistance"

  init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      name: parts[.name],
      members: parts[.members, or: .always],
      bought: parts[.bought, or: .measure(.produceBought)],
      price: parts[.price],
      otherwise: parts[.otherwise, or: .zero],
      variableCost: parts[.variableCost, or: .zero]
    )
  }
}
