import BenefitBinding
import TestSupport
import Testing

/// Amounts near the limits of 64 bits end in a sentence, never in a trap.
struct LimitTests {
  private static let most = Money(fen: .max)

  private func refusal(@ListBuilder<Clause> clauses: () -> [Clause]) throws -> String {
    try Terms(name: "s", clauses: clauses).refusal(
      Season(2016) {
        $0[.commonReturn] = Self.most
        $0[.monthlyWage] = Money(fen: .min)
      },
      likeHouseholds(2, persons: 3)
    )
  }

  @Test func `A payment too large for one household names it`() throws {
    let text = try refusal {
      Payment("p", each: .each(.fact(.commonReturn), per: .persons), as: .wage)
    }
    #expect(
      text
        == "Scheme \"s\", clause \"p\", amount, household \"H-1000\": it is too large to be kept "
        + "exactly in 64 bits."
    )
  }

  @Test func `A line too large for all households is refused`() throws {
    let text = try refusal { Payment("p", each: .fact(.commonReturn), as: .cost) }
    #expect(
      text == "Scheme \"s\", clause \"p\", total of line \"p\": it is too large to be kept exactly "
        + "in 64 bits."
    )
    #expect(try refusal { Payment("p", each: .fact(.monthlyWage), as: .cost) } != "settled")
  }

  @Test func `Purchases and jobs too large are refused`() throws {
    let bought = try refusal {
      Purchase("p", of: .persons, at: "1", inputs: .fact(.commonReturn) + .fact(.commonReturn))
    }
    #expect(bought.hasPrefix("Scheme \"s\", clause \"p\", amount, household \"H-1000\": "))
    let worked = try refusal { Employment("j", work: .persons, pay: .fact(.monthlyWage)) }
    #expect(worked.hasPrefix("Scheme \"s\", clause \"j\", amount, household \"H-1000\": "))
  }

  @Test func `A pot as large as can be is shared to the fen`() throws {
    let terms = Terms(name: "s") {
      Distribution(of: .fact(.commonReturn)) {
        Tier(.percentOfPot(30), by: .person, as: .property)
        Tier(.percentOfPot(70), to: .reserve)
      }
    }
    let settlement = try terms.settle(
      Season(2016) { $0[.commonReturn] = Self.most },
      for: likeHouseholds(7)
    )
    #expect(try settlement.gross + settlement.received(by: .reserve) == Self.most)
    #expect(settlement.derivation("dividend").hasPrefix("3,952,873,730,080,618.21 = "))
  }

  @Test func `A pot, a tier and claims too large are refused`() throws {
    let pot = try refusal {
      Distribution(of: .fact(.commonReturn) + .fact(.commonReturn)) {}
    }
    #expect(pot.hasPrefix("Scheme \"s\", clause \"dividend\", the pot: it is too large"))
    let total = try refusal { Distribution(of: .each(.fact(.commonReturn), per: .persons)) {} }
    #expect(total.hasPrefix("Scheme \"s\", clause \"dividend\", the pot: it is too large"))
    let tier = try refusal {
      Distribution(of: "1") { Tier(.fact(.commonReturn) + .fact(.commonReturn), to: .reserve) }
    }
    #expect(tier.hasPrefix("Scheme \"s\", clause \"dividend\", tier \"reserve\": it is too large"))
    let claims = try refusal {
      Distribution(of: "1") { Tier(each: .fact(.commonReturn), as: .transfer, named: "a") }
    }
    #expect(
      claims.hasPrefix("Scheme \"s\", clause \"dividend\", tier \"dividend: a\": it is too large")
    )
    let key = try refusal {
      Distribution(of: "1") {
        let twice = Amount.fact(.commonReturn) + .fact(.commonReturn)
        Tier(.rest, by: .amount(.each(twice, per: .persons), name: "k"), as: .property)
      }
    }
    #expect(key.hasPrefix("Scheme \"s\", clause \"dividend\", weight by k, household"))
  }

  /// Each part fits and their sum does not.
  @Test func `Rounding up beyond 64 bits is refused`() throws {
    let text = try refusal {
      Distribution(of: .fact(.commonReturn)) {
        Tier(
          .rest,
          by: .household,
          apportioned: Apportionment(rounding: .up(to: .hundred), residue: .posted(to: .reserve)),
          as: .property
        )
      }
    }
    #expect(text.hasPrefix("Scheme \"s\", clause \"dividend\", t"), "\(text)")
    #expect(text.contains("too large"), "\(text)")
  }

  @Test func `A negative pot as low as can be is told`() throws {
    let terms = Terms(name: "s") {
      Distribution(of: .fact(.monthlyWage)) { Tier(.rest, by: .person, as: .property) }
    }
    let settlement = try terms.settle(
      Season(2016) { $0[.monthlyWage] = Money(fen: .min) },
      for: likeHouseholds(1)
    )
    #expect(
      settlement.noticeTexts == [
        "s, dividend: the pot came to -92,233,720,368,547,758.08; nothing was shared."
      ]
    )
  }

  @Test func `Funding that cannot be added up is refused, in a program as in a file`() throws {
    let terms = Terms(
      name: "s",
      funding: [
        .contribution(Money(fen: .max), from: .fiscalReliefFund),
        .contribution(Money(fen: 1), from: .enterprise),
      ]
    ) { Payment("p", each: .yuan(1), as: .transfer) }
    let error = #expect(throws: BenefitError.self) {
      try terms.settle(Season(2016), for: likeHouseholds(1))
    }
    #expect(error?.code == .overflow)
    #expect(
      error?.description
        == "Scheme \"s\", funding: All contributions together are more money than 64 bits can "
        + "hold."
    )
    #expect(throws: DecodingError.self) { try roundTripped(terms) }
  }

  @Test func `Fractions without a common denominator are refused`() throws {
    let (a, b) = (Ratio(1, 9_223_372_036_854_775_783), Ratio(1, 9_223_372_036_854_775_643))
    let tiers = try refusal {
      Distribution(of: "1") {
        Tier(.fraction(.fixed(a), of: .pot), to: .reserve)
        Tier(.fraction(.fixed(b), of: .pot), to: .collective)
      }
    }
    #expect(tiers.hasPrefix("Scheme \"s\", clause \"dividend\", tiers: "), "\(tiers)")
    let formula = try refusal {
      Payment(
        "p",
        each: .fraction(.fraction(.fixed(a), of: .fixed(b)), of: .fraction("1/7", of: "1")),
        as: .cost
      )
    }
    #expect(formula.contains("no common denominator that fits 128 bits"), "\(formula)")
  }

  /// Settling such a fraction is possible, so explaining it has to be.
  @Test func `The finest fraction that is settled is explained too`() throws {
    let fine = Rate.fraction("1/9000000000000000000", of: "1/1000000000000000000")
    let terms = Terms(name: "s") {
      Payment("p", each: .fraction(fine, of: "5"), rounded: .up(to: .fen), as: .cost)
    }
    let settlement = try terms.settle(Season(2016), for: likeHouseholds(1))
    #expect(settlement.derivation("p").hasPrefix("0.01 = "))
  }

  @Test func `Losses and balances that outgrow 64 bits are refused`() throws {
    let losing = Terms(name: "s") { Distribution(of: .profit) {} }
    let register = try likeHouseholds(1)
    let season = Season(2016) { $0[.profit] = Money(fen: .min + 1) }
    let books = try losing.settle(season, for: register).closingBooks
    #expect(
      losing.refusal(season, register, books: books)
        == "Scheme \"s\", clause \"dividend\", losses brought forward: it is too large to be kept exactly in 64 bits."
    )
    let saving = Terms(name: "s") {
      Distribution(of: .fixed(Self.most)) { Tier(.rest, to: .reserve) }
    }
    let full = try saving.settle(season, for: register).closingBooks
    #expect(
      saving.refusal(season, register, books: full)
        == "Scheme \"s\", clause \"dividend\", balance of account \"reserve\": with what the books "
        + "carry it is too large to be kept exactly."
    )
  }

  @Test func `Income of several schemes too large together names the household`() throws {
    let half = Money(fen: .max / 2 + 1)
    let programme = Programme("p") {
      Terms(name: "a") { Payment("p", each: .fixed(half), as: .wage) }
      Terms(name: "b") { Payment("p", each: .fixed(half), as: .wage) }
    }
    #expect {
      try programme.settle(Season(2016), for: likeHouseholds(1))
    } throws: {
      "\($0)"
        == "Schemes \"a\" and \"b\", the sum of its lines, household \"H-1000\": it is too large "
        + "to be kept exactly in 64 bits."
    }
  }

  /// Holding a household against a line asks for its income with the net gain.
  @Test func `Income too large together with the net gain names the household`() throws {
    let register = try Register([
      Household("H-1", gaqa: "A", persons: 1, baselineIncome: Self.most)
    ])
    func refusal(_ flow: Flow) -> String {
      Terms(name: "s") { Payment("p", each: "0.01", as: flow) }.refusal(Season(2016), register)
    }
    #expect(
      refusal(.wage)
        == "Scheme \"s\", its income with the net gain, household \"H-1\": it is too large to be kept "
        + "exactly in 64 bits."
    )
    #expect(refusal(.cost) == "settled")
  }
}
