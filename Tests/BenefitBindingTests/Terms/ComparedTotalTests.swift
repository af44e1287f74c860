import BenefitBinding
import TestSupport
import Testing

/// Functions that do not add up over places: each by itself, or all together.
struct ComparedTotalTests {
  private static let households = [
    Household("A-1", gaqa: "A", persons: 1, measures: [.landArea: "1.5 mu"]),
    Household("B-1", gaqa: "B", persons: 3, measures: [.landArea: "2.25 mu"]),
  ]

  private static let byGaqa = Season(2016) {
    $0[.profit, gaqa: "A"] = .yuan(100)
    $0[.profit, gaqa: "B"] = .yuan(-80)
  }

  private func terms(_ pot: Amount, per scope: Distribution.Scope = .members) -> Terms {
    Terms(name: "s") {
      Distribution(of: pot, per: scope) { Tier(.rest, by: .household, as: .property) }
    }
  }

  @Test func `Profits of gaqas are not shared as if one's loss were not`() throws {
    let register = try Register(Self.households)
    #expect(
      terms(.profit).refusal(Self.byGaqa, register)
        == "Scheme \"s\", clause \"dividend\", formula \"the greater of 0.00 and (profit - losses "
        + "brought forward)\": it compares or rounds what differs from gaqa to gaqa, which comes out "
        + "otherwise for each by itself than for all together. Say which is meant: "
        + "sum(...) of the whole takes each by itself and adds; of what differs, it adds "
        + "first."
    )
    let each = try terms(.membersTotal(.profit)).settle(Self.byGaqa, for: register)
    #expect(each.gross == .yuan(100))
    #expect(each.closingBooks.amount(of: .loss, scheme: "s", gaqa: "B") == .yuan(80))
    let together = Amount.greater(of: .zero, .membersTotal(.fact(.profit)))
    #expect(try terms(together).settle(Self.byGaqa, for: register).gross == .yuan(20))
    // With a pot for each gaqa there is nothing to add up.
    let own = try terms(.profit, per: .gaqa).settle(Self.byGaqa, for: register)
    #expect(own.gross(at: 0) == .yuan(100) && own.gross(at: 1) == .zero)
  }

  @Test func `What is added place by place is explained so`() throws {
    let settlement = try terms(.membersTotal(.profit))
      .settle(Self.byGaqa, for: Register(Self.households))
    #expect(
      settlement.derivation("dividend", 1) == """
        50.00 = 100.00 x 1/2 by household
          100.00 = distributable profit: the greater of 0.00 and (profit - losses brought forward), for all gaqas
            100.00 = A: the greater of 0.00 and (profit - losses brought forward)
              100.00 = profit - losses brought forward
                100.00 = profit
                0.00 = losses brought forward
            0.00 = B: the greater of 0.00 and (profit - losses brought forward)
              -80.00 = profit - losses brought forward
                -80.00 = profit
                0.00 = losses brought forward
        """
    )
  }

  @Test func `Roundings and thresholds say so too`() throws {
    let register = try Register(Self.households)
    let mu = QuantityFormula.measure(.landArea)
    let rounded = Amount.each(.yuan(10), per: mu.roundedUpToWholeUnits())
    let switched = Amount.either(
      .each(.yuan(10), per: mu),
      otherwise: .zero,
      where: .atLeast(.measure(.landArea), "2 mu")
    )
    for (pot, each) in [(rounded, .yuan(50)), (switched, "22.50")] as [(Amount, Money)] {
      #expect(
        terms(pot).refusal(Season(2016), register).contains("compares or rounds what differs")
      )
      let settlement = try terms(.membersTotal(pot)).settle(Season(2016), for: register)
      #expect(settlement.gross == each)
    }
    // What does not differ below the pot is compared as ever.
    let capped = Amount.membersTotal(.each(.yuan(10), per: mu)).capped(at: .yuan(30))
    #expect(try terms(capped).settle(Season(2016), for: register).gross == .yuan(30))
    // A mask adds up.
    let masked = Amount.either(.each(.yuan(10), per: mu), otherwise: .zero, where: .gaqa("B"))
    #expect(try terms(masked).settle(Season(2016), for: register).gross == "22.50")
  }

  @Test func `Amounts and rates of the same places are multiplied there and added`() throws {
    let rate = RateFact("rate")
    let season = Season(2016) {
      $0[.takings, gaqa: "A"] = .yuan(100)
      $0[.takings, gaqa: "B"] = .yuan(10)
      $0[rate, gaqa: "A"] = "10%"
      $0[rate, gaqa: "B"] = "50%"
    }
    let pot = Amount.fraction(.fact(rate), of: .fact(.takings))
    let settlement = try terms(pot).settle(season, for: Register(Self.households))
    #expect(settlement.gross == .yuan(15))
  }

  /// The same terms are refused, or not, whatever an account holds.
  @Test func `No formula hangs on whether an account is empty`() throws {
    let register = try Register(Self.households)
    let season = Season(2016) {
      $0[.takings, gaqa: "A"] = .yuan(10)
      $0[.takings, gaqa: "B"] = .yuan(10)
    }
    func terms(_ saved: Amount, _ scope: Distribution.Scope, _ pot: Amount) -> Terms {
      Terms(name: "s") {
        Distribution("paid", of: pot) { Tier(.rest, by: .household, as: .property) }
        Distribution("saved", of: saved, per: scope) { Tier(.rest, to: .reserve) }
      }
    }
    let greater = Amount.greater(of: .balance(of: .reserve), .fact(.takings))
    let chosen = Amount.either(
      .balance(of: .reserve),
      otherwise: .fact(.takings),
      where: .gaqa("A")
    )
    let added = Amount.balance(of: .reserve) + .fact(.takings)
    for (pot, isAccepted) in [(greater, false), (chosen, false), (added, true)] {
      for saved in [Money.zero, "0.01"] {
        let terms = terms(.fixed(saved), .members, pot)
        let seeded = try self.terms(.zero).settle(season, for: register).closingBooks
        let books = try Terms(name: "s") {
          Distribution("saved", of: .fixed(saved)) { Tier(.rest, to: .reserve) }
        }.settle(season, for: register, books: seeded).closingBooks
        #expect(books.balances.isEmpty == (saved == .zero))
        let problem = terms.refusal(season, register, books: books)
        #expect((problem == "settled") == isAccepted)
      }
    }
    // An account that takes money both ways is refused before it holds any.
    let both = Terms(name: "s") {
      Distribution("all", of: .zero) { Tier(.rest, to: .reserve) }
      Distribution("each", of: .zero, per: .gaqa) { Tier(.rest, to: .reserve) }
      Payment("rent", each: .balance(of: .reserve), as: .property)
    }
    #expect(
      both.refusal(season, register)
        == "Scheme \"s\", clause \"rent\", balance of account \"reserve\": it takes money for all "
        + "members and money of single gaqas. Use an account for each."
    )
  }

  /// What a tier takes is a total as a pot is, and is explained as one.
  @Test func `A tier's amount for all is explained by its total`() throws {
    let terms = Terms(name: "s") {
      Distribution(of: .yuan(100)) {
        Tier(
          .each(.yuan(10), per: .persons) + .fraction(.percent(5), of: .pot),
          by: .household,
          as: .property,
          named: "heads"
        )
        Tier(.rest, to: .reserve)
      }
    }
    let settlement = try terms.settle(Season(2016), for: Register(Self.households))
    #expect(
      settlement.derivation("dividend: heads") == """
        22.50 = 45.00 x 1/2 by household
          45.00 = (persons x 10.00) + (the pot x 5 %)
            40.00 = persons x 10.00
              4 persons = persons, for all members
                1 person = persons
                3 persons = of 1 other household
            5.00 = the pot x 5 %
              100.00 = 100.00
        """
    )
  }
}
