import BenefitBinding

/// The income that one scheme gives each household.
struct SchemeBenefit {
  let terms: Terms
  let funding: Funding
  /// The income of each household, in the register's order.
  let amounts: [Money]

  /// The schemes of a settlement that give somebody income, in their order.
  static func all(in settlement: Settlement) -> [SchemeBenefit] {
    settlement.schemes.compactMap { terms in
      let amounts = settlement.grossColumn(of: terms.name)
      guard amounts.contains(where: { $0 > .zero }) else { return nil }
      return SchemeBenefit(terms: terms, funding: settlement.funding(of: terms), amounts: amounts)
    }
  }
}
