/// Citizens prepay for plots, trees or animals that a village tends for them.
///
/// Each adopted unit has a guaranteed yield. Where it bears less, the operator buys in what is
/// missing; what it bears beyond is the adopter's or the operator's, as the contract says. The
/// households get rent for their land, pay for their work, and a share of the operator's margin.
///
/// ```swift
/// let pears = LandAdoption(
///   name: "Pear trees",
///   fee: .yuan(200),
///   guaranteed: "22 jin", replacement: "4.00", surplus: .adopter,
///   costs: .fact(.adoptionCosts),
///   rent: .rate(.yuan(600), per: .measure(.landArea)),
///   marginFraction: .percent(40))
/// ```
///
/// The season states ``Measure/unitsAdopted`` and the ``Measure/yieldPerUnit`` as the mean of all units;
/// a season with units of different yields is settled with one scheme for each kind.
///
/// Lines: `rent` (property income), `labour` (wage income), `adoption margin` (property income).
///
/// Source: "Happiness Pastorale" in the form of land adoption, Longhuqu village, Ordos propaganda
/// department, Xinhua Silk Road, 2017-09-10, which gives no figure; the terms follow published
/// adoptions of pear trees (She county, Anhui, 2023).
public struct LandAdoption: Scheme, Hashable, Codable {
  /// Whose a yield beyond the guaranteed one is.
  public enum Surplus: Hashable, Codable, Sendable {
    /// The adopter gets all that grew.
    case adopter
    /// The operator sells it at a price for each unit of yield.
    case `operator`(price: Amount)
  }

  /// What the scheme is called.
  public var name: String

  /// The households that take part.
  public var members: Condition

  /// What an adopter prepays for one unit.
  public var fee: Amount

  /// What an adopter is sure of for one unit.
  public var guaranteed: Volume

  /// What it costs to buy in one unit of yield that is missing.
  public var replacement: Amount

  /// Whose a yield beyond the guaranteed one is.
  public var surplus: Surplus

  /// The operator's costs, without rent and labour.
  public var costs: Amount

  /// The rent for a household's land.
  public var rent: Amount

  /// The pay for a household's work.
  public var labour: Amount

  /// The fraction of the operator's margin that is the households'.
  public var marginFraction: Ratio

  /// How that part is shared.
  public var marginKey: Key

  /// Describes an adoption scheme.
  ///
  /// - Parameters:
  ///   - name: What the scheme is called.
  ///   - members: The households that take part.
  ///   - fee: What an adopter prepays for one unit.
  ///   - guaranteed: What an adopter is sure of for one unit.
  ///   - replacement: What it costs to buy in one unit of yield that is missing.
  ///   - surplus: Whose a yield beyond the guaranteed one is.
  ///   - costs: The operator's costs, without rent and labour.
  ///   - rent: The rent for a household's land.
  ///   - labour: The pay for a household's work.
  ///   - marginFraction: The fraction of the operator's margin that is the households'.
  ///   - marginKey: How that part is shared.
  public init(
    name: String,
    members: Condition = .always,
    fee: Amount,
    guaranteed: Volume,
    replacement: Amount,
    surplus: Surplus = .adopter,
    costs: Amount = .zero,
    rent: Amount = .zero,
    labour: Amount = .zero,
    marginFraction: Ratio = .zero,
    marginKey: Key = .household
  ) {
    self.name = name
    self.members = members
    self.fee = fee
    self.guaranteed = guaranteed
    self.replacement = replacement
    self.surplus = surplus
    self.costs = costs
    self.rent = rent
    self.labour = labour
    self.marginFraction = marginFraction
    self.marginKey = marginKey
  }

  /// The rent, the labour, and the margin of the operator.
  public var clauses: [Clause] {
    let units = Volume.measure(.unitsAdopted)
    let yield = Volume.measure(.yieldPerUnit)
    let missing = units.times(guaranteed.atLeast(yield) - yield)
    let beyond = units.times(yield.atLeast(guaranteed) - guaranteed)
    let fees = Amount.rate(fee, per: units).named("fees")
    let earned =
      if case .operator(let price) = surplus {
        fees + .rate(price, per: beyond).named("surplus sold")
      } else { fees }
    Payment("rent", each: rent, as: .property)
    Payment("labour", each: labour, as: .wage)
    Distribution(
      "adoption margin",
      of: earned - .rate(replacement, per: missing).named("yield bought in") - costs
        - .total(of: "rent") - .total(of: "labour")
    ) {
      Tier(.fraction(.fixed(marginFraction), of: .pot), by: marginKey, as: .property)
      Tier(.rest, to: .operator)
    }
  }
}

extension Measure {
  /// Plots, trees or animals that citizens adopted.
  public static let unitsAdopted = Self("units adopted", in: Quantity.Unit("unit"))
  /// What one adopted unit bore.
  public static let yieldPerUnit = Self("yield per unit", in: .jin)
}

extension MoneyFact {
  /// What tending adopted units cost, without rent and labour.
  public static let adoptionCosts = Self("adoption costs")
}
