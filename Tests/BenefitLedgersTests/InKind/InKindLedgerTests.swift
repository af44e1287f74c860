import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

/// Laws of every ledger, checked on random ones.
struct InKindLedgerTests {
  /// Where a ledger without contracts stands.
  static let nothing = try? InKindLedger(
    InKindTerms(
      lent: .ewe,
      owed: [.fixed(1, .lamb, after: .days(1))]
    ),
    contracts: []
  ).position(on: "2016-01-01")

  private struct Case {
    var ledger: InKindLedger
    var days: [Day]
  }

  /// A random ledger; every event in it is tried and kept only where the ledger takes it.
  private func ledger(seed: UInt64, times factor: Int = 1) throws -> Case {
    var random = SplitMix64(seed: seed)
    let terms = InKindTerms(
      lent: .ewe,
      owed: Bool.random(using: &random)
        ? .straightLine(Ratio(.random(in: 1...9, using: &random), 2), .lamb, overMonths: 30)
        : [.perHead(1, .lamb, after: .months(7)), .perHead(Ratio(1, 2), .lamb, after: .days(800))],
      stockDue: Bool.random(using: &random) ? .months(30) : nil,
      deathsBorneBy: Bool.random(using: &random) ? .lender : .borrower,
      redeemableAt: [.lamb: "650.00"],
      sumInsured: [.zero, "300.00", nil][.random(in: 0...2, using: &random)],
      deposit: .yuan(500)
    )
    let contracts = (0..<3).map { number in
      InKindContract(
        "K-\(number)",
        borrower: "H-\(1_000 + number % 2)",
        lender: "fund",
        on: Day(2016, 1 + number, 31 - 2 * number),
        heads: factor * .random(in: 1...12, using: &random)
      )
    }
    var events: [InKindEvent] = []
    var day: Day = "2016-03-31"
    while day < "2019-03-31" {
      day = day + .random(in: 1...40, using: &random)
      let count = factor * .random(in: 1...4, using: &random)
      let animals: InKindEvent.Animals = Bool.random(using: &random) ? .offspring : .lent
      let occurrences: [InKindEvent.Occurrence] = [
        .born(2 * count), .born(count), .bought(count, animals), .died(count, animals),
        .sold(count, animals), .delivered(count, animals), .passedOn(count, to: "H-1"),
        .redeemed(count), .insurancePaid("250.00", for: count), .broughtBack(count), .depositPaid,
        .depositRefunded(),
        .depositForfeited("99.99", reason: "damage"),
      ]
      let event = InKindEvent(
        "K-\(Int.random(in: 0..<3, using: &random))",
        on: day,
        occurrences[.random(in: occurrences.indices, using: &random)]
      )
      if (try? InKindLedger(terms, contracts: contracts, events: events + [event])) != nil {
        events.append(event)
      }
    }
    let days = stride(from: 0, through: 1_400, by: 50).map { Day(2015, 12, 15) + $0 }
    return Case(
      ledger: try InKindLedger(terms, contracts: contracts, events: events),
      days: days
    )
  }

  private func requireLaws(_ position: InKindPosition) {
    let met = position[.delivered] + position[.redeemed]
    #expect(position[.owed] == met + position[.arrears] + position[.toCome])
    #expect(position[.madeGood] <= met && position[.claimsOpen] <= position[.stockDied])
    #expect(position[inMoney: .redeemed] == "650.00" * Int64(position[.redeemed]))
    #expect(position[.arrears] >= 0 && position[.toCome] >= 0 && position[.stockArrears] >= 0)
    #expect(
      position[.lent] + position[.born] + position[.bought]
        == position[.alive] + position[.died] + position[.sold]
        + position[.handedOver]
    )
    #expect(position[.handedOver] == position[.delivered] + position[.broughtBack])
    #expect(
      position.depositPaid
        == position.depositHeld + position.depositRefunded + position.depositForfeited
    )
    #expect(position[.offspringKept] <= position[.offspringAlive])
    #expect(position[.stockKept] <= position[.stockAlive])
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `Owed is delivered, in arrears or to come, and no head is lost`(seed: UInt64) throws {
    let sample = try ledger(seed: seed)
    #expect(sample.ledger.events.count > 10)
    for day in sample.days {
      for contract in sample.ledger.contracts {
        requireLaws(try #require(sample.ledger.position(of: contract.id, on: day)))
      }
      requireLaws(sample.ledger.position(on: day))
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `Columns, households and contracts add up to the whole`(seed: UInt64) throws {
    let sample = try ledger(seed: seed)
    let register = try likeHouseholds(3)
    for day in sample.days {
      let whole = sample.ledger.position(on: day)
      let column = try sample.ledger.quantities(of: .arrears, on: day, for: register)
      #expect(column.values.reduce("0 head", +) == Quantity(Int64(whole[.arrears]), .head))
      let households = ["H-1000", "H-1001"].map {
        sample.ledger.position(of: $0, as: .borrower, on: day)
      }
      #expect(households.map { $0[.alive] }.reduce(0, +) == whole[.alive])
      #expect(sample.ledger.position(of: "fund", as: .lender, on: day) == whole)
    }
    for count in InKindCount.allCases where count.isMovement {
      let years = try [2016, 2017, 2018, 2019].map {
        try sample.ledger.quantities(of: count, in: .year($0), for: register)
      }
      let all = try sample.ledger.quantities(of: count, on: "2019-12-31", for: register)
      for id in register.map(\.id) {
        #expect(years.compactMap { $0[id] }.reduce("0 head", +) == all[id], "\(count)")
      }
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `Twice the herd owes and delivers twice as much`(seed: UInt64) throws {
    let one = try ledger(seed: seed, times: 2)
    let two = try ledger(seed: seed, times: 4)
    #expect(one.ledger.events.count == two.ledger.events.count)
    for day in one.days {
      let (small, large) = (one.ledger.position(on: day), two.ledger.position(on: day))
      #expect(large[.alive] == 2 * small[.alive])
      #expect(large[.delivered] == 2 * small[.delivered])
      // What is due is rounded down once for each of the three contracts.
      #expect((0...3).contains(large[.due] - 2 * small[.due]))
    }
  }

  @Test func `The order in which contracts are entered changes nothing`() throws {
    let ledger = try ledger(seed: 7).ledger
    let events = ledger.contracts.reversed().flatMap { contract in
      ledger.events.filter { $0.contract == contract.id }
    }
    let other = try InKindLedger(
      ledger.terms,
      contracts: ledger.contracts.reversed(),
      events: events
    )
    #expect(other.position(on: "2018-06-30") == ledger.position(on: "2018-06-30"))
  }

  @Test func `A period holds its first day and not its end`() throws {
    let terms = InKindTerms(
      lent: .ewe,
      owed: [.fixed(1, .lamb, after: .months(12))]
    )
    let ledger = try InKindLedger(
      terms,
      contracts: [.init("K", borrower: "H-1000", lender: "F", on: "2015-05-01", heads: 3)],
      events: [
        .init("K", on: "2016-01-01", .born(1)), .init("K", on: "2016-12-31", .born(2)),
        .init("K", on: "2017-01-01", .born(4)),
      ]
    )
    let born = try ledger.quantities(of: .born, in: .year(2016), for: likeHouseholds(1))
    #expect(born == ["H-1000": "3 head"])
  }

  @Test func `A ledger comes back from JSON and is entered anew`() throws {
    let ledger = try ledger(seed: 3).ledger
    let (decoded, isSameBytes) = try roundTrip(ledger)
    #expect(decoded == ledger)
    #expect(isSameBytes)
    #expect(decoded.position(on: "2018-01-01") == ledger.position(on: "2018-01-01"))
  }
}
