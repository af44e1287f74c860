public import BenefitBinding

extension Measure {
  /// Offspring that a household sold in the season.
  public static let offspringSold = Self(.offspringSold, in: .head)
  /// Offspring of its own that a household has at the end of the season.
  public static let offspringKept = Self(.offspringKept, in: .head)
  /// Offspring of its own that a household had at the end of the season before.
  public static let offspringKeptBefore = Self(.offspringKeptBefore, in: .head)
  /// Lent animals that became a household's own.
  public static let stockKept = Self(.stockKept, in: .head)
}

extension MoneyFact {
  /// The deposit that a household has with its lender.
  public static let depositHeld = Self(.depositHeld)
  /// The part of its deposit that a household forfeited in the season.
  public static let depositForfeited = Self(.depositForfeited)
  /// The money that an insurer paid a household for dead animals.
  public static let insurancePayout = Self(.insurancePayout)
}

/// Households borrow stock, pay for it in offspring, and live from the offspring that are left.
///
/// An ``InKindLedger`` counts the animals; this scheme says what of them is income.
///
/// ```swift
/// let prices = try PriceBook([.lamb: ["2018-01-01": "650.00"]])
/// let scheme = LambsForEwes(
///   name: "Lambs for ewes",
///   sales: Purchase(
///     "lambs sold", of: .measure(.offspringSold), at: .fact(.marketPrice),
///     inputs: .each("180.00", per: .measure(.offspringSold))),
///   depositHeld: .fact(.depositHeld),
///   offspringPrice: .fixed(try prices.price(of: .lamb, on: "2018-12-31")))
/// ```
///
/// What is delivered, passed on or brought back is no one's sale and stands in no line. A deposit is
/// the household's own money in other hands: a holding while it is held, and no income when it is
/// refunded; what of it is forfeited is a cost. Animals kept count only where a price values them, such as
/// that of a ``PriceBook``: as a holding or, where the programme counts the change of stock, as income.
///
/// Lines: the sale (business income) and its inputs (a cost), `costs` (a cost), `deposit` (a
/// holding), `deposit forfeited` (a cost), `insurance` (an addition: it stands in place of animals),
/// `offspring kept` and `stock kept` (holdings), `growth of the herd` (business income) and `decline of
/// the herd` (a cost).
public struct LambsForEwes: Scheme, Hashable, Codable {
  /// The name of the scheme.
  public var name: String

  /// The households that take part.
  public var members: Condition

  /// The sale of offspring, with what it cost to raise those that are sold.
  public var sales: Purchase

  /// The cost to each household of keeping the herd, or `nil` if it is not stated.
  public var costs: Amount?

  /// The deposit that each household has with its lender, or `nil` where there is none.
  public var depositHeld: Amount?

  /// The part of its deposit that each household forfeited, or `nil` if nothing is forfeited.
  public var depositForfeited: Amount?

  /// The money that an insurer paid each household for dead animals, or `nil` if nobody insures
  /// them.
  public var insurance: Amount?

  /// The price at which each of the offspring kept is valued, or `nil` if they are not valued.
  public var offspringPrice: Amount?

  /// The price at which lent stock is valued once it is the household's, or `nil` if it is not valued.
  public var stockPrice: Amount?

  /// True if the change in the offspring kept since the season before counts as income.
  ///
  /// What was kept before is valued at the same price, so that a price alone makes no income.
  public var countsChange: Bool

  /// Describes a scheme of lambs for ewes.
  ///
  /// - Parameters:
  ///   - name: What the scheme is called.
  ///   - members: The households that take part.
  ///   - sales: The sale of offspring.
  ///   - costs: What keeping the herd costs each household.
  ///   - depositHeld: The deposit that each household has with its lender.
  ///   - depositForfeited: What of its deposit each household forfeited.
  ///   - insurance: What an insurer paid each household for dead animals.
  ///   - offspringPrice: At which price offspring kept are valued.
  ///   - stockPrice: At which price stock is valued that became the household's.
  ///   - countsChange: Whether the change of the offspring kept counts as income.
  public init(
    name: String,
    members: Condition = .always,
    sales: Purchase,
    costs: Amount? = nil,
    depositHeld: Amount? = nil,
    depositForfeited: Amount? = nil,
    insurance: Amount? = nil,
    offspringPrice: Amount? = nil,
    stockPrice: Amount? = nil,
    countsChange: Bool = false
  ) {
    self.name = name
    self.members = members
    self.sales = sales
    self.costs = costs
    self.depositHeld = depositHeld
    self.depositForfeited = depositForfeited
    self.insurance = insurance
    self.offspringPrice = offspringPrice
    self.stockPrice = stockPrice
    self.countsChange = countsChange
  }

  /// The sale, the costs, and what the household holds.
  public var clauses: [Clause] {
    sales
    if let costs { Payment("costs", each: costs, as: .cost) }
    if let depositHeld { Payment("deposit", each: depositHeld, as: .holding) }
    if let depositForfeited { Payment("deposit forfeited", each: depositForfeited, as: .cost) }
    if let insurance { Payment("insurance", each: insurance, as: .addition) }
    if let offspringPrice {
      let kept = Amount.each(offspringPrice, per: .measure(.offspringKept))
      Payment("offspring kept", each: kept, as: .holding)
    }
    if let stockPrice {
      Payment("stock kept", each: .each(stockPrice, per: .measure(.stockKept)), as: .holding)
    }
    if let offspringPrice, countsChange {
      let kept = Amount.each(offspringPrice, per: .measure(.offspringKept))
      let before = Amount.each(offspringPrice, per: .measure(.offspringKeptBefore))
      Payment("growth of the herd", each: .excess(of: kept, over: before), as: .business)
      Payment("decline of the herd", each: .excess(of: before, over: kept), as: .cost)
    }
  }
}
