extension Settlement {
  /// The net gains of this settlement less those of an earlier one of the same season.
  ///
  /// After a look back, settle the past season again with the corrected roster or facts; the
  /// differences are what has still to be paid or asked back.
  ///
  /// Instalments of a year are settled the same way: settle the facts to date against the books that the
  /// year opened with, and pay the differences to the settlement before. Whatever the terms are, the
  /// payments add up to the settlement of the whole year.
  ///
  /// ```swift
  /// var paid: Settlement?
  /// for profit in [40_000, 90_000, 70_000, 164_000] as [Int64] {       // to date
  ///   let season = Season("2016 to date") { $0[.profit] = .yuan(profit) }
  ///   let toDate = try cooperative.settle(season, for: register)
  ///   for payment in try toDate.corrections(of: paid) { print(payment.household, payment.amount) }
  ///   paid = toDate
  /// }
  /// ```
  ///
  /// - Parameter earlier: The settlement that was acted upon, or `nil` where nothing was paid yet.
  /// - Returns: The amount owed in addition to each household whose net gain differs, below zero if less is
  ///   owed, in order of their ids.
  /// - Throws: ``BenefitError`` where the two are in two currencies, or a difference leaves 64 bits of fen.
  /// - Complexity: O(n log n) for n households.
  public func corrections(
    of earlier: Settlement?
  ) throws(BenefitError) -> [(household: Household.ID, amount: Money)] {
    if let earlier {
      try currency.requireSame(
        as: earlier.currency,
        of: Phrase(en: "the settlement is", zh: "本次结算"),
        and: Phrase(en: "the earlier one", zh: "前一次结算"),
        at: [.init("season", season.name)]
      )
    }
    var amounts: [Household.ID: Int128] = [:]
    for row in register.indices {
      amounts[register.ids[row], default: 0] += Int128(net(at: row).fen)
    }
    if let earlier {
      for row in earlier.register.indices {
        amounts[earlier.register.ids[row], default: 0] -= Int128(earlier.net(at: row).fen)
      }
    }
    return try amounts.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      .map { (household, fen) throws(BenefitError) in
        guard let fen = Int64(exactly: fen) else {
          throw tooLarge(.part(Phrase(en: "the correction", zh: "更正差额")), household)
        }
        return (household, Money(fen: fen))
      }
  }
}
