import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct OverlapTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Sums of schemes are the settlement's`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let given = GivenGains(households: 20, schemes: Int(seed % 5), random: &random)
    let settlement = try given.settled()
    for scheme in given.gross.indices {
      let name = "S\(scheme)"
      let gains = try settlement.gains(from: name)
      #expect(gains.map(\.gross.fen) == given.gross[scheme])
      #expect(gains.map(\.costs.fen) == given.costs[scheme])
      #expect(gains.map(\.net.fen) == given.before.indices.map { given.net($0)[scheme] })
    }
    for row in given.before.indices {
      #expect(settlement.net(at: row) == Money(fen: given.net(row).reduce(0, +)))
    }
    let error = #expect(throws: BenefitError.self) { try settlement.gains(from: "S9") }
    #expect(error?.code == .unknownName)
  }

  @Test func `Holdings and debts are neither income nor cost of a scheme`() throws {
    let terms = Terms(name: "s") {
      Payment("stake", each: .fixed(.yuan(1)), as: .holding)
      Payment("loan", each: .fixed(.yuan(2)), as: .debt)
      Payment("rent", each: .fixed(.yuan(4)), as: .property)
      Payment("wage", each: .fixed(.yuan(8)), as: .wage)
      Payment("interest", each: .fixed(.yuan(16)), as: .cost)
    }
    let settlement = try terms.settle(Season(2016), for: try likeHouseholds(1))
    let gain = try settlement.gains(from: "s")[0]
    #expect(gain == (.yuan(12), .yuan(16), .yuan(-4)))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `A household is counted where each of the schemes pays it`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let given = GivenGains(households: 30, schemes: Int(seed % 6), random: &random)
    let settlement = try given.settled()
    let overlap = Overlap(of: settlement)

    func counted(_ isCounted: (Int) -> Bool) -> Population {
      given.before.indices.filter(isCounted).reduce(.zero) {
        $0 + Population(households: 1, persons: Int64(given.persons[$1]))
      }
    }
    let schemes = given.gross.indices
    for first in schemes {
      for second in schemes {
        #expect(
          overlap.reached(by: "S\(first)", and: "S\(second)")
            == counted { given.gross[first][$0] > 0 && given.gross[second][$0] > 0 }
        )
      }
      #expect(overlap.reached(by: "S\(first)") == counted { given.gross[first][$0] > 0 })
    }
    for number in 0...schemes.count {
      #expect(
        overlap.byNumber[number]
          == counted { row in schemes.count { given.gross[$0][row] > 0 } == number }
      )
    }
    // The settlement counts each household once, the schemes' own numbers once a scheme.
    #expect(overlap.union.households == Int64(settlement.householdsReached))
    #expect(overlap.union.persons == settlement.personsReached)
    #expect(
      overlap.sum.persons == zip(0..., overlap.byNumber).reduce(0) { $0 + $1.0 * $1.1.persons }
    )
    #expect(overlap.reached(by: "S0", and: "other") == nil)
  }

  @Test func `The tables name each pair once`() throws {
    let overlap = Overlap(
      of: try GivenGains(
        before: [0, 0, 0],
        persons: [1, 2, 4],
        gross: [[1, 1, 0], [0, 1, 1]],
        // A cost does not unmake a reach.
        costs: [[0, 5, 0], [0, 0, 0]]
      ).settled()
    )
    #expect(
      overlap.pairs(in: .english).csv
        == "scheme,and,households,persons\r\nS0,,2,3\r\nS1,,2,6\r\nS0,S1,1,2\r\n"
    )
    #expect(
      overlap.numbers(in: .english).csv
        == "schemes,households,persons\r\n0,0,0\r\n1,2,5\r\n2,1,2\r\n"
    )
    #expect(overlap.union == Population(households: 3, persons: 7))
    #expect(overlap.sum - overlap.union == Population(households: 1, persons: 2))
    #expect(overlap.union.description == "3 households, 7 persons")
    #expect((overlap.sum - overlap.union).description == "1 household, 2 persons")
  }
}
