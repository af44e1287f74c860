import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

/// Both parties owe: the orchard pears for each tree, the adopter its fee.
struct InKindPartiesTests {
  private static let year: [InKindEvent] = [
    .init("poor", on: "2023-01-01", .paid(.yuan(200), by: .lender)),
    .init("rich", on: "2023-01-05", .paid(.yuan(150), by: .lender)),
    .init("poor", on: "2023-09-20", .delivered(10)),
    .init("rich", on: "2023-09-20", .delivered(30)),
    .init("poor", on: "2023-10-01", .delivered(3)),
    .init("poor", on: "2023-10-20", .delivered(4)),
    .init("poor", on: "2023-11-20", .redeemed(2, as: PearOrchard.pear)),
  ]

  @Test func `What is short is made good tree by tree, in pears and in money`() throws {
    let ledger = try PearOrchard.ledger(Self.year)
    func li(_ day: Day) -> InKindPosition { ledger.position(of: "Li", as: .lender, on: day) }
    // The rich tree's 8 jin more are the adopter's and make up for nothing.
    let due = li("2023-10-01")
    #expect((due[.owed], due[.delivered], due[.arrears], due[.madeGood]) == (52, 43, 9, 0))
    let late = li("2023-10-31")
    #expect((late[.delivered], late[.arrears], late[.madeGood]) == (47, 5, 4))
    let end = li("2023-12-31")
    #expect((end[.delivered], end[.redeemed], end[.arrears], end[.madeGood]) == (47, 2, 3, 6))
    #expect(end[.owed] == end[.delivered] + end[.redeemed] + end[.arrears] + end[.toCome])
    #expect(end[inMoney: .redeemed] == "10.00")
  }

  @Test func `The adopter's fee stands apart from what the orchard owes`() throws {
    let ledger = try PearOrchard.ledger(Self.year)
    let first = ledger.position(on: "2023-01-01")
    #expect(first[inMoney: .due, by: .lender] == .yuan(400))
    #expect(first[inMoney: .delivered, by: .lender] == .yuan(200))
    #expect(first[inMoney: .arrears, by: .lender] == .yuan(200))
    let end = ledger.position(on: "2023-12-31")
    #expect(end[inMoney: .arrears, by: .lender] == .yuan(50))
    // 150 yuan came four days late.
    #expect(end[inMoney: .madeGood, by: .lender] == .yuan(150))
    #expect(end[inMoney: .owed] == .zero)
    #expect(end.goods.map(\.name) == ["pear", "pear tree"])
    let (decoded, isSameBytes) = try roundTrip(ledger)
    #expect(decoded == ledger && isSameBytes)
  }

  @Test func `A fee that the lender owes holds back no deposit`() throws {
    let ledger = try PearOrchard.ledger(
      [
        .init("rich", on: "2023-01-01", .depositPaid),
        .init("rich", on: "2023-09-20", .delivered(22)),
        .init("rich", on: "2023-10-02", .depositRefunded()),
      ],
      deposit: .yuan(100)
    )
    let end = try #require(ledger.position(of: "rich", on: "2023-12-31"))
    #expect((end.isSettled, end.depositRefunded) == (true, .yuan(100)))
    #expect(end[inMoney: .arrears, by: .lender] == .yuan(200))
  }

  @Test(
    arguments: [
      (
        .redeemed(23), "23 redeemed): the contract still owes only 22 pears.",
        "折价抵付应还实物 23）：合同只欠「pear」 22 斤。"
      ),
      (
        .paid("200.01", by: .lender),
        "200.01 paid by the lender): the contract still owes only 200.00.",
        "借出方支付 200.01）：合同只欠 200.00。"
      ),
      (
        .paid("1.00"), "1.00 paid): the terms ask for no money.",
        "支付 1.00）：条款未约定支付款项。"
      ),
    ] as [(InKindEvent.Occurrence, String, String)]
  )
  func `What nobody owes cannot be paid or redeemed`(
    occurrence: InKindEvent.Occurrence,
    english: String,
    chinese: String
  ) {
    let error = #expect(throws: BenefitError.self) {
      try PearOrchard.ledger([.init("poor", on: "2023-02-01", occurrence)])
    }
    #expect(error?.description == "Contract \"poor\", event 1 (2023-02-01, " + english)
    #expect(error?.text(in: .simplifiedChinese).hasSuffix(chinese) == true)
  }

  @Test func `Without a price nothing is redeemed, and no lender owes what the terms do not say`() {
    func refusal(_ occurrence: InKindEvent.Occurrence) -> BenefitError? {
      #expect(throws: BenefitError.self) {
        try InKindLedger(
          InKindTerms(lent: .ewe, owed: [.perHead(1, .lamb, after: .months(12))]),
          contracts: [.init("K", borrower: "H", lender: "F", on: "2020-01-01", heads: 1)],
          events: [.init("K", on: "2020-02-01", occurrence)]
        )
      }
    }
    let lamb = refusal(.redeemed(1, as: .lamb))
    #expect(
      lamb?.description
        == "Contract \"K\", event 1 (2020-02-01, 1 lamb redeemed): the terms state no "
        + "price for which lamb may be redeemed."
    )
    #expect(lamb?.text(in: .simplifiedChinese).hasSuffix("条款未约定羔羊的折价单价。") == true)
    let fee = refusal(.paid("1.00", by: .lender))
    #expect(fee?.description.hasSuffix("the terms ask the lender for no money.") == true)
    #expect(fee?.text(in: .simplifiedChinese).hasSuffix("条款未约定由借出方支付款项。") == true)
  }

  @Test(
    arguments: [
      (
        "800.00", "0.00",
        "A unit is redeemed for more than nothing and at most 10,000.00, not 0.00."
      ),
      (
        "800.00", "10000.01",
        "A unit is redeemed for more than nothing and at most 10,000.00, not 10,000.01."
      ),
      ("lamb", "egg", "Only a good that is owed is redeemed, not egg."),
    ]
  )
  func `A price that cannot be is refused in a file`(
    right: String,
    wrong: String,
    problem: String
  ) throws {
    let file = try json(
      InKindTerms(
        lent: .ewe,
        owed: [.perHead(1, .lamb, after: .months(12))],
        redeemableAt: [.lamb: "800.00"]
      )
    )
    let (start, prices) = try #require(
      file.firstRange(of: "redeemableAt").map { range in
        (file[..<range.lowerBound], file[range.lowerBound...].replacing(right, with: wrong))
      }
    )
    #expect(try decodingProblem(InKindTerms.self, from: String(start) + String(prices)) == problem)
  }
}
