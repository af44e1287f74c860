import BenefitBinding
import BenefitTables
import TestSupport
import Testing

struct EventTableTests {
  private static let households: HouseholdTable = {
    let list = "户编号,嘎查,家庭人口,户主姓名,户持股数\nA-1,Xini,4,甲,53\nA-2,Xini,2,乙,30\nB-1,Zhanyi,3,丙,\n"
    guard let table = try? HouseholdTable(csv: Array(list.utf8)) else { fatalError("no table") }
    return table
  }()

  private static func table(
    _ text: String,
    freed: [Measure: Roster.FreedShares] = [:]
  ) throws -> EventTable {
    try EventTable(csv: Array(text.utf8), of: households, freed: freed)
  }

  private static func problems(_ text: String) -> [String] {
    EventTable.problems(inCSV: Array(text.utf8), of: households).map(\.description)
  }

  @Test func `The households of a day are those of the list with what happened up to it`() throws {
    let events = try Self.table(
      """
      变动日期,编号,变动类型,人口,类别,持股数,原因
      2020-06-01,A-1,退出,,,,迁出
      2020/3/5,A-2,纳入,3,稳定脱贫,40,"新识别, 公示"
      2020年5月1日,B-1,,4,,,
      ２０２０.12.1,A-1,返贫,,,,

      """
    )
    func households(on day: Day) throws -> [String] {
      try events.households(on: day).register.map {
        "\($0.id) \($0.persons) \($0.status) \($0.measures[.shares]?.thousandths ?? 0)"
      }
    }
    let poor = "below the national poverty line"
    #expect(try households(on: "2020-03-04") == ["A-1 4 \(poor) 53000", "B-1 3 \(poor) 0"])
    #expect(
      try households(on: "2020-03-05")
        == ["A-1 4 \(poor) 53000", "A-2 3 稳定脱贫 40000", "B-1 3 \(poor) 0"]
    )
    #expect(try households(on: "2020-06-01") == ["A-2 3 稳定脱贫 40000", "B-1 4 \(poor) 0"])
    #expect(try households(on: "2020-12-01").count == 3)
    #expect(
      events.roster.events.first { $0.change == .entry && $0.household == "A-2" }?.reason
        == "新识别, 公示"
    )

    let table = try events.households(on: "2020-06-01")
    #expect(table.names == ["A-2": "乙", "B-1": "丙"])
    #expect(
      String(decoding: table.csv(in: .utf8), as: UTF8.self).hasPrefix(
        "\u{FEFF}id,gaqa,persons,name,standing,baseline_income,shares\r\n"
      )
    )
  }

  @Test func `It is the roster that a program makes`() throws {
    let events = try Self.table(
      "day,id,event\n2020-06-01,A-1,exit\n2020-07-01,A-2,entry\n",
      freed: [.shares: .toNextEntrant]
    )
    let roster = try Roster(
      households: Array(Self.households.register),
      events: [
        .init(of: "A-1", on: .first, .entry, because: ""),
        .init(of: "B-1", on: .first, .entry, because: ""),
        .init(of: "A-1", on: "2020-06-01", .exit, because: ""),
        .init(of: "A-2", on: "2020-07-01", .entry, because: ""),
      ],
      freed: [.shares: .toNextEntrant]
    )
    #expect(events.roster == roster)
    #expect(
      try events.households(on: "2020-07-01").register[id: "A-2"]?.measures[.shares] == "83 share"
    )
  }

  @Test func `A table of no events leaves the list as it is`() throws {
    let register = try Self.table("day,id\n").households(on: "1999-01-01").register
    #expect(register.map(\.id) == Self.households.register.map(\.id))
  }

  @Test func `All mistakes in cells are told with line and column`() {
    let text = """
      day,id,event,persons,shares,reason
      2020-02-30,A-1,exit,,,
      3/5/2020,A-1,leave,,x,
      43895,A-2,,2.5,,
      2020-04-01,a-1,exit,,,
      2020-04-01,Z,exit,,,
      2020-04-02,B-1,exit,,5,
      2020-04-03,B-1,,,,"a
      b"
      ,B-1,entry,,,

      """
    #expect(
      Self.problems(text) == [
        #"Line 2, column "day": "2020-02-30" is not a day. \#(Self.day)"#,
        #"Line 3, column "event": "leave" is no event. Write entry, exit, relapse or change, or leave it empty where only values change."#,
        #"Line 3, column "shares": "x" is not a number. Write a number with at most three decimals."#,
        #"Line 3, column "day": "3/5/2020" is not a day. \#(Self.day)"#,
        #"Line 4, column "persons": "2.5" has more decimals than can be kept. Write a whole number, such as 4."#,
        #"Line 4, column "day": "43895" is not a day. \#(Self.day)"#,
        #"Line 5, column "id": the table of households does not hold "a-1". Write "A-1" as it stands there."#,
        #"Line 6, column "id": the table of households does not hold "Z". Check its id, or add it there."#,
        #"Line 7, column "shares": the household exits and is given a quantity. Leave it empty; what the household had goes as the roster says."#,
        #"Line 8, column "event": the row changes nothing. Write entry, exit or relapse, or a value that changes; or delete the row."#,
        #"Line 8, column "reason": it holds a line break or another control character. Write it on one line."#,
        #"Line 10, column "day": the cell is empty. Enter it; nothing is filled in for an empty cell."#,
      ]
    )
  }

  private static let day =
    "Write year, month and day of the calendar, such as 2020-03-05, 2020/3/5 or 2020年3月5日."

  @Test func `Events that cannot have happened are told with their rows, each household's first`() {
    let text = """
      日期,户号,变动,人口
      2020/7/1,A-1,纳入,
      2020/6/1,A-1,退出,
      2020/8/1,A-1,退出,
      2020/6/1,A-2,返贫,0
      2020/6/1,B-1,退出,
      2020/7/1,B-1,退出,

      """
    #expect(
      Self.problems(text) == [
        #"Line 5, column "变动", household "A-2", 2020-06-01: it is a member already. Record its exit first."#,
        #"Line 5, column "人口", household "A-2", 2020-06-01: it would have no members. Record its exit instead."#,
        #"Line 2, column "变动", household "A-1", 2020-07-01: it enters a second time. Record a relapse instead."#,
        #"Line 7, column "变动", household "B-1", 2020-07-01: it exits but is no member. Record its entry first."#,
      ]
    )
  }

  @Test func `A household has one row a day`() {
    #expect(
      Self.problems("day,id,persons\n2020-06-01,A-1,5\n2020/6/1,A-1,5\n") == [
        #"Line 3, column "day": line 2 is of "A-1" and 2020-06-01 too. Write what changes for a household on one day in one row."#
      ]
    )
  }

  @Test func `Events of a household with a row that cannot be read are not held against it`() {
    #expect(
      Self.problems("day,id,event\nx,A-1,exit\n2020-07-01,A-1,relapse\n2020-07-01,A-2,relapse\n")
        .count == 2
    )
  }

  @Test(arguments: [
    "", "day\n", "day,id,evnt\n", "day,id,event\n2020-01-01,A-1,离婚\n",
    "day,id,shares\n2020-01-01,A-1,-1\n",
    "day,id,event\n2020-01-01,A-1,relapse\n",
    "day,id,event\n2020-01-01,A-1,exit\n2020-01-01,A-1,exit\n",
  ])
  func `Mistakes are told in Chinese too`(_ text: String) {
    let problems = EventTable.problems(inCSV: Array(text.utf8), of: Self.households)
    #expect(!problems.isEmpty)
    for problem in problems {
      #expect(strayEnglish(in: problem.text(in: .simplifiedChinese)) == nil)
    }
  }

  @Test func `Households kept by their citizen numbers have events by them`() throws {
    let list = Array("身份证号,村,人口\n11010519491231002x,G,1\n".utf8)
    let events = try EventTable(
      csv: Array("citizen_number,day,persons\n11010519491231002x,2020-01-01,2\n".utf8),
      of: try HouseholdTable(csv: list)
    )
    #expect(try events.households(on: "2020-01-01").register.personCount == 2)
  }
}
