import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

/// Animals that meet a debt by their weight.
struct InKindWeightTests {
  private static let liveLamb = Good("live lamb", in: .kilogram)

  // Gulang's first plan returns sheep of the standard they were lent at, 30 kg or more; here the weight is owed
  // itself: two sheep of 30 kg (“羊银行”惠及古浪贫困户, Gansu Daily, 2020-04-01). The weights of the lambs are ours.
  private func ledger(
    _ bearer: InKindTerms.Party = .borrower,
    _ events: [(Day, InKindEvent.Occurrence)]
  ) throws(BenefitError) -> InKindLedger {
    try InKindLedger(
      InKindTerms(
        lent: .ewe,
        owed: [.perHead(30, Self.liveLamb, after: .months(12))],
        deathsBorneBy: bearer
      ),
      contracts: [.init("G", borrower: "H-1000", lender: "bank", on: "2018-05-01", heads: 2)],
      events: [.init("G", on: "2018-10-01", .born(4))]
        + events.map { InKindEvent("G", on: $0, $1) }
    )
  }

  @Test func `Lambs leave the herd by head and meet the debt by weight`() throws {
    let ledger = try ledger(
      .borrower,
      [
        ("2019-02-01", .delivered(1, weighing: "25 kg")),
        ("2019-05-01", .passedOn(1, weighing: "20 kg", to: "H-1001")),
      ]
    )
    let end = ledger.position(on: "2019-05-01")
    #expect((end[.owed], end[.due], end[.delivered], end[.passedOn]) == (60, 60, 45, 20))
    #expect((end[.arrears], end[.toCome], end[.excess], end.isSettled) == (15, 0, 0, false))
    #expect((end[.offspringAlive], end[.offspringHandedOver]) == (2, 2))
    #expect(end[.delivered, of: Self.liveLamb] == 45)
    let register = try likeHouseholds(1)
    #expect(
      try ledger.quantities(of: .arrears, on: "2019-05-01", for: register) == ["H-1000": "15 kg"]
    )
    #expect(
      try ledger.quantities(of: .alive, on: "2019-05-01", for: register) == ["H-1000": "4 head"]
    )
    let (decoded, isSameBytes) = try roundTrip(ledger)
    #expect(decoded == ledger && isSameBytes)
  }

  @Test func `Nothing that is over-repaid or let off makes the debt negative`() throws {
    let heavy = try ledger(.borrower, [("2019-05-01", .delivered(3, weighing: "75 kg"))])
      .position(on: "2019-05-01")
    #expect((heavy[.owed], heavy[.delivered], heavy[.excess]) == (60, 60, 15))
    #expect((heavy[.stillOwed], heavy[.arrears], heavy.isSettled) == (0, 0, true))
    // Both ewes die at the lender's risk after 25 kg were delivered.
    let letOff = try ledger(
      .lender,
      [
        ("2019-02-01", .delivered(1, weighing: "25 kg")), ("2019-03-01", .died(2, .lent)),
      ]
    ).position(on: "2019-05-01")
    #expect((letOff[.owed], letOff[.due], letOff[.stillOwed]) == (25, 0, 0))
    #expect((letOff[.arrears], letOff[.toCome], letOff.isSettled) == (0, 0, true))
  }

  @Test(
    arguments: [
      (
        .delivered(1, weighing: "25.5 kg"), .outOfRange,
        "1 weighing 25.5 kg delivered): a weight is in whole units from 1 to 2147483647, not 25.5 kg. "
          + "Count the good in a finer unit, such as the gram.",
        "交付仔畜 1（重 25.5 公斤））：重量须为 1 至 2147483647 的整数，实际为 25.5 公斤。请改用更小的计量单位，如克。"
      ),
      (
        .delivered(1, weighing: "25 jin"), .wrongUnit,
        "1 weighing 25 jin delivered): the terms owe no weight in jin.",
        "交付仔畜 1（重 25 斤））：条款未约定以斤计重归还。"
      ),
      (
        .delivered(5, weighing: "60 kg"), .notEnough,
        "5 weighing 60 kg delivered): the number of the offspring alive is 4.",
        "交付仔畜 5（重 60 公斤））：存活的仔畜为 4 只。"
      ),
    ] as [(InKindEvent.Occurrence, BenefitError.Code, String, String)]
  )
  func `Weights that cannot be are refused in both languages`(
    occurrence: InKindEvent.Occurrence,
    code: BenefitError.Code,
    english: String,
    chinese: String
  ) {
    let error = #expect(throws: BenefitError.self) {
      try ledger(.borrower, [("2019-05-01", occurrence)])
    }
    #expect(error?.code == code)
    #expect(error?.description == "Contract \"G\", event 2 (2019-05-01, " + english)
    #expect(error?.text(in: .simplifiedChinese).hasSuffix(chinese) == true)
  }

  @Test func `A debt that is met takes no more, and a weight has a unit`() throws {
    #expect(throws: BenefitError.self) {
      try ledger(
        .borrower,
        [
          ("2019-05-01", .delivered(2, weighing: "60 kg")),
          ("2019-05-01", .delivered(1, weighing: "1 kg")),
        ]
      )
    }
    let event = InKindEvent("G", on: "2019-05-01", .delivered(1, weighing: "25 kg"))
    let stored = try json(event)
    #expect(try decodingProblem(InKindEvent.self, from: stored) == nil)
    let problem = try decodingProblem(
      InKindEvent.self,
      from: stored.replacing("25 kg", with: "25")
    )
    #expect(problem?.contains("a number with at most three decimals and a unit") == true)
  }
}
