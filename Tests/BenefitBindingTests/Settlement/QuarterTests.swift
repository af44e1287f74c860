import BenefitBinding
import TestSupport
import Testing

/// When settling four quarters is settling the year.
struct QuarterTests {
  private static let seeds: ClosedRange<UInt64> = 1...40

  /// What four quarters gave every household, and what the settlement of the year gives.
  private func settle(
    _ terms: Terms,
    _ register: Register,
    quarters: [Season],
    year: Season
  ) throws -> (quarters: [Settlement], year: Settlement) {
    var settled: [Settlement] = []
    for quarter in quarters {
      let books = settled.last?.closingBooks ?? Books()
      settled.append(try terms.settle(quarter, for: register, books: books))
    }
    return (settled, try terms.settle(year, for: register))
  }

  private func eggs(
    _ counts: [[Int64]],
    _ register: Register
  ) -> (quarters: [Season], year: Season) {
    func season(_ counts: [Int64]) -> Season {
      Season(2016) {
        $0.facts.set(.eggsDelivered, rows: counts.map { Quantity($0, .egg) }, of: register)
      }
    }
    let sums = counts[0].indices.map { row in counts.reduce(0) { $0 + $1[row] } }
    return (counts.map(season), season(sums))
  }

  @Test(arguments: seeds) func `A price by the piece gives the same`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let register = try likeHouseholds(7)
    let price = Money(fen: .random(in: 1...999, using: &random))
    let counts = (1...4).map { _ in
      register.map { _ in Int64.random(in: 0...5_000, using: &random) }
    }
    let (quarters, year) = eggs(counts, register)
    let terms = Terms(name: "eggs") {
      Purchase(
        "eggs",
        of: .measure(.eggsDelivered),
        at: .fixed(price),
        inputs: .each("0.40", per: .measure(.eggsDelivered))
      )
    }
    let settled = try settle(terms, register, quarters: quarters, year: year)
    for row in register.indices {
      #expect(
        settled.quarters.reduce(.zero) { $0 + $1.gross(at: row) } == settled.year.gross(at: row)
      )
      #expect(settled.quarters.reduce(.zero) { $0 + $1.net(at: row) } == settled.year.net(at: row))
    }
    // A price of a third of a fen more is rounded five times, each time by half a fen at most.
    let rounded = Terms(name: "eggs") {
      Payment(
        "eggs",
        each: .each(
          .fixed(price) + .fraction("1/300", of: .yuan(1)),
          per: .measure(.eggsDelivered)
        ),
        as: .business
      )
    }
    let odd = try settle(rounded, register, quarters: quarters, year: year)
    for row in register.indices {
      let difference =
        odd.quarters.reduce(.zero) { $0 + $1.gross(at: row) } - odd.year.gross(at: row)
      #expect(difference >= "-0.02" && difference <= "0.02")
    }
  }

  @Test(arguments: seeds) func `A pot that carries odd fen pays the same in total`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let register = try Sample(seed: seed).register
    let pots = (1...4).map { _ in Money(fen: .random(in: 0...9_999_999, using: &random)) }
    func season(_ pot: Money) -> Season { Season(2016) { $0[.takings] = pot } }
    let year = pots.reduce(.zero, +)
    func terms(by key: Key) -> Terms {
      Terms(name: "takings") {
        Distribution(of: .fact(.takings)) {
          Tier(
            .rest,
            by: key,
            apportioned: Apportionment(rounding: .down(to: .yuan), residue: .carriedForward),
            as: .property
          )
        }
      }
    }
    for key in [Key.person, .household] {
      let settled = try settle(
        terms(by: key),
        register,
        quarters: pots.map(season),
        year: season(year)
      )
      let item = Books.Item.residue(line: "dividend")
      let last = try #require(settled.quarters.last)
      let carried = last.closingBooks.amount(of: item, scheme: "takings")
      #expect(settled.quarters.reduce(.zero) { $0 + $1.gross } + carried == year)
      let yearly = settled.year.closingBooks.amount(of: item, scheme: "takings")
      #expect(settled.year.gross + yearly == year)
      guard key == .household else { continue }
      #expect(carried == yearly)
      for row in register.indices {
        #expect(
          settled.quarters.reduce(.zero) { $0 + $1.gross(at: row) } == settled.year.gross(at: row)
        )
      }
    }
  }

  @Test func `A floor in each quarter is more than a floor in the year`() throws {
    let terms = Terms(name: "coop") {
      Distribution(of: .greater(of: .yuan(10), .fact(.profit))) {
        Tier(.rest, by: .household, as: .property)
      }
    }
    func season(_ profit: Int64) -> Season { Season(2016) { $0[.profit] = .yuan(profit) } }
    let settled = try settle(
      terms,
      likeHouseholds(1),
      quarters: [40, 0, 0, 0].map(season),
      year: season(40)
    )
    #expect(settled.quarters.reduce(.zero) { $0 + $1.gross } == .yuan(70))
    #expect(settled.year.gross == .yuan(40))
  }

  /// Whatever the terms, the facts and the members: losses, awards, odd fen, opening books.
  @Test(arguments: seeds) func `Settled to date, the payments add up to the year`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let sample = try Sample(seed: seed)
    let opening = try sample.programme.settle(sample.season, for: sample.register).closingBooks
    var toDate = sample.season
    var settled: Settlement?
    var paid: [Household.ID: Money] = [:]
    for quarter in 1...4 {
      // One household of each gaqa stays; the others come and go.
      var lived: Set<String> = []
      let households = sample.households.filter {
        lived.insert($0.gaqa).inserted || Int.random(in: 0...4, using: &random) > 0
      }
      toDate[.profit] = Money(fen: .random(in: -50_000_000...900_000_000, using: &random))
      toDate[.commonReturn] = Money(fen: .random(in: 0...900_000_000, using: &random))
      for gaqa in sample.register.gaqas {
        toDate[.gaqaReturn, gaqa: gaqa] = Money(fen: .random(in: 0...90_000_000, using: &random))
      }
      let settlement = try sample.programme.settle(
        toDate,
        for: Register(households),
        books: opening
      )
      let payments = try settlement.corrections(of: settled)
      #expect(!payments.isEmpty, "quarter \(quarter)")
      #expect(payments.map(\.household) == payments.map(\.household).sorted())
      for payment in payments { paid[payment.household, default: .zero] += payment.amount }
      settled = settlement
    }
    let year = try #require(settled)
    for row in year.register.indices {
      #expect(paid.removeValue(forKey: year.register[row].id) ?? .zero == year.net(at: row))
    }
    #expect(paid.values.allSatisfy { $0 == .zero })
  }
}
