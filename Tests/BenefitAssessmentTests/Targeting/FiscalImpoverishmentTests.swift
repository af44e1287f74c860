import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct FiscalImpoverishmentTests {
  /// The definition, person by person: incomes that divide evenly among the members.
  private static func definition(
    _ before: [Int64],
    _ after: [Int64],
    _ persons: [Int],
    _ line: Int64
  ) -> (losses: Int64, gains: Int64, impoverished: Int64, gaining: Int64) {
    var (losses, gains, impoverished, gaining) = (0 as Int64, 0 as Int64, 0 as Int64, 0 as Int64)
    for row in before.indices {
      for _ in 0..<persons[row] {
        let (old, new) = (before[row], after[row])
        losses += min(old, line) - min(old, new, line)
        gains += min(new, line) - min(old, new, line)
        if new < old && new < line { impoverished += 1 }
        if old < new && old < line { gaining += 1 }
      }
    }
    return (losses, gains, impoverished, gaining)
  }

  @Test(arguments: -1...4 as ClosedRange<Int64>)
  func `Every pair of small incomes follows the definition`(line: Int64) throws {
    for old in -2...4 as ClosedRange<Int64> {
      for new in -2...4 as ClosedRange<Int64> {
        for persons in 1...3 {
          let sides = try FiscalImpoverishment(
            from: try Incomes([Money(fen: old * Int64(persons))], persons: [persons]),
            to: try Incomes([Money(fen: new * Int64(persons))], persons: [persons]),
            below: Money(fen: line)
          )
          let expected = Self.definition([old], [new], [persons], line)
          #expect(sides.impoverishment == Money(fen: expected.losses))
          #expect(sides.gains == Money(fen: expected.gains))
          #expect(sides.impoverished.persons == expected.impoverished)
          #expect(sides.gaining.persons == expected.gaining)
          #expect(sides.impoverished.households == (expected.impoverished > 0 ? 1 : 0))
          #expect(sides.gaining.households == (expected.gaining > 0 ? 1 : 0))
        }
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `The gap changes by the losses less the gains`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let given = GivenGains(households: 25, schemes: 3, random: &random)
    let settlement = try given.settled()
    let (before, after) = (try Incomes(settlement.register), try Incomes(after: settlement))
    let line = Money(fen: .random(in: 1...15, using: &random))
    let sides = try FiscalImpoverishment(from: before, to: after, below: line)
    let gaps = try [before, after].map { try #require($0.poverty(below: line).totalGap) }
    #expect(gaps[1] - gaps[0] == sides.impoverishment - sides.gains)
    // The two sides change places with the incomes.
    let back = try FiscalImpoverishment(from: after, to: before, below: line)
    #expect(back.gains == sides.impoverishment && back.impoverishment == sides.gains)
    #expect(back.gaining.households >= sides.impoverished.households)
    #expect(
      sides.headcount(.households)
        == .exact(Ratio(sides.impoverished.households, Int64(before.householdCount)))
    )
  }

  @Test func `Nobody is nobody, and other households are refused`() throws {
    let nobody = try Incomes([])
    let sides = try FiscalImpoverishment(from: nobody, to: nobody, below: .yuan(1))
    #expect(sides.headcount() == .undefined(.nobody))
    #expect(sides.impoverished == .zero && sides.gains == .zero)

    func refusal(_ before: Incomes, _ after: Incomes, _ line: Money) -> String? {
      do {
        _ = try FiscalImpoverishment(from: before, to: after, below: line)
        return nil
      } catch {
        return error.description
      }
    }
    let two = try Incomes([.yuan(1), .yuan(1)], persons: [1, 2])
    #expect(
      refusal(two, try Incomes([.yuan(1), .yuan(1)], persons: [1, 3]), .yuan(1))?.contains("Row 2")
        == true
    )
    #expect(refusal(two, nobody, .yuan(1))?.contains("0 incomes after") == true)
    #expect(refusal(two, two, Money(fen: .max))?.contains("What the poor lack") == true)
  }
}
