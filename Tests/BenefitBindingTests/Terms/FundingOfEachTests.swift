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
    #expect(try amounts.indices.map { try settlement.line("stake")[$0] } == stakes)
    let inAll = try settlement.funding()
    #expect(inAll.total == amounts.reduce(.zero, +) && inAll.stake == sum)
    let dividend = sum.multiplied(by: "7%", rounding: .halfUp(to: .fen))
    #expect(settlement.gross == dividend)
    // Of half for the collective, the stake's part of the funding is the households'.
    let village = CollectiveEconomy(name: "village", funding: funding, returns: .profit)
    let ratio = inAll.stakeRatio
    #expect(
      try settled(village.terms, loans: amounts).waterfall("dividend").steps[0].due(0)
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
    #expect(
      Self.shares.contract(in: .english).prefix(5) == [
        "1. \"shares\": every household of the register takes part.",
        "2. Put in for each household (poverty relief loan): the loan principal. All of it is the household's own stake.",
        "3. Put in for each household (fiscal poverty relief fund): 3,000.00 yuan. All of it is the household's own stake.",
        "4. The household's own stake is what falls to it by these sentences together.",
        "5. \"dividend\": each household gets 10 % of the household's own stake. It counts as property income.",
      ]
    )
    let chinese = Self.shares.contract(in: .simplifiedChinese)
    #expect(chinese[2].contains("按户投入") && chinese[2].contains("全部作为农户入股资金。"))
    #expect(chinese[3].hasSuffix("农户入股资金按以上各条由各户分别计算。"))
  }

  @Test func `What an enterprise puts in for each leaves a stated stake as it is`() throws {
    let terms = Terms(
      name: "barns",
      funding: [
        .contribution(each: .yuan(50), from: .enterprise),
        .contribution(.yuan(100), from: .specialFund),
      ]
    ) {
      Distribution(of: .fraction("10%", of: .stake)) { Tier(.rest, by: .household, as: .property) }
      Distribution("half", of: .fraction(.stakeFraction, of: .profit)) {
        Tier(.rest, by: .household, as: .property)
      }
    }
    let settlement = try settled(terms)
    #expect(try settlement.line("dividend").total == .yuan(10))
    #expect(try settlement.line("half").total == .yuan(500))
    #expect(!terms.contract(in: .english).contains { $0.contains("All together") })
  }

  @Test func `Loans without a part of the households leave no interest line`() throws {
    let loan = Funding.Contribution.contribution(
      each: .yuan(10),
      from: .reliefLoan,
      householdShare: .zero,
      interest: "5%"
    )
    let scheme = Shareholding(name: "loans", funding: [loan], dividend: .profit, key: .household)
    #expect(try settled(scheme.terms).lines.map(\.name) == ["dividend"])
    // Two loans are rounded one by one, as they are where amounts are stated.
    func small(_ source: Funding.Source) -> Funding.Contribution {
      .contribution(each: .yuan(10), from: source, interest: "1/2000")
    }
    let two = Shareholding(
      name: "two",
      funding: [small(.reliefLoan), small(.householdFunds)],
      dividend: .profit
    )
    #expect(try settled(two.terms).costs(at: 0) == "0.02")
    #expect(!two.contract(in: .english).contains { $0.contains("0.00 yuan plus") })
  }

  @Test func `What is put in by those who take no part is told, be it read or not`() throws {
    var terms = Self.shares
    terms.members = .household("H-1000")
    let settlement = try settled(terms, loans: [.yuan(50_000), "100.01"])
    let notices = settlement.notices.filter { $0.code == .noMembers }
    #expect(notices.map(\.line) == ["funding"] && notices.map(\.amount) == ["100.01"])
    #expect(try settlement.funding().total == .yuan(53_000))
  }

  @Test func `Sums that do not fit are refused when settling`() throws {
    let most = Money(fen: .max / 2 + 1)
    var terms = Self.shares
    terms.funding = [
      .contribution(each: .fact(.loanPrincipal), from: .reliefLoan),
      .contribution(each: .fact(.loanPrincipal), from: .householdFunds),
    ]
    let error = #expect(throws: BenefitError.self) { try settled(terms, loans: [most, .zero]) }
    #expect(error?.code == .overflow)
    #expect(error?.description.contains("All contributions together are more money") == true)
  }

  @Test func `Stakes of less than a fen leave a funding that can be stored`() throws {
    var terms = Self.shares
    terms.funding = [
      .contribution(
        each: .yuan(1),
        from: .reliefLoan,
        householdShare: "1/1000000",
        disposition: .householdTitle
      )
    ]
    let funding = try settled(terms).funding()
    #expect(try roundTrip(funding).value == funding)
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
      [{"each": "stake", "from": "x"}]
      """
    #expect(try decodingProblem(Funding.self, from: file)?.contains("and stake only then") == true)
    let both = """
      [{"amount": "5", "each": "baseline income", "from": "x"}]
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
