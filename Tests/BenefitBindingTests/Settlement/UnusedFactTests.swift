import BenefitBinding
import TestSupport
import Testing

struct UnusedFactTests {
  private static let programme = Programme("p") {
    Terms(name: "one") { Payment("x", each: .revenue, as: .business) }
    Terms(name: "two") {}
    Terms(name: "all", members: .atLeast(.measure(.landArea), "0 mu")) {
      Distribution(of: .profit + .revenue) {
        Tier(.fraction(.fact(.interestRate), of: .pot), by: .person, as: .property)
      }
    }
  }

  private static func register() throws -> Register {
    try Register([
      Household("H-1", gaqa: "A", persons: 1), Household("H-2", gaqa: "B", persons: 1),
    ])
  }

  private func texts(_ state: (inout Season) -> Void) throws -> [String] {
    Self.programme.unusedFacts(of: Season(2017, state), for: try Self.register())
      .map(\.description)
  }

  @Test func `A misspelt scheme or gaqa shows with its place`() throws {
    let found = try texts {
      $0[.revenue, gaqa: "A"] = .yuan(1)
      $0[.revenue, gaqa: "a"] = .yuan(2)
      $0["One"][.revenue] = .yuan(3)
      $0["one"][.revenue, gaqa: "C"] = .yuan(4)
      $0["one"][MoneyFact("revenu")] = .yuan(5)
      $0["two"][.landArea, gaqa: "A"] = "1 mu"
    }
    #expect(
      found == [
        "revenue, gaqa a: 2.00 that is stated is not used, for no household of the register lives "
          + "there. Check the gaqa's name.",
        "One, revenue: 3.00 that is stated is not used, for the programme has no scheme of that "
          + "name. Check the scheme's name.",
        "one, revenu: 5.00 that is stated is not used, for no formula of the scheme reads it. "
          + "Check the fact's name.",
        "one, revenue, gaqa C: 4.00 that is stated is not used, for no household of the "
          + "register lives there. Check the gaqa's name.",
        "two, land area: what is stated is not used, for no formula of the scheme reads it. "
          + "Check the fact's name.",
      ]
    )
  }

  @Test func `Facts that a scheme can see are not listed, used or not`() throws {
    let found = try texts {
      $0[.revenue] = .yuan(1)
      $0[.profit, gaqa: "B"] = .yuan(1)
      $0[.landArea] = "1 mu"
      $0["one"].set(.revenue, byHousehold: ["H-1": .yuan(1), "H-2": .yuan(2)])
      // Stated and taken back.
      $0["three"][.revenue] = nil
    }
    #expect(found == [])
  }

  @Test func `The order is that of schemes, kinds, names and gaqas`() throws {
    let season = Season(2017) { season in
      for gaqa in ["Z", "Y", "X", "A"] {
        for scheme in ["two", "none", "also none", "all"] {
          season[scheme][.landArea, gaqa: gaqa] = "1 mu"
          season[scheme][.interestRate, gaqa: gaqa] = "1%"
          season[scheme][.revenue, gaqa: gaqa] = .yuan(1)
          season[scheme][.profit, gaqa: gaqa] = .yuan(1)
        }
        season[.takings, gaqa: gaqa] = .yuan(1)
      }
    }
    let found = Self.programme.unusedFacts(of: season, for: try Self.register())
    let facts = ["profit", "revenue", "interest rate", "land area"]
    let gaqas = ["X", "Y", "Z"]
    func all(_ scheme: String) -> [String] {
      facts.flatMap { fact in gaqas.map { "\(scheme) \(fact) \($0)" } }
    }
    let expected =
      gaqas.map { "season takings \($0)" } + all("all") + facts.map { "also none \($0) -" }
      + facts.map { "none \($0) -" } + facts.map { "two \($0) -" }
    #expect(found.map { "\($0.scheme ?? "season") \($0.line) \($0.gaqa ?? "-")" } == expected)
    #expect(found.filter { $0.code == .unknownScheme }.allSatisfy { $0.gaqa == nil })
    #expect(found.filter { $0.code == .unknownGaqa }.count == 3 + 12)
    #expect(try roundTripped(found) == found)
  }

  /// A settlement is the same without what is listed.
  @Test func `What is listed changes nothing`() throws {
    let season = Season(2017) {
      $0[.revenue, gaqa: "A"] = .yuan(1); $0[.revenue, gaqa: "B"] = .zero
    }
    var more = season
    more[.revenue, gaqa: "C"] = .yuan(5)
    more["On"][.revenue] = .yuan(7)
    let register = try Self.register()
    #expect(Self.programme.unusedFacts(of: season, for: register).isEmpty)
    #expect(Self.programme.unusedFacts(of: more, for: register).count == 2)
    let programme = Programme("p") { for terms in Self.programme.schemes.prefix(2) { terms } }
    let (few, all) = (
      try programme.settle(season, for: register), try programme.settle(more, for: register)
    )
    #expect(all.lines == few.lines && few.notices.isEmpty)
    #expect(
      all.noticeTexts == [
        "revenue, gaqa C: 5.00 that is stated is not used, for no household of the register lives "
          + "there. Check the gaqa's name.",
        "On, revenue: 7.00 that is stated is not used, for the programme has no scheme of that name. "
          + "Check the scheme's name.",
      ]
    )
    #expect(try roundTripped(all) == all)
  }
}
