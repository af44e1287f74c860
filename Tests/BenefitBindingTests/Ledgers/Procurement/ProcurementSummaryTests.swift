import BenefitBinding
import TestSupport
import Testing

/// What was published of Otog's contracts: 2020, 2021 and the first quarter of 2022.
struct ProcurementSummaryTests {
  private static func published(_ year: String) throws -> ProcurementSummary {
    switch year {
    case "2020":
      try ProcurementSummary(
        year,
        contracts: 466,
        firms: 238,
        salesPerPerson: .yuan(3_822)
      )
    case "2021":
      try ProcurementSummary(
        year,
        contracts: 366,
        firms: 292,
        salesPerPerson: .yuan(3_317)
      )
    default: try ProcurementSummary(year, contracts: 42, firms: 62)
    }
  }

  private func refusal<Value>(_ read: () throws(ProcurementError) -> Value) -> String {
    do {
      return "\(try read())"
    } catch {
      return error.description
    }
  }

  @Test(arguments: ["2020", "2021", "the first quarter of 2022"])
  func `A total whose digits were lost is not guessed`(period: String) throws {
    let summary = try Self.published(period)
    let expected =
      "The summary of \(period) does not state the total. Supply it from another source; what is "
      + "unknown is not guessed."
    #expect(refusal { () throws(ProcurementError) in try summary.persons() } == expected)
    #expect(refusal { () throws(ProcurementError) in try summary.valuePerContract() } == expected)
  }

  /// The source lost the digits before 亿; 100,000,000 yuan is what the reader supplies here.
  @Test func `A total that is supplied gives persons and the value of a contract`() throws {
    let total = Money.yuan(100_000_000)
    let first = try Self.published("2020").stating(total: total)
    #expect(try first.persons() == 26_164)
    #expect(try first.valuePerContract() == "214,592.27")
    let second = try Self.published("2021").stating(total: total)
    #expect(try second.persons() == 30_148)
    let quarter = try Self.published("the first quarter of 2022").stating(total: total)
    #expect(
      refusal { () throws(ProcurementError) in try quarter.persons() }
        == "The summary of the first quarter of 2022 does not state the sales for each person. "
        + "Supply it from another source; what is unknown is not guessed."
    )
  }

  @Test func `Fewer contracts than firms are contracts of several buyers`() throws {
    #expect(try Self.published("2020").contractsPerFirm == "466/238")
    #expect(try Self.published("2022").contractsPerFirm < 1)
  }

  @Test func `Figures that are not above zero are refused, in files too`() throws {
    func text(_ contracts: Int, _ firms: Int, _ total: Money?, _ sales: Money?) -> String {
      refusal { () throws(ProcurementError) in
        try ProcurementSummary(
          "2020",
          contracts: contracts,
          firms: firms,
          total: total,
          salesPerPerson: sales
        )
      }
    }
    let end = "of the summary of 2020 is not above zero. Leave out what is not known."
    #expect(text(0, 1, nil, nil) == "The 0 \(end)")
    #expect(text(1, -1, nil, nil) == "The -1 \(end)")
    #expect(text(1, 1, .zero, nil) == "The 0.00 \(end)")
    #expect(text(1, 1, nil, "-0.01") == "The -0.01 \(end)")
    let summary = try Self.published("2020")
    #expect(try roundTripped(summary) == summary)
    let broken = try json(summary).replacing("466", with: "0")
    #expect(try decodingProblem(ProcurementSummary.self, from: broken) == "The 0 \(end)")
  }
}
