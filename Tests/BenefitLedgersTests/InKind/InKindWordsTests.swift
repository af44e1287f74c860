import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

/// Animals are counted in Chinese with the word of their kind.
struct InKindWordsTests {
  @Test(
    arguments: [
      (.lamb, "羔羊死亡 3 只"), (.ewe, "母羊死亡 3 只"), (.breedingSheep, "种羊死亡 3 只"),
      (.eweLamb, "母羔死亡 3 只"), (.chick, "雏鸡死亡 3 只"), (.sow, "母猪死亡 3 头"),
      (.piglet, "仔猪死亡 3 头"), (Good("母牛"), "「母牛」死亡 3 头"), (Good("蒙古马"), "「蒙古马」死亡 3 匹"),
      (Good("骆驼"), "「骆驼」死亡 3 峰"), (Good("活羊", in: .kilogram), "「活羊」死亡 3 公斤"),
    ] as [(Good, String)]
  )
  func `Each kind has its counting word`(good: Good, expected: String) {
    #expect(
      InKindEvent.Occurrence.died(3, .of(good)).text(in: .simplifiedChinese) == expected
    )
  }

  @Test func `What is refused is counted so too, and English says head`() throws {
    let error = #expect(throws: BenefitError.self) {
      try InKindLedger(
        InKindTerms(lent: .ewe, owed: [.perHead(1, .lamb, after: .months(12))], deposit: "500.00"),
        contracts: [.init("K", borrower: "H", lender: "F", on: "2020-01-01", heads: 1_087)],
        events: [
          .init("K", on: "2020-02-01", .depositPaid),
          .init("K", on: "2020-02-02", .depositRefunded()),
        ]
      )
    }
    #expect(
      error?.text(in: .simplifiedChinese).hasSuffix("合同尚欠羔羊 1,087 只、种畜 0 只。") == true
    )
    #expect(error?.description.hasSuffix("owes 1,087 lambs and 0 animals of the stock.") == true)
    #expect(Quantity(2, .head).description == "2 head")
  }
}
