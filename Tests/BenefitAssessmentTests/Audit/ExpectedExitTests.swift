import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct ExpectedExitTests {
  /// Households of two persons with a baseline of 5,000 yuan that are owed 1,000 and pay 100.
  private func settled(_ count: Int) throws -> Settlement {
    let register = try Register(
      (0..<count).map {
        Household("H\(1_000 + $0)", gaqa: "A", persons: 2, baselineIncome: .yuan(5_000))
      }
    )
    let terms = Terms(name: "grant") {
      Payment("grant", each: .yuan(1_000), as: .transfer)
      Payment("feed", each: .yuan(100), as: .cost)
    }
    return try terms.settle(Season(2016), for: register)
  }

  private func findings(_ paid: [Money], line: Money = .yuan(2_950)) throws -> [Audit.Finding] {
    let settlement = try settled(paid.count)
    return Audit.findings { $0.examine(settlement, exitAt: line, paid: paid) }
  }

  @Test func `A household that was paid less than lifts it is counted and named`() throws {
    // 5,000 + 1,000 - 100 is 2,950 yuan a person, just not poor; a fen less is poor.
    let findings = try findings(["1,000.00", "999.99"])
    #expect(
      findings.map(\.description) == [
        "high, exit on expected income, claim households lifted over 2,950.00 yuan a person: "
          + "lifted by what is owed: 2 households; of these not by what was paid: 1 household; "
          + "persons in them: 2 persons; part of the persons: 50.00 %. Check that exits are decided "
          + "on income that was paid.",
        "low, exit on expected income, household H1001: baseline: 5,000.00 yuan; owed: 1,000.00 yuan; "
          + "paid: 999.99 yuan; costs: 100.00 yuan; line of a person: 2,950.00 yuan; persons: 2 "
          + "persons. Check whether it left the register; what it was paid does not lift it.",
      ]
    )
  }

  // The assessment fails a county where more than 2 % of the persons lifted out were so wrongly.
  @Test func `More than two persons of a hundred are high`() throws {
    func severity(_ wrong: Int, of count: Int) throws -> Audit.Severity? {
      try findings((0..<count).map { $0 < wrong ? .zero : .yuan(1_000) }).first?.severity
    }
    #expect(try severity(0, of: 100) == nil)
    #expect(try severity(1, of: 50) == .medium)
    #expect(try severity(1, of: 49) == .high)
  }

  @Test func `Who was not poor before or stays poor is no exit`() throws {
    #expect(try findings([.zero, .zero], line: .yuan(2_500)).isEmpty)
    #expect(try findings([.zero, .zero], line: "2,950.01").isEmpty)
    #expect(try findings([.zero, .zero], line: "2,500.01").count == 3)
  }

  @Test func `More than owed does no harm`() throws {
    #expect(try findings([.yuan(2_000)]).isEmpty)
  }
}
