import BenefitBinding
import TestSupport
import Testing

/// One figure for many households takes the place of none for each.
struct SharedFigureTests {
  private static func byShares(_ key: Key) -> Terms {
    Terms(name: "s") { Distribution("pot", of: .yuan(100)) { Tier(.rest, by: key, as: .property) } }
  }

  @Test func `A key that is one figure for many households is refused`() throws {
    let register = try Register([
      Household("A-1", gaqa: "A", persons: 1), Household("B-1", gaqa: "B", persons: 2),
    ])
    let season = Season(2016) {
      $0[.shares] = "1 share"
      $0[.landArea, gaqa: "A"] = "1 mu"
      $0[.landArea, gaqa: "B"] = "99 mu"
      $0[.takings] = .yuan(3)
    }
    func refusal(_ key: Key) -> String { Self.byShares(key).refusal(season, register) }
    #expect(
      refusal(.measure(.shares))
        == "Scheme \"s\", clause \"pot\", tier \"pot\" by shares: shares is stated once for the season, "
        + "so that all its households would have equal weights. State it for each household, or share "
        + "by household."
    )
    #expect(
      refusal(.measure(.landArea)).contains("land area is stated once for each gaqa, so that")
    )
    #expect(refusal(.amount(.fact(.takings), name: "takings")).contains("takings is stated once"))
    let weighted = Key.measure(.shares).weighted(by: [.belowNationalLine: 2])
    #expect(refusal(weighted).contains("shares weighted by status is stated once for the season"))
    #expect(
      refusal(.amount(.either(.fact(.takings), otherwise: .zero, where: .gaqa("A")), name: "x"))
        .contains("x is stated once for the season")
    )
    // What is equal by nature, and what differs all the same, is not.
    for key in [
      Key.household, .person, .household.weighted(by: [.belowNationalLine: 2]),
      .quantity(.each(.persons, per: .measure(.landArea)), name: "land and persons"),
      .amount(.yuan(1), name: "a yuan each"), .need(below: .yuan(100)),
    ] {
      #expect(refusal(key) == "settled")
    }
  }

  @Test func `A figure for many households does not hide the register's column`() throws {
    let register = try likeHouseholds(2, measures: [.shares: "3 shares"])
    var season = Season(2016) { $0[.shares] = "1 share" }
    let refusal =
      "Scheme \"s\", clause \"pot\", fact \"shares\": season 2016 states one figure for many "
      + "households, which would hide what the register says of each. Take it out of the season, or "
      + "state it for each household."
    let terms = Self.byShares(.measure(.shares))
    #expect(terms.refusal(season, register) == refusal)
    season[.shares, gaqa: "A"] = "1 share"
    #expect(terms.refusal(season, register) == refusal)
    season.facts.set(.shares, for: register) { $0.id == "H-1000" ? "1 share" : "99 shares" }
    let shared = try terms.settle(season, for: register).line("pot")
    #expect(Array(shared) == [.yuan(1), .yuan(99)])
    // A past season's figure hides nothing: the register says what is so now.
    let mean = Terms(name: "s") {
      Payment(
        "rent",
        each: .each(.yuan(1), per: .mean(of: .measure(.shares), seasons: 2)),
        as: .property
      )
    }
    let past = Season(2015) { $0[.shares] = "1 share" }
    #expect(try mean.settle(Season(2016, after: [past]), for: register).gross == .yuan(4))
  }
}
