import BenefitAssessment
import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

/// Values from files that would trap where they are used are refused where they are read.
struct StoredValueTests {
  @Test func `A line's total is the sum of its amounts`() throws {
    let terms = Terms(name: "s") { Payment("p", each: .yuan(1), as: .cost) }
    let settlement = try terms.settle(Season(2016), for: likeHouseholds(2))
    let line = try settlement.line("p")
    #expect(try roundTripped(line) == line)
    #expect(
      try decodingProblem(Line.self, from: json(line).replacing("100,100", with: "100,101"))
        == "Line \"p\" gives a total of 2.00, which its amounts do not add up to."
    )
  }

  @Test func `Balances and holdings are those that a settlement could leave`() throws {
    let loss =
      #"{"balances":[{"scheme":"s","item":{"loss":{}},"amount":"-10.00"}]}"#
    #expect(
      try decodingProblem(Books.self, from: loss)
        == "s: a loss of -10.00 is no loss. One is zero or more."
    )
    let named = loss.replacing("\"s\"", with: #""a\nb""#).replacing("-", with: "")
    #expect(
      try decodingProblem(Books.self, from: named)
        == "a\\nb: a loss of 10.00 has a name that cannot be. A scheme or gaqa needs a name of one line; "
        + "\"a\\nb\" holds a line break or another control character."
    )
    let holding = #"{"scheme":"s","line":"l","ids":["A","B"],"fen":[9223372036854775807,1]}"#
    #expect(
      try decodingProblem(Books.self, from: "{\"balances\":[],\"holdings\":[\(holding)]}")
        == "The holding \"l\" of scheme \"s\" adds up to more money than 64 bits can hold."
    )
  }

  @Test func `Costs and funds of files can be added up`() throws {
    let most = #"{"amount":"92,233,720,368,547,758.07","from":"a","householdShare":"0"}"#
    #expect(
      try decodingProblem(Funding.self, from: "[\(most),\(most)]")
        == "All contributions together are more money than 64 bits can hold."
    )
    let cost = "{\"funding\":[\(most)],\"publicSources\":[],\"delivery\":\"0.01\"}"
    #expect(
      try decodingProblem(ProgrammeCost.self, from: cost)
        == "All costs together are more money than 64 bits can hold."
    )
  }

  @Test func `A part that the form does not have, and one that it lacks, is named`() throws {
    #expect(
      try decodingProblem(Apportionment.self, from: #"{"oddFen":"first"}"#)
        == "There is a part \"oddFen\". The form has none of that name; correct it, or store the value "
        + "anew."
    )
    #expect(
      try decodingProblem(Household.self, from: #"{"id":"A"}"#)
        == "There is no part \"gaqa\". The form has one; add it, or store the value anew."
    )
  }

  @Test func `All produce and revenue of a trace can be added up`() throws {
    func problem(_ lots: [Traceability.Lot], _ sales: [Traceability.Sale]) -> String? {
      do throws(BenefitError) {
        _ = try Traceability(lots: lots, sales: sales)
        return nil
      } catch {
        return error.description
      }
    }
    let most = Quantity(thousandths: .max, Quantity.Unit("egg"))
    let one = Quantity(thousandths: 1, Quantity.Unit("egg"))
    #expect(
      problem([.init("L1", from: "A", most), .init("L2", from: "A", one)], [])
        == "Lot \"L2\": a sum up to it is too large to be kept exactly in 64 bits. Record it in "
        + "several ledgers."
    )
    let sales: [Traceability.Sale] = [
      .init("S1", for: Money(fen: .max), [.init("L1", one)]),
      .init("S2", for: Money(fen: 1), [.init("L1", one)]),
    ]
    #expect(
      problem([.init("L1", from: "A", most)], sales)
        == "Sale \"S2\": a sum up to it is too large to be kept exactly in 64 bits. Record it in "
        + "several ledgers."
    )
  }

  @Test func `Days end with the calendar`() async throws {
    #expect(Period.year(9_999).days == 365)
    #expect(Period.quarter(4, of: 9_999).description == "9999-10-01 to 9999-12-31")
    #expect(try roundTripped(Period.year(9_999)) == .year(9_999))
    #expect(Day.end.description == "10000-01-01" && Day.first.description == "0001-01-01")
    #expect(try roundTripped([Day.first, Day.end]) == [.first, .end])
    #expect(Day.first.advanced(by: Day.end - Day.first) == .end)
    #expect(throws: BenefitError.self) { try Day(parsing: "10000-01-02") }
    let far = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      print(Day(number: .max))
    }
    let text = String(decoding: far?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("is not in the years from 1 to 9999."))
  }

  @Test func `Each of many loans on a stake bears its interest`() throws {
    let loan = Funding.Contribution.contribution(
      .yuan(1_000),
      from: .reliefLoan,
      interest: "4.35%"
    )
    let scheme = Shareholding(
      name: "s",
      funding: Funding(Array(repeating: loan, count: 400)),
      dividend: .yuan(1)
    )
    let statement = try scheme.settle(Season(2016), for: likeHouseholds(1)).statements[0]
    #expect(statement.costs == .yuan(17_400))
  }
}
