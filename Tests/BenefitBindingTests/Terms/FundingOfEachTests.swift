import BenefitBinding
import TestSupport
import Testing

/// Contributions of which every member puts in its own amount.
struct FundingOfEachTests {
  private static let paidIn = MoneyFact("money paid in")

  /// Shares of 1,000 yuan: a loan lent on and a grant (Qianting, Fujian, 2018), 100 yuan a share.
  private static let shares = Terms(
    name: "shares",
    funding: [
      .contribution(each: .fact(.loanPrincipal), from: .reliefLoan),
      .contribution(each: .yuan(3_000), from: .fiscalReliefFund),
    ]
  ) {
    Payment("dividend", each: .fraction("100/1000", of: .stake), as: .property)
  }

  private func settled(
    _ terms: Terms = shares,
    loans: [Money] = [.yuan(50_000), .zero]
  ) throws -> Settlement {
    let register = try likeHouseholds(loans.count, persons: 4)
    return try terms.settle(
      Season(2018) { season in
        season.facts.set(.loanPrincipal, rows: loans, of: register)
        season[.profit] = .yuan(1_000)
      },
      for: register
    )
  }

  @Test func `The stake is each household's own`() throws {
    let settlement = try settled()
    #expect(settlement.gross(at: 0) == .yuan(5_300) && settlement.gross(at: 1) == .yuan(300))
    #expect(settlement.lines[0].purpose == .returnOnStake)
    let statement = settlement.statements[0]
    let derivation = try #require(statement.entries.first?.derivation)
    #expect(derivation.holds)
    #expect(
      derivation.description.contains(
        "53,000.00 = stake: (loan principal rounded half up) + 3,000.00"
      )
    )
    let funding = try settlement.funding()
    #expect(funding.total == .yuan(56_000) && funding.stake == .yuan(56_000))
    #expect(funding.total(from: .reliefLoan) == .yuan(50_000))
    #expect(try roundTrip(settlement.schemes[0]).value == Self.shares)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `A stake of each is a holding of each, and its total is the stake of a stated sum`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let amounts = (0..<7).map { _ in Money(fen: .random(in: 0...9_999_999, using: &random)) }
    let share = Ratio(.random(in: 1...5, using: &random), 5)
    let funding: Funding = [
      .contribution(each: .fact(.loanPrincipal), from: .reliefLoan, householdShare: share)
    ]
    let each = Shareholding(name: "each", funding: funding, dividend: .fraction("7%", of: .stake))
    let settlement = try settled(each.terms, loans: amounts)
    let stakes = amounts.map { $0.multiplied(by: share, rounding: .down(to: .fen)) }
    let sum = stakes.reduce(.zero, +)
    #expect(try amounts.indices.map { try settlement.amount("stake", at: $0) } == stakes)
    let inAll = try settlement.funding()
    #expect(inAll.total == amounts.reduce(.zero, +) && inAll.stake == sum)
    let dividend = sum.multiplied(by: "7%", rounding: .halfUp(to: .fen))
    #expect(settlement.gross == dividend)
    // Of half for the collective, the stake's part of the funding is the households'.
    let village = CollectiveEconomy(name: "village", funding: funding, returns: .profit)
    let ratio = inAll.stakeRatio
    #expect(
      try settled(village.terms, loans: amounts).pool("dividend").steps[0].due(0)
        == Money.yuan(1_000).multiplied(by: ratio, rounding: .halfUp(to: .fen))
    )
  }

  @Test func `Interest that is left is each household's on its own loan`() throws {
    let scheme = Shareholding(
      name: "loans",
      funding: [
        .contribution(
          each: .fact(.loanPrincipal),
          from: .reliefLoan,
          interest: "4.35%",
          subsidised: "1/2"
        )
      ],
      dividend: .profit
    )
    let settlement = try settled(scheme.terms, loans: [.yuan(50_000), .yuan(10_000)])
    #expect(settlement.costs(at: 0) == "1,087.50" && settlement.costs(at: 1) == "217.50")
    #expect(settlement.gross(at: 0) == "833.33" && settlement.gross(at: 1) == "166.67")
  }

  @Test func `Contracts say it in both languages`() {
    let english = Self.shares.contract(in: .english)
    #expect(
      english[1].hasSuffix(
        "is put in for each household (poverty relief loan). All of it is the households' stake."
      )
    )
    #expect(
      english[2].contains(
        "3,000.00 yuan is put in for each household (fiscal poverty relief fund)."
      )
    )
    #expect(
      english[3].hasSuffix(
        "The households' stake is for each household what it has in it by these sentences."
      )
    )
    let chinese = Self.shares.contract(in: .simplifiedChinese)
    #expect(chinese[2].contains("按户投入") && chinese[2].contains("全部作为农户入股资金。"))
    #expect(chinese[3].hasSuffix("农户入股资金按以上各条由各户分别计算。"))
  }

  @Test func `Members who put in nothing have no stake`() throws {
    let village = CollectiveEconomy(
      name: "village",
      funding: [.contribution(each: .fact(.loanPrincipal), from: .reliefLoan)],
      returns: .profit
    )
    let settlement = try settled(village.terms, loans: [.zero, .zero])
    #expect(settlement.gross == .zero)
    #expect(try settlement.funding().total == .zero)
    #expect(try settlement.received(by: .collective) == .yuan(1_000))
  }

  // MARK: - Refusals

  @Test func `A stake of all beside stakes of each is refused`() throws {
    var terms = Self.shares
    terms.funding.contributions.append(.contribution(.yuan(9), from: .specialFund))
    let error = #expect(throws: BenefitError.self) { try settled(terms) }
    #expect(error?.code == .mixedStake)
    #expect(
      error?.description.contains(
        "Say of each contribution what each household has, or what all have."
      ) == true
    )
    // What an enterprise puts in is nobody's stake, and only the stake's part of the funding falls.
    terms.funding.contributions[2] = .contribution(.yuan(9), from: .enterprise)
    #expect(try settled(terms).gross(at: 0) == .yuan(5_300))
    #expect(try settled(terms).funding().total == .yuan(56_009))
  }

  @Test func `Nobody puts in less than nothing`() throws {
    let error = #expect(throws: BenefitError.self) {
      try settled(loans: [.yuan(1), Money(fen: -1)])
    }
    #expect(
      error?.description
        == "Scheme \"shares\", funding, household \"H-1001\": it put in -0.01. "
        + "Check what it rests on, or take the greater of it and zero."
    )
  }

  @Test func `What is known only while settling is no contribution`() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Funding.Contribution.contribution(each: .line("rent") + .stake, from: .enterprise)
    }
    #expect(output(result?.standardErrorContent, says: "is known before the scheme is settled"))
    let file = """
      {"contributions":[{"each":{"stake":{}},"source":"x","householdShare":"1","interest":"0","subsidised":"0"}]}
      """
    #expect(try decodingProblem(Funding.self, from: file)?.contains("and stake only then") == true)
    let both = """
      {"contributions":[{"amount":"5","each":{"baselineIncome":{}},"source":"x","householdShare":"1",\
      "interest":"0","subsidised":"0"}]}
      """
    #expect(try decodingProblem(Funding.self, from: both)?.contains("is its own formula") == true)
  }

  @Test func `A sum that nobody has worked out is not asked for`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = FundingOfEachTests.shares.funding.total
    }
    #expect(output(result?.standardErrorContent, says: "see Settlement.funding(of:)"))
  }
}
