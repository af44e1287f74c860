import BenefitBinding
import TestSupport
import Testing

/// Awards from a pool of their own, after the "3+3+2+2" distribution of collective income.
struct AwardPoolTests {
  private static func terms(
    _ pool: AwardPool,
    award: Money,
    rest: Account = .reinvestment
  ) -> Terms {
    Terms(name: "3+3+2+2") {
      Distribution(of: .revenue) {
        Tier(.percentOfPot(30), by: .person, as: .property)
        Tier(each: .fixed(award), as: .transfer, named: "award", from: pool)
        Tier(.percentOfPot(20), to: .collective)
        Tier(.rest, to: rest)
      }
    }
  }

  private static func settle(
    _ terms: Terms,
    _ books: Books = Books()
  ) throws -> Settlement {
    try terms.settle(
      Season(2019) { $0[.revenue] = .yuan(10_000) },
      for: likeHouseholds(4),
      books: books
    )
  }

  @Test func `What is not claimed waits in the pool for the next season`() throws {
    let pool = AwardPool(.percentOfPot(30), carriesUnspent: true)
    let first = try Self.settle(Self.terms(pool, award: .yuan(500)))
    #expect(try first.line("dividend: award").total == .yuan(2_000))
    #expect(try first.received(by: .reinvestment) == .yuan(2_000))
    // 1,000 wait, so the second year's 4,000 cover awards of 1,000 each.
    let second = try Self.settle(Self.terms(pool, award: .yuan(1_000)), first.closingBooks)
    #expect(try second.line("dividend: award").total == .yuan(4_000))
    #expect(second.notices.isEmpty)
    #expect(
      second.closingBooks.balances.allSatisfy { $0.item != .residue(line: "dividend: award") }
    )
  }

  @Test func `What is not claimed stays in the pot where nothing waits`() throws {
    let settlement = try Self.settle(Self.terms(AwardPool(.percentOfPot(30)), award: .yuan(500)))
    #expect(try settlement.received(by: .reinvestment) == .yuan(3_000))
  }

  @Test func `What the pool lacks the backstop pays`() throws {
    let pool = AwardPool(.percentOfPot(30), backstop: .collective)
    let settlement = try Self.settle(Self.terms(pool, award: .yuan(800)))
    #expect(try settlement.line("dividend: award").total == .yuan(3_200))
    // 20 % of the pot less the 200 that were missing.
    #expect(try settlement.received(by: .collective) == .yuan(1_800))
    #expect(
      settlement.notices.map(\.description) == [
        "3+3+2+2, dividend: award: the pot is 200.00 short of what the tier was to pay."
      ]
    )
  }

  @Test func `What rounding overpaid before is taken from the pool and from nobody else`() throws {
    func opening(_ carried: String) throws -> Books {
      try decoded(
        Books.self,
        from: """
          {"balances": [{"scheme": "3+3+2+2", "item": {"residue": {"line": "dividend: award"}},
            "amount": "\(carried)"}]}
          """
      )
    }
    let terms = Self.terms(AwardPool(.percentOfPot(30)), award: .yuan(500))
    // 1,000 of the pool of 3,000 pay back; 2,000 of claims are just covered.
    let lessened = try Self.settle(terms, opening("-1000.00"))
    #expect(try lessened.line("dividend: award").total == .yuan(2_000))
    // The pool pays back what it can, nobody is charged, and 1,000 stay to be paid back.
    let drained = try Self.settle(terms, opening("-4000.00"))
    #expect(try drained.line("dividend: award").allSatisfy { $0 == .zero })
    #expect(
      drained.closingBooks.amount(of: .residue(line: "dividend: award"), scheme: "3+3+2+2")
        == .yuan(-1_000)
    )
    // Where nobody claims anything, the pool pays back and nothing is short.
    let unclaimed = try Self.settle(
      Self.terms(AwardPool(.percentOfPot(30)), award: .zero),
      opening("-4000.00")
    )
    #expect(unclaimed.notices.isEmpty)
    #expect(unclaimed.closingBooks == drained.closingBooks)
    let error = #expect(throws: BenefitError.self) {
      let dearer = Self.terms(AwardPool(.percentOfPot(30)), award: .yuan(1_000))
      return try Self.settle(dearer, opening("-92233720368547758.08"))
    }
    #expect(error?.code == .overflow)
  }

  @Test func `A pool too large to go back to its pot is refused`() throws {
    let opening = try decoded(
      Books.self,
      from: """
        {"balances": [{"scheme": "3+3+2+2", "item": {"residue": {"line": "dividend: award"}},
          "amount": "92233720368547758.07"}]}
        """
    )
    let error = #expect(throws: BenefitError.self) {
      try Self.settle(Self.terms(AwardPool(.zero), award: .zero), opening)
    }
    #expect(
      error?.description
        == "Scheme \"3+3+2+2\", clause \"dividend\", the pot after tier \"dividend: award\": it is too "
        + "large to be kept exactly in 64 bits."
    )
  }

  @Test func `Without a backstop claims are cut in proportion to the pool`() throws {
    let settlement = try Self.settle(Self.terms(AwardPool(.percentOfPot(30)), award: .yuan(800)))
    let line = try settlement.line("dividend: award")
    #expect(Array(line) == Array(repeating: .yuan(750), count: 4))
    #expect(
      settlement.derivation(of: line, at: 0).formula
        == "800.00, cut to its part of what was left: 3,000.00 x 800.00/3,200.00"
    )
  }
}
