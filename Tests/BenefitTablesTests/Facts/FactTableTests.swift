import BenefitBinding
import BenefitTables
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
