extension Books {
  /// Enters a balance that was there before the first season that is settled, in place of what the books say of it.
  ///
  /// ```swift
  /// var books = Books()
  /// try books.enter(.yuan(30_000), as: .account(.reserve), of: "Breeding cooperative")
  /// try books.enter(.yuan(20_000), as: .loss, of: "Breeding cooperative")
  /// let settlement = try cooperative.settle(season, for: register, books: books)
  /// ```
  ///
  /// - Parameters:
  ///   - amount: The balance; of a loss zero or more.
  ///   - item: The kind of the balance.
  ///   - scheme: The scheme it belongs to, `nil` for an account of the programme.
  ///   - gaqa: The gaqa it belongs to, `nil` for all members.
  /// - Throws: ``BenefitError`` where no settlement would have left such a balance.
  /// - Complexity: O(n) for n balances.
  public mutating func enter(
    _ amount: Money,
    as item: Item,
    of scheme: String?,
    gaqa: String? = nil
  ) throws(BenefitError) {
    try enter([(gaqa, amount)], as: item, of: scheme)
  }

  /// Enters the balances of one item in several gaqas.
  ///
  /// - Throws: ``BenefitError`` where no settlement would have left such balances.
  package mutating func enter(
    _ amounts: [(gaqa: String?, amount: Money)],
    as item: Item,
    of scheme: String?
  ) throws(BenefitError) {
    var ledger = Ledger(self)
    for (gaqa, amount) in amounts {
      try Balance(scheme: scheme, gaqa: gaqa, item: item, amount: amount).check()
      ledger.set(amount.fen, for: item, scheme: scheme, gaqa: gaqa)
    }
    self = ledger.books(in: currency)
  }

  /// Enters what households held of a line before the first season that is settled, in place of what the books
  /// say of it.
  ///
  /// ```swift
  /// var books = Books()
  /// try books.enter(["NLX-07": .yuan(7_246)], heldIn: "dividend: retained", of: "Breeding cooperative")
  /// ```
  ///
  /// - Parameters:
  ///   - amounts: What each household holds; one that is left out holds nothing.
  ///   - line: The line that adds to it.
  ///   - scheme: The scheme it belongs to.
  /// - Throws: ``BenefitError`` where a name is none of one line, or all hold more than 64 bits of fen.
  /// - Complexity: O(n log n) for n households.
  public mutating func enter(
    _ amounts: [Household.ID: Money],
    heldIn line: String,
    of scheme: String
  ) throws(BenefitError) {
    let held = amounts.filter { $0.value != .zero }.sorted { $0.key < $1.key }
    let holding = Holding(
      scheme: scheme,
      line: line,
      ids: held.map(\.key),
      fen: held.map(\.value.fen)
    )
    try holding.check()
    var ledger = Ledger(self)
    ledger.set(holding)
    self = ledger.books(in: currency)
  }
}
