import BenefitBinding
import TestSupport
import Testing

/// Balances that were there before the first season that is settled.
struct OpeningBooksTests {
  private static var register: Register {
    get throws {
      try Register([
        Household("h-1", gaqa: "A", persons: 1), Household("h-2", gaqa: "A", persons: 1),
      ])
    }
  }

  private static let farm = Terms(name: "Sheep farm") {
    Distribution("dividend", of: .profit) {
      Tier(.percentOfPot(50), by: .household, as: .property)
      Tier(.rest, by: .household, as: .addition, named: "retained")
    }
    Distribution("relief", of: .yuan(10_000), from: .reserve) {
      Tier(.rest, by: .household, as: .transfer)
    }
    Payment("interest", each: .fraction("5%", of: .held("dividend: retained")), as: .property)
  }

  /// The same as if a season before had left the balances.
  @Test func `Entered balances count like those of a season before`() throws {
    var books = Books()
    try books.enter(.yuan(30_000), as: .account(.reserve), of: "Sheep farm")
    try books.enter(.yuan(20_000), as: .loss, of: "Sheep farm")
    try books.enter(
      ["h-2": .yuan(7_246), "h-1": .zero],
      heldIn: "dividend: retained",
      of: "Sheep farm"
    )
    let settlement = try Self.farm.settle(
      Season(2016) { $0[.profit] = .yuan(50_000) },
      for: Self.register,
      books: books
    )
    #expect(settlement.waterfalls[0].pot(0) == .yuan(30_000))
    #expect(settlement.lines.last?.total == "362.30")
    #expect(try settlement.closingBooks.total(in: .reserve) == .yuan(20_000))
    let held = settlement.closingBooks.held(in: "dividend: retained", of: "Sheep farm")
    #expect(held == ["h-1": .yuan(7_500), "h-2": .yuan(14_746)])
    let (again, isSameBytes) = try roundTrip(books)
    #expect(again == books && isSameBytes)
  }

  @Test func `A balance is entered in place of the one before, and nothing leaves none`() throws {
    var books = Books()
    for amount in [Money.yuan(1), .yuan(5), .zero] {
      try books.enter(amount, as: .account(.reserve), of: "s", gaqa: "A")
      #expect(books.amount(of: .account(.reserve), scheme: "s", gaqa: "A") == amount)
    }
    #expect(books == Books())
    try books.enter(["h": .yuan(1)], heldIn: "l", of: "s")
    try books.enter([:], heldIn: "l", of: "s")
    #expect(books == Books())
  }

  @Test func `What no settlement would have left is refused, and the books stay as they are`()
    throws
  {
    var books = Books()
    func message(_ enter: (inout Books) throws -> Void) -> String? {
      #expect(throws: BenefitError.self) { try enter(&books) }?.description
    }
    #expect(
      message { try $0.enter(.yuan(-1), as: .loss, of: "s") }
        == "s: a loss of -1.00 is no loss. One is zero or more."
    )
    #expect(
      message { try $0.enter(.yuan(1), as: .account(.reserve), of: nil) }?
        .hasSuffix("names no scheme. Only an account of the programme has none.") == true
    )
    #expect(message { try $0.enter(.yuan(1), as: .loss, of: "s\n") } != nil)
    #expect(message { try $0.enter(["a\nb": .yuan(1)], heldIn: "l", of: "s") } != nil)
    #expect(
      message { try $0.enter(["a": Money(fen: .max), "b": .yuan(1)], heldIn: "l", of: "s") }
        == "The holding \"l\" of scheme \"s\" adds up to more money than 64 bits can hold."
    )
    #expect(books == Books())
  }
}
