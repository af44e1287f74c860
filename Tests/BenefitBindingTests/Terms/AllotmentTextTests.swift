import BenefitBinding
import TestSupport
import Testing

/// Quantities in contracts, statements and tables, in both languages.
struct AllotmentTextTests {
  private static let station = Terms(name: "station") {
    Allotment("capacity", of: "9 share", by: .household)
    Payment("income", each: .each(.yuan(600), per: .line("capacity", in: .share)), as: .property)
    Allotment("chicks", each: .each("45 head", per: .persons), where: .status(.belowNationalLine))
    Allotment(
      "places",
      of: "10 place",
      by: .person,
      apportioned: Apportionment(rate: .down(to: .fen), residue: .writtenOff),
      per: .gaqa
    )
  }

  @Test func `The contract says how a quantity is shared`() {
    #expect(
      Self.station.contract(in: .english).dropFirst().prefix(4) == [
        """
        2. "capacity": the pot is 9 shares, in whole units; a part of a unit is left out. It is shared among the \
        households, in equal parts for each household. What falls to each household is rounded down to whole units, \
        and the odd units go, one each, to those whose parts were cut by most. It is a quantity and no money.
        """,
        """
        3. "income": each household gets 600.00 yuan for each share of its "capacity". It counts as property income.
        """,
        """
        4. "chicks": each household that qualifies is allotted 45 head for each person, in whole units; a part of a \
        unit is left out. A household qualifies where it is registered as "below the national poverty line". It is a \
        quantity and no money.
        """,
        """
        5. "places": the pot is 10 places, in whole units; a part of a unit is left out. Each gaqa has its own, for its \
        own households. It is shared among the households, in equal parts for each person. What falls to each person is \
        rounded down to whole units; the odd units are not allotted. It is a quantity and no money.
        """,
      ]
    )
  }

  @Test func `The contract says so in Chinese`() {
    let contract = Self.station.contract(in: .simplifiedChinese)
    #expect(
      contract.dropFirst().prefix(4) == [
        """
        2. 「capacity」：分配总额为 9 股，只计整数，不足一个单位的舍去。按户平均分给各户。各户应得部分舍去尾数到整数，差额每户一个单位，\
        按舍去尾数由大到小依次分给各户。属实物数量，不是资金。
        """,
        "3. 「income」：各户应得：该户「capacity」每股 600.00 元。计入财产性收入。",
        """
        4. 「chicks」：符合条件的户分得：每人 45 头，只计整数，不足一个单位的舍去。条件：该户属于建档立卡贫困户。属实物数量，不是资金。
        """,
        """
        5. 「places」：分配总额为 10 「place」，只计整数，不足一个单位的舍去。各嘎查分别计算，在本嘎查各户间分配。按人口平均分给各户。\
        每人应得数舍去尾数到整数，差额不作分配。属实物数量，不是资金。
        """,
      ]
    )
    #expect(contract.allSatisfy { strayEnglish(in: $0) == nil })
  }

  private static func settled() throws -> Settlement {
    try Terms(name: "station") {
      Allotment("capacity", of: "9 share", by: .household)
      Allotment("chicks", each: .each("1.5 head", per: .persons))
      Payment("income", each: .each(.yuan(600), per: .line("capacity", in: .share)), as: .property)
    }.settle(Season(2017), for: likeHouseholds(2))
  }

  @Test func `A statement shows a quantity with its unit and keeps it out of the gain`() throws {
    let statement = try Self.settled().statements[0]
    #expect(statement.entries.map(\.quantity) == ["5 share", "1 head", nil])
    #expect((statement.gross, statement.total(of: .property)) == (.yuan(3_000), .yuan(3_000)))
    #expect(
      statement.text(.full) == """
        H-1000, A, 1 person, 2017                                               yuan
          station
            capacity (quantity)                                             5 shares
              = 9 shares x 1/2 by household, down to whole units + 1 share, odd units to the largest remainders
                9 shares = 9 shares
            chicks (quantity)                                                 1 head
              = 1.5 head rounded down to whole units
                1.5 head = persons x 1.5 head
                  1 person = persons
            income (property income)                                        3,000.00
              = capacity x 600.00
                5 shares = capacity
          net gain                                                          3,000.00
          net gain per person                                               3,000.00
        """
    )
    let chinese = statement.text(.full, in: .simplifiedChinese)
    #expect(chinese.contains("9 股 × 1/2，按户，舍去尾数到整数，加 1 股，差额按尾数由大到小依次分给各户"))
    #expect(chinese.contains("capacity（数量）"))
  }

  @Test func `Tables show quantities with their units`() throws {
    let settlement = try Self.settled()
    #expect(
      settlement.table().csv.split(whereSeparator: \.isNewline) == [
        "scheme,line,kind,households,income,costs,neither",
        "station,capacity,quantity,2,,,9 shares", "station,chicks,quantity,2,,,2 head",
        "station,income,property income,2,5400.00,,", ",,,2,5400.00,0.00,",
      ]
    )
    #expect(
      try settlement.waterfall("capacity").table(in: .simplifiedChinese).csv
        .split(whereSeparator: \.isNewline).dropFirst() == [
          ",分配总额,,,,,9 股", ",capacity,9 股,0 股,9 股,0 股,0 股", ",,,0 股,9 股,0 股,0 股",
        ]
    )
  }

  @Test func `What a household gets nothing of is explained in the unit`() throws {
    let settlement = try Terms(name: "s") {
      Allotment("places", of: "2 place", by: .person, where: .gaqa(["Z"]))
    }.settle(Season(2017), for: likeHouseholds(1))
    let derivation = settlement.derivation(of: try settlement.line("places"), at: 0)
    #expect(derivation.value.description == "0 places" && derivation.holds)
    #expect(derivation.formula(in: .simplifiedChinese) == "不予分配：该户不符合条件")
  }
}
