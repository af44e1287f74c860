import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

/// Several goods lent, and owed, under one contract.
struct InKindGoodsTests {
  private static let feed = Good("feed", in: .kilogram)

  // Huanxian, Gansu: ten ewes in lamb and a ram; here a lamb for each ewe is owed and all stock comes back
  // (环县蹲点报道, Gansu Daily, 2019-06-05). The return of the stock and the days are ours.
  private func huanxian(
    _ events: [(Day, InKindEvent.Occurrence)]
  ) throws(BenefitError) -> InKindLedger {
    try InKindLedger(
      InKindTerms(
        lent: .ewe,
        beside: [.ram],
        owed: [.perHead(1, .lamb, for: .ewe, after: .months(24))],
        stockDue: .months(24),
        deathsBorneBy: .lender
      ),
      contracts: [
        .init(
          "X-1",
          borrower: "H-1000",
          lender: "firm",
          on: "2017-05-01",
          heads: 10,
          beside: [.ram: 1]
        )
      ],
      events: events.map { InKindEvent("X-1", on: $0, $1) }
    )
  }

  @Test func `Ten ewes and a ram: lambs for the ewes, and each comes back for itself`() throws {
    let ledger = try huanxian([
      ("2018-03-01", .born(12)), ("2018-06-01", .died(1, .stock(.ewe))),
      ("2019-05-01", .delivered(9)), ("2019-05-01", .broughtBack(1, .stock(.ram))),
    ])
    let start = ledger.position(on: "2017-05-01")
    #expect(
      (start[.lent], start[.lent, of: .ram], start[.owed], start[.stockOwed]) == (11, 1, 10, 11)
    )
    let end = ledger.position(on: "2019-05-01")
    #expect((end[.owed], end[.delivered], end[.arrears]) == (9, 9, 0))
    #expect((end[.stockArrears, of: .ewe], end[.stockArrears, of: .ram]) == (9, 0))
    #expect((end[.stockArrears], end[.stockAlive], end.isSettled) == (9, 9, false))
    for good: Good in [.ewe, .ram] {
      #expect(
        end[.lent, of: good]
          == end[.stockAlive, of: good] + end[.stockDied, of: good]
          + end[.stockHandedOver, of: good]
      )
    }
    #expect(end.goods == [.ewe, .lamb, .ram])
    let (decoded, isSameBytes) = try roundTrip(ledger)
    #expect(decoded == ledger && isSameBytes)
  }

  // Zhanyi, Hinggan: 20 birds owe 25 eggs each (“借鸡还鸡”里的“富民经”, Xinhua, 2022-05-21). The feed is ours.
  @Test func `Hens and feed: 500 eggs and the feed, each due for itself`() throws {
    let terms = InKindTerms(
      lent: .chick,
      beside: [Self.feed],
      owed: [
        .perHead(25, .egg, after: .months(12)),
        .perHead(1, Self.feed, for: Self.feed, after: .months(6)),
      ]
    )
    let ledger = try InKindLedger(
      terms,
      contracts: [
        .init(
          "Z-1",
          borrower: "H-1000",
          lender: "firm",
          on: "2021-05-01",
          heads: 20,
          beside: [Self.feed: 150]
        )
      ],
      events: [
        .init("Z-1", on: "2021-10-01", .delivered(100, as: Self.feed)),
        .init("Z-1", on: "2022-05-01", .delivered(500, as: .egg)),
      ]
    )
    let autumn = ledger.position(on: "2021-11-01")
    #expect((autumn[.arrears, of: Self.feed], autumn[.toCome, of: .egg]) == (50, 500))
    let end = ledger.position(on: "2022-05-01")
    #expect((end[.owed, of: .egg], end[.delivered, of: .egg], end.isSettled) == (500, 500, false))
    // Feed is lent, and is no animal.
    #expect((end[.lent], end[.alive], end[.lent, of: Self.feed]) == (20, 20, 150))
    let register = try likeHouseholds(1)
    #expect(
      try ledger.quantities(of: .arrears, good: Self.feed, on: "2022-05-01", for: register)
        == ["H-1000": "50 kg"]
    )
    let error = #expect(throws: BenefitError.self) {
      try ledger.quantities(of: .arrears, on: "2022-05-01", for: register)
    }
    #expect(error?.code == .wrongUnit)
    #expect(
      error?.description
        == "What is owed is counted in egg and in kg, which have no sum. Name the good that is asked for."
    )
    #expect(
      error?.text(in: .simplifiedChinese) == "归还的实物既以枚又以公斤计量，无法合计。请指明所查询的实物。"
    )
  }

  @Test(
    arguments: [
      (
        .died(1, .lent), .ambiguousName,
        "1 lent died): the contract lends ewe, ram, each for itself. Say which it is.",
        "种畜死亡 1）：合同分别借出母羊、公羊。请注明是哪一种。"
      ),
      (
        .died(2, .stock(.ram)), .notEnough,
        "2 lent ram died): the number of the lent ram alive is 1.",
        "借出的公羊死亡 2 只）：存活的借出的公羊为 1 只。"
      ),
      (
        .died(1, .stock(.sow)), .wrongGood, "1 lent sow died): the contract lends no sow.",
        "借出的母猪死亡 1 头）：合同未借出母猪。"
      ),
    ] as [(InKindEvent.Occurrence, BenefitError.Code, String, String)]
  )
  func `Where several goods are lent an event says which`(
    occurrence: InKindEvent.Occurrence,
    code: BenefitError.Code,
    english: String,
    chinese: String
  ) {
    let error = #expect(throws: BenefitError.self) { try huanxian([("2018-06-01", occurrence)]) }
    #expect(error?.code == code)
    #expect(error?.description == "Contract \"X-1\", event 1 (2018-06-01, " + english)
    #expect(error?.text(in: .simplifiedChinese).hasSuffix(chinese) == true)
  }

  @Test func `Contracts of a party with itself, or of goods that are not lent, are refused`() {
    func refusal(_ lender: String, _ beside: [Good: Int]) -> BenefitError? {
      do {
        _ = try InKindLedger(
          InKindTerms(lent: .ewe, beside: [.ram], owed: [], stockDue: .months(12)),
          contracts: [
            .init("K", borrower: "H", lender: lender, on: "2020-01-01", heads: 1, beside: beside)
          ]
        )
        return nil
      } catch {
        return error
      }
    }
    let cases: [(BenefitError?, String, String)] = [
      (
        refusal("H", [:]),
        "Contract \"K\": \"H\" is both borrower and lender. Name the other party.",
        "「H」既是借入方又是借出方。请填写另一方。"
      ),
      (
        refusal("F", [.sow: 1]), "Contract \"K\": the terms lend no sow beside.", "条款未约定同时借出母猪。"
      ),
      (
        refusal("F", [.ram: 0]),
        "Contract \"K\": it lends 0 of ram. State 1 to 2147483647, or leave the good out.",
        "借出公羊 0。请填写 1 至 2147483647，或不列该实物。"
      ),
    ]
    for (error, english, chinese) in cases {
      #expect(error?.description == english)
      #expect(error?.text(in: .simplifiedChinese).hasSuffix(chinese) == true)
    }
    #expect(refusal("F", [:]) == nil)
  }

  @Test func `Terms lend each good once, and owe for what they lend`() throws {
    let stored = try json(
      InKindTerms(
        lent: .ewe,
        beside: [.ram],
        owed: [.perHead(1, .lamb, for: .ram, after: .months(12))]
      )
    )
    func problem(_ beside: String) throws -> String? {
      try decodingProblem(
        InKindTerms.self,
        from: stored.replacing(
          "\"beside\":[{\"name\":\"ram\",\"unit\":\"head\"}]",
          with: "\"beside\":[\(beside)]"
        )
      )
    }
    #expect(try problem("{\"name\":\"ram\",\"unit\":\"head\"}") == nil)
    #expect(
      try problem("{\"name\":\"ewe\",\"unit\":\"head\"}")
        == "Each good is lent once; ewe stands twice."
    )
    #expect(try problem("") == "An instalment is for each ram, which the terms do not lend.")
  }
}
