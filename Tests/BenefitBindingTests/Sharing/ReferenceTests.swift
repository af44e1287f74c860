import BenefitBinding
import TestSupport
import Testing

/// Apportionments that other implementations and published tables agree on.
///
/// Each file names its sources.
struct ReferenceTests {
  private struct Case: Decodable {
    var id: String
    var total: Int64
    var weights: [Int64]
  }

  private struct Cases<Element: Decodable>: Decodable {
    var cases: [Element]
  }

  private func parts(_ total: Int64, _ weights: [Int64]) throws -> [Int64] {
    let outcome = try Apportionment.exact.parts(of: Money(fen: total), by: weights)
    #expect(outcome.residue == .zero)
    return outcome.parts.map(\.fen)
  }

  @Test func `Published examples come out as printed`() throws {
    struct Answer: Decodable {
      var id: String
      var parts: [Int64]
    }
    let file: Reference<Cases<Case>, Cases<Answer>> = try reference("alloc_published_examples")
    #expect(file.inputs.cases.count == file.expected.cases.count && !file.inputs.cases.isEmpty)
    for (input, answer) in zip(file.inputs.cases, file.expected.cases) {
      try #require(input.id == answer.id)
      #expect(try parts(input.total, input.weights) == answer.parts, "\(input.id)")
    }
  }

  @Test func `Negative totals are mirror images`() throws {
    struct Answer: Decodable {
      var id: String
      var partsSymmetric: [Int64]
    }
    let file: Reference<Cases<Case>, Cases<Answer>> = try reference("alloc_negative_totals")
    #expect(file.inputs.cases.count == file.expected.cases.count && !file.inputs.cases.isEmpty)
    for (input, answer) in zip(file.inputs.cases, file.expected.cases) {
      try #require(input.id == answer.id)
      #expect(try parts(input.total, input.weights) == answer.partsSymmetric, "\(input.id)")
    }
  }

  @Test func `Two thousand households get what other programs give them`() throws {
    struct Inputs: Decodable {
      var weights: [Int64]
      var totals: [Int64]
    }
    struct Answers: Decodable { var parts: [[Int64]] }
    let file: Reference<Inputs, Answers> = try reference("alloc_households_2000")
    try #require(file.inputs.weights.count == 2_000 && file.inputs.totals.count == 2)
    for (total, answer) in zip(file.inputs.totals, file.expected.parts) {
      #expect(try parts(total, file.inputs.weights) == answer)
    }
  }

  // Where the file leaves a choice, as for a total of zero without weights, this library refuses.
  @Test func `What cannot be shared is refused`() throws {
    struct Inputs: Decodable { var inputs: Cases<Case> }
    let file: Inputs = try reference("alloc_errors")
    #expect(!file.inputs.cases.isEmpty)
    for input in file.inputs.cases {
      #expect(throws: BenefitError.self, "\(input.id)") {
        try parts(input.total, input.weights)
      }
    }
  }
}
