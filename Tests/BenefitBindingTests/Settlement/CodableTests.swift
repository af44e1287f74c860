import BenefitBinding
import TestSupport
import Testing

/// What is stored comes back as it was, and gives the same bytes again.
struct CodableTests {
  private func check<Value: Codable & Equatable>(
    _ value: Value,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (decoded, isSameBytes) = try roundTrip(value)
    #expect(decoded == value, sourceLocation: sourceLocation)
    #expect(isSameBytes, sourceLocation: sourceLocation)
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `A settlement, its season, books and terms come back`(seed: UInt64) throws {
    let sample = try Sample(seed: seed)
    let settlement = try sample.programme.settle(sample.season, for: sample.register)
    try check(settlement)
    try check(settlement.season)
    try check(settlement.closingBooks)
    try check(settlement.schemes)
    try check(sample.programme)
    let (decoded, _) = try roundTrip(settlement)
    let line = try #require(decoded.lines.last)
    #expect(decoded.derivation(of: line, at: 0) == settlement.derivation(of: line, at: 0))
  }

  @Test func `Facts of every kind come back`() throws {
    try check(
      Season(2016) {
        $0[.profit] = "-0.01"
        $0[.returnRate] = "11.4576%"
        $0[.landArea, gaqa: "A"] = "0.125 mu"
        $0[.interestRate, gaqa: "B"] = "1/3"
        $0["one"][.revenue] = Money(fen: .min)
        $0["two"][.revenue, gaqa: "乌兰"] = Money(fen: .max)
        $0.facts.set(.eggsDelivered, byHousehold: ["H-2": "1 egg", "H-10": "2.5 eggs"])
        $0.facts.set(.monthlyWage, byHousehold: [:])
        $0[.returnOnUse, household: "乌兰"] = Money(fen: .min)
      }
    )
  }

  @Test func `The named schemes come back`() throws {
    let funding: Funding = [
      .contribution(
        .yuan(7),
        from: .reliefLoan,
        householdShare: "1/3",
        gaqa: "A",
        interest: "4.35%"
      )
    ]
    let switched = Amount.either(
      .fraction("5%", of: .profit),
      otherwise: .fraction(.fact(.returnRate), of: .stake),
      where: .atLeast(.profit, .yuan(1_000_000)) || !.gaqa("A", "B")
    )
    let shares = Shareholding(
      name: "shares",
      members: .status(.exited, .atRisk) && .atLeast(.measure(.shares), "1 share"),
      funding: funding,
      dividend: switched.rounded(.up(to: .hundred)).capped(at: .baselineIncome),
      apportionment: Apportionment(rounding: .halfEven(to: .jiao), residue: .posted(to: .reserve))
    )
    let economy = CollectiveEconomy(
      name: "economy",
      funding: funding,
      returns: .fact(.projectReturn),
      key: .person.weighted(by: [.belowNationalLine: 2, .atRisk: "1/2", .exited: 1]),
      collectiveUses: [(.reserve, .percent(30))],
      scope: .gaqa
    )
    let purchase = Purchase(
      "Eggs",
      of: .measure(.eggsDelivered).roundedUpToWholeUnits().atLeast("10 eggs").capped(at: "22 eggs"),
      at: "1.00",
      inputs: .line("other") + .total(of: "other")
    )
    let platform = ECommerce(name: "eggs", givenFree: .yuan(8), produce: purchase)
    let tourism = Tourism(
      name: "tourism",
      produce: [purchase],
      jobs: [Employment("job", work: .persons, pay: .yuan(1), displaced: .zero)],
      takings: .revenue,
      takingsKey: .amount(.stake, name: "stake")
    )
    for terms in [shares.terms, economy.terms, platform.terms, tourism.terms] { try check(terms) }
    try check(
      Programme("all") {
        shares; economy; platform; tourism
      }
    )
  }
}
