import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct TargetingTests {
  private static func ratio(_ part: Int64, _ whole: Int64) -> Statistic? {
    whole == 0 ? nil : .exact(Ratio(part, whole))
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `Every index follows its definition, person by person`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let given = GivenGains(
      households: Int.random(in: 1...12, using: &random),
      schemes: 1,
      random: &random
    )
    let amounts = given.before.indices.map { given.net($0)[0] }
    let line: Int64 = 5
    let incomes = try Incomes(given.before.map(Money.init(fen:)), persons: given.persons)
    let targeting = try incomes.targeting(
      of: amounts.map(Money.init(fen:)),
      below: Money(fen: line)
    )
    let rows = Array(given.before.indices)
    let isPoor = rows.map { given.before[$0] < line * Int64(given.persons[$0]) }

    for unit in Population.Unit.allCases {
      func count(_ isCounted: (Int) -> Bool) -> Int64 {
        rows.filter(isCounted).reduce(0) { $0 + (unit == .persons ? Int64(given.persons[$1]) : 1) }
      }
      let poor = count { isPoor[$0] }
      let poorReached = count { isPoor[$0] && amounts[$0] > 0 }
      let others = count { !isPoor[$0] }
      let othersReached = count { !isPoor[$0] && amounts[$0] > 0 }
      let reached = poorReached + othersReached
      func expect(_ index: TargetingIndex, _ expected: Statistic?, _ reason: Statistic.Reason) {
        #expect(targeting[index] == expected ?? .undefined(reason), "\(index)")
      }
      expect(.coverage(unit), Self.ratio(reached, poor + others), .nobody)
      expect(.coverageOfPoor(unit), Self.ratio(poorReached, poor), .noPoor)
      expect(.coverageOfOthers(unit), Self.ratio(othersReached, others), .everyonePoor)
      expect(.exclusionError(unit), Self.ratio(poor - poorReached, poor), .noPoor)
      expect(.inclusionError(unit), Self.ratio(othersReached, reached), .noReceivers)
      if poor > 0, others > 0 {
        expect(
          .differential(unit),
          .exact(Ratio(poorReached, poor) - Ratio(othersReached, others)),
          .nobody
        )
      }
    }
    let gains = amounts.map { max(0, $0) }
    let total = gains.reduce(0, +)
    let toPoor = rows.reduce(0) { isPoor[$1] ? $0 + gains[$1] : $0 }
    #expect(targeting.curve.total == Money(fen: total) && targeting.toPoor == Money(fen: toPoor))
    #expect(targeting.costs == Money(fen: total - amounts.reduce(0, +)))
    #expect(targeting[.shareToPoor] == Self.ratio(toPoor, total) ?? .undefined(.noReceivers))
    #expect(targeting[.leakage] == Self.ratio(total - toPoor, total) ?? .undefined(.noReceivers))
    let after = try Incomes(
      rows.map { Money(fen: given.before[$0] + amounts[$0]) },
      persons: given.persons
    )
    let gaps = try [incomes, after].map {
      try #require($0.poverty(below: Money(fen: line)).totalGap)
    }
    #expect(targeting.gapReduction == gaps[0] - gaps[1])

    // The same marks, given otherwise, tell the same; only the gap needs a line.
    let marked = try incomes.targeting(of: amounts.map(Money.init(fen:)), poor: isPoor)
    for index in TargetingIndex.standard where index != .gapEfficiency {
      #expect(marked[index] == targeting[index])
    }
    #expect(marked[.gapEfficiency] == .undefined(.noLine))
  }

  @Test(arguments: 0..<40 as Range<UInt64>, [1, 2, 5, 10])
  func `Shares of parts are those of the persons in a row`(seed: UInt64, parts: Int) throws {
    var random = SplitMix64(seed: seed)
    // Few different incomes, so that parts end inside ties.
    let persons = (0..<6).map { _ in Int.random(in: 1...5, using: &random) }
    let each = (0..<6).map { _ in Int64.random(in: 0...2, using: &random) }
    let amounts = (0..<6).map { _ in Int64.random(in: 0...9, using: &random) }
    let incomes = try Incomes(
      zip(each, persons).map { Money(fen: $0 * Int64($1)) },
      persons: persons
    )
    let targeting = try incomes.targeting(of: amounts.map(Money.init(fen:)), below: Money(fen: 2))
    let total = amounts.reduce(0, +)
    let shares = targeting.shares(byParts: parts)
    guard total > 0 else {
      #expect(shares.allSatisfy { $0 == .undefined(.noReceivers) })
      return
    }
    // Everyone in a row, each cut into as many pieces as there are parts, those of one income alike.
    var row: [Ratio] = []
    for income in 0...2 as ClosedRange<Int64> {
      let rows = each.indices.filter { each[$0] == income }
      let people = rows.reduce(0) { $0 + persons[$1] }
      guard people > 0 else { continue }
      let piece = Ratio(rows.reduce(0) { $0 + amounts[$1] }, Int64(people * parts))
      row += Array(repeating: piece, count: people * parts)
    }
    let length = row.count / parts
    let expected = (0..<parts).map { part in
      row[part * length..<(part + 1) * length].reduce(.zero, +) / Ratio(total)
    }
    #expect(shares == expected.map { .exact($0) })
  }

  @Test func `A benefit of 60 % to the poorest 40 % has an index of 1.5`() throws {
    let incomes = try Incomes([.yuan(1), .yuan(2), .yuan(3), .yuan(4), .yuan(5)])
    let targeting = try incomes.targeting(
      of: [.yuan(40), .yuan(20), .yuan(20), .yuan(10), .yuan(10)],
      below: .yuan(3)
    )
    #expect(targeting[.coadyGroshHoddinott(.percent(40))] == .exact(Ratio(3, 2)))
    #expect(targeting[.shareOfPoorest(.percent(40))] == .exact(Ratio(3, 5)))
    #expect(targeting[.shareOverHeadcount] == .exact(Ratio(3, 2)))
    #expect(targeting[.gapEfficiency] == .exact(Ratio(3, 100)))
    #expect(
      targeting.shares(byParts: 5).map { $0.text(decimals: 1) } == [
        "0.4", "0.2", "0.2", "0.1", "0.1",
      ]
    )
  }

  @Test(arguments: 1...5)
  func `With equal amounts the differential of amounts is that of coverage`(amount: Int64) throws {
    for reached in 0..<64 {
      let incomes = try Incomes((1...6).map { Money(fen: $0) })
      let amounts = (0..<6).map { Money(fen: reached & (1 << $0) == 0 ? 0 : amount) }
      for line in 0...7 as ClosedRange<Int64> {
        let targeting = try incomes.targeting(of: amounts, below: Money(fen: line))
        let differential = targeting[.amountDifferential(.persons)]
        if reached == 0, line > 1, line < 7 {
          #expect(differential == .undefined(.noReceivers))
        } else {
          #expect(differential == targeting[.differential(.persons)])
        }
      }
    }
  }

  @Test func `Settlements are read by income and by status`() throws {
    let settlement = try GivenGains(
      before: [1, 20, 3],
      persons: [1, 2, 4],
      gross: [[5, 0, 0], [0, 3, 0]],
      costs: [[0, 0, 2], [0, 9, 0]],
      statuses: [.notPoor, .belowNationalLine, .belowNationalLine]
    ).settled()
    let byLine = try Assessment(of: settlement, below: Money(fen: 5)).owed.targeting
    #expect(byLine.poorReached == Population(households: 1, persons: 1))
    #expect(byLine.poor == Population(households: 2, persons: 5))
    // What the second pays back does not unmake that it is reached.
    #expect(byLine.othersReached == Population(households: 1, persons: 2))
    let byStatus = try settlement.targeting(toward: .belowNationalLine)
    #expect(byStatus.poor == Population(households: 2, persons: 6))
    #expect(byStatus.poorReached == Population(households: 1, persons: 2))
    #expect(byStatus[.leakage] == .exact(Ratio(5, 8)))
  }

  @Test func `Marks for other households are refused`() throws {
    let incomes = try Incomes([.yuan(1)])
    func refusal(_ amounts: [Money], _ poor: [Bool]) -> String? {
      do {
        _ = try incomes.targeting(of: amounts, poor: poor)
        return nil
      } catch {
        return error.description
      }
    }
    #expect(refusal([.zero], [])?.contains("0 marks of the poor for 1 households") == true)
    #expect(refusal([], [true])?.contains("0 amounts for 1 households") == true)
  }

  @Test func `Names are told apart`() {
    let names = TargetingIndex.standard.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(TargetingIndex.standard.allSatisfy { !$0.convention.isEmpty })
  }
}
