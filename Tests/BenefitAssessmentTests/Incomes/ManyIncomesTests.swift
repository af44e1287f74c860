import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

/// Populations that are larger than what is sorted in one part.
struct ManyIncomesTests {
  /// The most that a household has, in fen: its keys fit 32 bits, or 64 as quotients of `Double` or of integers.
  @Test(arguments: [400_000, 10_000_000_000, 1 << 45] as [Int64])
  func `Quantiles, the poor and the Gini index are those of a plain sort`(_ most: Int64) throws {
    var random = SplitMix64(seed: UInt64(most))
    let count = 140_000
    let persons = (0..<count).map { _ in Int.random(in: 1...9, using: &random) }
    // A third below zero or on a few round amounts, so that many are equal.
    let fen = persons.map { persons in
      switch Int.random(in: 0..<6, using: &random) {
      case 0: Int64.random(in: -most / 4...0, using: &random)
      case 1: most / 400 * Int64(persons) * .random(in: 0...40, using: &random)
      default: Int64.random(in: 0...most, using: &random)
      }
    }
    let incomes = try Incomes(fen.map(Money.init(fen:)), persons: persons)
    let rows = fen.indices.sorted {
      Int128(fen[$0]) * Int128(persons[$1]) < Int128(fen[$1]) * Int128(persons[$0])
    }
    var below: [Int] = []
    var sum = 0
    var (spread, total) = (0 as Int128, 0 as Int128)
    for row in rows {
      spread += Int128(fen[row]) * Int128(2 * sum + persons[row])
      sum += persons[row]
      total += Int128(fen[row])
      below.append(sum)
    }
    for percent in stride(from: 1, through: 99, by: 7) {
      let place = try #require(below.firstIndex { $0 * 100 >= percent * sum })
      let expected = Double(fen[rows[place]]) / Double(persons[rows[place]]) / 100
      let value = try #require(incomes.quantile(.percent(Int64(percent))).value)
      #expect(abs(value - expected) <= abs(expected) * 1e-15)
    }
    let line = Money.yuan(2_000)
    let poor = rows.filter { fen[$0] < line.fen * Int64(persons[$0]) }
    #expect(incomes.poverty(below: line).poor.persons == poor.reduce(0) { $0 + Int64(persons[$1]) })
    #expect(incomes.poverty(below: line).poor.households == poor.count)
    let gini = Double(spread - Int128(sum) * total) / (Double(sum) * Double(total))
    let computed = try #require(incomes[.gini].value)
    #expect(abs(computed - gini) <= gini * 1e-13)
  }
}
