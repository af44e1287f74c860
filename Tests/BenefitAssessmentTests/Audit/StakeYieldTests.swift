import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct StakeYieldTests {
  /// The weight of the finding on a yield of so many fen on a stake of 860,000 yuan.
  private func severity(_ profit: Money, _ thresholds: Audit.Thresholds = Audit.Thresholds()) throws
    -> Audit.Severity?
  {
    let settlement = try stake(paying: .profit, profit: profit)
    let findings = Audit.findings(by: thresholds) { $0.examine(settlement) }.of(.stakeYield)
    #expect(findings.count < 2)
    return findings.first?.severity
  }

  @Test func `The bounds of the band are within it, and a fen beyond is not`() throws {
    #expect(try severity("43,000.00") == nil)
    #expect(try severity("42,999.99") == .low)
    #expect(try severity("0") == .low)
    #expect(try severity("129,000.00") == nil)
    #expect(try severity("129,000.01") == .medium)
    #expect(try severity("172,000.00") == .medium)
    #expect(try severity("172,000.01") == .high)
  }

  // Ordos propaganda department, Xinhua Silk Road, 2017-09-10.
  @Test func `Nalinxili's implied 19.07 % is medium`() throws {
    #expect(try severity(.yuan(164_000)) == .medium)
  }

  @Test func `A yield of 25 % is high`() throws {
    #expect(try severity(.yuan(215_000)) == .high)
  }

  @Test func `Thresholds can be set`() throws {
    var thresholds = Audit.Thresholds()
    thresholds.usualYield = "1%"..."2%"
    thresholds.extremeYield = "3%"
    #expect(try severity(.yuan(43_000), thresholds) == .high)
  }

  // The interest on the loan in a stake is a cost and the rent of land no return on money.
  @Test func `Only what is paid on the stake counts`() throws {
    let terms = Terms(
      name: "shares and land",
      funding: [.contribution(.yuan(1_000), from: .fiscalReliefFund)]
    ) {
      Distribution("stake", of: .stake) { Tier(.rest, by: .household, as: .holding) }
      Distribution(of: .profit) {
        Tier(.percentOfPot(50), by: .stake, as: .property)
        Tier(.rest, by: .household, as: .wage, named: "work")
      }
      Payment("rent", each: .yuan(900), as: .property)
      Payment("bonus", each: .fraction("2%", of: .line("stake")), as: .property)
    }
    let season = Season(2016) { $0[.profit] = .yuan(400) }
    let settlement = try terms.settle(season, for: likeHouseholds(1))
    let finding = Audit.findings { $0.examine(settlement) }.of(.stakeYield).first
    #expect(finding?.value("dividends") == .money(.yuan(220)))
    #expect(finding?.value("yield") == .ratio("22%"))
  }

  @Test func `Without a stake, or without a dividend on it, there is no yield`() throws {
    let gift = Terms(
      name: "gift",
      funding: [.contribution(.yuan(1_000), from: .specialFund, householdShare: .zero)]
    ) {
      Payment("grant", each: .yuan(1), as: .property)
    }
    let holding = Terms(name: "paper", funding: [.contribution(.yuan(1), from: .specialFund)]) {
      Distribution("stake", of: .stake) { Tier(.rest, by: .household, as: .holding) }
      Payment("rent", each: .yuan(900), as: .property)
    }
    for terms in [gift, holding] {
      let settlement = try terms.settle(Season(2016), for: likeHouseholds(2))
      #expect(Audit.findings { $0.examine(settlement) }.of(.stakeYield).isEmpty)
    }
  }

  // Qianting, Fujian, 2018: 149,600 yuan on 1,496 shares of 1,000 yuan for about half a year.
  @Test func `A season of half a year counts twice`() throws {
    let shares = Terms(
      name: "shares",
      funding: [.contribution(.yuan(1_496_000), from: .reliefLoan)]
    ) {
      Distribution(of: .fact(.projectReturn)) { Tier(.rest, by: .household, as: .property) }
    }
    let season = Season(2018) { $0[.projectReturn] = .yuan(149_600) }
    let settlement = try shares.settle(season, for: likeHouseholds(32))
    #expect(Audit.findings { $0.examine(settlement) }.of(.stakeYield).isEmpty)
    let finding = Audit.findings { $0.examine(settlement, years: Ratio(1, 2)) }.of(.stakeYield)
      .first
    #expect(finding?.severity == .medium)
    #expect(finding?.value("yield") == .ratio("20%"))
  }
}
