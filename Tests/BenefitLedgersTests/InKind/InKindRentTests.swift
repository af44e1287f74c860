import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

/// Rent in money beside animals, under one contract.
struct InKindRentTests {
  // Huangling, Shaanxi: a loan household's 18 sheep bring 4,000 yuan a year for three years, then 18 ewes and a ram come
  // back (合作社帮托管 贫困户发“羊”财, Yan'an Daily, 2018). The days are ours.
  private func huangling(
    _ events: [(Day, InKindEvent.Occurrence)]
  ) throws(BenefitError) -> InKindLedger {
    try InKindLedger(
      InKindTerms(
        lent: .ewe,
        owed: [.fixed(1, .ram, after: .months(36))]
          + (1...3).map { .fixed(.yuan(4_000), after: .months(12 * $0)) },
        stockDue: .months(36)
      ),
      contracts: [
        .init("L-1", borrower: "cooperative", lender: "H-1000", on: "2018-01-01", heads: 18)
      ],
      events: events.map { InKindEvent("L-1", on: $0, $1) }
    )
  }

  @Test func `Money and animals stand in one position`() throws {
    let ledger = try huangling([
      ("2019-01-01", .paid(.yuan(4_000))), ("2020-01-01", .paid(.yuan(1_500))),
      ("2021-01-01", .bought(1, .of(.ram))), ("2021-01-01", .delivered(1)),
      ("2021-01-01", .broughtBack(18)), ("2021-02-01", .paid(.yuan(6_500))),
    ])
    let second = ledger.position(on: "2020-01-01")
    #expect(second[inMoney: .owed] == .yuan(12_000))
    #expect((second[inMoney: .due], second[inMoney: .delivered]) == (.yuan(8_000), .yuan(5_500)))
    #expect((second[inMoney: .arrears], second[inMoney: .toCome]) == (.yuan(2_500), .yuan(4_000)))
    // Fen are in no count of animals.
    #expect(
      (second[.owed], second[.arrears], second[.toCome], second.goods) == (1, 0, 1, [.ewe, .ram])
    )
    let returned = ledger.position(on: "2021-01-01")
    #expect((returned[.stillOwed], returned[.stockArrears], returned.isSettled) == (0, 0, false))
    #expect(returned[inMoney: .stillOwed] == .yuan(6_500))
    #expect(ledger.position(on: "2021-02-01").isSettled)
    let (decoded, isSameBytes) = try roundTrip(ledger)
    #expect(decoded == ledger && isSameBytes)
  }

  @Test func `Rent for each head is paid into a column, and less is due for heads let off`() throws
  {
    let ledger = try InKindLedger(
      InKindTerms(
        lent: .ewe,
        owed: [.perHead("60.05", after: .months(12)), .perHead(1, .lamb, after: .months(12))],
        deathsBorneBy: .lender
      ),
      contracts: [.init("K", borrower: "H-1000", lender: "F", on: "2020-01-01", heads: 10)],
      events: [
        .init("K", on: "2020-03-01", .died(1, .lent)),
        .init("K", on: "2020-06-01", .paid("100.00")),
      ]
    )
    let register = try likeHouseholds(1)
    #expect(
      try ledger.amounts(of: \.[inMoney: .arrears], on: "2021-01-01", for: register)
        == ["H-1000": "440.45"]
    )
    #expect(
      try ledger.amounts(of: \.[inMoney: .delivered], in: .year(2020), for: register)
        == ["H-1000": "100.00"]
    )
    #expect(
      try ledger.quantities(of: .arrears, on: "2021-01-01", for: register) == ["H-1000": "9 head"]
    )
  }

  @Test(
    arguments: [
      (
        .paid("12000.01"), "12,000.01 paid): the contract still owes only 12,000.00.",
        "支付 12,000.01）：合同只欠 12,000.00。"
      ),
      (.paid(.zero), "0.00 paid): an amount is above zero.", "支付 0.00）：金额须大于零。"),
    ] as [(InKindEvent.Occurrence, String, String)]
  )
  func `Payments that cannot be are refused in both languages`(
    occurrence: InKindEvent.Occurrence,
    english: String,
    chinese: String
  ) {
    let error = #expect(throws: BenefitError.self) { try huangling([("2019-01-01", occurrence)]) }
    #expect(error?.description == "Contract \"L-1\", event 1 (2019-01-01, " + english)
    #expect(error?.text(in: .simplifiedChinese).hasSuffix(chinese) == true)
  }

  @Test func `No money is taken where none is owed`() {
    let error = #expect(throws: BenefitError.self) {
      try InKindLedger(
        InKindTerms(lent: .ewe, owed: [], stockDue: .months(12)),
        contracts: [.init("K", borrower: "H", lender: "F", on: "2020-01-01", heads: 1)],
        events: [.init("K", on: "2020-02-01", .paid("1.00"))]
      )
    }
    #expect(
      error?.description
        == "Contract \"K\", event 1 (2020-02-01, 1.00 paid): the terms ask for no money."
    )
    #expect(error?.text(in: .simplifiedChinese).hasSuffix("条款未约定支付款项。") == true)
  }
}
