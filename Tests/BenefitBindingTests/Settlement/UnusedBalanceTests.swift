import BenefitBinding
import TestSupport
import Testing

struct UnusedBalanceTests {
  private static let programme = Programme("P") {
    Terms(name: "Coop") {
      Distribution("dividend", of: .fact(.profit), per: .gaqa) {
        Tier(.percentOfPot(10), to: .reserve)
        Tier(.rest, by: .person, as: .property)
      }
    }
  }

  private static func notices(_ enter: (inout Books) throws -> Void) throws -> [String] {
    let register = try Register([Household("A", gaqa: "Xini", persons: 4)])
    var books = Books()
    try enter(&books)
    return programme.unusedBalances(of: books, for: register).map(\.description)
  }

  @Test func `What a scheme may take up is not told`() throws {
    #expect(
      try Self.notices { books in
        try books.enter(.yuan(5), as: .account(.reserve), of: "Coop", gaqa: "Xini")
        try books.enter(.yuan(5), as: .residue(line: "dividend"), of: "Coop", gaqa: "Xini")
      }.isEmpty
    )
  }

  @Test func `What stands under another scheme, account or gaqa is told`() throws {
    #expect(
      try Self.notices { books in
        try books.enter(.yuan(2_000), as: .loss, of: "Koop")
        try books.enter(.yuan(300), as: .account(Account("fund")), of: "Coop", gaqa: "Xini")
        try books.enter(.yuan(40), as: .account(.reserve), of: "Coop", gaqa: "Xyni")
        try books.enter(.yuan(1), as: .account(Account("shared", of: .programme)), of: nil)
        try books.enter(["A": .yuan(7)], heldIn: "shares", of: "Koop")
      } == [
        "Koop, profit: 2,000.00 that is stated is not used, for the programme has no scheme of that name. Check the scheme's name.",
        "Coop, fund, gaqa Xini: 300.00 that earlier seasons carried is taken up by no line of the scheme.",
        "Coop, reserve, gaqa Xyni: 40.00 that is stated is not used, for no household of the register lives there. Check the gaqa's name.",
        "shared: 1.00 that earlier seasons carried is taken up by no line of the scheme.",
        "Koop, shares: 7.00 that is stated is not used, for the programme has no scheme of that name. Check the scheme's name.",
      ]
    )
  }
}
