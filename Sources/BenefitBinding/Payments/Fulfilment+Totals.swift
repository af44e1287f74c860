extension Fulfilment {
  /// Two seasons of one line taken together.
  ///
  /// A household is in the sum where it is in either; what it has in one only is taken as it is.
  ///
  /// - Throws: ``BenefitError`` where they are of two lines or in two currencies, or the amounts are too large.
  /// - Complexity: O(n log n) for n households, on average.
  public static func + (lhs: Self, rhs: Self) throws(BenefitError) -> Self {
    guard lhs.scheme == rhs.scheme && lhs.line == rhs.line else {
      throw BenefitError(
        .mismatch,
        found: Phrase(
          en: "it is not added to that of \"\(rhs.line)\" of \"\(rhs.scheme)\".",
          zh: "不能与「\(rhs.scheme)」的「\(StandardLine.words(rhs.line, in: .simplifiedChinese))」相加。"
        ),
        advice: Phrase(en: "Add up seasons of one line.", zh: "请只将同一项目的各期相加。")
      )
      .within(places(lhs.scheme, lhs.line))
    }
    try lhs.currency.requireSame(as: rhs.currency, at: places(lhs.scheme, lhs.line))
    // Where all of it fits, so does each sum.
    guard lhs.magnitude + rhs.magnitude <= Int128(Int64.max) else { throw lhs.tooMuch }
    func sum(_ first: Money?, _ second: Money?) -> Money? {
      guard let first, let second else { return first ?? second }
      return first + second
    }
    let second = Dictionary(uniqueKeysWithValues: rhs.entries.map { ($0.household, $0) })
    let first = Set(lhs.entries.map(\.household))
    let entries = lhs.entries.map { entry in
      let other = second[entry.household]
      return Entry(
        household: entry.household,
        promised: sum(entry.promised, other?.promised),
        owed: sum(entry.owed, other?.owed),
        paid: sum(entry.paid, other?.paid)
      )
    }
    return try Self(
      scheme: lhs.scheme,
      line: lhs.line,
      in: lhs.currency,
      entries: entries + rhs.entries.filter { !first.contains($0.household) }
    )
  }

  /// Returns an amount of all households together.
  ///
  /// Gaps are added up household by household: an excess for one makes up for no other.
  ///
  /// - Parameter amount: The amount of each household, such as `\.arrears`; `nil` counts as zero.
  /// - Returns: The sum.
  /// - Precondition: The sum fits in 64 bits of fen, as those of the entry's own amounts do.
  public func total(_ amount: (Entry) -> Money?) -> Money {
    entries.reduce(.zero) { $0 + (amount($1) ?? .zero) }
  }

  /// A row for each household and the totals; what a household is not listed with stays empty.
  public func table(in language: Language = .english) -> Table {
    let columns: [(title: Table.Column, amount: (Entry) -> Money?)] = [
      (.amount(en: "promised", zh: "承诺"), \.promised), (.amount(en: "owed", zh: "应付"), \.owed),
      (.amount(en: "paid", zh: "已付"), \.paid), (.amount(en: "shortfall", zh: "少付"), \.shortfall),
      (.amount(en: "arrears", zh: "拖欠"), \.arrears),
      (.amount(en: "overpaid", zh: "多付"), \.overpaid),
    ]
    var table = Table([.words(en: "household", zh: "户")] + columns.map(\.title), in: language)
    for entry in entries {
      table.add([entry.household] + columns.map { $0.amount(entry).map(currency.text) ?? "" })
    }
    table.addTotals(columns.map { currency.text(total($0.amount)) })
    return table
  }
}
