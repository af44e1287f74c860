/// The amounts promised, owed and paid, side by side and never mixed.
///
/// A promise is a figure that somebody named, or the outcome of the same terms with facts that were
/// expected; what is owed follows from the terms and from what happened; what was paid is what reached
/// the households. Each household has all three, and a household that is on one list and not on another
/// is shown with what it has.
///
/// ```swift
/// let expected = Season(2016) { $0[.profit] = .yuan(200_000) }
/// let promised = try cooperative.settle(expected, for: register)
/// let payout = try settlement.payout(of: "dividend", with: .yuan(100_000), arrears: .cumulative)
/// let fulfilment = try settlement.fulfilment(of: "dividend", promised: promised, paid: payout)
/// print(fulfilment.total(\.shortfall), fulfilment.total(\.arrears))
/// print(fulfilment.table().text)
/// ```
///
/// A payout may pay arrears of earlier seasons. Add the fulfilments of those seasons up, and both sides
/// are of the same time.
public struct Fulfilment: Hashable, Sendable {
  /// The three amounts of one household.
  public struct Entry: Hashable, Sendable {
    /// The household.
    public let household: Household.ID
    /// The amount promised to the household, or `nil` if nobody promised it anything.
    public let promised: Money?
    /// The amount owed to the household, or `nil` if the line was not settled for it.
    public let owed: Money?
    /// The amount paid to the household, or `nil` if it is not on the list of payments.
    public let paid: Money?

    /// The amount that was promised and is not owed.
    public var shortfall: Money { Self.excess(of: promised, over: owed) }
    /// The amount that is owed and was not paid.
    public var arrears: Money { Self.excess(of: owed, over: paid) }
    /// The amount that was paid and is not owed.
    public var overpaid: Money { Self.excess(of: paid, over: owed) }

    private static func excess(of amount: Money?, over other: Money?) -> Money {
      max(.zero, (amount ?? .zero) - (other ?? .zero))
    }

    /// Puts the three together.
    package init(
      household: Household.ID,
      promised: Money? = nil,
      owed: Money? = nil,
      paid: Money? = nil
    ) {
      self.household = household
      (self.promised, self.owed, self.paid) = (promised, owed, paid)
    }
  }

  /// The scheme of the line.
  public let scheme: String

  /// The name of the line.
  public let line: String

  /// The currency of all amounts.
  public let currency: Currency

  /// The households: first those for whom the line was settled, in the register's order, then all others
  /// in order of their ids.
  public let entries: [Entry]

  /// Puts entries together whose sums and differences all fit.
  package init(
    scheme: String,
    line: String,
    in currency: Currency,
    entries: [Entry]
  ) throws(BenefitError) {
    self.scheme = scheme
    self.line = line
    self.currency = currency
    self.entries = entries
    guard magnitude <= Int128(Int64.max) else { throw tooMuch }
  }

  /// The sum of all amounts, each without its sign, in fen.
  var magnitude: Int128 { entries.reduce(0) { $0 + $1.magnitude } }

  /// The error of amounts that are too large together.
  var tooMuch: BenefitError {
    let found = Phrase(
      en: "all amounts together are more than 64 bits can hold.",
      zh: "各项金额合计过大，超出 64 位。"
    )
    return BenefitError(.overflow, found: found).within(Self.places(scheme, line))
  }

  /// The places that an error of the amounts of a line names.
  static func places(_ scheme: String, _ line: String) -> [BenefitError.Place] {
    [.scheme(scheme), .init("fulfilment of", line)]
  }
}

extension Settlement {
  /// Returns the amounts of a line that were promised, owed and paid to each household.
  ///
  /// - Parameters:
  ///   - name: The line, as ``line(_:of:)`` finds it.
  ///   - scheme: The scheme it belongs to; may be left out where one scheme alone has such a line.
  ///   - promised: What each household was promised.
  ///   - payout: The last payout of the line for the season, or `nil` where nothing was paid yet.
  /// - Returns: The three side by side.
  /// - Throws: ``BenefitError`` where the line is not found, is no flow but a stock, the payout is of
  ///   another line, season or currency, or the amounts are too large.
  /// - Complexity: O(n + s log s) for n households and s others, on average.
  public func fulfilment(
    of name: String,
    of scheme: String? = nil,
    promised: [Household.ID: Money],
    paid payout: Payout?
  ) throws(BenefitError) -> Fulfilment {
    try fulfilment(of: line(name, of: scheme), promised, payout)
  }

  /// Returns the amounts of a line that another settlement promised, this one owes, and were paid.
  ///
  /// - Parameters:
  ///   - name: The line, as ``line(_:of:)`` finds it in this settlement.
  ///   - scheme: The scheme it belongs to; may be left out where one scheme alone has such a line.
  ///   - promised: The same terms settled with what was promised or expected.
  ///   - payout: The last payout of the line for the season, or `nil` where nothing was paid yet.
  /// - Returns: The three side by side, for one line of one scheme.
  /// - Throws: ``BenefitError`` where the line is not found in this settlement, the other has none of
  ///   its name in the same scheme or is in another currency, it is no flow but a stock, the payout is of
  ///   another line, season or currency, or the amounts are too large.
  /// - Complexity: O(n + s log s) for n households and s others, on average.
  public func fulfilment(
    of name: String,
    of scheme: String? = nil,
    promised: Settlement,
    paid payout: Payout?
  ) throws(BenefitError) -> Fulfilment {
    let owed = try line(name, of: scheme)
    let plan = try promised.line(owed.name, of: owed.scheme)
    try promised.currency.requireSame(
      as: currency,
      of: Phrase(en: "what was promised is", zh: "承诺数"),
      and: .owed,
      at: Fulfilment.places(owed.scheme, owed.name)
    )
    return try fulfilment(
      of: owed,
      Dictionary(uniqueKeysWithValues: zip(promised.register.ids, plan)),
      payout
    )
  }

  private func fulfilment(
    of line: Line,
    _ promised: [Household.ID: Money],
    _ payout: Payout?
  ) throws(BenefitError) -> Fulfilment {
    if line.flow == .quantity {
      throw BenefitError(.notPayable, found: .isQuantity)
        .within(Fulfilment.places(line.scheme, line.name))
    }
    if line.flow.isStock {
      throw BenefitError(
        .notPayable,
        found: Phrase(
          en: "the line is a \(line.flow), what there is at the end of the season.",
          zh: "该项目属于\(line.flow.text(in: .simplifiedChinese))，是期末的存量。"
        ),
        advice: Phrase(en: "Only what is paid is fulfilled.", zh: "只有发放的项目才有兑现情况。")
      )
      .within(Fulfilment.places(line.scheme, line.name))
    }
    try payout?.currency.requireSame(
      as: currency,
      of: Phrase(en: "the payout is", zh: "该次发放"),
      and: .owed,
      at: Fulfilment.places(line.scheme, line.name)
    )
    if let payout, payout.claim != claim(on: line) {
      throw BenefitError(
        .mismatch,
        found: Phrase(
          en: "the payout is of \"\(payout.line)\" of \"\(payout.scheme)\" for "
            + "\(payout.season).",
          zh: "该次发放是「\(payout.scheme)」「\(payout.season)」期间的"
            + "「\(StandardLine.words(payout.line, in: .simplifiedChinese))」。"
        ),
        advice: Phrase(
          en: "Give the last one of this line for \(season.name).",
          zh: "请提供本项目「\(season.name)」期间的最后一次发放。"
        )
      )
      .within(Fulfilment.places(line.scheme, line.name))
    }
    let paid = payout?.paidByHousehold ?? [:]
    let owed = register.byID(Array(line))
    let others = Set(promised.keys).union(paid.keys).subtracting(register.ids).sorted()
    let entries = (register.ids + others).map { household in
      Fulfilment.Entry(
        household: household,
        promised: promised[household],
        owed: owed[household],
        paid: paid[household]
      )
    }
    return try Fulfilment(scheme: line.scheme, line: line.name, in: currency, entries: entries)
  }
}

extension Phrase {
  fileprivate static let owed = Self(en: "what is owed", zh: "应付数")
}

extension Fulfilment.Entry: Codable, StoredInParts {
  /// The sum of the three, each without its sign, in fen.
  var magnitude: Int128 {
    [promised, owed, paid].reduce(0) { $0 + Int128(($1 ?? .zero).fen.magnitude) }
  }

  package enum CodingKeys: CodingKey { case household, promised, owed, paid }

  /// Decodes an entry whose differences fit.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      household: parts[.household],
      promised: parts[ifPresent: .promised],
      owed: parts[ifPresent: .owed],
      paid: parts[ifPresent: .paid]
    )
    guard magnitude <= Int128(Int64.max) else {
      throw BenefitError(
        .overflow,
        found: Phrase(
          en: "The amounts of household \"\(household)\" are more than 64 bits can "
            + "hold together.",
          zh: "户「\(household)」的各项金额合计过大，超出 64 位。"
        )
      )
    }
  }
}

extension Fulfilment: Codable, StoredInParts {
  package enum CodingKeys: CodingKey { case scheme, line, currency, entries }

  /// Decodes the entries, of which no two are of one household.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      scheme: parts[.scheme],
      line: parts[.line],
      in: parts[ifPresent: .currency] ?? .yuan,
      entries: parts[.entries]
    )
    var households: Set<Household.ID> = []
    for entry in entries where !households.insert(entry.household).inserted {
      throw BenefitError(
        .duplicate,
        found: Phrase(
          en: "Household \"\(entry.household)\" stands in the list twice.",
          zh: "户「\(entry.household)」在列表中出现了两次。"
        )
      )
    }
  }
}
