import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct PurposeTests {
  private func purposes(
    _ scheme: some Scheme,
    _ season: Season = Season(2016)
  ) throws -> [String: Purpose] {
    let settlement = try scheme.settle(season, for: likeHouseholds(2))
    let stated = settlement.lines.compactMap { line in line.purpose.map { (line.name, $0) } }
    return Dictionary(uniqueKeysWithValues: stated)
  }

  @Test func `The named schemes state what their lines are for`() throws {
    let shares = Shareholding(
      name: "shares",
      funding: [.contribution(.yuan(1_000), from: .fiscalReliefFund)],
      dividend: .fraction("10%", of: .stake)
    )
    #expect(try purposes(shares) == ["stake": .stake, "dividend": .returnOnStake])
    let loan = HouseholdLoan(
      name: "loans",
      principal: .yuan(50_000),
      use: .lentOn(coupon: "10%", retained: "40%"),
      interest: "4.35%",
      recovered: .zero
    )
    #expect(try purposes(loan) == ["coupon": .returnOnLoan])
    let economy = CollectiveEconomy(
      name: "economy",
      funding: [.contribution(.yuan(1_000), from: .fiscalReliefFund, householdShare: "60%")],
      returns: .yuan(100)
    )
    #expect(try purposes(economy) == ["stake": .stake, "dividend": .returnOnStake])
  }

  @Test func `What a clause states goes before what it shows`() throws {
    let terms = Terms(
      name: "shares and land",
      funding: [.contribution(.yuan(1_000), from: .fiscalReliefFund)]
    ) {
      Distribution("stake", of: .stake) { Tier(.rest, by: .household, as: .holding) }
      Distribution("profit", of: .yuan(100)) {
        Tier(.percentOfPot(20), by: .household, as: .property, named: "land").serving(.rent)
        Tier(.percentOfPot(20), by: .household, as: .property, named: "shares")
        Tier(each: .yuan(5), as: .transfer, named: "prize", from: AwardPool(.percentOfPot(10)))
        Tier(.rest, by: .household, as: .wage, named: "work")
      }
      Payment("house", each: .yuan(9), as: .property)
      Payment("bonus", each: .yuan(9), as: .transfer).serving(.returnOnStake)
      Payment("own", each: .yuan(9), as: .transfer).serving(Purpose("feast"))
    }
    #expect(
      try purposes(terms) == [
        "stake": .stake, "profit: land": .rent, "profit: shares": .returnOnStake,
        "profit: prize": .award, "bonus": .returnOnStake, "own": Purpose("feast"),
      ]
    )
  }

  @Test func `Rent beside a debt is no coupon where the terms say so`() throws {
    func severity(_ rent: Payment) throws -> Audit.Severity? {
      let terms = Terms(name: "land and loan") {
        rent
        Payment("debt", each: .yuan(500), as: .debt)
      }
      let settlement = try terms.settle(Season(2016), for: likeHouseholds(2))
      return Audit.findings { $0.examine(settlement) }.of(.debtLeft).first?.severity
    }
    let rent = Payment("rent", each: .yuan(9), as: .property)
    #expect(try severity(rent) == .high)
    #expect(try severity(rent.serving(.rent)) == .low)
  }

  @Test func `What is paid out of what earlier lines leave of a stake rests on it`() throws {
    let terms = Terms(
      name: "coupon",
      funding: [.contribution(.yuan(1_000), from: .fiscalReliefFund)]
    ) {
      Distribution("stake", of: .stake) { Tier(.rest, by: .household, as: .holding) }
      Distribution("coupon", of: .yuan(100)) {
        Tier(.fraction("1%", of: .total(of: "stake")), to: .reserve)
        Tier(.rest, by: .household, as: .transfer, named: "rest")
      }
      Payment("twice", each: .fraction("200%", of: .line("coupon: rest")), as: .transfer)
      Payment("gift", each: .yuan(3), as: .transfer)
    }
    #expect(
      try purposes(terms) == [
        "stake": .stake, "coupon: rest": .returnOnStake, "twice": .returnOnStake,
      ]
    )
  }

  @Test func `A purpose is kept in files and may be left out of them`() throws {
    let dues = Payment("rent", each: .yuan(9), as: .property)
    let rent = dues.serving(.rent)
    #expect(try roundTripped(rent) == rent && rent != dues)
    #expect(try !json(dues).contains("purpose"))
    let settlement = try Terms(name: "land") { dues.serving(.rent) }
      .settle(Season(2016), for: likeHouseholds(1))
    #expect(try roundTripped(settlement).lines[0].purpose == .rent)
  }
}
