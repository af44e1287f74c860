/// Settlements of consecutive parts of a year, read as one.
///
/// Each part has its own terms, facts and register; the books of one are carried to the next. A rule
/// that changes in mid-year is such a series, and so is a year that is settled by the quarter.
///
/// ```swift
/// let old = Terms(name: "Cooperative") {
///   Distribution(of: .fraction("60%", of: .profit)) { Tier(.rest, by: .household, as: .property) }
/// }
/// let new = Terms(name: "Cooperative") {
///   Distribution(of: .fraction("80%", of: .profit)) { Tier(.rest, by: .person, as: .property) }
/// }
/// // The old rule to 30 June, the new one from 1 July; the profit is stated for each half.
/// var year = SettlementSeries("2017")
/// try year.settle(old, Season("2017, first half") { $0[.profit] = .yuan(-20_000) }, for: register)
/// try year.settle(new, Season("2017, second half") { $0[.profit] = .yuan(70_000) }, for: register)
/// print(year.gross)    // 40,000.00: 80 % of what is left once the loss is made good
/// if let statement = year.statement(for: "NLX-07") { print(statement) }
/// ```
///
/// Facts are not split here: what happened in which part is for the books of the undertaking to say.
/// Losses and odd fen belong to a scheme by its name, so the new rule takes them over where it is called
/// like the old one.
public struct SettlementSeries: Hashable, Sendable {
  /// The income of one household from all schemes in all parts, and its costs.
  private struct Total: Hashable {
    var gross = Money.zero
    var costs = Money.zero
  }

  /// The name of the whole, such as `2017`.
  public let name: String

  /// The balances brought forward to the first part.
  public let openingBooks: Books

  /// The settlements in order; each opens with the books that the one before closed with.
  public private(set) var parts: [Settlement] = []

  /// The income of all households in all parts.
  public private(set) var gross = Money.zero

  /// The costs to all households in all parts.
  public private(set) var costs = Money.zero

  private var totalsByHousehold: [Household.ID: Total] = [:]

  /// Creates a series without parts.
  ///
  /// - Parameters:
  ///   - name: What the whole is called.
  ///   - books: What earlier years carried forward.
  public init(_ name: String, books: Books = Books()) {
    self.name = name
    openingBooks = books
  }

  /// Settles the next part with the books that the last one closed with.
  ///
  /// - Parameters:
  ///   - programme: What was agreed for the part.
  ///   - season: What happened in it.
  ///   - register: Who took part in it.
  /// - Throws: ``BenefitError`` where they do not go together, or a sum over the parts is too large;
  ///   the series is then as it was before.
  /// - Complexity: O(n · c) for n households and c clauses, on average.
  public mutating func settle(
    _ programme: Programme,
    _ season: Season,
    for register: Register
  ) throws(BenefitError) {
    try add(programme.settle(season, for: register, books: closingBooks))
  }

  /// Settles the next part of a single scheme with the books that the last one closed with.
  ///
  /// - Parameters:
  ///   - scheme: What was agreed for the part.
  ///   - season: What happened in it.
  ///   - register: Who took part in it.
  /// - Throws: ``BenefitError`` where they do not go together, or a sum over the parts is too large;
  ///   the series is then as it was before.
  /// - Complexity: O(n · c) for n households and c clauses, on average.
  public mutating func settle(
    _ scheme: some Scheme,
    _ season: Season,
    for register: Register
  ) throws(BenefitError) {
    try add(scheme.settle(season, for: register, books: closingBooks))
  }

  /// Adds a part that opens with the closing books.
  mutating func add(_ part: Settlement) throws(BenefitError) {
    if let first = parts.first {
      let name = first.season.name
      try part.currency.requireSame(
        as: first.currency,
        of: Phrase(en: "it is", zh: "该期"),
        and: Phrase(en: "season \"\(name)\"", zh: "期间「\(name)」"),
        at: [.init("season", part.season.name)],
        advice: Phrase(en: "Settle them in series of their own.", zh: "请分作不同的分段结算。")
      )
    }
    var sum = self
    for (row, household) in part.register.ids.enumerated() {
      var total = sum.totalsByHousehold[household] ?? Total()
      let isKept =
        Self.add(part.gross(at: row), to: &total.gross)
        && Self.add(part.costs(at: row), to: &total.costs)
        && !total.gross.fen.subtractingReportingOverflow(total.costs.fen).overflow
      guard isKept else { throw Self.tooLarge(part, household) }
      sum.totalsByHousehold[household] = total
    }
    guard
      Self.add(part.gross, to: &sum.gross), Self.add(part.costs, to: &sum.costs),
      !sum.gross.fen.subtractingReportingOverflow(sum.costs.fen).overflow
    else {
      throw Self.tooLarge(part, nil)
    }
    sum.parts.append(part)
    self = sum
  }

  /// Adds an amount, or says that the sum does not fit.
  private static func add(_ amount: Money, to sum: inout Money) -> Bool {
    let (fen, overflowed) = sum.fen.addingReportingOverflow(amount.fen)
    sum = Money(fen: fen)
    return !overflowed
  }

  private static func tooLarge(_ part: Settlement, _ household: Household.ID?) -> BenefitError {
    let name = part.season.name
    let sum = Phrase(en: "the sum of all parts to \(name)", zh: "截至「\(name)」各段合计")
    return part.tooLarge(.part(sum), household)
  }
}

// MARK: - Reading

extension SettlementSeries {
  /// The balances carried forward from the last part, or to the first if there is none.
  public var closingBooks: Books { parts.last?.closingBooks ?? openingBooks }

  /// The gain of all households after costs.
  public var net: Money { gross - costs }

  /// The households of any part, in order of their ids.
  ///
  /// - Complexity: O(n log n) for n households.
  public var households: [Household.ID] { totalsByHousehold.keys.sorted() }

  /// Returns the income, the costs and the gain of one household in all parts, or `nil` if it is in none.
  public func total(for household: Household.ID) -> (gross: Money, costs: Money, net: Money)? {
    totalsByHousehold[household].map { ($0.gross, $0.costs, $0.gross - $0.costs) }
  }

  /// The number of households that have income in at least one part, each counted once.
  ///
  /// - Complexity: O(n).
  public var householdsReached: Int {
    totalsByHousehold.reduce(0) { $1.value.gross > .zero ? $0 + 1 : $0 }
  }

  /// Returns the total of a line for all households in all parts that have it.
  ///
  /// What the parts gave or took is added up; what households hold or owe at the end of a part, such as a
  /// stake (``Flow/isStock``), is that of the last part that says it. The line is found in each part as
  /// ``Settlement/line(_:of:)`` finds it.
  ///
  /// - Throws: ``BenefitError`` where no part has such a line, one has several, the line is a stock in
  ///   one part and none in another, or the sum leaves 64 bits of fen.
  public func total(
    of line: String,
    of scheme: String? = nil
  ) throws(BenefitError) -> Money {
    var lines: [Line] = []
    var absent: BenefitError?
    for part in parts {
      do throws(BenefitError) {
        lines.append(try part.line(line, of: scheme))
      } catch {
        guard error.code == .unknownName else { throw error }
        absent = error
      }
    }
    guard let last = lines.last else {
      throw absent
        ?? BenefitError(
          .unknownName,
          at: .scheme(scheme ?? name),
          .line(line),
          found: Phrase(en: "nothing has been settled yet.", zh: "尚未结算任何一段。")
        )
    }
    guard lines.allSatisfy({ $0.unit == nil }) else {
      throw BenefitError(
        .wrongUnit,
        at: .scheme(last.scheme),
        .line(line),
        found: Phrase(en: "it is a quantity and no money.", zh: "该项目属于实物数量，不是资金。"),
        advice: Phrase(en: "Ask each part for its quantity.", zh: "请逐段查询数量。")
      )
    }
    guard lines.allSatisfy({ $0.flow.isStock == last.flow.isStock }) else {
      throw BenefitError(
        .stockAndFlow,
        at: .scheme(last.scheme),
        .line(line),
        found: Phrase(
          en: "it is what is held or owed at the end of one part and what another adds.",
          zh: "该项目在一段中为期末持有或欠付额，在另一段中为新增额。"
        ),
        advice: Phrase(en: "Ask each part.", zh: "请逐段查询。")
      )
    }
    if last.flow.isStock { return last.total }
    let sum = lines.reduce(0 as Int128) { $0 + Int128($1.totalFen) }
    return try .carried(sum, .line(line), last.scheme)
  }
}
