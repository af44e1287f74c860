import BenefitBinding
import BenefitTables
import TestSupport
import Testing

struct LoanTableTests {
  private static let households: HouseholdTable = {
    let list = Array("id,gaqa,persons\nA,Xini,4\nB,Xini,2\n".utf8)
    guard let table = try? HouseholdTable(csv: list) else { fatalError("no table") }
    return table
  }()

  private static func problems(_ text: String) -> [BenefitError] {
    LoanTable.problems(inCSV: Array(text.utf8), of: households)
  }

  @Test func `A row is the contract that a program makes`() throws {
    let csv = Array(
      """
      户号,放款日期,贷款金额,年利率,期限（月）,还款方式,每期月数,贴息比例
      A,2016/11/10,"24,000",4.8%,24,等额本金,,
      A,2017年1月5日,50000,4.35%,36,到期还本,3,100%
      B,2017-02-01,1000,0.06,12,Equal  Instalments,1,1/2

      """.utf8
    )
    let loans = try LoanTable(csv: csv, of: Self.households).loans
    #expect(
      try loans == [
        LoanContract(
          of: "A",
          on: "2016-11-10",
          LoanSchedule(of: .yuan(24_000), at: "0.4%", over: 24, repaid: .equalPrincipal)
        ),
        LoanContract(
          of: "A",
          on: "2017-01-05",
          LoanSchedule(
            of: .yuan(50_000),
            at: "1.0875%",
            over: 12,
            repaid: .interestOnly,
            subsidy: .fraction(.whole)
          ),
          every: 3
        ),
        LoanContract(
          of: "B",
          on: "2017-02-01",
          LoanSchedule(of: .yuan(1_000), at: "0.5%", over: 12, subsidy: .fraction("1/2"))
        ),
      ]
    )
    var facts = Facts()
    try facts.state(loans, in: .year(2017), for: Self.households.register)
    #expect(facts[.principalDue, household: "A"] == .yuan(12_000))
  }

  @Test func `A loan in yen is repaid in whole yen that add up`() throws {
    let yen = Currency("JPY", unit: Phrase(en: "yen", zh: "日元"))
    let text =
      "id,day,principal,rate,months,repayment,every\nA,2016-11-10,24001,4.8%,24,equal principal,12\n"
    let loans = try LoanTable(csv: Array(text.utf8), of: Self.households, in: yen).loans
    var due: [Money] = []
    for year in [2017, 2018] {
      var facts = Facts()
      try facts.state(loans, in: .year(year), for: Self.households.register)
      due.append(facts[.principalDue, household: "A"] ?? .zero)
    }
    #expect(due.reduce(.zero, +) == .yuan(24_001) && due.allSatisfy { $0.fen % 100 == 0 })
    let finer = text.replacing("24001", with: "24000.50")
    let problems = LoanTable.problems(inCSV: Array(finer.utf8), of: Self.households, in: yen)
    #expect(
      problems.map(\.description) == [
        #"Line 2, column "principal": 24,000.50 is no whole number of yen. Write it without decimals."#
      ]
    )
  }

  @Test func `A rate without its per cent sign is refused`() {
    #expect(
      Self.problems(Self.headings + "A,2017-01-05,10000,4.35,12,equal principal,,\n").map(
        \.description
      )
        == [
          #"Line 2, column "rate": a yearly rate of 435.00 % is more than a loan costs. Write a per cent sign, such as 4.35%."#
        ]
    )
  }

  private static let headings = "id,day,principal,rate,months,repayment,every,subsidy\n"

  @Test func `All mistakes are told, those of a loan as a whole with its row`() {
    let text = """
      a,2016-11-10,24000,4.8%,24,interest only,,
      A,2016-11-31,x,4.8,24.5,weekly,x,y
      A,2016-11-10,0,4.8%,24,interest only,,
      A,2016-11-10,1000,-1%,24,interest only,,
      A,2016-11-10,1000,1%,0,interest only,,
      A,2016-11-10,1000,1%,24,interest only,5,
      A,2016-11-10,1000,1%,24,interest only,0,
      A,2016-11-10,1000,1/9223372036854775807,24,interest only,1,
      A,2016-11-10,1000,1%,24,,,
      A,9999-11-10,1000,1%,24,interest only,,
      A,2016-11-10,1000,1%,24,interest only,,120%

      """
    let problems = Self.problems(Self.headings + text)
    #expect(
      problems.map { $0.description.prefix { $0 != ":" } } == [
        "Line 2, column \"id\"", "Line 3, column \"day\"", "Line 3, column \"principal\"",
        "Line 3, column \"months\"", "Line 3, column \"every\"", "Line 3, column \"repayment\"",
        "Line 3, column \"subsidy\"", "Line 4", "Line 5", "Line 6", "Line 7, column \"every\"",
        "Line 8, column \"every\"", "Line 9", "Line 10, column \"repayment\"", "Line 11", "Line 12",
      ]
    )
    for problem in problems {
      #expect(strayEnglish(in: problem.text(in: .simplifiedChinese)) == nil)
    }
  }

  @Test func `Each column that a loan needs is asked for`() {
    #expect(
      Self.problems("id,every\n").map(\.places)
        == ["day", "principal", "rate", "months", "repayment"].map {
          [BenefitError.Place("column", $0)]
        }
    )
  }
}
