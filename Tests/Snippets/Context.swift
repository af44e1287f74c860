// What snippets use without declaring it. Compiled by .ci/snippets, not by the package.

import BenefitAssessment
import BenefitBinding
import BenefitLedgers

extension Measure {
  /// Fodder that a household delivered.
  public static let fodderDelivered = Measure("fodder delivered", in: .tonne)
  /// Chicks that a household was given.
  public static let chicksGiven = Measure("chicks given", in: .head)
  /// Lambs that a household should have delivered.
  public static let lambsInArrears = Measure("lambs in arrears", in: .head)
}

extension MoneyFact {
  /// What packing and advertising cost a platform.
  public static let packagingAndPromotion = MoneyFact("packaging and promotion")
}

/// A register of one household.
public let register = load()
/// A cooperative that shares its whole profit.
public let cooperative = Shareholding(
  name: "Breeding cooperative",
  funding: [.contribution(.yuan(860_000), from: .fiscalReliefFund)],
  dividend: .profit,
  key: .household
)
/// A scheme without clauses.
public let tourism = Tourism(name: "Village tourism")
/// A season with a profit.
public let season = Season(2016) { $0[.profit] = .yuan(164_000) }
/// The cooperative's settlement.
public let settlement = settled()
/// A ledger without contracts.
public let ledger = opened()
/// A ledger of procurement without contracts.
public let procurement = procured()
/// An audit that has examined nothing.
nonisolated(unsafe) public var audit = Audit()
/// Wages by household.
public let wages: [Household.ID: Money] = [:]
/// Facts to be stated.
nonisolated(unsafe) public var facts = Facts()

private func load() -> Register {
  do {
    return try Register([Household("NLX-07", gaqa: "Nalinxili", persons: 4)])
  } catch {
    fatalError("\(error)")
  }
}

private func settled() -> Settlement {
  do {
    return try cooperative.settle(season, for: register)
  } catch {
    fatalError("\(error)")
  }
}

private func opened() -> InKindLedger {
  let terms = InKindTerms(
    lent: .ewe,
    owed: [.perHead(2, .lamb, after: .months(24))]
  )
  do {
    return try InKindLedger(terms, contracts: [])
  } catch {
    fatalError("\(error)")
  }
}

private func procured() -> Procurement {
  do {
    return try Procurement(contracts: [])
  } catch {
    fatalError("\(error)")
  }
}
