import BenefitBinding
import TestSupport
import Testing

struct ResidueTests {
  private static let rules: [(Residue, wire: String, words: String)] = [
    (.largestRemainder, #""largest remainder""#, "odd fen to the largest remainders"),
    (.first, #""first""#, "odd fen in order from the first"),
    (.last, #""last""#, "odd fen in order from the last"),
    (.posted(to: .reserve), #"{"postedTo":"reserve"}"#, "odd fen to reserve"),
    (.carriedForward, #""carried forward""#, "odd fen carried forward to the next season"),
    (.writtenOff, #""written off""#, "odd fen written off"),
  ]

  @Test(arguments: rules.indices)
  func `Each rule has its words and its wire form`(_ index: Int) throws {
    let (residue, wire, words) = Self.rules[index]
    #expect(residue.description == words)
    #expect(try json(residue) == wire)
    #expect(try decoded(Residue.self, from: wire) == residue)
  }

  @Test(arguments: [
    #""largest""#, #""posted""#, #"{"account":"reserve"}"#, #"{"postedTo":""}"#, "{}", "1",
  ])
  func `A rule that is not whole is refused`(_ wire: String) {
    #expect(throws: DecodingError.self) { try decoded(Residue.self, from: wire) }
  }

  @Test func `The same odd fen go where each rule says`() throws {
    // 11 fen over 9: remainders 2/9, 4/9, 0, 6/9, 6/9 of a fen leave two.
    let weights: [Int64] = [1, 2, 0, 3, 3]
    func fen(_ residue: Residue) throws -> [Int64] {
      let outcome = try Apportionment(residue: residue).parts(of: Money(fen: 11), by: weights)
      return (outcome.parts + [outcome.residue]).map(\.fen)
    }
    #expect(try fen(.largestRemainder) == [1, 2, 0, 4, 4, 0])
    #expect(try fen(.first) == [2, 3, 0, 3, 3, 0])
    #expect(try fen(.last) == [1, 2, 0, 4, 4, 0])
    for residue in [Residue.posted(to: .collective), .carriedForward, .writtenOff] {
      #expect(try fen(residue) == [1, 2, 0, 3, 3, 2])
    }
  }

  @Test func `Of equal remainders the earlier comes first, in a burden too`() throws {
    for total in [Int64(5), -5] {
      let outcome = try Apportionment.exact.parts(of: Money(fen: total), by: [1, 1, 1, 1])
      #expect(outcome.parts.map(\.fen.magnitude) == [2, 1, 1, 1])
    }
  }

  @Test func `Nobody gets more than one odd step`() throws {
    for residue in [Residue.largestRemainder, .first, .last] {
      let rule = Apportionment(rounding: .down(to: .yuan), residue: residue)
      let outcome = try rule.parts(of: .yuan(3), by: [1, 1, 1, 1])
      #expect(outcome.parts.allSatisfy { $0 <= .yuan(1) })
      #expect(outcome.parts.reduce(.zero, +) == .yuan(3) && outcome.residue == .zero)
    }
  }
}
