import BenefitBinding
import TestSupport
import Testing

/// Whatever is stated is in a pot, in a payment, in the books or in a notice.
struct LeftOutTests {
  private static let facts = (1...4).map { MoneyFact("fact \($0)") }

  /// States an amount for the season, for gaqas or for households; some of the gaqas are not there.
  private static func state(
    _ fact: MoneyFact,
    _ season: inout Season,
    _ register: Register,
    _ random: inout SplitMix64
  ) -> Money {
    func amount() -> Money { Money(fen: .random(in: 1...9_999_999, using: &random)) }
    var stated: [Money] = []
    switch Int.random(in: 0...2, using: &random) {
    case 0:
      stated = [amount()]
      season[fact] = stated[0]
    case 1:
      for gaqa in register.gaqas + ["X", "Y"] {
        stated.append(amount())
        season[fact, gaqa: gaqa] = stated.last
      }
    default:
      for household in register {
        stated.append(amount())
        season[fact, household: household.id] = stated.last
      }
    }
    return stated.reduce(.zero, +)
  }

  /// A pot takes a sum, in one of several forms that all come to it.
  private static func pot(_ random: inout SplitMix64) -> Amount {
    let all = facts.map { Amount.fact($0) }
    switch Int.random(in: 0...3, using: &random) {
    case 0: return all[0] + all[1] + all[2] + all[3]
    case 1: return (all[0] + all[1]).named("a") + (.zero - (.zero - all[2] - all[3]))
    case 2:
      return .membersTotal(all[0] + all[1])
        + .each(all[2] + all[3], per: .fixed(Quantity(1, .household)))
    default: return .fraction("50%", of: all[0] + all[1] + all[2] + all[3]) + half(all)
    }
  }

  private static func half(_ all: [Amount]) -> Amount {
    .fraction("50%", of: all[0] + (all[1] + all[2]) + all[3])
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `What is stated for a pot is in it or in a notice`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let register = try Register(
      (0..<12).map { number in
        Household(
          "H-\(number)",
          gaqa: ["A", "B", "C", "D"][.random(in: 0...3, using: &random)],
          persons: 1,
          status: Bool.random(using: &random) ? .notPoor : .belowNationalLine
        )
      }
    )
    let gaqas = register.gaqas.filter { _ in Bool.random(using: &random) }
    let members: [Condition] = [.always, .status(.belowNationalLine), .gaqa("A", "D")]
    var season = Season(2016)
    var stated = Money.zero
    for fact in Self.facts { stated += Self.state(fact, &season, register, &random) }
    let pot = Self.pot(&random)
    let terms = Terms(
      name: "s",
      members: members[.random(in: members.indices, using: &random)]
        && (gaqas.isEmpty ? .always : !.gaqa(gaqas[0]))
    ) {
      Distribution(of: pot) { Tier(.rest, by: .person, as: .property) }
    }
    let settlement = try terms.settle(season, for: register)
    let waterfall = try #require(settlement.waterfalls.first)
    // Half a fen may be lost and won where a half is rounded.
    let seen = settlement.notices.filter { [.noMembers, .unknownGaqa].contains($0.code) }
      .reduce(waterfall.pot(0)) { $0 + $1.amount }
    let slack = Int64(settlement.notices.count) * 2 + 2
    #expect(abs((seen - stated).fen) <= slack, "\(seen) of \(stated): \(settlement.noticeTexts)")
    let left = try settlement.closingBooks.total(in: .leftInPot)
    #expect(settlement.gross + left == waterfall.pot(0))
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `What is stated for households is paid or in one notice`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let register = try Register(
      (0..<9).map { Household("H-\($0)", gaqa: ["A", "B", "C"][$0 % 3], persons: 1) }
    )
    var season = Season(2016)
    season.facts.set(.monthlyWage, for: register) { _ in
      Money(fen: .random(in: 0...9_999, using: &random))
    }
    let stated = register.reduce(Money.zero) { sum, household in
      sum + (season[.monthlyWage, household: household.id] ?? .zero)
    }
    let terms = Terms(name: "s", members: .gaqa("A", "C")) {
      Payment("wage", each: .fact(.monthlyWage) + .yuan(5), as: .wage)
    }
    let settlement = try terms.settle(season, for: register)
    let notice = try #require(settlement.notices.first)
    #expect(settlement.notices.count == 1 && notice.gaqa == nil && notice.line == "wage")
    #expect(settlement.gross - .yuan(5) * 6 + notice.amount == stated)
    #expect(
      notice.description
        == "s, wage: \(notice.amount) was stated for households that are not members; nobody got it."
    )
  }

  // MARK: - Cases

  /// A states 100 and B, where nobody is a member, 900.
  @Test func `A gaqa without members is no gap in a common pot`() throws {
    let register = try Register([
      Household("A-1", gaqa: "A", persons: 1),
      Household("B-1", gaqa: "B", persons: 1, status: .notPoor),
    ])
    let season = Season(2016) {
      $0[.revenue, gaqa: "A"] = .yuan(100)
      $0[.revenue, gaqa: "B"] = .yuan(900)
      $0[.revenue, gaqa: "Z"] = .yuan(7)
    }
    let terms = Terms(name: "s", members: .status(.belowNationalLine)) {
      Distribution(of: .revenue) { Tier(.rest, by: .household, as: .property) }
    }
    let settlement = try terms.settle(season, for: register)
    #expect(settlement.gross == .yuan(100))
    #expect(
      settlement.noticeTexts == [
        "s, dividend, gaqa B: 900.00 was not shared because nobody there is a member.",
        "revenue, gaqa Z: 7.00 that is stated is not used, for no household of the register lives "
          + "there. Check the gaqa's name.",
      ]
    )
  }

  @Test func `A misspelt fact of a scheme shows where the common one takes its place`() throws {
    let season = Season(2016) {
      $0[.profit] = .yuan(10)
      $0["Coop"][MoneyFact("proift")] = .yuan(500)
      $0["Coop"][RateFact("rate")] = "5%"
    }
    let terms = Terms(name: "Coop") {
      Distribution(of: .profit) { Tier(.rest, by: .household, as: .property) }
    }
    let settlement = try terms.settle(season, for: likeHouseholds(1))
    #expect(settlement.gross == .yuan(10))
    #expect(
      settlement.noticeTexts == [
        "Coop, proift: 500.00 that is stated is not used, for no formula of the scheme reads it. Check "
          + "the fact's name.",
        "Coop, rate: what is stated is not used, for no formula of the scheme reads it. Check the "
          + "fact's name.",
      ]
    )
    #expect(settlement.notices.map(\.code) == [.notRead, .notRead])
  }

  /// Funds of a gaqa that lost its last household stop nobody; those of one without members neither.
  @Test func `Funds of a gaqa without households are set aside`() throws {
    let register = try Register([
      Household("A-1", gaqa: "A", persons: 1),
      Household("B-1", gaqa: "B", persons: 1, status: .notPoor),
    ])
    let scheme = Shareholding(
      name: "s",
      members: .status(.belowNationalLine),
      funding: [
        .contribution(.yuan(10), from: .fiscalReliefFund, gaqa: "A"),
        .contribution(.yuan(20), from: .fiscalReliefFund, gaqa: "B"),
        .contribution(.yuan(30), from: .fiscalReliefFund, gaqa: "C"),
        .contribution(.yuan(40), from: .householdFunds, gaqa: "C"),
      ],
      dividend: .fraction("10%", of: .stake)
    )
    let settlement = try scheme.settle(Season(2016), for: register)
    #expect(try settlement.line("stake").total == .yuan(10))
    #expect(settlement.gross == .yuan(1))
    #expect(
      settlement.noticeTexts == [
        "s, funding, gaqa C: 70.00 that is stated is not used, for no household of the register lives "
          + "there. Check the gaqa's name.",
        "s, stake, gaqa B: 20.00 was not shared because nobody there is a member.",
        "s, dividend, gaqa B: 2.00 was not shared because nobody there is a member.",
      ]
    )
  }
}
