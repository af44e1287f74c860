import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

/// Values that spreadsheets and other programs agree on; each file names its sources.
struct CashFlowsReferenceTests {
  private func isNear(_ value: Double, _ expected: Double, _ tolerance: Double = 1e-15) -> Bool {
    abs(value - expected) <= tolerance * max(1, abs(expected))
  }

  private func money(_ yuan: Double) throws -> Money { try Money(parsing: String(yuan)) }

  @Test func `A present value counts from the first flow, a spreadsheet's from a period before`()
    throws
  {
    struct Inputs: Decodable { var cashflows: [Double] }
    struct Expected: Decodable { var firstFlowAtTime0, excelNPVFirstFlowAtTime1: Double }
    let file: Reference<Inputs, Expected> = try reference("npv_conventions")
    let flows = try file.inputs.cashflows.map(money)
    #expect(
      isNear(CashFlows.periodic(flows).netPresentValue(at: "8%"), file.expected.firstFlowAtTime0)
    )
    #expect(
      isNear(
        CashFlows.periodic([.zero] + flows).netPresentValue(at: "8%"),
        file.expected.excelNPVFirstFlowAtTime1
      )
    )
  }

  @Test func `Dated flows are discounted by days over 365, in any order`() throws {
    struct Inputs: Decodable {
      var dates: [String]
      var amounts: [Double]
    }
    struct Expected: Decodable { var xnpv: Double }
    let file: Reference<Inputs, Expected> = try reference("xnpv_dated")
    let flows = try zip(file.inputs.dates, file.inputs.amounts).map { date, amount in
      CashFlows.Dated(try money(amount), on: try Day(parsing: date))
    }
    for order in [flows, flows.reversed()] {
      #expect(isNear(CashFlows.dated(order).netPresentValue(at: "9%"), file.expected.xnpv))
      // The rate on the page of the spreadsheet's XIRR, which iterates to 10⁻⁸.
      let rate = try #require(CashFlows.dated(order).internalRate.rate)
      #expect(isNear(rate, 0.373362535, 1e-8))
    }
  }

  @Test func `Payback is the first recovery`() throws {
    struct Inputs: Decodable {
      struct Case: Decodable {
        var id: String
        var cashflows: [Double]
      }
      var cases: [Case]
    }
    struct Expected: Decodable {
      struct Reached: Decodable {
        var periodReached: Int?
        var interpolated: Double?
      }
      struct Case: Decodable {
        var simple: Reached
        var discounted10pct: Reached
      }
      var cases: [Case]
    }
    let file: Reference<Inputs, Expected> = try reference("payback")
    try #require(file.inputs.cases.count == file.expected.cases.count)
    for (given, expected) in zip(file.inputs.cases, file.expected.cases) {
      let amounts = try given.cashflows.map(money)
      for (rate, reached) in [(0, expected.simple), ("10%", expected.discounted10pct)]
        as [(Ratio, Expected.Reached)]
      {
        let payback = CashFlows.periodic(amounts).payback(at: rate)
        if let period = reached.periodReached, let interpolated = reached.interpolated {
          guard case .recovered(let time, let found) = payback else {
            Issue.record("\(given.id): \(payback)")
            continue
          }
          #expect(time == period, "\(given.id)")
          #expect(isNear(found, interpolated), "\(given.id)")
        } else {
          #expect(payback == (given.id == "nothing_to_recover" ? .nothingToRecover : .never))
        }
      }
    }
  }
}
