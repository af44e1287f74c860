import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct FixedCouponTests {
  private func finding(
    _ dividend: Amount,
    _ dispositions: [Funding.Disposition?] = [nil],
    loanRate: Ratio? = nil
  ) throws -> Audit.Finding? {
    var thresholds = Audit.Thresholds()
    thresholds.loanRate = loanRate
    let settlement = try stake(paying: dividend, dispositions: dispositions, profit: .yuan(100_000))
    return Audit.findings(by: thresholds) { $0.examine(settlement) }.of(.fixedCoupon).first
  }

  // Dongguo, Shandong, 2016 to 2018: 12 % a year for four years, then the principal back.
  @Test func `A coupon with the principal back is a loan, and a dear one is high`() throws {
    let coupon = Amount.fraction("12%", of: .stake)
    let finding = try #require(
      try finding(coupon, [.returned(on: "2020-12-31")], loanRate: "4.75%")
    )
    #expect(finding.severity == .high)
    #expect(finding.value("coupon") == .money(.yuan(103_200)))
    #expect(finding.value("rate") == .ratio("12%"))
    #expect(finding.value("stake to be returned") == .money(.yuan(860_000)))
    #expect(finding.value("loan rate") == .ratio("4.75%"))
    #expect(
      finding.advice.description
        == "Check who bears a loss: a fixed coupon with the principal back is a loan in substance."
    )

    let disposition = Funding.Disposition.returned(on: nil)
    #expect(try self.finding(coupon, [disposition], loanRate: "12%")?.severity == .medium)
    #expect(try self.finding(coupon, [disposition], loanRate: "11.99%")?.severity == .high)
    #expect(try self.finding(coupon, [disposition])?.severity == .medium)
  }

  @Test func `With an unknown disposition of the principal a coupon is low`() throws {
    let finding = try #require(
      try finding(.fraction("10%", of: .stake), loanRate: "4.75%")
    )
    #expect(finding.severity == .low)
    #expect(finding.value("stake to be returned") == nil)
    #expect(
      finding.advice.description
        == "Check what becomes of the principal: with it back at term the stake is a loan."
    )
  }

  @Test func `Where the principal stays, a coupon can be lost with it`() throws {
    let coupon = Amount.fraction("10%", of: .stake)
    for disposition in [Funding.Disposition.collectiveTitle, .householdTitle, .usedUp] {
      #expect(try finding(coupon, [disposition]) == nil)
      #expect(try finding(coupon, [disposition, nil])?.severity == .low)
      let mixed = try finding(coupon, [disposition, .returned(on: nil)])
      #expect(mixed?.severity == .medium)
      #expect(mixed?.value("stake to be returned") == .money(.yuan(430_000)))
    }
  }

  @Test func `Only a dividend that no result decides is a coupon`() throws {
    let fixed: [Amount] = [
      .yuan(50_000),
      .fraction("10%", of: .stake),
      .each(.yuan(100), per: .household),
      .greater(of: .yuan(1), .fraction("10%", of: .total(of: "stake"))),
      .fraction("10%", of: .stake.named("what was put in")),
    ]
    for dividend in fixed { #expect(try finding(dividend) != nil, "\(dividend)") }
    let depending: [Amount] = [
      .profit,
      .fraction("5%", of: .stake) + .fraction("29%", of: .profit),
      .greater(of: .fraction("5%", of: .stake), .fact(.profit)),
      .either(.yuan(1), otherwise: .yuan(2), where: .atLeast(.fact(.profit), .yuan(1))),
      .excess(of: .yuan(50_000), over: .fact(.profit)),
    ]
    for dividend in depending { #expect(try finding(dividend) == nil, "\(dividend)") }
  }

  @Test func `A rate or a measure of the season is a result, a measure of the register is not`()
    throws
  {
    func paying(_ dividend: Amount) -> Shareholding {
      Shareholding(
        name: "cooperative",
        funding: [.contribution(.yuan(1_000), from: .fiscalReliefFund)],
        dividend: dividend,
        key: .household
      )
    }
    let terms = paying(.each(.yuan(10), per: .measure(.shares)))
    let register = try likeHouseholds(2, measures: [.shares: "5 shares"])
    let held = try terms.settle(Season(2016), for: register)
    #expect(Audit.findings { $0.examine(held) }.of(.fixedCoupon).count == 1)

    let stated = Season(2016) { $0["cooperative"].set(.shares, for: register) { _ in "5 shares" } }
    let decided = try terms.settle(stated, for: register)
    #expect(Audit.findings { $0.examine(decided) }.of(.fixedCoupon).isEmpty)

    let rated = paying(.fraction(.fact(.returnRate), of: .stake))
    let season = Season(2016) { $0[.returnRate] = "10%" }
    let settled = try rated.settle(season, for: register)
    #expect(Audit.findings { $0.examine(settled) }.of(.fixedCoupon).isEmpty)
  }

  @Test func `A tier that a result decides makes the dividend no coupon`() throws {
    let terms = Terms(
      name: "cooperative",
      funding: [.contribution(.yuan(1_000), from: .fiscalReliefFund)]
    ) {
      Distribution(of: .yuan(100)) {
        Tier(.fraction(.fact(.returnRate), of: .pot), by: .household, as: .property)
        Tier(.fraction(.fact(.returnRate), of: .rest), to: .collective)
      }
    }
    let season = Season(2016) { $0[.returnRate] = "50%" }
    let settlement = try terms.settle(season, for: likeHouseholds(1))
    let findings = Audit.findings { $0.examine(settlement) }
    #expect(findings.of(.stakeYield).isEmpty)
    #expect(findings.of(.fixedCoupon).isEmpty)
  }

  /// The fixed coupon that is found in a scheme with a stake of 1,000 yuan and these clauses.
  private func coupon(@ListBuilder<Clause> _ clauses: () -> [Clause]) throws -> Money? {
    let terms = Terms(
      name: "cooperative",
      funding: [.contribution(.yuan(1_000), from: .fiscalReliefFund)]
    ) {
      Distribution("stake", of: .stake) { Tier(.rest, by: .household, as: .holding) }
      clauses()
    }
    let season = Season(2016) { $0[.profit] = .yuan(5_000) }
    let saving = Terms(name: "cooperative") {
      Distribution(of: .yuan(500)) { Tier(.rest, to: .reserve) }
    }
    let register = try likeHouseholds(2)
    let books = try saving.settle(Season(2015), for: register).closingBooks
    let settlement = try terms.settle(season, for: register, books: books)
    let finding = Audit.findings { $0.examine(settlement) }.of(.fixedCoupon).first
    return finding?.value("coupon").flatMap {
      if case .money(let money, _) = $0 { money } else { nil }
    }
  }

  @Test func `One coupon is found in every spelling`() throws {
    let tenth = Amount.fraction("10%", of: .line("stake"))
    let inAll = Amount.fraction("10%", of: .stake)
    #expect(try coupon { Payment("coupon", each: tenth, as: .property) } == .yuan(100))
    #expect(try coupon { Payment("coupon", each: tenth, as: .transfer) } == .yuan(100))
    #expect(
      try coupon { Distribution(of: inAll) { Tier(.rest, by: .household, as: .transfer) } }
        == .yuan(100)
    )
    #expect(
      try coupon { Distribution(of: .yuan(100)) { Tier(.rest, by: .stake, as: .transfer) } }
        == .yuan(100)
    )
    #expect(
      try coupon {
        Distribution(of: inAll) { Tier(each: .yuan(50), as: .property, named: "coupon") }
      } == .yuan(100)
    )
    #expect(
      try coupon {
        Payment("base", each: tenth, as: .holding)
        Payment("coupon", each: .line("base"), as: .property)
      } == .yuan(100)
    )
    #expect(
      try coupon {
        Payment("base", each: tenth, as: .holding)
        Distribution(of: .total(of: "base")) { Tier(.rest, by: .household, as: .property) }
      } == .yuan(100)
    )
  }

  @Test func `What a result decides is no coupon in any spelling`() throws {
    let tenth = Amount.fraction("10%", of: .line("stake"))
    let enough = Condition.atLeast(.fact(.profit), .yuan(1_000))
    #expect(try coupon { Payment("coupon", each: tenth, where: enough, as: .property) } == nil)
    #expect(
      try coupon {
        Payment("base", each: tenth, where: enough, as: .holding)
        Payment("coupon", each: .line("base"), as: .property)
      } == nil
    )
    #expect(
      try coupon {
        Distribution(of: .fraction("10%", of: .stake), from: .reserve) {
          Tier(.rest, by: .household, as: .property)
        }
      } == nil
    )
    #expect(
      try coupon {
        Distribution(of: .yuan(100)) {
          Tier(.lesser(of: .pot, .fraction("1%", of: .fact(.profit))), to: .collective)
          Tier(.rest, by: .household, as: .property)
        }
      } == nil
    )
  }

  @Test func `Pay for work and an award of a fixed sum are no return on the stake`() throws {
    #expect(
      try coupon {
        Distribution(of: .fraction("10%", of: .stake)) {
          Tier(.percentOfPot(50), by: .person, as: .wage)
          Tier(each: .yuan(10), as: .transfer, named: "award")
        }
      } == nil
    )
  }
}
