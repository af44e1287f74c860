import BenefitBinding
import TestSupport
import Testing

extension Account {
  fileprivate static let fund = Account("fund", of: .programme)
}

/// Accounts of a scheme and of the programme.
struct SharedAccountTests {
  private static func saving(_ name: String, _ account: Account, _ amount: Money) -> Terms {
    Terms(name: name) { Distribution("saved", of: .fixed(amount)) { Tier(.rest, to: account) } }
  }

  private static func drawing(_ name: String, _ account: Account, _ amount: Money) -> Terms {
    Terms(name: name) {
      Distribution("drawn", of: .fixed(amount), from: account) {
        Tier(.rest, by: .household, as: .transfer)
      }
    }
  }

  private func settle(_ schemes: Terms..., books: Books = Books()) throws -> Settlement {
    try Programme("p") { schemes }.settle(Season(2016), for: likeHouseholds(2), books: books)
  }

  @Test func `Schemes draw on the programme's account in the order of settling`() throws {
    let first = try settle(
      Self.saving("a", .fund, .yuan(100)),
      Self.drawing("b", .fund, .yuan(70)),
      Self.drawing("c", .fund, .yuan(70))
    )
    #expect(first.gross == .yuan(100))
    #expect(try first.received(by: .fund) == .zero)
    #expect(first.closingBooks.balances.isEmpty)
    #expect(
      first.noticeTexts == [
        "c, drawn: the account lacks 40.00 of what was to be drawn from it; the pot was cut to its "
          + "balance."
      ]
    )
    let line = try #require(first.lines.last)
    #expect(
      first.derivation(of: line, at: 0).lines(.full).contains(
        "  30.00 = 70.00, cut to the balance of fund of the programme, which keeps 0.00 or more"
      )
    )
    #expect(try roundTripped(first) == first)
  }

  @Test func `What the programme's account held is carried to the next season`() throws {
    let first = try settle(Self.saving("a", .fund, .yuan(100)))
    #expect(first.closingBooks.amount(of: .account(.fund), scheme: nil) == .yuan(100))
    #expect(try roundTripped(first.closingBooks) == first.closingBooks)
    let second = try settle(Self.drawing("b", .fund, .yuan(60)), books: first.closingBooks)
    #expect(second.gross == .yuan(60))
    #expect(try second.received(by: .fund) == .yuan(-60))
    #expect(try second.closingBooks.total(in: .fund) == .yuan(40))
  }

  @Test func `A condition on the members reads what earlier schemes left`() throws {
    let bonus = Terms(name: "b", members: .atLeast(.balance(of: .fund), .yuan(50))) {
      Payment("bonus", each: .yuan(1), as: .transfer)
    }
    let rich = try settle(Self.saving("a", .fund, .yuan(50)), bonus)
    #expect(rich.gross == .yuan(2))
    #expect(rich.derivation("bonus") == "1.00 = 1.00")
    let poor = try settle(Self.saving("a", .fund, "49.99"), bonus)
    #expect(poor.gross == .zero)
    #expect(
      poor.derivation("bonus") == """
        0.00 = nothing, as the household is not a member
          no = balance of fund of the programme at least 50.00
            49.99 = balance of fund of the programme
        """
    )
  }

  @Test func `Two schemes' accounts of one name are two`() throws {
    let settlement = try settle(
      Self.saving("a", .reserve, .yuan(100)),
      Self.saving("b", .reserve, .yuan(20)),
      Self.drawing("c", .reserve, .yuan(70))
    )
    #expect(settlement.gross == .zero)
    #expect(try settlement.received(by: .reserve, of: "a") == .yuan(100))
    #expect(try settlement.received(by: .reserve, of: "b") == .yuan(20))
    #expect(try settlement.received(by: .reserve, of: "c") == .zero)
    #expect(try settlement.closingBooks.total(in: .reserve, of: "b") == .yuan(20))
    func problem(_ read: () throws -> Money) -> String {
      do { return "\(try read())" } catch { return "\(error)" }
    }
    #expect(
      problem { try settlement.received(by: .reserve) }
        == "Schemes \"a\" and \"b\" and \"c\", account \"reserve\": several are called so: \"reserve\" of \"a\", "
        + "\"reserve\" of \"b\", \"reserve\" of \"c\". Give the full name and its scheme."
    )
    #expect(
      problem { try settlement.closingBooks.total(in: .reserve) }
        == "Schemes \"a\" and \"b\", account \"reserve\": each of these schemes has its own. Say which is "
        + "meant."
    )
    #expect(
      problem { try settlement.received(by: .collective) }
        == "Schemes \"a\" and \"b\" and \"c\", account \"collective\": there is none. There are \"reserve\" of "
        + "\"a\", \"left in the pot\" of \"a\", \"reserve\" of \"b\", \"left in the pot\" of \"b\", "
        + "\"reserve\" of \"c\"."
    )
    #expect(
      problem { try settlement.received(by: .collective, of: "c") }
        == "Scheme \"c\", account \"collective\": there is none. There are \"reserve\"."
    )
    #expect(
      problem { try settlement.received(by: .reserve, of: "d") }
        == "Scheme \"d\", account \"reserve\": there is no such scheme. There are \"a\", \"b\", \"c\"."
    )
    let shared = try settle(Self.saving("a", .fund, .yuan(1)))
    #expect(
      problem { try shared.received(by: .fund, of: "a") }
        == "Scheme \"a\", account \"fund of the programme\": it belongs to all schemes together. Ask "
        + "for it without a scheme."
    )
    // The programme's fund is not the scheme's account of that name.
    #expect(throws: BenefitError.self) { try shared.received(by: Account("fund")) }
  }

  @Test func `Pots of gaqas draw on an account that no clause fills, empty or not`() throws {
    let register = try Register([
      Household("A-1", gaqa: "A", persons: 1), Household("B-1", gaqa: "B", persons: 1),
    ])
    let terms = Terms(name: "s") {
      Distribution(of: .yuan(10), per: .gaqa, from: .reserve) {
        Tier(.rest, by: .person, as: .transfer)
      }
    }
    let held = try decoded(
      Books.self,
      from: """
        {"balances": [
          {"scheme": "s", "gaqa": "A", "item": {"account": {"_0": "reserve"}}, "amount": "7.00"}]}
        """
    )
    let drawn = try terms.settle(Season(2016), for: register, books: held)
    #expect(Array(try drawn.line("dividend")) == [.yuan(7), .zero])
    let empty = try terms.settle(Season(2016), for: register)
    #expect(Array(try empty.line("dividend")) == [.zero, .zero])
  }

  @Test func `Stored books are held to what settling leaves`() throws {
    func problem(_ balances: String) throws -> String? {
      try decodingProblem(Books.self, from: #"{"balances":[\#(balances)]}"#)
    }
    let own = #"{"scheme":"s","item":{"account":{"_0":"reserve"}},"amount":"1.00"}"#
    let shared = #"{"item":{"account":{"_0":{"name":"fund","of":"programme"}}},"amount":"1.00"}"#
    #expect(try problem("\(own),\(shared)") == nil)
    #expect(
      try problem("\(own),\(own)")
        == "s: a balance of account \"reserve\" of 1.00 stands in the books before. Give each balance "
        + "once."
    )
    #expect(
      try problem(#"{"scheme":"s","item":{"loss":{}},"amount":"-1,000.00"}"#)
        == "s: a loss of -1,000.00 is no loss. One is zero or more."
    )
    #expect(
      try problem(#"{"gaqa":"A","item":{"residue":{"line":"dividend"}},"amount":"0.01"}"#)
        == "the programme, gaqa A: a balance carried for \"dividend\" of 0.01 names no scheme. Only an "
        + "account of the programme has none."
    )
    #expect(
      try problem(
        #"{"scheme":"s","item":{"account":{"_0":{"name":"fund","of":"programme"}}},"amount":"1.00"}"#
      )?.hasSuffix("names a scheme. An account of the programme has none.") == true
    )
  }
}
