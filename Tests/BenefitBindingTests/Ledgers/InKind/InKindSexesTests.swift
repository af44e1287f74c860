import BenefitBinding
import TestSupport
import Testing

/// What is owed by sex: each good for itself.
struct InKindSexesTests {
  // Weichang, Hebei: for one ewe a ewe lamb and a ram lamb within two years; three litters, at least
  // six lambs ("羊倌"老韩的"脱贫合同"). The sexes of the litters and the days are ours.
  private static let terms = InKindTerms(
    lent: .ewe,
    owed: [
      .init(.eweLamb, [.perHead(1, after: .months(24))]),
      .init(.ramLamb, [.perHead(1, after: .months(24))]),
    ],
    lentStock: .becomesBorrowers
  )

  private static let litters: [InKindEvent] = [
    .init("W-1", on: "2016-08-01", .born(2, .ramLamb)),
    .init("W-1", on: "2017-03-01", .born(1, .eweLamb)),
    .init("W-1", on: "2017-03-01", .born(1, .ramLamb)),
    .init("W-1", on: "2017-10-01", .born(2, .eweLamb)),
  ]

  private func weichang(
    _ events: [InKindEvent],
    terms: InKindTerms = terms
  ) throws(BenefitError) -> InKindLedger {
    try InKindLedger(
      terms,
      contracts: [.init("W-1", borrower: "H-1000", lender: "fund", on: "2016-03-01", heads: 1)],
      events: events
    )
  }

  private func refusal(_ events: [InKindEvent], terms: InKindTerms = terms) -> BenefitError? {
    do {
      _ = try weichang(events, terms: terms)
      return nil
    } catch {
      return error
    }
  }

  @Test func `Weichang: a ewe lamb and a ram lamb go back, two of each and the ewe are kept`()
    throws
  {
    let ledger = try weichang(
      Self.litters + [
        .init("W-1", on: "2017-12-01", .delivered(1, .offspring(.ramLamb))),
        .init("W-1", on: "2018-04-01", .delivered(1, .offspring(.eweLamb))),
      ]
    )
    let late = ledger.position(on: "2018-03-01")
    #expect((late.owed, late.delivered, late.arrears, late.isSettled) == (2, 1, 1, false))
    #expect((late[.eweLamb].arrears, late[.ramLamb].arrears) == (1, 0))
    #expect((late[.eweLamb].kept.offspring, late[.ramLamb].kept.offspring) == (2, 2))
    #expect(late.kept.lent == 0)
    let settled = ledger.position(on: "2018-04-01")
    #expect(settled.isSettled)
    #expect((settled[.eweLamb].alive.offspring, settled[.ramLamb].alive.offspring) == (2, 2))
    #expect((settled.kept.offspring, settled.kept.lent) == (4, 1))
    #expect(settled.goods == [.eweLamb, .ramLamb])
  }

  @Test func `A ram lamb returned covers no ewe lamb owed`() throws {
    let two =
      Self.litters + [
        .init("W-1", on: "2018-03-01", .delivered(1, .offspring(.ramLamb))),
        .init("W-1", on: "2018-03-01", .delivered(1, .offspring(.ramLamb))),
      ]
    #expect(
      refusal(two)?.description == "Contract \"W-1\", event 6 (2018-03-01, 1 ram lamb delivered): "
        + "only 0 ram lamb are still owed."
    )
    #expect(refusal(two)?.code == .notEnough)
    let disguised = InKindEvent(
      "W-1",
      on: "2018-03-01",
      .delivered(1, .offspring(.ramLamb), as: .eweLamb)
    )
    #expect(
      refusal(Self.litters + [disguised])?.description
        == "Contract \"W-1\", event 5 (2018-03-01, "
        + "1 ewe lamb delivered): ram lamb does not count as ewe lamb."
    )
    #expect(refusal(Self.litters + [disguised])?.code == .wrongGood)
    // The owed heads are all there, in one sex: still one is in arrears.
    let position = try weichang(Array(two.dropLast())).position(on: "2018-03-01")
    #expect((position.arrears, position[.eweLamb].arrears) == (1, 1))
  }

  @Test(
    arguments: [
      (
        .born(1),
        "1 born): the terms owe ewe lamb, ram lamb, each for itself. Say which it is."
      ),
      (
        .sold(1, .offspring),
        "1 offspring sold): the terms owe ewe lamb, ram lamb, each for itself. Say which it is."
      ),
      (
        .delivered(1, .lent),
        "1 delivered): the terms owe ewe lamb, ram lamb, each for itself. Say which it is."
      ),
      (
        .delivered(1, .offspring(.lamb)),
        "1 lamb delivered): the terms owe no lamb."
      ),
      (
        .died(3, .offspring(.eweLamb)),
        "3 ewe lamb died): only 0 of the ewe lamb are alive."
      ),
    ] as [(InKindEvent.Occurrence, String)]
  )
  func `Where the sexes are owed for themselves an event says which`(
    occurrence: InKindEvent.Occurrence,
    expected: String
  ) {
    let error = refusal([.init("W-1", on: "2016-08-01", occurrence)])
    #expect(
      error?.description == "Contract \"W-1\", event 1 (2016-08-01, " + expected
    )
  }

  @Test func `The lent ewe may stand in for a ewe lamb where the event says so`() throws {
    let ledger = try weichang([.init("W-1", on: "2018-03-01", .delivered(1, .lent, as: .eweLamb))])
    let position = ledger.position(on: "2018-03-01")
    #expect((position[.eweLamb].arrears, position[.ramLamb].arrears) == (0, 1))
    #expect((position.alive.total, position.handedOver.lent) == (0, 1))
  }

  // Heifer: the first female of the offspring is passed on; males are the household's.
  @Test func `Where only females are owed, males are kept from the first day`() throws {
    let terms = InKindTerms(
      lent: .ewe,
      owed: .eweLamb,
      schedule: [.fixed(1, after: .months(24))],
      lentStock: .becomesBorrowers
    )
    let ledger = try weichang(
      [
        .init("W-1", on: "2016-08-01", .born(2, .ramLamb)),
        .init("W-1", on: "2017-03-01", .born(1)),
      ],
      terms: terms
    )
    let position = ledger.position(on: "2017-03-01")
    #expect((position[.ramLamb].kept.offspring, position[.eweLamb].kept.offspring) == (2, 0))
    #expect((position.kept.offspring, position.stillOwed) == (2, 1))
    #expect(
      refusal(
        [
          .init("W-1", on: "2016-08-01", .born(2, .ramLamb)),
          .init("W-1", on: "2016-09-01", .delivered(1, .offspring(.ramLamb))),
        ],
        terms: terms
      )?.code == .wrongGood
    )
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `Both equations hold for each sex, and the sexes add up`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let sexes: [Good] = [.eweLamb, .ramLamb]
    let terms = InKindTerms(
      lent: .ewe,
      owed: [
        .init(.eweLamb, .straightLine(Ratio(3, 2), overMonths: 24)),
        .init(.ramLamb, [.fixed(3, after: .months(9)), .perHead(1, after: .months(18))]),
      ],
      lentStock: .comesBack(after: .months(24)),
      deathsBorneBy: .lender
    )
    let contracts = (0..<2).map {
      InKindContract(
        "K-\($0)",
        borrower: "H-\(1_000 + $0)",
        lender: "fund",
        on: "2016-01-31",
        heads: 5 + $0
      )
    }
    var events: [InKindEvent] = []
    for step in 0..<60 {
      let count = Int.random(in: 1...3, using: &random)
      let good = sexes[.random(in: 0...1, using: &random)]
      let animals: InKindEvent.Animals = Bool.random(using: &random) ? .lent : .offspring(good)
      let occurrences: [InKindEvent.Occurrence] = [
        .born(count, good), .died(count, animals), .sold(count, animals),
        .delivered(count, .offspring(good)), .passedOn(count, .lent, as: good, to: "H"),
        .broughtBack(count, animals), .bought(count, animals),
      ]
      let event = InKindEvent(
        "K-\(step % 2)",
        on: Day(2016, 2, 1) + 15 * step,
        occurrences[.random(in: occurrences.indices, using: &random)]
      )
      if (try? InKindLedger(terms, contracts: contracts, events: events + [event])) != nil {
        events.append(event)
      }
    }
    let ledger = try InKindLedger(terms, contracts: contracts, events: events)
    #expect(events.count > 20)
    let register = try likeHouseholds(2)
    for day in stride(from: 0, through: 1_000, by: 40).map({ Day(2016, 1, 31) + $0 }) {
      let whole = ledger.position(on: day)
      let parts = sexes.map { whole[$0] }
      for part in parts {
        #expect(part.owed == part.delivered + part.arrears + part.toCome)
        #expect(
          part.born + part.bought.offspring == part.alive.offspring + part.died.offspring
            + part.sold.offspring
            + part.handedOver.offspring
        )
      }
      #expect(parts.map(\.arrears).reduce(0, +) == whole.arrears)
      #expect(parts.map(\.owed).reduce(0, +) == whole.owed)
      #expect(parts.map(\.kept.offspring).reduce(0, +) == whole.kept.offspring)
      #expect(parts.map(\.born).reduce(0, +) == whole.born)
      for (good, part) in zip(sexes, parts) {
        let column = try ledger.quantities(of: .arrears, good: good, on: day, for: register)
        #expect(column.values.reduce("0 head", +) == Quantity(Int64(part.arrears), .head))
      }
    }
    let (decoded, isSameBytes) = try roundTrip(ledger)
    #expect(decoded == ledger && isSameBytes)
    let end = ledger.position(on: "2018-12-31")
    #expect(end.owed == end.delivered + end.arrears + end.toCome)
  }

  @Test func `Terms owe a good once and count all in one unit`() throws {
    let good = try json(Self.terms)
    func problem(_ part: String, _ other: String) throws -> String? {
      try decodingProblem(
        InKindTerms.self,
        from: good.split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
      )
    }
    #expect(try problem("no such text", "") == nil)
    #expect(
      try problem("ram lamb", "ewe lamb")
        == "ewe lamb is owed in two claims. Put its instalments in one schedule."
    )
    #expect(
      try problem("\"name\":\"ram lamb\",\"unit\":\"head\"", "\"name\":\"wool\",\"unit\":\"jin\"")
        == "What is owed is counted in one unit, not in head and jin."
    )
    #expect(
      try decodingProblem(
        InKindEvent.Animals.self,
        from: "{\"isLent\":true,\"good\":{\"name\":\"ewe\",\"unit\":\"head\"}}"
      ) == "Lent animals are what the terms say, not ewe. Leave the good out."
    )
  }
}
