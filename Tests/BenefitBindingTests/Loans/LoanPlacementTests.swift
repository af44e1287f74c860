import BenefitBinding
import TestSupport
import Testing

struct LoanPlacementTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `The parts add up and are the proportion's to the fen`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let denominator = Int64.random(in: 1...999, using: &random)
    let proportion = Ratio(.random(in: 0...denominator, using: &random), denominator)
    let total = Money(fen: .random(in: 0...Int64.max, using: &random))
    let placement = try LoanPlacement(banner: "A", of: total, toHouseholds: proportion)
    #expect(placement.households + placement.enterprises == total)
    let down = total.multiplied(by: proportion, rounding: .down(to: .fen))
    #expect([down, down + "0.01"].contains(placement.households))
    let (decoded, isSameBytes) = try roundTrip(placement)
    #expect(decoded == placement && isSameBytes)
  }

  @Test func `A banner may place all with either`() throws {
    let all = try LoanPlacement(banner: "A", of: .yuan(7), toHouseholds: 1)
    #expect(all.households == .yuan(7) && all.enterprises == .zero)
    let none = try LoanPlacement(banner: "A", of: .yuan(7), toHouseholds: 0)
    #expect(none.households == .zero && none.enterprises == .yuan(7))
  }

  /// Inner Mongolia, November 2013 to November 2017: 33.17 and 2.62 of 35.79 billion yuan.
  ///
  /// Source: 内蒙古累计发放357.9亿元扶贫贷款, Xinhua, 2017.
  @Test func `What Inner Mongolia placed adds up`() throws {
    let placement = try LoanPlacement(
      banner: "Inner Mongolia",
      of: .yuan(35_790_000_000),
      toHouseholds: Ratio(3_317, 3_579)
    )
    #expect(placement.households == .yuan(33_170_000_000))
    #expect(placement.enterprises == .yuan(2_620_000_000))
  }

  @Test func `What cannot be placed is refused`() throws {
    func refusal(_ total: Money, _ proportion: Ratio) -> String {
      do {
        _ = try LoanPlacement(banner: "Hanggin", of: total, toHouseholds: proportion)
        return "placed"
      } catch {
        return error.description
      }
    }
    #expect(
      refusal("-0.01", 1)
        == "Banner \"Hanggin\" has -0.01 yuan to place. Place zero or more."
    )
    let text =
      "Banner \"Hanggin\" cannot place 3/2 of its loans with households. Give a proportion "
    #expect(refusal(.yuan(1), "3/2") == text + "from 0 to 1.")
    #expect(refusal(.yuan(1), "-1/2").contains("cannot place -1/2"))
    let placement = try LoanPlacement(banner: "Hanggin", of: .yuan(1), toHouseholds: "1/2")
    let stored = try json(placement).replacing("1/2", with: "3/2")
    #expect(try decodingProblem(LoanPlacement.self, from: stored) == text + "from 0 to 1.")
  }
}
