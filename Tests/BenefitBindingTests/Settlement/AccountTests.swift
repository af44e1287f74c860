import BenefitBinding
import TestSupport
import Testing

/// What accounts hold, read by formulas and drawn from by pots.
struct AccountTests {
  /// Saves a third of a good year and pays a floor from what was saved in a bad one.
  private static let saving = Terms(name: "coop") {
    Distribution(of: .fact(.profit)) {
      Tier(.fraction("1/3", of: .pot), to: .reserve)
      Tier(.rest, by: .household, as: .property)
    }
    Distribution(
      "floor",
      of: .excess(of: .yuan(600), over: .fact(.profit)),
      from: .reserve
    ) {
      Tier(.rest, by: .household, as: .property)
    }
  }

  private func settle(
    _ terms: Terms,
    _ profit: Money,
    _ books: Books = Books()
  ) throws -> Settlement {
    try terms.settle(
      Season(2016) { $0[.profit] = profit },
      for: likeHouseholds(2),
      books: books
    )
  }

  private func reserve(_ settlement: Settlement, gaqa: String? = nil) -> Money {
    settlement.closingBooks.amount(of: .account(.reserve), scheme: "coop", gaqa: gaqa)
  }

  @Test func `A reserve pays in a bad year until it is empty`() throws {
    let good = try settle(Self.saving, .yuan(900))
    #expect(try good.received(by: .reserve) == .yuan(300))
    #expect(good.gross == .yuan(600))
    #expect(good.notices.isEmpty)

    let bad = try settle(Self.saving, .yuan(450), good.closingBooks)
    // 300 + 150 of this season are there when the floor is drawn.
    #expect(try bad.waterfall("floor").pot(0) == .yuan(150))
    #expect(try bad.waterfall("floor").source == .reserve)
    #expect(reserve(bad) == .yuan(300))
    #expect(try bad.received(by: .reserve) == .zero)
    #expect(bad.derivation("floor").hasPrefix("75.00 = 150.00 x 1/2 by household\n  150.00 = "))
    #expect(
      bad.derivation("floor").contains(
        "  150.00 = 150.00, drawn from reserve, which keeps 300.00 or more\n"
      )
    )

    let worse = try settle(Self.saving, .zero, bad.closingBooks)
    #expect(worse.gross == .yuan(300))
    #expect(reserve(worse) == .zero)
    #expect(
      worse.noticeTexts == [
        "coop, floor: the account lacks 300.00 of what was to be drawn from it; the pot was cut "
          + "to its balance."
      ]
    )
    #expect(
      worse.derivation("floor").contains(
        "300.00 = 600.00, cut to the balance of reserve, which keeps 0.00 or more"
      )
    )
    #expect(try worse.received(by: .reserve) == .yuan(-300))
    #expect(try settle(Self.saving, .zero, worse.closingBooks).gross == .zero)
  }

  @Test func `What the tiers leave of a drawn pot stays in the account`() throws {
    let terms = Terms(name: "coop") {
      Distribution("saved", of: .yuan(100)) { Tier(.rest, to: .reserve) }
      Distribution("paid", of: .yuan(80), from: .reserve) {
        Tier(.yuan(30), by: .household, as: .property)
        Tier(.yuan(20), by: .household, where: .gaqa("nowhere"), as: .property, named: "nobody")
        Tier(.yuan(10), to: .villageWelfare)
      }
    }
    let settlement = try settle(terms, .zero)
    #expect(reserve(settlement) == .yuan(60))
    #expect(try settlement.received(by: .villageWelfare) == .yuan(10))
    #expect(try settlement.received(by: .leftInPot) == .zero)
    #expect(try settlement.waterfall("paid").left(0) == .yuan(40))
    #expect(settlement.notices.map(\.code) == [.nobodyEligible, .namesNobody])
  }

  @Test func `A draw of all that an account holds is no shortfall, and a fen more is one`() throws {
    func settlement(drawing amount: Money) throws -> Settlement {
      let terms = Terms(name: "coop") {
        Distribution("saved", of: .yuan(100)) { Tier(.rest, to: .reserve) }
        Distribution("paid", of: .fixed(amount), from: .reserve) {
          Tier(.rest, by: .household, as: .property)
        }
      }
      return try settle(terms, .zero)
    }
    #expect(try settlement(drawing: .yuan(100)).notices.isEmpty)
    let short = try settlement(drawing: "100.01")
    #expect(short.notices.map(\.code) == [.balanceShortfall])
    #expect(short.gross == .yuan(100))
  }

  @Test func `A formula reads what earlier clauses put in`() throws {
    let terms = Terms(name: "coop") {
      Distribution("saved", of: .fact(.profit)) { Tier(.rest, to: .reserve) }
      Payment(
        "bonus",
        each: .fraction("1%", of: .balance(of: .reserve)),
        where: .atLeast(.balance(of: .reserve), .yuan(150)),
        as: .transfer
      )
    }
    let first = try settle(terms, .yuan(100))
    #expect(first.gross == .zero)
    let second = try settle(terms, .yuan(100), first.closingBooks)
    #expect(try second.line("bonus")[0] == .yuan(2))
    #expect(
      second.derivation("bonus") == """
        2.00 = balance of reserve x 1 %
          200.00 = balance of reserve
        """
    )
    #expect(
      first.derivation("bonus") == """
        0.00 = nothing, as the household is not eligible
          no = balance of reserve at least 150.00
            100.00 = balance of reserve
        """
    )
  }

  @Test func `Members may hang on what an account held when the season opened`() throws {
    let terms = Terms(
      name: "coop",
      members: .atLeast(.balance(of: .reserve), .yuan(100))
    ) {
      Distribution(of: .yuan(100)) {
        Tier(.fraction("1/2", of: .pot), by: .household, as: .property)
        Tier(.rest, to: .reserve)
      }
    }
    let first = try settle(terms, .zero)
    #expect(first.gross == .zero)
    let second = try settle(terms, .zero, settle(terms, .zero, first.closingBooks).closingBooks)
    #expect(second.gross == .yuan(50))
    #expect(second.derivation("dividend").hasPrefix("25.00 = "))
  }

  @Test func `Each gaqa draws on its own`() throws {
    let register = try Register([
      Household("A-1", gaqa: "A", persons: 1), Household("B-1", gaqa: "B", persons: 1),
    ])
    let terms = Terms(name: "coop") {
      Distribution("saved", of: .fact(.profit), per: .gaqa) { Tier(.rest, to: .reserve) }
      Distribution("paid", of: .fact(.takings), per: .gaqa, from: .reserve) {
        Tier(.rest, by: .household, as: .property)
      }
      Distribution("tithe", of: .fraction("10%", of: .balance(of: .reserve))) {
        Tier(.rest, to: .villageWelfare)
      }
    }
    let season = Season(2016) {
      $0[.profit, gaqa: "A"] = .yuan(70)
      $0[.profit, gaqa: "B"] = .yuan(20)
      $0[.takings, gaqa: "A"] = .yuan(50)
      $0[.takings, gaqa: "B"] = .yuan(50)
    }
    let settlement = try terms.settle(season, for: register)
    #expect(settlement.gross(at: 0) == .yuan(50))
    #expect(settlement.gross(at: 1) == .yuan(20))
    #expect(reserve(settlement, gaqa: "A") == .yuan(20))
    #expect(reserve(settlement, gaqa: "B") == .zero)
    #expect(try settlement.received(by: .villageWelfare) == .yuan(2))
    #expect(settlement.notices.map(\.gaqa) == ["B"])
    #expect(
      settlement.derivation("paid", 1).contains(
        "50.00, cut to the balance of reserve, which keeps 0.00 or more"
      )
    )
    #expect(try roundTripped(settlement) == settlement)
  }

  @Test func `Money is read and drawn where it was put in`() throws {
    let register = try likeHouseholds(2)
    func terms(_ first: Distribution.Scope, _ second: Distribution.Scope) -> Terms {
      Terms(name: "coop") {
        Distribution("saved", of: .fact(.profit), per: first) { Tier(.rest, to: .reserve) }
        Distribution("paid", of: .fact(.profit), per: second, from: .reserve) {
          Tier(.rest, by: .household, as: .property)
        }
      }
    }
    let season = Season(2016) { $0[.profit, gaqa: "A"] = .yuan(7) }
    #expect(
      terms(.gaqa, .members).refusal(season, register)
        == "Scheme \"coop\", clause \"paid\", balance of account \"reserve\": there is one pot "
        + "for all members, but the account holds money of single gaqas. Draw from it with a pot for "
        + "each gaqa."
    )
    let common = try Terms(name: "coop") {
      Distribution("saved", of: .yuan(1)) { Tier(.rest, to: .reserve) }
    }.settle(season, for: register).closingBooks
    #expect(
      terms(.gaqa, .gaqa).refusal(season, register, books: common)
        == "Scheme \"coop\", clause \"paid\", balance of account \"reserve\": it holds money for all "
        + "members and money of single gaqas. Use an account for each."
    )
    let drawing = Terms(name: "coop") {
      Distribution(of: .fact(.profit), per: .gaqa, from: .reserve) {
        Tier(.rest, by: .household, as: .property)
      }
    }
    #expect(
      drawing.refusal(season, register, books: common)
        == "Scheme \"coop\", clause \"dividend\", balance of account \"reserve\": there is a pot for "
        + "each gaqa, but the account holds money for all members. Draw from it with one pot for all."
    )
    let mixed = Terms(name: "coop") {
      Distribution("one", of: .fact(.profit), per: .gaqa) { Tier(.rest, to: .reserve) }
      Distribution("two", of: .fact(.profit)) { Tier(.rest, to: .reserve) }
      Payment("rent", each: .balance(of: .reserve), as: .property)
    }
    #expect(
      mixed.refusal(season, register)
        == "Scheme \"coop\", clause \"rent\", balance of account \"reserve\": it takes money for all "
        + "members and money of single gaqas. Use an account for each."
    )
  }

  /// Whatever is drawn and paid in, no draw overdraws, and accounts and households have every fen.
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `Draws neither overdraw nor lose a fen`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let sample = try Sample(seed: seed)
    let scope: Distribution.Scope = Bool.random(using: &random) ? .gaqa : .members
    let saved = Int64.random(in: 0...100, using: &random)
    let terms = Terms(name: "coop") {
      Distribution("saved", of: .fact(.gaqaReturn), per: scope) {
        Tier(.percentOfPot(saved), to: .reserve)
        Tier(.rest, by: .measure(.landArea), as: .property)
      }
      Distribution(
        "drawn",
        of: .fraction(.percent(.random(in: 0...150, using: &random)), of: .fact(.gaqaReturn)),
        per: scope,
        from: .reserve
      ) {
        Tier(
          .percentOfPot(60),
          by: .person,
          apportioned: Apportionment(rounding: .down(to: .yuan), residue: .carriedForward),
          as: .property
        )
        Tier(.percentOfPot(10), to: .collective)
        Tier(each: .yuan(50), where: .status(.belowNationalLine), as: .transfer, named: "award")
      }
    }
    var books = Books()
    var paid = Money.zero
    var put = Money.zero
    for _ in 1...3 {
      let settlement = try terms.settle(sample.season, for: sample.register, books: books)
      books = settlement.closingBooks
      paid += settlement.gross
      let saving = try settlement.waterfall("saved")
      put = (0..<saving.count).reduce(put) { $0 + saving.pot($1) }
      for balance in books.balances where balance.item == .account(.reserve) {
        #expect(balance.amount >= .zero)
      }
      for line in settlement.lines {
        #expect(settlement.derivation(of: line, at: 0).value.money == line[0])
      }
    }
    #expect(paid + books.balances.reduce(.zero) { $0 + $1.amount } == put)
  }
}
