import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

/// Deaths that are borne other than the terms say, event by event.
struct InKindBearerTests {
  // Urad Rear banner: 1,087 ewes, three lambs for each in 36 months (河套有个“羊联体”, Xinhua, 2022-05-27). The deaths
  // are ours.
  private func ledger(
    _ bearer: InKindTerms.Party,
    _ occurrences: [InKindEvent.Occurrence]
  ) throws(BenefitError) -> InKindLedger {
    try InKindLedger(
      InKindTerms(
        lent: .ewe,
        owed: [.perHead(3, .lamb, after: .months(36))],
        stockDue: .months(36),
        deathsBorneBy: bearer
      ),
      contracts: [
        .init("U-1", borrower: "firm", lender: "village", on: "2021-11-01", heads: 1_087)
      ],
      events: occurrences.map { .init("U-1", on: "2022-06-01", $0) }
    )
  }

  @Test(
    arguments: [
      (.borrower, nil, 3_261, 1_087), (.borrower, .lender, 3_231, 1_077),
      (.lender, nil, 3_231, 1_077), (.lender, .borrower, 3_261, 1_087),
    ] as [(InKindTerms.Party, InKindTerms.Party?, Int, Int)]
  )
  func `An event that names its bearer goes before the terms`(
    rule: InKindTerms.Party,
    stated: InKindTerms.Party?,
    owed: Int,
    stock: Int
  ) throws {
    let ledger = try ledger(rule, [.died(10, .lent, borneBy: stated, reason: "snowstorm")])
    let position = ledger.position(on: "2022-06-01")
    #expect((position[.owed], position[.stockOwed], position[.died]) == (owed, stock, 10))
    let (decoded, isSameBytes) = try roundTrip(ledger)
    #expect(decoded == ledger && isSameBytes)
  }

  @Test func `Each event is borne for itself`() throws {
    let position = try ledger(
      .borrower,
      [
        .died(4, .lent), .died(3, .lent, borneBy: .lender, reason: "plague"),
        .died(2, .lent, reason: "wolves"),
      ]
    ).position(on: "2022-06-01")
    #expect((position[.owed], position[.stockOwed], position[.stockAlive]) == (3_252, 1_084, 1_078))
  }

  @Test(
    arguments: [
      (
        .died(1, .lent, borneBy: .lender),
        "1 lent died (borne by the lender)): there is no reason. Say why this party bears it.",
        "种畜死亡 1（由借出方承担））：没有写明原因。请写明由该方承担的原因。"
      ),
      (
        .died(1_088, .lent, borneBy: .lender, reason: "洪水"),
        "1088 lent died (borne by the lender: 洪水)): the number of the lent alive is 1087.",
        "种畜死亡 1088（由借出方承担：「洪水」））：存活的种畜为 1087 只。"
      ),
      (
        .died(1, .offspring, borneBy: .lender, reason: "洪水"),
        "1 offspring died (borne by the lender: 洪水)): the loss of offspring is their owner's. "
          + "Name no other bearer.",
        "仔畜死亡 1（由借出方承担：「洪水」））：仔畜的损失由其所有人承担。请勿另填承担方。"
      ),
    ] as [(InKindEvent.Occurrence, String, String)]
  )
  func `A bearer without a reason, and deaths of more than there are, are refused`(
    occurrence: InKindEvent.Occurrence,
    english: String,
    chinese: String
  ) {
    let error = #expect(throws: BenefitError.self) { try ledger(.borrower, [occurrence]) }
    #expect(error?.description == "Contract \"U-1\", event 1 (2022-06-01, " + english)
    #expect(error?.text(in: .simplifiedChinese).hasSuffix(chinese) == true)
  }
}
