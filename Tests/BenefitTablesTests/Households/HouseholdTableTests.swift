import BenefitBinding
import BenefitTables
import TestSupport
import Testing

struct HouseholdTableTests {
  private func problems(_ csv: String, measures: [Measure] = []) -> [String] {
    HouseholdTable.problems(inCSV: Array(csv.utf8), measures: measures).map(\.description)
  }

  private func table(_ csv: String) throws -> HouseholdTable {
    try HouseholdTable(csv: Array(csv.utf8))
  }

  @Test func `A list with Chinese headings in any order is read`() throws {
    let table = try table(
      "户主姓名,家庭人口,村/嘎查,身份证号,股权证号,户持股数,类别\n"
        + "巴雅尔,４,纳林希里,11010519491231002x,G-01,\"1,053.5\",脱贫户\n"
    )
    let household = try #require(table.register.first)
    #expect(
      household
        == Household(
          "G-01",
          gaqa: "纳林希里",
          persons: 4,
          status: .exited,
          measures: [.shares: "1,053.5 share"]
        )
    )
    #expect(table.names == ["G-01": "巴雅尔"])
  }

  @Test func `The number of the identity card is the id where there is no other`() throws {
    let table = try table("身份证号,村,人口\n11010519491231002x,G,1\n440524188001010014,G,2\n")
    #expect(table.register.map(\.id) == ["11010519491231002X", "440524188001010014"])
  }

  /// The two numbers are the examples of GB 11643-1999.
  @Test(
    arguments: [
      ("11010519491231002X", nil), ("440524188001010014", nil),
      ("110105194912310021", "its check character does not fit the digits."),
      ("440524188001010041", "its check character does not fit the digits."),
      ("11010519491331002X", "its digits 7 to 14 are no day."),
      ("1101051949123100", "it is not 17 digits and a check character."),
    ] as [(String, String?)]
  )
  func `Citizen numbers are checked`(_ number: String, _ found: String?) {
    let csv = "id,gaqa,persons,身份证号\nA,G,1,\(number)\n"
    #expect(HouseholdTable.problems(inCSV: Array(csv.utf8)).first?.found.description == found)
  }

  @Test(arguments: ["4.40524E+17", "4E+17", "440524188001010000", "6217000000001234000"])
  func `Ids that a spreadsheet rounded are found`(_ id: String) {
    for csv in ["id,gaqa,persons\n\(id),G,1\n", "身份证号,gaqa,persons\n\(id),G,1\n"] {
      #expect(problems(csv).count == 1)
      #expect(problems(csv).first?.contains("took for a number and rounded") == true)
    }
  }

  @Test func `Ids that are the same but for their form are found with both lines`() {
    let csv = "id,gaqa,persons\nNLX-é,G,1\nＮＬＸ－é,G,2\nnlx-e\u{301},G,3\nNLX-é,G,4\n"
    #expect(
      problems(csv) == [
        "Line 3, column \"id\": \"NLX-é\" stands in line 2 too. Give each an id of its own.",
        "Line 4, column \"id\": \"nlx-e\u{301}\" and \"NLX-é\" of line 2 are the same but for their form. "
          + "Write one and the same in one way, and different ones differently.",
        "Line 5, column \"id\": \"NLX-é\" stands in line 2 too. Give each an id of its own.",
      ]
    )
    #expect(problems("id,gaqa,persons\nA,Xini,1\nB,xini,1\n").count == 1)
  }

  @Test func `All that is wrong is listed with line, column and what to write`() {
    let csv =
      "id,gaqa,persons,baseline_income,shares\n,G,4,1,1\nB,,4,1,1\nC,G,4.5,1.125,NaN\nD,G,1E3,,\nE,G,0,-1,1\n"
    #expect(
      problems(csv) == [
        "Line 2, column \"id\": the cell is empty. Enter it; nothing is filled in for an empty cell.",
        "Line 3, column \"gaqa\": the cell is empty. Enter it; nothing is filled in for an empty cell.",
        "Line 4, column \"persons\": \"4.5\" has more decimals than can be kept. Write a whole number, such as 4.",
        "Line 4, column \"baseline_income\": \"1.125\" has more decimals than can be kept. "
          + "Write an amount with at most two decimals, such as 4,000.00.",
        "Line 4, column \"shares\": \"NaN\" is not a number. Write a number with at most three decimals.",
        "Line 5, column \"persons\": \"1E3\" is not a number. Write a whole number, such as 4.",
        "Line 5, column \"baseline_income\": the cell is empty. Enter a value; nothing is taken for zero.",
      ]
    )
    #expect(
      problems("id,gaqa,persons\nA,G,1\nE,G,0\n") == [
        "Line 3, household \"E\", persons: found 0. "
          + "A household has at least one member; leave out one that has none."
      ]
    )
  }

  @Test func `A cell of spaces is as empty as one of nothing`() {
    let found = problems(
      "id,gaqa,persons,standing\n ,G,1,w\nB,\u{3000},1,w\nC,G, ,w\nD,G,1,\nE,G,1, \n"
    )
    let words = "the cell is empty. Enter it; nothing is filled in for an empty cell."
    #expect(
      found == [
        "Line 2, column \"id\": \(words)",
        "Line 3, column \"gaqa\": \(words)",
        "Line 4, column \"persons\": the cell is empty. Enter a value; nothing is taken for zero.",
        "Line 5, column \"standing\": \(words)",
        "Line 6, column \"standing\": \(words)",
      ]
    )
  }

  @Test(
    arguments: [
      ("At risk", .atRisk), ("ＡＴ　ＲＩＳＫ", .atRisk), (" at  risk\u{A0}", .atRisk), ("AtRisk", .atRisk),
      ("Exited From Poverty", .exited), ("脱贫 户", .exited), ("非建档立卡户", .notPoor),
      ("at risk of relapse", Status("at risk of relapse")), ("At Relapse", Status("At Relapse")),
    ] as [(String, Status)]
  )
  func `A status is the library's in whatever case, width and spaces it is written`(
    _ word: String,
    _ status: Status
  ) throws {
    #expect(try table("id,gaqa,persons,类别\nA,G,1,\(word)\n").register.first?.status == status)
  }

  @Test(arguments: [";", "\t"])
  func `A file with another separator is told so and nothing else`(_ separator: String) throws {
    let households = ["id", "gaqa", "persons"].joined(separator: separator) + "\nA,1\n"
    let facts = Array("嘎查\(separator)profit\n".utf8)
    let found =
      HouseholdTable.problems(inCSV: Array(households.utf8))
      + FactTable.problems(inCSV: facts, money: [.profit])
    let text =
      "Line 1: found semicolons or tabs between the headings. Part the columns by commas: "
      + "save the file as CSV (comma delimited), with the comma as the system's list separator."
    #expect(found.map(\.description) == [text, text])
    #expect(strayEnglish(in: try #require(found.first).text(in: .simplifiedChinese)) == nil)
  }

  @Test func `A table holds all measures of its register unless some are named`() throws {
    let household = Household(
      "A-1",
      gaqa: "Xini",
      persons: 2,
      measures: [.shares: "5 share", .landArea: "1.5 mu"]
    )
    let table = HouseholdTable(try Register([household], gaqas: ["Without"]))
    let read = try HouseholdTable(csv: table.csv(in: .utf8))
    #expect(read.register.first == household)
    #expect(read.csv(in: .utf8) == table.csv(in: .utf8))
    #expect(read.register.gaqas == ["Xini"])
    let few = HouseholdTable(table.register, measures: [.shares])
    #expect(try HouseholdTable(csv: few.csv(in: .utf8)).register.measures == [.shares])
  }

  @Test(
    arguments: [
      [("a", "G"), ("A", "G")], [("A", "X"), ("B", "x")], [("6217000000001000", "G")],
    ] as [[(String, String)]]
  )
  func `Names that a register tells apart and a spreadsheet may not are refused when they are read`(
    _ rows: [(String, String)]
  ) throws {
    let register = try Register(rows.map { Household($0.0, gaqa: $0.1, persons: 1) })
    #expect(HouseholdTable.problems(inCSV: HouseholdTable(register).csv(in: .utf8)).count == 1)
  }

  @Test func `A number is read in a column as it is by itself`() throws {
    var random = SplitMix64(seed: 4_180)
    let parts = [
      "0", "1", "12", "345", "9223372036854775807", ",", ",", ".", "-", "+", "E3", "\u{2212}",
    ]
    var (texts, amounts) = ([String](), [Money?]())
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 1...5, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      texts.append(text)
      amounts.append(try? Money(parsing: text))
    }
    for (text, amount) in zip(texts, amounts) {
      let table = try? FactTable(csv: Array("id,profit\nA,\"\(text)\"\n".utf8), money: [.profit])
      var facts = Facts()
      table?.state(in: &facts)
      #expect(facts[.profit, household: "A"] == amount, "\(text)")
    }
    #expect(amounts.compactMap(\.self).count > 300)
  }

  @Test(arguments: [
    "1 000", "1.000,00", "1,00", "12元", "0x10", "1e3", "∞", "inf", "--1", "٣", "1/2",
  ])
  func `A number written in another way is no number`(_ text: String) {
    let found = problems(
      "id,gaqa,persons,baseline_income,shares\nA,G,\"\(text)\",\"\(text)\",\"\(text)\"\n"
    )
    #expect(found.count == 3)
    #expect(found.allSatisfy { $0.contains("\"\(text)\" is not a number.") })
  }

  @Test func `A gaqa that is written in two ways is found with its lines`() {
    #expect(
      problems("id,gaqa,persons\nA,Xini,1\nB,Xini,1\nC,ＸＩＮＩ,1\nD,xini,1\n") == [
        "Line 4, column \"gaqa\": \"XINI\" and \"Xini\" of line 2 are the same but for their form. "
          + "Write one and the same in one way, and different ones differently.",
        "Line 5, column \"gaqa\": \"xini\" and \"Xini\" of line 2 are the same but for their form. "
          + "Write one and the same in one way, and different ones differently.",
      ]
    )
  }

  @Test func `What a register refuses is listed with its lines`() {
    let csv =
      "id,gaqa,persons,baseline_income,shares\nA,G,0,1,1\nB,G,4,-1,1\nC,G,4,1,-1\nD,G,9999999999,1,1\n"
    #expect(
      HouseholdTable.problems(inCSV: Array(csv.utf8)).map { $0.places.map(\.description) } == [
        ["line 2", "household \"A\"", "persons"], ["line 3", "household \"B\"", "baseline income"],
        ["line 5", "household \"D\"", "persons"], ["line 4", "household \"C\"", "shares"],
      ]
    )
  }

  @Test func `Of many mistakes the first hundred are listed and the others counted`() {
    let rows = (1...250).map { "H-\($0),G,x\n" }.joined()
    let found = problems("id,gaqa,persons\n" + rows)
    #expect(found.count == 101)
    #expect(found.last == "There are more mistakes, 150 beyond the first 100.")
  }

  @Test func `Headings that are missing, unknown or there twice are named`() {
    #expect(
      problems("编号,户号,persons,beds\n") == [
        "Line 1, column \"户号\": it means the same as the heading \"编号\". Keep one of the columns.",
        "Line 1, column \"beds\": nothing is known by this heading. "
          + "Correct it, name it where the table is read, or delete the column.",
        "Column \"gaqa\": no heading names it. Add the column, and name the columns in the first line.",
      ]
    )
    #expect(problems("").count == 3)
  }

  @Test func `A list of none, a gaqa of one and a measure of one's own are read`() throws {
    #expect(try table("id,gaqa,persons\n").register.isEmpty)
    #expect(try table("id,gaqa,persons,shares\n").register.measures == [.shares])
    #expect(try table("id,gaqa,persons\nA,G,1").register.gaqas == ["G"])
    let beds = Measure("beds let", in: Quantity.Unit("bed"))
    let csv = Array("id,gaqa,persons,beds let,土地面积\nA,G,1,2,0.5\n".utf8)
    let household = try #require(try HouseholdTable(csv: csv, measures: [beds]).register.first)
    #expect(household.measures == [beds: "2 bed", .landArea: "0.5 mu"])
  }

  @Test func `A name is kept as it is, an id without what cannot be seen`() throws {
    let table = try table("id,gaqa,persons,name\n\u{200F}A-1\u{A0},G,1,\u{200F}محمد\n")
    #expect(table.names["A-1"]?.unicodeScalars.elementsEqual("\u{200F}محمد".unicodeScalars) == true)
    #expect(problems("id,gaqa,persons,standing\nA,G,1,\"a\nb\"\n").count == 1)
    #expect(problems("id,gaqa,persons\n\"a\nb\",G,1\n").count == 1)
  }

  @Test func `The schema describes the columns that are written`() throws {
    let table = HouseholdTable(try Register([Household]()), measures: [.shares])
    let heading = Array("\u{FEFF}id,gaqa,persons,name,standing,baseline_income,shares\r\n".utf8)
    #expect(table.csv(in: .utf8) == heading)
    #expect(
      table.schema == """
        {
          "fields": [
            {"name": "id", "type": "string", "constraints": {"required": true, "unique": true}},
            {"name": "gaqa", "type": "string", "constraints": {"required": true}},
            {"name": "persons", "type": "integer", "constraints": {"required": true, "minimum": 1}},
            {"name": "name", "type": "string"},
            {"name": "standing", "type": "string", "constraints": {"required": true}},
            {"name": "baseline_income", "type": "number", "constraints": {"required": true}},
            {"name": "shares", "type": "number", "description": "share"}
          ],
          "missingValues": [""],
          "primaryKey": "id"
        }

        """
    )
  }
}
