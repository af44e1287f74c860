import BenefitBinding
import TestSupport
import Testing

/// A year settled in parts.
struct SettlementSeriesTests {
  private static let old = Terms(name: "coop") {
    Distribution(of: .fraction("60%", of: .profit)) { Tier(.rest, by: .household, as: .property) }
    Payment("fee", each: .yuan(7), as: .cost)
  }
  private static let new = Terms(name: "coop") {
    Distribution(of: .fraction("80%", of: .profit)) { Tier(.rest, by: .person, as: .property) }
  }

  private static func season(_ name: String, _ profit: Money) -> Season {
    Season(name) { $0[.profit] = profit }
  }

  // MARK: - Sums

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `A series is the sum of its parts, with the books carried through`(seed: UInt64) throws {
    let sample = try Sample(seed: seed)
    var random = SplitMix64(seed: seed)
    let shorter = Programme("shorter") { for terms in sample.schemes.dropLast() { terms } }
    var series = SettlementSeries("year")
    var (books, alone) = (Books(), [Settlement]())
    for programme in [sample.programme, shorter, sample.programme] {
      var season = sample.season
      season[.profit] = Money(fen: .random(in: -90_000_000...90_000_000, using: &random))
      try series.settle(programme, season, for: sample.register)
      alone.append(try programme.settle(season, for: sample.register, books: books))
      books = try #require(alone.last).closingBooks
    }
    #expect(series.parts == alone && series.closingBooks == books)
    #expect(series.gross == alone.reduce(.zero) { $0 + $1.gross })
    #expect(series.costs == alone.reduce(.zero) { $0 + $1.costs })
    #expect(series.households == sample.register.map(\.id).sorted())
    for row in sample.register.indices {
      let total = try #require(series.total(for: sample.register[row].id))
      #expect(total.gross == alone.reduce(.zero) { $0 + $1.gross(at: row) })
      #expect(total.costs == alone.reduce(.zero) { $0 + $1.costs(at: row) })
      #expect(total.net == alone.reduce(.zero) { $0 + $1.net(at: row) })
    }
    let rents = alone.flatMap(\.lines).filter { ($0.scheme, $0.name) == ("scheme 3", "rent") }
    #expect(rents.count == 2)
    #expect(
      try series.total(of: "rent", of: "scheme 3") == rents.reduce(.zero) { $0 + $1.total }
    )
    let id = sample.register[0].id
    let statement = try #require(series.statement(for: id))
    let parts = try #require(statement.parts)
    #expect(parts == alone.compactMap { $0.statement(for: id) })
    #expect(statement.entries == parts.flatMap(\.entries))
    #expect(statement.net == series.total(for: id)?.net)
    // Settling anew what was stored takes its time, so not every seed does.
    guard seed % 6 == 0 else { return }
    let (decoded, isSameBytes) = try roundTrip(series)
    #expect(decoded == series && isSameBytes)
  }

  @Test func `The new rule makes good what was lost under the old one`() throws {
    let register = try likeHouseholds(2)
    var year = SettlementSeries("2017")
    try year.settle(Self.old, Self.season("first half", .yuan(-20_000)), for: register)
    try year.settle(Self.new, Self.season("second half", .yuan(70_000)), for: register)
    #expect(year.gross == .yuan(40_000))
    #expect(year.closingBooks.balances.isEmpty)
    var next = SettlementSeries("2018", books: year.parts[0].closingBooks)
    #expect(next.closingBooks.amount(of: .loss, scheme: "coop") == .yuan(20_000))
    try next.settle(Self.new, Self.season("2018", .yuan(20_000)), for: register)
    #expect(next.gross == .zero)
  }

  @Test func `A household counts once, whichever parts it is in`() throws {
    let first = try likeHouseholds(2)
    let second = try Register([
      Household("H-1001", gaqa: "A", persons: 3), Household("A-1", gaqa: "A", persons: 1),
    ])
    var year = SettlementSeries("2017")
    try year.settle(Self.old, Self.season("first half", .yuan(100)), for: first)
    try year.settle(Self.new, Self.season("second half", .yuan(100)), for: second)
    #expect(year.households == ["A-1", "H-1000", "H-1001"])
    let totals = year.households.compactMap(year.total(for:))
    #expect(totals.map(\.gross) == [.yuan(20), .yuan(30), .yuan(90)])
    #expect(totals.map(\.net) == [.yuan(20), .yuan(23), .yuan(83)])
    #expect(year.householdsReached == 3)
    #expect(year.net == .yuan(126))
    #expect(year.total(for: "nobody") == nil && year.statement(for: "nobody") == nil)
    #expect(year.statement(for: "H-1000")?.parts?.count == 1)
    // The last part says how many there are in the household.
    #expect(year.statement(for: "H-1001")?.netPerPerson == "27.67")
    let statement = try #require(year.statement(for: "H-1001"))
    let parts = try #require(statement.parts)
    #expect(parts.map(\.net) == [.yuan(23), .yuan(60)])
    #expect(
      statement.description
        == parts[0].description + "\n\n" + parts[1].description + "\n\n"
          + """
          H-1001, 2017, parts: 2                                                  yuan
            gross gain                                                           90.00
            net gain                                                             83.00
            net gain per person                                                  27.67
          """
    )
  }

  // MARK: - Refusals

  @Test func `What cannot be settled or added up leaves the series as it was`() throws {
    let register = try likeHouseholds(1)
    let half = Terms(name: "s") { Payment("p", each: .fixed(Money(fen: .max / 2)), as: .wage) }
    var year = SettlementSeries("2017")
    try year.settle(half, Season("a"), for: register)
    try year.settle(half, Season("b"), for: register)
    let before = year
    let error = #expect(throws: BenefitError.self) {
      try year.settle(half, Season("c"), for: register)
    }
    #expect(
      error?.description
        == "Scheme \"s\", the sum of all parts to c, household \"H-1000\": it is too large to be kept "
        + "exactly in 64 bits."
    )
    #expect(throws: BenefitError.self) { try year.settle(Self.old, Season("c"), for: register) }
    #expect(year == before)
  }

  @Test func `A file whose books do not join is refused`() throws {
    let register = try likeHouseholds(1)
    var year = SettlementSeries("2017")
    try year.settle(Self.new, Self.season("a", .yuan(-5)), for: register)
    try year.settle(Self.new, Self.season("b", .yuan(9)), for: register)
    var other = SettlementSeries("2017", books: year.closingBooks)
    try other.settle(Self.new, Self.season("a", .yuan(-6)), for: register)
    let part = try json(year.parts[0])
    let stranger = try json(other.parts[0])
    #expect(
      try decodingProblem(SettlementSeries.self, from: json(year).replacing(part, with: stranger))
        == "Part 2, b, does not open with the books that were closed before it."
    )
  }

  // MARK: - Rules

  @Test
  func `A rule holds from its day until the next, and a change on the first day stands alone`()
    throws
  {
    let register = try likeHouseholds(3)
    let (old, new) = (Programme("old") { Self.old }, Programme("new") { Self.new })
    let year = Period.year(2016)
    let alone = try new.settle(Self.season("2016", .yuan(365)), for: register)
    for change in ("2015-12-30" as Day)...("2017-01-02" as Day) {
      let rules = RuleBook([change: new, "2015-01-01": old])
      let parts = rules.parts(of: year)
      #expect(parts.first?.period.start == year.start && parts.last?.period.end == year.end)
      #expect(parts.reduce(0) { $0 + $1.period.days } == 366)
      for part in parts {
        #expect(part.programme == rules.programme(on: part.period.start))
        #expect(part.programme == rules.programme(on: part.period.end + -1))
      }
      #expect(parts.count == (change > year.start && change < year.end ? 2 : 1))
      guard change <= year.start else { continue }
      var series = SettlementSeries("2016")
      for part in parts {
        try series.settle(part.programme, Self.season("2016", .yuan(365)), for: register)
      }
      #expect(series.parts == [alone] && series.closingBooks == alone.closingBooks)
    }
  }

  @Test func `Before the first rule nothing was agreed`() throws {
    let rules = RuleBook(["2016-03-01": Programme("old") { Self.old }])
    #expect(rules.programme(on: "2016-02-29") == nil)
    #expect(
      rules.parts(of: .year(2016)).map(\.period)
        == [Period(from: "2016-03-01", until: "2017-01-01")]
    )
    #expect(rules.parts(of: .year(2015)).isEmpty && RuleBook([:]).parts(of: .year(2015)).isEmpty)
    let (decoded, isSameBytes) = try roundTrip(rules)
    #expect(decoded == rules && isSameBytes)
    let stored = try json(rules)
    let rule = try #require(stored.split(separator: "[", maxSplits: 1).last?.dropLast(2))
    #expect(
      try decodingProblem(RuleBook.self, from: stored.replacing(rule, with: "\(rule),\(rule)"))
        == "2016-03-01: two values hold from that day. Leave one of them out."
    )
  }

  // MARK: - Stocks and flows

  @Test func `What is held or owed does not add up over the parts, what is added does`() throws {
    let register = try likeHouseholds(2)
    func terms(_ stake: Int64, _ debt: Int64) -> Terms {
      Terms(name: "s") {
        Payment("stake", each: .yuan(stake), as: .holding)
        Payment("loan", each: .yuan(debt), as: .debt)
        Payment("retained", each: .yuan(3), as: .addition)
        Payment("paid back", each: .yuan(5), as: .repayment)
      }
    }
    var year = SettlementSeries("2016")
    try year.settle(terms(1_000, 50), Season("first half"), for: register)
    try year.settle(terms(1_100, 45), Season("second half"), for: register)
    #expect(try year.total(of: "stake") == .yuan(2_200))
    #expect(try year.total(of: "loan") == .yuan(90))
    #expect(try year.total(of: "retained") == .yuan(12))
    #expect(try year.total(of: "paid back") == .yuan(20))
    let whole = try #require(year.statement(for: "H-1000"))
    #expect(
      whole.entries.map { "\($0.name) \($0.amount)" } == [
        "retained 3.00", "paid back 5.00", "stake 1,100.00", "loan 45.00", "retained 3.00",
        "paid back 5.00",
      ]
    )
    // A part that does not say what is held changes nothing.
    try year.settle(Terms(name: "s") {}, Season("after"), for: register)
    #expect(try year.total(of: "stake") == .yuan(2_200))
  }

  @Test func `A line that is a stock in one part and a flow in another has no total`() throws {
    let register = try likeHouseholds(1)
    var year = SettlementSeries("2016")
    for flow in [Flow.holding, .addition] {
      let terms = Terms(name: "s") { Payment("stake", each: .yuan(1), as: flow) }
      try year.settle(terms, Season("as \(flow)"), for: register)
    }
    let error = #expect(throws: BenefitError.self) { try year.total(of: "stake") }
    #expect(
      error?.description
        == """
        Scheme "s", line "stake": it is what is held or owed at the end of one part and what another \
        adds. Ask each part.
        """
    )
  }

  @Test func `A total beyond 64 bits is refused`() throws {
    let register = try likeHouseholds(1)
    var year = SettlementSeries("2016")
    for part in ["first half", "second half"] {
      let terms = Terms(name: "s") {
        Payment("paid back", each: .fixed(Money(fen: .max)), as: .repayment)
      }
      try year.settle(terms, Season(part), for: register)
    }
    let error = #expect(throws: BenefitError.self) { try year.total(of: "paid back") }
    #expect(error?.code == .overflow)
  }

  @Test func `A correction beyond 64 bits is refused`() throws {
    let register = try likeHouseholds(1)
    func settled(_ flow: Flow) throws -> Settlement {
      try Terms(name: "s") { Payment("p", each: .fixed(Money(fen: .max)), as: flow) }
        .settle(Season(2016), for: register)
    }
    let (gain, loss) = (try settled(.property), try settled(.cost))
    #expect(try gain.corrections(of: nil).map(\.amount.fen) == [.max])
    let error = #expect(throws: BenefitError.self) { try gain.corrections(of: loss) }
    #expect(
      error?.description
        == """
        Scheme "s", the correction, household "H-1000": it is too large to be kept exactly in 64 bits.
        """
    )
  }
}
