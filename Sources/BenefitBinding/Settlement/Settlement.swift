/// The amounts owed to every household for a season, in columns, with all that is needed to explain
/// them.
///
/// A settlement is a value: it holds the register, the terms and the facts it was made from, so any
/// amount in it can be asked how it came about, now or after it was stored.
///
/// ```swift
/// let settlement = try cooperative.settle(season, for: register)
/// print(settlement.gross)                                     // what all get together
/// print(settlement.statements[0])                             // one household, explained
/// for notice in settlement.notices { print(notice) }       // what its reader should know
/// ```
public struct Settlement: Hashable, Sendable {
  /// The register of the households that took part.
  public let register: Register

  /// The season, with the facts that were stated.
  public let season: Season

  /// The terms that were agreed, scheme by scheme.
  public let schemes: [Terms]

  /// The currency of all amounts, in which all schemes are.
  public var currency: Currency { schemes.first?.currency ?? openingBooks.currency }

  /// The balances brought forward from earlier seasons.
  public let openingBooks: Books

  /// The balances carried forward to the next season.
  public private(set) var closingBooks = Books()

  /// The amounts that each clause and tier gives every household, in the order of settling.
  public private(set) var lines: [Line] = []

  /// The course of each pot down its tiers.
  public private(set) var waterfalls: [Waterfall] = []

  /// The notices that the reader should know: losses, shortfalls, money that could not be paid,
  /// stated amounts that reach nobody.
  public private(set) var notices: [Notice] = []

  /// The decisions behind the lines, which follow from what the settlement was made from.
  private var noted = Noted()

  /// The income from all schemes of each household, in fen.
  private var grossFen: [Int64] = []

  /// The costs of all schemes to each household, in fen.
  private var costFen: [Int64] = []

  /// The income from all schemes of all households.
  public private(set) var gross = Money.zero

  /// The costs of all schemes to all households.
  public private(set) var costs = Money.zero

  init(_ register: Register, _ season: Season, _ schemes: [Terms], _ books: Books) {
    self.register = register
    self.season = season
    self.schemes = schemes
    self.openingBooks = books
  }
}

extension Settlement {
  /// The decisions behind the lines, in the order of settling.
  var origins: [LineOrigin] { noted.origins }

  /// The decisions behind the waterfalls, in their order.
  var potOrigins: [PotOrigin] { noted.pots }

  /// The names that the formulas of each scheme stood for when it was settled, in the order of the schemes.
  var binders: [Binder] { noted.binders }

  /// Notes for explaining, which are no part of what makes two settlements equal.
  private struct Noted: Hashable, Sendable {
    var origins: [LineOrigin] = []
    var pots: [PotOrigin] = []
    var binders: [Binder] = []

    static func == (lhs: Self, rhs: Self) -> Bool { true }

    func hash(into hasher: inout Hasher) {}
  }
}

// MARK: - Making

extension Settlement {
  /// Adds what settling one scheme brought.
  mutating func add(_ settler: SchemeSettler) {
    lines += settler.lines
    waterfalls += settler.waterfalls
    notices += settler.notices
    noted.origins += settler.origins
    noted.pots += settler.potOrigins
    noted.binders.append(settler.binder)
  }

  /// Adds the lines up for each household once all schemes are settled.
  ///
  /// Neither income nor costs are below zero, so that the net gain fits where both do; what a household
  /// has with it is held to the same limit, as every comparison with a line asks for it.
  mutating func close(_ books: Books) throws(BenefitError) {
    closingBooks = books
    (grossFen, gross) = try sums(\.isIncome)
    (costFen, costs) = try sums { $0 == .cost }
    for (row, income) in register.baselineIncomes.enumerated()
    where income.addingReportingOverflow(grossFen[row] - costFen[row]).overflow {
      let income = Phrase(en: "its income with the net gain", zh: "收入与净收益之和")
      throw tooLarge(.part(income), register.ids[row])
    }
  }

  /// The sum over the lines of some flow, of each household and of all.
  private func sums(_ isCounted: (Flow) -> Bool) throws(BenefitError) -> ([Int64], Money) {
    let counted = lines.filter { isCounted($0.flow) }
    var sums = counted.first?.fen ?? Array(repeating: 0, count: register.count)
    for line in counted.dropFirst() {
      guard let row = sums.add(line.fen) else { continue }
      let lines = Phrase(en: "the sum of its lines", zh: "各项目合计")
      throw tooLarge(.part(lines), register.ids[row])
    }
    guard let total = Int64(exactly: sums.exactSum) else {
      throw tooLarge(.part(Phrase(en: "the sum of all lines", zh: "全部项目合计")))
    }
    return (sums, Money(fen: total))
  }

  /// Adds what the reader should know of all schemes together.
  mutating func add(_ notices: [Notice]) { self.notices += notices }

  func tooLarge(_ subject: BenefitError.Place, _ household: Household.ID? = nil) -> BenefitError {
    .tooMuchMoney.within(
      .schemes(schemes.map(\.name)),
      subject,
      household.map { .household($0) }
    )
  }
}

// MARK: - Reading

extension Settlement {
  /// The gain of all households after costs.
  public var net: Money { gross - costs }

  /// The income of one household from all schemes.
  public func gross(at row: Int) -> Money { Money(fen: grossFen[row]) }

  /// Returns the costs of the schemes to one household.
  public func costs(at row: Int) -> Money { Money(fen: costFen[row]) }

  /// Returns the gain of one household after costs.
  public func net(at row: Int) -> Money { Money(fen: grossFen[row] - costFen[row]) }

  /// The number of households that have income from at least one scheme, each counted once.
  ///
  /// - Complexity: O(n).
  public var householdsReached: Int { grossFen.reduce(0) { $1 > 0 ? $0 + 1 : $0 } }

  /// The number of persons in the households that have income from at least one scheme.
  ///
  /// - Complexity: O(n).
  public var personsReached: Int64 {
    zip(grossFen, register.persons).reduce(0) { $1.0 > 0 ? $0 + $1.1 : $0 }
  }
}
