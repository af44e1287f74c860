import BenefitBinding
import Foundation
import TestSupport
import Testing

struct FlowTests {
  private func payment(as flow: String) throws -> Payment {
    try decoded(Payment.self, from: #"{"payment": "p", "each": "2", "as": "\#(flow)"}"#)
  }

  @Test func `A clause that gives money states any flow but a quantity`() throws {
    for flow in Flow.allCases where flow != .quantity {
      #expect(try payment(as: flow.rawValue) == Payment("p", each: .yuan(2), as: flow))
    }
    #expect(throws: DecodingError.self) { try payment(as: "quantity") }
  }
}
