import BenefitBinding
import TestSupport
import Testing

struct InstalmentTests {
  /// A line that gives each household so much.
  private static func line(_ fen: [Int64]) throws -> Line {
    let register = try Register(
      fen.enumerated().map { index, fen in
        Household(
          "H-\(1_000 + index)",
          gaqa: "g",
          persons: 1,
          measures: [.shares: Quantity(fen, .share)]
        )
      }
    )
    let terms = Terms(name: "s") {
      Payment("dividend", each: .each("0.01", per: .measure(.shares)), as: .property)
    }
    return try terms.settle(Season(2016), for: register).line("dividend")
  }

  private func total(_ amounts: [Money]) -> Money { amounts.reduce(.zero, +) }

  /// 99 households with 1.01 each made 50.49 and 49.50.
  @Test func `Halves of like amounts with odd fen are halves in all`() throws {
    let parts = try Self.line(Array(repeating: 101, count: 99)).instalments([1, 1])
    #expect(parts.map(total) == ["50.00", "49.99"])
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `Instalments are exact by household and, within a fen, by instalment`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let amounts = (0..<Int.random(in: 1...40, using: &random)).map { _ in
      Int64.random(in: 0...(seed % 2 == 0 ? 9 : 999_999), using: &random)
    }
    let weights = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      Int64.random(in: 1...9, using: &random)
    }
    let line = try Self.line(amounts)
    let parts = try line.instalments(weights)
    let sum = weights.reduce(0, +)
    for row in line.indices { #expect(total(parts.map { $0[row] }) == line[row]) }
    for (part, weight) in zip(parts, weights) {
      #expect(part.allSatisfy { $0 >= .zero })
      // The difference to the exact part is below one fen.
      #expect(abs(total(part).fen * sum - line.total.fen * weight) < sum)
    }
  }

  @Test func `Weights may be zero for some but not for all`() throws {
    let line = try Self.line([200, 1])
    #expect(try line.instalments([0, 5]) == [[.zero, .zero], ["2.00", "0.01"]])
    #expect(try Self.line([0, 0]).instalments([1, 1]) == [[.zero, .zero], [.zero, .zero]])
    // 1,275 a quarter, 5,100 a year (Changzhi, 2018).
    #expect(
      try Self.line([510_000]).instalments([1, 1, 1, 1])
        == Array(repeating: [.yuan(1_275)], count: 4)
    )
    #expect(throws: BenefitError.self) { try line.instalments([0, 0]) }
    #expect(throws: BenefitError.self) { try line.instalments([2, -1]) }
    #expect(throws: BenefitError.self) { try line.instalments([]) }
  }
}
