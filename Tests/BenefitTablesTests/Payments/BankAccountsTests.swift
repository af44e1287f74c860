import BenefitBinding
import BenefitTables
import TestSupport
import Testing

struct BankAccountsTests {
  private func problems(_ csv: String) -> [String] {
    BankAccounts.problems(inCSV: Array(csv.utf8)).map(\.description)
  }

  @Test func `A bank's list with Chinese headings is read, and other columns are left aside`()
    throws
  {
    let csv = "户主姓名,开户行,户编号,银行帐号,开户名\n巴雅尔,农行,G-01,6217 0000-01,欧阳修文\n张三,,G-02,,\n"
    for encoding in TextEncoding.allCases {
      let file = encoding == .utf8 ? Array(csv.utf8) : gb18030(csv)
      let accounts = try BankAccounts(csv: file, encoding: encoding)
      #expect(accounts["G-01"]?.number == "6217000001")
      #expect(accounts["G-01"]?.holder == "欧阳修文")
      #expect(accounts["G-02"] == nil)
    }
  }

  @Test func `The person in charge is the holder where no column is for holders`() throws {
    let accounts = try BankAccounts(csv: Array("身份证号,户主姓名,账号\n11010519491231002x,巴雅尔,1\n".utf8))
    #expect(accounts["11010519491231002X"]?.holder == "巴雅尔")
  }

  @Test func `All that is wrong is listed with line, column and what to write`() {
    let csv =
      "id,holder,account\nA,x,6.2E+18\nB,y,12\nC,z,1 2\nD, ,13\nA,q,none yet\n,w,14\nE,\"v\nw\",15\n"
    let rounded = "looks like an id that a spreadsheet took for a number and rounded. "
    #expect(
      problems(csv) == [
        "Line 2, column \"account\": \"6.2E+18\" \(rounded)"
          + "Set the column as text and enter the ids again from their source.",
        "Line 4, column \"account\": \"12\" is the account of line 3 too. Give each household an account of its own.",
        "Line 5, column \"holder\": the cell is empty. Enter it; nothing is filled in for an empty cell.",
        "Line 6, column \"id\": \"A\" stands in line 2 too. Give each an id of its own.",
        "Line 7, column \"id\": the cell is empty. Enter it; nothing is filled in for an empty cell.",
        "Line 8, column \"holder\": it holds a line break or another control character. Write it on one line.",
      ]
    )
    let found = BankAccounts.problems(
      inCSV: Array("id,holder,account\nA,x,没有\nB,y,1\nC,z,1\n".utf8)
    )
    #expect(
      found.map { $0.text(in: .simplifiedChinese) } == [
        "第 2 行，列「account」：「没有」不是账号。请填写账号的数字和字母；没有账号的请留空。",
        "第 4 行，列「account」：账号「1」与第 3 行相同。请为每户分别填写本户账号。",
      ]
    )
    #expect(
      problems("id\n") == [
        "Column \"account_number\": no heading names it. Add the column, and name the columns in the first line.",
        "Column \"account_holder\": no heading names it. Add the column, and name the columns in the first line.",
      ]
    )
  }

  /// After ISO/IEC 7812-1 the digits of the second, each other one doubled, add up to 60, those of the first to 61.
  @Test(
    arguments: [
      ("6228480040123453000", true), ("6228480040123457000", false),
      ("6228 4800 40123453000", false),
      ("621700001234000", false), ("4.2e+18", true),
    ]
  )
  func `A long number that ends in three zeros has a check digit or is grouped`(
    _ number: String,
    _ isRefused: Bool
  ) {
    #expect(problems("id,holder,account\nA,x,\(number)\n").isEmpty != isRefused)
  }
}

/// A text in GB 18030.
func gb18030(_ csv: String) -> [UInt8] {
  var table: Table?
  for line in csv.split(separator: "\n") {
    let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if table == nil {
      table = Table(cells.map { .words(en: $0, zh: $0) })
    } else {
      table?.add(cells)
    }
  }
  return table?.csv(in: .gb18030) ?? []
}
