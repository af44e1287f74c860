import BenefitBinding
import BenefitReports
import TestSupport
import Testing

struct PublicNoticeTests {
  /// Three gaqas, one of them without households, a pot for all of them, a burden and a quantity.
  private func settlement(_ households: [Household]? = nil) throws -> Settlement {
    let register = try Register(
      households ?? [
        Household("A-01", gaqa: "甲", persons: 3), Household("A-02", gaqa: "甲", persons: 2),
        Household("A-03", gaqa: "甲", persons: 1),
        Household("440524188001010014", gaqa: "乙", persons: 4),
      ],
      gaqas: households == nil ? ["丙"] : []
    )
    let cooperative = Terms(name: "合作社") {
      Distribution(of: .profit) {
        Tier(.percentOfPot(10), by: .gaqa, to: .collective)
        Tier(
          .rest,
          by: .person,
          apportioned: Apportionment(rounding: .down(to: .yuan), residue: .posted(to: .reserve)),
          as: .property
        )
      }
      Distribution("会费", of: .revenue) { Tier(.percentOfPot(50), by: .household, as: .cost) }
      Allotment("座位", of: "7 person", by: .household)
    }
    let season = Season("2016年") {
      $0[.profit] = "10000.07"
      $0[.revenue] = "100.01"
    }
    return try cooperative.settle(season, for: register)
  }

  @Test func `The notice of a gaqa says days, rule, households and where the pot went`() throws {
    let notice = try PublicNotice(
      of: settlement(),
      gaqa: "甲",
      from: "2016-12-01",
      names: ["A-01": "张三", "A-02": "张四", "A-03": "欧阳修文"],
      maskingNames: true,
      objectionsTo: "苏木政府"
    )
    let text = notice.text(in: .simplifiedChinese)
    #expect(strayEnglish(in: text) == nil)
    #expect(
      text == """
        收益分配公示：嘎查「甲」，期间「2016年」
        公示期 10 天，自 2016-12-01 起至 2016-12-10 止。金额单位：元。

        「合作社」的分配办法：「分红」：分配总额为可分配利润。可分配利润指：利润超过以前各期未弥补亏损的部分（如有）。\
        首先，分配总额的 10% 按嘎查平均分给各嘎查，归入各嘎查的村集体。最后，剩余部分按人口平均分给各户。\
        各户应得部分舍去尾数到元，差额归公积金，多付的也由其承担。计入财产性收入。「会费」：应负担总额为总收入。\
        分配总额的 50% 按户平均由各户负担。计入支出。「座位」：分配总额为 7 人，只计整数，不足一个单位的舍去。\
        按户平均分给各户。各户应得部分舍去尾数到整数，差额每户一个单位，按舍去尾数由大到小依次分给各户。属实物数量，不是资金。

        户        人口      分红  会费（支出）      合计  座位（数量）
        --------  ----  --------  ------------  --------  ------------
        张* (01)     3  2,700.00        -12.50  2,687.50          2 人
        张* (02)     2  1,800.00        -12.50  1,787.50          2 人
        欧阳**       1    900.00        -12.50    887.50          1 人
        --------  ----  --------  ------------  --------  ------------
        合计         6  5,400.00        -37.50  5,362.50          5 人

        资金来源  去向                    甲  各嘎查合计
        --------  ----------------  --------  ----------
        分红      分配总额          5,733.33   10,000.07
        分红      拨入账户：村集体    333.33    1,000.01
        分红      各户所得：分红    5,400.00    9,000.00
        分红      尾差：分红                        0.06
        分红      余额                              0.00
        会费      负担总额             37.50      100.01
        会费      各户负担：会费       37.50       50.01
        会费      无人负担                         50.00
        座位      分配总额              5 人        7 人
        座位      各户所得：座位        5 人        7 人
        座位      余额                              0 人

        「分红」的分配总额由各嘎查共用，共 10,000.07，其中「甲」分得 5,733.33。
        「会费」的负担总额由各嘎查共用，共 100.01，其中「甲」负担 37.50。
        「座位」的分配总额由各嘎查共用，共 7 人，其中「甲」分得 5 人。

        如有异议，请在 2016-12-10 前（含当日）提出：苏木政府
        """
    )
  }

  @Test func `A notice for all, for nobody and for a gaqa that is not there`() throws {
    let nobody = try PublicNotice(of: settlement([]), from: "2024-02-28", days: 3)
    #expect(nobody.posting == Period(from: "2024-02-28", until: "2024-03-02"))
    let text = nobody.text(in: .english)
    #expect(
      text.hasPrefix(
        "Public notice: 2016年\nPosted for 3 days, from 2024-02-28 to 2024-03-01. Amounts in yuan.\n"
      )
    )
    #expect(!text.contains("for all gaqas together") && !text.contains("Objections"))
    #expect(
      nobody.table().rows.isEmpty
        && nobody.table().totals == ["0", "0.00", "0.00", "0.00", "0 persons"]
    )
    let error = #expect(throws: BenefitError.self) {
      _ = try PublicNotice(of: settlement(), gaqa: "丁", from: "2016-12-01")
    }
    #expect(
      error?.description
        == "Gaqa \"丁\": the register does not name it. There are \"丙\", \"乙\", \"甲\"."
    )
    let late = #expect(throws: BenefitError.self) {
      _ = try PublicNotice(of: settlement(), from: "9999-12-23")
    }
    #expect(
      late?.description
        == "the calendar ends before 10 days from 9999-12-23 are over. Post it earlier."
    )
    #expect(try PublicNotice(of: settlement(), from: "9999-12-22").posting.days == 10)
    let one = try PublicNotice(of: settlement(), gaqa: "乙", from: "2016-12-01", maskingNames: true)
    #expect(one.table().rows.map(\.[0]) == ["*0014"])
    let empty = try PublicNotice(of: settlement(), gaqa: "丙", from: "2016-12-01")
    #expect(empty.potTable().rows[0][2...] == ["333.34", "10,000.07"])
  }

  @Test(
    arguments: [
      ("张三", "张*"), ("欧阳修文", "欧阳**"), ("欧阳", "欧*"), ("巴雅尔", "巴**"), ("张", "张*"), (" 李 四 ", "李*"),
      ("Bayar", "B*"), ("Баяр", "Б*"), ("ᠪᠠᠶᠠᠷ", "ᠪ*"), ("=张三", "张*"), ("42", "*"),
    ]
  )
  func `Names keep the surname or the first letter`(_ name: String, _ masked: String) throws {
    let register = try settlement([Household("A", gaqa: "甲", persons: 1)])
    let notice = try PublicNotice(
      of: register,
      from: "2016-12-01",
      names: ["A": name],
      maskingNames: true
    )
    #expect(notice.table().rows.map(\.[0]) == [masked])
  }

  @Test func `Households that look alike differ by their ids or else by their places`() throws {
    let ids = ["X-1017", "X-2017", "Y-3011017", "Z-3011017", "W-5"]
    let households = ids.map { Household($0, gaqa: "甲", persons: 1) }
    func labels(_ names: [Household.ID: String]) throws -> [String] {
      let settled = try settlement(households)
      return try PublicNotice(of: settled, from: "2016-12-01", names: names, maskingNames: true)
        .table().rows.map { $0[0] }
    }
    #expect(
      try labels([
        "X-1017": "张三", "X-2017": "张四", "Y-3011017": "李四", "Z-3011017": "李五", "W-5": "王五",
      ])
        == ["王*", "张* (1017)", "张* (2017)", "李* (#4)", "李* (#5)"]
    )
    #expect(try labels([:]) == ["W-5", "X-1017", "X-2017", "*1017 (#4)", "*1017 (#5)"])
  }
}
