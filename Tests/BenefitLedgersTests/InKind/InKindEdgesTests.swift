import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

/// What a contract comes to where everything goes wrong, or late.
struct InKindEdgesTests {
  private func ledger(
    _ bearer: InKindTerms.Party = .borrower,
    stockDue: InKindTerms.Term? = .months(24),
    sumInsured: Money = .zero,
    events: [(Day, InKindEvent.Occurrence)]
  ) throws(BenefitError) -> InKindLedger {
    try InKindLedger(
      InKindTerms(
        lent: .ewe,
        owed: [.perHead(1, .lamb, after: .months(12)), .perHead(1, .lamb, after: .months(24))],
        stockDue: stockDue,
        deathsBorneBy: bearer,
        sumInsured: sumInsured,
        deposit: .yuan(500)
      ),
      contracts: [.init("K", borrower: "H-1000", lender: "F", on: "2016-05-01", heads: 3)],
      events: events.map { InKindEvent("K", on: $0, $1) }
    )
  }

  private func refusal(
    _ bearer: InKindTerms.Party = .borrower,
    sumInsured: Money = .zero,
    events: [(Day, InKindEvent.Occurrence)]
  ) -> String {
    do {
      _ = try ledger(bearer, sumInsured: sumInsured, events: events)
      return "entered"
    } catch {
      return error.description
    }
  }

  // MARK: - All animals died

  private static let disaster: [(Day, InKindEvent.Occurrence)] = [
    ("2016-05-01", .depositPaid), ("2016-10-01", .born(2)), ("2017-01-10", .died(2, .offspring)),
    ("2017-01-10", .died(3, .lent)),
  ]

  @Test func `All dead, and the lender bears it: nothing is owed and the deposit goes back`() throws
  {
    let ledger = try ledger(
      .lender,
      events: Self.disaster + [("2017-01-11", .depositRefunded())]
    )
    #expect(ledger.position(on: "2017-01-09")[.owed] == 6)
    for day: Day in ["2017-01-11", "2018-05-01"] {
      let position = ledger.position(on: day)
      #expect(
        (position[.owed], position[.due], position[.arrears], position[.toCome]) == (0, 0, 0, 0)
      )
      #expect((position[.stockOwed], position[.stockArrears], position.isSettled) == (0, 0, true))
      #expect((position[.alive], position[.died], position[.kept]) == (0, 5, 0))
      #expect((position.depositHeld, position.depositRefunded) == (.zero, .yuan(500)))
      #expect(position.insurancePayout == .zero)
    }
    #expect(
      refusal(.lender, events: Self.disaster + [("2018-05-01", .broughtBack(1))])
        == "Contract \"K\", event 5 (2018-05-01, 1 brought back): no more than "
        + "0 animals of the stock can come back."
    )
    #expect(
      refusal(.lender, events: Self.disaster + [("2018-05-01", .delivered(1))])
        == "Contract \"K\", event 5 (2018-05-01, 1 delivered): the contract "
        + "still owes only 0 lambs."
    )
  }

  @Test func `All dead after an instalment: what fell due while they lived stays owed`() throws {
    let late: [(Day, InKindEvent.Occurrence)] = [("2017-05-02", .died(3, .lent))]
    let position = try ledger(.lender, events: late).position(on: "2018-05-01")
    #expect((position[.owed], position[.due], position[.arrears]) == (3, 3, 3))
    #expect((position[.stockOwed], position.isSettled) == (0, false))
  }

  @Test func `The lender bears the death of no more heads than it lent`() throws {
    let position = try ledger(
      .lender,
      events: [
        ("2016-06-01", .bought(3, .lent)), ("2016-10-01", .died(2, .lent)),
        ("2017-01-10", .died(2, .lent)), ("2017-02-01", .died(1, .lent)),
      ]
    ).position(on: "2018-05-01")
    #expect((position[.stockAlive], position[.stockDied]) == (1, 5))
    #expect((position[.owed], position[.stockOwed], position.isSettled) == (0, 0, true))
    let lessOne = try ledger(
      .lender,
      events: [
        ("2016-06-01", .bought(3, .lent)), ("2016-10-01", .died(1, .lent)),
        ("2016-11-01", .died(1, .lent)),
      ]
    ).position(on: "2018-05-01")
    #expect((lessOne[.owed], lessOne[.stockOwed], lessOne[.arrears]) == (2, 1, 2))
  }

  @Test func `Deaths after an instalment let off no more than was lent`() throws {
    let position = try ledger(
      .lender,
      events: [
        ("2017-06-01", .bought(3, .lent)), ("2017-06-02", .died(2, .lent)),
        ("2017-06-03", .died(2, .lent)),
      ]
    ).position(on: "2018-05-01")
    #expect((position[.owed], position[.due], position[.arrears]) == (3, 3, 3))
  }

  @Test func `A death on the day of an instalment lets off that instalment`() throws {
    let ledger = try ledger(.lender, events: [("2017-05-01", .died(1, .lent))])
    #expect(ledger.position(on: "2017-05-01")[.due] == 2)
    #expect(ledger.position(on: "2018-05-01")[.owed] == 4)
  }

  @Test(arguments: [(.zero, .zero), ("300.00", "900.00")] as [(Money, Money)])
  func `All dead at the household's risk or insured: everything stays owed`(
    sumInsured: Money,
    payout: Money
  ) throws {
    let ledger = try ledger(sumInsured: sumInsured, events: Self.disaster)
    let end = ledger.position(on: "2018-05-01")
    #expect((end[.owed], end[.due], end[.arrears]) == (6, 6, 6))
    #expect((end[.stockOwed], end[.stockArrears], end.isSettled) == (3, 3, false))
    #expect((end[.alive], end.depositHeld) == (0, .yuan(500)))
    #expect(end.insurancePayout == payout)
    #expect(
      refusal(
        sumInsured: sumInsured,
        events: Self.disaster + [("2018-05-01", .depositRefunded())]
      )
        == "Contract \"K\", event 5 (2018-05-01, deposit refunded): the contract "
        + "still owes 6 lambs and 3 animals of the stock."
    )
    // Bought in their place, they meet everything.
    let settled = try self.ledger(
      sumInsured: sumInsured,
      events: Self.disaster + [
        ("2018-04-01", .bought(6, .offspring)), ("2018-04-01", .bought(3, .lent)),
        ("2018-05-01", .delivered(6)), ("2018-05-01", .broughtBack(3)),
        ("2018-05-01", .depositRefunded()),
      ]
    ).position(on: "2018-05-01")
    #expect((settled.isSettled, settled.depositRefunded) == (true, .yuan(500)))
  }

  // The keeper is the borrower where a firm keeps the stock of households.
  @Test func `All dead with a keeper who bears it: the households are owed everything`() throws {
    let end = try ledger(events: Self.disaster)
      .position(of: "F", as: .lender, on: "2018-05-01")
    #expect((end[.stillOwed], end[.stockArrears]) == (6, 3))
  }

  @Test func `All dead before the stock became the household's: it keeps nothing`() throws {
    let position = try ledger(.lender, stockDue: nil, events: Self.disaster)
      .position(on: "2018-05-01")
    #expect((position.isSettled, position[.stockKept], position[.stockOwed]) == (true, 0, 0))
  }

  // MARK: - Late, early, out of order

  @Test func `Stock that comes back in parts is counted down`() {
    let back: [(Day, InKindEvent.Occurrence)] = [
      ("2017-05-01", .broughtBack(1)), ("2017-06-01", .broughtBack(1)),
    ]
    #expect(refusal(events: back + [("2017-07-01", .broughtBack(1))]) == "entered")
    #expect(
      refusal(events: back + [("2017-06-30", .bought(5, .lent)), ("2017-07-01", .broughtBack(2))])
        == "Contract \"K\", event 4 (2017-07-01, 2 brought back): no more than 1 animal of the "
        + "stock can come back."
    )
  }

  @Test func `What several contracts come to is the sum of what each comes to`() throws {
    let terms = InKindTerms(
      lent: .ewe,
      owed: [.perHead(1, .lamb, after: .months(12)), .perHead(1, .lamb, after: .months(24))],
      stockDue: .months(24)
    )
    let ledger = try InKindLedger(
      terms,
      contracts: [
        .init("K", borrower: "A", lender: "F", on: "2016-05-01", heads: 3),
        .init("L", borrower: "B", lender: "F", on: "2016-06-01", heads: 5),
      ],
      events: [.init("L", on: "2016-09-01", .born(4)), .init("L", on: "2017-07-01", .delivered(2))]
    )
    for day: Day in ["2016-12-31", "2017-12-31", "2018-12-31"] {
      let all = ledger.position(on: day)
      let each = try ["K", "L"].map { try #require(ledger.position(of: $0, on: day)) }
      for count in InKindCount.allCases {
        #expect(all[count] == each[0][count] + each[1][count], "\(count)")
      }
      #expect(day == "2016-12-31" || each.allSatisfy { $0[.due] > 0 })
    }
  }

  @Test func `Arrears are carried until they are made good late, and then are gone`() throws {
    let ledger = try ledger(
      events: [
        ("2016-10-01", .born(3)), ("2017-05-01", .delivered(1)), ("2017-10-01", .born(4)),
        ("2018-03-01", .delivered(1)), ("2018-09-01", .delivered(4)),
        ("2018-09-01", .broughtBack(3)),
      ]
    )
    let days: [Day] = [
      "2017-04-30", "2017-05-01", "2018-03-01", "2018-04-30", "2018-05-01", "2018-09-01",
    ]
    let positions = days.map { ledger.position(on: $0) }
    #expect(positions.map { $0[.arrears] } == [0, 2, 1, 1, 4, 0])
    #expect(positions.map { $0[.toCome] } == [6, 3, 3, 3, 0, 0])
    #expect(positions.map { $0[.stockArrears] } == [0, 0, 0, 0, 3, 0])
    #expect(positions.map(\.isSettled) == [false, false, false, false, false, true])
    let register = try likeHouseholds(1)
    let arrears = try [2017, 2018].map {
      register.rows(try ledger.quantities(of: .arrears, on: Day($0, 12, 31), for: register))
    }
    #expect(arrears == [["2 head"], ["0 head"]])
    let delivered = try [2017, 2018].map {
      register.rows(try ledger.quantities(of: .delivered, in: .year($0), for: register))
    }
    #expect(delivered == [["1 head"], ["5 head"]])
  }

  @Test func `Due on 29 February, in other years on the 28th`() throws {
    let terms = InKindTerms(
      lent: .ewe,
      owed: (1...4).map { .fixed(1, .lamb, after: .months(12 * $0)) }
    )
    let ledger = try InKindLedger(
      terms,
      contracts: [.init("K", borrower: "H", lender: "F", on: "2016-02-29", heads: 1)]
    )
    // A day of February that was cut short does not stay so: in 2020 it is the 29th again.
    let days: [(before: Day, due: Day)] = [
      ("2017-02-27", "2017-02-28"), ("2018-02-27", "2018-02-28"), ("2019-02-27", "2019-02-28"),
      ("2020-02-28", "2020-02-29"),
    ]
    for (number, day) in zip(1..., days) {
      #expect(ledger.position(on: day.before)[.due] == number - 1)
      #expect(ledger.position(on: day.due)[.due] == number)
    }
  }

  @Test func `What cannot have been is refused with its place`() throws {
    #expect(
      refusal(events: [("2016-04-30", .delivered(1))])
        == "Contract \"K\", event 1 (2016-04-30, 1 delivered): it is before the "
        + "loan on 2016-05-01."
    )
    #expect(
      refusal(events: [("2016-10-01", .born(9)), ("2016-10-02", .delivered(7))])
        == "Contract \"K\", event 2 (2016-10-02, 7 delivered): the contract "
        + "still owes only 6 lambs."
    )
    #expect(
      refusal(events: [("2016-10-01", .delivered(0))])
        == "Contract \"K\", event 1 (2016-10-01, 0 delivered): a count is from "
        + "1 to 2147483647."
    )
    #expect(
      refusal(events: [("9890-01-01", .born(1))])
        == "Contract \"K\", event 1 (9890-01-01, 1 born): an event is before "
        + "the year 9890."
    )
    let ledger = try ledger(events: [("2016-05-01", .depositPaid)])
    let strangers = try Register([Household("S-1", gaqa: "A", persons: 1)])
    #expect {
      try ledger.amounts(of: \.depositHeld, on: "2016-05-01", for: strangers)
    } throws: {
      "\($0)"
        == "Contract \"K\": the borrower, \"H-1000\", is no household of the register. Correct "
        + "its id, or add the household."
        && ($0 as? BenefitError)?.code == .unknownHousehold
    }
    // Delivered on the day of the loan, and all at once, is early and not wrong.
    let early = try self.ledger(
      events: [("2016-05-01", .bought(6, .offspring)), ("2016-05-01", .delivered(6))]
    ).position(on: "2016-05-01")
    #expect((early[.owed], early[.due], early[.arrears], early[.stillOwed]) == (6, 0, 0, 0))
  }

  // MARK: - Weighed goods

  @Test func `The same weight comes back, and what it grew is the keeper's`() throws {
    let sheep = Good("sheep", in: .jin)
    let ledger = try InKindLedger(
      InKindTerms(lent: sheep, owed: [], stockDue: .months(12)),
      contracts: [.init("K", borrower: "H-1000", lender: "F", on: "2018-06-01", heads: 840)],
      events: [
        .init("K", on: "2019-05-01", .born(310)),
        .init("K", on: "2019-05-02", .sold(310, .offspring)),
        .init("K", on: "2019-06-01", .broughtBack(840)),
      ]
    )
    let register = try likeHouseholds(1)
    #expect(
      try ledger.quantities(of: .offspringSold, in: .year(2019), for: register)
        == ["H-1000": "310 jin"]
    )
    #expect(ledger.position(on: "2019-06-01").isSettled)
  }

  @Test func `A least that is owed may be surpassed, and what is short is made good`() throws {
    let pear = Good("pear", in: .jin)
    let terms = InKindTerms(
      lent: Good("pear tree", in: Quantity.Unit("tree")),
      owed: [.perHead(22, pear, after: .months(9), orMore: true)]
    )
    func position(_ deliveries: [Int], on day: Day) throws -> InKindPosition {
      try InKindLedger(
        terms,
        contracts: [.init("K", borrower: "orchard", lender: "H", on: "2023-01-01", heads: 1)],
        events: deliveries.map { .init("K", on: "2023-09-30", .delivered($0)) }
      ).position(on: day)
    }
    let poor = try position([18], on: "2023-10-01")
    #expect((poor[.owed], poor[.delivered], poor[.arrears], poor.isSettled) == (22, 18, 4, false))
    let rich = try position([18, 12], on: "2023-10-01")
    #expect((rich[.owed], rich[.delivered], rich[.arrears], rich.isSettled) == (30, 30, 0, true))
    #expect(try roundTrip(terms).value == terms)
  }

  @Test func `A schedule may ask for as much as can be counted, and for no more`() throws {
    let most = InKindTerms(
      lent: .ewe,
      owed: [.perHead(10_000, .lamb, after: .months(1))]
        + [
          .fixed(1, .lamb, after: .months(12)),
          .fixed(Int(Int32.max) - 1, .lamb, after: .months(24)),
        ]
    )
    #expect(try roundTrip(most).value == most)
    let one = "\"fixed\":1,"
    let stored = try json(most)
    #expect(stored.contains(one))
    #expect(
      try decodingProblem(InKindTerms.self, from: stored.replacing(one, with: "\"fixed\":2,"))
        == "A schedule asks for at most 10000 for each head and 2147483647 fixed."
    )
  }

  /// Stock that is bought and dies again and again, insured for the most that terms allow.
  @Test(arguments: [1, 5])
  func `An insurer's payouts too large to be added up are refused`(contracts: Int) throws {
    let most = Int(Int32.max)
    let terms = InKindTerms(
      lent: .ewe,
      owed: [.fixed(1, .lamb, after: .months(12))],
      sumInsured: .yuan(10_000_000)
    )
    func end(after turns: Int) throws -> InKindPosition {
      try InKindLedger(
        terms,
        contracts: (0..<contracts).map {
          .init("K\($0)", borrower: "A", lender: "B", on: "2016-01-01", heads: most)
        },
        events: (0..<turns).flatMap { turn -> [InKindEvent] in
          let id = "K\(turn % contracts)"
          return [
            .init(id, on: "2016-02-01", .died(most, .lent)),
            .init(id, on: "2016-02-01", .bought(most, .lent)),
          ]
        }
      ).position(on: "2016-12-31")
    }
    #expect(try end(after: 4).insurancePayout == .yuan(10_000_000) * Int64(most) * 4)
    let error = #expect(throws: BenefitError.self) { try end(after: 5) }
    #expect(error?.code == .overflow)
    #expect(error?.description.hasSuffix("what the insurer pays is too large to be kept.") == true)
  }
}
