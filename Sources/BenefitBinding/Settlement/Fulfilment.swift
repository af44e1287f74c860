/// What was promised, what is owed and what was paid, side by side and never mixed.
///
/// A promise is a figure that somebody named, or the outcome of the same terms with facts that were
/// expected; what is owed follows from the terms and from what happened; what was paid is what reached
/// the households. Each household has all three, and a household that is on one list and not on another
/// is shown with what it has.
///
/// ```swift
/// let expected = Season(2016) { $0[.profit] = .yuan(200_000) }
/// let promised = try cooperative.settle(expected, for: register)
/// let dividend = try settlement.line("dividend")
/// let payout = Payout(of: dividend, to: register, with: .yuan(100_000), arrears: .cumulative)
/// let fulfilment = try settlement.fulfilment(of: "dividend", promised: promised, paid: payout)
/// print(fulfilment.shortfall, fulfilment.arrears)
/// print(fulfilment.table.text)
/// ```
///
/// A payout may pay arrears of earlier seasons. Add the fulfilments of those seasons up, and both sides
/// are of the same time.
public struct Fulfilment: Hashable, Sendable {
  /// The three amounts of one household.
  public struct Entry: Hashable, Codable, Sendable {
    /// The household.
    public let household: Household.ID
    /// What it was promised, or `nil` where nobody promised it anything.
    public let promised: Money?
    /// What it is owed, or `nil` where it is not among those for whom the line was settled.
    public let owed: Money?
    /// What it was paid, or `nil` where it is not on the list of payments.
    public let paid: Money?

    /// What is missing from what is owed to what was promised.
    public var shortfall: Money { Self.excess(of: promised, over: owed) }
    /// What is owed and was not paid.
    public var arrears: Money { Self.excess(of: owed, over: paid) }
    /// What was paid and is not owed.
    public var overpaid: Money { Self.excess(of: paid, over: owed) }

    private static func excess(of amount: Money?, over other: Money?) -> Money {
      max(.zero, (amount ?? .zero) - (other ?? .zero))
    }
  }

  /// The name of the line.
  public let line: String

  /// The households: first those for whom the line was settled, in the register's order, then all others
  /// in order of their ids.
  public let entries: [Entry]

  init(line: String, entries: [Entry]) {
    self.line = line
    self.entries = entries
  }

  /// Puts promised, owed and paid side by side.
  ///
  /// - Parameters:
  ///   - line: What is owed for the season.
  ///   - register: The households, as the line was settled for them.
  ///   - promised: What each household was promised.
  ///   - payout: What was paid of the line, or `nil` where nothing was yet.
  /// - Precondition: The line is as long as the register, and the payout is one of a line with its name.
  /// - Complexity: O(n + s log s) for n households and s others, on average.
  public init(
    of line: Line,
    to register: Register,
    promised: [Household.ID: Money],
    paid payout: Payout?
  ) {
    precondition(line.count == register.count, "The line was settled for another register.")
    if let payout {
      precondition(
        payout.line == line.name,
        "A payout of \"\(payout.line)\" pays nothing of \"\(line.name)\"."
      )
    }
    let paid = payout?.paidByHousehold ?? [:]
    let own = zip(register.ids, line).map { household, owed in
      Entry(
        household: household,
        promised: promised[household],
        owed: owed,
        paid: paid[household]
      )
    }
    let others = Set(promised.keys).union(paid.keys).subtracting(register.ids).sorted()
    let strangers = others.map { household in
      Entry(household: household, promised: promised[household], owed: nil, paid: paid[household])
    }
    self.init(line: line.name, entries: own + strangers)
  }
}

extension Settlement {
  /// What another settlement promised of a line, what this one owes and what was paid.
  ///
  /// - Parameters:
  ///   - name: The line, as ``line(_:of:)`` finds it in this settlement.
  ///   - scheme: The scheme it belongs to; may be left out where one scheme alone has such a line.
  ///   - promised: The same terms settled with what was promised or expected.
  ///   - payout: What was paid, or `nil` where nothing was yet.
  /// - Returns: The three side by side, for one line of one scheme.
  /// - Throws: ``SettlementError`` where the line is not found in this settlement, or the other has none
  ///   of its name in the same scheme.
  /// - Complexity: O(n + s log s) for n households and s others, on average.
  public func fulfilment(
    of name: String,
    of scheme: String? = nil,
    promised: Settlement,
    paid payout: Payout?
  ) throws(SettlementError) -> Fulfilment {
    let owed = try line(name, of: scheme)
    let plan = try promised.line(owed.name, of: owed.scheme)
    return Fulfilment(
      of: owed,
      to: register,
      promised: Dictionary(uniqueKeysWithValues: zip(promised.register.ids, plan)),
      paid: payout
    )
  }
}

extension Fulfilment: Codable {
  private enum CodingKeys: CodingKey { case line, entries }

  /// Decodes the entries, of which no two are of one household.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let line = try container.decode(String.self, forKey: .line)
    let entries = try container.decode([Entry].self, forKey: .entries)
    var households: Set<Household.ID> = []
    for entry in entries where !households.insert(entry.household).inserted {
      throw DecodingError.dataCorruptedError(
        forKey: .entries,
        in: container,
        debugDescription: "Household \"\(entry.household)\" stands in the list twice."
      )
    }
    self.init(line: line, entries: entries)
  }
}
