/// Citizens prepay for plots, trees or animals that a village tends for them.
///
/// An adopted unit may have a guaranteed yield. Where it bears less, the operator buys in what is
/// missing; what it bears beyond is the adopter's or the operator's, as the contract says. What a
/// contract lacks is left out, and the season need not state what only that part reads. The
/// households get rent for their land, pay for their work, and a share of the operator's margin.
///
/// ```swift
/// let pears = LandAdoption(
///   name: "Pear trees",
///   fee: .yuan(200),
///   guaranteed: "22 jin", replacement: "4.00",
///   costs: .fact(.adoptionCosts),
///   rent: .each(.yuan(600), per: .measure(.landArea)),
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
public struct LandAdoption: Scheme, Hashable {
  /// The name of the scheme.
  public let name: String

  /// The households that take part.
  public let members: Condition

  let fee: Amount?
  let guaranteed: QuantityFormula?
  let replacement: Amount?
  let surplusPrice: Amount?
  let costs: Amount
  let rent: Amount
  let labour: Amount
  let marginFraction: Ratio
  let marginKey: Key

  /// Describes an adoption scheme.
  ///
  /// - Parameters:
  ///   - name: What the scheme is called.
  ///   - members: The households that take part.
  ///   - fee: What an adopter prepays for one unit; with `nil` no margin is worked out.
  ///   - guaranteed: What an adopter is sure of for one unit; nothing if left out.
  ///   - replacement: What it costs to buy in one unit of yield that is missing; it is not bought in if
  ///     left out.
  ///   - surplusPrice: What the operator sells one unit of yield beyond the guaranteed one for; it is the
  ///     adopter's if left out.
  ///   - costs: The operator's costs, without rent and labour.
  ///   - rent: The rent for a household's land.
  ///   - labour: The pay for a household's work.
  ///   - marginFraction: The fraction of the operator's margin that is the households'.
  ///   - marginKey: How that part is shared.
  public init(
    name: String,
    members: Condition = .always,
    fee: Amount? = nil,
    guaranteed: QuantityFormula? = nil,
    replacement: Amount? = nil,
    surplusPrice: Amount? = nil,
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
    self.surplusPrice = surplusPrice
    self.costs = costs
    self.rent = rent
    self.labour = labour
    self.marginFraction = marginFraction
    self.marginKey = marginKey
  }

  /// The rent, the labour, and the margin of the operator.
  public var clauses: [Clause] {
    if rent != .zero { Payment("rent", each: rent, as: .property) }
    if labour != .zero { Payment("labour", each: labour, as: .wage) }
    if let fee {
      Distribution("adoption margin", of: margin(fee)) {
        if marginFraction != .zero {
          Tier(.fraction(.fixed(marginFraction), of: .pot), by: marginKey, as: .property)
        }
        Tier(.rest, to: .operator)
      }
    }
  }

  /// Returns the amount that fees and sales leave the operator.
  private func margin(_ fee: Amount) -> Amount {
    let units = QuantityFormula.measure(.unitsAdopted)
    let yield = QuantityFormula.measure(.yieldPerUnit)
    var margin = Amount.each(fee, per: units).named("fees")
    if let surplusPrice {
      let beyond = guaranteed.map { .excess(of: yield, over: $0) } ?? yield
      margin = margin + .each(surplusPrice, per: units * beyond).named("surplus sold")
    }
    if let guaranteed, let replacement {
      let missing = units * .excess(of: guaranteed, over: yield)
      margin = margin - .each(replacement, per: missing).named("yield bought in")
    }
    if costs != .zero { margin = margin - costs }
    if rent != .zero { margin = margin - .total(of: "rent") }
    if labour != .zero { margin = margin - .total(of: "labour") }
    return margin
  }
}

extension Measure {
  /// Plots, trees or animals that citizens adopted.
  public static let unitsAdopted = Self(.unitsAdopted, in: Quantity.Unit(.unit))
  /// The yield of one adopted unit.
  public static let yieldPerUnit = Self(.yieldPerUnit, in: .jin)
}

extension MoneyFact {
  /// The cost of tending adopted units, without rent and labour.
  public static let adoptionCosts = Self(.adoptionCosts)
}

extension LandAdoption: NamedModel {
  enum CodingKeys: CodingKey {
    case name, members, fee, guaranteed, replacement, surplusPrice, costs, rent, labour,
      marginFraction, marginKey
  }

  static let model = "land adoption"

  init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      name: parts[.name],
      members: parts[.members, or: .always],
      fee: parts[ifPresent: .fee],
      guaranteed: parts[ifPresent: .guaranteed],
      replacement: parts[ifPresent: .replacement],
      surplusPrice: parts[ifPresent: .surplusPrice],
      costs: parts[.costs, or: .zero],
      rent: parts[.rent, or: .zero],
      labour: parts[.labour, or: .zero],
      marginFraction: parts[.marginFraction, or: .zero],
      marginKey: parts[.marginKey, or: .household]
    )
    let ofFee: [Any?] = [guaranteed, replacement, surplusPrice]
    guard
      fee != nil || (ofFee.allSatisfy { $0 == nil } && costs == .zero && marginFraction == .zero)
    else {
      throw BenefitError(
        .missing,
        found: Phrase(
          en: "A margin is what adopters pay less what they are owed, and no fee is stated.",
          zh: "认领结余以认领费为准，而没有写明认领费。"
        ),
        advice: Phrase(
          en: "Give the fee, or leave out what is taken from it.",
          zh: "请填写「fee」，或删去与认领费有关的各项。"
        )
      )
    }
  }
}
