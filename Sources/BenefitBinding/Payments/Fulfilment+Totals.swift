extension Fulfilment {
  /// Two seasons of one line taken together.
  ///
  /// A household is in the sum where it is in either; what it has in one only is taken as it is.
  ///
  /// - Throws: ``BenefitError`` where they are of two lines, or the amounts are too large.
  /// - Complexity: O(n log n) for n households, on average.
  public static func + (lhs: Self, rhs: Self) throws(BenefitError) -> Self {
    guard lhs.scheme == rhs.scheme && lhs.line == rhs.line else {
      throw failure(
        .mismatch,
        lhs.scheme,
        lhs.line,
        found: "it is not added to that of \"\(rhs.line)\" of \"\(rhs.scheme)\".",
        advice: "Add up seasons of one line."
      )
    }
    let second = Dictionary(uniqueKeysWithValues: rhs.entries.map { ($0.household, $0) })
    let first = Set(lhs.entries.map(\.household))
    let entries = try lhs.entries.map { (entry) throws(BenefitError) in
      guard let other = second[entry.household] else { return entry }
      return Entry(
        household: entry.household,
        promised: try sum(entry.promised, other.promised, lhs, entry),
        owed: try sum(entry.owed, other.owed, lhs, entry),
        paid: try sum(entry.paid, other.paid, lhs, entry)
      )
    }
    return try Self(
      scheme: lhs.scheme,
      line: lhs.line,
      entries: entries + rhs.entries.filter { !first.contains($0.household) }
    )
  }

  private static func sum(
    _ first: Money?,
    _ second: Money?,
    _ fulfilment: Fulfilment,
    _ entry: Entry
  ) throws(BenefitError) -> Money? {
    guard let first, let second else { return first ?? second }
    let (fen, overflowed) = first.fen.addingReportingOverflow(second.fen)
    guard !overflowed else {
      throw failure(
        .overflow,
        fulfilment.scheme,
        fulfilment.line,
        entry.household,
        found: "the sum of two seasons is more than 64 bits of fen can hold."
      )
    }
    return Money(fen: fen)
  }
}

// MARK: - Totals

extension Fulfilment {
  /// The amount promised to all households.
  public var promised: Money { total { $0.promised ?? .zero } }
  /// The amount owed to all households.
  public var owed: Money { total { $0.owed ?? .zero } }
  /// The amount paid to all households.
  public var paid: Money { total { $0.paid ?? .zero } }
  /// The amount promised and not owed, household by household; an excess for one makes up for no
  /// other.
  public var shortfall: Money { total(\.shortfall) }
  /// The amount owed and not paid, household by household.
  public var arrears: Money { total(\.arrears) }
  /// The amount paid and not owed, household by household.
  public var overpaid: Money { total(\.overpaid) }

  /// A sum over the households, which must fit in 64 bits of fen.
  private func total(_ amount: (Entry) -> Money) -> Money {
    entries.reduce(.zero) { $0 + amount($1) }
  }

  /// A row for each household and the totals; what a household is not listed with stays empty.
  public var table: Table {
    var table = Table(
      "household",
      .amount("promised"),
      .amount("owed"),
      .amount("paid"),
      .amount("shortfall"),
      .amount("arrears"),
      .amount("overpaid")
    )
    func text(_ amount: Money?) -> String { amount.map(\.description) ?? "" }
    for entry in entries {
      table.add(
        entry.household,
        text(entry.promised),
        text(entry.owed),
        text(entry.paid),
        text(entry.shortfall),
        text(entry.arrears),
        text(entry.overpaid)
      )
    }
    table.addTotals(
      text(promised),
      text(owed),
      text(paid),
      text(shortfall),
      text(arrears),
      text(overpaid)
    )
    return table
  }
}
