import BenefitBinding
import TestSupport
import Testing

/// A settlement, its pots and its books as tables, and a statement for three readers.
@Suite struct SettlementTableTests {
  private static let odd = Apportionment(rounding: .down(to: .yuan), residue: .carriedForward)

  private static let terms = Terms(name: "s") {
    Distribution(of: .profit) {
      Tier(.percentOfPot(10), to: .reserve)
      Tier(.rest, by: .person, apportioned: odd, as: .property)
    }
    Payment("inputs", each: .each(.yuan(2), per: .persons), as: .cost)
    Payment("principal", each: .yuan(7), as: .repayment)
  }

  private func settled() throws -> [Settlement] {
    let register = try Register([
      Household("A-1", gaqa: "A", persons: 1), Household("A-2", gaqa: "A", persons: 2),
    ])
    let first = try Self.terms.settle(Season(2016) { $0[.profit] = "-5.00" }, for: register)
    let second = try Self.terms.settle(
      Season(2017) { $0[.profit] = "100.00" },
      for: register,
      books: first.closingBooks
    )
    return [first, second]
  }

  @Test func `A settlement's table has its lines and totals`() throws {
    let settlement = try settled()[1]
    #expect(
      settlement.table().text == """
        scheme  line       kind             households  income  costs  neither
        ------  ---------  ---------------  ----------  ------  -----  -------
        s       dividend   property income           2   85.00
        s       inputs     cost                      2           6.00
        s       principal  repayment                 2                   14.00
        ------  ---------  ---------------  ----------  ------  -----  -------
        all                                          2   85.00   6.00
        """
    )
  }

  @Test func `A waterfall's table runs down to what is left`() throws {
    let settlement = try settled()[1]
    #expect(
      settlement.waterfalls[0].table().text == """
        gaqa  tier        due  brought forward   paid  residue   left
        ----  --------  -----  ---------------  -----  -------  -----
              pot                                               95.00
              reserve    9.50             0.00   9.50     0.00  85.50
              dividend  85.50             0.00  85.00     0.50   0.00
        ----  --------  -----  ---------------  -----  -------  -----
        all                               0.00  94.50     0.50   0.00
        """
    )
  }

  @Test func `Balances are posted from before to after`() throws {
    let settlement = try settled()[1]
    #expect(
      settlement.postings().text == """
        scheme  gaqa  balance                       before  posted  after
        ------  ----  ----------------------------  ------  ------  -----
        s             losses brought forward          5.00   -5.00   0.00
        s             reserve                         0.00    9.50   9.50
        s             brought forward for dividend    0.00    0.50   0.50
        """
    )
    #expect(
      settlement.closingBooks.table().text == """
        scheme  gaqa  balance                       money  loss
        ------  ----  ----------------------------  -----  ----
        s             reserve                        9.50
        s             brought forward for dividend   0.50
        ------  ----  ----------------------------  -----  ----
        all                                         10.00  0.00
        """
    )
  }

  @Test func `A statement is written for three readers, debts apart from gains`() throws {
    let statement = try settled()[1].statements[1]
    #expect(
      statement.text(.brief) == """
        A-2, A, 2 persons, 2017                                                 yuan
          s
            dividend (property income)                                         57.00
              = 85.50 x 2/3 by person
            inputs (cost)                                                      -4.00
              = persons x 2.00
          gross gain                                                           57.00
          net gain                                                             53.00
          net gain per person                                                  26.50
        owed and paid back, no part of the gain
          s
            principal (repayment)                                               7.00
              = 7.00
        """
    )
    let (postings, full) = (statement.text(.postings), statement.text(.full))
    #expect(postings.contains("85.50 = 95.00 - 9.50 that earlier tiers took"))
    #expect(!postings.contains("2 persons = persons"))
    #expect(full.contains("2 persons = persons"))
    #expect(full == statement.description)
    #expect(
      Set(statement.text(.brief).split(separator: "\n")).isSubset(
        of: Set(full.split(separator: "\n"))
      )
    )
  }
}
