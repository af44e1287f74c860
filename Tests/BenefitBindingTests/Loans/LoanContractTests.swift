import BenefitBinding
import TestSupport
import Testing

/// When a loan's payments fall due.
struct LoanContractTests {
  private static func goats(
    on day: Day = "2016-11-30",
    inAdvance: Bool = false
  ) throws -> LoanContract {
    try LoanContract(
      of: "H-1000",
      on: day,
      LoanSchedule(
        of: .yuan(24_000),
        at: "0.4%",
        over: 24,
        repaid: .equalPrincipal,
        inAdvance: inAdvance
      )
    )
  }

  @Test func `Payments fall on the day of the loan or on the month's last`() throws {
    let loan = try Self.goats(on: "2015-12-31")
    let days = (1...4).map { loan.dueDay(ofPeriod: $0) }
    #expect(days == ["2016-01-31", "2016-02-29", "2016-03-31", "2016-04-30"])
    #expect(loan.dueDay(ofPeriod: 24) == "2017-12-31")
    let early = try Self.goats(on: "2015-12-31", inAdvance: true)
    #expect(early.dueDay(ofPeriod: 1) == "2015-12-31")
    #expect(early.dueDay(ofPeriod: 3) == "2016-02-29")
    let quarters = try LoanContract(
      of: "H-1000",
      on: "2016-01-15",
      LoanSchedule(of: .yuan(1), at: 0, over: 4),
      every: 3
    )
    #expect(quarters.dueDay(ofPeriod: 4) == "2017-01-15")
  }

  /// Interest of the months at 0.4 % of 24,000, 23,000 and so on; one payment falls in 2016.
  @Test func `Twenty-four months touch three years`() throws {
    let years = try (2015...2019).map { try Self.goats().due(in: .year($0)) }
    #expect(years.map(\.principal) == [.zero, .yuan(1_000), .yuan(12_000), .yuan(11_000), .zero])
    #expect(years.map(\.interest) == [.zero, "96", "840", "264", .zero])
    #expect(years.map(\.balance) == [.zero, .yuan(23_000), .yuan(11_000), .zero, .zero])
    #expect(years.map(\.payment) == [.zero, "1096", "12840", "11264", .zero])
    #expect(years.map(\.period) == [0, 1, 13, 24, 24])
    let lent = try (2015...2019).map { year in
      var facts = Facts()
      try facts.state([Self.goats()], in: .year(year), for: likeHouseholds(1))
      return facts[.loanPrincipal, household: "H-1000"]
    }
    // Paid back on 30 November 2018, it was a loan of that year and is none of the next.
    #expect(lent == [.zero, .yuan(24_000), .yuan(24_000), .yuan(24_000), .zero])
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `Seasons that join add up to the schedule`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let start = ("2014-01-01" as Day) + Int.random(in: 0...400, using: &random)
    let periods = Int.random(in: 1...30, using: &random)
    let schedule = try LoanSchedule(
      of: Money(fen: .random(in: 1...9_999_999, using: &random)),
      at: Ratio(.random(in: 0...90, using: &random), 1_000),
      over: periods,
      repaid: #require(LoanSchedule.Repayment.allCases.randomElement(using: &random)),
      inAdvance: .random(using: &random),
      subsidy: .fraction("1/3")
    )
    let months = Int.random(in: 1...12, using: &random)
    let loan = try LoanContract(of: "H-1000", on: start, schedule, every: months)
    let register = try likeHouseholds(1)
    var day: Day = "2013-12-01"
    var sum = (interest: Money.zero, principal: Money.zero, subsidy: Money.zero)
    var balance = Money.zero
    while day <= loan.dueDay(ofPeriod: periods) {
      let season = Period(from: day, until: day + Int.random(in: 0...500, using: &random))
      let due = loan.due(in: season)
      sum.interest += due.interest
      sum.principal += due.principal
      sum.subsidy += due.subsidy
      let lent = season.contains(start) ? schedule.principal : .zero
      #expect(due.balance == balance + lent - due.principal)
      var facts = Facts()
      try facts.state([loan], in: season, for: register)
      #expect(
        facts[.loanPrincipal, household: "H-1000"]
          == (balance + lent > .zero ? schedule.principal : .zero)
      )
      balance = due.balance
      day = season.end
    }
    #expect(sum.interest == schedule.total.interest)
    #expect(sum.principal == schedule.principal && balance == .zero)
    #expect(sum.subsidy == schedule.total.subsidy)
  }

  // MARK: - Refusals

  private func refusal(_ make: () throws(BenefitError) -> Void) -> String {
    do {
      try make()
      return "made"
    } catch {
      return error.description
    }
  }

  @Test func `Periods without months and loans beyond the calendar are refused`() throws {
    let schedule = try LoanSchedule(of: .yuan(1), at: 0, over: 24)
    #expect(
      refusal { () throws(BenefitError) in
        _ = try LoanContract(of: "H", on: "2016-01-01", schedule, every: 0)
      }
        == "A period of a loan cannot be 0 months long. Give from 1 to 1200."
    )
    #expect(
      refusal { () throws(BenefitError) in _ = try LoanContract(of: "H", on: "9998-01-01", schedule)
      }
        == "A loan of 9998-01-01 over 24 periods of 1 months ends beyond the year 9999. Check the "
        + "day and the length of a period."
    )
    #expect(
      refusal { () throws(BenefitError) in _ = try LoanContract(of: "H", on: "9997-12-31", schedule)
      }
        == "made"
    )
    let stored = try json(Self.goats()).replacing(
      "\"monthsPerPeriod\":1",
      with: "\"monthsPerPeriod\":-1"
    )
    #expect(
      try decodingProblem(LoanContract.self, from: stored)
        == "A period of a loan cannot be -1 months long. Give from 1 to 1200."
    )
    #expect(try roundTripped(Self.goats()) == Self.goats())
  }

  @Test func `The loans of borrowers that have left are set aside while they owe`() throws {
    let register = try likeHouseholds(1)
    let loans = try ["X", "H-1000", "W", "X"].map { borrower in
      try LoanContract(
        of: borrower,
        on: "2016-01-31",
        LoanSchedule(of: .yuan(9), at: 0, over: 3)
      )
    }
    let programme = Programme("p") {
      HouseholdLoan(
        name: "goats",
        use: .atHome(returns: .zero),
        interestDue: .fact(.interestDue),
        principalDue: .fact(.principalDue)
      )
    }
    var season = Season(2016)
    try season["goats"].state(loans, in: .year(2016), for: register)
    #expect(try roundTripped(season) == season)
    let settlement = try programme.settle(season, for: register)
    #expect(try settlement.line("principal due").total == .yuan(9))
    #expect(
      settlement.noticeTexts
        == ["W: 9.00", "X: 18.00"].map {
          "goats, loan principal, household \($0) that is stated is not used, for the register does not hold "
            + "that household. List it there, or settle its loan elsewhere."
        }
    )
    #expect(programme.unusedFacts(of: season, for: register) == settlement.notices)
    // What is stated for another season takes its place.
    try season["goats"].state(loans, in: .year(2017), for: register)
    #expect(try programme.settle(season, for: register).notices.isEmpty)
  }

  @Test func `Loans beyond what can be added up are refused`() throws {
    let half = try LoanContract(
      of: "H-1000",
      on: "2016-01-01",
      LoanSchedule(of: Money(fen: .max / 2), at: 0, over: 3)
    )
    let register = try likeHouseholds(1)
    #expect(
      refusal { () throws(BenefitError) in
        var facts = Facts()
        try facts.state([half, half, half], in: .year(2016), for: register)
      }
        == "Household \"H-1000\": its loans add up to more than can be kept exactly in 64 bits."
    )
  }
}
