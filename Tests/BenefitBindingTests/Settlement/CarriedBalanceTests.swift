import BenefitBinding
import TestSupport
import Testing

/// What earlier seasons carried, and who takes it up.
struct CarriedBalanceTests {
  private static let odd = Apportionment(rounding: .down(to: .yuan), residue: .carriedForward)

  private static func sharing(
    _ name: String,
    per scope: Distribution.Scope = .members,
    takingOver former: String? = nil
  ) -> Terms {
    let tier = Tier(.rest, by: .household, apportioned: odd, as: .property)
    return Terms(name: "coop") {
      Distribution(name, of: .fact(.profit), per: scope) {
        former.map(tier.takingOver) ?? tier
      }
    }
  }

  private func settle(_ terms: Terms, _ profit: Money, _ books: Books = Books()) throws
    -> Settlement
  {
    try terms.settle(
      Season(2016) { $0[.profit] = profit },
      for: likeHouseholds(2),
      books: books
    )
  }

  private let line = { (name: String) in Books.Item.residue(line: name) }

  @Test func `A renamed line's odd fen stay in the books with a notice each season`() throws {
    let first = try settle(Self.sharing("dividend"), "11.30")
    #expect(first.notices.isEmpty)
    var books = first.closingBooks
    for _ in 1...2 {
      let renamed = try settle(Self.sharing("share"), "10.00", books)
      #expect(
        renamed.noticeTexts == [
          "coop, dividend: 1.30 that earlier seasons carried is taken up by no line of the scheme."
        ]
      )
      books = renamed.closingBooks
      #expect(books.amount(of: line("dividend"), scheme: "coop") == "1.30")
    }
  }

  @Test func `A line that is taken over and not in the books stands beside the one that is left`()
    throws
  {
    let books = try settle(Self.sharing("dividend"), "11.30").closingBooks
    let misspelt = try settle(Self.sharing("share", takingOver: "dividned"), "10.00", books)
    #expect(
      misspelt.noticeTexts == [
        "coop, dividend: 1.30 that earlier seasons carried is taken up by no line of the scheme. "
          + "A tier takes over \"dividned\", of which the books carry nothing."
      ]
    )
    #expect(
      misspelt.notices[0].text(in: .simplifiedChinese)
        == "「coop」「分红」：以前各期结转的 1.30 元在本方案中没有对应项目。有分配项承接「dividned」，而结转账中没有该项目。"
    )
    #expect(try roundTripped(misspelt) == misspelt)
  }

  @Test func `A renamed line takes the balance over and says so`() throws {
    let books = try settle(Self.sharing("dividend"), "11.30").closingBooks
    let second = try settle(Self.sharing("share", takingOver: "dividend"), "11.30", books)
    #expect(second.notices.isEmpty && second.gross == .yuan(12))
    #expect(second.closingBooks.amount(of: line("dividend"), scheme: "coop") == .zero)
    #expect(second.closingBooks.amount(of: line("share"), scheme: "coop") == "0.60")
    #expect(
      second.derivation("share") == """
        6.00 = 12.60 x 1/2 by household, down to the yuan
          12.60 = 11.30 + 1.30 brought forward, taking over "dividend"
            11.30 = profit
        """
    )
    #expect(try roundTripped(second) == second)
    // The season after there is nothing to take over any more.
    let third = try settle(
      Self.sharing("share", takingOver: "dividend"),
      "11.40",
      second.closingBooks
    )
    #expect(third.gross == .yuan(12))
    #expect(third.derivation("share").contains("11.40 + 0.60 brought forward\n"))
  }

  @Test func `Odd fen of other pots than there are now are reported or added up`() throws {
    let register = try Register([
      Household("A-1", gaqa: "A", persons: 1), Household("B-1", gaqa: "B", persons: 1),
    ])
    let season = Season(2016) {
      $0[.profit, gaqa: "A"] = "5.30"
      $0[.profit, gaqa: "B"] = "7.40"
    }
    let byGaqa = try Self.sharing("dividend", per: .gaqa).settle(season, for: register)
    let common = try Self.sharing("dividend").settle(
      season,
      for: register,
      books: byGaqa.closingBooks
    )
    #expect(common.notices.map(\.code) == [.notTakenUp, .notTakenUp])
    #expect(common.notices.map(\.gaqa) == ["A", "B"])
    #expect(common.notices.map(\.amount) == ["0.30", "0.40"])
    #expect(common.gross == .yuan(12))

    let added = try Self.sharing("dividend", takingOver: "dividend").settle(
      season,
      for: register,
      books: byGaqa.closingBooks
    )
    // 12.70 and the 0.70 of both gaqas.
    #expect(added.notices.isEmpty)
    #expect(added.waterfalls[0].steps[0].broughtForward(0) == "0.70")
    #expect(added.closingBooks.amount(of: line("dividend"), scheme: "coop") == "1.40")

    // One balance for all cannot be divided among gaqas.
    let back = try Self.sharing("dividend", per: .gaqa, takingOver: "dividend").settle(
      season,
      for: register,
      books: added.closingBooks
    )
    #expect(back.notices.map(\.code) == [.notTakenUp])
    #expect(back.notices.map(\.gaqa) == [nil])

    // Nor does a gaqa that nobody lives in any more share anything out.
    let left = try Self.sharing("dividend", per: .gaqa).settle(
      season,
      for: Register([Household("A-1", gaqa: "A", persons: 1)]),
      books: byGaqa.closingBooks
    )
    #expect(left.notices.filter { $0.code == .notTakenUp }.map(\.gaqa) == ["B"])
  }

  @Test func `Only one line may take over another that is gone`() throws {
    func refusal(@ListBuilder<Clause> _ clauses: () -> [Clause]) throws -> String {
      Terms(name: "s", clauses: clauses).refusal(Season(2016), try likeHouseholds(1))
    }
    let tier = Tier(.rest, by: .household, as: .property).takingOver("old")
    let start = "Scheme \"s\", clause \"b\", tier \"b\" that takes over \"old\": "
    #expect(
      try refusal {
        Payment("old", each: "1", as: .wage)
        Distribution("b", of: "1") { tier }
      } == start + "that is a line of the scheme still. Leave one of them out."
    )
    #expect(
      try refusal {
        Distribution("a", of: "1") { tier }
        Distribution("b", of: "1") { tier }
      } == start + "another tier does so too. Let one of them."
    )
    #expect(
      try refusal { Distribution("b", of: "1") { Tier(.rest, to: .reserve).takingOver("old") } }
        == "Scheme \"s\", clause \"b\", tier \"reserve\" that takes over \"old\": an account carries "
        + "nothing odd. Leave it out."
    )
  }

  @Test func `A loss that no clause makes good any more is reported`() throws {
    let lossy = Terms(name: "coop") {
      Distribution(of: .profit) { Tier(.rest, by: .household, as: .property) }
    }
    let books = try settle(lossy, .yuan(-50)).closingBooks
    let bare = try settle(Self.sharing("dividend"), .yuan(10), books)
    #expect(
      bare.noticeTexts == [
        "coop, profit: 50.00 that earlier seasons carried is taken up by no line of the scheme."
      ]
    )
    #expect(bare.gross == .yuan(10))
    #expect(try settle(lossy, .yuan(70), bare.closingBooks).gross == .yuan(20))
  }

  @Test func `An award pool that nobody may claim is reported as it grows`() throws {
    func terms(_ condition: Condition, _ award: Amount) -> Terms {
      Terms(name: "coop") {
        Distribution(of: .fact(.profit)) {
          Tier(
            each: award,
            where: condition,
            as: .transfer,
            named: "award",
            from: AwardPool(.percentOfPot(30), carriesUnspent: true)
          )
          Tier(.rest, to: .reserve)
        }
      }
    }
    let nobody = terms(.status(.exited), .yuan(1))
    let first = try settle(nobody, .yuan(100))
    #expect(
      first.noticeTexts == [
        "coop, dividend: award: 30.00 could not be paid because nobody is eligible."
      ]
    )
    let second = try settle(nobody, .yuan(100), first.closingBooks)
    #expect(second.notices.map(\.amount) == [.yuan(60)])
    #expect(try settle(terms(.always, .zero), .yuan(100)).notices.map(\.code) == [.noWeight])
    #expect(try settle(terms(.always, .yuan(1)), .yuan(100)).notices.isEmpty)
    // What was carried for a tier by a key waits with a notice as well.
    let odd = try settle(Self.sharing("dividend"), "11.30").closingBooks
    let away = try Self.sharing("dividend").settle(
      Season(2016) { $0[.profit] = .zero },
      for: Register([]),
      books: odd
    )
    #expect(away.notices.map(\.code) == [.nobodyEligible])
    #expect(away.notices.map(\.amount) == ["1.30"])
  }

  private func cooperative(_ retained: String, takingOver former: String? = nil) -> Terms {
    let rest = Tier(.rest, by: .household, as: .addition, named: retained)
    return Terms(name: "coop", members: !.status(.exited)) {
      Distribution(of: .fact(.profit)) {
        Tier(
          .percentOfPot(60),
          by: .amount("1.00" + .held("dividend: \(retained)"), name: "equity"),
          as: .property
        )
        former.map(rest.takingOver) ?? rest
      }
    }
  }

  @Test func `Equity of households that are no members is reported`() throws {
    let season = Season(2016) { $0[.profit] = .yuan(100) }
    func register(_ statuses: [String: Status]) throws -> Register {
      try Register(statuses.map { Household($0, gaqa: "A", persons: 1, status: $1) })
    }
    let terms = cooperative("retained")
    let first = try terms.settle(
      season,
      for: register(["H-1": .atRisk, "H-2": .atRisk, "H-3": .atRisk, "H-4": .atRisk])
    )
    #expect(first.notices.isEmpty)
    // H-2 is away and H-3 is no member any more.
    let second = try terms.settle(
      season,
      for: register(["H-1": .atRisk, "H-3": .exited, "H-4": .atRisk]),
      books: first.closingBooks
    )
    #expect(
      second.noticeTexts == [
        "coop, dividend: retained: 20.00 is held by households that are no members and get nothing "
          + "for it."
      ]
    )
  }

  @Test func `What households hold of a renamed line is taken over`() throws {
    let register = try likeHouseholds(2)
    let season = Season(2016) { $0[.profit] = .yuan(100) }
    let books = try cooperative("retained").settle(season, for: register).closingBooks
    let lost = try cooperative("kept").settle(season, for: register, books: books)
    #expect(
      lost.noticeTexts == [
        "coop, dividend: retained: 40.00 that earlier seasons carried is taken up by no line of the "
          + "scheme."
      ]
    )
    let kept = try cooperative("kept", takingOver: "dividend: retained")
      .settle(season, for: register, books: lost.closingBooks)
    #expect(kept.notices.isEmpty)
    // 40 of each of three seasons.
    let held = kept.closingBooks.held(in: "dividend: kept", of: "coop")
    #expect(held.values.reduce(.zero, +) == .yuan(120))
    #expect(held.keys.sorted() == register.map(\.id))
    #expect(kept.closingBooks.held(in: "dividend: retained", of: "coop").isEmpty)
    let line = try #require(kept.lines.first)
    #expect(kept.derivation(of: line, at: 0).value.money == line[0])
    #expect(try roundTripped(kept) == kept)
  }

  @Test func `Who holds of one line, of the other or of both holds the sum`() throws {
    let season = Season(2016) { $0[.profit] = .yuan(100) }
    func register(_ ids: String...) throws -> Register {
      try Register(ids.map { Household($0, gaqa: "A", persons: 1) })
    }
    let (early, late) = (["H-1", "H-2"], ["H-2", "H-3"])
    for (former, latter) in [(early, late), (late, early)] {
      func books(_ ids: [String], _ line: String, _ books: Books) throws -> Books {
        let register = try Register(ids.map { Household($0, gaqa: "A", persons: 1) })
        return try cooperative(line).settle(season, for: register, books: books).closingBooks
      }
      let apart = try books(latter, "kept", books(former, "retained", Books()))
      let joined = try cooperative("kept", takingOver: "dividend: retained")
        .settle(Season(2017) { $0[.profit] = .zero }, for: register("H-1"), books: apart)
      let held = joined.closingBooks.held(in: "dividend: kept", of: "coop")
      #expect(held == ["H-1": .yuan(20), "H-2": .yuan(40), "H-3": .yuan(20)])
    }
  }
}
