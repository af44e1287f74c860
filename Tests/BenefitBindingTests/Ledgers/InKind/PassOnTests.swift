import BenefitBinding
import TestSupport
import Testing

struct PassOnTests {
  private static let terms = InKindTerms(
    lent: .ewe,
    owed: .lamb,
    schedule: [.fixed(2, after: .months(24)), .fixed(4, after: .months(36))],
    lentStock: .becomesBorrowers
  )

  private static func waiting(_ count: Int) -> [String] {
    (0..<count).map { "H-\(1_000 + $0)" }
  }

  /// Three first households of five ewes each.
  private func firstLedger(
    events: [InKindEvent] = [],
    terms: InKindTerms = terms
  ) throws(BenefitError) -> InKindLedger {
    try InKindLedger(
      terms,
      contracts: (0..<3).map {
        .init("first \($0)", borrower: "F-\($0)", lender: "fund", on: "2016-01-01", heads: 5)
      },
      events: events
    )
  }

  /// Born and delivered on one day.
  private func delivery(_ heads: Int, _ contract: String, _ day: Day) -> [InKindEvent] {
    [.init(contract, on: day, .born(heads)), .init(contract, on: day, .delivered(heads))]
  }

  @Test func `A full lot goes to who waits first, on the day it is full`() throws {
    let ledger = try firstLedger(
      events: delivery(4, "first 0", "2017-03-01") + delivery(3, "first 1", "2017-05-01")
        + delivery(4, "first 2", "2017-06-01")
    )
    let rule = PassOnRule(lender: "fund", stock: 15, lot: 5, waiting: ["H-2", "F-1", "H-1", "H-3"])
    let next = try ledger.passOn(by: rule, until: "2017-12-31")
    #expect(
      next.contracts == [
        .init("fund-4", borrower: "H-2", lender: "fund", on: "2017-05-01", heads: 5),
        .init("fund-5", borrower: "H-1", lender: "fund", on: "2017-06-01", heads: 5),
      ]
    )
    #expect((next.waiting, next.pool) == (["H-3"], 1))
    #expect((next.cameBack, next.lent, next.inRearing) == (11, 25, 0))
    #expect(next.replacementRatio == Ratio(11, 15))
    let earlier = try ledger.passOn(by: rule, until: "2017-05-31")
    #expect(earlier.contracts.map(\.borrower) == ["H-2"])
    #expect((earlier.waiting, earlier.pool) == (["H-1", "H-3"], 2))
    // Once the contracts are made, the same heads make no more of them.
    let again = try ledger.adding(next.contracts).passOn(by: rule, until: "2017-12-31")
    #expect(again.contracts.isEmpty)
    #expect((again.waiting, again.pool, again.lent) == (["H-3"], 1, 25))
  }

  @Test func `Offspring are reared before they are lent, stock is lent at once`() throws {
    let terms = InKindTerms(
      lent: .ewe,
      owed: .lamb,
      schedule: [.perHead(1, after: .months(12))],
      lentStock: .comesBack(after: .months(12))
    )
    let ledger = try firstLedger(
      events: delivery(5, "first 0", "2017-01-01") + [
        .init("first 0", on: "2017-01-01", .broughtBack(5))
      ],
      terms: terms
    )
    let rule = PassOnRule(
      lender: "fund",
      stock: 15,
      lot: 5,
      waiting: ["H-1", "H-2"],
      rearing: .months(6)
    )
    let spring = try ledger.passOn(by: rule, until: "2017-06-30")
    #expect(spring.contracts.map(\.day) == ["2017-01-01"])
    #expect((spring.pool, spring.inRearing) == (0, 5))
    let summer = try ledger.passOn(by: rule, until: "2017-07-01")
    #expect(summer.contracts.map(\.day) == ["2017-01-01", "2017-07-01"])
    #expect((summer.pool, summer.inRearing) == (0, 0))
  }

  @Test func `Only the sex that is lent again fills a lot`() throws {
    let terms = InKindTerms(
      lent: .ewe,
      owed: [
        .init(.eweLamb, [.fixed(5, after: .months(12))]),
        .init(.ramLamb, [.fixed(5, after: .months(12))]),
      ],
      lentStock: .becomesBorrowers
    )
    let events = [Good.eweLamb, .ramLamb].flatMap { good -> [InKindEvent] in
      [
        .init("first 0", on: "2017-01-01", .born(5, good)),
        .init("first 0", on: "2017-01-01", .delivered(5, .offspring(good))),
      ]
    }
    let ledger = try firstLedger(events: events, terms: terms)
    func cameBack(_ good: Good?) throws -> Int {
      let rule = PassOnRule(lender: "fund", stock: 15, lot: 5, waiting: [], good: good)
      return try ledger.passOn(by: rule, until: "2017-12-31").cameBack
    }
    #expect(try cameBack(.eweLamb) == 5)
    #expect(try cameBack(nil) == 10)
  }

  @Test func `What is passed on goes to the household it went to`() throws {
    let ledger = try firstLedger(
      events: [
        .init("first 0", on: "2016-09-01", .born(3)),
        .init("first 0", on: "2016-10-01", .passedOn(2, to: "N-1")),
        .init("first 0", on: "2016-11-01", .passedOn(1, to: "N-2")),
      ]
    )
    let rule = PassOnRule(lender: "fund", stock: 15, lot: 1, waiting: ["N-2", "H-1"])
    let next = try ledger.passOn(by: rule, until: "2016-12-31")
    #expect(next.contracts.map(\.borrower) == ["N-1", "N-2"])
    #expect(next.contracts.map(\.heads) == [2, 1])
    #expect(next.contracts.map(\.day) == ["2016-10-01", "2016-11-01"])
    #expect((next.pool, next.waiting) == (0, ["H-1"]))
    let longer = try ledger.adding(next.contracts)
    #expect(try longer.passOn(by: rule, until: "2016-12-31").contracts.isEmpty)
    #expect(longer.position(of: "N-1", as: .borrower, on: "2016-12-31").lent == 2)
  }

  @Test func `A fund that lent more than it had is refused`() throws {
    let rule = PassOnRule(lender: "fund", stock: 14, lot: 5, waiting: [])
    #expect {
      try firstLedger().passOn(by: rule, until: "2016-12-31")
    } throws: {
      "\($0)"
        == "Contract \"first 2\": it lends 5 heads on 2016-01-01, when \"fund\" has 4. State the "
        + "heads that it began with, or enter what came back before."
        && ($0 as? BenefitError)?.code == .notEnough
    }
    // The heads that went to N-1 cannot be lent to another.
    let ledger = try firstLedger(
      events: [
        .init("first 0", on: "2016-09-01", .born(1)),
        .init("first 0", on: "2016-10-01", .passedOn(1, to: "N-1")),
      ]
    ).adding([.init("X", borrower: "H-1", lender: "fund", on: "2016-11-01", heads: 1)])
    let whole = PassOnRule(lender: "fund", stock: 15, lot: 5, waiting: [])
    #expect(throws: BenefitError.self) { try ledger.passOn(by: whole, until: "2016-12-31") }
  }

  /// Two ways to the same fund: the plan, and contracts made one after the other from what came back.
  @Test(arguments: [0, 4]) func `A fund that is paid on time grows as planned`(pool: Int) throws {
    let plan = RevolvingHerdFund(
      households: 3,
      heads: 5,
      repayment: [.init(2, in: 2), .init(4, in: 3)],
      pool: pool
    )
    var ledger = try firstLedger()
    for year in try plan.years(10).dropFirst() {
      let day = Day(2016 + year.year, 1, 1)
      let deliveries = ledger.contracts.flatMap { contract -> [InKindEvent] in
        let due = ledger.position(of: contract.id, on: day)?.arrears ?? 0
        return due == 0 ? [] : delivery(due, contract.id, day)
      }
      let rule = PassOnRule(
        lender: "fund",
        stock: 15 + pool,
        lot: 5,
        waiting: Self.waiting(500)
      )
      ledger = try ledger.adding(events: deliveries)
      let next = try ledger.passOn(by: rule, until: day)
      ledger = try ledger.adding(next.contracts)
      #expect(ledger.contracts.count == year.cumulativeHouseholds, "year \(year.year)")
      #expect(next.pool == year.poolAfter)
      #expect(15 + pool + next.cameBack == next.lent + next.pool + next.inRearing)
    }
    #expect(ledger.contracts.count > 10)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `No rule places more heads than there are`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var ledger = try firstLedger()
    let rule = PassOnRule(
      lender: "fund",
      stock: .random(in: 15...22, using: &random),
      lot: .random(in: 1...6, using: &random),
      waiting: Self.waiting(9),
      rearing: .days(.random(in: 0...90, using: &random))
    )
    var day: Day = "2016-02-01"
    for step in 0..<15 {
      day = day + .random(in: 10...60, using: &random)
      guard let contract = ledger.contracts.randomElement(using: &random) else { continue }
      let heads = Int.random(in: 1...3, using: &random)
      let events: [InKindEvent] = [
        .init(contract.id, on: max(day, contract.day), .born(heads)),
        .init(
          contract.id,
          on: max(day, contract.day),
          step % 4 == 0 ? .passedOn(heads, to: "N-\(step)") : .delivered(heads)
        ),
      ]
      ledger = (try? ledger.adding(events: events)) ?? ledger
      let next = try ledger.passOn(by: rule, until: day)
      #expect(rule.stock + next.cameBack == next.lent + next.pool + next.inRearing)
      #expect(next.pool >= 0 && next.inRearing >= 0)
      #expect(next.waiting.isEmpty || next.pool < rule.lot)
      if step % 3 == 0 {
        let longer = try ledger.adding(next.contracts)
        let again = try longer.passOn(by: rule, until: day)
        #expect(again.contracts.isEmpty)
        #expect((again.pool, again.waiting) == (next.pool, next.waiting))
        ledger = longer
      }
    }
    #expect(ledger.contracts.count > 3)
  }

  @Test func `A rule and its outcome come back from JSON, and a bad rule is refused`() throws {
    let rule = PassOnRule(
      lender: "fund",
      stock: 16,
      lot: 5,
      waiting: ["H-1"],
      rearing: .months(6),
      good: .eweLamb
    )
    let (decoded, isSameBytes) = try roundTrip(rule)
    #expect(decoded == rule && isSameBytes)
    let text = try json(rule)
    func problem(_ part: String, _ other: String) throws -> String? {
      try decodingProblem(
        PassOnRule.self,
        from: text.split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
      )
    }
    #expect(
      try problem("\"lot\":5", "\"lot\":0")
        == "A household receives from 1 to 2147483647 heads, not 0."
    )
    #expect(
      try problem("\"stock\":16", "\"stock\":-1")
        == "A fund begins with 0 to 2147483647 heads, not -1."
    )
    let next = try firstLedger().passOn(by: rule, until: "2016-12-31")
    #expect(next.replacementRatio == .zero)
  }
}
