import BenefitBinding
import Foundation
import TestSupport
import Testing

/// Terms that are possible, if unusual, and what they must come to.
struct UnusualTermsTests {
  private static let two = [
    Household("A-1", gaqa: "A", persons: 1), Household("B-1", gaqa: "B", persons: 1),
  ]

  @Test func `A payment may depend on an earlier line and is explained all the same`() throws {
    let terms = Terms(name: "s") {
      Payment("a", each: .each(.yuan(60), per: .persons), as: .wage)
      Payment("b", each: .yuan(1), where: .atLeast(.line("a"), .yuan(50)), as: .cost)
    }
    let settlement = try terms.settle(Season(2016), for: Register(Self.two))
    #expect(settlement.statements[0].entries.map(\.amount) == [.yuan(60), .yuan(1)])
  }

  @Test func `Losses of gaqas are made good from a profit stated for the season`() throws {
    let terms = Terms(name: "s") {
      Distribution(of: .profit) { Tier(.rest, by: .household, as: .property) }
    }
    let register = try Register(Self.two)
    let each = Terms(name: "s") {
      Distribution(of: .membersTotal(.profit)) { Tier(.rest, by: .household, as: .property) }
    }
    let first = try each.settle(
      Season(2016) {
        $0[.profit, gaqa: "A"] = .yuan(-1_000)
        $0[.profit, gaqa: "B"] = .yuan(-500)
      },
      for: register
    )
    let second = try terms.settle(
      Season(2017) { $0[.profit] = .yuan(1_600) },
      for: register,
      books: first.closingBooks
    )
    #expect(second.gross == .yuan(100))
    #expect(second.closingBooks.balances.allSatisfy { $0.item != .loss })

    let lost = try terms.settle(Season(2016) { $0[.profit] = .yuan(-1) }, for: register)
    let byGaqa = Season(2017) {
      $0[.profit, gaqa: "A"] = .yuan(1)
      $0[.profit, gaqa: "B"] = .zero
    }
    let error = #expect(throws: BenefitError.self) {
      try each.settle(byGaqa, for: register, books: lost.closingBooks)
    }
    #expect(
      error?.found.description.hasPrefix("the books hold a loss of 1.00 for all gaqas") == true
    )
  }

  @Test func `Membership cannot depend on the distributable profit`() throws {
    let terms = Terms(name: "s", members: .atLeast(.profit, .yuan(1))) {
      Payment("p", each: "1", as: .cost)
    }
    let text = terms.refusal(Season(2016) { $0[.profit] = .yuan(1) }, try Register(Self.two))
    #expect(text.hasPrefix("Scheme \"s\", members: who is one cannot depend on"))
  }

  @Test func `Money of a gaqa where nobody is a member is reported`() throws {
    let terms = Terms(name: "s", members: .status(.belowNationalLine)) {
      Distribution(of: .fact(.projectReturn), per: .gaqa) {
        Tier(.rest, by: .person, as: .property)
      }
    }
    let register = try Register([
      Household("A-1", gaqa: "A", persons: 1),
      Household("B-1", gaqa: "B", persons: 1, status: .notPoor),
    ])
    let season = Season(2016) {
      $0[.projectReturn, gaqa: "A"] = .yuan(10)
      $0[.projectReturn, gaqa: "B"] = .yuan(20)
    }
    let settlement = try terms.settle(season, for: register)
    #expect(
      settlement.notices.map(\.description) == [
        "s, dividend, gaqa B: 20.00 was not shared because nobody there is a member."
      ]
    )
  }

  /// A tier of 20 % takes 20 %, whatever became of the tiers before it.
  @Test func `A fixed fraction takes its own and no more`() throws {
    let terms = Terms(name: "s") {
      Distribution(of: .yuan(100)) {
        Tier(each: .yuan(15), as: .transfer, named: "award")
        Tier(.percentOfPot(80), by: .person, where: .status(.exited), as: .property)
        Tier(.percentOfPot(20), to: .reserve)
      }
    }
    let settlement = try terms.settle(Season(2016), for: Register(Self.two))
    #expect(try settlement.received(by: .reserve) == .yuan(20))
    #expect(try settlement.received(by: .leftInPot) == .yuan(50))
  }

  @Test(arguments: 0...30)
  func `Ten tenths share any pot to the fen`(fen: Int64) throws {
    let accounts = (0..<10).map { Account("account \($0)") }
    let terms = Terms(name: "s") {
      Distribution(of: .fixed(Money(fen: fen))) {
        for account in accounts { Tier(.percentOfPot(10), to: account) }
      }
    }
    let settlement = try terms.settle(Season(2016), for: Register(Self.two))
    let parts = try accounts.map { try settlement.received(by: $0).fen }
    #expect(parts.reduce(0, +) == fen)
    #expect(parts.allSatisfy { $0 == fen / 10 || $0 == fen / 10 + 1 })
    #expect(settlement.notices.isEmpty)
  }

  @Test func `A rounded rate by money is for one yuan`() throws {
    let cooperative = Shareholding(
      name: "s",
      funding: [.contribution(.yuan(10_000), from: .specialFund)],
      dividend: .yuan(800),
      apportionment: Apportionment(
        rate: .down(to: .fen),
        residue: .posted(to: .collective)
      )
    )
    // 800 on 10,000 are 8 fen a yuan, 400 on each stake of 5,000.
    let settlement = try cooperative.settle(Season(2016), for: Register(Self.two))
    #expect(settlement.gross(at: 0) == .yuan(400))
    #expect(try settlement.received(by: .collective) == .zero)
  }

  @Test func `Each gaqa's return is split as its own money was`() throws {
    let economy = CollectiveEconomy(
      name: "s",
      funding: [
        .contribution(.yuan(100), from: .specialFund, householdShare: .percent(90), gaqa: "A"),
        .contribution(.yuan(100), from: .specialFund, householdShare: .percent(10), gaqa: "B"),
      ],
      returns: .fact(.projectReturn),
      scope: .gaqa
    )
    let season = Season(2016) {
      $0[.projectReturn, gaqa: "A"] = .yuan(100)
      $0[.projectReturn, gaqa: "B"] = .yuan(100)
    }
    let settlement = try economy.settle(season, for: Register(Self.two))
    #expect([settlement.gross(at: 0), settlement.gross(at: 1)] == [.yuan(90), .yuan(10)])
  }

  @Test func `Quantities of two units do not meet`() throws {
    let terms = Terms(name: "s") {
      Payment("p", each: .each("1", per: .persons.capped(at: "2 mu")), as: .cost)
    }
    #expect(
      terms.refusal(Season(2016), try Register(Self.two))
        == "Scheme \"s\", clause \"p\", formula \"the lesser of persons and 2 mu\": it holds person "
        + "against mu. Use quantities of one unit."
    )
  }

  @Test func `Shares in whole yuan are explained by what was shared`() throws {
    let register = try Register([
      Household("A-1", gaqa: "A", persons: 1), Household("A-2", gaqa: "A", persons: 19),
    ])
    let terms = Terms(name: "s") {
      Distribution(of: "10.90") {
        Tier(.rest, by: .person, apportioned: .whole(.yuan), as: .property)
      }
    }
    let settlement = try terms.settle(Season(2016), for: register)
    let line = try settlement.line("dividend")
    #expect(
      settlement.derivation(of: line, at: 1).lines(.full).prefix(2) == [
        "9.00 = 10.00 x 19/20 by person, down to the yuan",
        "  10.00 = 10.90 rounded down to the yuan",
      ]
    )
  }

  @Test func `A choice is explained by what was chosen and why`() throws {
    let terms = Terms(name: "s") {
      Payment(
        "p",
        each: .either(
          "2",
          otherwise: .each("3", per: .persons),
          where: .gaqa("A") && !.status(.notPoor)
        ),
        as: .cost
      )
    }
    let settlement = try terms.settle(Season(2016), for: Register(Self.two))
    let line = try settlement.line("p")
    #expect(
      settlement.derivation(of: line, at: 0).formula
        == #"2.00, as gaqa A and not status "not registered as poor""#
    )
    #expect(
      settlement.derivation(of: line, at: 1).formula
        == #"persons x 3.00, as not (gaqa A and not status "not registered as poor")"#
    )
  }

  @Test func `A stored settlement that was changed is refused`() throws {
    let terms = Terms(name: "s") { Payment("p", each: "1", as: .cost) }
    let settlement = try terms.settle(Season(2016), for: Register(Self.two))
    let text = String(decoding: try JSONEncoder().encode(settlement), as: UTF8.self)
    let changed = text.replacingOccurrences(of: "[100,100]", with: "[100,900]")
    #expect(changed != text)
    #expect(
      try decodingProblem(Settlement.self, from: changed)
        == "Line \"p\" gives a total of 2.00, which its amounts do not add up to."
    )
    #expect(
      try decodingProblem(
        Settlement.self,
        from: changed.replacingOccurrences(of: "\"totalFen\":200", with: "\"totalFen\":1000")
      )
        == "Line \"p\" does not follow from the register, the terms and the facts of the settlement."
    )
  }
}
