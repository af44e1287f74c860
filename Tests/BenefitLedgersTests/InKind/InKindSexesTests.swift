import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

/// What is owed by sex: each good for itself.
struct InKindSexesTests {
  // Weichang, Hebei: for one ewe a ewe lamb and a ram lamb within two years; three litters, at least
  // six lambs ("羊倌"老韩的"脱贫合同"). The sexes of the litters and the days are ours.
  private static let terms = InKindTerms(
    lent: .ewe,
    owed: [
      .perHead(1, .eweLamb, after: .months(24)),
      .perHead(1, .ramLamb, after: .months(24)),
    ]
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
        .init("W-1", on: "2017-12-01", .delivered(1, .of(.ramLamb))),
        .init("W-1", on: "2018-04-01", .delivered(1, .of(.eweLamb))),
      ]
    )
    let late = ledger.position(on: "2018-03-01")
    #expect((late[.owed], late[.delivered], late[.arrears], late.isSettled) == (2, 1, 1, false))
    #expect((late[.arrears, of: .eweLamb], late[.arrears, of: .ramLamb]) == (1, 0))
    #expect((late[.offspringKept, of: .eweLamb], late[.offspringKept, of: .ramLamb]) == (2, 2))
    #expect(late[.stockKept] == 0)
    let settled = ledger.position(on: "2018-04-01")
    #expect(settled.isSettled)
    #expect(
      (settled[.offspringAlive, of: .eweLamb], settled[.offspringAlive, of: .ramLamb]) == (2, 2)
    )
    #expect((settled[.offspringKept], settled[.stockKept]) == (4, 1))
    #expect(settled.goods == [.ewe, .eweLamb, .ramLamb])
  }

  @Test func `A ram lamb returned covers no ewe lamb owed`() throws {
    let two =
      Self.litters + [
        .init("W-1", on: "2018-03-01", .delivered(1, .of(.ramLamb))),
        .init("W-1", on: "2018-03-01", .delivered(1, .of(.ramLamb))),
      ]
    #expect(
      refusal(two)?.description == "Contract \"W-1\", event 6 (2018-03-01, 1 ram lamb delivered): "
        + "the contract still owes only 0 ram lambs."
    )
    #expect(refusal(two)?.code == .notEnough)
    let disguised = InKindEvent(
      "W-1",
      on: "2018-03-01",
      .delivered(1, .of(.ramLamb), as: .eweLamb)
    )
    #expect(
      refusal(Self.litters + [disguised])?.description
        == "Contract \"W-1\", event 5 (2018-03-01, "
        + "1 ewe lamb delivered): ram lamb does not count as ewe lamb."
    )
    #expect(refusal(Self.litters + [disguised])?.code == .wrongGood)
    // The owed heads are all there, in one sex: still one is in arrears.
    let position = try weichang(Array(two.dropLast())).position(on: "2018-03-01")
    #expect((position[.arrears], position[.arrears, of: .eweLamb]) == (1, 1))
  }

  @Test(
    arguments: [
      (
        .sold(1, .offspring),
        "1 offspring sold): the number of the offspring alive is 0."
      ),
      (
        .identified(1, as: .eweLamb),
        "1 offspring identified as ewe lamb): the number of the offspring alive is 0."
      ),
      (
        .identified(1, .lent, as: .eweLamb),
        "1 lent identified as ewe lamb): only offspring of another kind can be identified as ewe lamb."
      ),
      (
        .delivered(1, .lent),
        "1 delivered): the terms owe ewe lamb, ram lamb, each for itself. Say which it is."
      ),
      (
        .delivered(1, .of(.lamb)),
        "1 lamb delivered): the terms owe no lamb."
      ),
      (
        .died(3, .of(.eweLamb)),
        "3 ewe lamb died): the number of the ewe lamb alive is 0."
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

  // Three litters of two, whose sexes are told late or never.
  @Test func `Young of unknown sex are counted, and are assigned or delivered as whichever`() throws
  {
    let ledger = try weichang([
      .init("W-1", on: "2016-08-01", .born(2)),
      .init("W-1", on: "2017-03-01", .born(2)),
      .init("W-1", on: "2017-10-01", .born(2, .eweLamb)),
      .init("W-1", on: "2017-11-01", .identified(1, as: .eweLamb)),
      .init("W-1", on: "2017-11-02", .died(1, .offspring)),
      .init("W-1", on: "2018-03-01", .delivered(1, as: .ramLamb)),
      .init("W-1", on: "2018-03-01", .delivered(1, as: .eweLamb)),
    ])
    // One of the four unknown may yet be owed as a ewe lamb and one as a ram lamb.
    let unknown = ledger.position(on: "2017-03-01")
    #expect((unknown[.born], unknown[.offspringKept], unknown[.owed]) == (4, 2, 2))
    #expect((unknown[.born, of: .eweLamb], unknown[.arrears]) == (0, 0))
    let told = ledger.position(on: "2017-11-02")
    #expect((told[.born], told[.born, of: .eweLamb], told[.died]) == (6, 3, 1))
    // Two ewe lambs beyond the one owed, and one of two unknown beyond the ram lamb.
    #expect((told[.offspringKept, of: .eweLamb], told[.offspringKept]) == (2, 3))
    let end = ledger.position(on: "2018-03-01")
    #expect((end.isSettled, end[.born], end[.born, of: .ramLamb]) == (true, 6, 1))
    #expect((end[.offspringAlive], end[.offspringAlive, of: .eweLamb], end[.kept]) == (3, 2, 4))
  }

  @Test func `The lent ewe may stand in for a ewe lamb where the event says so`() throws {
    let ledger = try weichang([.init("W-1", on: "2018-03-01", .delivered(1, .lent, as: .eweLamb))])
    let position = ledger.position(on: "2018-03-01")
    #expect((position[.arrears, of: .eweLamb], position[.arrears, of: .ramLamb]) == (0, 1))
    #expect((position[.alive], position[.stockHandedOver]) == (0, 1))
  }

  // Heifer: the first female of the offspring is passed on; males are the household's.
  @Test func `Where only females are owed, males are kept from the first day`() throws {
    let terms = InKindTerms(
      lent: .ewe,
      owed: [.fixed(1, .eweLamb, after: .months(24))]
    )
    let ledger = try weichang(
      [
        .init("W-1", on: "2016-08-01", .born(2, .ramLamb)),
        .init("W-1", on: "2017-03-01", .born(1)),
      ],
      terms: terms
    )
    let position = ledger.position(on: "2017-03-01")
    #expect(
      (position[.offspringKept, of: .ramLamb], position[.offspringKept, of: .eweLamb]) == (2, 0)
    )
    #expect((position[.offspringKept], position[.stillOwed]) == (2, 1))
    #expect(
      refusal(
        [
          .init("W-1", on: "2016-08-01", .born(2, .ramLamb)),
          .init("W-1", on: "2016-09-01", .delivered(1, .of(.ramLamb))),
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
      owed: .straightLine(Ratio(3, 2), .eweLamb, overMonths: 24) + [
        .fixed(3, .ramLamb, after: .months(9)), .perHead(1, .ramLamb, after: .months(18)),
      ],
      stockDue: .months(24),
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
      let animals: InKindEvent.Animals = Bool.random(using: &random) ? .lent : .of(good)
      let occurrences: [InKindEvent.Occurrence] = [
        .born(count, good), .died(count, animals), .sold(count, animals),
        .delivered(count, .of(good)), .passedOn(count, .lent, as: good, to: "H"),
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
      func sum(_ counts: [InKindCount], of good: Good) -> Int {
        counts.reduce(0) { $0 + whole[$1, of: good] }
      }
      for good in sexes {
        #expect(whole[.owed, of: good] == sum([.delivered, .arrears, .toCome], of: good))
        #expect(
          sum([.born, .offspringBought], of: good)
            == sum(
              [.offspringAlive, .offspringDied, .offspringSold, .offspringHandedOver],
              of: good
            )
        )
        let column = try ledger.quantities(of: .arrears, good: good, on: day, for: register)
        let arrears = Quantity(Int64(whole[.arrears, of: good]), .head)
        #expect(column.values.reduce("0 head", +) == arrears)
      }
      for count in [.arrears, .owed, .offspringKept, .born] as [InKindCount] {
        #expect(sexes.reduce(0) { $0 + whole[count, of: $1] } == whole[count])
      }
    }
    let (decoded, isSameBytes) = try roundTrip(ledger)
    #expect(decoded == ledger && isSameBytes)
    let end = ledger.position(on: "2018-12-31")
    #expect(end[.owed] == end[.delivered] + end[.arrears] + end[.toCome])
  }
}
