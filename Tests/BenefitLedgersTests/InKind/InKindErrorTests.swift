import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

struct InKindErrorTests {
  private static let terms = InKindTerms(
    lent: .ewe,
    owed: [.perHead(1, .lamb, after: .months(12))],
    stockDue: .months(12),
    deposit: .yuan(500)
  )

  private func refusal(
    _ events: [(Day, InKindEvent.Occurrence)],
    terms: InKindTerms = terms,
    heads: Int = 2,
    on day: Day = "2016-05-01"
  ) -> String {
    do {
      _ = try InKindLedger(
        terms,
        contracts: [.init("K", borrower: "H-1", lender: "fund", on: day, heads: heads)],
        events: events.map { InKindEvent("K", on: $0, $1) }
      )
      return "entered"
    } catch {
      return error.description
    }
  }

  @Test(
    arguments: [
      (
        [("2016-04-30", .born(1))],
        "Contract \"K\", event 1 (2016-04-30, 1 born): it is before the loan on 2016-05-01."
      ),
      (
        [("2017-01-02", .born(1)), ("2017-01-01", .died(1, .offspring))],
        "Contract \"K\", event 2 (2017-01-01, 1 offspring died): an earlier entry of the contract is of 2017-01-02. Enter them by day."
      ),
      (
        [("2016-06-01", .born(0))],
        "Contract \"K\", event 1 (2016-06-01, 0 born): a count is from 1 to 2147483647."
      ),
      (
        [("2016-06-01", .born(5)), ("2017-05-01", .delivered(1)), ("2017-05-01", .delivered(2))],
        "Contract \"K\", event 3 (2017-05-01, 2 delivered): the contract still owes only 1 lamb."
      ),
      (
        [("2016-06-01", .born(5)), ("2017-05-01", .passedOn(3, to: "H-2"))],
        "Contract \"K\", event 2 (2017-05-01, 3 passed on to H-2): the contract still owes only 2 lambs."
      ),
      (
        [("2016-06-01", .bought(1, .lent)), ("2017-05-01", .broughtBack(3))],
        "Contract \"K\", event 2 (2017-05-01, 3 brought back): no more than 2 animals of the stock can come back."
      ),
      (
        [("2016-06-01", .died(3, .lent))],
        "Contract \"K\", event 1 (2016-06-01, 3 lent died): the number of the lent alive is 2."
      ),
      (
        [("2017-05-01", .delivered(1))],
        "Contract \"K\", event 1 (2017-05-01, 1 delivered): the number of the lamb alive is 0."
      ),
      (
        [("2016-05-01", .depositRefunded())],
        "Contract \"K\", event 1 (2016-05-01, deposit refunded): no deposit was paid."
      ),
      (
        [("2016-05-01", .depositPaid), ("2016-05-01", .depositPaid)],
        "Contract \"K\", event 2 (2016-05-01, deposit paid): it was paid before."
      ),
      (
        [
          ("2016-05-01", .depositPaid), ("2016-06-01", .born(2)), ("2017-05-01", .delivered(1)),
          ("2017-05-01", .depositRefunded()),
        ],
        "Contract \"K\", event 4 (2017-05-01, deposit refunded): the contract still owes 1 lamb and 2 animals of the stock."
      ),
      (
        [
          ("2016-05-01", .depositPaid), ("2016-06-01", .born(2)), ("2017-05-01", .delivered(2)),
          ("2017-05-01", .broughtBack(2)), ("2017-05-01", .depositRefunded()),
          ("2017-05-02", .depositRefunded()),
        ],
        "Contract \"K\", event 6 (2017-05-02, deposit refunded): it was refunded before."
      ),
    ] as [([(Day, InKindEvent.Occurrence)], String)]
  )
  func `Events that cannot have happened are refused`(
    events: [(Day, InKindEvent.Occurrence)],
    expected: String
  ) {
    #expect(refusal(events) == expected)
  }

  @Test func `A deposit that nobody agreed is refused`() {
    let terms = InKindTerms(
      lent: .ewe,
      owed: [.fixed(1, .lamb, after: .days(1))]
    )
    #expect(
      refusal([("2016-05-01", .depositPaid)], terms: terms)
        == "Contract \"K\", event 1 (2016-05-01, deposit paid): the terms ask "
        + "for no deposit."
    )
  }

  @Test func `Contracts that cannot be are refused`() throws {
    #expect(
      refusal([], heads: 0)
        == "Contract \"K\": it lends 0 heads. A loan is of 1 to 2147483647 heads."
    )
    #expect(
      refusal([], on: "9999-01-01")
        == "Contract \"K\": it lends on 9999-01-01. A loan is made before the year 9800."
    )
    let contract = InKindContract("K", borrower: "H-1", lender: "F", on: "2016-01-01", heads: 1)
    #expect {
      try InKindLedger(Self.terms, contracts: [contract, contract])
    } throws: {
      "\($0)" == "Contract \"K\": two contracts carry this id. Give each an id of its own."
    }
    #expect {
      try InKindLedger(
        Self.terms,
        contracts: [contract],
        events: [.init("L", on: "2016-02-01", .born(1))]
      )
    } throws: {
      "\($0)"
        == "Contract \"L\", event 1 (2016-02-01, 1 born): there is no such contract. List the "
        + "contract, or correct its id."
        && ($0 as? BenefitError)?.code == .unknownName
    }
    let ledger = try InKindLedger(Self.terms, contracts: [contract])
    #expect(ledger.position(of: "L", on: "2016-02-01") == nil)
    #expect(ledger.position(on: "2015-12-31") == InKindLedgerTests.nothing)
    let register = try likeHouseholds(1)
    #expect {
      try ledger.quantities(of: .owed, on: "2016-01-01", by: .lender, for: register)
    } throws: {
      "\($0)"
        == "Contract \"K\": the lender, \"F\", is no household of the register. Correct its id, "
        + "or add the household."
    }
  }

  @Test func `A file is checked as a program is`() throws {
    let good = try json(Self.terms)
    #expect(try decodingProblem(InKindTerms.self, from: good) == nil)
    func problem(_ part: String, _ other: String) throws -> String? {
      let changed = good.split(separator: part, omittingEmptySubsequences: false)
      try #require(changed.count == 2, "\(part) stands once in \(good)")
      return try decodingProblem(InKindTerms.self, from: changed.joined(separator: other))
    }
    #expect(
      try problem("\"perHead\":\"1\"", "\"perHead\":\"-1\"")
        == "An instalment cannot ask for less than nothing."
    )
    #expect(
      try problem("\"perHead\":\"1\"", "\"perHead\":\"10001\"")
        == "A schedule asks for at most 10000 for each head and 2147483647 fixed."
    )
    #expect(
      try problem("\"500.00\"", "\"-0.01\"") == "A deposit is from 0 to 10,000,000.00, not -0.01."
    )

    let ledger = try InKindLedger(
      Self.terms,
      contracts: [.init("K", borrower: "H-1", lender: "F", on: "2016-01-01", heads: 1)],
      events: [.init("K", on: "2016-02-01", .born(1))]
    )
    let changed = try json(ledger).split(separator: "2016-02-01").joined(separator: "2015-02-01")
    #expect(
      try decodingProblem(InKindLedger.self, from: changed)
        == "Contract \"K\", event 1 (2015-02-01, 1 born): it is before the "
        + "loan on 2016-01-01."
    )
  }

  @Test
  func `Terms that ask for nothing, and counts over a period, trap with a sentence`() async {
    let gift = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = InKindTerms(lent: .ewe, owed: [])
    }
    #expect(output(gift?.standardErrorContent, says: "Terms that ask for nothing are a gift"))
    let line = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = [InKindTerms.Instalment].straightLine(1, .lamb, overMonths: 0)
    }
    #expect(
      output(line?.standardErrorContent, says: "A straight line needs at least one month, not 0.")
    )
    let period = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let terms = InKindTerms(
        lent: .ewe,
        owed: .straightLine(1, .lamb, overMonths: 2)
      )
      let ledger = try InKindLedger(terms, contracts: [])
      _ = try ledger.quantities(of: .alive, in: .year(2016), for: Register([]))
    }
    #expect(output(period?.standardErrorContent, says: "alive is counted on a day, not in a"))
  }
}
