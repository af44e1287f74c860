import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

struct InKindDepositTests {
  private func ledger(
    _ events: [(Day, InKindEvent.Occurrence)]
  ) throws(BenefitError) -> InKindLedger {
    try InKindLedger(
      InKindTerms(
        lent: .ewe,
        owed: [.perHead(1, .lamb, after: .months(12))],
        deposit: .yuan(500)
      ),
      contracts: [.init("K", borrower: "H-1000", lender: "F", on: "2016-05-01", heads: 2)],
      events: [.init("K", on: "2016-05-01", .depositPaid), .init("K", on: "2016-08-01", .born(3))]
        + events.map { InKindEvent("K", on: $0, $1) }
    )
  }

  /// The code and the end of the sentence with which a third event or a later one is refused.
  private func refusal(
    _ events: [(Day, InKindEvent.Occurrence)]
  ) -> (code: BenefitError.Code, text: String)? {
    do {
      _ = try ledger(events)
      return nil
    } catch {
      return (error.code, "\(error.advice ?? error.found)")
    }
  }

  @Test func `A part is forfeited for what was not delivered and the rest refunded`() throws {
    let ledger = try ledger([
      ("2017-05-01", .delivered(1)),
      ("2017-07-01", .depositForfeited(.yuan(350), reason: "one lamb not delivered")),
      ("2017-07-02", .depositRefunded()),
    ])
    func money(_ day: Day) -> [Money] {
      let position = ledger.position(on: day)
      return [
        position.depositPaid, position.depositHeld, position.depositRefunded,
        position.depositForfeited,
      ]
    }
    #expect(money("2016-04-30") == [.zero, .zero, .zero, .zero])
    #expect(money("2017-06-30") == [.yuan(500), .yuan(500), .zero, .zero])
    #expect(money("2017-07-01") == [.yuan(500), .yuan(150), .zero, .yuan(350)])
    #expect(money("2017-07-02") == [.yuan(500), .zero, .yuan(150), .yuan(350)])
    // The money is no lamb: what is in arrears stays so.
    #expect(ledger.position(on: "2017-07-02")[.arrears] == 1)
    #expect(
      ledger.events[3].occurrence.description
        == "350.00 of the deposit forfeited: one lamb not delivered"
    )
  }

  @Test func `What is forfeited is a cost, what is refunded is nothing`() throws {
    let ledger = try ledger([
      ("2017-06-01", .depositForfeited("0.01", reason: "a fence")),
      ("2017-07-01", .depositForfeited(.yuan(349), reason: "one lamb not delivered")),
      ("2017-08-01", .depositRefunded("50.00")),
    ])
    let register = try likeHouseholds(2)
    let scheme = LambsForEwes(
      name: "lambs",
      sales: Purchase("lambs sold", of: .measure(.offspringSold), at: "650.00"),
      depositHeld: .fact(.depositHeld),
      depositForfeited: .fact(.depositForfeited)
    )
    var season = Season(2017)
    try season.state(ledger, in: .year(2017), for: register)
    let settlement = try scheme.settle(season, for: register)
    #expect(try Array(settlement.line("deposit")) == ["100.99", .zero])
    #expect(try Array(settlement.line("deposit forfeited")) == ["349.01", .zero])
    #expect((settlement.gross, settlement.costs) == (.zero, "349.01"))
    let before = try ledger.amounts(of: \.depositForfeited, in: .year(2016), for: register)
    #expect(before == register.byID([.zero, .zero]))
  }

  @Test func `What is forfeited counts in the year in which it is`() throws {
    let ledger = try ledger([
      ("2017-06-01", .depositForfeited(.yuan(1), reason: "a fence")),
      ("2018-06-01", .depositForfeited(.yuan(2), reason: "another")),
    ])
    let register = try likeHouseholds(1)
    for (year, forfeited) in zip(2016...2019, [.zero, .yuan(1), .yuan(2), Money.zero]) {
      #expect(
        try ledger.amounts(of: \.depositForfeited, in: .year(year), for: register)
          == register.byID([forfeited])
      )
    }
  }

  @Test func `What is not held is neither refunded nor forfeited`() {
    let settled: [(Day, InKindEvent.Occurrence)] = [("2017-05-01", .delivered(2))]
    let cases: [([(Day, InKindEvent.Occurrence)], BenefitError.Code, String)] = [
      (
        settled + [("2017-05-02", .depositRefunded()), ("2017-05-03", .depositRefunded())],
        .wrongState, "it was refunded before."
      ),
      (
        settled + [
          ("2017-05-02", .depositRefunded("400.00")), ("2017-05-03", .depositRefunded("100.01")),
        ],
        .notEnough, "only 100.00 of it is held."
      ),
      (
        settled + [("2017-05-02", .depositRefunded("500.01"))],
        .notEnough, "only 500.00 of it is held."
      ),
      (
        [
          ("2017-05-02", .depositForfeited(reason: "the ewes were sold")),
          ("2017-05-03", .depositRefunded()),
        ],
        .wrongState, "nothing of it is held; 0.00 was refunded and 500.00 forfeited."
      ),
      (
        [
          ("2017-05-02", .depositForfeited("200.00", reason: "one ewe was sold")),
          ("2017-05-02", .depositRefunded()),
          ("2017-05-03", .depositForfeited("0.01", reason: "the other too")),
        ],
        .wrongState, "nothing of it is held; 300.00 was refunded and 200.00 forfeited."
      ),
      (
        [("2017-05-02", .depositForfeited("500.01", reason: "the ewes were sold"))],
        .notEnough, "only 500.00 of it is held."
      ),
      (
        [("2017-05-02", .depositForfeited(reason: ""))],
        .invalidName, "Say for what it is forfeited."
      ),
      (
        settled + [("2017-05-02", .depositRefunded(.zero))], .notPositive,
        "an amount is above zero."
      ),
      (
        [("2017-05-02", .depositForfeited("-1.00", reason: "none"))],
        .notPositive, "an amount is above zero."
      ),
      (
        [("2017-05-02", .depositRefunded("1.00"))],
        .outOfOrder, "the contract still owes 2 lambs and 0 animals of the stock."
      ),
    ]
    for (events, code, text) in cases {
      let refusal = refusal(events)
      #expect(refusal?.code == code)
      #expect(refusal?.text == text)
    }
  }

  @Test func `A deposit that was not paid is not forfeited`() {
    #expect {
      try InKindLedger(
        InKindTerms(
          lent: .ewe,
          owed: [.perHead(1, .lamb, after: .months(12))],
          deposit: .yuan(500)
        ),
        contracts: [.init("K", borrower: "H", lender: "F", on: "2016-05-01", heads: 2)],
        events: [.init("K", on: "2016-05-01", .depositForfeited(reason: "no lambs"))]
      )
    } throws: {
      ($0 as? BenefitError)?.code == .wrongState
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `What was paid is held, refunded or forfeited, to the fen`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var events: [(Day, InKindEvent.Occurrence)] = [("2017-05-01", .delivered(2))]
    var kept = 0
    for step in 1...12 {
      let part = Money(fen: .random(in: 1...20_000, using: &random))
      let occurrence: InKindEvent.Occurrence =
        Bool.random(using: &random)
        ? .depositRefunded(part) : .depositForfeited(part, reason: "damage")
      let next = events + [("2017-05-01" + step, occurrence)]
      if (try? ledger(next)) != nil {
        events = next
        kept += 1
      }
      let position = try ledger(events).position(on: "2018-01-01")
      #expect(position.depositPaid == .yuan(500))
      #expect(
        position.depositHeld + position.depositRefunded + position.depositForfeited == .yuan(500)
      )
      #expect(position.depositHeld >= .zero)
    }
    #expect(kept > 2)
    let (decoded, isSameBytes) = try roundTrip(ledger(events))
    #expect(try decoded == ledger(events) && isSameBytes)
  }
}
