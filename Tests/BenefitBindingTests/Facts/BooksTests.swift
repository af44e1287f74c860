import BenefitBinding
import TestSupport
import Testing

/// What one season leaves to the next.
struct BooksTests {
  private static let sharing = Terms(name: "coop") {
    Distribution(of: .profit) { Tier(.rest, by: .household, as: .property) }
  }

  private func settle(
    _ scheme: some Scheme,
    _ profit: Money,
    _ books: Books = Books(),
    households: Int = 2
  ) throws -> Settlement {
    try scheme.settle(
      Season(2016) { $0[.profit] = profit },
      for: likeHouseholds(households),
      books: books
    )
  }

  @Test func `A loss pays nobody and is made good before anything is paid`() throws {
    let first = try settle(Self.sharing, .yuan(-20_000))
    #expect(first.gross == .zero)
    #expect(
      first.noticeTexts == ["coop, profit: a loss of 20,000.00 is carried to the next season."]
    )
    #expect(first.closingBooks.amount(of: .loss, scheme: "coop") == .yuan(20_000))

    let second = try settle(Self.sharing, .yuan(15_000), first.closingBooks)
    #expect(second.gross == .zero)
    #expect(second.closingBooks.amount(of: .loss, scheme: "coop") == .yuan(5_000))

    let third = try settle(Self.sharing, .yuan(50_000), second.closingBooks)
    #expect(third.gross == .yuan(45_000))
    #expect(third.closingBooks.balances.isEmpty)
    #expect(third.derivation("dividend").hasSuffix("5,000.00 = losses brought forward"))
  }

  @Test func `Losses are kept gaqa by gaqa`() throws {
    let register = try Register([
      Household("A-1", gaqa: "A", persons: 1), Household("B-1", gaqa: "B", persons: 1),
    ])
    let terms = Terms(name: "coop") {
      Distribution(of: .profit, per: .gaqa) { Tier(.rest, by: .household, as: .property) }
    }
    func season(_ a: Money, _ b: Money) -> Season {
      Season(2016) {
        $0[.profit, gaqa: "A"] = a
        $0[.profit, gaqa: "B"] = b
      }
    }
    let first = try terms.settle(season("-5", "7"), for: register)
    #expect(first.closingBooks.amount(of: .loss, scheme: "coop", gaqa: "A") == "5.00")
    #expect(first.gross(at: 1) == "7.00")
    let second = try terms.settle(season("6", "7"), for: register, books: first.closingBooks)
    #expect(second.gross(at: 0) == "1.00")
    #expect(second.gross(at: 1) == "7.00")
  }

  /// A condition reads the same distributable profit as an amount does.
  @Test func `A loss counts where only a condition asks for the profit`() throws {
    let terms = Terms(name: "coop") {
      Payment(
        "bonus",
        each: .yuan(10),
        where: .atLeast(.profit, .yuan(100)),
        as: .transfer
      )
    }
    let first = try settle(terms, .yuan(-50))
    #expect(first.closingBooks.amount(of: .loss, scheme: "coop") == .yuan(50))
    #expect(try settle(terms, .yuan(100), first.closingBooks).gross == .zero)
    #expect(try settle(terms, .yuan(150), first.closingBooks).gross == .yuan(20))
  }

  private func rule(_ residue: Residue, _ rounding: Rounding = .down(to: .yuan)) -> Terms {
    Terms(name: "coop") {
      Distribution(of: .fact(.profit)) {
        Tier(
          .rest,
          by: .household,
          apportioned: Apportionment(rounding: rounding, residue: residue),
          as: .property
        )
      }
    }
  }

  @Test func `Odd fen that are kept go to their account`() throws {
    let first = try settle(rule(.posted(to: .collective)), "11.30")
    #expect(first.gross == .yuan(10))
    #expect(try first.received(by: .collective) == "1.30")
    let second = try settle(rule(.posted(to: .collective)), "11.30", first.closingBooks)
    #expect(second.gross == .yuan(10))
    #expect(try second.received(by: .collective) == "1.30")
    #expect(try second.closingBooks.total(in: .collective) == "2.60")
  }

  @Test func `Odd fen that are carried are shared the next season`() throws {
    let first = try settle(rule(.carriedForward), "11.30")
    #expect(first.closingBooks.amount(of: .residue(line: "dividend"), scheme: "coop") == "1.30")
    let second = try settle(rule(.carriedForward), "11.30", first.closingBooks)
    #expect(second.gross == .yuan(12))
    #expect(second.waterfalls[0].steps[0].broughtForward(0) == "1.30")
    #expect(second.closingBooks.amount(of: .residue(line: "dividend"), scheme: "coop") == "0.60")
    #expect(
      second.derivation("dividend")
        == "6.00 = 12.60 x 1/2 by household, down to the yuan\n"
        + "  12.60 = 11.30 + 1.30 brought forward\n"
        + "    11.30 = profit"
    )
  }

  @Test func `Odd fen that are written off are shown`() throws {
    let first = try settle(rule(.writtenOff), "11.30")
    #expect(try first.received(by: .writtenOff) == "1.30")
    #expect(try settle(rule(.writtenOff), .yuan(4), first.closingBooks).gross == .yuan(4))
  }

  /// What rounding overpaid is kept back from later pots and never asked back from households.
  @Test func `An overdrawn residue waits for a pot that covers it`() throws {
    let terms = rule(.carriedForward, .halfUp(to: .hundred))
    let first = try settle(terms, .yuan(100))
    #expect(first.gross == .yuan(200))
    let item = Books.Item.residue(line: "dividend")
    #expect(first.closingBooks.amount(of: item, scheme: "coop") == .yuan(-100))
    let second = try settle(terms, .zero, first.closingBooks)
    #expect(second.gross == .zero)
    #expect(second.closingBooks.amount(of: item, scheme: "coop") == .yuan(-100))
    let third = try settle(terms, .yuan(60), second.closingBooks)
    #expect(third.gross == .zero)
    #expect(third.closingBooks.amount(of: item, scheme: "coop") == .yuan(-40))
    #expect(third.derivation("dividend").hasPrefix("0.00 = "))
    #expect(third.derivation("dividend").contains("rounding overpaid earlier pots by more"))
    #expect(!(try settle(terms, .zero).derivation("dividend").contains("overpaid")))
    let fourth = try settle(terms, .yuan(440), third.closingBooks)
    #expect(fourth.gross == .yuan(400))
    #expect(fourth.closingBooks.balances.isEmpty)
  }

  @Test func `Settling leaves the books it was given alone`() throws {
    let books = try settle(Self.sharing, .yuan(-1)).closingBooks
    let again = try settle(Self.sharing, .yuan(1), books)
    #expect(again.openingBooks == books)
    #expect(books.balances.count == 1)
  }
}
