/// What one scheme gives each household as income.
struct SchemeBenefit {
  let terms: Terms
  /// The income of each household, in the register's order.
  let amounts: [Money]

  /// The schemes of a settlement that give somebody income, in their order.
  static func all(in settlement: Settlement) -> [SchemeBenefit] {
    settlement.schemes.compactMap { terms in
      let lines = settlement.lines.filter {
        if case .income = $0.flow { $0.scheme == terms.name } else { false }
      }
      let amounts = settlement.register.indices.map { row in
        // With income below zero in another scheme a sum may pass what the whole was checked for.
        Money(fen: Int64(clamping: lines.reduce(0 as Int128) { $0 + Int128($1.fen[row]) }))
      }
      guard amounts.contains(where: { $0 > .zero }) else { return nil }
      return SchemeBenefit(terms: terms, amounts: amounts)
    }
  }
}
