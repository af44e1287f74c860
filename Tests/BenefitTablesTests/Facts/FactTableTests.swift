import BenefitBinding
import BenefitTables
import TestSupport
import Testing

struct FactTableTests {
  @Test func `Facts are joined by id and never by position`() throws {
    var facts = Facts()
    let csv = Array("Monthly_Wage,编号\n\"2,000\",B\n,C\n1.50,A\n".utf8)
    try FactTable(csv: csv, money: [.monthlyWage]).state(in: &facts)
    #expect(facts[.monthlyWage, household: "A"] == "1.50")
    #expect(facts[.monthlyWage, household: "B"] == .yuan(2_000))
    #expect(facts[.monthlyWage, household: "C"] == nil)
  }

  @Test func `Amounts, rates and quantities of gaqas replace what was given`() throws {
    var facts = Facts()
    facts[.marketPrice] = .yuan(9)
    let csv = Array("嘎查,市场价格,利率,交售鸡蛋\nXini,1.10,4.35%,450\n".utf8)
    let table = try FactTable(
      csv: csv,
      money: [.marketPrice],
      rates: [.interestRate],
      measures: [.eggsDelivered]
    )
    table.state(in: &facts)
    #expect(facts[.marketPrice] == nil)
    #expect(facts[.marketPrice, gaqa: "Xini"] == "1.10")
    #expect(facts[.interestRate, gaqa: "Xini"] == "4.35%")
    #expect(facts[.eggsDelivered, gaqa: "Xini"] == "450 egg")
    #expect(table.schema.contains("\"primaryKey\": \"gaqa\""))
  }

  @Test func `Rows of gaqas may come in any order, and a column of none takes away what was given`()
    throws
  {
    var season = Season(2024)
    season[.profit, gaqa: "Old"] = .yuan(1)
    season[.marketPrice, household: "A"] = .yuan(1)
    let csv = Array("gaqa,profit,market price\nZ,3,\nB,2,\nA,1,\n".utf8)
    try FactTable(csv: csv, money: [.profit, .marketPrice]).state(in: &season)
    #expect(
      ["A", "B", "Z", "Old"].map { season[.profit, gaqa: $0] } == [
        .yuan(1), .yuan(2), .yuan(3), nil,
      ]
    )
    #expect(season[.marketPrice, household: "A"] == nil)
  }

  @Test func `The schema needs the key in each row and no fact`() throws {
    let csv = Array("户编号,利润,interest rate\nA,,\n".utf8)
    let table = try FactTable(csv: csv, money: [.profit], rates: [.interestRate])
    #expect(
      table.schema == """
        {
          "fields": [
            {"name": "id", "type": "string", "constraints": {"required": true, "unique": true}},
            {"name": "profit", "type": "number"},
            {"name": "interest rate", "type": "string"}
          ],
          "missingValues": [""],
          "primaryKey": "id"
        }

        """
    )
  }

  @Test(arguments: ["x", "X"], ["身份证号", "citizen_number"])
  func `Households kept by their citizen numbers have facts by them`(
    _ letter: String,
    _ heading: String
  ) throws {
    let list = Array("身份证号,村,人口\n11010519491231002x,G,1\n".utf8)
    let household = try #require(try HouseholdTable(csv: list).register.first)
    var facts = Facts()
    let csv = Array("\(heading),profit\n11010519491231002\(letter),5\n".utf8)
    try FactTable(csv: csv, money: [.profit]).state(in: &facts)
    #expect(facts[.profit, household: household.id] == .yuan(5))

    let wrong = Array("\(heading),profit\n110105194912310021,5\n".utf8)
    #expect(
      FactTable.problems(inCSV: wrong, money: [.profit]).map(\.found.description) == [
        "its check character does not fit the digits."
      ]
    )
  }

  @Test(arguments: ["id,gaqa", "gaqa,户号", "身份证号,gaqa"])
  func `Rows are of households or of gaqas, not both`(_ headings: String) throws {
    let csv = Array("\(headings),profit\nA,A,1\nA,A,1\n".utf8)
    let found = FactTable.problems(inCSV: csv, money: [.profit])
    #expect(
      found.map(\.description) == [
        "Line 1, column \"gaqa\": another column names the household; "
          + "the rows are of households or of gaqas, not both. "
          + "Delete this column where a row is of a household, and the other where it is of a gaqa."
      ]
    )
    #expect(strayEnglish(in: try #require(found.first).text(in: .simplifiedChinese)) == nil)
  }

  @Test func `A second table of a fact takes the place of the first`() throws {
    var facts = Facts()
    for id in ["A", "B"] {
      try FactTable(csv: Array("id,profit\n\(id),5\n".utf8), money: [.profit]).state(in: &facts)
    }
    #expect(facts[.profit, household: "A"] == nil)
    #expect(facts[.profit, household: "B"] == .yuan(5))
  }

  @Test func `A table that is joined by neither or by both is refused`() {
    for heading in ["profit", "id,gaqa,profit", "id,户号,profit"] {
      let csv = Array("\(heading)\n1\n".utf8)
      #expect(!FactTable.problems(inCSV: csv, money: [.profit]).isEmpty)
    }
  }

  @Test func `What is wrong is listed`() {
    let csv = Array("id,monthly wage\nA,1.005\na,2\n".utf8)
    let found = FactTable.problems(inCSV: csv, money: [.monthlyWage, .profit]).map(\.description)
    #expect(
      found == [
        "Column \"profit\": no heading names it. Add the column, and name the columns in the first line."
      ]
    )
    let cells = FactTable.problems(inCSV: csv, money: [.monthlyWage])
    #expect(
      cells.map { $0.places.map(\.description) } == [
        ["line 2", "column \"monthly wage\""], ["line 3", "column \"id\""],
      ]
    )
  }
}
