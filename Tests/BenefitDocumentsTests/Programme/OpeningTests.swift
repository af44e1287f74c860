import BenefitBinding
import BenefitDocuments
import TestSupport
import Testing

/// The balances that a document says were there before the season.
struct OpeningTests {
  private static func document(_ opening: String) -> [UInt8] {
    Array(
      """
      {"format": "benefit-binding programme 1", "name": "P", "schemes": [
      {"model": "shareholding", "name": "S", "funding": [{"amount": "100", "from": "x"}], "dividend": "20 % of profit"},
      {"name": "T", "clauses": [
      {"distribution": "d", "of": "10", "tiers": [
      {"amount": "2", "by": "household", "as": "addition", "apportioned": {"residue": "carried forward"}},
      {"amount": "rest", "to": "reserve"}]},
      {"payment": "p", "each": "1/2 of programme balance('f') + held('d')", "as": "transfer"}]}],
      "season": {"name": "2016", "facts": {"profit": "50"}},
      "opening": \(opening)}
      """.utf8
    )
  }

  private static func problems(_ opening: String) -> [String] {
    ProgrammeDocument.problems(inJSON: document(opening)).map(\.description)
  }

  @Test func `A document with an opening is settled as with books that a program enters`() throws {
    let document = try ProgrammeDocument(
      json: Self.document(
        """
        {"accounts": {"f": "80"}, "schemes": {"S": {"losses": "20"},
        "T": {"accounts": {"reserve": {"gaqas": {"G": "4.50", "A": 3}}}, "residues": {"d": "0.05"},
        "holdings": {"d": {"H-1": "5", "H-2": 0}}}}}
        """
      )
    )
    var books = Books()
    try books.enter(.yuan(80), as: .account(Account("f", of: .programme)), of: nil)
    try books.enter(.yuan(20), as: .loss, of: "S")
    try books.enter("0.05", as: .residue(line: "d"), of: "T")
    try books.enter(.yuan(3), as: .account(.reserve), of: "T", gaqa: "A")
    try books.enter("4.50", as: .account(.reserve), of: "T", gaqa: "G")
    try books.enter(["H-1": .yuan(5)], heldIn: "d", of: "T")
    #expect(document.openingBooks == books)

    let register = try Register([Household("H-1", gaqa: "G", persons: 1)])
    let settlement = try document.programme.settle(document.season, for: register, books: books)
    // 20 % of what is left of 50 after the loss; half of the fund, 5 that is held, and 2.05 more.
    let entries = try #require(settlement.statement(for: "H-1")).entries
    #expect(entries.first { $0.name == "dividend" }?.amount == .yuan(6))
    #expect(entries.first { $0.name == "p" }?.amount == .yuan(45))
    #expect(settlement.closingBooks.held(in: "d", of: "T") == ["H-1": "7.05"])
  }

  @Test func `A document without an opening has no books, and an empty one has empty ones`() throws
  {
    let whole = String(decoding: Self.document("{}"), as: UTF8.self)
    #expect(try ProgrammeDocument(json: Array(whole.utf8)).openingBooks == Books())
    let without = whole.replacing(",\n\"opening\": {}", with: "")
    #expect(try ProgrammeDocument(json: Array(without.utf8)).openingBooks == nil)
  }

  @Test func `A name that the terms carry nothing under is refused with the nearest`() {
    let opening = """
      {"accounts": {"g": "80"}, "schemes": {"S": {"losses": -1, "residues": {"dividnd": 1}}, "Tt": {},
      "T": {"losses": 3, "loses": 1, "accounts": {"reserv": 1, "f": {"gaqa": {}}}, "holdings": {"d": {"H": "x"}, "p": {}}}}}
      """
    let nothing = "The terms carry nothing from season to season under this name."
    #expect(
      Self.problems(opening) == [
        "Line 9, column 31, opening.accounts.g: \(nothing) Correct it to one of \"f\", or delete it.",
        "Line 9, column 66, opening.schemes.S.losses: S: a loss of -1.00 is no loss. One is zero or more.",
        "Line 9, column 94, opening.schemes.S.residues.dividnd: \(nothing) Write \"dividend\".",
        "Line 9, column 105, opening.schemes.Tt: The document has no scheme of this name. Write \"T\".",
        "Line 10, column 17, opening.schemes.T.losses: \(nothing) Correct it, or delete it.",
        "Line 10, column 20, opening.schemes.T.loses: nothing is read under this name here. "
          + "Correct it to one of \"losses\", \"residues\", \"accounts\", \"holdings\", or delete it.",
        "Line 10, column 55, opening.schemes.T.accounts.reserv: \(nothing) Write \"reserve\".",
        "Line 10, column 63, opening.schemes.T.accounts.f: \(nothing) Correct it to one of \"reserve\", \"left in the pot\", or delete it.",
        "Line 10, column 64, opening.schemes.T.accounts.f.gaqa: nothing is read under this name here. Write \"gaqas\".",
        "Line 10, column 102, opening.schemes.T.holdings.d.H: \"x\" is not a number. "
          + "Write an amount with at most two decimals, such as 4,000.00.",
        "Line 10, column 113, opening.schemes.T.holdings.p: \(nothing) Correct it to one of \"d\", or delete it.",
      ]
    )
  }

  @Test(arguments: [
    "null", "[]", "5", #"{"schemes": []}"#, #"{"schemes": {"T": {"holdings": {"d": {"": 1}}}}}"#,
  ])
  func `What is no opening is one mistake, in both languages`(_ opening: String) throws {
    let problems = ProgrammeDocument.problems(inJSON: Self.document(opening))
    try #require(problems.count == 1)
    #expect(strayEnglish(in: problems[0].text(in: .simplifiedChinese)) == nil)
  }
}
