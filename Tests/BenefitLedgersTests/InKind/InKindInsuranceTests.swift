import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

/// Animals that are insured, while nobody states what the insurer pays.
struct InKindInsuranceTests {
  private func ledger(
    sumInsured: Money? = nil,
    _ events: [(Day, InKindEvent.Occurrence)]
  ) throws(BenefitError) -> InKindLedger {
    try InKindLedger(
      InKindTerms(
        lent: .ewe,
        owed: [.perHead(1, .lamb, after: .months(24))],
        sumInsured: sumInsured
      ),
      contracts: [.init("K", borrower: "H-1000", lender: "F", on: "2016-05-01", heads: 5)],
      events: events.map { InKindEvent("K", on: $0, $1) }
    )
  }

  private static let winter: [(Day, InKindEvent.Occurrence)] = [
    ("2016-12-10", .died(2, .lent)), ("2017-01-20", .died(1, .lent)),
  ]

  @Test func `A claim stays open, and its payment is no zero, until the insurer pays`() throws {
    let open = try ledger(Self.winter)
    #expect(open.position(on: "2016-12-09").insurancePayout == .zero)
    #expect(open.position(on: "2016-12-10")[.claimsOpen] == 2)
    #expect(open.position(on: "2016-12-10").insurancePayout == nil)
    #expect(open.position(on: "2017-12-31")[.claimsOpen, of: .ewe] == 3)
    let part = try ledger(Self.winter + [("2017-02-01", .insurancePaid("700.00", for: 2))])
    #expect(part.position(on: "2017-12-31")[.claimsOpen] == 1)
    #expect(part.position(on: "2017-12-31").insurancePayout == nil)
    let paid = try part.adding(events: [.init("K", on: "2017-03-01", .insurancePaid(.zero, for: 1))]
    )
    #expect(paid.position(on: "2017-12-31").insurancePayout == "700.00")
    let (decoded, isSameBytes) = try roundTrip(paid)
    #expect(decoded == paid && isSameBytes)
    #expect(try json(open.position(on: "2017-12-31")).contains("\"insurancePayout\":null"))
  }

  @Test func `A column of what is not stated says what is missing`() throws {
    let register = try likeHouseholds(1)
    let open = try ledger(Self.winter)
    let error = #expect(throws: BenefitError.self) {
      try open.amounts(of: \.insurancePayout, in: .year(2016), for: register)
    }
    #expect(error?.code == .missing)
    #expect(
      error?.description
        == "Contract \"K\": the insurer's payment for 2 dead animals is not stated. Record what was "
        + "paid; what is unknown does not count as zero."
    )
    #expect(
      error?.text(in: .simplifiedChinese)
        == "合同「K」：死亡牲畜 2 只的保险赔款尚未载明。请补登赔款；未知数不按零计算。"
    )
    // What is known beside it is not held back.
    #expect(
      try open.amounts(of: \.depositHeld, on: "2016-12-31", for: register) == ["H-1000": .zero]
    )
    // A claim of 2016 that is paid in 2017 is money of 2017.
    let paid = try ledger(Self.winter + [("2017-02-01", .insurancePaid("1050.00", for: 3))])
    #expect(
      try paid.amounts(of: \.insurancePayout, in: .year(2017), for: register)
        == ["H-1000": "1,050.00"]
    )
  }

  @Test(
    arguments: [
      (
        nil, .insurancePaid("1.00", for: 4),
        "1.00 paid by the insurer for 4 lent): the number of claims open for the lent is 3.",
        "种畜未结的保险赔案为 3 件。"
      ),
      (
        nil, .insurancePaid("1.00", for: 1, .offspring),
        "1.00 paid by the insurer for 1 offspring): the number of claims open for the offspring is 0.",
        "仔畜未结的保险赔案为 0 件。"
      ),
      (
        nil, .insurancePaid("-1.00", for: 1),
        "-1.00 paid by the insurer for 1 lent): -1.00 is below zero.", "-1.00 低于零。"
      ),
      (
        "300.00", .insurancePaid("1.00", for: 1),
        "1.00 paid by the insurer for 1 lent): the terms state what an insurer pays, and a death "
          + "counts as paid.", "条款已载明保险金额，死亡即按已赔付计。"
      ),
    ] as [(Money?, InKindEvent.Occurrence, String, String)]
  )
  func `A payment for no open claim is refused`(
    sumInsured: Money?,
    occurrence: InKindEvent.Occurrence,
    english: String,
    chinese: String
  ) {
    let error = #expect(throws: BenefitError.self) {
      try ledger(sumInsured: sumInsured, Self.winter + [("2017-02-01", occurrence)])
    }
    #expect(error?.description == "Contract \"K\", event 3 (2017-02-01, " + english)
    #expect(error?.text(in: .simplifiedChinese).hasSuffix(chinese) == true)
  }

  @Test func `A season takes what is known from the ledger and nothing else`() throws {
    let register = try likeHouseholds(1)
    let events =
      Self.winter + [
        ("2016-09-01", .born(4)), ("2016-11-01", .sold(1, .offspring)),
      ]
    let scheme = LambsForEwes(
      name: "Lambs for ewes",
      sales: Purchase("lambs sold", of: .measure(.offspringSold), at: .yuan(700)),
      insurance: .fact(.insurancePayout)
    )
    func season(_ events: [(Day, InKindEvent.Occurrence)]) throws -> Season {
      var season = Season(2016) { $0[.insurancePayout] = .yuan(1) }
      let entered = try ledger(events.sorted { $0.0 < $1.0 })
      try season.state(entered, in: .year(2016), for: register)
      return season
    }
    let open = try season(events)
    #expect(open[.insurancePayout] == nil)
    #expect(throws: BenefitError.self) { try scheme.settle(open, for: register) }
    let paid = try season(events + [("2016-12-20", .insurancePaid("800.00", for: 2))])
    let settlement = try scheme.settle(paid, for: register)
    #expect(try settlement.line("insurance")[0] == "800.00")
    #expect(settlement.gross == .yuan(700))
    #expect(paid[.offspringKept, household: "H-1000"] == "0 head")
    #expect(paid[.depositHeld, household: "H-1000"] == nil)
  }
}
