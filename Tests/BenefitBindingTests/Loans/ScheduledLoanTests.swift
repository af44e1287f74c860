import BenefitBinding
import TestSupport
import Testing

/// Loans that are repaid by schedules, settled season by season.
struct ScheduledLoanTests {
  private static let scheme = HouseholdLoan(
    name: "goats",
    use: .atHome(returns: .fact(.returnOnUse)),
    interestDue: .fact(.interestDue),
    principalDue: .fact(.principalDue)
  )

  private func settle(
    _ loans: [LoanContract],
    _ season: Period,
    _ register: Register,
    _ adjust: (inout Facts) -> Void = { _ in }
  ) throws -> Settlement {
    var facts = Facts()
    try facts.state(loans, in: season, for: register)
    facts[.returnOnUse] = .yuan(500)
    adjust(&facts)
    return try Self.scheme.settle(Season("\(season)") { $0["goats"] = facts }, for: register)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `The seasons that loans touch add up to their schedules`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let register = try likeHouseholds(4)
    // Two loans of some households, none of others.
    let loans = try (0..<5).map { _ in
      try LoanContract(
        of: "H-\(1_000 + Int.random(in: 0..<3, using: &random))",
        on: ("2016-01-01" as Day) + Int.random(in: 0..<366, using: &random),
        LoanSchedule(
          of: Money(fen: .random(in: 1...5_000_000, using: &random)),
          at: "4.35%" / 12,
          over: 24,
          subsidy: .fraction(.percent(.random(in: 0...100, using: &random)))
        )
      )
    }
    var (interest, principal) = (
      [Money](repeating: .zero, count: 4), [Money](repeating: .zero, count: 4)
    )
    for year in 2016...2019 {
      let settlement = try settle(loans, .year(year), register)
      #expect(settlement.lines.map(\.flow) == [.business, .cost, .repayment, .debt])
      for row in register.indices {
        let own = loans.filter { $0.borrower == register[row].id }
        let paid = try settlement.line("principal due")[row]
        interest[row] += settlement.costs(at: row)
        principal[row] += paid
        // What is paid back is no cost, and what stays is what was lent and not paid back.
        #expect(settlement.net(at: row) == .yuan(500) - settlement.costs(at: row))
        let lent = own.reduce(Money.zero) {
          $1.day < Day(year + 1, 1, 1) ? $0 + $1.schedule.principal : $0
        }
        #expect(try settlement.line("debt that stays")[row] == lent - principal[row])
      }
    }
    for row in register.indices {
      let own = loans.filter { $0.borrower == register[row].id }.map(\.schedule)
      #expect(interest[row] == own.reduce(.zero) { $0 + $1.total.interest })
      #expect(principal[row] == own.reduce(.zero) { $0 + $1.principal })
    }
  }

  @Test func `A household that is behind owes more than its schedule says`() throws {
    let loan = try LoanContract(
      of: "H-1000",
      on: "2016-12-31",
      LoanSchedule(of: .yuan(1_200), at: 0, over: 24)
    )
    let settlement = try settle([loan], .year(2017), likeHouseholds(1)) {
      $0[.recoveredPrincipal, household: "H-1000"] = .yuan(100)
    }
    #expect(try settlement.line("principal due")[0] == .yuan(600))
    #expect(try settlement.line("debt that stays")[0] == .yuan(1_100))
    #expect(
      settlement.statements[0].description.hasSuffix(
        """
            principal due (repayment)                                         600.00
              = principal due
            debt that stays (debt)                                          1,100.00
              = the greater of 0.00 and (loan principal - recovered principal)
                1,100.00 = loan principal - recovered principal
                  1,200.00 = loan principal
                  100.00 = recovered principal
        """
      )
    )
  }

  @Test func `The terms come back with and without a schedule`() throws {
    let (terms, isSame) = try roundTrip(Self.scheme.terms)
    #expect(terms == Self.scheme.terms && isSame)
  }
}
