import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

struct PassOnTests {
  private static let terms = InKindTerms(
    lent: .ewe,
    owed: [.fixed(2, .lamb, after: .months(24)), .fixed(4, .lamb, after: .months(36))]
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

  @Test func `Weighed lambs are lent again by head, and a ram lent beside ewes is not`() throws {
    let ledger = try InKindLedger(
      InKindTerms(
        lent: .ewe,
        beside: [.ram],
        owed: [.perHead(30, Good("live lamb", in: .kilogram), for: .ewe, after: .months(12))],
        stockDue: .months(12)
      ),
      contracts: [
        .init("K", borrower: "A", lender: "fund", on: "2018-01-01", heads: 2, beside: [.ram: 1])
      ],
      events: [
        .init("K", on: "2018-06-01", .born(3)),
        .init("K", on: "2018-12-01", .delivered(2, weighing: "50 kg")),
        .init("K", on: "2019-01-01", .broughtBack(1, .stock(.ram))),
        .init("K", on: "2019-01-01", .broughtBack(1, .stock(.ewe))),
      ]
    )
    let next = try ledger.passOn(from: "fund", stock: 2, lot: 2, to: ["B"], until: "2019-01-01")
    #expect(
      next.contracts == [.init("fund-2", borrower: "B", lender: "fund", on: "2018-12-01", heads: 2)]
    )
    #expect((next.cameBack, next.pool, next.lent) == (3, 1, 4))
  }

  @Test func `A full lot goes to who waits first, on the day it is full`() throws {
    let ledger = try firstLedger(
      events: delivery(4, "first 0", "2017-03-01") + delivery(3, "first 1", "2017-05-01")
        + delivery(4, "first 2", "2017-06-01")
    )
    func passOn(in ledger: InKindLedger, until day: Day) throws -> PassOn {
      try ledger.passOn(
        from: "fund",
        stock: 15,
        lot: 5,
        to: ["H-2", "F-1", "H-1", "H-3"],
        until: day
      )
    }
    let next = try passOn(in: ledger, until: "2017-12-31")
    #expect(
      next.contracts == [
        .init("fund-4", borrower: "H-2", lender: "fund", on: "2017-05-01", heads: 5),
        .init("fund-5", borrower: "H-1", lender: "fund", on: "2017-06-01", heads: 5),
      ]
    )
    #expect((next.waiting, next.pool) == (["H-3"], 1))
    #expect((next.cameBack, next.lent, next.inRearing) == (11, 25, 0))
    #expect(next.replacementRatio == Ratio(11, 15))
    let earlier = try passOn(in: ledger, until: "2017-05-31")
    #expect(earlier.contracts.map(\.borrower) == ["H-2"])
    #expect((earlier.waiting, earlier.pool) == (["H-1", "H-3"], 2))
    // Once the contracts are made, the same heads make no more of them.
    let again = try passOn(in: ledger.adding(next.contracts), until: "2017-12-31")
    #expect(again.contracts.isEmpty)
    #expect((again.waiting, again.pool, again.lent) == (["H-3"], 1, 25))
  }

  @Test func `Offspring are reared before they are lent, stock is lent at once`() throws {
    let terms = InKindTerms(
      lent: .ewe,
      owed: [.perHead(1, .lamb, after: .months(12))],
      stockDue: .months(12)
    )
    let ledger = try firstLedger(
      events: delivery(5, "first 0", "2017-01-01") + [
        .init("first 0", on: "2017-01-01", .broughtBack(5))
      ],
      terms: terms
    )
    func passOn(until day: Day) throws -> PassOn {
      try ledger.passOn(
        from: "fund",
        stock: 15,
        lot: 5,
        to: ["H-1", "H-2"],
        rearing: .months(6),
        until: day
      )
    }
    let spring = try passOn(until: "2017-06-30")
    #expect(spring.contracts.map(\.day) == ["2017-01-01"])
    #expect((spring.pool, spring.inRearing) == (0, 5))
    let summer = try passOn(until: "2017-07-01")
    #expect(summer.contracts.map(\.day) == ["2017-01-01", "2017-07-01"])
    #expect((summer.pool, summer.inRearing) == (0, 0))
  }

  @Test func `Only the sex that is lent again fills a lot`() throws {
    let terms = InKindTerms(
      lent: .ewe,
      owed: [
        .fixed(5, .eweLamb, after: .months(12)),
        .fixed(5, .ramLamb, after: .months(12)),
      ]
    )
    let events = [Good.eweLamb, .ramLamb].flatMap { good -> [InKindEvent] in
      [
        .init("first 0", on: "2017-01-01", .born(5, good)),
        .init("first 0", on: "2017-01-01", .delivered(5, .of(good))),
      ]
    }
    let ledger = try firstLedger(events: events, terms: terms)
    func cameBack(_ good: Good?) throws -> Int {
      try ledger.passOn(
        from: "fund",
        stock: 15,
        lot: 5,
        to: [],
        good: good,
        until: "2017-12-31"
      ).cameBack
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
    func passOn(in ledger: InKindLedger) throws -> PassOn {
      try ledger.passOn(from: "fund", stock: 15, lot: 1, to: ["N-2", "H-1"], until: "2016-12-31")
    }
    let next = try passOn(in: ledger)
    #expect(next.contracts.map(\.borrower) == ["N-1", "N-2"])
    #expect(next.contracts.map(\.heads) == [2, 1])
    #expect(next.contracts.map(\.day) == ["2016-10-01", "2016-11-01"])
    #expect((next.pool, next.waiting) == (0, ["H-1"]))
    let longer = try ledger.adding(next.contracts)
    #expect(try passOn(in: longer).contracts.isEmpty)
    #expect(longer.position(of: "N-1", as: .borrower, on: "2016-12-31")[.lent] == 2)
  }

  @Test func `A fund that lent more than it had is refused`() throws {
    #expect {
      try firstLedger().passOn(from: "fund", stock: 14, lot: 5, to: [], until: "2016-12-31")
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
    #expect(throws: BenefitError.self) {
      try ledger.passOn(from: "fund", stock: 15, lot: 5, to: [], until: "2016-12-31")
    }
  }

  /// Two ways to the same fund: the plan, and contracts made one after the other from what came back.
  @Test(arguments: [0, 4]) func `A fund that is paid on time grows as planned`(pool: Int) throws {
    let plan = try RevolvingHerdFund(
      households: 3,
      heads: 5,
      repayment: [2: 2, 3: 4],
      pool: pool
    )
    var ledger = try firstLedger()
    for year in try plan.years(10).dropFirst() {
      let day = Day(2016 + year.year, 1, 1)
      let deliveries = ledger.contracts.flatMap { contract -> [InKindEvent] in
        let due = ledger.position(of: contract.id, on: day)?[.arrears] ?? 0
        return due == 0 ? [] : delivery(due, contract.id, day)
      }
      ledger = try ledger.adding(events: deliveries)
      let next = try ledger.passOn(
        from: "fund",
        stock: 15 + pool,
        lot: 5,
        to: Self.waiting(500),
        until: day
      )
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
    let stock = Int.random(in: 15...22, using: &random)
    let lot = Int.random(in: 1...6, using: &random)
    let rearing = InKindTerms.Term.days(.random(in: 0...90, using: &random))
    func passOn(in ledger: InKindLedger, until day: Day) throws -> PassOn {
      try ledger.passOn(
        from: "fund",
        stock: stock,
        lot: lot,
        to: Self.waiting(9),
        rearing: rearing,
        until: day
      )
    }
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
      let next = try passOn(in: ledger, until: day)
      #expect(stock + next.cameBack == next.lent + next.pool + next.inRearing)
      #expect(next.pool >= 0 && next.inRearing >= 0)
      #expect(next.waiting.isEmpty || next.pool < lot)
      if step % 3 == 0 {
        let longer = try ledger.adding(next.contracts)
        let again = try passOn(in: longer, until: day)
        #expect(again.contracts.isEmpty)
        #expect((again.pool, again.waiting) == (next.pool, next.waiting))
        ledger = longer
      }
    }
    #expect(ledger.contracts.count > 3)
  }

  @Test func `A stock, a lot or a rearing that cannot be is refused`() throws {
    let ledger = try firstLedger()
    func refusal(_ stock: Int, _ lot: Int, _ rearing: InKindTerms.Term) -> BenefitError? {
      #expect(throws: BenefitError.self) {
        try ledger.passOn(
          from: "fund",
          stock: stock,
          lot: lot,
          to: ["H-1"],
          rearing: rearing,
          until: "2016-12-31"
        )
      }
    }
    #expect(
      refusal(16, 0, .days(0))?.description
        == "A household receives from 1 to 2147483647 heads, not 0."
    )
    #expect(
      refusal(-1, 5, .days(0))?.description == "A fund begins with 0 to 2147483647 heads, not -1."
    )
    #expect(
      refusal(16, 5, .months(1_201))?.description == "A term is from 0 to 1200 months, not 1201."
    )
    let next = try ledger.passOn(from: "fund", stock: 16, lot: 5, to: [], until: "2016-12-31")
    #expect(next.replacementRatio == .zero)
  }
}
