import BenefitBinding
import BenefitTables
import TestSupport
import Testing

struct DeliveryTableTests {
  private static let eggMoney = MoneyFact("egg money")

  private static let programme = Programme("P") {
    Terms(name: "Eggs") {
      Payment("eggs", each: .fact(eggMoney), as: .business)
      Payment("by number", each: .each("0.10", per: .measure(.eggsDelivered)), as: .business)
      Payment("rate", each: .fraction(.fact(.returnRate), of: .fact(.profit)), as: .business)
    }
  }

  private static let households: HouseholdTable = {
    let list = Array("id,gaqa,persons\nB,Xini,4\nA,Zhanyi,2\nC,Xini,1\n".utf8)
    guard let table = try? HouseholdTable(csv: list) else { fatalError("no table") }
    return table
  }()

  private static func problems(_ text: String) -> [String] {
    DeliveryTable.problems(inCSV: Array(text.utf8), of: households, for: programme)
      .map(\.description)
  }

  @Test func `Deliveries are added up for each household, and who has none has zero`() throws {
    let csv = Array(
      "交售日期,姓名,户号,交售鸡蛋,egg money\n2020/3/5,x,A,30,45\n2020年4月2日,,A,20.5,\n2021-01-01,,B,,7.25\n2020-05-01,,A,-0.5,-1\n"
        .utf8
    )
    var season = Season(2020)
    try DeliveryTable(csv: csv, of: Self.households, for: Self.programme).state(in: &season)
    #expect(
      ["A", "B", "C"].map { season[Self.eggMoney, household: $0] } == [.yuan(44), "7.25", .zero]
    )
    #expect(season[.eggsDelivered, household: "A"] == "50 egg")
    #expect(season[.eggsDelivered, household: "C"] == "0 egg")
    #expect(season[.profit] == nil)

    try DeliveryTable(csv: csv, of: Self.households, for: Self.programme, in: .year(2020))
      .state(in: &season)
    #expect(season[Self.eggMoney, household: "B"] == .zero)
  }

  @Test func `All mistakes are told with line and column`() {
    let text = """
      day,id,egg money,eggs delivered
      2020-01-01,a,1.005,
      2020-13-01,Z,,x
      2020-01-01,A,,
      2020-01-01,B,92233720368547758.07,
      2020-01-02,B,0.01,

      """
    #expect(
      Self.problems(text) == [
        #"Line 2, column "id": the table of households does not hold "a". Write "A" as it stands there."#,
        #"Line 2, column "egg money": "1.005" has more decimals than can be kept. Write an amount with at most two decimals, such as 4,000.00."#,
        #"Line 3, column "id": the table of households does not hold "Z". Check its id, or add it there."#,
        #"Line 3, column "day": "2020-13-01" is not a day. Write year, month and day of the calendar, such as 2020-03-05, 2020/3/5 or 2020年3月5日."#,
        #"Line 3, column "eggs delivered": "x" is not a number. Write a number with at most three decimals."#,
        #"Line 4, column "egg money": the row holds no quantity and no amount. Enter what was delivered, or delete the row."#,
        #"Line 6, column "egg money": up to this row the household's deliveries are more than can be kept exactly. Check the amounts."#,
      ]
    )
  }

  @Test func `Deliveries that are all of another season are refused`() {
    let text = "day,id,egg money\n2019-12-31,A,5\n2021-01-01,A,5\n"
    let problems = DeliveryTable.problems(
      inCSV: Array(text.utf8),
      of: Self.households,
      for: Self.programme,
      in: .year(2020)
    )
    #expect(
      problems.map(\.description) == [
        "none of 2 rows is of a day from 2020-01-01 to 2020-12-31. Check the days of the rows and of the season."
      ]
    )
  }

  @Test(arguments: [
    "day,id\n2020-01-01,A\n", "id,egg money\nA,1\n",
    "day,id,egg money,return rate\n2020-01-01,A,1,2%\n",
    "", "day,id,egg money\n2020-01-01,A,\n",
  ])
  func `A table without days, of no fact or of rates is refused in both languages`(_ text: String) {
    let problems = DeliveryTable.problems(
      inCSV: Array(text.utf8),
      of: Self.households,
      for: Self.programme
    )
    #expect(!problems.isEmpty)
    for problem in problems {
      #expect(strayEnglish(in: problem.text(in: .simplifiedChinese)) == nil)
    }
    #expect(
      (try? DeliveryTable(csv: Array(text.utf8), of: Self.households, for: Self.programme)) == nil
    )
  }
}
