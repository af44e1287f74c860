import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct AssessmentTests {
  @Test(arguments: 0..<30 as Range<UInt64>)
  func `Groups add up to the population`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let given = GivenGains(households: 24, schemes: 3, random: &random)
    let settlement = try given.settled()
    let line = Money(fen: 6)
    let assessment = try Assessment(of: settlement, below: line)
    let before = assessment.before.poverty(below: line)
    let after = assessment.owed.incomes.poverty(below: line)
    for kind in [PovertyGroup.Kind.gaqa, .status] {
      let groups = assessment.groups.filter { $0.kind == kind }
      #expect(groups.reduce(.zero) { $0 + $1.everybody }.persons == settlement.register.personCount)
      #expect(groups.reduce(.zero) { $0 + $1.before.poor } == before.poor)
      #expect(groups.reduce(.zero) { $0 + $1.after.poor } == after.poor)
      #expect(groups.reduce(.zero) { $0 + $1.before.gap } == before.totalGap)
      #expect(groups.reduce(.zero) { $0 + $1.after.gap } == after.totalGap)
    }
    let overlap = Overlap(of: settlement)
    for group in assessment.groups {
      let rows = try settlement.register.indices.filter { row in
        let household = settlement.register[row]
        switch group.kind {
        case .gaqa: return household.gaqa == group.name
        case .status: return household.status.name == group.name
        case .scheme: return try settlement.gains(from: group.name)[row].gross > .zero
        }
      }
      let part = assessment.owed.incomes.rows(rows).poverty(below: line)
      #expect(group.after.headcount == part[.headcount])
      #expect(group.after.poor == part.poor)
      for (severity, incomes) in [
        (group.before.severity, assessment.before), (group.after.severity, assessment.owed.incomes),
      ] {
        let expected = incomes.rows(rows).poverty(below: line)[.severity]
        #expect(severity.reason == expected.reason)
        #expect(abs((severity.value ?? 0) - (expected.value ?? 0)) < 1e-15, "\(group.name)")
      }
      if group.kind == .scheme { #expect(group.everybody == overlap.reached(by: group.name)) }
    }
    #expect(assessment.groupTable(in: .english).rows.count == assessment.groups.count)
    let withoutLine = try Assessment(of: settlement, below: .zero)
    for group in withoutLine.groups where group.everybody != .zero {
      #expect(group.before.severity == .undefined(.noLine))
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Paying everything is what is owed, and paying nothing leaves the costs`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let settlement = try GivenGains(households: 12, schemes: 2, random: &random).settled()
    let line = Money(fen: 6)
    let income = settlement.lines.filter { $0.name == "gross" }
    func assessment(_ cash: (Line) -> Money) throws -> Assessment {
      try Assessment(
        of: settlement,
        below: line,
        paid: income.map {
          try settlement.payout(of: $0.name, of: $0.scheme, with: cash($0), arrears: .lapsing)
        }
      )
    }
    let full = try assessment(\.total)
    #expect(full.paid == full.owed)
    #expect(full.table(in: .english).columns.last?.title.description == "after, as paid")
    #expect(full.table(in: .english).rows.allSatisfy { $0.count == 6 && $0[4] == $0[5] })
    let none = try assessment { _ in .zero }
    for row in settlement.register.indices {
      #expect(
        none.paid?.incomes[row] == none.before[row] - settlement.costs(at: row)
      )
    }
    #expect(none.paid?.targeting[.leakage] == .undefined(.noReceivers))
    #expect(none.owed == full.owed)
  }

  @Test func `The table has every measure once, and no number that is none`() throws {
    var random = SplitMix64(seed: 7)
    let settlement = try GivenGains(households: 30, schemes: 3, random: &random).settled()
    let assessment = try Assessment(of: settlement, below: Money(fen: 6))
    let table = assessment.table(in: .english)
    #expect(Set(table.rows.map { $0[0] + $0[1] }).count == table.rows.count)
    func values(_ topic: String, _ measure: String) throws -> [String] {
      let row = try #require(table.rows.first { $0[0] == topic && $0[1] == measure })
      return Array(row[3...])
    }
    let (before, after) = (assessment.before, assessment.owed.incomes)
    func texts(_ statistics: Statistic...) -> [String] { statistics.map { $0.text(decimals: 6) } }
    for index in PovertyIndex.standard {
      let states = [before, after].map { $0.poverty(below: Money(fen: 6))[index] }
      #expect(try values("poverty", index.name) == texts(states[0], states[1]))
    }
    for index in InequalityIndex.standard {
      #expect(try values("inequality", index.name) == texts(before[index], after[index]))
    }
    for index in TargetingIndex.standard {
      let value = assessment.owed.targeting[index]
      #expect(try values("targeting", index.name) == [""] + texts(value))
    }
    #expect(table.rows.allSatisfy { $0.count == 5 && !$0[4].isEmpty && !$0[2].isEmpty })
  }

  @Test func `Amounts in the table are in yuan, numbers whole`() throws {
    let settlement = try GivenGains(
      before: [100_000, 300_000],
      persons: [1, 2],
      gross: [[150_000, 0]],
      costs: [[0, 50_000]]
    ).settled()
    let table = try Assessment(of: settlement, below: .yuan(2_000)).table(in: .english)
    func values(_ measure: String) -> [String] {
      table.rows.first { $0[1] == measure }.map { Array($0[3...]) } ?? []
    }
    #expect(values("poor persons") == ["3", "2"])
    #expect(values("poor households") == ["2", "1"])
    #expect(values("total gap") == ["2,000.00", "1,500.00"])
    #expect(values("mean income") == ["1,333.33", "1,666.67"])
    #expect(values("persons made poorer") == ["", "2"])
    #expect(values("fiscal impoverishment") == ["", "500.00"])
    #expect(values("fiscal gains of the poor") == ["", "1,000.00"])
    #expect(values("exclusion error, persons") == ["", "0.666667"])
    #expect(values("leakage") == ["", "0.000000"])
  }

  @Test func `Payouts to other households are refused`() throws {
    let settlement = try GivenGains(before: [1], gross: [[2]]).settled()
    let other = try likeHouseholds(2)
    let terms = Terms(name: "t") { Payment("rent", each: .fixed(Money(fen: 1)), as: .property) }
    let payout = try terms.settle(Season(2016), for: other)
      .payout(of: "rent", with: .yuan(1), arrears: .lapsing)
    func refusal() -> BenefitError? {
      do {
        _ = try Assessment(of: settlement, below: Money(fen: 1), paid: [payout])
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal()?.code == .mismatch)
    #expect(refusal()?.places == [.line("rent")])
  }
}
